"""Letters: the quick way to the words of a text must find what the thorough one finds."""

from random import Random

import pytest

from bot.services.search.letters import normalise, tokens, words_of


def test_no_letter_is_spelt_otherwise_for_being_read_quickly():
    for letter in map(chr, range(0x10000)):
        text = f"план{letter}дій"
        assert words_of(text) == tokens(normalise(text)), hex(ord(letter))


@pytest.mark.parametrize("seed", range(4))
def test_words_are_those_of_the_normalised_text(seed: int):
    random = Random(seed)
    letters = "абвїєґ’'ʼʹab12 ?-№%\u0301\u200bßİŉﬁ\n"
    for _ in range(2000):
        text = "".join(random.choices(letters, k=12))
        assert words_of(text) == tokens(normalise(text)), text
