"""A backup takes the database's place; what was taken back since stays so, and nothing is lost by a refusal."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.drafts import DraftId
from bot.domain.notices import NoticeKind, NoticeState
from bot.domain.people import Person, PersonId, Role
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from bot.gateway.lock import only_one
from storage import Database, UnitOfWork
from storage.errors import DatabaseBusy, DatabaseForeign, DatabaseNewer, DatabaseUnreadable
from storage.meanwhile import meanwhile, take_back
from storage.opening import APPLICATION_ID, delete_old_copies
from storage.restoring import CopyDamaged, put_in_place, take_copy

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLENA, ALEX, MARIA = PersonId(1001), PersonId(1002), PersonId(1003)


def within(path: Path, work: Callable[[UnitOfWork], Awaitable[None]]) -> None:
    """Change a database as the bot would."""

    async def run() -> None:
        database = await Database.open(path)
        async with database.unit(bookkeeping=True) as unit:
            await work(unit)
        await database.forget()
        await database.close()

    asyncio.run(run())


def copied(path: Path, target: Path) -> None:
    async def run() -> None:
        database = await Database.open(path)
        await database.back_up(target)
        await database.close()

    asyncio.run(run())


def proposal(number: int, author: PersonId) -> Proposal:
    return Proposal(
        id=ProposalId(0),
        reference=f"UA-2026-000{number}",
        draft_id=DraftId(number),
        author_id=author,
        consultation_id=None,
        consultation=None,
        state=ProposalState.RECEIVED,
        title=f"Title {number}",
        problem="Nobody knows.",
        solution="Tell them.",
        author_name="Somebody",
        language="uk",
        consent_version=2,
        submitted_at=NOW,
        updated_at=NOW,
    )


async def begin(unit: UnitOfWork) -> None:
    """Three people, two proposals, subscriptions, an officer, a message that waits, a file."""
    for person in (OLENA, ALEX, MARIA):
        await unit.people.save(Person(id=person, met_at=NOW))
        await unit.subscriptions.add(person, now=NOW)
    for number, author in ((1, OLENA), (2, ALEX)):
        await unit.proposals.add(proposal(number, author))
    member = await unit.staff.numbered(MARIA, now=NOW)
    await unit.staff.save(member.model_copy(update={"role": Role.OFFICER}))
    await unit.notices.add(NoticeKind.BLOCK_KEPT, 1, to=[ALEX], now=NOW)
    await unit.drafts.connection.run(
        "INSERT INTO attachments (person_id, proposal_id, message_id, kind, name, mime, size, sha256, added_at)"
        " VALUES (1001, 1, 1, 'document', 'plan.pdf', 'application/pdf', 1, ?, ?)",
        ("ab" * 32, NOW.isoformat()),
    )


async def go_on(unit: UnitOfWork) -> None:
    """Olena erases her data, Alex withdraws and unsubscribes, Maria is removed, a proposal comes, a message goes."""
    await unit.personal.erase(OLENA)
    second = await unit.proposals.find("UA-2026-0002")
    assert second is not None
    await unit.proposals.save(second.wiped.model_copy(update={"state": ProposalState.WITHDRAWN}))
    await unit.drafts.connection.run("DELETE FROM subscriptions WHERE person_id = ?", (ALEX,))
    member = await unit.staff.numbered(MARIA, now=NOW)
    await unit.staff.save(member.model_copy(update={"role": None, "ended_at": NOW}))
    await unit.proposals.add(proposal(3, ALEX))
    await unit.notices.settle([(1, NoticeState.SENT, None)], now=NOW)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A database that has gone on, and the copy from before."""
    present, backup = tmp_path / "data" / "bot.sqlite3", tmp_path / "copy.sqlite3"
    within(present, begin)
    copied(present, backup)
    within(present, go_on)
    return present, backup


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_copy_takes_the_place_and_nothing_that_was_taken_back_comes_back(ogp_bot, places):
    present, backup = places
    before = present.read_bytes(), backup.read_bytes()
    refused = ogp_bot("restore", str(backup))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "add --yes" in refused.stderr
    assert (present.read_bytes(), backup.read_bytes()) == before
    restored = ogp_bot("restore", str(backup), "--yes", "--json")
    assert restored.returncode == 0, restored.stderr
    report = json.loads(restored.stdout)
    assert (report["received_since"], report["erased_again"], report["withdrawn_again"]) == (1, 1, 1)
    assert report["missing"] == [{"belongs_to": "UA-2026-0001", "name": "plan.pdf", "sha256": "ab" * 32}]
    assert rows(present, "SELECT reference, state, author_id, title FROM proposals ORDER BY id") == [
        ("UA-2026-0001", "received", None, "Title 1"),
        ("UA-2026-0002", "withdrawn", ALEX, ""),
    ]
    assert rows(present, "SELECT person_id FROM subscriptions") == [(MARIA,)]
    assert rows(present, "SELECT role FROM members") == [(None,)]
    assert rows(present, "SELECT state FROM notices") == [("sent",)]
    assert rows(present, "SELECT verb FROM audit ORDER BY id DESC LIMIT 1") == [("restored",)]
    assert str(OLENA).encode() not in present.read_bytes()
    kept = present.parent.parent / report["kept"]
    assert kept.name.startswith("bot.sqlite3.before-restore-2")
    assert rows(kept, "SELECT count(*) FROM proposals") == [(3,)]
    assert sorted(path.name for path in present.parent.iterdir() if "restoring" in path.name) == []
    assert backup.read_bytes() == before[1]
    assert json.loads(ogp_bot("proposals", "list", "--json").stdout)[0]["reference"] == "UA-2026-0001"


