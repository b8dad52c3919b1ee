"""Whom a consultation concerns, walked in bounded pieces; and the earlier subscriptions after the migration."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import aiosqlite
import pytest

from bot.domain.consultations import ConsultationState, ConsultationText, NewConsultation
from bot.domain.notices import NoticeKind
from bot.domain.people import PersonId
from bot.domain.subscriptions import Pace, Subscription
from storage import Database, migrations
from storage.audiences import WINDOW
from tests.storage.conftest import NOW, meet


async def opened(database: Database, *, topics: tuple[str, ...] = (), regions: tuple[str, ...] = ()) -> int:
    """A consultation that has opened just now, with its campaign."""
    async with database.unit() as unit:
        new = NewConsultation(
            slug="roads",
            closes_at=NOW + timedelta(days=9),
            topics=topics,
            regions=regions,
            texts={"uk": ConsultationText(title="Roads", summary="")},
        )
        await unit.consultations.save(new, now=NOW)
        consultation = await unit.consultations.find("roads")
        assert consultation is not None
        await unit.consultations.set_state(consultation.id, ConsultationState.OPEN, published_at=NOW)
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_OPENED, consultation.id, now=NOW)
    return consultation.id


async def expanded(database: Database, *, limit: int = 500) -> list[int]:
    """Expand every campaign; how far the cursor was after each piece."""
    cursors = []
    while True:
        async with database.unit() as unit:
            campaign = await unit.notices.unexpanded()
            if campaign is None:
                return cursors
            cursors.append(campaign.expanded_to)
            await unit.notices.expand(campaign, limit=limit, now=NOW)


def told(file: Path) -> list[int]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT person_id FROM notices ORDER BY person_id")]


@pytest.mark.parametrize(
    ("chosen", "concerns"),
    [
        ({}, True),
        ({"topics": ("justice", "open-data")}, True),
        ({"topics": ("justice",)}, False),
        ({"regions": ("lviv",)}, True),
        ({"regions": ("odesa",)}, False),
        ({"topics": ("open-data",), "regions": ("odesa",)}, False),
        ({"topics": ("justice",), "consultations": (1,)}, True),
        ({"is_broad": False}, False),
        ({"is_broad": False, "consultations": (1,)}, True),
        ({"is_broad": False, "consultations": (2,), "all_commitments": True}, False),
        ({"pace": Pace.DAILY, "digest_at": NOW}, False),
        ({"paused_until": NOW, "digest_at": NOW}, False),
        ({"told_to": 1}, False),
    ],
    ids=str,
)
async def test_consultation_concerns_a_subscription(database: Database, file: Path, chosen, concerns):
    await meet(database, PersonId(7))
    async with database.unit() as unit:
        await unit.subscriptions.save(Subscription(chat_id=7, created_at=NOW, **chosen))
    assert await opened(database, topics=("open-data",), regions=("lviv", "kyiv")) == 1
    await expanded(database)
    assert told(file) == ([7] if concerns else [])


async def test_sparse_audience_is_walked_in_bounded_pieces_and_nobody_is_missed(
    database: Database, file: Path
):
    many = 2 * WINDOW + 10
    with closing(sqlite3.connect(file)) as connection, connection:
        ids = [(number, NOW.isoformat()) for number in range(1, many + 1)]
        connection.executemany("INSERT INTO people (id, met_at) VALUES (?, ?)", ids)
        connection.executemany(
            "INSERT INTO subscriptions (person_id, topics, created_at) VALUES (?, ?, ?)",
            [(n, json.dumps(["open-data" if n % 1000 == 0 else "justice"]), at) for n, at in ids],
        )
    await opened(database, topics=("open-data",))
    cursors = await expanded(database, limit=3)
    assert told(file) == list(range(1000, many, 1000))
    assert all(after - before <= WINDOW for before, after in pairwise(cursors))
    async with database.view() as view:
        (campaign,) = await view.broadcasts.latest(1)
    assert campaign.queued == len(told(file))


async def test_earlier_subscribers_hear_of_everything_at_once(tmp_path: Path):
    file = tmp_path / "old.sqlite3"
    async with aiosqlite.connect(file, isolation_level=None) as connection:
        for statements in migrations.STEPS[
            : migrations.STEPS.index(migrations.m0008_subscriptions.STATEMENTS)
        ]:
            for statement in statements:
                await connection.execute(statement)
        number = migrations.STEPS.index(migrations.m0008_subscriptions.STATEMENTS)
        await connection.execute(f"PRAGMA user_version = {number}")
        await connection.execute("INSERT INTO people (id, met_at) VALUES (7, ?)", (NOW.isoformat(),))
        await connection.execute(
            "INSERT INTO subscriptions (person_id, created_at) VALUES (7, ?)", (NOW.isoformat(),)
        )
        await migrations.run(connection, number, application_id=0)
        (row,) = await connection.execute_fetchall(
            "SELECT person_id, is_broad, topics, regions, pace, digest_at, paused_until FROM subscriptions"
        )
    assert tuple(row) == (7, 1, "[]", "[]", "at_once", None, None)
