"""Typing errors: filtering by letters must never hide a word that comparing with every word would find."""

from random import Random

import pytest
from rapidfuzz.distance import OSA

from bot.services.search.slips import Slips

_TEXT = """
пропозиція пропозиції план плани планів уряд уряди відкритий відкрита відкриті партнерство партнер звіт звіти звітує
консультація голосування голосувати council commitment commitments government governance open
"""
_WORDS = _TEXT.split()


def _slipped(word: str, random: Random) -> str:
    letters = list(word)
    for _ in range(random.randint(1, 3)):
        place = random.randrange(len(letters) - 1)
        match random.randrange(4):
            case 0:
                del letters[place]
            case 1:
                letters.insert(place, random.choice("аоіnt'"))
            case 2:
                letters[place] = random.choice("аоіnt'")
            case _:
                letters[place : place + 2] = letters[place + 1], letters[place]
    return "".join(letters)


def _by_comparing_all(word: str, slips: int) -> str | None:
    near = [
        (distance, rank, other)
        for rank, other in enumerate(_WORDS)
        if len(other) >= 4 and (distance := OSA.distance(word, other)) <= slips
    ]
    return min(near)[2] if near else None


@pytest.mark.parametrize("slips", [1, 2, 3])
def test_nearest_word_is_the_one_that_comparing_with_all_finds(slips: int):
    random, words = Random(slips), Slips(_WORDS)

    for _ in range(500):
        word = _slipped(random.choice(_WORDS), random)
        assert words.nearest(word, slips, shortest=4) == _by_comparing_all(word, slips)


def test_of_words_alike_near_the_most_frequent_is_meant():
    assert Slips(["плани", "плану"]).nearest("планух", 1, shortest=4) == "плану"
    assert Slips(["плани", "плану"]).nearest("плано", 1, shortest=4) == "плани"
