"""A unit of work: all of it or nothing, whatever happens and whenever."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.people import PersonId
from bot.domain.updates import UpdateRowId, UpdateState
from storage import Database, DatabaseBusy, DatabaseUnavailable, GroupCommit, Handling, handling
from tests.storage.conftest import NOW, meet, take

OLENA = PersonId(1001)


async def break_off(database: Database) -> None:
    async with database.unit() as unit:
        await unit.subscriptions.add(OLENA, now=NOW)
        raise ZeroDivisionError


async def is_subscribed(database: Database) -> bool:
    async with database.view() as view:
        return await view.subscriptions.has(OLENA)


async def state_of(database: Database) -> UpdateState | None:
    async with database.view() as view:
        rows = await view.inbox.waiting(1, after=0, limit=10)
        return rows[0].state if rows else None


async def test_error_undoes_everything(database: Database):
    await meet(database, OLENA)
    with pytest.raises(ZeroDivisionError):
        await break_off(database)
    assert not await is_subscribed(database)


async def test_cancellation_at_any_await_leaves_all_or_nothing_and_the_writer_free(database: Database):
    await meet(database, OLENA)

    async def change() -> None:
        async with database.unit() as unit:
            await unit.subscriptions.add(OLENA, now=NOW)
            await unit.people.mark_unreachable(OLENA)

    async def undo() -> None:
        async with database.unit() as unit:
            await unit.subscriptions.delete(OLENA)
            await unit.people.save((await unit.people.get(OLENA)).model_copy(update={"is_reachable": True}))

    outcomes = set()
    for turns in range(60):
        task = asyncio.create_task(change())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        async with asyncio.timeout(2):
            async with database.view() as view:
                person = await view.people.get(OLENA)
                subscribed = await view.subscriptions.has(OLENA)
            assert subscribed is not person.is_reachable
            outcomes.add(subscribed)
            await undo()
    assert outcomes >= {False}


async def test_readers_survive_cancellation_at_any_await(database: Database):
    async def look() -> None:
        async with database.view() as view:
            await view.subscriptions.count()

    for turns in range(40):
        task = asyncio.create_task(look())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(2):
        await asyncio.gather(*(look() for _ in range(20)))


async def test_change_and_mark_of_its_update_are_one(database: Database):
    await meet(database, OLENA)
    (row,) = await take(database, (7, OLENA))
    current = Handling(UpdateRowId(row))
    token = handling.set(current)
    try:
        with pytest.raises(ZeroDivisionError):
            await break_off(database)
        assert (current.is_applied, await state_of(database)) == (False, UpdateState.RECEIVED)
        async with database.unit() as unit:
            await unit.subscriptions.add(OLENA, now=NOW)
            unit.came_to("subscription", 5)
        assert current.is_applied
        async with database.view() as view:
            (waiting,) = await view.inbox.waiting(1, after=0, limit=10)
        assert (waiting.state, waiting.outcome) == (UpdateState.APPLIED, current.outcome)
    finally:
        handling.reset(token)


async def test_one_update_has_one_change(database: Database):
    await meet(database, OLENA)
    (row,) = await take(database, (7, OLENA))
    token = handling.set(Handling(UpdateRowId(row)))
    try:
        async with database.unit() as unit:
            await unit.subscriptions.add(OLENA, now=NOW)
        with pytest.raises(RuntimeError):
            async with database.unit() as unit:
                await unit.subscriptions.delete(OLENA)
    finally:
        handling.reset(token)
    assert await is_subscribed(database)


async def test_bookkeeping_does_not_mark_the_update(database: Database):
    (row,) = await take(database, (7, OLENA))
    token = handling.set(Handling(UpdateRowId(row)))
    try:
        await meet(database, OLENA)
    finally:
        handling.reset(token)
    assert await state_of(database) is UpdateState.RECEIVED


async def test_view_cannot_write(database: Database):
    async with database.view() as view:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await view.subscriptions.delete(OLENA)


async def test_view_is_one_snapshot(database: Database):
    await meet(database, OLENA)
    async with database.view() as view:
        assert await view.subscriptions.count() == 0
        async with database.unit() as unit:
            await unit.subscriptions.add(OLENA, now=NOW)
        assert await view.subscriptions.count() == 0
    assert await is_subscribed(database)


async def test_two_processes_take_turns(database: Database, file: Path):
    other = await Database.open(file)
    try:
        await meet(database, *range(1, 41))

        async def add(through: Database, numbers: range) -> None:
            for number in numbers:
                async with through.unit() as unit:
                    await unit.subscriptions.add(PersonId(number), now=NOW)

        await asyncio.gather(add(database, range(1, 21)), add(other, range(21, 41)))
        async with other.view() as view:
            assert await view.subscriptions.count() == 40
    finally:
        await other.close()


async def test_lock_held_too_long_is_a_busy_database(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("storage.opening.BUSY_TIMEOUT_MS", 50)
    database = await Database.open(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            await meet(database, OLENA)
        other.execute("ROLLBACK")
    await meet(database, OLENA)
    await database.close()


async def test_full_disk_undoes_the_change_and_passes(database: Database):
    await meet(database, OLENA)
    writer = database._writer
    (row,) = await writer.execute_fetchall("PRAGMA page_count")
    await writer.execute_fetchall(f"PRAGMA max_page_count = {row[0]}")
    with pytest.raises(DatabaseUnavailable):
        await take(database, *((number, 1) for number in range(500)), payload="x" * 500)
    await writer.execute_fetchall("PRAGMA max_page_count = 1000000")
    assert len(await take(database, (1, 1))) == 1


async def test_log_is_cut_back_unless_somebody_reads_an_older_state(database: Database, file: Path):
    log = file.with_name(f"{file.name}-wal")
    await take(database, *((number, 1) for number in range(200)), payload="x" * 500)
    async with database.view() as view:
        await view.subscriptions.count()
        await meet(database, OLENA)
        async with asyncio.timeout(2):
            assert not await database.forget()
        await meet(database, PersonId(2))
    assert log.stat().st_size > 0
    assert await database.forget()
    assert log.stat().st_size == 0


async def test_group_commit_writes_what_comes_meanwhile_at_once_and_in_order():
    batches: list[list[int]] = []
    begun, gate = asyncio.Event(), asyncio.Event()

    async def write(items) -> None:
        batches.append(list(items))
        begun.set()
        await gate.wait()

    group: GroupCommit[int] = GroupCommit(write)
    adding = [asyncio.create_task(group.add(number)) for number in range(5)]
    await begun.wait()
    adding.append(asyncio.create_task(group.add(5)))
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*adding)
    assert [number for batch in batches for number in batch] == list(range(6))
    assert len(batches) < 6


async def test_group_commit_tells_everybody_of_a_failure_and_goes_on():
    fails = [True]

    async def write(items) -> None:
        if fails.pop() if fails else False:
            raise ZeroDivisionError

    group: GroupCommit[int] = GroupCommit(write)
    with pytest.raises(ZeroDivisionError):
        await group.add(1)
    await group.add(2)
