"""Letters: their limit, and how what Telegram's app has cut becomes one again."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.letters import LONGEST, Letter, LetterEmpty, LetterId, LetterState
from bot.domain.people import PersonId

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
EMPTY = Letter(id=LetterId(1), person_id=PersonId(1), created_at=NOW)


def test_text_that_fits_is_looked_over_as_typed():
    typed = EMPTY.typed("  Два\n\nрядки ", sent_at=NOW)
    assert (typed.text, typed.state, typed.excess) == ("  Два\n\nрядки ", LetterState.PREVIEW, 0)


@pytest.mark.parametrize(
    ("text", "excess"),
    [("а" * LONGEST, 0), ("а" * (LONGEST + 1), 1), ("a" + "🌻" * (LONGEST // 2), 1)],
)
def test_length_is_telegrams(text, excess):
    typed = EMPTY.typed(text, sent_at=NOW)
    assert typed.excess == excess
    assert typed.state is (LetterState.ASKS if excess else LetterState.PREVIEW)


@pytest.mark.parametrize("text", ["", " \n", "…", "\u200b"])
def test_message_without_a_word_is_no_letter(text):
    with pytest.raises(LetterEmpty):
        EMPTY.typed(text, sent_at=NOW)


@pytest.mark.parametrize(
    ("first", "seconds", "is_one"), [(2500, 1, True), (2500, 4, False), (100, 1, False), (4000, 2, True)]
)
def test_what_the_app_has_cut_is_one_letter(first, seconds, is_one):
    letter = EMPTY.typed("а" * first, sent_at=NOW)
    later = NOW + timedelta(seconds=seconds)
    assert letter.takes(later) is (is_one or letter.state is LetterState.ASKS)
    assert (letter.typed("кінець", sent_at=later).text == "а" * first + "\nкінець") is is_one
