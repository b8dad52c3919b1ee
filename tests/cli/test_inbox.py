"""The queue at the terminal: lists narrowed down, many answered at once, cases given, notes."""

import asyncio
import json
import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.consultations import ConsultationState, ConsultationText, NewConsultation
from bot.domain.drafts import DraftId
from bot.domain.people import Person, PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from storage import Database
from tests.cli.conftest import environment

NOW = datetime.now(UTC)
OFFICER = 11111111


async def fill(file: Path) -> None:
    """Four proposals: one to a consultation that has closed, one late, one on open data."""
    database = await Database.open(file)
    async with database.unit() as unit:
        await unit.people.save(Person(id=PersonId(OFFICER), met_at=NOW))
        text = ConsultationText(title="Trees", summary="Where?")
        new = NewConsultation(slug="trees", closes_at=NOW + timedelta(days=1), texts={"en": text})
        call = await unit.consultations.save(new, now=NOW)
        await unit.consultations.set_state(call, ConsultationState.OPEN, published_at=NOW)
        await unit.consultations.set_state(call, ConsultationState.CLOSED)
        for number in range(1, 5):
            await unit.proposals.add(
                Proposal(
                    id=ProposalId(0),
                    reference=f"UA-2026-{number:04d}",
                    draft_id=DraftId(number),
                    author_id=None,
                    consultation_id=call if number == 1 else None,
                    consultation=None,
                    state=ProposalState.RECEIVED,
                    title=f"Proposal {number}",
                    problem="It is so.",
                    solution="Change it.",
                    topic="open-data" if number == 3 else "",
                    language="en",
                    consent_version=2,
                    reply_by=NOW + timedelta(days=-2 if number == 2 else 9),
                    submitted_at=NOW,
                    updated_at=NOW,
                )
            )
    await database.close()


@pytest.fixture
def database(ogp_bot, tmp_path: Path) -> Path:
    file = tmp_path / "data" / "bot.sqlite3"
    assert ogp_bot("migrate").returncode == 0
    asyncio.run(fill(file))
    return file


def listed(ogp_bot, *words: str) -> list[str]:
    found = ogp_bot("proposals", "list", "--json", *words)
    assert found.returncode == 0, found.stderr
    return [row["reference"][-1] for row in json.loads(found.stdout)]


@pytest.mark.usefixtures("database")
def test_list_is_narrowed_down(ogp_bot):
    assert listed(ogp_bot) == ["1", "2", "3", "4"]
    assert listed(ogp_bot, "--overdue") == ["2"]
    assert listed(ogp_bot, "--topic", "open-data", "--status", "received") == ["3"]
    assert listed(ogp_bot, "--consultation", "trees") == ["1"]
    assert listed(ogp_bot, "--status", "declined") == []
    assert ogp_bot("proposals", "list", "--consultation", "nowhere").returncode == 1


def test_case_is_given_noted_and_released(ogp_bot, database: Path):
    admins = {"OGP_BOT_ADMINS": str(OFFICER)}
    given = ogp_bot("proposals", "assign", "ua-2026-0002", str(OFFICER), **admins)
    assert (given.returncode, given.stdout) == (0, f"UA-2026-0002 was given to {OFFICER}\n")
    assert listed(ogp_bot, "--unassigned") == ["1", "3", "4"]
    assert ogp_bot("proposals", "assign", "UA-2026-0002", "5").returncode == 1
    assert ogp_bot("proposals", "note", "UA-2026-0002", "--text", "We have telephoned.").returncode == 0
    assert ogp_bot("proposals", "note", "UA-2026-0002", "--text", " ").returncode == 1
    assert ogp_bot("proposals", "release", "UA-2026-0002").returncode == 0
    assert listed(ogp_bot, "--unassigned") == ["1", "2", "3", "4"]
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT text FROM notes").fetchall() == [("We have telephoned.",)]
        verbs = [verb for (verb,) in connection.execute("SELECT verb FROM audit ORDER BY id")]
    assert verbs == ["assigned", "exported", "noted", "released", "exported"]
    assert "We have telephoned." not in ogp_bot("proposals", "export", "--format", "jsonl").stdout


