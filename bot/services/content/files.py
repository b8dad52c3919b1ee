"""Content files as records that know their lines; what cannot be read is a problem, and the rest goes on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.services.content.problems import Problem, problem
from bot.services.lined_yaml import YamlBroken, compose, line_of, text_of, value_of


class Record(NamedTuple):
    """One item of a file, with the node that knows its lines.

    Attributes:
        is_read: whether its fields could be read; what they are is then beyond telling.
    """

    file: str
    line: int
    fields: dict[str, Any]
    node: yaml.Node | None
    is_read: bool = True

    def line_of(self, path: Iterable[int | str]) -> int:
        """The line of a field, as deep as the path leads; the item's own where it leads nowhere."""
        steps = tuple(path)
        if self.node is None or not steps or steps[0] not in self.fields:
            return self.line
        return line_of(self.node, steps)

    def listed(self, field: str) -> list[tuple[str, int]]:
        """The strings of a field, one or many, with their lines."""
        value = self.fields.get(field)
        if isinstance(value, list):
            return [(one, self.line_of((field, at))) for at, one in enumerate(value) if isinstance(one, str)]
        return [(value, self.line_of((field,)))] if isinstance(value, str) else []


class Files:
    """The files of one content folder.

    Attributes:
        folder: where they lie.
        problems: what was wrong with those that were read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []

    def name(self, path: Path) -> str:
        """The file as a problem names it."""
        return path.relative_to(self.folder).as_posix()

    def report(self, file: str, line: int, kind: str, *, is_warning: bool = False, **args: object) -> None:
        """Add a problem."""
        self.problems.append(problem(file, line, kind, is_warning=is_warning, **args))

    def head(self) -> Record:
        """`content.yaml`."""
        name = "content.yaml"
        node = self.node(self.folder / name)
        fields = self.value(node, name) if node is not None else None
        is_read = isinstance(fields, dict)
        return Record(name, 1, fields if isinstance(fields, dict) else {}, node, is_read)

    def records(self, path: Path) -> list[tuple[str, Record]]:
        """The items of a file; an empty item has no fields."""
        file = self.name(path)
        node = self.node(path)
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.report(file, node.start_mark.line + 1, "items")
            return []
        found: dict[str, Record] = {}
        for key, value in node.value:
            item, line = str(key.value), key.start_mark.line + 1
            if item in found:
                self.report(file, line, "twice", name=item)
                continue
            before = len(self.problems)
            fields = self.value(value, file)
            if not isinstance(fields, dict) and fields is not None:
                self.report(file, line, "fields", name=item)
            is_read = len(self.problems) == before
            found[item] = Record(file, line, fields or {} if is_read else {}, value, is_read)
        return list(found.items())

    def node(self, path: Path) -> yaml.Node | None:
        """What stands in a file; None where it is missing, broken or empty, of which only the last is fine."""
        try:
            return compose(text_of(path))
        except FileNotFoundError:
            self.report(self.name(path), 1, "file")
        except UnicodeDecodeError:
            self.report(self.name(path), 1, "utf8")
        except YamlBroken as error:
            self._report_broken(self.name(path), error)
        return None

    def value(self, node: yaml.Node, file: str) -> Any:
        """What a node says; None where it cannot be read."""
        try:
            return value_of(node)
        except YamlBroken as error:
            self._report_broken(file, error)
        return None

    def _report_broken(self, file: str, error: YamlBroken) -> None:
        self.report(file, error.line, error.fault, name=error.key or "-")
