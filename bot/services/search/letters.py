"""Letters: one spelling for what looks the same, and other scripts and keyboards undone."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

#: Whatever people use for an apostrophe or a dash.
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ`´＇′‛\u0301"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_PLAIN = {**_APOSTROPHES, **_DASHES, ord("№"): " # "}
#: Signs within a word that stand for an apostrophe.
_INSTEAD = re.compile(r"(?<=[^\W\d_])[*\"”“](?=[^\W\d_])")
_TOKEN = re.compile(r"\d+(?:-?[^\W\d_]+)?|[#%]|[^\W\d_]+(?:'[^\W\d_]+)*")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
#: What keeps a text from being in one spelling but for its capitals.
_UNEVEN = re.compile(f'[{re.escape("".join(map(chr, _PLAIN)))}*"”“]|{_INVISIBLE.pattern}')
_LATIN = re.compile("[a-z]")
#: A word has at most this many readings in another script.
_READINGS = 24


def normalise(text: str) -> str:
    """One spelling: compatible characters, small letters, plain apostrophes and dashes, nothing invisible."""
    if _UNEVEN.search(text) is None and unicodedata.is_normalized("NFKC", text):
        return text.casefold()
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text).translate(_PLAIN))
    return _INSTEAD.sub("'", text.casefold().translate(_PLAIN))


def tokens(text: str) -> list[str]:
    """The words and numbers of a normalised text."""
    return list(map(sys.intern, _TOKEN.findall(text)))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, as `tokens` finds them once it is normalised."""
    plain = text.casefold()
    words = plain.split()
    joined = "".join(words)
    # Most ways of asking are nothing but letters, and all that is uneven but ʼ, ʹ and U+115F is no letter.
    is_plain = joined.isalpha() and not ("ʼ" in joined or "ʹ" in joined or "\u115f" in joined)
    if not is_plain or not unicodedata.is_normalized("NFKC", text):
        words = _TOKEN.findall(normalise(text))
    return list(map(sys.intern, words))


def is_latin(word: str) -> bool:
    """Whether the word is spelt in plain Latin letters."""
    return word.isascii() and not word[:1].isdigit()


class Scripts:
    """Ways back from another script or keyboard.

    Args:
        look_alikes: Latin letters that look like letters of the content's script.
        layouts: what a key gives on the Latin keyboard → what it gives on another.
        transliteration: Latin spelling → letters that it may stand for.
    """

    def __init__(
        self,
        look_alikes: Mapping[str, str],
        layouts: Sequence[Mapping[str, str]],
        transliteration: Mapping[str, Sequence[str]],
    ) -> None:
        self._look_alikes = str.maketrans(dict(look_alikes))
        self._typed = [str.maketrans(dict(layout)) for layout in layouts]
        self._retyped = [
            str.maketrans({letter: key for key, letter in reversed(list(layout.items())) if len(letter) == 1})
            for layout in layouts
        ]
        self._letters = transliteration
        signs = sorted(transliteration, key=len, reverse=True)
        self._signs = re.compile("|".join(map(re.escape, signs)) or "(?!)")

    def one_script(self, word: str) -> str:
        """A word that mixes scripts, in one of them."""
        if word.isascii() or _LATIN.search(word) is None:
            return word
        return word.translate(self._look_alikes)

    def other_layouts(self, text: str) -> Iterator[str]:
        """The normalised text as the same keys give it on the other keyboards."""
        for table in (*self._typed, *self._retyped):
            other = text.translate(table)
            if other != text:
                yield other

    def transliterated(self, word: str) -> Iterator[str]:
        """What a word in Latin letters may be in the content's script, the likeliest first."""
        parts: list[Sequence[str]] = []
        place = 0
        while place < len(word):
            sign = self._signs.match(word, place)
            if sign is None:
                parts.append((word[place],))
                place += 1
            else:
                parts.append(self._letters[sign.group()])
                place = sign.end()
        yield from islice(map("".join, product(*parts)), _READINGS * 8)
