"""YAML that remembers its lines, so that an error can name the place and not only the field."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path as FilePath
from typing import Any

import yaml

#: libyaml reads ten times faster; the wheels bring it, some distributions do not.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Bytes of a file, and nested parts in it: many times what a person writes.
LARGEST, DEEPEST = 256 * 1024, 32
_LONGEST_KEY = 60
_NULL, _TEXT = "tag:yaml.org,2002:null", "tag:yaml.org,2002:str"
#: What stands for nothing where it is not quoted.
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Path = Iterable[int | str]


class Fault(StrEnum):
    """What keeps a text from being read."""

    ILL_FORMED = "yaml"
    REPEATED = "twice"
    KEY = "key"
    ALIAS = "alias"
    DEEP = "deep"
    LARGE = "large"


class YamlBroken(Exception):
    """The text is no YAML, or more than is taken of it.

    Attributes:
        line: where, from 1.
        fault: what is wrong there.
        key: the key that it is about or stands under; "" where there is none.
    """

    def __init__(self, line: int, fault: Fault, key: str = "") -> None:
        super().__init__(line, fault, key)
        self.line = line
        self.fault = fault
        self.key = " ".join(key.split())[:_LONGEST_KEY]


def text_of(path: FilePath) -> str:
    """The text of a file.

    Raises:
        YamlBroken: it is too large.
        OSError: there is no such file, or it cannot be read.
        UnicodeDecodeError: it is not in UTF-8.
    """
    with path.open("rb") as file:
        found = file.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise YamlBroken(1, Fault.LARGE)
    return found.decode("utf-8")


def compose(text: str) -> yaml.Node | None:
    """The text as nodes; None where it is empty.

    Raises:
        YamlBroken: it is no YAML, too large or too deep, a key is no plain text, or an alias repeats a part
            (which can make a small file endless).
    """
    if len(text.encode()) > LARGEST:
        raise YamlBroken(1, Fault.LARGE)
    whole: yaml.Node | None = None
    opened: list[_Part] = []
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.NodeEvent):
                node = _node(event, opened)
                if whole is None:
                    whole = node
                elif not opened:
                    raise YamlBroken(node.start_mark.line + 1, Fault.ILL_FORMED)
                else:
                    opened[-1].take(node)
                if isinstance(node, yaml.CollectionNode):
                    opened.append(_Part(node))
            elif isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise YamlBroken(mark.line + 1 if mark else 1, Fault.ILL_FORMED, _key(opened)) from error
    return whole


class _Part:
    """A mapping or a list that is not at its end yet.

    Attributes:
        is_mapping: which of the two.
        next_key: the key of which the value comes next.
        key: the last key that was read in it.
    """

    def __init__(self, node: yaml.CollectionNode) -> None:
        self.is_mapping = isinstance(node, yaml.MappingNode)
        self.next_key: yaml.Node | None = None
        self.key = ""
        self._items: list[Any] = node.value

    def take(self, node: yaml.Node) -> None:
        """Add what stands in it."""
        if not self.is_mapping:
            self._items.append(node)
        elif self.next_key is None:
            self.next_key, self.key = node, str(node.value)
        else:
            self._items.append((self.next_key, node))
            self.next_key = None


def _node(event: yaml.NodeEvent, opened: list[_Part]) -> yaml.Node:
    """What begins in some parts; refuses what no content may have."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, yaml.AliasEvent):
        raise YamlBroken(start.line + 1, Fault.ALIAS, _key(opened))
    if isinstance(event, yaml.ScalarEvent):
        is_null = event.tag == _NULL or (event.implicit[0] and event.value in _NULLS)
        return yaml.ScalarNode(_NULL if is_null else _TEXT, event.value, start, end)
    if opened and opened[-1].is_mapping and opened[-1].next_key is None:
        raise YamlBroken(start.line + 1, Fault.KEY, _key(opened[:-1]))
    if len(opened) == DEEPEST:
        raise YamlBroken(start.line + 1, Fault.DEEP, _key(opened))
    is_mapping = isinstance(event, yaml.MappingStartEvent)
    return yaml.MappingNode("", [], start, end) if is_mapping else yaml.SequenceNode("", [], start, end)


def _key(opened: Iterable[_Part]) -> str:
    """The innermost key."""
    return next((part.key for part in reversed(list(opened)) if part.key), "")


def value_of(node: yaml.Node) -> Any:
    """What a composed node says; every scalar as written, for the models know what it should be.

    Raises:
        YamlBroken: a key stands twice.
    """
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == _NULL else node.value
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            raise YamlBroken(key.start_mark.line + 1, Fault.REPEATED, name)
        found[name] = value_of(value)
    return {name: value for name, value in found.items() if value is not None}


def line_of(node: yaml.Node, path: Path) -> int:
    """The line of a field, as deep as the path leads, from 1."""
    line = node.start_mark.line + 1
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
