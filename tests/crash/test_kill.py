"""`kill -9` at random moments, many times, while people write, subscribe, ask, and consultations are published."""

# ruff: noqa: T201 - the seed and the figures are worth reading

import asyncio
import os
import random
import re
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.sandbox import ChatMessage, Person, Sandbox
from tests.crash.conftest import (
    OFFICER,
    Bots,
    add_consultations,
    data_of,
    is_alert,
    is_receipt,
    step_of,
    walk,
)
from tests.nursery import ROOT

pytestmark = pytest.mark.kill

STEPS = ("title", "problem", "solution", "result", "values", "identity", "name", "contact", "preview")
PATIENCE = 120.0
RATE = 200  # a second; 25 in flight


@dataclass
class Story:
    """What people did, so that it can be compared with what the bot kept."""

    random: random.Random
    proposals: dict[int, list[tuple[str, ...]]] = field(default_factory=dict)
    is_over: bool = False
    handed_over: list[int] = field(default_factory=list)  # notices in flight at each kill


async def seen(person: Person, expected: Callable[[ChatMessage], object]) -> ChatMessage:
    return await person.wait_for(expected, timeout=PATIENCE)


async def press(person: Person, prefix: str, message: ChatMessage, *, times: int = 1) -> None:
    data = next(one for one in data_of(message) if one.split(":")[0] == prefix)
    marked = next(
        cell.data for row in message.buttons for cell in row if (cell.data or "").lstrip("+") == data
    )
    for _ in range(times):
        await person.press(data=marked, message=message)


async def subscribe(person: Person) -> None:
    await person.send("/subscribe")
    await seen(person, lambda message: any(one.startswith("yf") for one in data_of(message)))


async def propose(person: Person, story: Story, number: int) -> None:
    """A whole dialogue, each answer after its question."""
    texts = {step: f"{step} {number} of {person.id}, in full" for step in (*STEPS[:4], "name", "contact")}
    preview = await walk(person, texts, lambda condition: seen(person, condition))
    await press(person, "pc", preview)
    consent = await seen(person, lambda message: "pp" in {one.split(":")[0] for one in data_of(message)})
    await press(person, "pp", consent, times=story.random.randint(1, 4))
    story.proposals.setdefault(person.id, []).append(tuple(texts.values()))
    await seen(person, lambda message: is_receipt(message) and texts["title"] in message.text)


async def citizen(person: Person, story: Story) -> None:
    await subscribe(person)
    number = 0
    while not story.is_over:
        number += 1
        await propose(person, story, number)
        await person.send("When was the first action plan adopted?")
        await seen(person, lambda message: step_of(message) is None and not is_alert(message))


async def publish_in_the_chat(officer: Person, slug: str) -> None:
    await officer.send(f"/publish {slug}")
    await seen(officer, lambda message: not is_alert(message))


async def publish_by_command(bots: Bots, slug: str) -> None:
    environment = os.environ | {"OGP_BOT_DATABASE": str(bots.database), "OGP_BOT_TOKEN": ""}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "consultations", "publish", slug,
        cwd=ROOT, env=environment, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await process.wait() == 0


async def live_and_die(bots: Bots, story: Story) -> None:
    """One life: until so many calls have reached Telegram, or so long; then a moment more."""
    began = time.monotonic()
    sent = len(bots.sandbox.calls_of("sendMessage"))
    calls = len(bots.sandbox.calls) + story.random.choice((0, 1, 3, 10, 30, 60))
    await bots.start()
    while len(bots.sandbox.calls) < calls and time.monotonic() - began < 1.5:
        await bots.sandbox.api.called.wait(0.05)
    # The moment of death is a part of the test, no wait for anything.
    await asyncio.sleep(story.random.random() * 0.05)
    await bots.kill()
    if (
        len(bots.sandbox.calls_of("sendMessage")) > sent
    ):  # else what is claimed was so at the last kill already
        story.handed_over += [
            count for (count,) in bots.rows("SELECT count(*) FROM notices WHERE state = 'claimed'")
        ]


async def lives(bots: Bots, story: Story, kills: int) -> None:
    for _ in range(kills):
        await live_and_die(bots, story)
    story.is_over = True
    await bots.start()


