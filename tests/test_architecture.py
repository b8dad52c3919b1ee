"""Rooms and the one direction of imports, and what else keeps the rooms apart."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("bot", "handlers", "storage", "locales")

#: Which rooms a room may import, besides itself. A new room must be entered here.
MAY_IMPORT: dict[str, frozenset[str]] = {
    "bot": frozenset(),
    "bot.settings": frozenset(),
    "bot.domain": frozenset(),
    "bot.texts": frozenset({"bot.domain"}),
    "storage": frozenset({"bot.domain"}),
    "bot.services": frozenset({"bot.domain", "bot.texts", "storage"}),
    "bot.ui": frozenset({"bot.domain", "bot.texts", "bot.services"}),
    "handlers": frozenset({"bot.domain", "bot.services", "bot.ui"}),
    "bot.gateway": frozenset({"bot.domain", "storage", "bot.services", "bot.ui"}),
    "bot.workers": frozenset({"bot.domain", "bot.texts", "bot.services", "bot.ui", "bot.gateway"}),
    "bot.sandbox": frozenset(),
    "locales": frozenset(),
}
_BELOW = frozenset(MAY_IMPORT) - {"bot.sandbox"}
MAY_IMPORT["bot.app"] = _BELOW
MAY_IMPORT["bot.cli"] = frozenset(MAY_IMPORT)
MAY_IMPORT["bot.__main__"] = frozenset({"bot.cli"})

#: Who may import a package of others; packages that are not named here are free.
ONLY_IN: dict[str, frozenset[str]] = {
    "telegram": frozenset({"handlers", "bot.ui", "bot.gateway", "bot.workers", "bot.app", "bot.sandbox"}),
    "aiosqlite": frozenset({"storage"}),
    "sqlite3": frozenset({"storage"}),
    "fluent": frozenset({"bot.texts"}),
}
SQL = re.compile(
    r"\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.*\bSET\b|\bDELETE FROM\b|\bPRAGMA\b", re.DOTALL
)
#: How the state of a proposal that has just come is named, and of a change that cannot be made.
FIRST_STATE = {"ProposalState.RECEIVED", "proposal.state"}
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
#: Modules whose literals may have Cyrillic letters all the same, each with its reason.
CYRILLIC_IN = {"bot.sandbox.entities": "the top-level domain of Ukraine, in the rule for links"}
MODULES = sorted(path for top in OURS for path in (ROOT / top).rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """`bot.services.proposals` → `bot.services`; what is not ours → its top package."""
    top, *rest = module.split(".")
    return f"bot.{rest[0]}" if top == "bot" and rest else top


def imported(tree: ast.AST, *, module: str, is_package: bool = False) -> Iterator[tuple[int, str]]:
    """Line and full name of every import, wherever in the module it stands."""
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parent = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parent, base]).rstrip(".")
            # `from bot import texts` imports the room, not the empty package.
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "bot" else [base]
            yield from ((node.lineno, name) for name in names)


def wrong_arrows(tree: ast.AST, *, module: str, is_package: bool = False) -> list[str]:
    room = room_of(module)
    wrong = []
    for line, name in imported(tree, module=module, is_package=is_package):
        other = room_of(name)
        if name.partition(".")[0] in OURS:
            forbidden = other != room and other not in MAY_IMPORT[room]
        else:
            forbidden = room not in ONLY_IN.get(other, {room})
        if forbidden:
            wrong.append(f"{module}:{line}: {room} imports {name}")
    return wrong


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """String literals that are not docstrings."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.lineno, node.value


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def test_every_room_is_in_the_table():
    assert {room_of(module_name(path)) for path in MODULES} <= MAY_IMPORT.keys()


def test_imports_go_in_one_direction(trees):
    wrong = [
        arrow
        for path, tree in trees.items()
        for arrow in wrong_arrows(tree, module=module_name(path), is_package=path.name == "__init__.py")
    ]
    assert wrong == []


def test_table_has_no_circle():
    rooms = dict(MAY_IMPORT)
    while rooms:
        lowest = {room for room, may in rooms.items() if not (may & rooms.keys()) - {room}}
        assert lowest, f"these rooms import each other in a circle: {sorted(rooms)}"
        for room in lowest:
            del rooms[room]


def test_package_at_the_top_is_empty():
    assert not (ROOT / "bot" / "__init__.py").read_text(encoding="utf-8").strip()


def test_only_storage_knows_sql(trees):
    assert [
        f"{module_name(path)}:{line}"
        for path, tree in trees.items()
        if room_of(module_name(path)) != "storage"
        for line, text in literals(tree)
        if SQL.search(text)
    ] == []


def test_only_the_life_of_proposals_changes_their_state(trees):
    """Others may store a proposal, but a state that they name is the first one alone."""
    saves, states, statements = set(), [], []
    for path, tree in trees.items():
        module = module_name(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".proposals.save"):
                saves.add(module)
        if module == "bot.services.proposals":
            named = [key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]
            states += [key.value for key in named if isinstance(key, ast.Constant) and key.value == "state"]
            given = [word for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords]
            states += [
                value
                for word in given
                if word.arg == "state" and (value := ast.unparse(word.value)) not in FIRST_STATE
            ]
        for _, text in literals(tree):
            if re.search(r"UPDATE proposals\b.*?\bstate = (?!:state)", text, re.DOTALL):
                statements.append(module)
    assert saves == {"bot.services.life", "bot.services.proposals"}
    assert states == []
    assert [one for one in statements if not one.startswith("storage.migrations")] == []


def test_sentences_for_people_are_not_in_code(trees):
    """Ukrainian stands in locales/; docstrings and comments may quote it."""
    assert [
        f"{module_name(path)}:{line}"
        for path, tree in trees.items()
        if module_name(path) not in CYRILLIC_IN
        for line, text in literals(tree)
        if CYRILLIC.search(text)
    ] == []


def test_modules_are_one_idea_long():
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 350} == {}


@pytest.mark.parametrize(
    ("module", "source", "allowed"),
    [
        ("bot.domain.clock", "import datetime", True),
        ("bot.domain.clock", "import storage.database", False),
        ("bot.services.search", "from bot import texts", True),
        ("bot.services.search", "from bot import ui", False),
        ("bot.services.search", "from . import proposals", True),
        ("bot.services.search", "from ..ui import screen", False),
        ("bot.services.search", "def f():\n    import telegram", False),
        ("bot.ui.screen", "from telegram.ext import Application", True),
        ("bot.ui.screen", "import bot.settings", False),
        ("handlers.help", "from bot.texts import Texts", False),
        ("bot.workers.outbox", "import handlers", False),
        ("bot.app", "import handlers", True),
        ("bot.app", "import bot.sandbox", False),
        ("bot.cli.run", "from bot.sandbox import server", True),
        ("bot.cli.run", "import sqlite3", False),
        ("bot.sandbox.server", "from bot.domain.clock import Clock", False),
        ("storage.people", "import aiosqlite", True),
    ],
)
def test_arrows_are_told_apart(module, source, allowed):
    assert (wrong_arrows(ast.parse(source), module=module) == []) is allowed


@pytest.mark.parametrize(
    ("text", "is_sql"),
    [
        ("SELECT id\nFROM people", True),
        ("UPDATE people SET name = ?", True),
        ("PRAGMA user_version", True),
        ("Select from the menu, update and set", False),
    ],
)
def test_sql_is_told_from_prose(text, is_sql):
    assert bool(SQL.search(text)) is is_sql
