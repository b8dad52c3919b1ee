"""How a message to many goes: rate, processor time, memory, how long people wait meanwhile, and what a kill costs.

The bot is the whole bot, in a process of its own, with its database; beside it, in the same run, the loops in which
others send to many. All against a server that keeps Telegram's rates to the letter (`tests.bench.telegram`).
"""

# ruff: noqa: T201 - figures go to the terminal

import asyncio
import contextlib
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import rooms
from bot.domain.consultations import ConsultationText, NewConsultation
from bot.domain.people import Actor
from bot.settings import Settings
from storage import Database
from tests.bench.telegram import BLOCKED, TOKEN, Record, Telegram, apart, telegram

TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 90.0
#: What subscribers are interested in, one of each in turn, and what the consultation is about: half of them it concerns.
TOPICS = ("[]", '["open-data"]', '["justice"]', '["justice","environment"]')
REGIONS = ("[]", '["lviv"]', '["lviv","odesa"]', '["odesa"]', '["kyiv-city","lviv"]')
ABOUT = {"topics": ("open-data",), "regions": ("lviv",)}
#: The environment of other libraries, which `make bench` makes.
BESIDE = Path(sys.prefix) / "beside" / "bin" / "python"


@dataclass
class Bot:
    """Our bot in its process."""

    process: subprocess.Popen[str]

    @property
    def seconds(self) -> float:
        """Of processor, so far, its threads included."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    @property
    def megabytes(self) -> float:
        """The most memory it ever had."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def _start(kind: str, *arguments: object, python: Path = Path(sys.executable)) -> subprocess.Popen[str]:
    log = sys.stderr if os.environ.get("OGP_BENCH_LOG") else subprocess.DEVNULL
    words = [python, "-m", "tests.bench.bots", kind, *map(str, arguments)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log, text=True)


@contextmanager
def _bot(server: Telegram, database: Path, rate: int) -> Iterator[Bot]:
    """The bot, once it answers."""
    bot = Bot(_start("ours", server.url, database, rate))
    try:
        server.write()
        _until(lambda: server.look()[0] > 0)
        server.take()
        yield bot
    finally:
        if bot.process.poll() is None:
            bot.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                bot.process.wait(10)
        bot.process.kill()
        bot.process.wait()


def _until(is_so: object, patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not is_so():  # type: ignore[operator]
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.02)


def _subscribers(folder: Path, count: int) -> Path:
    """A database with so many subscribers, every other of them English."""
    file = folder / f"bot-{count}.sqlite3"

    async def make() -> None:
        await (await Database.open(file)).close()

    asyncio.run(make())
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        numbers = "WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ?)"
        connection.execute(
            f"{numbers} INSERT INTO people (id, language_code, met_at)"
            " SELECT id, iif(id % 2, 'uk', 'en'), ? FROM n",
            (count, now),
        )
        connection.execute(
            "INSERT INTO subscriptions (person_id, created_at) SELECT id, ? FROM people ORDER BY id", (now,)
        )
    return file


