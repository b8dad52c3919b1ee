"""The word lists that search reads: content, not code.

They are about languages and scripts more than about a country, so that a content folder without its own lists
uses those that are shipped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.services.lined_yaml import compose, text_of, value_of
from bot.services.search.letters import normalise

SHIPPED = Path(__file__).resolve().parents[3] / "locales"


@dataclass
class Lists:
    """All lists of all languages of the content.

    Attributes:
        scripts: `scripts.yaml` as it is: layouts, transliteration, apostrophes, dictionaries.
        sister: words of a neighbouring language → the content's own, dictionary form to dictionary form.
        stop: words that carry no meaning of their own.
        asking: words that ask.
        light: words that say little, whether the content has them or not.
        silent: words for what the content does not speak about.
        now: words for the present.
        silent_phrases: groups of words for the same.
        future: words that make a question one about what will be.
        whether: words with which a question begins that is answered by yes or no.
        places: names of other places.
        ordinals: word → its number.
        cardinals: number words that name one of a row only after its noun.
        endings: what after a digit makes it an ordinal.
        synonyms: concept → words and groups of words.
        forms: irregular form of a word → the word (*came* of *come*).
        units: what a number counts that belongs to no row: *two years* are not the second.
        before_noun: asking word → the one that it stands for before a noun (*what* years).
        silences: questions that the content is silent on; they are never the shipped ones, for they are of a content.
        leanings: mark of words → how much it speaks for such a question; never the shipped ones either.
        intents: `intents.yaml` of each language.
    """

    scripts: Mapping[str, Any]
    sister: Mapping[str, str]
    stop: set[str] = field(default_factory=set)
    asking: set[str] = field(default_factory=set)
    light: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    silent_phrases: list[str] = field(default_factory=list)
    future: set[str] = field(default_factory=set)
    now: set[str] = field(default_factory=set)
    whether: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    ordinals: dict[str, int] = field(default_factory=dict)
    cardinals: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    synonyms: dict[str, list[str]] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    before_noun: dict[str, str] = field(default_factory=dict)
    silences: list[str] = field(default_factory=list)
    leanings: dict[str, float] = field(default_factory=dict)
    intents: list[Mapping[str, Any]] = field(default_factory=list)


def read_lists(folder: Path, languages: Sequence[str]) -> Lists:
    """Read the lists of a content folder, or the shipped ones where it has none."""
    sister = {str(word): str(own) for word, own in _read(folder, "knowledge/search/russian.yaml").items()}
    lists = Lists(_read(folder, "knowledge/search/scripts.yaml"), sister)
    for weight, marks in dict(_value(folder / "knowledge/search/leanings.yaml") or {}).items():
        lists.leanings.update(dict.fromkeys(marks.split(), float(weight)))
    for language in languages:
        place = f"{language}/knowledge/search"
        words = _read(folder, f"{place}/words.yaml")
        for name in ("stop", "asking", "light", "silent", "future", "now", "whether", "places", "units"):
            getattr(lists, name).update(normalise(words.get(name, "")).split())
        lists.silent_phrases += map(str, words.get("silent_phrases", ()))
        for number, spelt in words.get("ordinals", {}).items():
            lists.ordinals.update({normalise(str(word)): int(number) for word in spelt})
        for number, spelt in words.get("cardinals", {}).items():
            lists.cardinals.update(map(normalise, spelt))
            lists.ordinals.update({normalise(word): int(number) for word in spelt})
        for word, forms in words.get("forms", {}).items():
            lists.forms.update({normalise(form): normalise(word) for form in forms.split()})
        lists.before_noun.update(words.get("before_noun", {}))
        lists.endings.update(map(str, words.get("ordinal_endings", ())))
        for concept, meant in _read(folder, f"{place}/synonyms.yaml").items():
            lists.synonyms.setdefault(str(concept), []).extend(map(str, meant))
        lists.silences += map(str, _value(folder / place / "silences.yaml") or ())
        lists.intents.append(_read(folder, f"{place}/intents.yaml"))
    return lists


def files_of_lists(folder: Path) -> list[Path]:
    """The files that a content's lists may be read from: its own, and the shipped ones."""
    return sorted({path for root in (folder, SHIPPED) for path in root.rglob("knowledge/search/*.yaml")})


def _read(folder: Path, name: str) -> dict[str, Any]:
    """A list of the folder, or the shipped one."""
    own = folder / name
    return dict(_value(own if own.is_file() else SHIPPED / name) or {})


def _value(path: Path) -> Any:
    """What stands in a file; None where there is none."""
    node = compose(text_of(path)) if path.is_file() else None
    return None if node is None else value_of(node)
