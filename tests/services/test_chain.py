"""The chain of receipts: whoever removes or alters a row behind the bot's back is found out."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.drafts import DraftId
from bot.domain.people import Person, PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from bot.services.chain import ChainService, ChainUnreadable, Verdict
from bot.services.chain_files import read_chain
from bot.services.receipts import ReceiptsService
from storage import Database
from tests.services.test_table import by_hand

KYIV = ZoneInfo("Europe/Kyiv")
FIRST = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
DAYS = 4
#: Every table that the check goes by, with what may be altered in it.
ALTERED = {
    "receipts": {
        "reference": "UA-2026-9999",
        "version": 7,
        "content_hash": "0" * 64,
        "received_at": "2026-11-24T00:00:00.000000+00:00",
    },
    "receipt_days": {"receipts": 9, "previous": "1" * 64, "digest": "2" * 64},
    "proposals": {
        "title": "Other",
        "problem": "Other",
        "solution": "Other",
        "goal": 5,
        "ogp_values": '["access"]',
        "region": "kyiv",
        "indicator": "Other",
        "content_hash": "3" * 64,
        "version": 5,
        "reference": "UA-2026-8888",
        "submitted_at": "2026-11-01T00:00:00.000000+00:00",
    },
    "proposal_versions": {
        "content_hash": "4" * 64,
        "number": 8,
        "written_at": "2026-11-01T00:00:00.000000+00:00",
    },
    "attachments": {"sha256": "5" * 64},
}


class Clock:
    """A day later whenever told."""

    def __init__(self) -> None:
        self.moment = FIRST

    def now(self) -> datetime:
        return self.moment


async def fill(database: Database, clock: Clock) -> ReceiptsService:
    """Two proposals a day with a file each, one of them corrected; the last day is not closed."""
    service = ReceiptsService(database, clock, zone=KYIV)
    number = 0
    async with database.unit() as unit:
        await unit.people.save(Person(id=PersonId(1), met_at=FIRST))
    for _ in range(DAYS):
        for _ in range(2):
            number += 1
            await receive(database, service, clock, number)
        await correct(database, service, clock, ProposalId(number))
        clock.moment += timedelta(days=1)
        await service.close_days()
    await receive(database, service, clock, number + 1)
    return service


async def receive(database: Database, service: ReceiptsService, clock: Clock, number: int) -> None:
    now = clock.now()
    clock.moment += timedelta(minutes=1)
    file = hashlib.sha256(str(number).encode()).hexdigest()
    proposal = Proposal(
        id=ProposalId(0),
        reference=f"UA-2026-{number:04d}",
        draft_id=DraftId(number),
        author_id=PersonId(1),
        consultation_id=None,
        consultation=None,
        state=ProposalState.RECEIVED,
        title=f"Trees {number}",
        problem="Streets are too hot.",
        solution="Plant trees.",
        language="en",
        consent_version=2,
        submitted_at=now,
        updated_at=now,
    )
    proposal = proposal.model_copy(update={"content_hash": proposal.fingerprint([file])})
    async with database.unit() as unit:
        proposal = proposal.model_copy(update={"id": await unit.proposals.add(proposal)})
        await unit.changes.add_version(proposal)
        await service.write(unit, proposal, now=now)
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute(
            "INSERT INTO attachments (proposal_id, message_id, kind, name, mime, size, sha256, added_at)"
            " VALUES (?, ?, 'document', 'a.pdf', 'application/pdf', 1, ?, ?)",
            (proposal.id, number, file, now.isoformat()),
        )


async def correct(
    database: Database, service: ReceiptsService, clock: Clock, proposal_id: ProposalId
) -> None:
    now = clock.now()
    clock.moment += timedelta(minutes=1)
    async with database.unit() as unit:
        proposal = await unit.proposals.get(proposal_id)
        files = await unit.attachments.of_proposal(proposal_id)
        proposal = proposal.model_copy(
            update={"indicator": "10,000 trees", "version": proposal.version + 1, "updated_at": now}
        )
        proposal = proposal.model_copy(
            update={"content_hash": proposal.fingerprint(file.sha256 for file in files)}
        )
        await unit.proposals.save(proposal)
        await unit.changes.add_version(proposal)
        await service.write(unit, proposal, now=now)


def behind(path: Path, *statements: str, values: tuple[Any, ...] = ()) -> int:
    """What somebody with the file does to it; how many rows were changed."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        changed = [connection.execute(statement, values).rowcount for statement in statements]
    return changed[-1]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "bot.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture
