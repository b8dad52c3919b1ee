"""The two durable queues' rows: what waits, in which order, and what is dropped."""

from datetime import timedelta

from bot.domain.notices import Notice, NoticeKind, NoticeState
from bot.domain.people import PersonId
from bot.domain.updates import UpdateRowId
from storage import Database
from tests.storage.conftest import NOW, meet, take


async def campaign(database: Database, subject: int) -> None:
    async with database.unit() as unit:
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_OPENED, subject, now=NOW)


async def subscribers(database: Database, *ids: int) -> None:
    await meet(database, *ids)
    async with database.unit() as unit:
        for one in ids:
            await unit.subscriptions.add(PersonId(one), now=NOW)


async def expand(database: Database, *, limit: int = 100) -> bool:
    async with database.unit() as unit:
        found = await unit.notices.unexpanded()
        if found is not None:
            await unit.notices.expand(found, limit=limit, now=NOW)
    return found is not None


async def claim(database: Database, limit: int = 100, *, after: timedelta = timedelta()) -> list[Notice]:
    async with database.unit() as unit:
        return list(await unit.notices.claim(limit, now=NOW + after))


async def counts(database: Database) -> dict[NoticeState, int]:
    async with database.view() as view:
        return await view.notices.counts()


async def test_update_that_comes_again_is_one_row(database: Database):
    await take(database, (5, 1), (6, 1))
    assert len(await take(database, (6, 1), (7, 1))) == 3


async def test_settled_update_that_comes_again_stays_settled_and_empty(database: Database):
    (row,) = await take(database, (5, 1), payload='{"secret": 1}')
    async with database.unit(bookkeeping=True) as unit:
        await unit.inbox.settle([(UpdateRowId(row), None)], now=NOW)
    assert await take(database, (5, 1), payload='{"secret": 1}') == []


async def test_updates_wait_in_the_order_of_intake_by_lane_and_range(database: Database):
    rows = await take(database, (9, 1), (3, 2), (5, 1), (1, 1))
    async with database.view() as view:
        of_one = await view.inbox.waiting(1, after=rows[0], up_to=rows[2], limit=10, lane=1)
        of_another_bot = await view.inbox.waiting(2, after=0, limit=10)
    assert [row.id for row in of_one] == [rows[2]]
    assert of_another_bot == []


async def test_lane_is_found_by_its_index_however_many_rows_wait(database: Database):
    async with database.view() as view:
        plan = await view.inbox.connection.all(
            "EXPLAIN QUERY PLAN SELECT id FROM inbox WHERE bot_id = 1 AND state IN ('received', 'applied')"
            " AND id > 5 AND lane = 7 AND id <= 9 ORDER BY id LIMIT 16"
        )
    assert "inbox_by_lane" in plan[0]["detail"]


async def test_campaign_of_one_subject_begins_once(database: Database):
    await subscribers(database, 1, 2)
    await campaign(database, 1)
    await expand(database)
    await campaign(database, 1)
    assert not await expand(database)
    assert await counts(database) == {NoticeState.PENDING: 2}


async def test_campaign_is_expanded_in_chunks_without_a_repeat_or_a_gap(database: Database):
    await subscribers(database, *range(1, 26))
    await campaign(database, 1)
    chunks = 0
    while await expand(database, limit=4):
        chunks += 1
    assert chunks == 7
    assert sorted(notice.person_id for notice in await claim(database)) == list(range(1, 26))


async def test_who_subscribes_after_the_campaign_has_begun_is_not_told(database: Database):
    await subscribers(database, 1)
    await campaign(database, 1)
    await subscribers(database, 2)
    await expand(database)
    assert [notice.person_id for notice in await claim(database)] == [1]


async def test_unsubscribed_and_unreachable_people_are_never_claimed(database: Database):
    await subscribers(database, 1, 2, 3, 4)
    async with database.unit() as unit:
        await unit.people.mark_unreachable(PersonId(4))
    await campaign(database, 1)
    await expand(database)
    async with database.unit() as unit:
        await unit.subscriptions.delete(PersonId(1))
        await unit.people.mark_unreachable(PersonId(2))
    assert [notice.person_id for notice in await claim(database)] == [3]
    assert await counts(database) == {
        NoticeState.CANCELLED: 1,
        NoticeState.UNREACHABLE: 1,
        NoticeState.CLAIMED: 1,
    }


async def test_claimed_notice_is_nobody_elses_until_it_is_released(database: Database):
    await subscribers(database, 1, 2)
    await campaign(database, 1)
    await expand(database)
    (first,) = await claim(database, 1)
    (second,) = await claim(database)
    assert first.id != second.id
    async with database.unit() as unit:
        assert await unit.notices.release_claimed() == 2
    assert len(await claim(database)) == 2


async def test_postponed_notice_waits_and_counts_its_attempt(database: Database):
    await subscribers(database, 1)
    await campaign(database, 1)
    await expand(database)
    (notice,) = await claim(database)
    for is_attempt in (True, False):
        async with database.unit() as unit:
            await unit.notices.postpone(
                notice.id, until=NOW + timedelta(minutes=1), problem="TimedOut", is_attempt=is_attempt
            )
        assert await claim(database) == []
        (notice,) = await claim(database, after=timedelta(minutes=1))
        assert notice.attempts == 1
