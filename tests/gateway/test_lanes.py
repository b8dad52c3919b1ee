"""Lanes: order in a chat, chats side by side, and no update lost or handled twice, whatever fails."""

# ruff: noqa: ASYNC110 - the rows themselves are asked

import asyncio
import json
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram.error import NetworkError

from bot.domain.updates import Outcome, ReceivedUpdate, UpdateState
from bot.gateway import lanes as module
from bot.gateway.inbox import Inbox
from bot.gateway.lanes import HELD_BY_LANE, Lanes
from storage import Database, DatabaseBusy, Handling, handling
from tests.gateway.conftest import message

Handle = Callable[[ReceivedUpdate, Handling], Awaitable[None]]


async def line_is_up() -> bool:
    return True


@asynccontextmanager
async def working(inbox: Inbox, handle: Handle) -> AsyncIterator[Lanes]:
    lanes = Lanes(inbox, handle, line_is_up, first_pause=0.001)
    task = asyncio.create_task(lanes.run())
    try:
        yield lanes
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


class Record:
    """Handles by writing down who came when; an event says that so many are through."""

    def __init__(self, inbox: Inbox, expected: int) -> None:
        self.by_lane: dict[int, list[int]] = defaultdict(list)
        self.order: list[int] = []
        self.all = asyncio.Event()
        self.running: set[int] = set()
        self._inbox = inbox
        self._expected = expected

    async def __call__(self, update: ReceivedUpdate, _: Handling) -> None:
        assert update.lane not in self.running
        self.running.add(update.lane)
        await asyncio.sleep(0)
        self.running.discard(update.lane)
        number = json.loads(update.payload)["update_id"]
        self.by_lane[update.lane].append(number)
        self.order.append(update.lane)
        if len(self.order) >= self._expected:
            self.all.set()

    async def through(self) -> None:
        async with asyncio.timeout(20):
            await self.all.wait()
            await until_empty(self._inbox)


async def until_empty(inbox: Inbox) -> None:
    async with asyncio.timeout(20):
        while await inbox.backlog():
            await asyncio.sleep(0)


