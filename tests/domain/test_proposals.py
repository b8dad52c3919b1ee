"""What is asked, in which order, within which limits."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.drafts import LIMITS, QUESTIONS, AnswerEmpty, AnswerTooShort, Draft, DraftId, Step, cleaned
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL = {Step.TITLE: "Заголовок", Step.PROBLEM: "Проблема така.", Step.SOLUTION: "Рішення таке."}


def draft(**answers: str) -> Draft:
    given_answers = {Step(name): text for name, text in answers.items()}
    return Draft(id=DraftId(1), person_id=PersonId(1), answers=given_answers, created_at=NOW, updated_at=NOW)


@pytest.mark.parametrize(
    ("step", "typed", "kept"),
    [
        (Step.TITLE, "  Відкриті   дані  ", "Відкриті дані"),
        (Step.TITLE, "Відкриті\nдані\n\nпро дороги", "Відкриті дані про дороги"),
        (Step.PROBLEM, "Перша лінія\r\n  друга   лінія \n\n", "Перша лінія\nдруга лінія"),
        (Step.PROBLEM, "Нульова\u200b\ufeff ширина\u2060 тут", "Нульова ширина тут"),
        (Step.PROBLEM, "Напрям\u202e письма\u200f тут", "Напрям письма тут"),
        (Step.PROBLEM, "Родина 👩\u200d👧 разом", "Родина 👩\u200d👧 разом"),
        (Step.PROBLEM, "Таб\tі\rдзвінок\x07 тут", "Таб і дзвінок тут"),
        (Step.PROBLEM, "<b>не жирно</b> & { $x }", "<b>не жирно</b> & { $x }"),
        (Step.CONTACT, "a@b", "a@b"),
    ],
)
def test_answer_is_cleaned(step, typed, kept):
    assert cleaned(step, typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n\n", "🙂🙂", "…", "?!", "\u200b\u200d\u200c", "\u202e", "***"]
)
@pytest.mark.parametrize("step", QUESTIONS)
def test_answer_without_a_letter_or_digit_is_empty(step, typed):
    with pytest.raises(AnswerEmpty):
        cleaned(step, typed)


@pytest.mark.parametrize("step", QUESTIONS)
def test_answer_has_a_least_length(step):
    least = LIMITS[step].least
    with pytest.raises(AnswerTooShort) as caught:
        cleaned(step, "я" * (least - 1))
    assert caught.value.args_of_text == {"least": least, "length": least - 1}
    assert cleaned(step, "я" * least)


@given(st.sampled_from(QUESTIONS), st.text())
def test_cleaning_twice_changes_nothing_more(step, typed):
    try:
        once = cleaned(step, typed)
    except (AnswerEmpty, AnswerTooShort):
        return
    assert cleaned(step, once) == once


@pytest.mark.parametrize("step", QUESTIONS)
@pytest.mark.parametrize("over", [-1, 0, 1, 500])
def test_excess_counts_characters_over_the_limit(step, over):
    assert draft(**{step: "я" * (LIMITS[step].most + over)}).excess(step) == max(0, over)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, (Step.TITLE, Step.PROBLEM, Step.SOLUTION)),
        (FULL, ()),
        ({**FULL, Step.CONTACT: "пошта"}, ()),
        ({**FULL, Step.TITLE: ""}, (Step.TITLE,)),
        ({**FULL, Step.SOLUTION: "я" * 1701}, (Step.SOLUTION,)),
        ({**FULL, Step.CONTACT: "я" * 151}, (Step.CONTACT,)),
        ({Step.PROBLEM: "Проблема така."}, (Step.TITLE, Step.SOLUTION)),
    ],
)
def test_missing_names_what_keeps_a_draft_from_being_sent(answers, missing):
    assert draft(**answers).missing == missing


def test_steps_follow_one_another():
    steps = list(Step)
    assert steps == [Step.TITLE, Step.PROBLEM, Step.SOLUTION, Step.CONTACT, Step.PREVIEW]
    assert [step.number for step in steps] == [1, 2, 3, 4, 5]
    assert [step.following for step in steps] == [*steps[1:], Step.PREVIEW]
    assert [step.previous for step in steps] == [None, *steps[:-1]]
    assert tuple(step for step in steps if step.is_question) == QUESTIONS


def test_all_answers_fit_one_message():
    assert sum(limit.most for limit in LIMITS.values()) < 4096 - 300


@pytest.mark.parametrize("state", ProposalState)
def test_response_is_owed_until_it_is_decided(state):
    assert state.awaits_response is (state in {"received", "clarification", "under_review"})
