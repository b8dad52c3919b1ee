"""Walks over the shipped .ftl files for the meta-tests: leaves of text, selectors, entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[2]
LANGUAGES = ("uk", "en")
#: Stands in a leaf for whatever is put in there at run time.
PLACE = "\ufffc"


@dataclass(frozen=True)
class Leaf:
    """A pattern without the variants inside it, as it is written."""

    where: str
    text: str


class _Leaves(Visitor):
    def __init__(self):
        self.texts: list[str] = []
        self.selectors: list[frozenset[str]] = []

    def visit_Pattern(self, node):  # noqa: N802 - Fluent's naming
        self.texts.append("".join(_written(element) for element in node.elements))
        self.generic_visit(node)

    def visit_SelectExpression(self, node):  # noqa: N802 - Fluent's naming
        keys = (variant.key for variant in node.variants)
        self.selectors.append(frozenset(key.name for key in keys if isinstance(key, ast.Identifier)))
        self.generic_visit(node)


def _written(element) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    if isinstance(element.expression, ast.StringLiteral):
        return element.expression.parse()["value"]
    return PLACE


def entries(language: str) -> Iterator[tuple[str, ast.Message | ast.Term]]:
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                yield f"{language}/{path.name}: {entry.id.name}", entry


def leaves(language: str) -> list[Leaf]:
    found = []
    for where, entry in entries(language):
        walk = _Leaves()
        walk.visit(entry)
        found += [Leaf(where, text) for text in walk.texts]
    return found


def selectors(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    for where, entry in entries(language):
        walk = _Leaves()
        walk.visit(entry)
        for keys in walk.selectors:
            yield where, keys
