"""Topics follow their cases, whoever changes them; what waits for a topic waits as long as it must."""

from datetime import timedelta

import pytest

from bot.domain.forum import Case, CaseNoun, Standing, Topic
from bot.domain.notices import NoticeKind, NoticeState
from bot.domain.people import PersonId
from bot.domain.questions import Question, QuestionId, QuestionState
from storage import Database, UnitOfWork
from tests.storage.conftest import NOW, meet

GROUP, ASKER = -100, PersonId(7)


async def asked(unit: UnitOfWork) -> Question:
    return await unit.questions.add(
        Question(id=QuestionId(0), asker_id=ASKER, text="?", language="uk", asked_at=NOW)
    )


async def noticed(unit: UnitOfWork, question: Question) -> Topic:
    """A question whose notice is to go into its topic, which is not there yet."""
    case = Case(noun=CaseNoun.QUESTION, id=question.id)
    topic = await unit.forum.ensure(GROUP, case, now=NOW)
    kind = NoticeKind.QUESTION_PASSED_ON
    await unit.notices.add_to_group(kind, question.id, GROUP, now=NOW, topic=topic)
    return topic


@pytest.fixture
async def topic(database: Database) -> Topic:
    await meet(database, ASKER)
    async with database.unit() as unit:
        return await noticed(unit, await asked(unit))


async def made(database: Database, topic: Topic, thread_id: int) -> None:
    async with database.unit() as unit:
        opened = topic.model_copy(update={"thread_id": thread_id, "told": "x"})
        await unit.forum.save(opened)
        await unit.forum.release(opened, now=NOW)
        await unit.forum.done(topic)


async def claimed(database: Database) -> list[int | None]:
    """The threads to which what is due goes."""
    async with database.unit() as unit:
        return [notice.thread_id for notice in await unit.notices.claim(10, now=NOW + timedelta(days=365))]


async def test_notice_waits_for_its_topic(database: Database, topic: Topic):
    assert await claimed(database) == []
    async with database.view() as view:
        assert not await view.notices.any_due(now=NOW + timedelta(days=365))
        assert [one.id for one in await view.forum.due(GROUP, limit=9)] == [topic.id]
    await made(database, topic, 42)
    assert await claimed(database) == [42]


async def test_topic_lost_while_it_is_brought_up_to_date_keeps_its_notices(database: Database, topic: Topic):
    await made(database, topic, 42)
    old = topic.model_copy(update={"thread_id": 42, "told": "y"})
    async with database.unit() as unit:
        await unit.forum.lose(topic.id, 42)
    async with database.unit() as unit:  # who had read it before goes on
        await unit.forum.tell(old)
        await unit.forum.done(old)
        await unit.forum.release(old, now=NOW)
    assert await claimed(database) == []
    await made(database, topic, 43)
    assert await claimed(database) == [43]


@pytest.mark.parametrize("standing", [one for one in Standing if not one.has_topics])
async def test_notice_goes_to_the_group_as_such_where_there_are_no_topics(
    database: Database, topic: Topic, standing: Standing
):
    async with database.unit() as unit:
        await unit.forum.see(GROUP, standing, now=NOW)
    assert await claimed(database) == [None]


async def test_topic_is_due_when_its_case_has_changed_since_it_was_read(database: Database, topic: Topic):
    await made(database, topic, 42)
    async with database.unit() as unit:
        await unit.questions.settle(QuestionId(topic.case.id), QuestionState.CLOSED, by=None, now=NOW)
    async with database.unit() as unit:
        await unit.forum.done(topic)  # brought up to what it was before
        (due,) = await unit.forum.due(GROUP, limit=9)
        assert due.wanted > topic.wanted
        await unit.forum.done(due)
        assert await unit.forum.due(GROUP, limit=9) == []


async def test_lost_topic_begins_anew_with_its_first_message(database: Database, topic: Topic):
    await made(database, topic, 42)
    async with database.unit() as unit:
        (notice,) = await unit.notices.claim(10, now=NOW)
        await unit.notices.settle([(notice.id, NoticeState.SENT, None)], now=NOW)
        await unit.forum.lose(topic.id, 42)
    assert await claimed(database) == []
    await made(database, topic, 43)
    assert await claimed(database) == [43]


async def test_topic_that_was_made_anew_is_not_lost_by_a_late_word_on_the_old_one(
    database: Database, topic: Topic
):
    await made(database, topic, 42)
    async with database.unit() as unit:
        (notice,) = await unit.notices.claim(10, now=NOW)  # on its way while the topic is deleted
        await unit.forum.lose(topic.id, 42)
        await unit.notices.postpone(notice.id, until=NOW, problem="", is_attempt=False)
        await unit.forum.lose(topic.id, 42)
    assert await claimed(database) == []
    await made(database, topic, 43)
    async with database.unit() as unit:
        await unit.forum.lose(topic.id, 42)
    assert await claimed(database) == [43]


async def test_thread_belongs_to_the_topic_that_got_it_last(database: Database, topic: Topic):
    await made(database, topic, 42)
    async with database.unit() as unit:
        other = await noticed(unit, await asked(unit))
    await made(database, other, 42)
    async with database.view() as view:
        found = await view.forum.find(GROUP, 42)
        assert found is not None
        assert found.id == other.id
        first = await view.forum.of(GROUP, topic.case)
        assert first is not None
        assert first.thread_id is None


async def test_topics_and_what_waits_for_them_move_with_the_group(database: Database, topic: Topic):
    async with database.unit() as unit:
        await unit.forum.see(GROUP, Standing.PLAIN, now=NOW)
        await unit.groups.move(GROUP, -200)
        assert await unit.groups.current(GROUP) == -200
        assert await unit.forum.standing(-200) == (Standing.UNSEEN, None)
        assert [one.id for one in await unit.forum.due(-200, limit=9)] == [topic.id]
