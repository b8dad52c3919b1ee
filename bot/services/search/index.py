"""The content made ready for comparing: each way of asking as a bag of weighted words and a set of pieces."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import log, sqrt
from typing import Any, NamedTuple

from bot.domain.knowledge import AttributeId, EntityId, Entry, EntryId, Knowledge
from bot.services.search.grams import Grams
from bot.services.search.lexicon import Lexicon
from bot.services.search.pool import Pool, Query
from bot.services.search.slots import Recogniser
from bot.services.search.wording import Wording
from bot.services.search.words import Role, Word

#: An asking word weighs so much at most: most questions have one.
ASKING = 0.45
#: Of a word that the content lacks, by what it is: a noun says what the question is about, an adverb hardly.
FOREIGN = {
    "NOUN": 0.85,
    "ADJF": 0.6,
    "VERB": 0.5,
    "INFN": 0.5,
    "ADVB": 0.25,
    "PREP": 0.0,
    "CONJ": 0.0,
    "PRCL": 0.0,
}
FOREIGN_LATIN = 0.85
UNKNOWN = 0.8
#: A word of fewer letters that nothing knows is a slip of the finger.
SLIP = 3
#: What a word in an entry's text counts beside one in its variants, where its rarity is reckoned.
FURTHER = 0.25
#: Of a word that says little, at most.
LIGHT = 0.25
#: Of a word for what the content is silent on.
SILENT = 2.0
#: Concepts of the lists that ask for different kinds of answers.
_TELLING = frozenset({"=who", "=when", "=where", "=how-many", "=why"})
#: All concepts that only ask.
ASKING_KEYS = _TELLING | {"=what"}
#: What a question may be about beside its words, and the concept that asks for a person.
_FUTURE, _NOW, _WHO, _WHY = "~future", "~now", "=who", "=why"
#: What a plan has many of: its *second* one is none of the others.
_TASK = "=task"


class _Read(NamedTuple):
    """What is read of an entry.

    Attributes:
        variants: the ways in which it is asked for, each as the words that say something.
        said: each of those words once, by how it is spelt.
        signs: what else is asked by them: of the future, of now.
        further: other words of it: of its thing, its attribute and its fact, and numbers from its details.
    """

    variants: list[list[Word]]
    said: dict[str, Word]
    signs: set[str]
    further: list[Word]


class Index:
    """Every entry's variants, and the words that each entry has anywhere.

    Args:
        knowledge: the content.
        lexicon: how words are compared.
        recogniser: the things of a row, whose numbers are left out where siblings are compared.
    """

    def __init__(self, knowledge: Knowledge, lexicon: Lexicon, recogniser: Recogniser) -> None:
        self.entries: tuple[Entry, ...] = tuple(knowledge.entries.values())
        self.attributes: tuple[AttributeId, ...] = tuple(knowledge.attributes)
        self._lexicon = lexicon
        self._recogniser = recogniser
        self._grams = Grams()
        empty = partial(Pool.empty, self._grams)
        self.full, self.cues = empty(), empty()
        self.rows: dict[str, Pool] = {kind: empty() for kind in sorted({*recogniser.kinds.values()})}
        self._things: dict[EntityId, Pool] = {}
        self._having: dict[str, int] = {}
        self.asked: list[frozenset[str]] = []
        self.wording = Wording(lexicon.light, _TELLING)
        around = self._around(knowledge)
        read = [self._read(entry, around) for entry in self.entries]
        self._weigh(read)
        self.by_slot: dict[tuple[EntityId, AttributeId], list[int]] = defaultdict(list)
        self.by_entity: dict[EntityId, list[int]] = defaultdict(list)
        self.places: dict[EntryId, int] = {entry.id: place for place, entry in enumerate(self.entries)}
        for place, entry in enumerate(self.entries):
            self.by_slot[entry.entity, entry.attribute].append(place)
            self.by_entity[entry.entity].append(place)
            variants, said = read[place][:2]
            self._add(place, variants)
            self.wording.add(variants, said)
            variants.clear()  # what is compared is kept: to hold the words as well would double the most that is held
        cued: dict[AttributeId, set[str]] = defaultdict(set)
        # What nothing is told of has words without weights.
        told = {entry.attribute for entry in self.entries}
        for place, attribute in enumerate(knowledge.attributes.values()):
            for text in attribute.texts.values() if attribute.id in told else ():
                for cue in (text.title, *text.cues):
                    words = [word for word in lexicon.read(cue) if word.role is not Role.STOP]
                    self._put(self.cues, place, words)
                    cued[attribute.id].update([word.key for word in words])
        self._spans = self._spans_of(len(self.entries))
        self.cued = [cued[entry.attribute] for entry in self.entries]

    def __getstate__(self) -> dict[str, Any]:
        """All but the entries, which the content has."""
        return {name: value for name, value in self.__dict__.items() if name != "entries"}

    def attach(self, knowledge: Knowledge) -> None:
        """Take the entries from the content again."""
        self.entries = tuple(knowledge.entries.values())

    def query(self, words: Sequence[Word], *, without: Iterable[str] = ()) -> Query:
        """A question's words with their weights, less some keys."""
        left = frozenset(without)
        weights = {
            word.key: weight
            for word in words
            if word.key not in left and word.role is not Role.STOP and (weight := self.weight_of(word)) > 0
        }
        spelt = [word.text for word in words if word.role is not Role.STOP and word.key not in left]
        norm = sqrt(sum([weight * weight for weight in weights.values()]))
        asking = frozenset(word.key for word in words if word.key in _TELLING) - left
        musts, total = self._musts(words, left), sum(weights.values())
        having = [(weight, self._having.get(key, 0)) for key, weight in weights.items()]
        return Query(weights, norm, self._grams.of(spelt), musts, asking, total, having, {})

    def pieces_of(self, words: Sequence[str]) -> int:
        """The spelling of words in pieces."""
        return self._grams.of(words)

    def weight_of(self, word: Word) -> float:
        """How much a word says about what is asked."""
        weight = self._weights.get(word.key)
        if word.base in self._lexicon.light:
            return min(weight or LIGHT, LIGHT)
        silent = word.base in self._lexicon.silent or word.base in self._lexicon.places
        if weight is not None:
            return max(weight, 0.9) if silent else weight
        if silent:
            return SILENT
        if word.role is Role.ASKING or word.base in self._lexicon.now:
            return ASKING
        if word.grammar:
            return FOREIGN.get(word.grammar[:4], UNKNOWN)
        unknown = UNKNOWN if len(word.text) >= SLIP else LIGHT
        return FOREIGN_LATIN if word.role is Role.FOREIGN else unknown

    def habit(self, place: int, query: Query) -> float:
        """How usual the question's words are among the entry's ways of asking, from 0 to 1."""
        start, end = self._spans[place]
        usual = 0.0
        for key, weight in query.weights.items():
            having = self.full.postings.get(key)
            if having is not None:
                usual += weight * sqrt(
                    (bisect_left(having, end) - bisect_left(having, start)) / (end - start)
                )
        return usual / query.total if query.total else 0.0

    def has(self, key: str) -> bool:
        """Whether any entry has the word anywhere."""
        return key in self._weights

    def lacks(self, place: int, query: Query) -> bool:
        """Whether the question asks for something that nobody can ask of the entry."""
        return not query.musts <= self.asked[place]

    def is_asked_otherwise(self, place: int, query: Query) -> bool:
        """Whether the entry is never asked for with the question's asking words."""
        return bool(query.asking) and not query.asking & self.asked[place]

    def _musts(self, words: Sequence[Word], without: frozenset[str]) -> frozenset[str]:
        lexicon = self._lexicon
        musts = {
            word.key
            for word in words
            if word.role is Role.NUMBER
            or word.key == _WHY
            or (word.role is not Role.STOP and (word.base in lexicon.silent or word.base in lexicon.places))
        }
        if any(word.key == _WHO for word in words):
            musts |= {_NOW for word in words if word.base in lexicon.now}
        musts |= {sign for sign in self._tasks(words) if sign[1:] not in without}
        future = [word for word in words if lexicon.is_future(word)]
        musts |= {_FUTURE if word.role is Role.STOP else f"{_FUTURE}{word.key}" for word in future}
        return frozenset(musts) - without

    def coverage(self, place: int, query: Query) -> float:
        """The share of the question that the entry has anywhere in its words."""
        covered = query.covered.get(place)
        if covered is None:
            total, bit = query.total, 1 << place
            weight = sum([weight for weight, having in query.having if having & bit])
            covered = query.covered[place] = weight / total if total else 1.0
        return covered

    def _around(self, knowledge: Knowledge) -> dict[str, list[Word]]:
        """The words of each thing and of each attribute, which all their entries have."""
        texts: dict[str, list[str]] = {}
        for entity in knowledge.entities.values():
            texts[_thing(entity.id)] = [
                " ".join((name.title, *name.aliases, *entity.numbers)) for name in entity.texts.values()
            ]
        for attribute in knowledge.attributes.values():
            texts[attribute.id] = [" ".join((asked.title, *asked.cues)) for asked in attribute.texts.values()]
        return {
            name: [word for text in some for word in self._lexicon.read(text)] for name, some in texts.items()
        }

    def _read(self, entry: Entry, around: Mapping[str, list[Word]]) -> _Read:
        """What is asked for by an entry, and all its further words."""
        further = [*around[_thing(entry.entity)], *around[entry.attribute]]
        for text in entry.texts.values():
            further += self._lexicon.read(text.fact)
            further += self._lexicon.numbers_in(text.details)
        variants = [self._lexicon.read(variant) for variant in _variants(entry)]
        words_said = {word.text: word for words in variants for word in words}
        signs = {sign for word in words_said.values() for sign in self._signs(word)}
        if any(word.key == _TASK for word in words_said.values()):
            signs.update(sign for words in variants for sign in self._tasks(words))
        said = {text: word for text, word in words_said.items() if word.role is not Role.STOP}
        return _Read(
            [[word for word in words if word.role is not Role.STOP] for words in variants],
            said,
            signs,
            further,
        )

    def _weigh(self, read: Sequence[_Read]) -> None:
        """The rarer among the entries, the heavier; from 0 to 1."""
        counts: dict[str, float] = defaultdict(float)
        asking: set[str] = set()
        for place, (_, said, signs, further) in enumerate(read):
            asked = {word.key for word in said.values()}
            asking.update([word.key for word in said.values() if word.role is Role.ASKING])
            numbers = {word.key for word in further if word.role is Role.NUMBER}
            cued = {word.key for word in further if word.key in _TELLING}
            self.asked.append(frozenset(asked | signs | numbers | cued))
            bit = 1 << place
            for key in asked.union([word.key for word in further if word.role is not Role.STOP]):
                self._having[key] = self._having.get(key, 0) | bit
                counts[key] += FURTHER if key not in asked else 1
        most = log(1 + len(read))
        self._weights = {key: log(1 + len(read) / count) / most for key, count in counts.items()}
        for key in asking:
            self._weights[key] = min(self._weights[key], ASKING)
        for key in self._lexicon.light & self._weights.keys():
            self._weights[key] = min(self._weights[key], LIGHT)
        self._squares = {key: weight**2 for key, weight in self._weights.items()}

    def _signs(self, word: Word) -> Iterator[str]:
        if self._lexicon.is_future(word):
            yield _FUTURE
            yield f"{_FUTURE}{word.key}"
        if word.base in self._lexicon.now:
            yield _NOW

    def _tasks(self, words: Sequence[Word]) -> Iterator[str]:
        """By what number some words tell one of the tasks."""
        for word, after in itertools.pairwise(words):
            if word.role is Role.ORDINAL and after.key == _TASK and word.base not in self._lexicon.cardinals:
                yield f"~{word.key}"

    def thing(self, entity: EntityId) -> Pool:
        """The variants of a thing's entries without its name, made ready when it is first asked about."""
        pool = self._things.get(entity)
        if pool is None:
            pool = self._things[entity] = Pool.empty(self._grams)
            for place in self.by_entity[entity]:
                for variant in _variants(self.entries[place]):
                    words = self._lexicon.read(variant)
                    name = self._recogniser.name_in(words, entity)
                    said = [word for word in words if word.role is not Role.STOP and word.key not in name]
                    self._put(pool, place, said)
        return pool

    def _add(self, place: int, variants: Iterable[list[Word]]) -> None:
        entity = self.entries[place].entity
        kind = self._recogniser.kinds.get(entity)
        marks = self._recogniser.marks(entity) if kind else frozenset()
        for words in variants:
            self._put(self.full, place, words)
            if kind:
                self._put(self.rows[kind], place, [word for word in words if word.key not in marks])

    def _spans_of(self, count: int) -> list[tuple[int, int]]:
        """Where each entry's variants begin and end, which lie side by side."""
        owners = self.full.owners
        starts = [bisect_left(owners, place) for place in range(count + 1)]
        return [(start, max(end, start + 1)) for start, end in itertools.pairwise(starts)]

    def _put(self, pool: Pool, owner: int, words: Sequence[Word]) -> None:
        keys = dict.fromkeys([word.key for word in words])
        squares = self._squares
        norm = sqrt(sum([squares[key] for key in keys]))
        if norm:
            pool.add(owner, keys, norm, tuple([word.text for word in words]))


def _variants(entry: Entry) -> Iterator[str]:
    """The ways in which an entry is asked for."""
    for text in entry.texts.values():
        yield from text.ways


def _thing(entity: str) -> str:
    """The name of a thing where attributes have names too."""
    return f"~{entity}"
