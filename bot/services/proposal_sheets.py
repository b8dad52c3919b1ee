"""Proposals from meetings as they stand in a file, YAML or CSV, each with the lines of its fields."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from bot.services.file_problems import FileInvalid, FileProblem
from bot.services.lined_yaml import compose, line_of, value_of

#: What the list of proposals is called where they share fields, which then stand beside it.
LIST = "proposals"


class Shape(BaseModel):
    """What a proposal in a file may have; every value is text, or a list of texts."""

    model_config = ConfigDict(extra="forbid")

    id: str = ""
    meeting: str = ""
    held: str = ""
    consent: str = ""
    consultation: str = ""
    language: str = ""
    title: str = ""
    problem: str = ""
    solution: str = ""
    expected_result: str = ""
    values: Sequence[str] | str = ()
    sdg: str = ""
    region: str = ""
    topic: str = ""
    responsible_body: str = ""
    partners: str = ""
    time_frame: str = ""
    indicator: str = ""
    identity: str = ""
    author_name: str = ""
    author_contact: str = ""


@dataclass
class Written:
    """A proposal as it stands in a file, with what is wrong with it."""

    fields: Mapping[str, Any]
    line_of: Callable[[str], int]
    problems: list[FileProblem] = field(default_factory=list)

    def fault(self, name: str, wants: str = "") -> None:
        """Note what is wrong with a field; by default, that it wants something else."""
        self.problems.append(
            FileProblem(self.line_of(name), name, f"paper-{(wants or name).replace('_', '-')}")
        )


def document(text: str) -> Sequence[Written]:
    """A list of proposals in YAML; or what they share, with the list of them under `LIST`.

    Raises:
        YamlBroken: it is no YAML.
        FileInvalid: it has no proposals.
    """
    node = compose(text)
    value = value_of(node) if node is not None else None
    shared: Mapping[str, Any] = {}
    root, at = node, node
    if isinstance(value, dict) and LIST in value and isinstance(root, yaml.MappingNode):
        shared = {name: one for name, one in value.items() if name != LIST}
        at = next(below for key, below in root.value if key.value == LIST)
        value = value[LIST]
    if root is None or not isinstance(value, list) or not value or not isinstance(at, yaml.SequenceNode):
        raise FileInvalid([FileProblem(1, "", "paper-list")])
    return [_written(one, node, shared, root) for one, node in zip(value, at.value, strict=True)]


def _written(value: Any, node: yaml.Node, shared: Mapping[str, Any], root: yaml.Node) -> Written:
    own = value if isinstance(value, dict) else {}

    def line(name: str) -> int:
        return line_of(root, [name]) if name in shared and name not in own else line_of(node, [name])

    one = Written({**shared, **own}, line)
    if not isinstance(value, dict):
        one.problems.append(FileProblem(line_of(node, []), "", "paper-list"))
    return one


def table(text: str) -> Sequence[Written]:
    """Proposals in CSV, one a row; the first row says which column is which field.

    Raises:
        FileInvalid: a column is unknown, or it is no table.
    """
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(rows, [])]
        unknown = [name for name in names if name not in Shape.model_fields]
        if unknown or not names or len(set(names)) < len(names):
            wants = "no-such-column" if unknown else "csv-columns"
            raise FileInvalid([FileProblem(1, name, f"paper-{wants}") for name in unknown or [""]])
        found, begins = [], rows.line_num + 1
        for cells in rows:
            if any(cells):
                found.append(_row(names, cells, begins))
            begins = rows.line_num + 1
    except csv.Error as error:
        raise FileInvalid([FileProblem(rows.line_num or 1, "", "paper-csv")]) from error
    if not found:
        raise FileInvalid([FileProblem(1, "", "paper-list")])
    return found


def _row(names: Sequence[str], cells: Sequence[str], begins: int) -> Written:
    one = Written({name: cell.strip() for name, cell in zip(names, cells, strict=False)}, lambda _: begins)
    if len(cells) != len(names):
        one.problems.append(FileProblem(begins, "", "paper-cells"))
    return one
