"""The official content, read from its files: neutral fields once, texts once a language.

Whoever edits content sees every problem of every file at once, with file and line, and the bot never starts
on half of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from bot.domain.knowledge import (
    Attribute,
    AttributeText,
    Entity,
    EntityText,
    Entry,
    EntryText,
    Knowledge,
    Source,
    SourceText,
)

Model = TypeVar("Model", bound=BaseModel)

#: libyaml reads ten times faster; the wheels bring it, some distributions do not.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"


class Problem(NamedTuple):
    """What is wrong, and where: the file from the content's folder on, the line from 1 on."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class ContentInvalid(Exception):
    """The content cannot be used; for an operator's terminal, never for a chat.

    Attributes:
        problems: everything that was found, in the order of the files.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def load_knowledge(folder: Path) -> Knowledge:
    """Read the content of a folder.

    Args:
        folder: where `content.yaml`, `knowledge/` and a folder a language lie.

    Raises:
        ContentInvalid: with all problems of all files.
    """
    return _Reader(folder).read()


class _Record(NamedTuple):
    """One item of a file, with the node that knows its lines."""

    file: str
    line: int
    fields: dict[str, Any]
    node: yaml.Node

    def line_of(self, path: Iterable[int | str]) -> int:
        """The line of a field, as deep as the path leads."""
        node, line = self.node, self.line
        for step in path:
            if isinstance(node, yaml.MappingNode):
                pair = next((pair for pair in node.value if pair[0].value == step), None)
                if pair is None:
                    break
                node, line = pair[1], pair[0].start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
        return line


class _Reader:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: list[Problem] = []

    def read(self) -> Knowledge:
        head = self._head()
        languages: list[str] = head.fields.get("languages") or []
        sources = self._neutral("sources")
        entities = self._neutral("entities")
        attributes = self._neutral("attributes")
        entries = self._neutral("entries")
        known = {"sources": sources, "entities": entities, "attributes": attributes, "entries": entries}
        self._refer(entities, "parent", "entity", entities)
        for field, noun in (("entity", "entity"), ("attribute", "attribute")):
            self._refer(entries, field, noun, entities if field == "entity" else attributes)
        for field, noun in (("sources", "source"), ("links", "source"), ("related", "entry")):
            self._refer(entries, field, noun, entries if field == "related" else sources)
        built: dict[str, dict[str, Any]] = {
            "sources": self._build(Source, sources, self._texts("sources", SourceText, sources, languages)),
            "entities": self._build(
                Entity, entities, self._texts("entities", EntityText, entities, languages)
            ),
            "attributes": self._build(
                Attribute, attributes, self._texts("attributes", AttributeText, attributes, languages)
            ),
            "entries": self._build(Entry, entries, self._texts("entries", EntryText, entries, languages)),
        }
        knowledge = None
        if all(len(built[noun]) == len(known[noun]) for noun in known):
            knowledge = self._model(Knowledge, head, {**head.fields, **built})
        if self._problems or knowledge is None:
            raise ContentInvalid(sorted(set(self._problems)))
        return knowledge

    def _head(self) -> _Record:
        path = self._folder / "content.yaml"
        node = self._compose(path)
        fields = self._value(node, self._name(path)) if node is not None else None
        if not isinstance(fields, dict):
            fields = {}
        return _Record(self._name(path), 1, fields, node or yaml.MappingNode("", []))

    def _neutral(self, noun: str) -> dict[str, _Record]:
        return dict(self._records(self._folder / "knowledge" / f"{noun}.yaml"))

    def _texts(
        self, noun: str, model: type[BaseModel], known: Mapping[str, _Record], languages: Iterable[str]
    ) -> dict[str, dict[str, BaseModel]]:
        """The texts of each id by language; what is missing or belongs to nothing is a problem.

        A file that cannot be read is one problem, not one for each id that it would have.
        """
        texts: dict[str, dict[str, BaseModel]] = {item: {} for item in known}
        for language in languages:
            place = self._folder / language / "knowledge"
            many = sorted((place / noun).glob("*.yaml")) if noun == "entries" else []
            files = many or [place / f"{noun}.yaml"]
            seen: dict[str, _Record] = {}
            for path in files:
                for item, record in self._records(path):
                    if item in seen:
                        first = seen[item]
                        self._report(record, f"{item} stands twice: also in {first.file}:{first.line}")
                    elif known and item not in known:
                        self._report(record, f"{item} is unknown in knowledge/{noun}.yaml")
                    elif known:
                        text = self._model(model, record, record.fields)
                        if text is not None:
                            texts[item][language] = text
                    seen[item] = record
            for item in known.keys() - seen.keys() if seen else ():
                self._report(known[item], f"{item} has no text in {language}")
        return texts

    def _build(
        self, model: type[Model], records: Mapping[str, _Record], texts: Mapping[str, dict[str, BaseModel]]
    ) -> dict[str, Model]:
        built = {
            item: self._model(model, record, {**record.fields, "id": item, "texts": texts[item]})
            for item, record in records.items()
        }
        return {item: one for item, one in built.items() if one is not None}

    def _model(self, model: type[Model], record: _Record, fields: Mapping[str, Any]) -> Model | None:
        try:
            return model.model_validate(fields)
        except ValidationError as invalid:
            for error in invalid.errors(include_url=False, include_context=False):
                where = ".".join(map(str, error["loc"]))
                self._report(record, f"{where}: {error['msg']}", error["loc"])
            return None

    def _refer(
        self, records: Mapping[str, _Record], field: str, noun: str, known: Mapping[str, object]
    ) -> None:
        """Report what a field names and no file has."""
        for record in records.values():
            value = record.fields.get(field)
            for position, item in enumerate(value if isinstance(value, list) else [value]):
                if known and isinstance(item, str) and item not in known:
                    self._report(record, f"{field}: no {noun} is called {item}", (field, position))

    def _records(self, path: Path) -> Iterator[tuple[str, _Record]]:
        """The items of a file; an empty item has no fields."""
        file = self._name(path)
        node = self._compose(path)
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            self._problems.append(Problem(file, node.start_mark.line + 1, "must be a list of `id: fields`"))
            return
        self._refuse_repeated_keys(node, file)
        for key, value in node.value:
            line = key.start_mark.line + 1
            fields = self._value(value, file)
            if isinstance(fields, dict) or fields is None:
                yield str(key.value), _Record(file, line, fields or {}, value)
            else:
                self._problems.append(Problem(file, line, f"{key.value} must have fields"))

    def _compose(self, path: Path) -> yaml.Node | None:
        try:
            text = path.read_text(encoding="utf-8")
            node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
        except FileNotFoundError:
            self._problems.append(Problem(self._name(path), 1, "the file is missing"))
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            mark = getattr(error, "problem_mark", None)
            reason = getattr(error, "problem", None) or str(error)
            self._problems.append(Problem(self._name(path), mark.line + 1 if mark else 1, str(reason)))
        else:
            return node
        return None

    def _value(self, node: yaml.Node, file: str) -> Any:
        """What a node says; every scalar as written, for the models know what it should be."""
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == _NULL else node.value
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, file) for item in node.value]
        self._refuse_repeated_keys(node, file)
        pairs = ((key.value, self._value(value, file)) for key, value in node.value)
        return {key: value for key, value in pairs if value is not None}

    def _refuse_repeated_keys(self, node: yaml.Node, file: str) -> None:
        seen: set[str] = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                self._problems.append(Problem(file, key.start_mark.line + 1, f"{name} stands twice"))
            seen.add(name)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _report(self, record: _Record, text: str, path: Iterable[int | str] = ()) -> None:
        self._problems.append(Problem(record.file, record.line_of(path), text))
