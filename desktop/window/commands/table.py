"""Every command of the window, in one table: menus, shortcuts, key line and help read it."""

from typing import NamedTuple

from desktop.tr import tr


class Command(NamedTuple):
    """One thing a person can ask for. `name` is the method of the window that does it.

    `keys` may be several; single letters work only while the desk has the focus (`on_desk`).
    """

    name: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    on_desk: bool = False
    short: str = ""  # what the line of keys below the desk says; "" leaves it out there


def commands() -> tuple[Command, ...]:
    """Return the table, in the window's language, in the order of the menus."""
    return (*_file(), *_edit(), *_tag(), *_link(), *_text(), *_go(), *_view(), *_help())


def _file() -> tuple[Command, ...]:
    menu = tr("&File")
    return (
        Command("new_pair", menu, tr("&New pair…"), ("Ctrl+N",)),
        Command("sample_lessons", menu, tr("Sample &lessons…")),
        Command("open_archive", menu, tr("&Open archive…"), ("Ctrl+O",)),
        Command("export", menu, tr("&Export…"), ("Ctrl+E",)),
        Command("back_up", menu, tr("&Back up library…")),
        Command("restore", menu, tr("&Restore from a backup…")),
        Command("bin_pair", menu, tr("To the b&in, or back from it")),
        Command("choose_coder", menu, tr("&Coder…")),
        Command("make_key", menu, tr("My tags are the &key")),
        Command("quit", menu, tr("&Quit"), ("Ctrl+Q",)),
    )


def _edit() -> tuple[Command, ...]:
    menu = tr("&Edit")
    return (
        Command("undo", menu, tr("&Undo"), ("Ctrl+Z",), short=tr("Undo")),
        Command("redo", menu, tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("find_words", menu, tr("&Find…"), ("Ctrl+F", "/")),
        Command("edit_note", menu, tr("&Note…"), ("T",), True, tr("Note")),
    )


def _tag() -> tuple[Command, ...]:
    menu = tr("&Tag")
    return (
        Command("tag_quote", menu, tr("&Quote"), ("1",), True, tr("Quote")),
        Command("tag_paraphrase", menu, tr("&Paraphrase"), ("2",), True, tr("Paraphrase")),
        Command("tag_addition", menu, tr("Editorial &addition"), ("3",), True, tr("Addition")),
        Command("tag_omission", menu, tr("&Omission"), ("4",), True, tr("Omission")),
        Command("tag_kept", menu, tr("&Kept (source)"), ("5",), True),
        Command("tag_unsure", menu, tr("Uns&ure"), ("?", "6"), True),
        Command("clear", menu, tr("&Clear tag"), ("0", "Delete"), True, tr("Clear")),
        Command("accept", menu, tr("Accept &suggestion"), ("Return", "Enter"), True, tr("Accept")),
        Command("accept_all", menu, tr("Accept all &likely suggestions…"), ("Ctrl+Return",)),
    )


def _link() -> tuple[Command, ...]:
    menu = tr("&Link")
    return (
        Command("link", menu, tr("&Link with the sentence last visited"), ("L",), True, tr("Link")),
        Command("unlink", menu, tr("&Unlink"), ("U",), True, tr("Unlink")),
        Command("confirm", menu, tr("&Confirm links"), ("C",), True),
        Command("confirm_before", menu, tr("Confirm all &before here"), ("Ctrl+Shift+C",), True),
        Command("reject", menu, tr("&Reject the engine’s links"), ("X",), True),
        Command("next_unconfirmed", menu, tr("&Next unconfirmed"), ("Shift+C",), True),
        Command("realign", menu, tr("Re-&align…"), ("Ctrl+R",)),
        Command("realign_by_meaning", menu, tr("Re-align by &meaning…")),
    )


def _text() -> tuple[Command, ...]:
    menu = tr("Te&xt")
    return (
        Command("split_sentence", menu, tr("&Split sentence at the cursor"), ("S",), True),
        Command("merge_sentences", menu, tr("&Merge with the next sentence"), ("M",), True),
        Command("split_block", menu, tr("New &paragraph from here"), ("Shift+S",), True),
        Command("merge_blocks", menu, tr("Merge with the &next paragraph"), ("Shift+M",), True),
        Command("take_out", menu, tr("Take paragraph &out, or back in"), ("O",), True),
        Command("choose_role", menu, tr("&Role of paragraph…"), ("R",), True),
        Command("toggle_captions", menu, tr("Tag &captions too")),
    )


def _go() -> tuple[Command, ...]:
    menu = tr("&Go")
    return (
        Command("next_sentence", menu, tr("&Next sentence"), ("Down", "J"), True),
        Command("previous_sentence", menu, tr("&Previous sentence"), ("Up", "K"), True),
        Command("other_side", menu, tr("&Other side"), ("Tab",), True, tr("Side")),
        Command("next_left", menu, tr("Next &untagged"), ("N",), True, tr("Next")),
        Command("next_disagreement", menu, tr("Next &disagreement"), ("Shift+N",), True),
        Command("bookmark", menu, tr("Boo&kmark"), ("B",), True),
        Command("next_bookmark", menu, tr("Next book&mark"), ("Shift+B",), True),
        Command("next_part", menu, tr("Next pa&rt of the window"), ("F6",)),
        Command("previous_part", menu, tr("Pre&vious part of the window"), ("Shift+F6",)),
        Command("to_desk", menu, tr("&Back to the articles"), ("Esc",)),
    )


def _view() -> tuple[Command, ...]:
    menu = tr("&View")
    return (
        Command("appearance", menu, tr("Appea&rance…"), ("Ctrl+,",)),
        Command("toggle_scrolling", menu, tr("Scroll &together"), ("Ctrl+T",)),
        Command("toggle_suggestions", menu, tr("Predict &first, then reveal"), ("F4",)),
        Command("toggle_library", menu, tr("&Library"), ("F9",)),
        Command("toggle_table", menu, tr("Align&ed table"), ("F7",)),
        Command("show_shares", menu, tr("S&hares…"), ("Ctrl+Shift+S",)),
        Command("show_lesson", menu, tr("&What to look for…")),
        Command("toggle_furniture", menu, tr("&Page furniture"), ("F8",)),
        Command("larger", menu, tr("L&arger text"), ("Ctrl++", "Ctrl+=")),
        Command("smaller", menu, tr("&Smaller text"), ("Ctrl+-",)),
        Command("usual_size", menu, tr("Text of &usual size"), ("Ctrl+0",)),
        Command("light", menu, tr("Li&ght")),
        Command("dark", menu, tr("&Dark")),
        Command("contrast", menu, tr("High &contrast")),
        Command("follow_system", menu, tr("As the s&ystem")),
    )


def _help() -> tuple[Command, ...]:
    menu = tr("&Help")
    return (
        Command("show_help", menu, tr("&First steps")),
        Command("show_codebook", menu, tr("The &tags"), ("Shift+F1",)),
        Command("show_keys", menu, tr("&Keys…"), ("F1",)),
        Command("find_command", menu, tr("&All commands…"), ("Ctrl+K",), short=tr("All commands")),
    )
