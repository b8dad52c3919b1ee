"""A broadcast to thousands through all that can go wrong at once, and `kill -9` again and again; then it is counted."""

# ruff: noqa: T201 - the seed and the figures are worth reading

import asyncio
import os
import random
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, datetime

import pytest

from bot.app import rooms
from bot.domain.people import Actor
from bot.sandbox import Sandbox
from bot.settings import Settings
from tests.crash.conftest import Bots, add_consultations

pytestmark = pytest.mark.kill

PEOPLE = 2400
FIRST = 100_000
KILLS = 6
RATE = 400
#: What may have reached Telegram at any moment without being settled: latency and settlement at this rate, many times
#: over, for the machine may be busy.
IN_FLIGHT = 60
#: Every so many of them have blocked the bot, or are gone.
BLOCKED, GONE = 31, 97


def is_blocked(person: int) -> bool:
    return person % BLOCKED == 0 or person % GONE == 0


def fill(sandbox: Sandbox, bots: Bots) -> None:
    """People who have subscribed long ago."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    ids = range(FIRST, FIRST + PEOPLE)
    for one in ids:
        chat = sandbox.add_person(one, "Citizen", language_code="en").chat
        chat.is_started = True
        chat.is_blocked = one % BLOCKED == 0
        chat.is_deactivated = one % GONE == 0
    with closing(sqlite3.connect(bots.database)) as connection, connection:
        people = [(one, now) for one in ids]
        connection.executemany("INSERT INTO people (id, language_code, met_at) VALUES (?, 'en', ?)", people)
        connection.executemany("INSERT INTO subscriptions (person_id, created_at) VALUES (?, ?)", people)


async def publish(bots: Bots) -> None:
    await add_consultations(bots, "trees")
    settings = Settings(_env_file=None, token=bots.sandbox.token, database=bots.database)
    async with rooms(settings) as opened:
        await opened.services.consultations.publish("trees", Actor.operator())


def got(sandbox: Sandbox) -> dict[int, int]:
    """How often each has it."""
    return {one: len(person.chat.by_id) for one, person in sandbox.people.items() if person.chat.by_id}


async def break_things(sandbox: Sandbox, chance: random.Random, unclear: list[str]) -> None:
    """One fault after another, whatever the bot does; notes those after which nobody can know."""
    faults, too_many = sandbox.faults, 3
    while True:
        fault = chance.choice(("5xx", "5xx", "before", "before", "after", "after", "slow", "hang", "429"))
        if fault == "429" and too_many:
            too_many -= 1
            faults.answer("sendMessage", 429, times=chance.randint(1, 5), retry_after=1)
        elif fault == "5xx":
            faults.answer("sendMessage", chance.choice((500, 502, 503)))
        elif fault in {"before", "after"}:
            faults.drop("sendMessage", applied=fault == "after")
        elif fault in {"slow", "hang"}:
            faults.delay("sendMessage", 30 if fault == "hang" else 0.3, applied=chance.random() < 0.5)
        if fault in {"after", "hang"}:
            unclear.append(fault)
        # The next comes after so many calls: what breaks while nobody calls would all come at once.
        calls = len(sandbox.calls) + chance.randint(10, 80)
        while len(sandbox.calls) < calls:
            await sandbox.api.called.wait(1)


async def lives(bots: Bots, sandbox: Sandbox, chance: random.Random) -> tuple[set[int], list[int]]:
    """Live and die; who had it at a death without its being settled, and how many they were each time."""
    unsettled: set[int] = set()
    each: list[int] = []
    for number in range(1, KILLS + 1):
        await bots.start(rate=RATE)
        until = number * PEOPLE * 0.8 / (KILLS + 1)
        began = time.monotonic()
        while len(got(sandbox)) < until and time.monotonic() - began < 6:
            await sandbox.api.called.wait(0.05)
        await asyncio.sleep(chance.random() * 0.05)
        await bots.kill()
        await asyncio.sleep(0.1)  # what is on its way arrives
        settled = {one for (one,) in bots.rows("SELECT person_id FROM notices WHERE state = 'sent'")}
        open_now = got(sandbox).keys() - settled
        each.append(len(open_now - unsettled))
        unsettled |= open_now
    return unsettled, each


async def test_nobody_is_missed_and_only_what_was_in_flight_repeated(bots: Bots, sandbox: Sandbox):
    seed = int(os.environ.get("OGP_TEST_SEED", time.time_ns() % 100_000))
    print(f"seed {seed} (OGP_TEST_SEED)")
    chance, unclear = random.Random(seed), list[str]()
    await add_consultations(bots)  # makes the file
    fill(sandbox, bots)
    await publish(bots)
    sandbox.latency = 0.02
    breaking = asyncio.create_task(break_things(sandbox, chance, unclear))
    unsettled, each = await lives(bots, sandbox, chance)
    # While the bot is away, some who have not been told yet lose interest.
    waiting = [one for one in range(FIRST + PEOPLE - 300, FIRST + PEOPLE, 7) if one not in got(sandbox)]
    with closing(sqlite3.connect(bots.database)) as connection, connection:
        connection.executemany("DELETE FROM subscriptions WHERE person_id = ?", [(one,) for one in waiting])
    await bots.start(rate=RATE)
    while len(got(sandbox)) < PEOPLE * 0.85:
        await sandbox.api.called.wait(0.05)
    breaking.cancel()
    with suppress(asyncio.CancelledError):
        await breaking
    sandbox.faults.clear()
    await bots.settled()
    await bots.stop()
    check(bots, sandbox, waiting, unsettled, each, unclear)


def check(
    bots: Bots,
    sandbox: Sandbox,
    unsubscribed: list[int],
    unsettled: set[int],
    each: list[int],
    unclear: list[str],
) -> None:
    told = got(sandbox)
    due = {
        one for one in range(FIRST, FIRST + PEOPLE) if not is_blocked(one) and one not in set(unsubscribed)
    }
    assert told.keys() == due
    again = {one for one, times in told.items() if times > 1}
    repeats = sum(told.values()) - len(told)
    assert len(again - unsettled) <= len(unclear)  # lost answers: a notice twice is better than none
    assert max(each) <= IN_FLIGHT + len(unclear)
    assert repeats <= sum(each) + len(unclear)
    ends = dict(bots.rows("SELECT state, count(*) FROM notices GROUP BY state"))
    assert ends.get("sent") == len(due)
    assert ends.keys() <= {"sent", "unreachable", "cancelled"}
    unreachable = {one for (one,) in bots.rows("SELECT id FROM people WHERE NOT is_reachable")}
    assert unreachable == {
        one for one in range(FIRST, FIRST + PEOPLE) if is_blocked(one) and one not in set(unsubscribed)
    }
    ((state, queued, sent, failed),) = bots.rows("SELECT state, queued, sent, failed FROM campaigns")
    assert (state, sent, failed) == ("done", len(due), 0)
    assert queued == sum(ends.values())
    print(
        f"{KILLS} kills, {len(unclear)} answers lost, {len(told)} told, {repeats} of them again;"
        f" in flight at the kills: {each}"
    )