def test_without_a_present_database_it_says_what_comes_back(ogp_bot, places):
    present, backup = places
    for path in present.parent.glob("bot.sqlite3*"):
        path.unlink()
    restored = ogp_bot("restore", str(backup), "--yes")
    assert restored.returncode == 0, restored.stderr
    assert "comes back" in restored.stderr
    assert rows(present, "SELECT count(*) FROM people") == [(3,)]


def test_damaged_present_database_is_kept_with_what_lies_beside_it(ogp_bot, places):
    present, backup = places
    present.write_bytes(b"nothing of SQLite's")
    present.with_name("bot.sqlite3-wal").write_bytes(b"its log")
    restored = ogp_bot("restore", str(backup), "--yes", "--json")
    assert restored.returncode == 0, restored.stderr
    kept = present.parent.parent / json.loads(restored.stdout)["kept"]
    assert kept.read_bytes() == b"nothing of SQLite's"
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"its log"
    assert rows(present, "SELECT count(*) FROM proposals") == [(2,)]


def test_it_is_refused_while_the_bot_runs(ogp_bot, places):
    present, backup = places
    with only_one(present):
        refused = ogp_bot("restore", str(backup), "--yes")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "Another process" in refused.stderr
    itself = ogp_bot("restore", str(present), "--yes")
    assert itself.returncode == 1
    assert "is the database itself" in itself.stderr


def test_it_is_refused_while_another_command_has_it_open(places, tmp_path: Path):
    present, backup = places
    copy = tmp_path / "data" / "copy"
    take_copy(backup, copy)
    with closing(sqlite3.connect(present)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM people").fetchone()
        with pytest.raises(DatabaseBusy):
            put_in_place(copy, present, now=NOW)
    assert rows(present, "SELECT count(*) FROM proposals") == [(3,)]


@pytest.mark.parametrize("wrong", ["words", "empty", "foreign", "newer", "damaged", "cut"])
def test_copy_that_is_none_is_refused_and_left_as_it_is(places, tmp_path: Path, wrong: str):
    _, backup = places
    match wrong:
        case "words":
            backup.write_text("not a database")
        case "empty":
            backup.write_bytes(b"")
        case "foreign" | "newer":
            with closing(sqlite3.connect(backup)) as connection:
                owner = 1 if wrong == "foreign" else APPLICATION_ID
                connection.execute(f"PRAGMA application_id = {owner}")
                connection.execute("PRAGMA user_version = 999")
        case "damaged":
            content = bytearray(backup.read_bytes())
            content[4096:8192] = b"\x55" * 4096
            backup.write_bytes(content)
        case "cut":
            backup.write_bytes(backup.read_bytes()[:10_000])
    before = backup.read_bytes()
    copy = tmp_path / "data" / "copy"
    with pytest.raises((DatabaseUnreadable, DatabaseForeign, DatabaseNewer, CopyDamaged)):
        take_copy(backup, copy)
    assert not copy.exists()
    assert backup.read_bytes() == before


def test_copy_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        take_copy(tmp_path / "nothing", tmp_path / "copy")


def test_who_came_back_after_erasing_is_erased_in_the_copy(places, tmp_path: Path):
    present, backup = places

    async def come_back(unit: UnitOfWork) -> None:
        await unit.people.save(Person(id=OLENA, met_at=NOW + timedelta(days=1)))

    within(present, come_back)
    copy = tmp_path / "data" / "copy"
    take_copy(backup, copy)
    since = meanwhile(copy, present)
    assert since is not None
    assert since.erased == [OLENA]


def test_present_database_of_another_schema_is_not_compared(places, tmp_path: Path):
    present, backup = places
    with closing(sqlite3.connect(present)) as connection:
        connection.execute("PRAGMA user_version = 5")
    copy = tmp_path / "data" / "copy"
    take_copy(backup, copy)
    assert not take_back(copy, present)


def test_database_that_was_there_is_deleted_in_time(places):
    present, _ = places
    kept = present.with_name("bot.sqlite3.before-restore-20260101T000000Z")
    kept.write_bytes(b"")
    delete_old_copies(present)
    assert kept.exists()
    long_ago = (NOW - timedelta(days=3650)).timestamp()
    os.utime(kept, (long_ago, long_ago))
    delete_old_copies(present)
    assert not kept.exists()
