"""`proposals export` and `proposals attachments`: files, streams, cursors, and a bar on a terminal alone."""

import csv
import io
import json
import os
import pty
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from storage import AttachmentFiles
from tests.cli.conftest import environment

NOW = "2026-11-24T10:00:00.000000+00:00"
CONTENT = b"the plan"


@pytest.fixture
def database(ogp_bot, tmp_path: Path) -> Path:
    """Three proposals, one of which is accepted and has a file, and another that is gone."""
    assert ogp_bot("migrate").returncode == 0
    path = tmp_path / "data" / "bot.sqlite3"
    sha256 = AttachmentFiles.beside(path).put(CONTENT)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            """
            INSERT INTO proposals (reference, draft_id, state, title, problem, solution, language,
                consent_version, submitted_at, updated_at)
            VALUES (?, ?, ?, 'Дерева', '=1', '', 'uk', 2, ?, ?)
            """,
            [
                (f"UA-2026-{number:04d}", number, "accepted" if number == 1 else "received", NOW, NOW)
                for number in (1, 2, 3)
            ],
        )
        connection.executemany(
            "INSERT INTO attachments (proposal_id, message_id, kind, name, mime, size, sha256, added_at)"
            " VALUES (1, ?, 'document', ?, 'application/pdf', 8, ?, ?)",
            [(1, "план.pdf", sha256, NOW), (2, "gone.pdf", "f" * 64, NOW)],
        )
    return path


def logged(database: Path) -> list[dict[str, object]]:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT details FROM audit WHERE verb = 'exported' ORDER BY id").fetchall()
    return [json.loads(row[0]) for row in rows]


def test_workbook_is_written_in_the_language_asked_for(ogp_bot, database, tmp_path):
    ended = ogp_bot("proposals", "export", "--format", "xlsx", "--out", "proposals.xlsx", "--lang", "en")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "3\n")
    book = openpyxl.load_workbook(tmp_path / "proposals.xlsx")
    assert book.sheetnames == ["Proposals", "Dictionary", "About"]
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] == [
        f"UA-2026-000{number}" for number in (1, 2, 3)
    ]
    assert book.worksheets[0]["G2"].value == "'=1"
    assert logged(database) == [{"format": "xlsx", "scope": "all", "count": 3}]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "proposals.xlsx"]


def test_workbook_goes_through_a_pipe(database, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "proposals", "export", "--format", "xlsx"],
        cwd=tmp_path, env=environment(), capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert len(list(openpyxl.load_workbook(io.BytesIO(ended.stdout)).worksheets[0])) == 4
    assert ended.stderr == b"3\n"


def test_pull_goes_on_from_its_cursor(ogp_bot, database):
    first = ogp_bot("proposals", "export", "--format", "jsonl", "--status", "received")
    assert len(first.stdout.splitlines()) == 2
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE proposals SET title = 'Нове' WHERE id = 2")
    then = ogp_bot("proposals", "export", "--format", "jsonl", "--after", first.stderr.strip())
    (line,) = then.stdout.splitlines()
    assert json.loads(line)["title"] == "Нове"
    assert ogp_bot("proposals", "export", "--format", "jsonl", "--after", then.stderr.strip()).stdout == ""
    assert [one["scope"] for one in logged(database)] == ["received", "after-3", "after-4"]


def test_attachments_are_written_as_an_archive_with_a_manifest(ogp_bot, database, tmp_path):
    ended = ogp_bot("proposals", "attachments", "--out", "files.zip", "--status", "accepted")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == "2 files in files.zip; 1 is no longer on the disk: manifest.csv names it.\n"
    with zipfile.ZipFile(tmp_path / "files.zip") as archive:
        assert archive.read("UA-2026-0001/01-план.pdf") == CONTENT
        rows = list(csv.DictReader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig"))))
    assert [(row["name"], row["status"]) for row in rows] == [("план.pdf", "ok"), ("gone.pdf", "missing")]
    assert logged(database) == [{"format": "zip", "scope": "accepted", "count": 2}]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "files.zip"]


def test_no_attachments_are_an_archive_with_an_empty_list(ogp_bot, database, tmp_path):
    ended = ogp_bot("proposals", "attachments", "--out", "files.zip", "--status", "declined")
    assert (ended.returncode, ended.stderr) == (0, "0 files in files.zip.\n")
    with zipfile.ZipFile(tmp_path / "files.zip") as archive:
        assert archive.namelist() == ["manifest.csv"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["export", "--out", "nowhere/table.csv"], 1),
        (["attachments", "--out", "nowhere/files.zip"], 1),
        (["attachments", "--out", "files.zip", "--consultation", "nothing"], 1),
        (["attachments"], 2),
        (["export", "--lang", "xx"], 2),
        (["export", "--since", "yesterday"], 2),
    ],
)
def test_what_cannot_be_written_leaves_nothing_and_says_why(ogp_bot, database, tmp_path, words, status):
    ended = ogp_bot("proposals", *words)
    assert ended.returncode == status
    assert "Traceback" not in ended.stderr
    assert status == 2 or len(ended.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
    assert logged(database) == []


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "jsonl"])
def test_full_disk_keeps_the_old_file_and_leaves_no_half_one(ogp_bot, database, tmp_path, form):
    (tmp_path / "table").write_text("old")
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300)); from bot.cli import main; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, "proposals", "export", "--format", form, "--out", "table"],
        cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert (tmp_path / "table").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "table"]
    assert logged(database) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_bar_is_drawn_on_a_terminal_alone(database, tmp_path):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "proposals", "export", "--out", "table.csv"],
        cwd=tmp_path, env={**environment(), "TERM": "xterm"}, stdout=subprocess.DEVNULL, stderr=theirs,
    )  # fmt: skip
    assert process.wait(60) == 0
    os.close(theirs)
    assert "Writing" in os.read(ours, 65536).decode()
    os.close(ours)
    assert (tmp_path / "table.csv").exists()