def _choose(file: Path) -> int:
    """Give every subscriber filters of their own; how many the consultation concerns then."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for column, choices in (("topics", TOPICS), ("regions", REGIONS)):
            connection.executemany(
                f"UPDATE subscriptions SET {column} = ? WHERE id % {len(choices)} = ?",
                [(choice, number) for number, choice in enumerate(choices)],
            )
        concerned = "topics IN ('[]', '[\"open-data\"]') AND (regions = '[]' OR regions LIKE '%lviv%')"
        (count,) = connection.execute(f"SELECT count(*) FROM subscriptions WHERE {concerned}").fetchone()
    return int(count)


def _publish(file: Path, slug: str = "roads", **about: tuple[str, ...]) -> None:
    """As the command line does, while the bot runs."""

    async def publish() -> None:
        settings = Settings(_env_file=None, token=TOKEN, database=file)
        async with rooms(settings) as opened:
            words = ConsultationText(
                title="Відкриті дані про дороги", summary="Що саме має бути відкрито? " * 8
            )
            closes_at = datetime.now(UTC) + timedelta(days=9)
            new = NewConsultation(slug=slug, closes_at=closes_at, texts={"uk": words, "en": words}, **about)
            await opened.services.consultations.take_in([new], Actor.operator())
            await opened.services.consultations.publish(slug, Actor.operator())

    asyncio.run(publish())


def _pending(file: Path) -> bool:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return bool(
            connection.execute("SELECT EXISTS (SELECT 1 FROM campaigns WHERE ended_at IS NULL)").fetchone()[0]
        )


def _rate(folder: Path, rate: int, count: int) -> float:
    """Send to so many; returns seconds of processor a message."""
    file = _subscribers(folder, count)
    with telegram(rate) as server, _bot(server, file, rate) as bot:
        _publish(file)
        _until(lambda: server.look()[0] > 0)
        before = bot.seconds
        _until(lambda: not _pending(file), count / rate + PATIENCE)
        cost = (bot.seconds - before) / count
        record = server.take()
    print(
        f"  {rate:>5}/s: {record.share(rate):6.1%} of the rate, {record.refused} refused (429), fullest second"
        f" {record.fullest}, {cost * 1e6:.0f} µs of processor a message, {record.blocked} blocked"
    )
    return cost


def _theirs(kind: str, count: int, rate: int) -> tuple[float, Record]:
    """Seconds of processor a message, and what came."""
    with telegram(rate) as server:
        process = _start(kind, server.url, count, rate, python=BESIDE)
        output, _ = process.communicate(timeout=PATIENCE)
        before, after = map(float, output.split())
        return (after - before) / count, server.take()


def _beside(cost: float) -> None:
    if not BESIDE.exists():
        print("  the loops of other libraries are not installed: `make bench` does that")
        return
    print("  beside loops without a database, processor a message at 1000/s (50 ms ± 10 ms, 3 % blocked):")
    for kind, count, name in (
        ("aiogram", 4000, "aiogram 3, gather"),
        ("gather", 3000, "python-telegram-bot, gather"),
        ("loop", 150, "python-telegram-bot, loop with AIORateLimiter"),
    ):
        theirs, record = _theirs(kind, count, 1000)
        took = record.arrivals[-1] - record.arrivals[0]
        print(
            f"    {name:<46} {theirs * 1e6:6.0f} µs, ours is {cost / theirs:.2f} of it;"
            f" {len(record.arrivals) / took:.0f}/s, {record.refused} refused (429)"
        )


def _memory(folder: Path) -> None:
    few, many = _peak(folder, 1_000), _peak(folder, 1_000_000)
    print(f"  peak memory grows by {many - few:.1f} MB")


def _peak(folder: Path, count: int) -> float:
    """The most memory in MB that the bot has while it sends to so many, or to the first 15,000 of them."""
    file = _subscribers(folder, count)
    with telegram(1000) as server, _bot(server, file, 1000) as bot:
        start = time.monotonic()
        _publish(file)
        _until(lambda: server.look()[0] > 0)
        first = server.look()[2] - start
        _until(lambda: server.look()[0] > min(15_000, count * 0.97))
        peak = bot.megabytes
        bot.kill()
    print(f"  {count:>9,} subscribers: first message after {first:.2f} s, peak {peak:.0f} MB")
    file.unlink()
    return peak


def _filtered(folder: Path) -> None:
    """100,000 subscribers of one database, each with topics and regions of their own."""
    count = 100_000
    file = _subscribers(folder, count)
    concerned = _choose(file)
    with telegram(1000) as server, _bot(server, file, 1000):
        start = time.monotonic()
        _publish(file, **ABOUT)
        _until(lambda: server.look()[0] > 5_000)
        first, record = server.look()[2] - start, server.take()
    print(
        f"  {count:,} subscribers with filters, {concerned:,} of whom it concerns: first message after {first:.2f} s,"
        f" {record.share(1000):.1%} of the rate, {record.refused} refused (429)"
    )


def _waits(folder: Path, rate: int, writers: int, every: float) -> None:
    """How long people wait for an answer, without a broadcast and with one."""
    file = _subscribers(folder, int(rate * (writers * every + 5)))
    p99, refused = [], 0
    with telegram(rate) as server, _bot(server, file, rate):
        for is_busy in (False, True):
            if is_busy:
                _publish(file)
                _until(lambda: server.look()[0] > rate)
            server.take()
            for _ in range(writers):
                server.write()
                time.sleep(every)
            time.sleep(1)
            record = server.take()
            refused += record.refused
            p99.append(statistics.quantiles(record.answered, n=100)[-1] * 1000)
    print(
        f"  {rate:>5}/s: p99 of a direct answer {p99[0]:.0f} ms without a broadcast, {p99[1]:.0f} ms with one"
        f" ({p99[1] / p99[0]:.2f}×), {writers} people, {refused} refused (429)"
    )


def _kills(folder: Path, rate: int, count: int, kills: int) -> None:
    """`kill -9` in the middle, again and again; then everybody is counted."""
    file = _subscribers(folder, count)
    worst = before = 0
    with telegram(rate) as server:
        chats = Record().chats
        _publish(file)
        for number in range(kills + 1):
            bot = Bot(_start("ours", server.url, file, rate))
            if number < kills:
                _until(lambda: server.look()[0] > count // (kills + 2))
                bot.kill()
                time.sleep(0.2)  # what is on its way arrives
            else:
                _until(lambda: not _pending(file), count / rate + PATIENCE)
                bot.process.terminate()
                bot.process.wait()
            record = server.take()
            chats += record.chats
            repeated = sum(chats.values()) - len(chats)
            worst, before = max(worst, repeated - before), repeated
    missed = count - count // BLOCKED - len(chats)
    print(
        f"  kill -9 at {rate}/s, {kills} times: {missed} missed, {before} repeats, {worst} at the most a kill"
    )


def run() -> None:
    """Some four minutes; prints its figures."""
    apart(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _rate(folder, 30, 450)
        cost = _rate(folder, 1000, 8_000)
        _beside(cost)
        _filtered(folder)
        _memory(folder)
        _waits(folder, 30, 60, 0.25)
        _waits(folder, 1000, 300, 0.03)
        _kills(folder, 1000, 9_000, 6)
        _kills(folder, 30, 240, 4)


if __name__ == "__main__":
    run()
