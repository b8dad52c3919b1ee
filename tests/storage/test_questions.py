"""Questions' rows: settled once, told of once, and an older outbox brought along."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.knowledge import EntryId
from bot.domain.letters import Letter, LetterId, LetterState
from bot.domain.notices import NoticeKind
from bot.domain.people import PersonId
from bot.domain.questions import Asked, AskedId, Ending, Question, QuestionId, QuestionState
from storage import Database, migrations
from storage.migrations import m0001_foundation
from tests.storage.conftest import NOW, meet

ASKER, OFFICER, OTHER = PersonId(1), PersonId(2), PersonId(3)


async def question(database: Database) -> QuestionId:
    await meet(database, ASKER, OFFICER, OTHER)
    async with database.unit(bookkeeping=True) as unit:
        added = await unit.questions.add(
            Question(id=QuestionId(0), asker_id=ASKER, text="?", language="uk", asked_at=NOW)
        )
    return added.id


async def test_first_to_settle_wins(database: Database):
    asked = await question(database)
    async with database.unit(bookkeeping=True) as unit:
        answered, closed = QuestionState.ANSWERED, QuestionState.CLOSED
        assert await unit.questions.settle(asked, answered, by=OFFICER, now=NOW, answer="first")
        assert not await unit.questions.settle(asked, answered, by=OTHER, now=NOW, answer="second")
        assert not await unit.questions.settle(asked, closed, by=OTHER, now=NOW)
        kept = await unit.questions.get(asked)
    assert (kept.state, kept.answer, kept.answered_by) == (answered, "first", OFFICER)


async def test_single_notice_is_queued_once_and_only_to_who_has_written(database: Database):
    await question(database)
    async with database.unit(bookkeeping=True) as unit:
        for _ in range(2):
            await unit.notices.add(
                NoticeKind.QUESTION_PASSED_ON, 1, to=[OFFICER, OTHER, PersonId(99)], now=NOW
            )
            await unit.notices.add_to_group(NoticeKind.QUESTION_PASSED_ON, 1, -100, now=NOW)
        claimed = await unit.notices.claim(10, now=NOW)
    assert sorted(notice.chat_id for notice in claimed) == [-100, OFFICER, OTHER]
    assert [notice.person_id for notice in claimed if notice.group_id] == [None]


async def test_one_letter_is_in_hand_at_a_time(database: Database):
    asked = await question(database)
    letter = Letter(id=LetterId(0), person_id=OFFICER, text="text", created_at=NOW)
    async with database.unit(bookkeeping=True) as unit:
        await unit.letters.add(letter)
        assert await unit.letters.put_aside(OFFICER)
        await unit.letters.add(letter.model_copy(update={"question_id": asked, "text": ""}))
        in_hand = await unit.letters.in_hand(OFFICER)
        assert in_hand is not None
        assert in_hand.question_id == asked
        assert await unit.letters.others_on(asked, OTHER) == 1
        assert not await unit.letters.put_aside(OFFICER)  # an empty one is not kept
        first = await unit.letters.find(letter)
    assert first is not None
    assert first.state is LetterState.ASIDE


async def test_only_the_last_questions_are_remembered(database: Database):
    await meet(database, ASKER, OTHER)
    async with database.unit(bookkeeping=True) as unit:
        for person in (ASKER, ASKER, ASKER, OTHER):
            asked = Asked(id=AskedId(0), person_id=person, text="?", language="uk", asked_at=NOW)
            await unit.asked.add(asked, at_most=2)
        assert [await unit.asked.find(AskedId(one), ASKER) is None for one in (1, 2, 3, 4)] == [
            *(True, False, False, True)
        ]


async def test_counts_add_up_over_the_days_asked_for(database: Database):
    yesterday, today = NOW.date().replace(day=3), NOW.date()
    async with database.unit(bookkeeping=True) as unit:
        for day in (yesterday, today, today):
            await unit.counts.asked(day, "uk", Ending.ABSTAINED)
            await unit.counts.unanswered(day, "uk", "words")
            await unit.counts.unanswered(day, "uk", "")
            await unit.counts.rated(day, EntryId("plan-4-when"), was_helpful=day == today)
        of_today = await unit.counts.since(today, NOW, days=1, top=5)
        of_both = await unit.counts.since(yesterday, NOW, days=2, top=5)
    assert of_today.asked == {Ending.ABSTAINED: 2}
    assert (of_today.helpful, of_today.unhelpful) == (2, 0)
    assert (of_both.helpful, of_both.unhelpful) == (2, 1)
    assert [(one.text, one.count) for one in of_both.unanswered] == [("words", 3)]


async def test_older_outbox_keeps_its_notices(file: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as older:
        older.setattr(migrations, "STEPS", (m0001_foundation.STATEMENTS,))
        older.setattr(migrations, "HEAD", 1)
        await (await Database.open(file)).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO people (id, met_at) VALUES (1, ?)", (NOW.isoformat(),))
        connection.execute(
            """
            INSERT INTO notices (id, person_id, kind, subject_id, state, not_before, created_at)
            VALUES (7, 1, 'consultation_opened', 3, 'pending', '2026', '2026')
            """
        )
    database = await Database.open(file)
    async with database.unit(bookkeeping=True) as unit:
        (notice,) = await unit.notices.claim(10, now=NOW)
    await database.close()
    assert (notice.id, notice.person_id, notice.subject_id) == (7, ASKER, 3)
