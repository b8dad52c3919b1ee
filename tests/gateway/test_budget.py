"""The budget and the limiter on a loop whose time passes only when everybody waits: exact, and without sleeping."""

import asyncio
import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, RetryAfter

from bot.gateway.limiter import Limiter
from tests.gateway.world import ANSWER, BROADCAST, World, fullest, run


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "PTB_TIMEDELTA", "1"
    )  # as the transport sets it: otherwise making a `RetryAfter` warns


@pytest.mark.parametrize("rate", [1, 2, 30, 100, 1000])
def test_rate_is_saturated_and_never_exceeded(rate: int) -> None:
    async def story() -> None:
        world = World(rate=rate)
        for chat in range(1, rate * 5 + 1):
            world.send(chat, "broadcast")
        await world.all_sent()
        assert fullest(world.times) <= rate
        if rate > 2:
            assert (len(world.times) - 1) / world.times[-1] >= 0.97 * rate
        assert world.selector.waits <= rate * 5 + 5  # a timer a send at most: no polling

    run(story)


def test_sends_are_spread_and_late_timers_lose_nothing() -> None:
    async def story() -> None:
        world = World(rate=100)
        for chat in range(1, 1001):
            world.send(chat, "broadcast")
        for _ in range(100):
            await asyncio.sleep(0.0305)  # when no timer of the budget's is due, and all it let go are noted
            world.selector.now += 0.035  # the loop was busy elsewhere
        await world.all_sent()
        assert fullest(world.times) <= 100
        assert fullest(world.times, 0.1) <= 14
        assert len(world.times) / (world.times[-1] + 1) >= 0.96

    run(story)


def test_answers_go_before_waiting_broadcasts_and_first_come_first() -> None:
    async def story() -> None:
        world = World(rate=10)
        for chat in range(1, 21):
            world.send(chat, f"broadcast {chat}")
        await asyncio.sleep(0.5)
        gone = len(world.sent)
        for chat in range(101, 104):
            world.send(chat, f"answer {chat}")
        await world.all_sent()
        assert world.names[gone : gone + 3] == ["answer 101", "answer 102", "answer 103"]
        broadcasts = [name for name in world.names if name.startswith("broadcast")]
        assert broadcasts == [f"broadcast {chat}" for chat in range(1, 21)]

    run(story)


def test_busy_chat_holds_up_nobody_else() -> None:
    async def story() -> None:
        world = World(rate=100)
        for n in range(5):
            world.send(1, f"flood {n}")
        for chat in range(2, 12):
            world.send(chat, "other")
        await world.all_sent()
        assert max(at for at, _, name in world.sent if name == "other") < 0.2
        floods = [at for at, chat, _ in world.sent if chat == 1]
        assert fullest(floods) == 1
        assert floods[-1] <= 4 * 1.06

    run(story)


def test_answer_to_a_chat_goes_before_its_own_waiting_broadcasts() -> None:
    async def story() -> None:
        world = World()
        for n in range(3):
            world.send(7, f"broadcast {n}")
        await asyncio.sleep(0.2)
        world.send(7, "answer")
        await world.all_sent()
        assert world.names == ["broadcast 0", "answer", "broadcast 1", "broadcast 2"]

    run(story)


@pytest.mark.parametrize("chat", [-1001, "@channel"])
def test_group_gets_twenty_a_minute_edits_included(chat: int | str) -> None:
    async def story() -> None:
        world = World()
        for n in range(50):
            world.send(chat, str(n), edits=n % 2 == 1)
        await world.all_sent()
        assert fullest(world.times, 60) == 20
        assert world.times[-1] < 130
        assert fullest([at for at, _, name in world.sent if int(name) % 2 == 0]) == 1

    run(story)


def test_edits_in_a_private_chat_only_count_over_all() -> None:
    async def story() -> None:
        world = World(rate=10)
        for _ in range(20):
            world.send(5, edits=True)
        world.send(5)
        await world.all_sent()
        assert fullest(world.times) == 10
        assert world.times[-1] < 2.1

    run(story)


def test_inline_messages_have_no_chat_and_count_over_all() -> None:
    async def story() -> None:
        world = World(rate=10)
        for _ in range(15):
            world.send(None, edits=True)
        await world.all_sent()
        assert fullest(world.times) == 10

    run(story)


