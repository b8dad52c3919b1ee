"""`kill -9` at random moments while albums are attached: nothing lost, nothing twice, no content without a row."""

# ruff: noqa: T201 - the seed and the figures are worth reading

import asyncio
import hashlib
import os
import random
import time

import pytest

from bot.app.opening import rooms
from bot.domain.attachments import AT_MOST
from bot.sandbox import ChatMessage, Person, Sandbox
from bot.settings import Settings
from tests.crash.conftest import Bots, data_of, step_of
from tests.crash.test_points import OF_UPDATES

KILLS = 25
PATIENCE = 60.0


async def at_problem(person: Person) -> None:
    """A draft whose next message is the problem."""
    await person.send("/propose")
    await person.wait_for(lambda message: step_of(message) == "title", timeout=PATIENCE)
    await person.send(f"Trees for street {person.id}")
    await person.wait_for(lambda message: step_of(message) == "problem", timeout=PATIENCE)


async def album(person: Person, number: int, random: random.Random) -> dict[str, bytes]:
    """Send an album of documents and pictures; what was sent, by name."""
    sent = {}
    for part in range(random.randint(2, AT_MOST - 5)):
        name = f"{person.id}-{number}-{part}.pdf"
        # Every third content is somebody else's too: it lies there once and belongs to both.
        content = b"shared" if part % 3 == 2 else f"%PDF {name} {random.random()}".encode()
        await person.send_document(name, content, "application/pdf", album=f"{person.id}-{number}")
        sent[name] = content
        await asyncio.sleep(random.random() * 0.03)  # the moment of sending is a part of the test
    return sent


def contents(bots: Bots) -> dict[str, bytes]:
    """What lies beside the database, by name; what was left unfinished too."""
    folder = bots.database.with_suffix(".attachments")
    return {path.name: path.read_bytes() for path in folder.glob("??/*")}


def attached(bots: Bots, person: Person) -> list[tuple[str, str]]:
    return bots.rows(
        "SELECT a.name, a.sha256 FROM attachments AS a JOIN drafts AS d ON d.id = a.draft_id WHERE d.person_id = ?",
        person.id,
    )


async def sweep(bots: Bots) -> None:
    """What the bot does once an hour, when everything is older than a day."""
    for path in bots.database.with_suffix(".attachments").glob("??/*"):
        os.utime(path, (1, 1))
    settings = Settings(_env_file=None, database=bots.database)
    async with rooms(settings) as opened:
        await opened.services.attachments.sweep(pause=0)


def check(bots: Bots, person: Person, sent: dict[str, bytes]) -> None:
    """Each file of the person's draft is there once, with its content, and is named in the chat."""
    rows = attached(bots, person)
    assert sorted(rows) == sorted(
        (name, hashlib.sha256(content).hexdigest()) for name, content in sent.items()
    )
    lying = contents(bots)
    for name, content in sent.items():
        assert lying[hashlib.sha256(content).hexdigest()] == content
        assert any(name in message.text for message in person.chat.since(0) if message.from_bot), name


@pytest.mark.kill
async def test_albums_are_attached_whole_and_once_however_often_the_bot_is_killed(
    bots: Bots, sandbox: Sandbox
):
    seed = int(os.environ.get("OGP_TEST_SEED", time.time_ns() % 100_000))
    print(f"seed {seed} (OGP_TEST_SEED)")
    chance = random.Random(seed)
    people = [sandbox.add_person(4000 + number, "Citizen", language_code="en") for number in range(4)]
    sent: dict[int, dict[str, bytes]] = {person.id: {} for person in people}
    await bots.start()
    for person in people:
        await at_problem(person)
    await bots.settled()
    sandbox.latency = 0.01

    async def lives() -> None:
        for _ in range(KILLS):
            calls = len(bots.sandbox.calls) + chance.choice((1, 3, 8, 20))
            began = time.monotonic()
            while len(bots.sandbox.calls) < calls and time.monotonic() - began < 1.0:
                await bots.sandbox.api.called.wait(0.05)
            await asyncio.sleep(chance.random() * 0.05)  # the moment of death is a part of the test
            await bots.kill()
            await bots.start()

    async def life_of(person: Person) -> None:
        for number in range(2):
            sent[person.id] |= await album(person, number, chance)
            await asyncio.sleep(chance.random() * 2)

    async with asyncio.timeout(240), asyncio.TaskGroup() as group:
        group.create_task(lives())
        for person in people:
            group.create_task(life_of(person))
    await bots.settled()
    for person in people:
        check(bots, person, sent[person.id])
    before = contents(bots)
    await bots.stop()
    await sweep(bots)
    named = {sha256 for (sha256,) in bots.rows("SELECT DISTINCT sha256 FROM attachments")}
    assert contents(bots).keys() == named
    print(f"{bots.kills} kills, {sum(map(len, sent.values()))} files, {len(before) - len(named)} swept away")


@pytest.mark.parametrize("point", OF_UPDATES)
async def test_file_is_attached_once_wherever_the_bot_dies(bots: Bots, sandbox: Sandbox, point: str):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point)
    await at_problem(taras)
    await bots.settled()
    bots.armed.touch()
    await taras.send_document("plan.pdf", b"%PDF", "application/pdf", caption="Streets are too hot in July.")
    assert await bots.end() < 0
    await bots.start()
    await bots.settled()
    assert [name for name, _ in attached(bots, taras)] == ["plan.pdf"]
    assert list(contents(bots).values()) == [b"%PDF"]
    shown = latest(taras)
    assert step_of(shown) == "solution"
    assert bots.rows("SELECT json_extract(answers, '$.problem') FROM drafts") == [
        ("Streets are too hot in July.",)
    ]
    assert bots.rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    await bots.stop()


@pytest.mark.parametrize("point", OF_UPDATES)
async def test_file_is_taken_out_once_wherever_the_bot_dies(bots: Bots, sandbox: Sandbox, point: str):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await bots.start(die=point)
    await at_problem(taras)
    for name in ("plan.pdf", "map.pdf"):
        await taras.send_document(name, name.encode(), "application/pdf")
        await taras.wait_for(name)
    await bots.settled()
    number = bots.rows("SELECT id FROM drafts")[0][0]
    await taras.press(data=f"pg:{number}:attachments:0")
    shown = await taras.wait_for(lambda message: any(one.startswith("tr:") for one in data_of(message)))
    await bots.settled()
    bots.armed.touch()
    await taras.press(data=next(one for one in data_of(shown) if one.startswith("tr:")), message=shown)
    assert await bots.end() < 0
    await bots.start()
    await bots.settled()
    assert [name for name, _ in attached(bots, taras)] == ["map.pdf"]
    assert "plan.pdf" not in latest(taras).text
    await bots.stop()
    await sweep(bots)
    assert list(contents(bots).values()) == [b"map.pdf"]


def latest(person: Person) -> ChatMessage:
    return next(one for one in reversed(person.chat.messages) if one.from_bot)
