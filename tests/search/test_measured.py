"""The tuning half of the development set, guarded with some slack: a change that costs answers shows here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.knowledge import EntityId, Language
from bot.services.answers import Answers
from bot.services.knowledge import load_knowledge
from tests.search.questions import Question, Reply, Tally, measured, questions, share

CONTENT = Path(__file__).parents[2] / "locales"


@pytest.fixture(scope="module")
def ask() -> Callable[[Question], Reply]:
    answers = Answers(load_knowledge(CONTENT), CONTENT)

    def asked(question: Question) -> Reply:
        about = EntityId(question.about) if question.about else None
        outcome = answers.ask(question.text, Language("uk"), about=about)
        offered = () if outcome.entry else tuple(entry.id for entry in outcome.candidates)
        return Reply(outcome.entry.id if outcome.entry else None, offered, outcome.intent, outcome.abstained)

    return asked


@pytest.fixture(scope="module")
def tallies(ask: Callable[[Question], Reply]) -> dict[str, Tally]:
    return measured(ask, tuning=True)


def test_set_has_hundreds_of_questions_with_unique_ids_in_two_halves() -> None:
    ids = [question.id for question in questions()]
    assert len(ids) >= 300
    assert len(set(ids)) == len(ids)
    assert 0.4 < share(sum(question.is_for_tuning for question in questions()), len(ids)) < 0.6


def test_expected_entries_exist() -> None:
    entries = load_knowledge(CONTENT).entries
    assert {entry for question in questions() for entry in question.expect} <= set(entries)


def test_most_questions_are_answered_right_and_hardly_any_wrong(tallies: dict[str, Tally]) -> None:
    tally = tallies["all"]
    assert share(tally.right, tally.answerable) >= 0.87
    assert share(tally.among, tally.answerable) >= 0.95
    assert share(tally.wrong, tally.answerable) <= 0.03


def test_what_is_out_of_scope_or_beside_it_is_not_answered(tallies: dict[str, Tally]) -> None:
    assert share(tallies["scope"].abstained, tallies["scope"].unanswerable) >= 0.98
    assert share(tallies["neighbours"].abstained, tallies["neighbours"].unanswerable) >= 0.9


def test_wishes_are_seen_and_questions_are_not_taken_for_wishes(tallies: dict[str, Tally]) -> None:
    tally = tallies["all"]
    assert share(tally.granted, tally.wishes) >= 0.98
    assert share(tally.false_wishes, tally.not_wishes) <= 0.01


def test_search_built_anew_answers_the_same(ask: Callable[[Question], Reply]) -> None:
    again = Answers(load_knowledge(CONTENT), CONTENT)
    for question in questions()[::25]:
        outcome = again.ask(
            question.text, Language("uk"), about=EntityId(question.about) if question.about else None
        )
        assert (outcome.entry.id if outcome.entry else None) == ask(question).entry
