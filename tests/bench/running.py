"""The whole bot, in a process of its own, with a database full of subscribers: what the benchmarks of broadcasts need."""

import asyncio
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import rooms
from bot.domain.broadcasts import BroadcastState
from bot.domain.consultations import ConsultationText, NewConsultation
from bot.domain.people import Actor
from bot.settings import Settings
from storage import Database
from tests.bench.telegram import TOKEN, Telegram

TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 90.0


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


def start(kind: str, *arguments: object, python: Path = Path(sys.executable)) -> subprocess.Popen[str]:
    """One of the processes of `tests.bench.bots`; with `OGP_BENCH_LOG` set, one hears what it has to say."""
    log = sys.stderr if os.environ.get("OGP_BENCH_LOG") else subprocess.DEVNULL
    words = [python, "-m", "tests.bench.bots", kind, *map(str, arguments)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log, text=True)


@contextmanager
def running(server: Telegram, database: Path, rate: int) -> Iterator[Bot]:
    """The bot, once it answers."""
    bot = Bot(start("ours", server.url, database, rate))
    try:
        server.write()
        until(lambda: server.look()[0] > 0)
        server.take()
        yield bot
    finally:
        if bot.process.poll() is None:
            bot.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                bot.process.wait(10)
        bot.process.kill()
        bot.process.wait()


def until(is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait for it.

    Raises:
        TimeoutError: it takes longer than so many seconds.
    """
    deadline = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.02)


def subscribers(folder: Path, count: int) -> Path:
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


def publish(file: Path, slug: str = "roads", **about: tuple[str, ...]) -> None:
    """Publish a consultation of which all are told, as the command line does, while the bot runs."""

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


def turn(file: Path, became: BroadcastState) -> None:
    """Let the broadcast wait or go on, as the command line does, while the bot runs."""

    async def turn() -> None:
        async with rooms(Settings(_env_file=None, token=TOKEN, database=file)) as opened:
            await opened.services.broadcasts.turn_all(became, Actor.operator())

    asyncio.run(turn())


def is_pending(file: Path) -> bool:
    """Whether a broadcast is under way."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        return bool(
            connection.execute("SELECT EXISTS (SELECT 1 FROM campaigns WHERE ended_at IS NULL)").fetchone()[0]
        )