def test_operator_who_reads_names_and_contacts_is_in_the_log(ogp_bot, database: Path):
    with closing(sqlite3.connect(database)) as connection, connection:  # on paper: nobody's in the chat
        connection.execute(
            "UPDATE proposals SET author_name = 'Olena', contact = 'o@example.org' WHERE id = 1"
        )
    assert "o@example.org" in ogp_bot("proposals", "list", "--json").stdout
    assert "o@example.org" in ogp_bot("proposals", "show", "UA-2026-0001").stdout
    lines = json.loads(ogp_bot("audit", "--json").stdout)
    assert [(one["verb"], one["subject"], one["details"]) for one in lines] == [
        ("looked", "UA-2026-0001", {}),
        ("exported", "list", {"count": 4}),
    ]


@pytest.mark.usefixtures("database")
def test_many_are_answered_at_once_and_what_is_left_out_is_named(ogp_bot):
    words = ("--decision", "declined", "--reason", "The law forbids it.")
    done = ogp_bot("proposals", "answer", "UA-2026-0002", "UA-2026-0003", *words)
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)
    assert listed(ogp_bot, "--status", "declined") == ["2", "3"]
    merging = ("--decision", "merged", "--into", "UA-2026-0004", "--reason", "The same.")
    left = ogp_bot("proposals", "answer", "UA-2026-0001", "UA-2026-0004", *merging)
    assert left.returncode == 1
    assert "UA-2026-0004" in left.stderr
    assert listed(ogp_bot, "--status", "merged") == ["1"]
    again = ogp_bot("proposals", "answer", "UA-2026-0002", "UA-2026-0003", *words)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)


@pytest.mark.usefixtures("database")
def test_results_name_what_is_missing(ogp_bot):
    missing = ogp_bot("consultations", "results", "trees")
    assert (missing.returncode, missing.stderr.count("\n")) == (1, 1)
    assert "UA-2026-0001" in missing.stderr
    words = ("--decision", "accepted", "--reason", "We do it.")
    assert ogp_bot("proposals", "answer", "UA-2026-0001", *words).returncode == 0
    assert ogp_bot("consultations", "results", "trees").returncode == 0


@pytest.mark.usefixtures("database")
def test_figures_count_what_is_answered_waits_and_is_late(ogp_bot):
    figures = json.loads(ogp_bot("stats", "--json").stdout)
    assert figures["proposals"] == {"answered": 0, "pending": 4, "late": 1}
    assert figures["consultations"] == [
        {"slug": "trees", "proposals": {"answered": 0, "pending": 1, "late": 0}}
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_words_of_people_are_no_markup_on_a_terminal(database, tmp_path):
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE proposals SET title = '[red]Data[/red] [/x]' WHERE id = 1")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "proposals", "list"],
        cwd=tmp_path, env={**environment(), "TERM": "xterm"}, stdout=theirs, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.communicate(timeout=60)[1] == b""  # so few lines find room in the terminal's buffer
    shown = os.read(ours, 65536).decode()
    for end in (ours, theirs):
        os.close(end)
    assert process.returncode == 0
    assert "[red]Data[/red] [/x]" in shown


@pytest.mark.parametrize(
    "words",
    [
        ("proposals", "assign", "UA-2026-0001"),
        ("proposals", "export", "--after"),
        ("audit", "--who"),
        ("people", "export"),
        ("people", "erase"),
        ("people", "unblock"),
        ("broadcast", "pause"),
        ("staff", "remove"),
    ],
)
def test_number_that_is_too_large_is_wrong_usage(ogp_bot, words):
    refused = ogp_bot(*words, "9" * 25)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "Traceback" not in refused.stderr