def test_burst_in_a_chat_is_paid_back() -> None:
    async def story() -> None:
        world = World(chat_burst=3)
        for _ in range(9):
            world.send(5)
        await world.all_sent()
        assert world.times[2] < 0.1
        assert fullest(world.times, 3) == 3

    run(story)


def test_pause_stops_everybody_and_chat_pause_one_chat() -> None:
    async def story() -> None:
        world = World()
        world.budget.pause(5)
        world.budget.pause_chat(1, 9)
        assert world.budget.next_free(2) == 5
        assert world.budget.next_free(1) == 9
        assert not world.budget.try_acquire(2)
        for chat in (1, 2, 3):
            world.send(chat)
        await world.all_sent()
        assert {chat: round(at) for at, chat, _ in world.sent} == {1: 9, 2: 5, 3: 5}

    run(story)


def test_pause_during_the_wait_is_obeyed() -> None:
    async def story() -> None:
        world = World(rate=10)
        for chat in range(1, 31):
            world.send(chat)
        await asyncio.sleep(0.5)
        gone = len(world.sent)
        world.budget.pause(3)
        await world.all_sent()
        assert world.times[gone] == pytest.approx(3.5, abs=0.01)
        assert fullest(world.times) <= 10

    run(story)


def test_try_acquire_yields_to_who_waits() -> None:
    async def story() -> None:
        world = World(rate=10, burst=1)
        world.send(1, "broadcast 1")
        world.send(2, "broadcast 2")
        await asyncio.sleep(0)
        world.selector.now += 0.5  # the second may go now, and the loop has not come round to it
        assert not world.budget.try_acquire(3, priority=BROADCAST)
        assert world.budget.try_acquire(4, priority=ANSWER)
        assert not world.budget.try_acquire(4, priority=ANSWER)
        await world.all_sent()

    run(story)


def test_cancelled_waiter_leaves_its_place_to_the_next() -> None:
    async def story() -> None:
        world = World()
        world.send(1, "first")
        second, _ = world.send(1, "second"), world.send(1, "third")
        await asyncio.sleep(0.1)
        second.cancel()
        await world.all_sent()
        assert world.names == ["first", "third"]
        assert world.times[1] < 1.1
        assert world.budget.waiting == 0

    run(story)


def test_waiter_cancelled_in_the_moment_of_its_turn_gives_it_back() -> None:
    async def story() -> None:
        world = World(rate=1, burst=1)
        world.send(1, "first")
        second, _ = world.send(2, "second"), world.send(2, "third")
        await asyncio.sleep(0.1)
        world.selector.now = 5
        world.budget._serve()  # grants the second, whose task has not run yet
        second.cancel()
        await world.all_sent()
        assert world.names == ["first", "third"]
        assert world.times[1] == 5

    run(story)


def test_thousands_of_cancelled_waiters_leave_nothing_behind() -> None:
    async def story() -> None:
        world = World()
        world.budget.pause(1000)
        for _ in range(5):
            tasks = [world.send(chat % 700 - 300, "broadcast") for chat in range(2000)]
            await asyncio.sleep(0)
            for task in reversed(tasks):
                task.cancel()
            await world.all_sent()
        budget = world.budget
        assert budget.waiting == len(budget._lanes) == 0
        assert len(budget._ready) + len(budget._asleep) < 200

    run(story)


def test_idle_chats_are_forgotten() -> None:
    async def story() -> None:
        world = World(rate=1000)
        for chat in range(-1000, 3000):
            world.send(chat)
        await world.all_sent()
        assert len(world.budget._chats) > 1000
        await asyncio.sleep(61)
        world.send(None)
        await world.all_sent()
        assert len(world.budget._chats) == 0

    run(story)


Arrival = tuple[float, int, bool, bool, float | None]
arrivals = st.lists(
    st.tuples(
        st.floats(0, 3),
        st.integers(-2, 6),
        st.booleans(),
        st.booleans(),
        st.none() | st.floats(0, 2),  # cancelled after so many seconds
    ),
    max_size=120,
)


