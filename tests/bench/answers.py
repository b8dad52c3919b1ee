"""How long people wait for an answer, without a broadcast and with one.

The bot is the whole bot, against a server that keeps Telegram's rates to the letter. Everybody who writes is somebody
new, and they come as people do: at random, at times several at once. Stretches without a broadcast and with one take
turns, so that whatever else the machine does falls on both. At a low rate, where few may write before their answers
are all that the rate allows, several bots with databases and servers of their own run side by side.
"""

# ruff: noqa: T201 - figures go to the terminal

import random
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bot.domain.broadcasts import BroadcastState
from tests.bench.running import publish, running, subscribers, turn, until
from tests.bench.telegram import Record, Telegram, apart, telegram

#: How often a stretch without a broadcast and one with it follow each other.
TURNS = 4
#: Seconds after which a broadcast that goes on or waits has come to its usual pace.
SETTLED = 1.5


def _write(servers: list[Telegram], people: int, a_second: float, chance: random.Random) -> list[Record]:
    """Let so many write, at random; what each server has seen meanwhile."""
    time.sleep(SETTLED)
    for server in servers:
        server.take()
    for _ in range(people):
        chance.choice(servers).write()
        time.sleep(chance.expovariate(a_second * len(servers)))
    time.sleep(1)
    return [server.take() for server in servers]


def _waits(folder: Path, rate: int, *, bots: int, people: int, a_second: float) -> None:
    """Measure them.

    Args:
        folder: for the databases.
        rate: messages a second that a server takes.
        bots: how many run side by side.
        people: how many write in all in each of the two states.
        a_second: how many of them write to each bot, on average.
    """
    each, chance = people // TURNS, random.Random(1)
    seconds = TURNS * (each / (bots * a_second) + SETTLED + 5)
    calm: list[Record] = []
    busy: list[Record] = []
    with ExitStack() as stack:
        servers, files = [], []
        for number in range(bots):
            (place := folder / f"{rate}-{number}").mkdir()
            files.append(subscribers(place, int(rate * seconds)))
            servers.append(stack.enter_context(telegram(rate)))
            stack.enter_context(running(servers[-1], files[-1], rate))
        for number in range(TURNS):
            calm += _write(servers, each, a_second, chance)
            for server, file in zip(servers, files, strict=True):
                turn(file, BroadcastState.RUNNING) if number else publish(file)
                until(lambda server=server: server.look()[0] > 0)  # type: ignore[misc]
            busy += _write(servers, each, a_second, chance)
            for file in files:
                turn(file, BroadcastState.PAUSED)
    without, beside = _answered(calm), _answered(busy)
    share = statistics.mean(record.share(rate) for record in busy)
    refused = sum(record.refused for record in calm + busy)
    print(
        f"  {rate:>5}/s: p99 of a direct answer {without[98]:.0f} ms without a broadcast, {beside[98]:.0f} ms with one"
        f" ({beside[98] / without[98]:.2f}×); half of them within {without[49]:.0f} and {beside[49]:.0f} ms\n"
        f"          {each * TURNS} people each, {a_second} a second to each of {bots} bots; broadcast and answers"
        f" together {share:.1%} of the rate, {refused} refused (429)"
    )


def _answered(records: list[Record]) -> list[float]:
    """The hundredths of how long all of them waited, in ms; nothing is reckoned beyond the longest that came."""
    waits = [seconds * 1000 for record in records for seconds in record.answered]
    return statistics.quantiles(waits, n=100, method="inclusive")


def run() -> None:
    """Some four minutes; prints its figures."""
    apart(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _waits(folder, 30, bots=2, people=520, a_second=3)
        _waits(folder, 1000, bots=1, people=600, a_second=25)


if __name__ == "__main__":
    run()
