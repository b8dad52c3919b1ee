"""YAML that remembers its lines, so that an error can name the place and not only the field."""

from collections.abc import Iterable
from typing import Any

import yaml

#: libyaml reads ten times faster; the wheels bring it, some distributions do not.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_TOO_DEEP = "[[["

Path = Iterable[int | str]


class YamlBroken(Exception):
    """The text is no YAML, or a key stands twice.

    Attributes:
        line: where, from 1.
        reason: the parser's own word, or the repeated key.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


class KeyRepeated(YamlBroken):
    """A key stands twice among its neighbours; the reason is the key."""


def compose(text: str) -> yaml.Node | None:
    """The text as nodes; None where it is empty.

    Raises:
        YamlBroken: it is no YAML.
    """
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except RecursionError as error:
        raise YamlBroken(1, _TOO_DEEP) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        raise YamlBroken(mark.line + 1 if mark else 1, str(reason)) from error
    return node


def value_of(node: yaml.Node) -> Any:
    """What a node says; every scalar as written, for the models know what it should be.

    Raises:
        YamlBroken: a key stands twice, or an alias repeats a part (which can make a small file
            endless), or it is nested too deep.
    """
    try:
        return _value(node, set())
    except RecursionError as error:
        raise YamlBroken(node.start_mark.line + 1, _TOO_DEEP) from error


def _value(node: yaml.Node, seen: set[int]) -> Any:
    if id(node) in seen:
        raise YamlBroken(node.start_mark.line + 1, "*")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == _NULL else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, seen) for item in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            raise KeyRepeated(key.start_mark.line + 1, name)
        found[name] = _value(value, seen)
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
