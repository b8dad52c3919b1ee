"""What is asked, in which order, within which limits."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.draft_texts import answers_of, author_of, text_of
from bot.domain.drafts import (
    ANONYMOUS,
    LIMITS,
    OPTIONAL,
    QUESTIONS,
    AnswerEmpty,
    AnswerTooShort,
    Draft,
    DraftId,
    Mode,
    Step,
    cleaned,
)
from bot.domain.people import PersonId
from bot.domain.proposals import Identity, OgpValue, Proposal, ProposalId, ProposalState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL = {
    Step.TITLE: "Заголовок",
    Step.PROBLEM: "Проблема така.",
    Step.SOLUTION: "Рішення таке.",
    Step.RESULT: "Результат такий.",
    Step.VALUES: "access",
    Step.IDENTITY: "named",
    Step.NAME: "Олена",
}
TYPED = tuple(LIMITS)


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
@pytest.mark.parametrize("step", TYPED)
def test_answer_without_a_letter_or_digit_is_empty(step, typed):
    with pytest.raises(AnswerEmpty):
        cleaned(step, typed)


@pytest.mark.parametrize("step", TYPED)
def test_answer_has_a_least_length(step):
    least = LIMITS[step].least
    with pytest.raises(AnswerTooShort) as caught:
        cleaned(step, "я" * (least - 1))
    assert caught.value.args_of_text == {"least": least, "length": least - 1}
    assert cleaned(step, "я" * least)


@given(st.sampled_from(TYPED), st.text())
def test_cleaning_twice_changes_nothing_more(step, typed):
    try:
        once = cleaned(step, typed)
    except (AnswerEmpty, AnswerTooShort):
        return
    assert cleaned(step, once) == once


@pytest.mark.parametrize("step", TYPED)
@pytest.mark.parametrize("over", [-1, 0, 1, 500])
def test_excess_counts_characters_over_the_limit(step, over):
    assert draft(**{step: "я" * (LIMITS[step].most + over)}).excess(step) == max(0, over)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, tuple(FULL)),
        (FULL, ()),
        ({**FULL, Step.CONTACT: "пошта"}, ()),
        ({**FULL, Step.TITLE: ""}, (Step.TITLE,)),
        ({**FULL, Step.SOLUTION: "я" * 1701}, (Step.SOLUTION,)),
        ({**FULL, Step.CONTACT: "я" * 151}, (Step.CONTACT,)),
        ({**FULL, Step.PARTNERS: "я" * 301}, (Step.PARTNERS,)),
        ({**FULL, Step.VALUES: ""}, (Step.VALUES,)),
        ({**FULL, Step.NAME: ""}, (Step.NAME,)),
        ({**FULL, Step.IDENTITY: ANONYMOUS, Step.NAME: ""}, ()),
        ({**FULL, Step.IDENTITY: ANONYMOUS, Step.NAME: "я" * 101}, ()),
    ],
)
def test_missing_names_what_keeps_a_draft_from_being_sent(answers, missing):
    assert draft(**answers).missing == missing


ALL = tuple(step for step in Step if step is not Step.PREVIEW)
QUICK = tuple(step for step in ALL if step not in OPTIONAL)


def at(step: Step, **fields: object) -> Draft:
    return draft().model_copy(update={"step": step, **fields})


def test_steps_are_all_questions_and_then_the_preview():
    assert ALL == QUESTIONS
    assert list(Step)[-1] is Step.PREVIEW
    assert tuple(step for step in ALL if step.is_required) == tuple(FULL)
    assert {step for step in Step if step.is_typed} == set(LIMITS)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("identity", [None, *Identity])
@pytest.mark.parametrize("without", [(), (Step.REGION,), (Step.REGION, Step.TOPIC)])
def test_steps_follow_one_another_there_and_back(mode, identity, without):
    one = at(Step.TITLE, mode=mode, answers={Step.IDENTITY: identity} if identity else {})
    expected = [step for step in (ALL if mode is Mode.FULL else QUICK) if step not in without]
    if identity is Identity.ANONYMOUS:
        expected = [step for step in expected if step not in {Step.NAME, Step.CONTACT}]
    assert one.steps(without) == tuple(expected)
    walked = []
    while one.step is not Step.PREVIEW:
        walked.append(one.step)
        one = one.past(without)
    assert walked == expected
    assert one.following(without) is Step.PREVIEW
    back = []
    while (step := one.previous(without)) is not None:
        one = one.at(step, without=without)
        back.append(step)
    assert back == expected[::-1]


@pytest.mark.parametrize(
    ("mode", "identity", "wanted", "returns", "got"),
    [
        (Mode.QUICK, "named", Step.REGION, False, Step.IDENTITY),
        (Mode.QUICK, "named", Step.REGION, True, Step.REGION),
        (Mode.FULL, "anonymous", Step.NAME, False, Step.PREVIEW),
        (Mode.FULL, "anonymous", Step.NAME, True, Step.PREVIEW),
        (Mode.FULL, "named", Step.NAME, True, Step.NAME),
        (Mode.QUICK, "named", Step.PREVIEW, True, Step.PREVIEW),
    ],
)
def test_step_that_is_not_asked_leads_to_the_one_after_it(mode, identity, wanted, returns, got):
    one = at(Step.TITLE, mode=mode, answers={Step.IDENTITY: identity}).at(wanted, returns=returns)
    assert one.step is got
    assert one.returns is (returns and got is wanted and got is not Step.PREVIEW)


@pytest.mark.parametrize(
    ("step", "answers", "got"),
    [
        (Step.TITLE, FULL, Step.PREVIEW),
        (Step.IDENTITY, FULL, Step.PREVIEW),
        (Step.IDENTITY, {Step.IDENTITY: "public"}, Step.NAME),
        (Step.IDENTITY, {Step.IDENTITY: "anonymous"}, Step.PREVIEW),
    ],
)
def test_correction_leads_back_to_the_preview_by_way_of_a_name_that_is_missing(step, answers, got):
    one = at(step, answers=answers, returns=True).past()
    assert one.step is got
    assert one.returns is (got is Step.NAME)


def test_skipped_answer_is_gone_with_the_messages_it_was_made_of():
    one = at(Step.CONTACT).answered(5, "пошта").without(Step.CONTACT)
    assert one.answers == {}
    assert one.parts == ()
    assert one.step_of(5) is None


def submitted(**fields: object) -> Proposal:
    return Proposal(
        id=ProposalId(1),
        reference="UA-2026-0001",
        draft_id=DraftId(1),
        author_id=PersonId(1),
        consultation_id=None,
        consultation=None,
        state=ProposalState.RECEIVED,
        language="uk",
        consent_version=2,
        submitted_at=NOW,
        updated_at=NOW,
        **fields,
    )


COMPLETE = {
    **FULL,
    Step.VALUES: "access,technology",
    Step.REGION: "lviv",
    Step.TOPIC: "open-data",
    Step.GOAL: "16",
    Step.BODY: "Орган",
    Step.PARTNERS: "Партнер",
    Step.TIME_FRAME: "Рік",
    Step.INDICATOR: "Число",
    Step.CONTACT: "пошта",
}


def test_draft_reads_as_a_proposal_and_that_as_the_same_draft():
    one = draft(**COMPLETE)
    text = text_of(one)
    assert text.values == (OgpValue.ACCESS, OgpValue.TECHNOLOGY)
    assert (text.region, text.goal, text.expected_result) == ("lviv", 16, "Результат такий.")
    proposal = submitted(**text.model_dump(), **author_of(one))
    assert answers_of(proposal) == COMPLETE
    assert proposal.fingerprint() == text_of(draft(**answers_of(proposal))).fingerprint()


def test_whole_country_is_no_region():
    assert text_of(draft(**{**FULL, Step.REGION: "*"})).region == ""


@pytest.mark.parametrize("identity", Identity)
def test_nothing_is_known_of_an_anonymous_author(identity):
    author = author_of(draft(**{**COMPLETE, Step.IDENTITY: identity}))
    is_named = identity is not Identity.ANONYMOUS
    assert author == {
        "identity": identity,
        "author_name": "Олена" if is_named else "",
        "contact": "пошта" if is_named else "",
    }
    assert ANONYMOUS == Identity.ANONYMOUS


@pytest.mark.parametrize("state", ProposalState)
def test_response_is_owed_until_it_is_decided(state):
    assert state.awaits_response is (state in {"received", "clarification", "under_review"})
