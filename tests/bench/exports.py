"""What handing out 100,000 proposals costs in time and memory, and what it does to everybody else's answers.

Each file is made in a process of its own. Beside each stands what most programs do: all rows as objects in memory, then
the format's usual library at once (csv, json, openpyxl), on the event loop.
"""

# ruff: noqa: T201 - figures go to the terminal

import asyncio
import csv
import io
import json
import multiprocessing
import random
import resource
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl

from bot.app import Rooms, load_content, rooms
from bot.domain.exports import COLUMNS, ExportFormat, Progress
from bot.domain.people import Actor
from bot.services.export_files import Order
from bot.services.tables import cell, harmless, record_of
from bot.settings import Settings
from storage import AttachmentFiles, Database

PROPOSALS = 100_000
#: Files: one for every so many proposals, of so many bytes.
EVERY, SIZE = 20, 20_000
WORDS = [
    "дороги",
    "ремонт",
    "відкриті",
    "дані",
    "громада",
    "бюджет",
    "звіт",
    "міська",
    "рада",
    "оприлюднити",
    "щороку",
    "доступ",
    "участь",
    "школа",
    "лікарня",
    "закупівлі",
    "реєстр",
    "контроль",
    "строки",
    "кожен",
    "мешканець",
    "бачити",
    "план",
    "вулиця",
    "дерева",
    "вода",
    "транспорт",
    "зупинка",
]
#: Seconds between two looks whether the event loop is there: what it is late by is what an answer waits.
TICK = 0.005


@dataclass(frozen=True)
class Cost:
    """What one file has cost.

    Attributes:
        grown: megabytes that the process grew by at the most.
        late: seconds by which the event loop was late: 99th percentile, and at the most.
        size: megabytes of the file.
    """

    seconds: float
    grown: float
    late: tuple[float, float]
    size: float


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "bot.sqlite3"
        start = time.perf_counter()
        asyncio.run(_fill(database))
        print(f"{PROPOSALS:,} proposals ({time.perf_counter() - start:.0f} s to make them)")
        print(f"{'':26}{'seconds':>8}{'grown, MB':>11}{'file, MB':>10}{'loop late, ms: 99 %':>21}{'most':>7}")
        for name in _WORKS:
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                cost = pool.apply(_measured, (name, database))
            late = f"{cost.late[0] * 1000:21.1f}{cost.late[1] * 1000:7.0f}"
            print(f"{name:26}{cost.seconds:8.1f}{cost.grown:11.1f}{cost.size:10.1f}{late}", flush=True)


async def _fill(path: Path) -> None:
    database = await Database.open(path, readers=1)
    await database.close()
    chance, now = random.Random(1), datetime(2026, 1, 1, tzinfo=UTC)
    sha256 = AttachmentFiles.beside(path).put(b"x" * SIZE)

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count)).capitalize() + "."

    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(1, PROPOSALS + 1):
            moment = (now + timedelta(minutes=number)).isoformat(timespec="microseconds")
            connection.execute(
                """
                INSERT INTO proposals (reference, draft_id, state, title, problem, solution, expected_result,
                    ogp_values, goal, region, topic, author_name, contact, language, consent_version,
                    content_hash, submitted_at, updated_at)
                VALUES (?, ?, 'received', ?, ?, ?, ?, '["participation"]', 11, 'lviv', 'environment',
                    'Олена Коваль', 'olena@example.org', 'uk', 2, ?, ?, ?)
                """,
                (
                    f"UA-2026-{number:06d}", number, words(7), words(40), words(40), words(20),
                    f"{chance.getrandbits(256):064x}", moment, moment,
                ),
            )  # fmt: skip
        connection.executemany(
            "INSERT INTO attachments (proposal_id, message_id, kind, name, mime, size, sha256, added_at)"
            " VALUES (?, 1, 'document', 'план.pdf', 'application/pdf', ?, ?, ?)",
            [(number, SIZE, sha256, now.isoformat()) for number in range(EVERY, PROPOSALS + 1, EVERY)],
        )


def _measured(name: str, path: Path) -> Cost:
    """Make one file; memory is looked at by a thread, the event loop by a task of its own."""
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_measure(_WORKS[name], path))


async def _measure(work: Callable[[Rooms, Path], Awaitable[None]], path: Path) -> Cost:
    settings = Settings(_env_file=None, database=path)
    out = path.with_name("out")
    async with rooms(settings, content=load_content(settings)) as opened:
        bare, most, is_over = _megabytes(), [0.0], threading.Event()

        def watch() -> None:
            while not is_over.wait(0.02):
                most[0] = max(most[0], _megabytes())

        watching = threading.Thread(target=watch)
        watching.start()
        late: list[float] = []
        ticking = asyncio.create_task(_tick(late))
        await asyncio.sleep(0)
        start = time.perf_counter()
        try:
            await work(opened, out)
        finally:
            seconds = time.perf_counter() - start
            await asyncio.sleep(0)
            await asyncio.sleep(2 * TICK)
            ticking.cancel()
            is_over.set()
            watching.join()
    ordered = sorted(late)
    size = out.stat().st_size / 2**20
    out.unlink()
    return Cost(seconds, max(0.0, most[0] - bare), (ordered[int(len(ordered) * 0.99)], ordered[-1]), size)


async def _tick(late: list[float]) -> None:
    while True:
        start = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(max(0.0, time.perf_counter() - start - TICK))


def _ours(form: ExportFormat) -> Callable[[Rooms, Path], Awaitable[None]]:
    async def work(opened: Rooms, out: Path) -> None:
        progress = Progress()
        with out.open("w+b") as target:
            order = Order(Actor.operator(), progress=progress)
            made = await opened.services.exports.write(target, form, order)
        assert made.count == progress.done == PROPOSALS

    return work


async def _our_archive(opened: Rooms, out: Path) -> None:
    made = await opened.services.exports.pack(out.parent, out.name, Order(Actor.operator()))
    assert made.count == PROPOSALS // EVERY


async def _records(opened: Rooms) -> list[dict[str, object]]:
    by, zone = Actor.operator(), opened.settings.zone
    async with opened.database.view() as view:
        return [record_of(proposal, [], by, zone) async for proposal in view.proposals.each()]


async def _csv_at_once(opened: Rooms, out: Path) -> None:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell(value)) for value in one.values()] for one in await _records(opened))
    out.write_text(text.getvalue(), encoding="utf-8-sig")


async def _json_at_once(opened: Rooms, out: Path) -> None:
    records = await _records(opened)
    out.write_text(json.dumps(records, ensure_ascii=False, default=str), encoding="utf-8")


async def _openpyxl_at_once(opened: Rooms, out: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(COLUMNS)
    for record in await _records(opened):
        sheet.append(
            [
                value.replace(tzinfo=None) if isinstance(value, datetime) else cell(value)
                for value in record.values()
            ]
        )
    book.save(out)


_WORKS: dict[str, Callable[[Rooms, Path], Awaitable[None]]] = {
    "xlsx": _ours(ExportFormat.XLSX),
    "  openpyxl, at once": _openpyxl_at_once,
    "csv": _ours(ExportFormat.CSV),
    "  csv, at once": _csv_at_once,
    "json": _ours(ExportFormat.JSON),
    "  json.dumps, at once": _json_at_once,
    "jsonl": _ours(ExportFormat.JSONL),
    "zip of 5,000 files": _our_archive,
}


def _megabytes() -> float:
    """Memory now, where the system says it; the most so far elsewhere."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)