@pytest.mark.parametrize("at_once", [1, 7, 256])
async def test_each_chats_updates_come_in_order_and_once(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    """Batches arrive while others are handled; many chats have far more than a lane holds."""
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    monkeypatch.setattr(module, "CHUNK", 50)
    monkeypatch.setattr(module, "HELD", 200)
    shuffled = random.Random(7)
    chats = [shuffled.choice([1, 1, 1, 2, *range(3, 30)]) for _ in range(1500)]
    record = Record(inbox, len(chats))
    async with working(inbox, record):
        for start in range(0, len(chats), 37):
            batch = range(start, min(start + 37, len(chats)))
            await inbox.take([message(number, chats[number]) for number in batch])
        await record.through()
    expected = defaultdict(list)
    for number, chat in enumerate(chats):
        expected[chat].append(number)
    assert record.by_lane == expected


async def test_updates_of_nobody_have_a_lane_as_well(inbox: Inbox):
    record = Record(inbox, 60)
    await inbox.take([{"update_id": number, "poll": {"id": str(number)}} for number in range(60)])
    async with working(inbox, record):
        await record.through()
    assert record.by_lane == {0: list(range(60))}


async def test_what_waited_at_the_start_comes_first_and_in_order(inbox: Inbox):
    await inbox.take([message(number, 1) for number in range(40)])
    record = Record(inbox, 41)
    async with working(inbox, record):
        await inbox.take([message(40, 1)])
        await record.through()
    assert record.by_lane == {1: list(range(41))}


async def test_flooding_chat_starves_nobody_and_stays_in_the_file(inbox: Inbox):
    """One chat has a thousand waiting; who comes after it waits for a few of them, not for all."""
    await inbox.take([message(number, 1) for number in range(1000)])
    await inbox.take([message(5000 + chat, chat) for chat in range(2, 22)])
    record = Record(inbox, 1020)
    held = 0
    async with working(inbox, record) as lanes:
        while len(record.order) < 1020:
            held = max(held, lanes._held)
            await asyncio.sleep(0)
        await record.through()
    last = max(record.order.index(chat) for chat in range(2, 22))
    assert last < 60
    assert held <= HELD_BY_LANE + 20


async def test_chat_that_hangs_holds_up_no_other(inbox: Inbox):
    hangs = asyncio.Event()
    record = Record(inbox, 50)

    async def handle(update: ReceivedUpdate, current: Handling) -> None:
        if update.lane == 1:
            await hangs.wait()
        await record(update, current)

    await inbox.take([message(0, 1), *(message(number, 2) for number in range(1, 50))])
    async with working(inbox, handle):
        async with asyncio.timeout(5):
            while len(record.order) < 49:
                await asyncio.sleep(0)
        hangs.set()
        await record.through()


async def test_passing_failure_is_tried_again_before_the_chats_next(inbox: Inbox):
    tries = defaultdict(int)
    record = Record(inbox, 3)

    async def handle(update: ReceivedUpdate, current: Handling) -> None:
        tries[update.id] += 1
        if tries[update.id] < 4:
            current.failure = NetworkError("away")
            return
        await record(update, current)

    await inbox.take([message(number, 1) for number in range(3)])
    async with working(inbox, handle):
        await record.through()
    assert record.by_lane == {1: [0, 1, 2]}


async def test_update_that_never_works_is_given_up_with_an_incident(inbox: Inbox, database: Database):
    record = Record(inbox, 1)

    async def handle(update: ReceivedUpdate, current: Handling) -> None:
        if json.loads(update.payload)["update_id"] == 0:
            current.failure = NetworkError("always")
            return
        await record(update, current)

    await inbox.take([message(0, 1), message(1, 1)])
    async with working(inbox, handle):
        await record.through()
    assert await states(database) == [("failed", True), ("done", False)]


async def test_busy_file_is_never_a_reason_to_give_up(inbox: Inbox, database: Database):
    tries = 0

    async def handle(update: ReceivedUpdate, current: Handling) -> None:
        nonlocal tries
        tries += 1
        if tries <= 12:
            current.failure = DatabaseBusy(path="")

    await inbox.take([message(0, 1)])
    async with working(inbox, handle):
        await until_empty(inbox)
    assert (tries, await states(database)) == (13, [("done", False)])


async def test_error_nobody_has_caught_is_an_incident_and_the_lane_goes_on(inbox: Inbox, database: Database):
    record = Record(inbox, 1)

    async def handle(update: ReceivedUpdate, current: Handling) -> None:
        if json.loads(update.payload)["update_id"] == 0:
            raise ZeroDivisionError
        await record(update, current)

    await inbox.take([message(0, 1), message(1, 1)])
    async with working(inbox, handle):
        await record.through()
    assert await states(database) == [("failed", True), ("done", False)]


async def test_change_is_applied_once_though_showing_and_settling_fail(
    inbox: Inbox, database: Database, monkeypatch: pytest.MonkeyPatch
):
    """After the change is committed every further try gets an applied update with its outcome."""
    handled: list[tuple[UpdateState, Outcome | None]] = []
    failures = [DatabaseBusy(path=""), DatabaseBusy(path="")]
    settle = inbox.settle

    async def failing(*args: object) -> None:
        if failures:
            raise failures.pop()
        await settle(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(inbox, "settle", failing)

    async def handle(update: ReceivedUpdate, current: Handling) -> None:
        is_first = not handled
        handled.append((update.state, update.outcome))
        if not current.is_applied:
            assert handling.get() is current
            async with database.unit() as unit:
                unit.came_to("draft", 5)
        if is_first:
            current.failure = NetworkError("the screen did not come through")

    await inbox.take([message(0, 1), message(1, 2)])
    async with working(inbox, handle):
        await until_empty(inbox)
    outcome = Outcome(noun="draft", id=5)
    assert sorted(handled, key=lambda one: one[0]) == [
        (UpdateState.APPLIED, outcome),
        (UpdateState.RECEIVED, None),
        (UpdateState.RECEIVED, None),
    ]


async def test_next_update_of_a_chat_waits_for_the_commit_of_the_last_settlement(
    inbox: Inbox, database: Database
):
    async def handle(update: ReceivedUpdate, _: Handling) -> None:
        assert (await inbox.waiting(after=0, limit=1))[0].id == update.id

    await inbox.take([message(number, 1) for number in range(30)])
    async with working(inbox, handle):
        await until_empty(inbox)
    assert {state for state, _ in await states(database)} == {"done"}


async def test_told_to_stop_it_finishes_what_is_in_hand_and_begins_nothing(inbox: Inbox):
    begun: list[int] = []
    started, go_on = asyncio.Event(), asyncio.Event()

    async def handle(update: ReceivedUpdate, _: Handling) -> None:
        begun.append(update.id)
        started.set()
        await go_on.wait()

    await inbox.take([message(number, 1) for number in range(5)])
    task = asyncio.create_task(Lanes(inbox, handle, line_is_up).run())
    await started.wait()
    task.cancel()
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(task, return_exceptions=True)
    assert (len(begun), await inbox.backlog()) == (1, 4)


async def states(database: Database) -> list[tuple[str, bool]]:
    async with database.view() as view:
        rows = await view.inbox.connection.all("SELECT state, incident FROM inbox ORDER BY id")
    return [(row["state"], row["incident"] is not None) for row in rows]
