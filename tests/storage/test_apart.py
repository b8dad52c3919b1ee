"""A long read in a thread of its own: one snapshot, no connection of the others', and an end when nobody waits."""

import asyncio
import threading
import time

import pytest

from bot.domain.exports import Selection
from bot.domain.proposals import ProposalId
from storage import Database, View
from tests.services.proposed import NOW, put


async def filled(database: Database, count: int) -> None:
    async with database.unit() as unit:
        for number in range(1, count + 1):
            await put(unit, number)


async def test_reading_apart_sees_one_snapshot_while_others_write(database: Database):
    await filled(database, 3)
    has_begun, may_go_on = threading.Event(), threading.Event()

    async def work(view: View) -> tuple[int, int, int]:
        first = await view.selections.count(Selection())
        has_begun.set()
        may_go_on.wait(10)
        return first, await view.selections.count(Selection()), threading.get_ident()

    reading = asyncio.create_task(database.apart(work))
    await asyncio.to_thread(has_begun.wait, 10)
    async with database.unit() as unit:
        await put(unit, 4)
    may_go_on.set()
    first, second, thread = await reading
    assert (first, second) == (3, 3)
    assert thread != threading.get_ident()
    async with database.view() as view:
        assert await view.selections.count(Selection()) == 4


async def test_more_read_apart_than_there_are_readers(database: Database):
    gate = threading.Barrier(6)  # one more than there are readers, and this

    async def work(view: View) -> int:
        gate.wait(10)
        return await view.selections.count(Selection())

    async with asyncio.timeout(20):
        *counts, _ = await asyncio.gather(
            *(database.apart(work) for _ in range(5)), asyncio.to_thread(gate.wait, 10)
        )
    assert counts == [0] * 5


async def test_cancelled_reading_ends_and_is_waited_for(database: Database):
    await filled(database, 3)
    has_begun, ended = threading.Event(), threading.Event()

    async def work(view: View) -> None:
        try:
            while True:
                await view.selections.count(Selection())
                has_begun.set()
                time.sleep(0.001)  # noqa: ASYNC251  (a thread of its own)
        finally:
            ended.set()

    reading = asyncio.create_task(database.apart(work))
    await asyncio.to_thread(has_begun.wait, 10)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert ended.is_set()


async def test_error_of_the_work_comes_back(database: Database):
    async def work(view: View) -> None:
        await view.proposals.get(ProposalId(99))

    with pytest.raises(Exception, match="proposal-error-unknown"):
        await database.apart(work)


async def test_nothing_can_be_written_apart(database: Database):
    await filled(database, 1)

    async def work(view: View) -> None:
        await view.proposals.hide(ProposalId(1), is_hidden=True, now=NOW)

    with pytest.raises(Exception, match="readonly"):
        await database.apart(work)