async def people_and_kills(bots: Bots, sandbox: Sandbox, story: Story, kills: int, slugs: list[str]) -> None:
    citizens = [sandbox.add_person(4000 + number, "Citizen", language_code="en") for number in range(6)]
    quiet = [sandbox.add_person(5000 + number, "Quiet", language_code="en") for number in range(40)]
    officer = sandbox.add_person(OFFICER, "Maria", language_code="en")
    turncoat = sandbox.add_person(6000, "Turncoat", language_code="en")
    await bots.start()
    for person in (*citizens, *quiet, turncoat):  # before the first publication: who comes later is not told
        await person.send("/subscribe")
    await officer.send("/start")
    await bots.settled()
    await turncoat.send("/unsubscribe")
    await bots.settled()
    await bots.kill()
    await add_consultations(bots, *slugs)
    sandbox.latency = 0.01

    async def officers_work() -> None:
        for number, slug in enumerate(slugs):
            due = (number + 1) * kills // (len(slugs) + 1)
            while bots.kills < due and not story.is_over:
                await sandbox.api.called.wait(0.2)
            if number % 3 == 2:
                await publish_by_command(bots, slug)
            else:
                await publish_in_the_chat(officer, slug)

    async with asyncio.TaskGroup() as group:
        group.create_task(lives(bots, story, kills))
        group.create_task(officers_work())
        for person in citizens:
            group.create_task(citizen(person, story))
    await bots.settled()


def check_updates(bots: Bots, sandbox: Sandbox) -> int:
    """Every update Telegram handed over has its one row, and each is done."""
    ((first, last, count),) = bots.rows("SELECT min(update_id), max(update_id), count(*) FROM inbox")
    assert count == last - first + 1
    assert bots.rows("SELECT state, count(*) FROM inbox GROUP BY state") == [("done", count)]
    assert all(query.answered for query in sandbox.world.callbacks.values())
    return int(count)


def check_proposals(bots: Bots, sandbox: Sandbox, story: Story) -> int:
    """Each dialogue became one proposal, its answers in their fields, its receipt in the chat."""
    kept: dict[int, list[tuple[Any, ...]]] = {}
    for reference, author, *answers in bots.rows(
        """
        SELECT reference, author_id, title, problem, solution, expected_result, author_name, contact
        FROM proposals ORDER BY id
        """
    ):
        kept.setdefault(author, []).append(tuple(answers))
        assert any(
            is_receipt(message) and reference in message.text
            for message in sandbox.people[author].chat.messages
        )
    assert kept == story.proposals
    assert bots.rows("SELECT count(*) FROM drafts") == [(0,)]
    return sum(map(len, kept.values()))


def check_order(sandbox: Sandbox) -> None:
    """Between two things that a person did, the draft's screens only go on, however often they are shown again."""
    for person in sandbox.people.values():
        last = -1
        for state in person.chat.since(0):
            if state.from_bot and (step := step_of(state)) is not None:
                assert STEPS.index(step) >= last, person.chat.transcript()
                last = STEPS.index(step)
            elif is_receipt(state):
                last = -1


def check_alerts(sandbox: Sandbox, story: Story, slugs: list[str]) -> tuple[int, int]:
    """Everybody has each alert; what came twice is no more than was in flight at the kills."""
    sent = repeated = 0
    for person in sandbox.people.values():
        for slug in slugs:
            alerts = sum(
                is_alert(message) and re.search(rf"About {slug}\b", message.text) is not None
                for message in person.chat.messages
            )
            if person.id in {6000, OFFICER}:
                assert alerts == 0
            else:
                assert alerts >= 1, (person.id, slug)
                sent += alerts
                repeated += alerts - 1
    assert repeated <= sum(story.handed_over)
    return sent, repeated


async def play(bots: Bots, sandbox: Sandbox, *, kills: int, slugs: list[str]) -> None:
    seed = int(os.environ.get("OGP_TEST_SEED", time.time_ns() % 100_000))
    print(f"seed {seed} (OGP_TEST_SEED)")
    story = Story(random.Random(seed))
    bots.settings |= {"rate": RATE, "proposals_a_day": 1000}
    async with asyncio.timeout(240):
        await people_and_kills(bots, sandbox, story, kills, slugs)
    updates = check_updates(bots, sandbox)
    proposals = check_proposals(bots, sandbox, story)
    check_order(sandbox)
    sent, repeated = check_alerts(sandbox, story, slugs)
    await bots.stop()
    print(
        f"{bots.kills} kills, {updates} updates, {proposals} proposals, {sent} alerts, "
        f"{repeated} of them again ({sum(story.handed_over)} were in flight at the kills)"
    )


async def test_nothing_is_lost_however_often_the_bot_is_killed(bots: Bots, sandbox: Sandbox):
    await play(bots, sandbox, kills=39, slugs=["trees", "roads", "water", "parks", "budget", "courts"])


async def test_nothing_is_lost_by_webhook_either(bots: Bots, sandbox: Sandbox):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{probe.getsockname()[1]}"
    bots.settings |= {"webhook_url": f"http://{listen}/telegram", "listen": listen}
    await play(bots, sandbox, kills=8, slugs=["trees", "roads"])
