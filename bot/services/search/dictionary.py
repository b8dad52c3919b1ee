"""Dictionaries of inflected words, looked up in place.

pymorphy3's dictionaries are good and small on disk, but its analyser copies them into memory (some 20 MB and
50 ms a language) and guesses at words that they lack. A question needs neither: here the automaton is mapped
from the file, so that only the pages in use cost memory, and an unknown word stays unknown.
"""

import itertools
import json
import mmap
import struct
from array import array
from binascii import a2b_base64
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

#: The two numbers that pymorphy3 stores with a word: its paradigm and its form in it.
_RECORD = struct.Struct(">HH")
#: So many words are remembered, and ways of reading them: while all words of a content are read, and from then on.
_AT_FIRST, _KEPT = 16384, 2048
#: OpenCorpora's sign of a spelling that the dictionary has only to know it for wrong.
_MISSPELT = "Dist"


class Parse(NamedTuple):
    """One reading of a word: its dictionary form and its grammar in OpenCorpora's signs."""

    lemma: str
    grammar: str


class _Rule(NamedTuple):
    """How to read a word: what to take off its beginning and end, and what to put there for the dictionary form."""

    start: int
    end: int
    prefix: str
    suffix: str
    grammar: str


class Dictionary:
    """The words of one language.

    Args:
        language: two letters; `pymorphy3_dicts_<language>` must be installed.

    Raises:
        LookupError: there is no such dictionary.
    """

    def __init__(self, language: str) -> None:
        spec = find_spec(f"pymorphy3_dicts_{language}")
        if spec is None or spec.origin is None:
            raise LookupError(f"no dictionary of {language}")
        folder = Path(spec.origin).parent / "data"
        about = (folder / "meta.json").read_bytes()
        self._language = language
        self.version = crc32(about)  # tells it from the same dictionary of another time
        options = json.loads(about)
        options = dict(options)["compile_options"]
        self._prefixes: list[str] = options["paradigm_prefixes"]
        self._suffixes = _Strings(json.loads((folder / "suffixes.json").read_bytes()))
        self._grammar: list[str] = json.loads((folder / "gramtab-opencorpora-int.json").read_bytes())
        self._forms, self._starts = _paradigms((folder / "paradigms.array").read_bytes())
        self._words = _Automaton(folder / "words.dawg")
        self._remember(_AT_FIRST)

    def __contains__(self, word: str) -> bool:
        return bool(self.parses(word))

    def __reduce__(self) -> "tuple[Callable[[str, int], Dictionary], tuple[str, int]]":
        """Kept is only which one it was."""
        return _again, (self._language, self.version)

    def settle(self) -> None:
        """Let go of what was looked up."""
        self._remember(_KEPT)
        self.rest()

    def _remember(self, words: int) -> None:
        self._rules = lru_cache(maxsize=words)(self._rules_of)
        self.parses = lru_cache(maxsize=words)(self._parses)

    def rest(self) -> None:
        """Let go of the pages in use: left alone, the system would soon keep the whole file in memory."""
        self._words.rest()

    def _parses(self, word: str) -> tuple[Parse, ...]:
        """Every reading of a word in lower case; none where the dictionary lacks it."""
        state = self._words.state(word)
        rules = () if state is None else self._rules(state)
        return tuple(
            [
                Parse(f"{rule.prefix}{word[rule.start : len(word) - rule.end]}{rule.suffix}", rule.grammar)
                for rule in rules
            ]
        )

    def _rules_of(self, state: int) -> tuple[_Rule, ...]:
        """How words are read that are inflected alike: they end in one state of the automaton."""
        return tuple(dict.fromkeys(self._readings(state)))

    def _readings(self, state: int) -> Iterator[_Rule]:
        for paradigm, form in self._words.values(state):
            start = self._starts[paradigm]
            size = (self._starts[paradigm + 1] - start) // 3
            grammar = self._grammar[self._forms[start + size + form]]
            if _MISSPELT not in grammar:
                yield _Rule(
                    len(self._prefixes[self._forms[start + 2 * size + form]]),
                    len(self._suffixes[self._forms[start + form]]),
                    self._prefixes[self._forms[start + 2 * size]],
                    self._suffixes[self._forms[start]],
                    grammar,
                )


def _again(language: str, version: int) -> Dictionary:
    """The dictionary that was in use; a LookupError where there is another now."""
    dictionary = Dictionary(language)
    if dictionary.version != version:
        raise LookupError(f"another dictionary of {language}")
    dictionary.settle()
    return dictionary


class _Strings:
    """Many short strings, kept as one."""

    def __init__(self, strings: list[str]) -> None:
        self._whole = "".join(strings)
        self._ends = array("I", itertools.accumulate(map(len, strings), initial=0))

    def __getitem__(self, place: int) -> str:
        return self._whole[self._ends[place] : self._ends[place + 1]]


class _Automaton:
    """Words and what is stored with them, in the file of a compiled `dawg` automaton.

    Four bytes a transition; the values of a word are its continuations behind a separator, in base 64.
    """

    _SEPARATOR = 1

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._mapped = mapped
        self._is_in_use = False
        if hasattr(mmap, "MADV_RANDOM"):
            mapped.madvise(mmap.MADV_RANDOM)  # lookups jump: reading ahead would only fill memory
        (count,) = struct.unpack_from("=I", mapped)
        whole = memoryview(mapped)
        self._units = whole[4 : 4 + 4 * count].cast("I")
        self._guide = whole[8 + 4 * count :]

    def rest(self) -> None:
        """Give the mapped pages back; they are there again when they are needed."""
        if self._is_in_use and hasattr(mmap, "MADV_DONTNEED"):
            self._is_in_use = False
            self._mapped.madvise(mmap.MADV_DONTNEED)

    def values(self, state: int) -> Iterator[tuple[int, int]]:
        """What is stored with the words of a state: a paradigm, and the form in it."""
        for value in self._endings(state):
            yield _RECORD.unpack(a2b_base64(value))

    def state(self, word: str) -> int | None:
        """Where a word ends; None where it is missing."""
        self._is_in_use = True
        units, index = self._units, 0
        unit = units[index]
        for label in (*word.encode(), self._SEPARATOR):
            index ^= ((unit >> 10) << ((unit & 512) >> 6)) ^ label
            unit = units[index]
            if unit & 0x800000FF != label:
                return None
        return index

    def _endings(self, start: int) -> Iterator[bytes]:
        units, guide = self._units, self._guide
        if units[start] & 256:
            yield b""
        open_ways = [(start, guide[2 * start], b"")]
        while open_ways:
            index, label, before = open_ways.pop()
            while label:
                unit = units[index]
                child = index ^ ((unit >> 10) << ((unit & 512) >> 6)) ^ label
                further = guide[2 * child + 1]
                if further:
                    open_ways.append((index, further, before))
                before += bytes((label,))
                if units[child] & 256:
                    yield before
                index, label = child, guide[2 * child]


def _paradigms(content: bytes) -> "tuple[array[int], array[int]]":
    """All paradigms in one array, and where each starts."""
    numbers = array("H", content)
    forms, starts = array("H"), array("I", [0])
    place = 1
    for _ in range(numbers[0]):
        size = numbers[place]
        forms.extend(numbers[place + 1 : place + 1 + size])
        starts.append(len(forms))
        place += 1 + size
    return forms, starts