async def service(database: Database) -> ReceiptsService:
    return await fill(database, Clock())


async def verdict(database: Database, saved: list[str] | None = None) -> Verdict:
    return await ChainService(database).verify(None if saved is None else list(read_chain(saved)))


async def exported(service: ReceiptsService) -> list[str]:
    return [json.dumps(day) async for day in service.chain()]


async def test_untouched_record_agrees_and_is_counted(database: Database, service: ReceiptsService):
    found = await verdict(database, await exported(service))
    assert found.differences == []
    assert (found.proposals, found.receipts, found.days, found.open) == (9, 13, DAYS, 1)
    assert (found.withdrawn, found.early) == (0, 0)


async def test_digest_of_a_day_can_be_reckoned_by_hand(service: ReceiptsService):
    previous = "0" * 64
    for line in await exported(service):
        day = json.loads(line)
        text = previous + "".join(
            f"\n{one['number']} {one['reference']} {one['version']} {one['content_hash']} {one['received_at']}"
            for one in day["receipts"]
        )
        assert day["previous"] == previous
        assert day["digest"] == hashlib.sha256(text.encode()).hexdigest()
        previous = day["digest"]


@pytest.mark.skipif(shutil.which("jq") is None, reason="the README's way by hand wants jq")
async def test_digest_can_be_reckoned_as_the_readme_says(service: ReceiptsService, tmp_path: Path):
    for line in await exported(service):
        (tmp_path / "chain.jsonl").write_text(line + "\n", encoding="utf-8")
        assert by_hand("chain.jsonl", tmp_path) == json.loads(line)["digest"]


async def test_withdrawn_proposal_keeps_its_hash_and_is_counted(database: Database, service: ReceiptsService):
    async with database.unit() as unit:
        proposal = await unit.proposals.get(ProposalId(3))
        await unit.proposals.save(
            proposal.model_copy(
                update={"state": ProposalState.WITHDRAWN, "title": "", "problem": "", "solution": ""}
            )
        )
        await unit.changes.wipe_versions(proposal.id)
        await unit.attachments.delete_of_proposal(proposal.id)
    found = await verdict(database, await exported(service))
    assert found.differences == []
    assert found.withdrawn == 1


async def test_days_without_receipts_are_no_link_and_missed_days_close_in_order(database: Database):
    clock = Clock()
    service = ReceiptsService(database, clock, zone=KYIV)
    async with database.unit() as unit:
        await unit.people.save(Person(id=PersonId(1), met_at=FIRST))
    for number, days in enumerate((0, 3, 1), 1):
        clock.moment += timedelta(days=days)
        await receive(database, service, clock, number)
    assert await service.close_days() == 2
    assert await service.close_days() == 0
    clock.moment += timedelta(days=10)
    assert await service.close_days() == 1
    days = [json.loads(line)["day"] for line in await exported(service)]
    assert days == ["2026-11-24", "2026-11-27", "2026-11-28"]
    assert (await verdict(database)).differences == []


async def test_day_ends_at_midnight_of_the_zone(database: Database):
    clock = Clock()
    service = ReceiptsService(database, clock, zone=KYIV)
    async with database.unit() as unit:
        await unit.people.save(Person(id=PersonId(1), met_at=FIRST))
    clock.moment = datetime(2026, 11, 24, 21, 59, 30, tzinfo=UTC)
    await receive(database, service, clock, 1)
    clock.moment = datetime(2026, 11, 24, 21, 59, 59, tzinfo=UTC)
    assert await service.close_days() == 0
    clock.moment = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
    assert await service.close_days() == 1