@settings(max_examples=150, deadline=None)
@given(arrivals=arrivals, rate=st.integers(1, 40), burst=st.integers(1, 60))
def test_random_arrivals_keep_every_limit(arrivals: list[Arrival], rate: int, burst: int) -> None:
    async def story() -> None:
        world = World(rate=rate, burst=burst)
        sends: list[tuple[float, int, bool]] = []
        waits: list[tuple[bool, float, float]] = []

        async def one(at: float, chat: int, is_answer: bool, edits: bool, patience: float | None) -> None:  # noqa: FBT001
            await asyncio.sleep(at)
            asked = world.loop.time()
            priority = ANSWER if is_answer else BROADCAST
            async with asyncio.timeout(patience):
                world.leave(await world.budget.acquire(chat, priority=priority, edits=edits))
            sends.append((world.loop.time(), chat, edits))
            waits.append((is_answer and edits and chat >= 0, asked, world.loop.time()))

        done = await asyncio.gather(*(one(*arrival) for arrival in arrivals), return_exceptions=True)
        assert all(error is None or isinstance(error, TimeoutError) for error in done)
        assert world.budget.waiting == 0
        assert fullest([at for at, _, _ in sends]) <= rate
        for chat in {chat for _, chat, _ in sends}:
            assert fullest([at for at, to, edits in sends if to == chat and not edits]) <= 1
            if chat < 0:
                assert fullest([at for at, to, _ in sends if to == chat], 60) <= 20
        # An answer that waits for no chat waits for answers only: for no more than all that were asked for, at the rate.
        answers = sum(is_answer for _, _, is_answer, _, _ in arrivals)
        for free, asked, went in waits:
            if free:
                assert went - asked <= (answers / rate + 2) * 1.05

    run(story)


class Telegram:
    """Answers with what it is told to, and remembers when it was asked."""

    def __init__(self, *outcomes: Exception | None) -> None:
        self.outcomes = list(outcomes)
        self.asked: list[float] = []

    async def __call__(self, *_: Any, **__: Any) -> bool:
        self.asked.append(asyncio.get_running_loop().time())
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if outcome is not None:
            raise outcome
        return True


async def call(
    limiter: Limiter, telegram: Telegram, endpoint: str, args: int | None = None, **data: Any
) -> Any:
    return await limiter.process_request(telegram, (), {}, endpoint, data, args)


def after(seconds: float) -> RetryAfter:
    return RetryAfter(dt.timedelta(seconds=seconds))


def test_limiter_counts_messages_and_lets_other_methods_pass() -> None:
    async def story() -> None:
        world, telegram = World(), Telegram()
        limiter = Limiter(world.budget)
        for endpoint in (
            "answerCallbackQuery",
            "getMe",
            "sendChatAction",
            "editForumTopic",
            "deleteMessage",
        ) * 20:
            await call(limiter, telegram, endpoint, chat_id=1)
        assert telegram.asked[-1] == 0
        for endpoint in ("sendMessage", "copyMessage", "forwardMessages"):
            await call(limiter, telegram, endpoint, chat_id="1")
        assert telegram.asked[-1] == pytest.approx(2.1, abs=0.01)
        await call(limiter, telegram, "editMessageText", inline_message_id="x")
        await call(limiter, telegram, "editMessageText", chat_id=1)
        assert telegram.asked[-1] == pytest.approx(2.1, abs=0.1)

    run(story)


def test_limiter_lets_broadcasts_wait_for_answers() -> None:
    async def story() -> None:
        world, telegram = World(rate=2, burst=1), Telegram()
        limiter, order = Limiter(world.budget), []

        async def send(name: str, chat: int, priority: int | None) -> None:
            await call(limiter, telegram, "sendMessage", priority, chat_id=chat)
            order.append(name)

        async with asyncio.TaskGroup() as group:
            for chat in (1, 2, 3):
                group.create_task(send("broadcast", chat, BROADCAST))
            group.create_task(send("answer", 4, None))
        assert order == ["broadcast", "answer", "broadcast", "broadcast"]

    run(story)


