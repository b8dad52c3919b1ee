"""Words as search compares them: whatever the form, the spelling or the script, one key a meaning."""

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Any

import Stemmer

from bot.services.search.dictionary import Dictionary
from bot.services.search.letters import is_latin, normalise, tokens, words_of
from bot.services.search.lists import Lists
from bot.services.search.phrases import Phrases
from bot.services.search.spelling import Spelling
from bot.services.search.words import FIRST, FUTURE, ORDER, PAST, THIRD, Role, Word

#: A text of more characters is no question.
LONGEST = 1500
_NUMBER = re.compile(r"(\d+)(?:[-.]?([^\W\d_]+))?$")
#: So many words are remembered: while the content is read, and from then on.
_AT_FIRST, _KEPT = 16384, 2048
_REMEMBERING = frozenset({"_stem", "_candidates", "word"})
#: How odd another reading of a word is that must be mended too: alone it is not believed.
_MENDED = 0.6
#: Words with so many first letters in common, and endings of at most so many, are of one root.
_ROOT, _ENDING = 6, 4
#: OpenCorpora's sign of a reading that is seldom meant where there is another.
_UNLIKELY = ORDER
#: What a word may be that is asked of with *what* instead of *which*.
_NOUNS = frozenset({Role.KNOWN, Role.FOREIGN, Role.UNKNOWN})
#: What a neighbour's verb keeps of its form: that it was done, is ordered, and who does it.
_KEPT_SIGNS = (PAST, ORDER, FIRST, THIRD)


