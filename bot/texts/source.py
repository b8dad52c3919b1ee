"""Reads one language's .ftl files and refuses what would only fail later, in front of a person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts.errors import TextBroken


class Place(NamedTuple):
    """Where a text stands."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Source:
    """The parsed texts of one language.

    Attributes:
        resource: all messages and terms of all files.
        variables: what each message wants to be given, also through the messages that it refers to.
            An attribute stands as `message.attribute`. A term's own variables are not here: a term sees
            only what the text that uses it writes down.
        places: where each message and term stands.
    """

    resource: ast.Resource
    variables: Mapping[str, frozenset[str]]
    places: Mapping[str, Place]


#: Of a text file: where it lies, when it was saved, how long it is.
_Stamp = tuple[Path, int, int]


def read(*folders: Path) -> Source:
    """Read all .ftl files of a language: a text in a later folder stands in place of the earlier one's.

    Files that have not changed since they were last read are not parsed again: that takes the better part of a second.

    Raises:
        TextBroken: a file cannot be parsed, an id stands twice, a reference leads nowhere or in a circle.
    """
    for folder in folders:
        if not folder.is_dir():
            raise TextBroken(f"{folder}: no such folder of texts")
    return _read(tuple(tuple(map(_stamp, sorted(folder.glob("*.ftl")))) for folder in folders))


def _stamp(path: Path) -> _Stamp:
    stat = path.stat()
    return path, stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=4)
def _read(folders: tuple[tuple[_Stamp, ...], ...]) -> Source:
    places: dict[str, Place] = {}
    of_entries: dict[str, dict[str, ast.Pattern]] = {}
    entries: dict[str, ast.Message | ast.Term] = {}
    for folder in folders:
        own: dict[str, Place] = {}
        for name, entry, place in (found for path, *_ in folder for found in entries_of(path)):
            if name in own:
                raise TextBroken(f"{name} already stands at {own[name]}", *place)
            own[name] = place
            entries[name] = entry
            of_entries[name] = _patterns(name, entry)
        places |= own
    patterns = {key: one for found in of_entries.values() for key, one in found.items()}
    variables = {
        name: _variables(name, patterns, places, ()) for name in patterns if not name.startswith("-")
    }
    # Terms are walked for their references only, used or not.
    for name in patterns:
        if name.startswith("-"):
            _variables(name, patterns, places, ())
    return Source(ast.Resource(list(entries.values())), variables, places)


def entries_of(path: Path) -> Iterator[tuple[str, ast.Message | ast.Term, Place]]:
    """The messages and terms of a file, a term with its hyphen.

    Raises:
        TextBroken: some of it is not Fluent.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TextBroken("not UTF-8", path) from error
    for entry in FluentParser().parse(text).body:
        start = entry.span.start if entry.span else 0
        place = Place(path, text.count("\n", 0, start) + 1)
        if isinstance(entry, ast.Junk):
            why = "; ".join(note.message or note.code for note in entry.annotations)
            raise TextBroken(f"{why or 'not Fluent'}: {(entry.content or '').strip()[:80]!r}", *place)
        if isinstance(entry, ast.Message):
            yield entry.id.name, entry, place
        elif isinstance(entry, ast.Term):
            yield f"-{entry.id.name}", entry, place


def _patterns(name: str, entry: ast.Message | ast.Term) -> dict[str, ast.Pattern]:
    values = {f"{name}.{attribute.id.name}": attribute.value for attribute in entry.attributes}
    return {name: entry.value, **values} if entry.value else values


class _References(Visitor):
    """Collects the variables, messages and terms that a pattern names."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.entries: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's naming
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's naming
        self.entries.add(_name_of("", node))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - Fluent's naming
        self.entries.add(_name_of("-", node))


def _name_of(sign: str, node: ast.MessageReference | ast.TermReference) -> str:
    return f"{sign}{node.id.name}" + (f".{node.attribute.name}" if node.attribute else "")


def _variables(
    name: str, patterns: Mapping[str, ast.Pattern], places: Mapping[str, Place], path: tuple[str, ...]
) -> frozenset[str]:
    place = places[(path or (name,))[-1].partition(".")[0]]
    if name in path:
        raise TextBroken(f"{' -> '.join((*path, name))} runs in a circle", *place)
    if name not in patterns:
        raise TextBroken(f"{path[-1]} refers to {name}, which does not exist", *place)
    references = _References()
    references.visit(patterns[name])
    inherited = {
        entry: _variables(entry, patterns, places, (*path, name)) for entry in sorted(references.entries)
    }
    messages = (found for entry, found in inherited.items() if not entry.startswith("-"))
    return frozenset(references.variables).union(*messages)