async def test_nothing_comes_into_a_closed_day_when_the_clock_is_put_back(
    database: Database, service: ReceiptsService
):
    clock = Clock()
    await receive(database, ReceiptsService(database, clock, zone=KYIV), clock, 100)
    found = await verdict(database, await exported(service))
    assert found.differences == []
    async with database.view() as view:
        (receipt,) = await view.receipts.of("UA-2026-0100")
    assert receipt.day == date(2026, 11, 28)


@pytest.mark.parametrize("table", ["receipts", "receipt_days"])
async def test_schema_refuses_to_change_or_delete(database: Database, service: ReceiptsService, table: str):
    with closing(sqlite3.connect(database.path)) as connection:
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET day = day"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                connection.execute(statement)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_any_row_that_is_removed_or_altered_is_told(
    database: Database, service: ReceiptsService, data: st.DataObject
):
    saved = await exported(service)
    table = data.draw(st.sampled_from(sorted(ALTERED)))
    column = data.draw(st.sampled_from([None, *sorted(ALTERED[table])]))
    with closing(sqlite3.connect(database.path)) as connection:
        rows = [row for (row,) in connection.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
    row = data.draw(st.sampled_from(rows))
    copy = database.path.with_name("copy.sqlite3")
    copy.unlink(missing_ok=True)
    await database.back_up(copy)
    if column is None:
        changed = behind(copy, f"DELETE FROM {table} WHERE rowid = ?", values=(row,))
    else:
        changed = behind(
            copy,
            f"UPDATE OR IGNORE {table} SET {column} = ?1 WHERE rowid = ?2 AND {column} IS NOT ?1",
            values=(ALTERED[table][column], row),
        )
    tampered = await Database.open(copy)
    try:
        found = await verdict(tampered, saved)
    finally:
        await tampered.close()
    assert found.differences or not changed


async def test_proposal_removed_with_everything_about_it_leaves_a_gap(
    database: Database, service: ReceiptsService
):
    behind(
        database.path,
        "DELETE FROM attachments WHERE proposal_id = 9",
        "DELETE FROM proposal_versions WHERE proposal_id = 9",
        "DELETE FROM receipts WHERE reference = 'UA-2026-0009'",
        "DELETE FROM proposals WHERE id = 9",
    )
    found = await verdict(database)
    assert [(one.kind, one.subject) for one in found.differences] == [("number_missing", "13")]


async def test_chain_that_was_written_anew_does_not_agree_with_a_saved_one(
    database: Database, service: ReceiptsService
):
    saved = await exported(service)
    behind(database.path, "DELETE FROM receipt_days")
    clock = Clock()
    clock.moment += timedelta(days=30)
    behind(
        database.path,
        "UPDATE receipts SET received_at = '2026-11-24T07:00:00.000000+00:00' WHERE number = 1",
        "UPDATE proposal_versions SET written_at = '2026-11-24T07:00:00.000000+00:00' WHERE proposal_id = 1",
        "UPDATE proposals SET submitted_at = '2026-11-24T07:00:00.000000+00:00' WHERE id = 1",
    )
    await ReceiptsService(database, clock, zone=KYIV).close_days()
    assert (await verdict(database)).differences == []
    kinds = {one.kind for one in (await verdict(database, saved)).differences}
    assert kinds == {"copy_day_changed", "copy_receipt_changed"}


async def test_saved_chain_that_was_forged_is_told(database: Database, service: ReceiptsService):
    first, *rest = await exported(service)
    forged = json.loads(first)
    forged["receipts"] = forged["receipts"][:1]
    found = await verdict(database, [json.dumps(forged), *rest])
    assert [one.kind for one in found.differences] == ["copy_broken"]


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"day": "x"}', '{"day": "2026-11-24", "receipts": [1]}', "1"]
)
def test_file_that_is_no_chain_is_refused_with_its_line(line: str):
    with pytest.raises(ChainUnreadable) as refused:
        list(read_chain(["", line]))
    assert refused.value.args_of_text == {"line": 2}
