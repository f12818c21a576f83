"""Whether a folder lies on a drive of another machine, as each system tells it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

NETWORKED = {
    "9p",  # also the drives of Windows inside its Linux
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.ceph-fuse",
    "fuse.curlftpfs",
    "fuse.davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.google-drive-ocamlfuse",
    "fuse.gvfsd-fuse",  # what GNOME's file manager is connected to
    "fuse.kio-fuse",  # the same of KDE's
    "fuse.onedriver",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.smbnetfs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncp",
    "ncpfs",
    "nfs",
    "nfs4",
    "orangefs",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
}
"""File systems of Linux whose files other machines, or the host of a virtual one, may change."""

_REMOTE = 4  # DRIVE_REMOTE, in winbase.h


class Mount(NamedTuple):
    """A folder with a file system of its own below it."""

    point: PurePosixPath
    networked: bool


def on_network(folder: Path) -> bool:
    """Tell whether `folder`, which is resolved, lies on another machine's drive; False where the
    system does not tell."""
    if sys.platform == "win32":
        import ctypes

        shared = folder.drive.startswith("\\\\")  # \\server\share, so also a letter given to it
        return shared or ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE
    try:
        if sys.platform == "darwin":
            listing = subprocess.run(["/sbin/mount"], capture_output=True, check=False).stdout
            return below_networked(folder, mac_mounts(os.fsdecode(listing)))
        table = Path("/proc/mounts").read_bytes()
    except OSError:
        return False
    return below_networked(folder, linux_mounts(os.fsdecode(table)))


def below_networked(folder: PurePath, mounts: Iterable[Mount]) -> bool:
    """Tell whether the mount nearest above `folder` is networked; of several in one place the last
    hides the others."""
    above = [mount for mount in mounts if folder.is_relative_to(mount.point)]
    nearest = max(reversed(above), key=lambda mount: len(mount.point.parts), default=None)
    return nearest is not None and nearest.networked


def linux_mounts(table: str) -> Iterator[Mount]:
    """Give what stands in /proc/mounts: device, folder, type and more, with blanks as \\040."""
    for line in table.splitlines():
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        plain = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), point)
        yield Mount(PurePosixPath(plain), kind in NETWORKED)


def mac_mounts(listing: str) -> Iterator[Mount]:
    """Give what `mount` says on a Mac: "device on folder (type, local, …)", "local" where it is."""
    for line in listing.splitlines():
        if found := re.fullmatch(r".*? on (/.*) \(([^()]*)\)", line):
            yield Mount(PurePosixPath(found[1]), "local" not in found[2].split(", "))