def test_retry_after_in_a_private_chat_pauses_everybody() -> None:
    async def story() -> None:
        world, telegram = World(), Telegram(after(7))
        assert await call(Limiter(world.budget), telegram, "sendMessage", chat_id=1) is True
        assert telegram.asked == [0, pytest.approx(7.1, abs=0.01)]

    run(story)


def test_after_too_many_the_rate_is_lower_for_a_while_and_comes_back() -> None:
    async def story() -> None:
        world = World(rate=100)

        chats = iter(range(1, 1_000_000))

        async def send_for(seconds: float) -> float:
            began = len(world.sent)
            end = world.loop.time() + seconds
            while world.loop.time() < end:
                chat = next(chats) + 10 * int(1000 * world.loop.time())
                world.leave(await world.budget.acquire(chat, priority=BROADCAST))
                world.sent.append((world.loop.time(), None, ""))
            return (len(world.sent) - began) / seconds

        before = await send_for(5)
        for _ in range(20):  # all that were on their way at that moment: it is one refusal
            world.budget.refused(1, 2)
        assert world.budget.pausing == pytest.approx(2.1)
        assert await send_for(2) <= 1
        after = await send_for(8)
        await send_for(40)
        later = await send_for(5)
        assert 0.85 * before < after < 0.93 * before
        assert later == pytest.approx(before, rel=0.02)

    run(story)


def test_what_arrived_late_is_counted_for_as_much_longer() -> None:
    async def story() -> None:
        world = World(rate=10, margin=0)
        for number in range(10):
            departure = await world.budget.acquire(number + 1)
            at = world.loop.time()
            world.selector.now += 0.01
            world.budget.answered(departure)
            world.selector.now = at
        await asyncio.sleep(2)
        departures = [await world.budget.acquire(number + 100) for number in range(10)]
        began = world.loop.time()
        world.selector.now += 0.31  # Telegram, or the way there, has stood still
        for departure in departures:
            world.budget.answered(departure)
        await world.budget.acquire(1000)
        assert world.loop.time() >= departures[0].at + 1 + (began + 0.31 - departures[0].at) - 0.03

    run(story)


def test_retry_after_in_a_group_pauses_that_group() -> None:
    async def story() -> None:
        world, telegram = World(), Telegram(after(7))
        task = asyncio.create_task(call(Limiter(world.budget), telegram, "sendMessage", chat_id=-1))
        await asyncio.sleep(0.5)
        assert world.budget.next_free(1) == 0
        assert world.budget.next_free(-1) == pytest.approx(6.6)
        assert await task is True

    run(story)


def test_limiter_gives_up_after_its_attempts_or_its_patience() -> None:
    async def story() -> None:
        world, stubborn, lengthy = World(), Telegram(after(1), after(1), after(1)), Telegram(after(600))
        limiter = Limiter(world.budget, attempts=3)
        with pytest.raises(RetryAfter):
            await call(limiter, stubborn, "sendMessage", chat_id=1)
        assert len(stubborn.asked) == 3
        await asyncio.sleep(2)
        with pytest.raises(RetryAfter):
            await call(limiter, lengthy, "sendMessage", chat_id=1)
        assert len(lengthy.asked) == 1
        assert world.budget.next_free(2) == pytest.approx(600.1)

    run(story)


def test_other_errors_and_other_methods_are_left_alone() -> None:
    async def story() -> None:
        world = World()
        limiter = Limiter(world.budget)
        with pytest.raises(BadRequest):
            await call(limiter, Telegram(BadRequest("no")), "sendMessage", chat_id=1)
        with pytest.raises(RetryAfter):
            await call(limiter, Telegram(after(9999)), "setMyCommands")
        assert world.budget.next_free(2) == 0

    run(story)


def test_limiter_counts_what_is_done_to_the_topics_of_a_group() -> None:
    async def story() -> None:
        world, telegram = World(), Telegram()
        limiter = Limiter(world.budget)
        for endpoint in ("createForumTopic", "editForumTopic", "closeForumTopic", "reopenForumTopic") * 5:
            await call(limiter, telegram, endpoint, chat_id=-1)
        assert telegram.asked[-1] < 30
        await call(limiter, telegram, "sendMessage", chat_id=-1)
        assert telegram.asked[-1] >= 60

    run(story)
