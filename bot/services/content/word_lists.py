"""The search's word lists of a content folder: of the shape that the shipped ones have, and readable.

A list that the folder does not have is the shipped one, and needs no check.
"""

from collections.abc import Iterable, Mapping
from math import isfinite
from pathlib import Path
from typing import Any

import yaml

from bot.services.content.files import Files
from bot.services.content.problems import Problem
from bot.services.lined_yaml import YamlBroken, compose, line_of, value_of
from bot.services.search.dictionary import Dictionary
from bot.services.search.lists import SHIPPED
from bot.services.search.patterns import Intent, groups_in

_LEANINGS = "leanings.yaml"
_NEUTRAL = ("scripts.yaml", "russian.yaml", _LEANINGS)
_TEXTS = ("words.yaml", "synonyms.yaml", "intents.yaml")
_TEXT, _LIST, _FIELDS = "text", "list", "fields"


def check_word_lists(files: Files, languages: Iterable[str]) -> None:
    """Add what is wrong with the lists of a folder to its problems.

    Args:
        files: the folder.
        languages: the languages of the content.
    """
    for name in _NEUTRAL:
        _check(files, files.folder / "knowledge" / "search" / name, _shapes(name))
    for language in languages:
        for name in _TEXTS:
            _check(files, files.folder / language / "knowledge" / "search" / name, _shapes(name))


def faults_of_lists(folder: Path, languages: Iterable[str]) -> list[Problem]:
    """What is wrong with the lists of a folder, for who could not make a search of them."""
    files = Files(folder)
    check_word_lists(files, languages)
    return [one for one in files.problems if not one.is_warning]


def _check(files: Files, path: Path, shapes: Mapping[str, str]) -> None:
    node = files.node(path) if path.is_file() else None
    value = files.value(node, files.name(path)) if node is not None else None
    if node is None or value is None:
        return
    file = files.name(path)
    if not isinstance(value, dict) or not isinstance(node, yaml.MappingNode):
        files.report(file, 1, "items")
        return
    for key, found in value.items():
        line = line_of(node, (key,))
        wanted = shapes.get(key, "" if shapes.keys() - {"*"} else shapes["*"])
        if not wanted:
            files.report(file, line, "no-such-list", name=key, known=", ".join(sorted(shapes)))
        elif _shape(found) != wanted:
            files.report(file, line, f"list-{wanted}", name=key)
        else:
            _check_deeper(files, file, node, key, found)
        if path.name == _LEANINGS and not _is_number(key):
            files.report(file, line, "weight", name=key)
    if "intents" in shapes:
        _check_groups(files, file, node, value)


def _check_groups(files: Files, file: str, node: yaml.Node, value: Mapping[str, Any]) -> None:
    """Every group of words that a pattern names must be there."""
    intents, groups = value.get("intents"), value.get("groups", {})
    for name, patterns in intents.items() if isinstance(intents, dict) else ():
        for at, pattern in enumerate(patterns) if isinstance(patterns, list) else ():
            for group in groups_in(str(pattern)):
                if group not in groups or _shape(groups[group]) != _TEXT:
                    line = line_of(node, ("intents", name, at))
                    files.report(file, line, "group", name=group, known=", ".join(sorted(groups)))


def _check_deeper(files: Files, file: str, node: yaml.Node, key: str, found: Any) -> None:
    """What the names in some lists must be."""
    line = line_of(node, (key,))
    if key in {"ordinals", "cardinals"}:
        for number, words in found.items():
            if not number.isdigit() or _shape(words) != _LIST:
                files.report(file, line_of(node, (key, number)), "numbers", name=number)
    elif key in {"intents", "beside"}:
        for name, listed in found.items():
            if name not in set(Intent) or _shape(listed) != (_LIST if key == "intents" else _TEXT):
                at = line_of(node, (key, name))
                files.report(file, at, "intent", name=name, known=", ".join(Intent))
    elif key == "dictionaries":
        for language in found[:1]:
            try:
                Dictionary(str(language))
            except (LookupError, OSError):
                files.report(file, line, "dictionary", name=language)


def _shapes(name: str) -> Mapping[str, str]:
    """Key → shape, by the shipped lists; `*` for any key, where keys are words."""
    shapes: dict[str, str] = {}
    for path in (SHIPPED / "knowledge" / "search" / name, *SHIPPED.glob(f"*/knowledge/search/{name}")):
        try:
            node = compose(path.read_text(encoding="utf-8")) if path.is_file() else None
            value = value_of(node) if node is not None else {}
        except YamlBroken:
            continue
        shapes.update({key: _shape(one) for key, one in value.items()} if isinstance(value, dict) else {})
    if name in {"synonyms.yaml", "russian.yaml", _LEANINGS}:
        return {"*": _LIST if name == "synonyms.yaml" else _TEXT}
    return shapes


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


def _shape(value: object) -> str:
    match value:
        case dict():
            return _FIELDS
        case list():
            return _LIST
        case _:
            return _TEXT
