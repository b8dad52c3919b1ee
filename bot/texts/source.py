"""Reads one language's .ftl files and refuses what would only fail later, in front of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.texts.errors import TextBroken


@dataclass(frozen=True, slots=True)
class Source:
    """The parsed texts of one language.

    Attributes:
        resource: all messages and terms of all files.
        variables: what each message wants to be given, also through the messages that it refers to.
            An attribute stands as `message.attribute`. A term's own variables are not here: a term sees
            only what the text that uses it writes down.
    """

    resource: ast.Resource
    variables: Mapping[str, frozenset[str]]


def read(folder: Path) -> Source:
    """Read all .ftl files of a language's folder.

    Raises:
        TextBroken: a file cannot be parsed, an id stands twice, a reference leads nowhere or in a circle.
    """
    if not folder.is_dir():
        raise TextBroken(f"{folder}: no such folder of texts")
    places: dict[str, str] = {}
    patterns: dict[str, ast.Pattern] = {}
    entries: list[ast.Message | ast.Term] = []
    for path in sorted(folder.glob("*.ftl")):
        for entry, place in _entries(path):
            name = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
            if name in places:
                raise TextBroken(f"{place}: {name} already stands at {places[name]}")
            places[name] = place
            patterns |= _patterns(name, entry)
            entries.append(entry)
    variables = {
        name: _variables(name, patterns, places, ()) for name in patterns if not name.startswith("-")
    }
    # Terms are walked for their references only, used or not.
    for name in patterns:
        _variables(name, patterns, places, ())
    return Source(ast.Resource(list(entries)), variables)


def _entries(path: Path) -> list[tuple[ast.Message | ast.Term, str]]:
    text = path.read_text(encoding="utf-8")
    found: list[tuple[ast.Message | ast.Term, str]] = []
    for entry in FluentParser().parse(text).body:
        start = entry.span.start if entry.span else 0
        place = f"{path}:{text.count(chr(10), 0, start) + 1}"
        if isinstance(entry, ast.Junk):
            why = "; ".join(note.message or note.code for note in entry.annotations)
            raise TextBroken(f"{place}: {why or 'not Fluent'}: {(entry.content or '').strip()[:80]!r}")
        if isinstance(entry, ast.Message | ast.Term):
            found.append((entry, place))
    return found


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
    name: str, patterns: Mapping[str, ast.Pattern], places: Mapping[str, str], path: tuple[str, ...]
) -> frozenset[str]:
    place = places[(path or (name,))[-1].partition(".")[0]]
    if name in path:
        raise TextBroken(f"{place}: {' -> '.join((*path, name))} runs in a circle")
    if name not in patterns:
        raise TextBroken(f"{place}: {path[-1]} refers to {name}, which does not exist")
    references = _References()
    references.visit(patterns[name])
    inherited = {
        entry: _variables(entry, patterns, places, (*path, name)) for entry in sorted(references.entries)
    }
    messages = (found for entry, found in inherited.items() if not entry.startswith("-"))
    return frozenset(references.variables).union(*messages)
