"""The table of proposals: every column filled, in the forms in which it is handed out."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.app import Rooms
from bot.domain.errors import NotAllowed
from bot.domain.exports import COLUMNS, ExportFormat, ExportUnwritten
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Identity, ProposalId, ProposalState
from bot.services.export_files import Order
from storage import Database
from tests.services.proposed import NOW, TEXT, appoint, attach, file, put

FULL = Path("/dev/full")
OPERATOR = Actor.operator()
README = Path(__file__).parents[2] / "README.md"
SUMS = ["b" * 64, "a" * 64]


@pytest.fixture
async def database(opened: Rooms) -> Database:
    async with opened.database.unit() as unit:
        await put(
            unit,
            1,
            identity=Identity.PUBLIC,
            content_hash=TEXT.fingerprint(SUMS),
            state=ProposalState.ACCEPTED,
            response="We plant them.",
            responded_at=NOW,
            responded_by=PersonId(1003),
            commitment="plan-5-1",
        )
        await put(unit, 2, identity=Identity.ANONYMOUS)
        await put(unit, 3)
        await unit.endorsements.add(ProposalId(1), PersonId(1), now=NOW)
    files = [file(number, f"{number}.pdf", b"content", sha256) for number, sha256 in enumerate(SUMS)]
    await attach(opened.database, 1, *files)
    return opened.database


@pytest.fixture
async def table(opened: Rooms, database: Database):
    async def written(form: ExportFormat, *, by: Actor = OPERATOR) -> str:
        target = io.BytesIO()
        await opened.services.exports.write(target, form, Order(by))
        return target.getvalue().decode("utf-8-sig")

    return written


async def test_spreadsheet_has_every_column_in_words(table):
    named, anonymous, _ = csv.DictReader(io.StringIO(await table(ExportFormat.CSV), newline=""))
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


async def test_programs_get_numbers_lists_and_nothing_where_there_is_nothing(table):
    named, anonymous, _ = json.loads(await table(ExportFormat.JSON))
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


async def test_observer_sees_no_contact_and_no_name_that_is_not_public(opened, table):
    observer = await appoint(opened.database, Role.OBSERVER)
    shown = json.loads(await table(ExportFormat.JSON, by=observer))
    assert [one["author_name"] for one in shown] == ["Olena", "", ""]
    assert [one["author_contact"] for one in shown] == ["", "", ""]
    assert [one["responded_by"] for one in shown] == [None, None, None]
    officer = await appoint(opened.database, Role.OFFICER)
    shown = json.loads(await table(ExportFormat.JSON, by=officer))
    assert [one["author_name"] for one in shown] == ["Olena", "", "Olena"]
    assert [one["author_contact"] for one in shown] == ["+380 44", "", "+380 44"]


async def test_observer_does_not_see_the_name_with_a_hidden_proposal(opened, table):
    async with opened.database.unit() as unit:
        await unit.proposals.hide(ProposalId(1), is_hidden=True, now=NOW)
    observer = await appoint(opened.database, Role.OBSERVER)
    assert json.loads(await table(ExportFormat.JSON, by=observer))[0]["author_name"] == ""


@pytest.mark.parametrize("form", ExportFormat)
@pytest.mark.skipif(not FULL.exists(), reason="a disk that is always full")
async def test_full_disk_is_said_and_not_logged_as_handed_out(opened, database, form):
    with FULL.open("w+b", buffering=0) as target, pytest.raises(ExportUnwritten):  # noqa: ASYNC230
        await opened.services.exports.write(target, form, Order(OPERATOR))
    async with database.view() as view:
        assert [record async for record in view.audit.each()] == []
    assert not any((database.path.parent / "bot.exports").iterdir())


async def test_every_table_is_a_line_of_the_log(opened, table):
    await table(ExportFormat.CSV)
    async with opened.database.view() as view:
        (record,) = [one async for one in view.audit.each()]
    assert (record.verb, record.noun, record.subject) == ("exported", "export", "proposals")
    assert record.details == {"format": "csv", "scope": "all", "count": 3}


async def test_who_loses_the_role_while_the_file_is_made_does_not_get_it(opened, database):
    officer = await appoint(database, Role.OFFICER)
    await appoint(database, Role.OBSERVER)
    with pytest.raises(NotAllowed):
        await opened.services.exports.write(io.BytesIO(), ExportFormat.CSV, Order(officer))
    with pytest.raises(NotAllowed):
        async with opened.services.exports.table(ExportFormat.CSV, Order(officer, is_again=True)):
            pass
    async with database.view() as view:
        assert [record async for record in view.audit.each()] == []


@pytest.mark.skipif(shutil.which("jq") is None, reason="the README's way by hand wants jq")
async def test_content_hash_can_be_reckoned_as_the_readme_says(table, tmp_path: Path):
    lines = (await table(ExportFormat.JSONL)).splitlines()
    for line in lines:
        (tmp_path / "proposals.jsonl").write_text(line + "\n", encoding="utf-8")
        assert by_hand("proposals.jsonl", tmp_path) == json.loads(line)["content_hash"]


def by_hand(file: str, folder: Path) -> str:
    """What the README's command says of the first line of a file."""
    commands = re.findall(r"```sh\n(sed -n 1p .*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (command,) = [one for one in commands if file in one]
    ran = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout.split()[0]
