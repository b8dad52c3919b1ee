"""Every text that code names exists in every language, and every text that exists is named.

A string literal in bot/ and handlers/ of the form `area-thing-state` whose area is the first word of some
text is a message id. An id made at run time is an f-string whose constant parts are of an id's letters:
f"proposal-state-{state}".
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from tests.texts.shipped import LANGUAGES, ROOT, entries

ID = re.compile(r"[a-z]+(-[a-z0-9]+)+")
#: Literals that look like a text's id and are something else, each with its reason.
NOT_TEXTS: dict[str, str] = {}


@dataclass(frozen=True)
class Named:
    """An id, or the pattern of the ids that an f-string can make."""

    where: str
    pattern: re.Pattern[str]

    def among(self, ids) -> set[str]:
        return {name for name in ids if self.pattern.fullmatch(name)}


def named_in(source: str, *, areas: frozenset[str], where: str = "") -> Iterator[Named]:
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        place = f"{where}:{getattr(node, 'lineno', 0)}"
        match node:
            case ast.Constant(value=str(text)) if id(node) not in inside:
                if ID.fullmatch(text) and text.partition("-")[0] in areas and text not in NOT_TEXTS:
                    yield Named(place, re.compile(re.escape(text)))
            case ast.JoinedStr(values=[ast.Constant(value=str(prefix)), *_] as parts):
                if re.match(r"[a-z]+-", prefix) and prefix.partition("-")[0] in areas and _is_id(parts):
                    yield Named(place, _pattern_of(parts))


def _is_id(parts: list[ast.expr]) -> bool:
    constants = [part.value for part in parts if isinstance(part, ast.Constant)]
    return all(re.fullmatch(r"[a-z0-9-]+", str(text)) for text in constants)


def _pattern_of(parts: list[ast.expr]) -> re.Pattern[str]:
    return re.compile(
        "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in parts)
    )


def _modules() -> list[Path]:
    sandbox = ROOT / "bot" / "sandbox"
    found = [path for room in ("bot", "handlers", "storage") for path in sorted((ROOT / room).rglob("*.py"))]
    return [path for path in found if not path.is_relative_to(sandbox)]


@pytest.fixture(scope="module")
def named(shipped) -> list[Named]:
    areas = frozenset(name.partition("-")[0] for language in LANGUAGES for name in shipped.ids(language))
    return [
        found
        for path in _modules()
        for found in named_in(
            path.read_text(encoding="utf-8"), areas=areas, where=str(path.relative_to(ROOT))
        )
    ]


def _referred(language: str) -> set[str]:
    class References(Visitor):
        def __init__(self):
            self.names: set[str] = set()

        def visit_MessageReference(self, node: ftl.MessageReference):  # noqa: N802 - Fluent's naming
            self.names.add(node.id.name)

    references = References()
    for _, entry in entries(language):
        references.visit(entry)
    return references.names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_code_names_exists(shipped, named, language):
    ids = shipped.ids(language)
    missing = [f"{one.where}: {one.pattern.pattern}" for one in named if not one.among(ids)]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_named_in_code(shipped, named, language):
    ids = set(shipped.ids(language))
    used = _referred(language).union(*(one.among(ids) for one in named))
    assert sorted(ids - used) == []


def test_exceptions_are_still_needed():
    literals = {
        node.value
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert NOT_TEXTS.keys() <= literals


@pytest.mark.parametrize(
    ("source", "patterns"),
    [
        ('say("proposal-title-ask")', [r"proposal\-title\-ask"]),
        ('say(f"proposal-state-{state}")', [r"proposal\-state\-.+"]),
        ('say(f"proposal-{kind}-title")', [r"proposal\-.+\-title"]),
        ('open(f"proposal-{day}.xlsx")', []),
        ('log.info("other-thing")', []),
        ('say("proposal")', []),
        ('"""Shows proposal-title-ask."""', []),
        ('f"{area}-title"', []),
    ],
)
def test_ids_are_recognised_by_their_first_word(source, patterns):
    found = named_in(source, areas=frozenset({"proposal"}))
    assert [one.pattern.pattern for one in found] == patterns
