"""Answers among a broadcast that makes use of all that is allowed: how long they wait, and that no second is too full."""

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gateway.budget import Budget
from tests.gateway.world import BROADCAST, World, fullest, run

#: Seconds between two broadcasts at 30 a second, room for answers included, and what a timer may add.
STEP, TIMER = 1 / 29.2, 0.002


def ways(chance: random.Random) -> Callable[[], tuple[float, float]]:
    """25 ms on each way, 5 ms more or less."""
    return lambda: (chance.uniform(0.02, 0.03), chance.uniform(0.02, 0.03))


class Broadcast(World):
    """One without an end, beside which people get answers."""

    def __init__(self, way: Callable[[], tuple[float, float]] | None = None, **limits: Any) -> None:
        super().__init__(way or ways(random.Random(7)), **limits)
        self.budget.is_pressed = True
        self.answers = 0
        self.waited: list[float] = []
        self.tasks.append(self.loop.create_task(self._broadcast()))

    async def _broadcast(self) -> None:
        chat = 0
        while True:
            chat += 1
            self.leave(await self.budget.acquire(chat, priority=BROADCAST))
            self.sent.append((self.loop.time(), chat, "broadcast"))

    async def answer(self, *, edits: bool = False) -> float:
        """Seconds that an answer to somebody new waits for its turn."""
        self.answers += 1
        asked = self.loop.time()
        self.leave(await self.budget.acquire(1_000_000 + self.answers, edits=edits))
        self.waited.append(self.loop.time() - asked)
        return self.waited[-1]

    async def end(self) -> None:
        for task in self.tasks:
            task.cancel()
        await self.all_sent()

    def share(self, rate: int, since: float) -> float:
        """Of the rate, answers included."""
        arrivals = sorted(at for at in self.arrivals if at >= since)
        return (len(arrivals) - 1) / (arrivals[-1] - arrivals[0]) / rate


@pytest.mark.parametrize("rate", [10, 30, 60, 100, 1000])
def test_broadcasts_alone_make_use_of_the_rate(rate: int) -> None:
    async def story() -> None:
        world = Broadcast(rate=rate)
        await asyncio.sleep(15)
        await world.end()
        assert world.share(rate, since=2) >= 0.98
        assert fullest(world.arrivals) <= rate

    run(story)


@pytest.mark.parametrize("rate", [10, 30, 60, 100, 1000])
def test_broadcasts_and_answers_together_make_use_of_the_rate(rate: int) -> None:
    async def story() -> None:
        world = Broadcast(rate=rate)
        for _ in range(60):
            await asyncio.sleep(0.4)
            await world.answer()
        await world.end()
        assert world.share(rate, since=2) >= 0.97
        assert fullest(world.arrivals) <= rate

    run(story)


@pytest.mark.parametrize("rate", [30, 1000])
@pytest.mark.parametrize("is_there", [True, False], ids=["there", "back"])
def test_scatter_of_20_ms_costs_no_more_than_is_to_spare(rate: int, *, is_there: bool) -> None:
    async def story() -> None:
        chance = random.Random(1)

        def way() -> tuple[float, float]:
            there, back = chance.uniform(0.03, 0.07), 0.0005
            return (there, back) if is_there else (back, there)

        world = Broadcast(way, rate=rate)
        await asyncio.sleep(30)
        await world.end()
        assert world.share(rate, since=2) >= 0.97
        assert fullest(world.arrivals) <= rate

    run(story)


@pytest.mark.parametrize("seed", range(40))
def test_first_messages_make_no_second_too_full_though_the_way_is_not_known_yet(seed: int) -> None:
    async def story() -> None:
        chance, left = random.Random(seed), 0

        def way() -> tuple[float, float]:
            nonlocal left
            left += 1
            there, back = ways(chance)()
            return there + (chance.uniform(0, 0.06) if left <= 3 else 0), back  # connections are opened

        world = Broadcast(way, rate=30)
        await asyncio.sleep(6)
        await world.end()
        assert fullest(world.arrivals) <= 30
        assert world.share(30, since=1) >= 0.97

    run(story)


def test_answers_that_scatter_widely_make_no_second_too_full() -> None:
    async def story() -> None:
        chance = random.Random(1)
        world = Broadcast(lambda: (0.0005, 0.001 + chance.expovariate(20)), rate=30)
        for _ in range(60):
            await asyncio.sleep(0.4)
            await world.answer()
        await world.end()
        assert world.share(30, since=2) >= 0.9
        assert fullest(world.arrivals) <= 30

    run(story)


def test_answer_waits_for_the_next_free_place_and_for_no_pace() -> None:
    async def story() -> None:
        world = Broadcast(rate=30)
        await asyncio.sleep(10)  # how long the way is has become clear
        assert (
            await world.answer() <= 1.012 / 30 + 0.02 + TIMER
        )  # nobody has written lately: there is no room yet
        await asyncio.sleep(2)
        chance = random.Random(3)
        for _ in range(300):
            await asyncio.sleep(chance.uniform(0.2, 0.8))
            await world.answer(edits=chance.random() < 0.5)
        await world.end()
        waited = sorted(world.waited[1:])
        assert waited[100] == 0
        assert waited[150] <= 0.008
        assert waited[-4] <= 0.03
        assert waited[-1] <= STEP + TIMER
        assert fullest(world.arrivals) <= 30

    run(story)


