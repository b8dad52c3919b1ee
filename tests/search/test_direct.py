"""Plain questions on the shipped content: what stands there is answered, and a gap is said as one."""

from pathlib import Path

import pytest

from bot.domain.knowledge import EntityId, Language
from bot.services.answers import Answers, texts_of
from bot.services.knowledge import load_knowledge
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import read_lists
from bot.services.search.words import Role

CONTENT = Path(__file__).parents[2] / "locales"
UK = Language("uk")


@pytest.fixture(scope="module")
def answers() -> Answers:
    return Answers(load_knowledge(CONTENT), CONTENT)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("Who is on the steering committee?", "steering-committee-who"),
        ("how many countries", "members-how-many"),
        ("Які пріоритети п'ятого плану?", "plan-5-tasks"),
        ("priorities of the third plan", "plan-3-tasks"),
        ("пріоритети шостого плану", "plan-6-directions"),
        ("напрями четвертого плану", "plan-4-tasks"),
        ("tasks of the sixth plan", "plan-6-tasks"),
        ("когда утвердили пятый план действий", "plan-5-when"),
        ("когда утвержден шестой план", "plan-6-when"),
        ("каким распоряжением утвержден третий план", "plan-3-order"),
        ("когда был принят третий план", "plan-3-when"),
        ("який план вперше врахував цілі сталого розвитку", "plan-4-goals"),
        ("which plan first took the SDGs into account", "plan-4-goals"),
        ("напрями 2012-2016", "directions-list"),
        ("які були напрями у 2012–2016 роках", "directions-list"),
        ("directions 2012–2016", "directions-list"),
        ("Коли затвердили п’ятий план і яким розпорядженням?", "plan-5-when"),
        ("Про що п’яте зобов’язання шостого плану?", "eu-law-what"),
        ("which plan had 13 commitments", "plan-3-how-many"),
        ("what is the fifth commitment of the sixth plan", "eu-law-what"),
    ],
)
def test_direct_question_is_answered(answers: Answers, question: str, entry: str) -> None:
    found = answers.ask(question, UK).entry
    assert found is not None
    assert found.id == entry


@pytest.mark.parametrize(
    ("question", "about", "entity"),
    [
        ("Partners of the fourth plan", None, "plan-4"),
        ("а хто був партнером?", "plan-4", "plan-4"),
        ("and who were the partners?", "plan-3", "plan-3"),
        ("What is the budget of the fourth plan?", None, "plan-4"),
        ("який бюджет четвертого плану", None, "plan-4"),
        ("Хто розробляв четвертий план?", None, "plan-4"),
        ("Про що друге зобов’язання шостого плану?", None, "plan-6"),
        ("what is the second commitment of the sixth plan", None, "plan-6"),
    ],
)
def test_gap_is_said_with_what_is_known(
    answers: Answers, question: str, about: str | None, entity: str
) -> None:
    outcome = answers.ask(question, UK, about=EntityId(about) if about else None)
    assert outcome.entry is None
    assert outcome.silent
    assert outcome.entity == entity
    assert {entry.entity for entry in outcome.candidates} == {entity}


def test_gap_on_who_made_a_plan_leads_to_how_it_was_made(answers: Answers) -> None:
    outcome = answers.ask("Хто розробляв четвертий план?", UK)
    assert outcome.candidates[0].id == "plan-4-process"


def test_follow_up_on_partners_keeps_the_plan(answers: Answers) -> None:
    found = answers.ask("and who were the partners?", UK, about=EntityId("plan-2")).entry
    assert found is not None
    assert found.id == "plan-2-partners"


def test_question_that_names_another_thing_does_not_go_on_about_the_last(answers: Answers) -> None:
    found = answers.ask("у якому плані вперше з'явився розділ партнери", UK, about=EntityId("plan-4")).entry
    assert found is not None
    assert found.id == "plan-2-partners"


def test_ways_of_asking_differ_in_their_words() -> None:
    """Word forms and little words do not matter: two ways of the same words would only make the search dearer."""
    knowledge = load_knowledge(CONTENT)
    lexicon = Lexicon(read_lists(CONTENT, knowledge.languages), texts_of(knowledge))
    same = []
    for entry in knowledge.entries.values():
        for text in entry.texts.values():
            seen: dict[frozenset[str], str] = {}
            for way in text.ways:
                words = frozenset(word.key for word in lexicon.read(way) if word.role is not Role.STOP)
                if words in seen:
                    same.append((entry.id, seen[words], way))
                seen[words] = way
    assert same == []