class Lexicon:
    """Every word that the content and the lists have.

    Args:
        lists: the word lists.
        texts: all texts of the content, from which it learns which words there are.
    """

    def __init__(self, lists: Lists, texts: Iterable[str]) -> None:
        self._lists = lists
        own = next(iter(lists.scripts.get("dictionaries", ())), None)
        self._own = Dictionary(own) if own else None
        self._spelling = Spelling(lists, self._own, self._has)
        self._remember(_AT_FIRST)
        self._concepts: dict[str, str] = {}
        self._phrases = Phrases()
        self._cut: dict[str, list[str]] = {}
        self._count: Counter[str] = Counter()
        self._stop = frozenset(lists.stop)
        self._named = {group for meant in lists.synonyms.values() for group in meant}
        self._asking = self._bases(lists.asking)
        self.light = self._bases(lists.light)
        self.roman: Mapping[str, str] = lists.scripts.get("roman", {})
        self.future = frozenset(lists.future)
        self.silent = self._bases(lists.silent) | {_phrase(phrase) for phrase in lists.silent_phrases}
        self.now = self._bases(lists.now)
        self.whether = frozenset(lists.whether)
        self.places = self._bases(lists.places)
        self._ordinals = {self._base(word): number for word, number in lists.ordinals.items()}
        self.cardinals = self._bases(lists.cardinals)
        self.units = self._bases(lists.units)
        self._learn(texts)

    def __getstate__(self) -> dict[str, Any]:
        """All but what only remembers."""
        return {name: value for name, value in self.__dict__.items() if name not in _REMEMBERING}

    def __setstate__(self, state: Mapping[str, Any]) -> None:
        self.__dict__.update(state)
        self._spelling.attach(self._has)
        self._remember(_KEPT)

    def read(self, text: str) -> list[Word]:
        """The words of a text, with groups of words that mean one thing made one."""
        # A text of the content is cut once: while it is learnt; most are read once more, and then no longer kept.
        return self._joined(self._cut.pop(text, ()) or words_of(text))

    def numbers_in(self, text: str) -> list[Word]:
        """The numbers of a text of the content, of which no other word is read."""
        surfaces = self._cut.pop(text, ()) or words_of(text)
        words = [self.word(surface) for surface in surfaces if surface[0].isdigit()]
        return [word for word in words if word.role is Role.NUMBER]

    def settle(self) -> None:
        """Let go of what only reading the whole content needs."""
        self._cut.clear()
        self._remember(_KEPT)
        if self._own is not None:
            self._own.settle()
        self._spelling.rest()

    def _remember(self, words: int) -> None:
        self._stem = Stemmer.Stemmer("english", 0).stemWord
        self._candidates = lru_cache(maxsize=words)(self._candidates_of)
        self.word = lru_cache(maxsize=words)(self._word)

    def question(self, text: str) -> list[Word]:
        """The words of what a person wrote, in whatever script or on whatever keyboard it was typed."""
        words = self._likeliest(normalise(text))
        if self._own is not None:
            self._own.rest()
        self._spelling.rest()
        return words

    def _likeliest(self, plain: str) -> list[Word]:
        surfaces = tokens(plain)
        words = self._joined(surfaces)
        strange = sum(map(self._is_strange, surfaces))
        if not strange or strange * 2 < len(words):
            return words
        best, least = words, strange / len(words)
        for other in self._spelling.other_readings(plain):
            surfaces = tokens(other)
            share = sum(map(self._oddness, surfaces)) / len(surfaces) if surfaces else 1.0
            if share < least and share <= 0.5:
                best, least = self._joined(surfaces), share
        return best

    def _is_strange(self, token: str) -> bool:
        """Whether a word is known to nothing, or in Latin letters only once it is mended."""
        word = self.word(token)
        return word.role is Role.UNKNOWN or (is_latin(token) and word.text != token)

    def _oddness(self, token: str) -> float:
        """How unlikely it is that another reading of a word was meant, from 0 to 1, where nothing knows it."""
        if self.word(token).role is Role.UNKNOWN:
            return 1.0
        is_mended = not is_latin(token) and not token[0].isdigit() and not self._spelling.knows(token)
        return _MENDED if is_mended else 0.0

    def rarity(self, key: str) -> float:
        """From 0, for the content's commonest word, to 1."""
        return 1.0 - log(self._count[key] or 1) / log(self._most)

    def asks(self, word: Word) -> bool:
        """Whether a word asks: for something, or whether something is so."""
        return word.role is Role.ASKING or word.text in self.whether

    def is_future(self, word: Word) -> bool:
        """Whether the word makes a question one about what will be."""
        return FUTURE in word.grammar or word.text in self.future

    def _joined(self, surfaces: Iterable[str]) -> list[Word]:
        return self._told_which(self._phrases.joined(list(map(self.word, surfaces)), self._count))

    def _learn(self, texts: Iterable[str]) -> None:
        """Take in the content's words, then concepts, so that keys agree everywhere."""
        all_texts = list(texts)
        self._cut = {text: words_of(text) for text in all_texts}
        surfaces = Counter(itertools.chain.from_iterable(map(self._cut.__getitem__, all_texts)))
        for surface, count in sorted(surfaces.items()):  # neighbours lie side by side in a dictionary
            for base in self._candidates(surface):
                self._count[base] += count
        self._learn_concepts()
        for base, count in list(self._count.items()):
            if base in self._concepts:
                self._count[self._concepts[base]] += count
        words = {word for word in surfaces if len(word) > 3 and not word[0].isdigit()}
        for listed in (
            self._lists.stop,
            self._lists.asking,
            self._lists.ordinals,
            self._lists.silent,
            self._lists.light,
        ):
            words.update(word for word in listed if len(word) > 2)
        groups = (group for meant in self._lists.synonyms.values() for group in meant)
        words.update(tokens(normalise(" ".join((str(self._lists.intents), *groups)))))
        self._spelling.learn(sorted(words), surfaces)
        self._most = 1 + max(self._count.values(), default=1)
        self._sorted = sorted(base for base in self._count if len(base) >= _ROOT and base not in self._stop)
        self._outside = self.silent | self.places | self.now | self._stop | self._asking

    def _learn_concepts(self) -> None:
        silent = {_phrase(phrase).lstrip("="): [phrase] for phrase in self._lists.silent_phrases}
        for concept, meant in (*self._lists.synonyms.items(), *silent.items()):
            for group in meant:
                bases = tuple(self._asked_or_base(token) for token in words_of(group))
                if len(bases) == 1 and bases[0] not in self._stop:
                    self._concepts.setdefault(bases[0], f"={concept}")
                elif len(bases) > 1:
                    self._phrases.add(bases, f"={concept}", self._count)

    def _bases(self, words: Iterable[str]) -> frozenset[str]:
        """Words and their dictionary forms."""
        return frozenset(words) | {self._base(word) for word in words}

    def _base(self, surface: str) -> str:
        """The dictionary form; of several the one that the content has most."""
        candidates = self._candidates(surface)
        if len(candidates) == 1:
            return candidates[0]
        if surface in self._named and surface in candidates:
            return surface
        return max(candidates, key=lambda base: self._count[base])

    def _asked_or_base(self, text: str) -> str:
        """An asking word stays as it is: *why* must not become a form of *what*."""
        return text if text in self._lists.asking and not is_latin(text) else self._base(text)

    def _candidates_of(self, surface: str) -> Sequence[str]:
        if is_latin(surface):
            word = surface.removesuffix("'s")
            return (self._stem(self._lists.forms.get(word, word)),)
        parses = self._own.parses(surface) if self._own else ()
        likely = [parse for parse in parses if _UNLIKELY not in parse.grammar] or parses
        return tuple(dict.fromkeys(parse.lemma for parse in likely)) or (surface,)

    def _word(self, surface: str) -> Word:
        if surface[0].isdigit():
            return self._numeral(surface)
        text = self._spelling.one_script(surface)
        if is_latin(text):
            return self._latin(text)
        own = self._spelling.own(text)
        if own is not None and self._has(own):
            return self._told(own, known=True)
        sister = self._spelling.of_sister(text)
        if sister is not None and (
            own is None or self._has(sister.lemma) or sister.lemma in self._spelling.known
        ):
            word = self._told(sister.lemma, known=True)
            kept = any(sign in sister.grammar for sign in _KEPT_SIGNS)
            return word._replace(grammar=sister.grammar) if kept else word
        near = self._spelling.near(text) if own is None else None
        return self._told(own or near or text, known=own is not None or near is not None)

    def _has(self, text: str) -> bool:
        """Whether the content or the lists have the word."""
        base = self._base(text)
        return base in self._count or base in self._stop or base in self._ordinals or base in self._concepts

    def _latin(self, text: str) -> Word:
        if text not in self._spelling.known and len(text) > 3:
            stem = self._stem(text)
            if stem not in self._count and stem not in self._stop and stem not in self._concepts:
                text = self._spelling.near(text) or text
        return self._told(text, known=False)

    def _told(self, text: str, *, known: bool) -> Word:
        base = self._asked_or_base(text)
        number = next((self._ordinals[one] for one in self._candidates(text) if one in self._ordinals), None)
        if number is not None:
            return Word(f"#{number}", Role.ORDINAL, base, text)
        key = self._concepts.get(base) or self._kin(base)
        if text in self._stop or base in self._stop:
            role = Role.STOP
        elif base in self._asking:
            role = Role.ASKING
        elif key in self._count:
            role = Role.KNOWN
        else:
            known = known or text in self._spelling.known or base in self._concepts or base in self._outside
            role = Role.FOREIGN if known else Role.UNKNOWN
        return Word(key, role, base, text, self._grammar(text, base))

    def _kin(self, base: str) -> str:
        """A word of the content from the same root, for a word that the content lacks."""
        if base in self._count or len(base) < _ROOT + 1 or base in self._outside or is_latin(base):
            return base
        root = base[: max(_ROOT, len(base) - _ENDING)]
        place = bisect_left(self._sorted, root)
        kin = itertools.takewhile(lambda other: other.startswith(root), self._sorted[place : place + 8])
        best = max(kin, key=lambda other: self._count[other], default=base)
        return self._concepts.get(best, best)

    def _grammar(self, text: str, base: str) -> str:
        for parse in self._own.parses(text) if self._own and not is_latin(text) else ():
            if parse.lemma == base:
                return parse.grammar
        return ""

    def _numeral(self, surface: str) -> Word:
        match = _NUMBER.match(surface)
        if match is None:
            return Word(surface, Role.NUMBER, surface, surface)
        number, ending = match.groups()
        if ending and ending in self._lists.endings and len(number) < 3:
            return Word(f"#{int(number)}", Role.ORDINAL, number, surface)
        return Word(number, Role.NUMBER, number, surface)

    def _told_which(self, words: list[Word]) -> list[Word]:
        """*What years* asks which years; it does not ask what something is."""
        before = self._lists.before_noun
        if before.keys().isdisjoint([word.text for word in words]):
            return words
        return [
            self.word(before[word.text])
            if word.text in before and after is not None and after.role in _NOUNS
            else word
            for word, after in itertools.zip_longest(words, words[1:])
        ]


def _phrase(phrase: str) -> str:
    """The concept of a group of words that is in no list of synonyms."""
    return f"={phrase.replace(' ', '-')}"