def test_of_answers_that_come_at_random_ninety_nine_in_a_hundred_wait_for_less_than_two_steps() -> None:
    async def story() -> None:
        world, chance = Broadcast(rate=30), random.Random(5)
        await asyncio.sleep(3)
        async with asyncio.TaskGroup() as group:
            for _ in range(1000):
                await asyncio.sleep(chance.expovariate(2.5))
                group.create_task(world.answer())
        await world.end()
        waited = sorted(world.waited)
        assert waited[900] <= 0.025
        assert waited[990] <= 0.05
        assert fullest(world.arrivals) <= 30

    run(story)


def test_of_several_answers_at_once_each_waits_for_one_step_more() -> None:
    async def story() -> None:
        world = Broadcast(rate=30)
        await asyncio.sleep(2)
        await world.answer()
        for _ in range(20):
            await asyncio.sleep(2)
            waited = sorted(await asyncio.gather(*(world.answer() for _ in range(5))))
            for number, seconds in enumerate(waited):
                assert seconds <= 0.03 + number * STEP + TIMER
            await asyncio.sleep(0.3)  # the broadcasts have made up for them
            assert await world.answer() <= 0.03
        await world.end()
        assert fullest(world.arrivals) <= 30

    run(story)


def test_flood_of_answers_stops_broadcasts_for_no_longer_than_itself() -> None:
    async def story() -> None:
        world = Broadcast(rate=30)
        await asyncio.sleep(2)
        await asyncio.gather(*(world.answer() for _ in range(1800)))
        over = world.loop.time()
        assert over <= 2 + 1800 / 29
        assert sum(2.1 < at < over for at in world.times) == 0
        await asyncio.sleep(3)
        await world.end()
        assert min(at for at in world.times if at > over) <= over + 1 + STEP
        assert fullest(world.arrivals) <= 30

    run(story)


def test_answer_whose_chat_was_busy_goes_as_soon_as_that_is_free() -> None:
    async def story() -> None:
        world = World(rate=4, burst=1)
        for _ in range(2):
            world.send(7, "answer")
        await asyncio.sleep(0.6)
        for chat in (8, 9, 10):  # the last one waits for the pace
            world.send(chat, "broadcast")
        await world.all_sent()
        assert world.names == ["answer", "broadcast", "broadcast", "answer", "broadcast"]
        assert world.times[3] == pytest.approx(1.05, abs=TIMER)

    run(story)


def test_what_has_no_answer_is_counted_until_it_has_one_or_is_given_up() -> None:
    async def story() -> None:
        world = World(rate=2)
        world.leave(await world.budget.acquire(1))
        slow, lost = await world.budget.acquire(2), await world.budget.acquire(3)
        await asyncio.sleep(1.5)
        world.budget.answered(slow, is_taken=False)
        began = world.loop.time()
        world.leave(await world.budget.acquire(4))
        assert world.loop.time() == pytest.approx(began + 1, abs=0.01)
        world.leave(await world.budget.acquire(5))
        assert world.loop.time() == pytest.approx(lost.at + 3, abs=0.03)
        world.budget.answered(lost, is_taken=False)
        world.budget.answered(lost, is_taken=False)
        assert world.budget.next_free(6) > 0

    run(story)


messages = st.lists(
    st.tuples(
        st.floats(0, 3),  # when it is asked for
        st.booleans(),  # whether it is an answer
        st.floats(0, 0.4),  # how much longer than usual the way there takes
        st.floats(0, 0.4),  # and the way back
    ),
    max_size=150,
)


@settings(max_examples=150, deadline=None)
@given(messages=messages, rate=st.integers(1, 40))
def test_however_late_messages_arrive_no_second_has_too_many(
    messages: list[tuple[float, bool, float, float]], rate: int
) -> None:
    async def story() -> None:
        budget = Budget(rate=rate, now=asyncio.get_running_loop().time)
        arrivals: list[float] = []

        async def send(chat: int, is_answer: bool, there: float, back: float) -> None:  # noqa: FBT001
            kind = {} if is_answer else {"priority": BROADCAST}
            departure = await budget.acquire(chat, **kind)
            await asyncio.sleep(0.02 + there)
            arrivals.append(asyncio.get_running_loop().time())
            await asyncio.sleep(0.02 + back)
            budget.answered(departure)

        async def one(number: int, at: float, *message: Any) -> None:
            await asyncio.sleep(1.1 + at)
            await send(number + 2, *message)

        await send(1, True, 0, 0)  # the quickest way is known
        await asyncio.gather(*(one(number, *message) for number, message in enumerate(messages)))
        assert fullest(arrivals) <= rate

    run(story)
