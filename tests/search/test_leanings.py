"""What a question leans to: the learnt weights of its words."""

import pytest

from bot.services.search.leanings import NAMING, UNLEARNT, Leanings, marks_of
from bot.services.search.words import Role, Word

HOW_MANY = Word("=how-many", Role.ASKING, "how-many", "how many")
OF = Word("of", Role.STOP, "of", "of")
CITY = Word("=city", Role.KNOWN, "city", "cities")
FOURTH = Word("#4", Role.ORDINAL, "fourth", "fourth")
PLAN = Word("=plan", Role.KNOWN, "plan", "plan")


def test_words_that_follow_each_other_are_marks_beside_the_words() -> None:
    assert [*marks_of([HOW_MANY, OF, CITY])] == ["=how-many", "=city", "=how-many>=city"]


def test_which_one_of_a_row_is_asked_says_nothing() -> None:
    assert [*marks_of([FOURTH, PLAN])] == [*marks_of([FOURTH._replace(key="#5"), PLAN])]


def test_leaning_grows_with_what_speaks_for_silence_but_not_with_length() -> None:
    leanings = Leanings({"=how-many": 1.0, "=how-many>=city": -3.0})
    assert leanings.of([HOW_MANY]) == 1.0
    assert leanings.of([HOW_MANY, CITY]) == pytest.approx(-2 / 3**0.5)
    assert leanings.of([HOW_MANY, HOW_MANY, HOW_MANY]) == pytest.approx(1 / 2**0.5)
    assert leanings.of([OF]) == 0.0


def test_content_that_has_learnt_nothing_leans_to_answers() -> None:
    assert Leanings({}).of([HOW_MANY, CITY]) == UNLEARNT < 0


def test_question_that_goes_on_about_a_thing_leans_as_if_it_named_it() -> None:
    leanings = Leanings({"=city": 4.0})
    assert leanings.of([CITY], goes_on=True) == 4.0 - NAMING
