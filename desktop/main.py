"""The command `twice-told`: the window, or work without one."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__
from desktop.problem import Problem
from desktop.tr import tr


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.command == "compare":
            return _compare(asked.files, asked.meaning)
        if asked.command == "demo":
            return _demo(asked.out)
        return _window(asked.library)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twice-told",
        description=tr("Compare a news story with its rewrite, sentence by sentence."),
    )
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--library", type=Path, help=tr("the library to open, a file"))
    below = parser.add_subparsers(dest="command", metavar="COMMAND")
    compare = below.add_parser("compare", help=tr("clean, cut, align and suggest; print JSON"))
    compare.add_argument(
        "files",
        nargs="*",
        type=Path,
        help=tr("source and rewrite; the seed pair where none are named"),
    )
    compare.add_argument("--json", action="store_true", help=tr("print JSON (the only form yet)"))
    compare.add_argument(
        "--meaning",
        action="store_true",
        help=tr("compare meanings as well as words; needs the extra twice-told[semantic]"),
    )
    demo = below.add_parser("demo", help=tr("do the whole job on the seed pair, unseen"))
    demo.add_argument("--out", type=Path, required=True, help=tr("the folder to write into"))
    return parser


def _compare(files: Sequence[Path], meaning: bool) -> int:
    from desktop.exchange.compare import comparison
    from desktop.exchange.lessons import seed_pair
    from desktop.exchange.readers import read
    from desktop.text.linking.meanings import missing

    if len(files) not in (0, 2):
        raise Problem(tr("Name two files, the source and the rewrite, or none for the seed pair."))
    if meaning and (why := missing()):
        raise Problem(why)
    source, rewrite = (read(path) for path in files) if files else seed_pair()
    found = comparison(source, rewrite, meaning=meaning)
    try:
        print(json.dumps(found, ensure_ascii=False, indent=1), flush=True)
    except BrokenPipeError:  # whoever read us has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _demo(out: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.window.demo import demo  # Qt looks for a platform when it starts

    return demo(out)


def _window(library: Path | None) -> int:
    from desktop.window.app import has_display, run

    if has_display():
        return run(library)
    out = Path(tempfile.mkdtemp(prefix="twice-told-"))
    print(
        tr(
            "There is no display here, so no window can be shown. "
            "The demo runs unseen instead and writes what it did to {out}.",
            out=out,
        )
    )
    return _demo(out)
