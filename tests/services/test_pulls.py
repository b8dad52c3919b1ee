"""Incremental pulls while others write: they miss nothing and repeat nothing."""

import asyncio
import io
import json
import random
import sqlite3
import tempfile
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app import Rooms, rooms
from bot.domain.exports import ExportFormat, Progress, Selection
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import ProposalId, ProposalState
from bot.services.export_files import Order
from bot.settings import Settings
from tests.contents import strict_content
from tests.services.proposed import NOW, put

#: What a writer does: a new one; a change that the table shows; support, which changes nothing but a number.
CHANGES = ("add", "decide", "support", "correct")


class Writer:
    """Another process, as the database sees it: a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
        self.number = 0
        self.count = 0

    def do(self, change: str, which: int) -> None:
        self.count += 1
        if change == "add" or not self.number:
            self.number += 1
            self._connection.execute(
                """
                INSERT INTO proposals (reference, draft_id, state, title, problem, solution, language,
                    consent_version, submitted_at, updated_at) VALUES (?, ?, 'received', ?, '', '', 'uk', 2, ?, ?)
                """,
                (
                    f"UA-2026-{self.number:04d}",
                    self.number,
                    str(self.count),
                    NOW.isoformat(),
                    NOW.isoformat(),
                ),
            )
            return
        row = which % self.number + 1
        sql = {
            "decide": "UPDATE proposals SET state = 'accepted', response = ? WHERE id = ?",
            "correct": "UPDATE proposals SET title = ? WHERE id = ?",
            "support": "UPDATE proposals SET endorsements = ? WHERE id = ?",
        }[change]
        self._connection.execute(sql, (self.count, row))

    def close(self) -> None:
        self._connection.close()


class Meddling(Progress):
    """Lets others write between two rows of a pull."""

    def __init__(self, writer: Writer, plan: list[tuple[str, int]]) -> None:
        self._writer, self._plan, self._done = writer, plan, 0
        super().__init__()

    @property
    def done(self) -> int:  # type: ignore[override]
        return self._done

    @done.setter
    def done(self, value: int) -> None:
        self._done = value
        if value and self._plan:
            self._writer.do(*self._plan.pop())


class Mirror:
    """What somebody has who pulls now and then."""

    def __init__(self) -> None:
        self.cursor = 0
        self.rows: dict[str, dict[str, Any]] = {}

    async def pull(self, opened: Rooms, progress: Progress | None = None) -> None:
        target = io.BytesIO()
        order = Order(
            Actor.operator(), Selection(after=self.cursor), progress=progress or Progress(), is_again=True
        )
        made = await opened.services.exports.write(target, ExportFormat.JSONL, order)
        came = [json.loads(line) for line in target.getvalue().splitlines()]
        assert len({row["reference"] for row in came}) == len(came) == made.count
        for row in came:
            assert self.rows.get(row["reference"]) != row, "repeated, though nothing has changed"
            self.rows[row["reference"]] = row
        self.cursor = made.cursor


async def everything(opened: Rooms) -> dict[str, dict[str, Any]]:
    whole = Mirror()
    await whole.pull(opened)
    return whole.rows


changes = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 50)), max_size=12)


@settings(max_examples=40, deadline=None)
@given(rounds=st.lists(st.tuples(changes, changes), min_size=1, max_size=6))
def test_pulls_with_writers_between_the_rows_make_up_the_whole(rounds):
    async def story(folder: Path) -> None:
        settings_ = Settings(_env_file=None, database=folder / "bot.sqlite3")
        async with rooms(settings_, content=strict_content()) as opened:
            with closing(Writer(settings_.database)) as writer:
                mirror = Mirror()
                for before, meanwhile in rounds:
                    for change in before:
                        writer.do(*change)
                    await mirror.pull(opened, Meddling(writer, list(meanwhile)))
                await mirror.pull(opened)
                assert mirror.rows == await everything(opened)
                count = len(mirror.rows)
                await mirror.pull(opened)
                assert len(mirror.rows) == count == writer.number

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(story(Path(folder)))


async def test_pulls_beside_writers_at_full_speed_make_up_the_whole(opened: Rooms):
    stop, failures = threading.Event(), list[BaseException]()
    writer, lock = Writer(opened.settings.database), threading.Lock()

    def write(seed: int) -> None:
        chance = random.Random(seed)
        try:
            for _ in range(400):
                with lock:
                    writer.do(chance.choice(CHANGES), chance.randrange(1000))
                if stop.is_set():
                    return
        except BaseException as error:  # noqa: BLE001  (told below)
            failures.append(error)

    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(2)]
    for thread in threads:
        thread.start()
    mirror, pulls = Mirror(), 0
    try:
        while any(thread.is_alive() for thread in threads):
            await mirror.pull(opened)
            pulls += 1
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    await mirror.pull(opened)
    assert failures == []
    assert pulls > 1
    assert mirror.rows == await everything(opened)
    assert len(mirror.rows) == writer.number
    writer.close()


@pytest.mark.parametrize(
    "step", ["decided", "supported", "support taken back", "hidden", "erased", "file taken out"]
)
async def test_whatever_the_table_shows_of_a_proposal_counts_as_its_change(opened: Rooms, step: str):
    database = opened.database
    async with database.unit() as unit:
        proposal = await put(unit, 1)
        await put(unit, 2)
        await unit.endorsements.add(ProposalId(2), PersonId(1), now=NOW)
    mirror = Mirror()
    await mirror.pull(opened)
    async with database.unit() as unit:
        match step:
            case "decided":
                await unit.proposals.save(proposal.model_copy(update={"state": ProposalState.ACCEPTED}))
            case "supported":
                await unit.endorsements.add(ProposalId(1), PersonId(1), now=NOW)
            case "support taken back":
                await unit.endorsements.delete(ProposalId(2), PersonId(1))
            case "hidden":
                await unit.proposals.hide(ProposalId(1), is_hidden=True, now=NOW)
            case "erased":
                await unit.endorsements.delete_all_of(PersonId(1))
                await unit.personal.erase(PersonId(1))
            case "file taken out":
                # A file comes and goes with a version of its proposal, never alone.
                await unit.proposals.save(proposal.model_copy(update={"version": 2}))
    before = mirror.cursor
    target = io.BytesIO()
    order = Order(Actor.operator(), Selection(after=before))
    made = await opened.services.exports.write(target, ExportFormat.JSONL, order)
    assert made.count == {"erased": 2}.get(step, 1)
    assert made.cursor > before
