"""The words at the head of the window: what is on disk, what is left to do, and as whom."""

from desktop.tr import counted, tr
from desktop.window.openpair import OpenPair


def status(workspace: OpenPair) -> str:
    """Say how the open pair stands, and under which code where others have tagged it as well."""
    if workspace.store.read_only:
        return tr("Read only")
    if workspace.draft is not None:
        return tr("A note is not saved yet")
    contents = workspace.contents
    if contents is None:
        return tr("Saved")
    left = counted(
        "Saved · {count} sentence to tag", "Saved · {count} sentences to tag", len(workspace.left())
    )
    if all(tag.coder == workspace.coder for tag in contents.tags):
        return left
    return tr("Coder {coder} · {status}", coder=workspace.coder, status=left)
