"""The states of a proposal, its fingerprint, the chain of receipts, and working days."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.consultations import ConsultationId
from bot.domain.drafts import AnswerEmpty, Draft, DraftId, Step
from bot.domain.people import PersonId
from bot.domain.proposals import (
    AWAITING,
    DECISIONS,
    TRANSITIONS,
    ChangeImpossible,
    OgpValue,
    Proposal,
    ProposalId,
    ProposalState,
    ProposalText,
)
from bot.domain.receipts import BEGINNING, Receipt, digest
from bot.domain.workdays import after

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
#: The contract, state by state.
CONTRACT = {
    "received": {"clarification", "under_review", "withdrawn"},
    "clarification": {"under_review", "withdrawn"},
    "under_review": {"clarification", "accepted", "partly_accepted", "declined", "merged", "withdrawn"},
    "declined": {"under_review"},
    "accepted": {"in_plan"},
    "partly_accepted": {"in_plan"},
    "in_plan": {"implemented"},
    "implemented": set(),
    "merged": set(),
    "withdrawn": set(),
}


def proposal(state: ProposalState, *, has_appealed: bool = False) -> Proposal:
    return Proposal(
        id=ProposalId(1),
        reference="UA-2026-0001",
        draft_id=DraftId(1),
        author_id=PersonId(1),
        consultation_id=ConsultationId(1),
        consultation="roads",
        state=state,
        title="Title",
        problem="Problem",
        solution="Solution",
        language="uk",
        consent_version=2,
        has_appealed=has_appealed,
        submitted_at=NOW,
        updated_at=NOW,
    )


def test_states_follow_each_other_as_the_contract_says():
    assert {state.value: {*map(str, state.following)} for state in ProposalState} == CONTRACT
    assert TRANSITIONS.keys() | {"implemented", "merged", "withdrawn"} == {*ProposalState}


@pytest.mark.parametrize("state", ProposalState)
@pytest.mark.parametrize("wanted", ProposalState)
def test_no_other_change_is_possible(state, wanted):
    if wanted in CONTRACT[state]:
        assert proposal(state).require(wanted)
    else:
        with pytest.raises(ChangeImpossible):
            proposal(state).require(wanted)


def test_refusal_is_contested_once():
    assert proposal(ProposalState.DECLINED).can_be_contested
    contested = proposal(ProposalState.DECLINED, has_appealed=True)
    assert not contested.can_be_contested
    with pytest.raises(ChangeImpossible):
        contested.require(ProposalState.UNDER_REVIEW)


def test_author_may_withdraw_until_it_is_decided():
    may = {state for state in ProposalState if proposal(state).can_be_withdrawn}
    assert may == AWAITING
    assert not may & DECISIONS


def test_fingerprint_is_of_the_text_and_the_files_in_any_order():
    text = ProposalText(title="Т", problem="П", solution="Р", values=(OgpValue.ACCESS,))
    assert text.fingerprint(["b", "a"]) == text.fingerprint(["a", "b"])
    changed = [text.model_copy(update={name: "інше"}) for name in ("title", "problem", "topic", "indicator")]
    assert len({one.fingerprint() for one in [text, *changed]} | {text.fingerprint(["a"])}) == 6


def test_fingerprint_can_be_reckoned_by_hand():
    text = ProposalText(title="Т", problem="П", solution="Р")
    canonical = (
        '{"attachments":[],"expected_result":"","goal":null,"indicator":"","partners":"","problem":"П","region":"",'
        '"responsible_body":"","solution":"Р","time_frame":"","title":"Т","topic":"","values":[]}'
    )
    assert text.fingerprint() == hashlib.sha256(canonical.encode()).hexdigest()


def test_key_is_the_same_for_the_same_words():
    one = ProposalText(title="Відкриті дані", problem="Немає даних.", solution="Дати дані")
    other = ProposalText(title="відкриті  ДАНІ!", problem="Немає даних", solution="дати, дані")
    assert one.key == other.key
    assert one.key != one.model_copy(update={"title": "Закриті дані"}).key


def receipt(number: int) -> Receipt:
    return Receipt(
        number=number,
        reference=f"UA-2026-{number:04}",
        version=1,
        content_hash=f"{number:064}",
        received_at=NOW,
        day=NOW.date(),
    )


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=8, unique=True), st.data())
def test_digest_tells_a_receipt_that_is_missing_or_moved(numbers, data):
    receipts = [receipt(number) for number in numbers]
    whole = digest(BEGINNING, receipts)
    missing = data.draw(st.integers(0, len(receipts) - 1))
    assert digest(BEGINNING, [*receipts[:missing], *receipts[missing + 1 :]]) != whole
    assert digest("1" * 64, receipts) != whole
    if len(receipts) > 1:
        assert digest(BEGINNING, receipts[::-1]) != whole


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 29), 5, date(2026, 12, 4)),
        (date(2026, 11, 23), 20, date(2026, 12, 21)),
    ],
)
def test_working_days_leave_out_weekends(day, days, expected):
    assert after(day, days) == expected


def test_working_days_leave_out_holidays():
    assert after(date(2026, 12, 24), 1, holidays=[date(2026, 12, 25)]) == date(2026, 12, 28)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_a_working_day_is_reached_over_five_days_a_week(day, days):
    reached = after(day, days)
    assert reached.weekday() < 5
    assert timedelta(days=days) <= reached - day <= timedelta(days=days + 2 * (days // 5 + 1))


def draft() -> Draft:
    return Draft(id=DraftId(1), person_id=PersonId(1), created_at=NOW, updated_at=NOW)


def test_message_from_before_the_next_question_goes_on_with_the_answer():
    begun = draft().answered(5, "Перша частина.").model_copy(update={"step": Step.PROBLEM, "shown_id": 8})
    joined = begun.answered(6, "Друга частина.")
    assert joined.answers == {Step.TITLE: "Перша частина. Друга частина."}
    assert begun.answered(9, "Проблема така.").answers[Step.PROBLEM] == "Проблема така."


def test_edited_message_changes_its_part_of_the_answer():
    begun = draft().answered(5, "Перша частина.").model_copy(update={"step": Step.PROBLEM, "shown_id": 8})
    joined = begun.answered(6, "Друга частина.")
    assert joined.edited(5, "Початок.").answers == {Step.TITLE: "Початок. Друга частина."}
    assert joined.edited(77, "Чуже.") == joined
    with pytest.raises(AnswerEmpty):
        begun.edited(5, "…")
