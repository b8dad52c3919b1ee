"""Which thing a question is about, told by its number, its year or its name, before any text is compared."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.knowledge import Entity, EntityId
from bot.services.search.lexicon import Lexicon
from bot.services.search.words import Role, Word

#: How far from its noun a number may stand: the second *national action* plan.
_REACH = 3
#: How long a year is, and how many of them make a span.
_YEAR, _SPAN = 4, 2
#: OpenCorpora's signs of a noun, a verb, a preposition.
_NOUN, _VERB, _PREPOSITION = "NOUN", "VERB", "PREP"
#: The concept of the lists that asks for the next of a row.
_AFTER = "=after"
_BREAKS = frozenset({Role.ORDINAL, Role.NUMBER, Role.STOP, Role.ASKING})


@dataclass
class Slots:
    """What was found in a question.

    Attributes:
        entity: the one of a row that the question names (the fourth plan).
        others: further ones of a row that it names; the question may compare.
        named: things that it names by an alias → how much the name weighs.
        by_code: whether it is named by the number of its document.
        missing: whether it names one of a row that there is not (the twelfth plan).
        used: the places of the words that say so → the key of what they say.
    """

    entity: EntityId | None = None
    others: tuple[EntityId, ...] = ()
    named: dict[EntityId, float] = field(default_factory=dict)
    by_code: bool = False
    missing: bool = False
    used: dict[int, str] = field(default_factory=dict)


class Recogniser:
    """Knows the things of the content by their numbers and names.

    Args:
        entities: the things.
        lexicon: how names are compared.
    """

    def __init__(self, entities: Mapping[EntityId, Entity], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_ordinal: dict[str, dict[str, EntityId]] = defaultdict(dict)
        self._by_number: dict[str, set[EntityId]] = defaultdict(set)
        self._by_years: dict[tuple[str, ...], EntityId] = {}
        self._epithets: dict[str, EntityId] = {}
        self._names: dict[str, list[tuple[frozenset[str], EntityId]]] = defaultdict(list)
        self._names_of: dict[EntityId, list[frozenset[str]]] = {}
        self._weights: dict[frozenset[str], float] = {}
        self._ordinals = {
            entity.id: entity.ordinal for entity in entities.values() if entity.ordinal is not None
        }
        self.kinds = {entity: entities[entity].kind for entity in self._ordinals}
        aliases = {
            entity.id: [
                lexicon.read(alias) for text in entity.texts.values() for alias in (text.title, *text.aliases)
            ]
            for entity in entities.values()
        }
        self._nouns = self._nouns_of(entities, aliases)
        self._shared: dict[str, frozenset[str]] = {}
        titles = {
            entity.id: [lexicon.read(text.title) for text in entity.texts.values()]
            for entity in entities.values()
        }
        self._fillers = self._fillers_of(aliases, titles)
        for entity in entities.values():
            if entity.ordinal is not None:
                self._by_ordinal[entity.kind][f"#{entity.ordinal}"] = entity.id
                if entity.period is not None:
                    self._by_years[entity.period.start[:_YEAR], entity.period.end[:_YEAR]] = entity.id
            for number in entity.numbers:
                self._by_number[number.partition("-")[0]].add(entity.id)
            names: set[frozenset[str]] = set()
            for words in aliases[entity.id]:
                keys = frozenset(word.key for word in words if word.role is not Role.STOP)
                if entity.ordinal is not None:
                    self._learn_epithet(entity, words)
                elif keys:
                    names.add(keys)
                    for key in sorted(keys):
                        self._names[key].append((keys, entity.id))
            # Of names alike in length the first by the alphabet: a set has no order of its own.
            self._names_of[entity.id] = sorted(names, key=lambda name: (-len(name), sorted(name)))

    def marks(self, entity: EntityId) -> frozenset[str]:
        """The keys that tell one of a row from its siblings, and those that they share as a name."""
        kind = self.kinds[entity]
        ordinals = {key for key, other in self._by_ordinal[kind].items() if other == entity}
        numbers = {number for number, owners in self._by_number.items() if entity in owners}
        nouns = {noun for noun, kinds in self._nouns.items() if kind in kinds}
        epithets = {epithet for epithet, other in self._epithets.items() if other == entity}
        return frozenset(ordinals | numbers | nouns | epithets) | self._shared[kind]

    def name_in(self, words: Sequence[Word], entity: EntityId) -> frozenset[str]:
        """The keys of the longest name of a thing that stands in a question."""
        keys = {word.key for word in words}
        return next((name for name in self._names_of[entity] if name <= keys), frozenset())

    def find(self, words: Sequence[Word]) -> Slots:
        """What a question is about, as far as it says so."""
        slots = Slots()
        found = self._of_rows(words, slots)
        if not found and not slots.missing:
            found = dict.fromkeys(self._by_epithet(words, slots) or self._by_span(words))
        if found:
            slots.entity, *others = found
            slots.others = tuple(others)
        keys = {word.key for word in words if word.role is not Role.STOP}
        for key in sorted(keys & self._names.keys()):
            for name, entity in self._names[key]:
                if name <= keys:
                    slots.named[entity] = max(slots.named.get(entity, 0.0), self._weight_of(name))
        return slots

    def _of_rows(self, words: Sequence[Word], slots: Slots) -> dict[EntityId, None]:
        """The ones that are told by a number; a word that also joins, as the Ukrainian for *and* is *I*, only if no other."""
        found: dict[EntityId, None] = {}
        doubtful: dict[EntityId, int] = {}
        for place, word in enumerate(words):
            if place in slots.used:
                continue
            entity = (
                self._by_period(words, place, slots)
                or self._by_row(words, place, word, slots)
                or self._by_code(words, place, word, slots)
            )
            if entity is not None and word.role is Role.STOP:
                doubtful[entity] = place
            elif entity is not None:
                found[self._follower(words, place, entity, slots) or entity] = None
        for place in doubtful.values() if found else ():
            del slots.used[place]
        return found or dict.fromkeys(doubtful)

    def _weight_of(self, name: frozenset[str]) -> float:
        """How much a name weighs: the rarer its words, the more."""
        weight = self._weights.get(name)
        if weight is None:
            rarity = sum(map(self._lexicon.rarity, sorted(name)))
            weight = self._weights[name] = max(rarity, 0.5 * (len(name) > 1))
        return weight

    def _learn_epithet(self, entity: Entity, words: Sequence[Word]) -> None:
        """What one of a row is called without a number: the *next* plan."""
        rest = [
            word
            for word in words
            if word.role is not Role.STOP and (word.key in self._nouns or word.key not in self._fillers)
        ]
        if len(rest) == 2 and all(word.role in {Role.KNOWN, Role.FOREIGN} for word in rest):
            epithets = [word.key for word in rest if word.key not in self._nouns]
            if len(epithets) == 1:
                self._epithets.setdefault(epithets[0], entity.id)

    def _by_epithet(self, words: Sequence[Word], slots: Slots) -> list[EntityId]:
        """The one that a word right before its noun tells from the others."""
        for place, word in enumerate(words):
            entity = self._epithets.get(word.key)
            if entity is not None and self._noun_after(words, place, _REACH) is not None:
                ordinals = self._by_ordinal[self.kinds[entity]]
                slots.used[place] = next(key for key, other in ordinals.items() if other == entity)
                return [entity]
        return []

    def _by_span(self, words: Sequence[Word]) -> list[EntityId]:
        """The one to which both years of a span belong, where nothing else is named."""
        years = [word.key for word in words if word.role is Role.NUMBER and len(word.key) == _YEAR]
        if len(years) != _SPAN:
            return []
        first, last = (self._by_number.get(year, set()) & self.kinds.keys() for year in years)
        return [*first & last] if len(first & last) == 1 else []

    def _by_period(self, words: Sequence[Word], place: int, slots: Slots) -> EntityId | None:
        """The one whose first and last year are said one after the other."""
        years = tuple([word.key for word in words[place : place + _SPAN] if word.role is Role.NUMBER])
        entity = self._by_years.get(years)
        if entity is not None:
            slots.used.update(dict.fromkeys((place, place + 1), f"#{self._ordinals[entity]}"))
        return entity

    def _follower(self, words: Sequence[Word], place: int, entity: EntityId, slots: Slots) -> EntityId | None:
        """The next of a row, where the one that is named only stands before it: what came *after* the fourth."""
        before = place - 1
        while before > max(0, place - _REACH) and self._is_between(words[before]):
            before -= 1
        mark = f"#{self._ordinals[entity] + 1}"
        follower = self._by_ordinal[self.kinds[entity]].get(mark)
        if before < 0 or words[before].key != _AFTER or follower is None:
            return None
        slots.used.update(dict.fromkeys((before, *(used for used in slots.used if used >= place)), mark))
        return follower

    def _is_between(self, word: Word) -> bool:
        """Whether a word says nothing between the number of one of a row and what stands before its name."""
        return word.key in self._nouns or word.key in self._fillers or word.role is Role.STOP

    def _by_row(self, words: Sequence[Word], place: int, word: Word, slots: Slots) -> EntityId | None:
        """The one that an ordinal, a digit or a Roman number beside its noun names."""
        ordinal = self._ordinal(word)
        if ordinal is None or self._counts(words, place):
            return None
        reach = _REACH if word.role is Role.ORDINAL else 1
        is_cardinal = word.base in self._lexicon.cardinals
        noun = None if is_cardinal else self._noun_after(words, place, reach)
        if noun is None and (before := self._noun_before(words, place)) is not None:
            if _is_english_ordinal(word, self._lexicon.cardinals):
                return None
            noun = before
        if noun is None and (is_cardinal or word.role is not Role.ORDINAL or not _ends(words, place)):
            return None
        kinds = self._nouns[noun] if noun is not None else self._main_kind()
        for kind in kinds:
            entity = self._by_ordinal.get(kind, {}).get(ordinal)
            if entity is not None:
                slots.used[place] = ordinal
                return entity
        slots.missing = slots.missing or (bool(kinds) and not self._counts_others(words, place))
        return None

    def _by_code(self, words: Sequence[Word], place: int, word: Word, slots: Slots) -> EntityId | None:
        """The one that an order's number names, or a year beside its noun."""
        if word.role is not Role.NUMBER:
            return None
        known = [entity for entity in self._by_number.get(word.key, ()) if entity in self.kinds]
        is_year = len(word.key) == 4 and word.key[:2] in {"19", "20"}
        noun = self._noun_before(words, place) or self._noun_after(words, place, _REACH)
        if is_year and noun is None:
            return None
        if not known:
            slots.missing = slots.missing or (is_year and not self._by_number.get(word.key))
            return None
        slots.used[place] = word.key
        slots.by_code = not is_year
        return known[0] if len(known) == 1 else None

    def _counts(self, words: Sequence[Word], place: int) -> bool:
        """Whether the number belongs to a unit, as in *for two years* or *in the first year*."""
        word = words[place]
        is_count = word.role in {Role.NUMBER, Role.ORDINAL}
        return is_count and place + 1 < len(words) and words[place + 1].base in self._lexicon.units

    def _counts_others(self, words: Sequence[Word], place: int) -> bool:
        """Whether a digit may count what follows: the plan that had *13 commitments*."""
        after = words[place + 1] if place + 1 < len(words) else None
        is_digit = words[place].role is Role.NUMBER
        return is_digit and after is not None and after.role is Role.KNOWN and after.key not in self._nouns

    def _noun_before(self, words: Sequence[Word], place: int) -> str | None:
        """Plan *four*, action plan no *4*, the plan for *2012*."""
        for word in reversed(words[max(0, place - _REACH) : place]):
            if word.key in self._nouns:
                return word.key
            if word.key not in self._fillers and word.role is not Role.STOP:
                return None
        return None

    def _noun_after(self, words: Sequence[Word], place: int, reach: int) -> str | None:
        """The *fourth* national action plan; but not the *first* step of the plan."""
        for word in words[place + 1 : place + 1 + reach]:
            if word.key in self._nouns:
                return word.key
            if word.key in self._fillers:
                continue
            if word.role in _BREAKS or word.grammar.startswith(_NOUN):
                return None
        return None

    def _ordinal(self, word: Word) -> str | None:
        if word.role is Role.ORDINAL:
            return word.key
        if word.role is Role.NUMBER and len(word.key) < 3:
            return f"#{int(word.key)}" if word.key.isdigit() else None
        number = self._lexicon.roman.get(word.text)
        return f"#{number}" if number else None

    def _main_kind(self) -> tuple[str, ...]:
        """The row that is meant where nothing but a number is said: the longest one."""
        rows = sorted(self._by_ordinal, key=lambda kind: -len(self._by_ordinal[kind]))
        return tuple(rows[:1])

    def _fillers_of(
        self, aliases: Mapping[EntityId, list[list[Word]]], titles: Mapping[EntityId, list[list[Word]]]
    ) -> frozenset[str]:
        """What stands between a noun and its number in the names of every one of a row."""
        rows: dict[str, set[str]] = {}
        for entity, kind in self.kinds.items():
            keys = {word.key for words in aliases[entity] for word in words if word.role is Role.KNOWN}
            rows[kind] = rows[kind] & keys if kind in rows else keys
            title = frozenset(
                word.key for words in titles[entity] for word in words if word.role is Role.KNOWN
            )
            self._shared[kind] = self._shared.get(kind, title) & title
        return frozenset().union(*rows.values())

    @staticmethod
    def _nouns_of(
        entities: Mapping[EntityId, Entity], aliases: Mapping[EntityId, list[list[Word]]]
    ) -> dict[str, tuple[str, ...]]:
        """The nouns beside an ordinal in the names of every one of a row."""
        counts: dict[str, dict[str, set[EntityId]]] = defaultdict(lambda: defaultdict(set))
        sizes: dict[str, int] = defaultdict(int)
        for entity in entities.values():
            if entity.ordinal is None:
                continue
            sizes[entity.kind] += 1
            for words in aliases[entity.id]:
                if len(words) == 2 and any(word.key == f"#{entity.ordinal}" for word in words):
                    for word in words:
                        if word.role not in {Role.ORDINAL, Role.NUMBER, Role.STOP}:
                            counts[word.key][entity.kind].add(entity.id)
        return {
            noun: tuple(kind for kind, seen in kinds.items() if len(seen) == sizes[kind])
            for noun, kinds in counts.items()
            if any(len(seen) == sizes[kind] for kind, seen in kinds.items())
        }


def _is_english_ordinal(word: Word, cardinals: frozenset[str]) -> bool:
    """Which stands before its noun only: a plan first adopted is not the first plan."""
    is_word = word.text.isascii() and word.text.isalpha()
    return word.role is Role.ORDINAL and is_word and word.base not in cardinals


def _ends(words: Sequence[Word], place: int) -> bool:
    """Whether nothing follows that the number could belong to."""
    if place + 1 >= len(words):
        return True
    follows = words[place + 1]
    if follows.role is Role.STOP:
        return not follows.grammar.startswith(_PREPOSITION)
    return follows.role is Role.ASKING or follows.grammar.startswith(_VERB)
