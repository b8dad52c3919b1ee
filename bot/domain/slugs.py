"""Short names for addresses, made of titles: Latin letters, digits and hyphens."""

import itertools
import re
import unicodedata
from collections.abc import Collection

#: Longest short name (Telegram's rule for deep links less our prefix), and longest that is made of a title.
LONGEST, LONGEST_MADE = 60, 44
#: Ukrainian letters by their names in Unicode, as the Cabinet's resolution № 55 of 27 January 2010 writes them; the
#: letters of Russian that Ukrainian has not, likewise. What is not here is written as it is called.
_LETTERS = {
    "A": "a",
    "BE": "b",
    "VE": "v",
    "GHE": "h",
    "GHE WITH UPTURN": "g",
    "DE": "d",
    "IE": "e",
    "UKRAINIAN IE": "ie",
    "ZHE": "zh",
    "ZE": "z",
    "I": "y",
    "BYELORUSSIAN-UKRAINIAN I": "i",
    "YI": "i",
    "SHORT I": "i",
    "KA": "k",
    "EL": "l",
    "EM": "m",
    "EN": "n",
    "O": "o",
    "PE": "p",
    "ER": "r",
    "ES": "s",
    "TE": "t",
    "U": "u",
    "EF": "f",
    "HA": "kh",
    "TSE": "ts",
    "CHE": "ch",
    "SHA": "sh",
    "SHCHA": "shch",
    "SOFT SIGN": "",
    "YU": "iu",
    "YA": "ia",
    "HARD SIGN": "",
    "YERU": "y",
    "E": "e",
    "IO": "e",
}
#: At the beginning of a word these are written otherwise.
_FIRST = {"UKRAINIAN IE": "ye", "YI": "yi", "SHORT I": "y", "YU": "yu", "YA": "ya"}
_CYRILLIC = re.compile(r"CYRILLIC SMALL LETTER (.+)")
_APOSTROPHES = "'\u2019\u02bc`"


def slug_of(title: str, taken: Collection[str] = (), *, otherwise: str = "consultation") -> str:
    """A short name made of a title.

    Args:
        title: in any language.
        taken: short names that others have.
        otherwise: what is taken where the title has no letter that could be written in Latin.
    """
    words = re.findall(r"[a-z0-9]+", " ".join(map(_latin, _words(title))))
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > LONGEST_MADE:
            break
        made = longer
    made = made or (words[0][:LONGEST_MADE] if words else otherwise)
    numbered = (f"{made}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (made, *numbered) if one not in taken)


def _words(title: str) -> list[str]:
    plain = "".join(c for c in title.casefold() if c not in _APOSTROPHES)
    return re.split(r"[\W_]+", plain)


def _latin(word: str) -> str:
    letters = [_letter(c, is_first=place == 0) for place, c in enumerate(word)]
    # Not to be read as the one letter that is written so.
    for place, pair in enumerate(itertools.pairwise(letters), start=1):
        if pair == ("z", "h"):
            letters[place] = "gh"
    return "".join(letters)


def _letter(c: str, *, is_first: bool) -> str:
    named = _CYRILLIC.fullmatch(unicodedata.name(c, ""))
    if named is None:
        return unicodedata.normalize("NFKD", c)[:1]
    name = named[1]
    return _FIRST.get(name, _LETTERS.get(name, "")) if is_first else _LETTERS.get(name, "")
