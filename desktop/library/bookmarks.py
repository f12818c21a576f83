"""What a bookmark changes: the function gives the edit, and does nothing itself."""

from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.model import Bookmark
from desktop.tr import tr


def bookmarked(contents: Contents, sentence_id: str) -> Edit:
    """Put a bookmark at a sentence, or take away the one that is there."""
    there = tuple(mark for mark in contents.bookmarks if mark.sentence_id == sentence_id)
    if there:
        return Edit(tr("remove bookmark"), before=there)
    new = Bookmark(pair_id=contents.pair.id, sentence_id=sentence_id)
    return Edit(tr("bookmark"), after=(new,))
