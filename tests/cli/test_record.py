"""The record of received proposals at the terminal, and who is blocked."""

import asyncio
import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.people import Person, PersonId
from storage import Database
from tests.services.test_chain import DAYS, KYIV, Clock, behind, fill


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the command line keeps its own, with proposals in it."""

    async def prepare() -> Path:
        opened = await Database.open(tmp_path / "data" / "bot.sqlite3")
        try:
            clock = Clock()  # its last day, which is not over, is the machine's own
            clock.moment = datetime.now(KYIV).replace(hour=12) - timedelta(days=DAYS)
            await fill(opened, clock)
            async with opened.unit() as unit:
                await unit.people.save(Person(id=PersonId(7), met_at=datetime(2026, 11, 24, tzinfo=UTC)))
            return opened.path
        finally:
            await opened.close()

    return asyncio.run(prepare())


@pytest.mark.usefixtures("database")
def test_record_is_handed_out_and_agrees_with_itself(ogp_bot, tmp_path):
    written = ogp_bot("proposals", "chain", "--out", "chain.jsonl")
    assert (written.returncode, written.stdout) == (0, "")
    assert ogp_bot("proposals", "chain").stdout == (tmp_path / "chain.jsonl").read_text(encoding="utf-8")
    lines = (tmp_path / "chain.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == DAYS
    assert json.loads(lines[0])["receipts"][0]["reference"] == "UA-2026-0001"
    checked = ogp_bot("proposals", "verify", "chain.jsonl")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert json.loads(lines[-1])["digest"] in checked.stdout
    found = json.loads(ogp_bot("proposals", "verify", "--json").stdout)
    assert (found["is_fine"], found["proposals"], found["receipts"]) == (True, 9, 13)


def test_what_was_removed_or_altered_is_named_with_status_1(ogp_bot, database):
    ogp_bot("proposals", "chain", "--out", "chain.jsonl")
    behind(
        database,
        "UPDATE proposals SET solution = 'Cut them down.' WHERE reference = 'UA-2026-0002'",
        "DELETE FROM receipts WHERE number = 5",
    )
    checked = ogp_bot("proposals", "verify", "chain.jsonl")
    assert checked.returncode == 1
    assert re.search(r"^UA-2026-0002: the text is not as", checked.stderr, re.MULTILINE)
    assert re.search(r"^5: there is no receipt", checked.stderr, re.MULTILINE)
    assert "5 UA-2026-0004: the saved record has this receipt" in checked.stderr
    found = json.loads(ogp_bot("proposals", "verify", "--json").stdout)
    assert not found["is_fine"]
    assert {"text_changed", "number_missing", "day_digest"} <= {one["kind"] for one in found["differences"]}


def test_file_that_is_no_record_is_one_line(ogp_bot, tmp_path):
    (tmp_path / "chain.jsonl").write_text("nonsense\n", encoding="utf-8")
    for file in ("chain.jsonl", "nothing.jsonl"):
        refused = ogp_bot("proposals", "verify", file)
        assert refused.returncode == 1
        assert re.fullmatch(r"[^\n]+\n", refused.stderr)


def test_empty_database_agrees(ogp_bot):
    assert ogp_bot("proposals", "verify").returncode == 0
    assert ogp_bot("proposals", "chain").stdout == ""


def test_person_is_blocked_once_listed_and_unblocked(ogp_bot, database):
    assert ogp_bot("people", "block", "7", "--reason", "Advertising, 12 times.").returncode == 0
    assert ogp_bot("people", "block", "7", "--reason", "Another reason.").returncode == 0
    (listed,) = json.loads(ogp_bot("people", "blocks", "--json").stdout)
    assert (listed["person"], listed["reason"], listed["appeal"]) == ("7", "Advertising, 12 times.", "")
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT kind, person_id FROM notices").fetchall() == [("person_blocked", 7)]
    assert ogp_bot("people", "unblock", "7").returncode == 0
    assert json.loads(ogp_bot("people", "blocks", "--json").stdout) == []
    with closing(sqlite3.connect(database)) as connection:
        kinds = [kind for (kind,) in connection.execute("SELECT kind FROM notices ORDER BY id")]
    assert kinds == ["person_blocked", "person_unblocked"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["people", "block", "5", "--reason", "Advertising."], 1),
        (["people", "block", "7", "--reason", "  "], 1),
        (["people", "block", "7"], 2),
        (["people", "unblock", "7"], 1),
    ],
)
def test_block_that_cannot_be_is_refused(ogp_bot, words, status):
    ended = ogp_bot(*words)
    assert ended.returncode == status
    assert status == 2 or re.fullmatch(r"[^\n]+\n", ended.stderr)


@pytest.mark.usefixtures("database")
def test_proposal_is_shown_with_all_its_fields(ogp_bot):
    (shown,) = json.loads(ogp_bot("proposals", "show", "UA-2026-0002", "--json").stdout)
    assert (shown["version"], shown["indicator"], shown["identity"]) == (2, "10,000 trees", "named")
    assert re.fullmatch(r"[0-9a-f]{64}", shown["content_hash"])
    assert "Fingerprint: " in ogp_bot("proposals", "show", "UA-2026-0002").stdout
    assert len(ogp_bot("proposals", "list").stdout.splitlines()) == 9
