"""Spelling: a word as it was typed, and the one of the content that it was meant to be."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product
from typing import Any

from rapidfuzz.distance import OSA

from bot.services.search.dictionary import Dictionary, Parse
from bot.services.search.letters import Scripts, is_latin, normalise, tokens
from bot.services.search.lists import Lists
from bot.services.search.slips import Slips

#: A word of the content's language is only so long taken for a neighbour's by chance.
_LONG = 7
#: A word of fewer letters is not what was meant.
_SHORTEST = 4
#: What is spelt by ear may be so many words.
_HEARD = 16


class Spelling:
    """Mends apostrophes, typing errors, scripts, keyboards and a neighbouring language's words.

    Args:
        lists: the word lists.
        own: the content's own dictionary.
        has: whether the content or the lists have a word, in any form.
    """

    def __init__(self, lists: Lists, own: Dictionary | None, has: Callable[[str], bool]) -> None:
        self._lists = lists
        self._own = own
        self._has = has
        scripts: dict[str, Any] = dict(lists.scripts)
        self._scripts = Scripts(
            scripts.get("look_alikes", {}), scripts.get("layouts", ()), scripts.get("transliteration", {})
        )
        self._sisters = [Dictionary(language) for language in scripts.get("dictionaries", ())[1:]]
        self._apostrophe: str = scripts.get("apostrophe", "'")
        self._before: str = scripts.get("before_apostrophe", "")
        self._after: str = scripts.get("after_apostrophe", "")
        self._neighbours: dict[str, str] = scripts.get("neighbours", {})
        self._foreign = str.maketrans(
            {
                letter: other
                for letter, other in self._neighbours.items()
                if letter in scripts.get("foreign", "")
            }
        )
        self._heard_as: dict[str, str] = scripts.get("by_ear", {})
        self._endings: dict[str, list[str]] = scripts.get("endings", {})
        self._dots: dict[str, str] = scripts.get("dots", {})
        self.known: set[str] = set()
        self._slips = Slips(())

    def __getstate__(self) -> dict[str, Any]:
        """All but what it is told of its owner."""
        return {name: value for name, value in self.__dict__.items() if name != "_has"}

    def attach(self, has: Callable[[str], bool]) -> None:
        """Be told again whether the content or the lists have a word."""
        self._has = has

    def learn(self, words: Iterable[str], counts: Counter[str]) -> None:
        """Take in words as they are spelt; a typing error is taken for the most frequent of the nearest."""
        self.known.update(words)
        self._slips = Slips(sorted(sorted(self.known), key=lambda word: -counts[word]))

    def one_script(self, word: str) -> str:
        """A word that mixes scripts, in one of them."""
        return self._scripts.one_script(word)

    def rest(self) -> None:
        """Let go of what only looking words up needs."""
        for dictionary in self._sisters:
            dictionary.rest()

    def other_readings(self, plain: str) -> Iterator[str]:
        """What a normalised text may be in another script or on another keyboard."""
        yield " ".join(self._from_latin(token) for token in tokens(plain))
        for other in self._scripts.other_layouts(plain):
            yield normalise(other)

    def own(self, word: str) -> str | None:
        """A word of the content's language, its apostrophe restored; None for none."""
        if self._own is None or word in self.known or word in self._own:
            return word
        plain = word.replace("'", "")
        for place in range(1, len(plain)):
            if plain[place] in self._after and plain[place - 1] in self._before:
                other = f"{plain[:place]}{self._apostrophe}{plain[place:]}"
                if other in self._own:
                    return other
        if plain != word and plain in self._own:
            return plain
        return None

    def knows(self, word: str) -> bool:
        """Whether the word is one as it stands, of the content's language or of a neighbouring one."""
        return self.own(word) is not None or self._is_of_sister(word) or self.of_sister(word) is not None

    def of_sister(self, word: str) -> Parse | None:
        """The content's word for one of a neighbouring language, with the grammar that it has there."""
        for dictionary in self._sisters:
            for spelt in (*self._dotted(word), *self._by_ear(word)):
                for parse in dictionary.parses(spelt):
                    if parse.lemma in self._lists.sister:
                        return Parse(
                            self._lists.sister.get(word, self._lists.sister[parse.lemma]), parse.grammar
                        )
        if word in self._lists.sister:
            return Parse(self._lists.sister[word], "")
        folded = "".join(self._neighbours.get(letter, letter) for letter in word)
        return Parse(folded, "") if self._own and folded in self._own and self._has(folded) else None

    def _dotted(self, word: str) -> Iterator[str]:
        """The word as it stands, then with the dots that people leave out over one of its letters."""
        yield word
        for place, letter in enumerate(word):
            if letter in self._dots:
                yield f"{word[:place]}{self._dots[letter]}{word[place + 1 :]}"

    def _by_ear(self, word: str) -> Iterator[str]:
        """What a neighbour's word may be that is spelt by ear: in the content's own letters, with its endings."""
        if self._own is not None and len(word) < _LONG and word in self._own:
            return
        yield from self._heard(word, "")
        for ending, others in self._endings.items():
            if word.endswith(ending):
                for other in others:
                    yield from self._heard(word.removesuffix(ending), other)

    def _heard(self, stem: str, ending: str) -> Iterator[str]:
        letters = [self._heard_as.get(letter, letter) for letter in stem]
        for others in islice(product(*letters), _HEARD):
            yield f"{''.join(others)}{ending}"

    def _is_of_sister(self, word: str) -> bool:
        return any(word in dictionary for dictionary in self._sisters)

    def near(self, word: str) -> str | None:
        """The content's word of which this may be a typing error."""
        # No dictionary tells an English word that the content lacks from a slip: there only long words are mended.
        length = len(word) - is_latin(word)
        if length < 4:
            return self._near_asking(word) if len(word) == 4 else None
        slips = (
            1
            if length < (8 if is_latin(word) else 6) or self._is_of_sister(word)
            else 2
            if length < 11
            else 3
        )
        found = self._slips.nearest(word, slips, shortest=_SHORTEST)
        folded = word.translate(self._foreign) if found is None else word
        return found if folded == word else self._slips.nearest(folded, slips, shortest=_SHORTEST)

    def _near_asking(self, word: str) -> str | None:
        """The asking word of which a letter was left out or two were swapped."""
        for other in sorted(self._lists.asking):
            if OSA.distance(word, other) == 1 and (len(other) > len(word) or sorted(other) == sorted(word)):
                return other
        return None

    def _from_latin(self, token: str) -> str:
        if not is_latin(token) or not token[0].isalpha():
            return token
        others = list(self._scripts.transliterated(token))
        for known in (self.known.__contains__, self.own):
            for other in others:
                if known(other):
                    return other
        return self.near(others[0]) or others[0]
