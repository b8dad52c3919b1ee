"""The table of proposals: every column filled, in the forms in which it is handed out."""

import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.clock import SystemClock
from bot.domain.drafts import DraftId
from bot.domain.exports import COLUMNS, ExportFormat
from bot.domain.people import Actor, Person, PersonId
from bot.domain.proposals import Identity, OgpValue, Proposal, ProposalId, ProposalState, ProposalText
from bot.services.exports import ExportsService
from storage import Database

README = Path(__file__).parents[2] / "README.md"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TEXT = ProposalText(
    title="Trees «for» streets",
    problem="Too hot.\nIn July.",
    solution="Plant trees.",
    expected_result="Shade.",
    values=(OgpValue.PARTICIPATION, OgpValue.ACCOUNTABILITY),
    goal=11,
    region="lviv",
    topic="environment",
    responsible_body="City council",
    partners="Gardeners",
    time_frame="2027",
    indicator="10,000 trees",
)
SUMS = ["b" * 64, "a" * 64]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "bot.sqlite3")
    async with opened.unit() as unit:
        await unit.people.save(Person(id=PersonId(1), met_at=NOW))
        await add(unit, 1, identity=Identity.PUBLIC)
        await add(unit, 2, identity=Identity.ANONYMOUS)
        await unit.endorsements.add(ProposalId(1), PersonId(1), now=NOW)
    with closing(sqlite3.connect(opened.path)) as connection, connection:
        for number, sha256 in enumerate(SUMS):
            connection.execute(
                "INSERT INTO attachments (proposal_id, message_id, kind, name, mime, size, sha256, added_at)"
                " VALUES (1, ?, 'document', ?, 'application/pdf', 7, ?, ?)",
                (number, f"{number}.pdf", sha256, NOW.isoformat()),
            )
    yield opened
    await opened.close()


async def add(unit, number: int, *, identity: Identity) -> None:
    proposal = Proposal(
        **TEXT.model_dump(),
        id=ProposalId(number),
        reference=f"UA-2026-{number:04d}",
        draft_id=DraftId(number),
        author_id=PersonId(1),
        consultation_id=None,
        consultation=None,
        state=ProposalState.RECEIVED,
        identity=identity,
        author_name="Olena",
        contact="+380 44",
        language="en",
        consent_version=2,
        content_hash=TEXT.fingerprint(SUMS if number == 1 else ()),
        submitted_at=NOW,
        updated_at=NOW,
    )
    await unit.proposals.add(proposal)
    if number == 1:
        decided = {
            "state": ProposalState.ACCEPTED,
            "response": "We plant them.",
            "responded_at": NOW,
            "responded_by": PersonId(1003),
            "commitment": "plan-5-1",
        }
        await unit.proposals.save(proposal.model_copy(update=decided))


async def table(database: Database, form: ExportFormat) -> str:
    target = io.BytesIO()
    await ExportsService(database, SystemClock(), zone=ZoneInfo("Europe/Kyiv")).write(
        target, form, Actor.operator()
    )
    return target.getvalue().decode("utf-8-sig")


async def test_spreadsheet_has_every_column_in_words(database: Database):
    named, anonymous = csv.DictReader(io.StringIO(await table(database, ExportFormat.CSV), newline=""))
    assert tuple(named) == COLUMNS
    assert named == {
        "reference": "UA-2026-0001",
        "status": "accepted",
        "submitted_at": "2026-11-24T12:00:00+02:00",
        "updated_at": "2026-11-24T12:00:00+02:00",
        "consultation": "",
        "title": "Trees «for» streets",
        "problem": "Too hot.\nIn July.",
        "solution": "Plant trees.",
        "expected_result": "Shade.",
        "values": "participation; accountability",
        "sdg": "11",
        "region": "lviv",
        "topic": "environment",
        "responsible_body": "City council",
        "partners": "Gardeners",
        "time_frame": "2027",
        "indicator": "10,000 trees",
        "language": "en",
        "named": "yes",
        "author_name": "Olena",
        "author_contact": "'+380 44",
        "attachments": "0.pdf; 1.pdf",
        "endorsements": "1",
        "response": "We plant them.",
        "responded_at": "2026-11-24T12:00:00+02:00",
        "responded_by": "1003",
        "commitment": "plan-5-1",
        "content_hash": TEXT.fingerprint(SUMS),
    }
    assert [anonymous[name] for name in ("named", "author_name", "author_contact", "attachments")] == [
        *("no", "", "", "")
    ]
    assert [anonymous[name] for name in ("responded_at", "responded_by", "endorsements")] == ["", "", "0"]


async def test_programs_get_numbers_lists_and_nothing_where_there_is_nothing(database: Database):
    named, anonymous = json.loads(await table(database, ExportFormat.JSON))
    assert named["values"] == ["participation", "accountability"]
    assert (named["sdg"], named["named"], named["endorsements"], named["responded_by"]) == (11, True, 1, 1003)
    assert named["attachments"][0] == {
        "name": "0.pdf",
        "type": "application/pdf",
        "size": 7,
        "sha256": SUMS[0],
    }
    assert (anonymous["named"], anonymous["author_name"], anonymous["author_contact"]) == (False, "", "")
    assert (anonymous["responded_at"], anonymous["responded_by"], anonymous["attachments"]) == (
        None,
        None,
        [],
    )


@pytest.mark.skipif(shutil.which("jq") is None, reason="the README's way by hand wants jq")
async def test_content_hash_can_be_reckoned_as_the_readme_says(database: Database, tmp_path: Path):
    lines = (await table(database, ExportFormat.JSONL)).splitlines()
    for line in lines:
        (tmp_path / "proposals.jsonl").write_text(line + "\n", encoding="utf-8")
        assert by_hand("proposals.jsonl", tmp_path) == json.loads(line)["content_hash"]


def by_hand(file: str, folder: Path) -> str:
    """What the README's command says of the first line of a file."""
    commands = re.findall(r"```sh\n(sed -n 1p .*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (command,) = [one for one in commands if file in one]
    ran = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout.split()[0]
