"""What the secretariat does with proposals at the terminal."""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.drafts import DraftId
from bot.domain.people import Person, PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from storage import Database

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLENA = PersonId(1001)


@pytest.fixture
def proposals(ogp_bot, tmp_path: Path) -> None:
    """Two proposals of Olena's."""
    assert ogp_bot("migrate").returncode == 0

    async def fill() -> None:
        database = await Database.open(tmp_path / "data" / "bot.sqlite3")
        async with database.unit() as unit:
            await unit.people.save(Person(id=OLENA, met_at=NOW))
            for number in (1, 2):
                await unit.proposals.add(
                    Proposal(
                        id=ProposalId(0),
                        reference=f"UA-2026-000{number}",
                        draft_id=DraftId(number),
                        author_id=OLENA,
                        consultation_id=None,
                        consultation=None,
                        state=ProposalState.RECEIVED,
                        title="Roads",
                        problem="Nobody knows.",
                        solution="Tell them.",
                        language="uk",
                        consent_version=2,
                        submitted_at=NOW,
                        updated_at=NOW,
                    )
                )
        await database.close()

    asyncio.run(fill())


@pytest.mark.usefixtures("proposals")
def test_proposal_is_answered_and_carried_to_its_end(ogp_bot):
    answered = ogp_bot(
        "proposals", "answer", "UA-2026-0001", "--decision", "accepted", "--reason", "We do it."
    )
    assert (answered.returncode, answered.stderr) == (0, "")
    assert "UA-2026-0001: accepted" in answered.stdout
    rows = [
        json.loads(line) for line in ogp_bot("proposals", "export", "--format", "jsonl").stdout.splitlines()
    ]
    assert (rows[0]["status"], rows[0]["response"]) == ("accepted", "We do it.")
    assert ogp_bot("proposals", "in-plan", "UA-2026-0001", "--commitment", "UA0101").returncode == 0
    assert ogp_bot("proposals", "implemented", "UA-2026-0001").returncode == 0
    again = ogp_bot("proposals", "answer", "UA-2026-0001", "--decision", "declined", "--reason", "No.")
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert "state has changed. This cannot" in again.stderr


@pytest.mark.usefixtures("proposals")
def test_operator_reads_whether_the_author_hears_of_it(ogp_bot, tmp_path):
    answer = ("proposals", "answer", "--decision", "declined", "--reason", "The law forbids it.")
    assert "The author will get a message" in ogp_bot(*answer, "UA-2026-0001").stdout
    with closing(sqlite3.connect(tmp_path / "data" / "bot.sqlite3")) as connection, connection:
        connection.execute("UPDATE people SET is_reachable = 0")
    assert "No message can reach the author" in ogp_bot(*answer, "UA-2026-0002").stdout


@pytest.mark.usefixtures("proposals")
def test_question_and_merger(ogp_bot):
    assert ogp_bot("proposals", "clarify", "UA-2026-0002", "--reason", "Which?").returncode == 0
    assert ogp_bot("proposals", "review", "UA-2026-0002").returncode == 0
    merging = ("proposals", "answer", "UA-2026-0002", "--decision", "merged", "--reason", "The same.")
    assert ogp_bot(*merging).returncode == 2
    assert ogp_bot(*merging, "--into", "UA-2026-0002").returncode == 1
    assert ogp_bot(*merging, "--into", "UA-2026-0001").returncode == 0


@pytest.mark.usefixtures("proposals")
def test_reason_is_asked_for(ogp_bot):
    words = ("proposals", "answer", "UA-2026-0001", "--decision", "declined")
    assert ogp_bot(*words).returncode == 2
    empty = ogp_bot(*words, "--reason", " ")
    assert (empty.returncode, empty.stderr.count("\n")) == (1, 1)
    assert ogp_bot("proposals", "review", "UA-2026-0001").returncode == 0


@pytest.mark.usefixtures("proposals")
def test_proposal_becomes_no_commitment_that_there_is_not(ogp_bot):
    ogp_bot("proposals", "answer", "UA-2026-0001", "--decision", "accepted", "--reason", "We do it.")
    refused = ogp_bot("proposals", "in-plan", "UA-2026-0001", "--commitment", "UA010")
    assert refused.returncode == 1
    assert "reconstruction (UA0101)" in refused.stderr
    assert refused.stderr.count("\n") == 1
    (first, _) = ogp_bot("proposals", "export", "--format", "jsonl").stdout.splitlines()
    assert (json.loads(first)["status"], json.loads(first)["commitment"]) == ("accepted", "")
    assert ogp_bot("proposals", "in-plan", "UA-2026-0001", "--commitment", "ua0101").returncode == 0
    (shown,) = json.loads(ogp_bot("commitments", "show", "UA0101", "--json").stdout)
    assert shown["proposals"] == ["UA-2026-0001"]


@pytest.mark.usefixtures("proposals")
@pytest.mark.parametrize(
    "words",
    [
        ("proposals", "answer", "UA-2026-0001", "--decision", "declined", "--reason"),
        ("proposals", "answer", "UA-2026-0001", "UA-2026-0002", "--decision", "declined", "--reason"),
        ("proposals", "clarify", "UA-2026-0001", "--reason"),
        ("proposals", "hide", "UA-2026-0001", "--rule", "private", "--reason"),
        ("proposals", "note", "UA-2026-0001", "--text"),
        ("people", "block", "1001", "--reason"),
    ],
)
def test_text_is_no_longer_than_a_letter_may_be(ogp_bot, words):
    refused = ogp_bot(*words, "ok" + "🙂" * 1750)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert (
        refused.stderr
        == "The text is too long by 2 characters. Nothing was changed. Shorten it to 3500 characters at most.\n"
    )
    assert json.loads(ogp_bot("audit", "--json").stdout) == []
    assert ogp_bot(*words, "ok" + "🙂" * 1749).returncode == 0
