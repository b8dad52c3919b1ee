"""How a message to many goes: rate, processor time, memory, and what a kill costs.

The bot is the whole bot, in a process of its own, with its database; beside it, in the same run, the loops in which
others send to many. All against a server that keeps Telegram's rates to the letter (`tests.bench.telegram`).
"""

# ruff: noqa: T201 - figures go to the terminal

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tests.bench.running import PATIENCE, Bot, is_pending, publish, running, start, subscribers, until
from tests.bench.telegram import BLOCKED, Record, apart, telegram

#: What subscribers are interested in, one of each in turn, and what the consultation is about: half of them it concerns.
TOPICS = ("[]", '["open-data"]', '["justice"]', '["justice","environment"]')
REGIONS = ("[]", '["lviv"]', '["lviv","odesa"]', '["odesa"]', '["kyiv-city","lviv"]')
ABOUT = {"topics": ("open-data",), "regions": ("lviv",)}
#: The environment of other libraries, which `make bench` makes.
BESIDE = Path(sys.prefix) / "beside" / "bin" / "python"


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


def _rate(folder: Path, rate: int, count: int) -> float:
    """Send to so many; returns seconds of processor a message."""
    file = subscribers(folder, count)
    with telegram(rate) as server, running(server, file, rate) as bot:
        publish(file)
        until(lambda: server.look()[0] > 0)
        before = bot.seconds
        until(lambda: not is_pending(file), count / rate + PATIENCE)
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
        process = start(kind, server.url, count, rate, python=BESIDE)
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
    file = subscribers(folder, count)
    with telegram(1000) as server, running(server, file, 1000) as bot:
        start = time.monotonic()
        publish(file)
        until(lambda: server.look()[0] > 0)
        first = server.look()[2] - start
        until(lambda: server.look()[0] > min(15_000, count * 0.97))
        peak = bot.megabytes
        bot.kill()
    print(f"  {count:>9,} subscribers: first message after {first:.2f} s, peak {peak:.0f} MB")
    file.unlink()
    return peak


def _filtered(folder: Path) -> None:
    """100,000 subscribers of one database, each with topics and regions of their own."""
    count = 100_000
    file = subscribers(folder, count)
    concerned = _choose(file)
    with telegram(1000) as server, running(server, file, 1000):
        start = time.monotonic()
        publish(file, **ABOUT)
        until(lambda: server.look()[0] > 5_000)
        first, record = server.look()[2] - start, server.take()
    print(
        f"  {count:,} subscribers with filters, {concerned:,} of whom it concerns: first message after {first:.2f} s,"
        f" {record.share(1000):.1%} of the rate, {record.refused} refused (429)"
    )


def _kills(folder: Path, rate: int, count: int, kills: int) -> None:
    """`kill -9` in the middle, again and again; then everybody is counted."""
    file = subscribers(folder, count)
    worst = before = 0
    with telegram(rate) as server:
        chats = Record().chats
        publish(file)
        for number in range(kills + 1):
            bot = Bot(start("ours", server.url, file, rate))
            if number < kills:
                until(lambda: server.look()[0] > count // (kills + 2))
                bot.kill()
                time.sleep(0.2)  # what is on its way arrives
            else:
                until(lambda: not is_pending(file), count / rate + PATIENCE)
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
    """Some three minutes; prints its figures."""
    apart(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _rate(folder, 30, 450)
        cost = _rate(folder, 1000, 8_000)
        _beside(cost)
        _filtered(folder)
        _memory(folder)
        _kills(folder, 1000, 9_000, 6)
        _kills(folder, 30, 240, 4)


if __name__ == "__main__":
    run()
