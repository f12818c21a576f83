"""Drives of other machines are known for what they are, by what each system says of them."""

import sys
from pathlib import Path, PurePosixPath

import pytest

from desktop.library.drives import below_networked, linux_mounts, mac_mounts, on_network
from desktop.library.place import unsafe_for_wal

LINUX = r"""sysfs /sys sysfs rw,nosuid 0 0
/dev/sda2 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
//server/my\040share /mnt/My\040Share cifs rw,relatime,vers=3.1.1 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw,nosuid,nodev 0 0
/dev/sdb1 /mnt/My\040Share/disk\011two ext4 rw 0 0
server:/home /home/añez nfs4 rw 0 0
auto /net autofs rw 0 0
server:/net /net nfs rw 0 0
server:/old /old nfs rw 0 0
/dev/sdc1 /old xfs rw 0 0
/dev/sdd1 /mnt/vault fuse.gocryptfs rw 0 0
half a line
"""

MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//ana@server/My%20Share on /Volumes/My Share (old) (smbfs, nodev, nosuid, mounted by ana)
/dev/disk5s1 on /Volumes/Stick on desk (msdos, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    ("folder", "far"),
    [
        ("/home/ana", False),
        ("/mnt", False),
        ("/mnt/My Share", True),
        ("/mnt/My Share/lessons/2026", True),
        ("/mnt/My Share 2", False),
        ("/mnt/My Share/disk\ttwo/lessons", False),
        ("/run/user/1000/gvfs/smb-share:server=nas,share=class", True),
        ("/home/añez/lessons", True),
        ("/net/class", True),
        ("/old/class", False),
        ("/mnt/vault", False),
    ],
)
def test_on_linux_the_nearest_mount_says_it(folder, far):
    assert below_networked(PurePosixPath(folder), linux_mounts(LINUX)) is far


@pytest.mark.parametrize(
    ("folder", "far"),
    [
        ("/Users/ana/Library", False),
        ("/System/Volumes/Data/Users/ana", False),
        ("/Volumes/My Share (old)/class", True),
        ("/Volumes/My Share", False),
        ("/Volumes/Stick on desk/class", False),
    ],
)
def test_on_a_mac_a_mount_that_is_not_local_is_another_machines(folder, far):
    assert below_networked(PurePosixPath(folder), mac_mounts(MAC)) is far


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the system itself")
def test_this_machine_is_asked_and_its_own_folders_are_its_own():
    table = Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    points = {mount.point for mount in linux_mounts(table)}
    assert {PurePosixPath("/"), PurePosixPath("/proc")} <= points
    assert not on_network(Path("/proc/self"))


@pytest.mark.parametrize(
    ("folder", "synced"),
    [
        ("OneDrive - School/lessons", True),
        ("Library/Mobile Documents/com~apple~CloudDocs/lessons", True),
        ("Library/CloudStorage/Box-Box/lessons", True),
        ("Library/Application Support/twice-told", False),
        ("Mobile Documents", False),  # anybody's, outside a Mac's own folder
    ],
)
def test_a_folder_that_is_synced_is_known_by_where_it_lies(tmp_path, folder, synced):
    warning = unsafe_for_wal(tmp_path / folder / "library.sqlite")
    assert ("synced" in warning) is synced
