import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app

ROOT = Path(__file__).resolve().parents[2]

CALL = """
slug: open-data
closes: 2099-12-20 18:00
title: {uk: Відкриті дані, en: Open data}
summary: {uk: Про дороги, en: On roads}
"""


def commands() -> dict[str, Any]:
    found: dict[str, Any] = {}

    def walk(command: Any, words: str) -> None:
        if hasattr(command, "commands"):
            for name, below in command.commands.items():
                walk(below, f"{words} {name}".strip())
        else:
            found[words] = command

    walk(typer.main.get_command(app), "")
    return found


@pytest.mark.parametrize("words", commands())
def test_every_command_has_help_with_an_example(words):
    assert f"ogp-bot {words}" in (commands()[words].help or "")


@pytest.mark.parametrize("words", commands())
def test_every_command_is_in_the_readme(words):
    assert f"ogp-bot {words}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_consultation_is_imported_published_once_and_listed(ogp_bot, tmp_path):
    (tmp_path / "call.yaml").write_text(CALL, encoding="utf-8")
    assert ogp_bot("consultations", "import", "call.yaml").returncode == 0
    published = ogp_bot("consultations", "publish", "open-data")
    assert (published.returncode, published.stderr) == (0, "")
    again = ogp_bot("consultations", "publish", "open-data")
    assert again.returncode == 1
    assert again.stderr.count("\n") == 1
    listed = json.loads(ogp_bot("consultations", "list", "--json").stdout)
    assert [(one["slug"], one["state"]) for one in listed] == [("open-data", "open")]


def test_broken_file_names_lines_and_leaves_nothing(ogp_bot, tmp_path):
    broken = f"- {CALL.strip().replace(chr(10), chr(10) + '  ')}\n- slug: other\n  closes: tomorrow\n"
    (tmp_path / "call.yaml").write_text(broken, encoding="utf-8")
    refused = ogp_bot("consultations", "import", "call.yaml")
    assert refused.returncode == 1
    assert "call.yaml:6: closes: wants a date" in refused.stderr
    assert json.loads(ogp_bot("consultations", "list", "--json").stdout) == []


def test_times_are_shown_in_the_configured_zone(ogp_bot, tmp_path):
    (tmp_path / "call.yaml").write_text(CALL, encoding="utf-8")
    ogp_bot("consultations", "import", "call.yaml")
    for words in (["list"], ["show", "open-data"]):
        assert "\t2099-12-20 18:00+02:00" in ogp_bot("consultations", *words).stdout
    tokyo = json.loads(ogp_bot("consultations", "list", "--json", OGP_BOT_TIMEZONE="Asia/Tokyo").stdout)
    assert tokyo[0]["closes"] == "2099-12-21T01:00:00+09:00"


def test_file_too_deep_or_too_large_is_one_line(ogp_bot, tmp_path):
    for text, wish in (("[" * 50_000, "nesting"), ("#" * 300_000, "256 KiB")):
        (tmp_path / "call.yaml").write_text(text, encoding="utf-8")
        refused = ogp_bot("consultations", "import", "call.yaml")
        assert refused.returncode == 1
        assert re.fullmatch(rf"call\.yaml:1: [^\n]*{wish}[^\n]*\n", refused.stderr)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["consultations", "publish", "nothing"], 1),
        (["consultations", "show", "nothing"], 1),
        (["consultations", "import", "nothing.yaml"], 1),
        (["proposals", "show", "UA-2026-9999"], 1),
        (["proposals", "export", "--consultation", "nothing"], 1),
        (["people", "export", "5"], 1),
        (["people", "erase", "5"], 1),
        (["run"], 1),
        (["ask"], 2),
        (["proposals", "export", "--format", "zip"], 2),
        (["nonsense"], 2),
    ],
)
def test_failure_is_status_1_with_one_line_and_wrong_usage_status_2(ogp_bot, words, status):
    ended = ogp_bot(*words)
    assert ended.returncode == status
    if status == 1:
        assert re.fullmatch(r"[^\n]+\n", ended.stderr)
        assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OGP_BOT_TOKEN", "abc"),
        ("OGP_BOT_API_URL", "nowhere"),
        ("OGP_BOT_ADMINS", "me"),
        ("OGP_BOT_ADMINS", "-5"),
        ("OGP_BOT_ADMINS", "11111111,0"),
        ("OGP_BOT_TIMEZONE", "Kyiv"),
        ("OGP_BOT_RATE", "0"),
        ("OGP_BOT_RATE", "2000"),
        ("OGP_BOT_REPLY_WORKING_DAYS", "0"),
        ("OGP_BOT_WARN_WORKING_DAYS", "61"),
        ("OGP_BOT_HOLIDAYS", "2027-13-01"),
        ("OGP_BOT_STAFF_DIGEST", "24:00"),
        ("OGP_BOT_STAFF_DIGEST", "morning"),
        ("OGP_BOT_STAFF_DIGEST", "830"),
        ("OGP_BOT_HOLIDAYS", "New Year"),
        ("OGP_BOT_PROPOSALS_A_DAY", "0"),
        ("OGP_BOT_CONTENT", "/nowhere"),
        ("OGP_BOT_WEBHOOK_URL", "nowhere"),
        ("OGP_BOT_WEBHOOK_URL", "http://bot.example.org/telegram"),
        ("OGP_BOT_WEBHOOK_URL", "https://:443/telegram"),
        ("OGP_BOT_WEBHOOK_URL", "https://bot.example.org/healthz"),
        ("OGP_BOT_WEBHOOK_URL", "https://bot.example.org/metrics/"),
        ("OGP_BOT_WEBHOOK_SECRET", "with space"),
        ("OGP_BOT_LISTEN", "8080"),
        ("OGP_BOT_STAFF_CHAT", "group"),
        ("OGP_BOT_LANGUAGE", "xx"),
    ],
)
def test_bad_setting_stops_with_one_line_that_names_it(ogp_bot, name, value):
    ended = ogp_bot("run", **{"OGP_BOT_TOKEN": "123456:abcdefghijklmnop", name: value})
    assert ended.returncode == 1
    assert re.fullmatch(rf"{name}: [^\n]+\n", ended.stderr)


def test_file_that_is_no_database_is_refused_and_left_alone(ogp_bot, tmp_path):
    (tmp_path / "notes.txt").write_text("not a database, but somebody's notes" * 50, encoding="utf-8")
    ended = ogp_bot("migrate", OGP_BOT_DATABASE="notes.txt")
    assert ended.returncode == 1
    assert re.fullmatch(r"[^\n]+notes\.txt[^\n]+\n", ended.stderr)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8").startswith("not a database")


def test_folder_in_place_of_a_database_is_refused_in_one_line(ogp_bot):
    ended = ogp_bot("proposals", "list", OGP_BOT_DATABASE=".")
    assert ended.returncode == 1
    assert re.fullmatch(r"The file \. [^\n]+\n", ended.stderr)


def test_doctor_looks_at_everything_where_the_database_is_a_folder(ogp_bot):
    ended = ogp_bot("doctor", OGP_BOT_DATABASE=".")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "Database: . cannot be read" in ended.stdout


def test_export_of_nothing_is_a_table_of_headings(ogp_bot, tmp_path):
    ended = ogp_bot("proposals", "export", "--out", "table.csv")
    assert (ended.returncode, ended.stderr.strip()) == (0, "0")
    assert (tmp_path / "table.csv").read_bytes().startswith(b"\xef\xbb\xbfreference,status,")
    assert ogp_bot("proposals", "export", "--format", "json").stdout.strip() == "[]"


def test_backup_is_a_database_of_its_own(ogp_bot, tmp_path):
    (tmp_path / "call.yaml").write_text(CALL, encoding="utf-8")
    ogp_bot("consultations", "import", "call.yaml")
    assert ogp_bot("backup", "copy.sqlite3").returncode == 0
    assert ogp_bot("backup", "copy.sqlite3").returncode == 1
    listed = ogp_bot("consultations", "list", "--json", OGP_BOT_DATABASE="copy.sqlite3")
    assert json.loads(listed.stdout)[0]["slug"] == "open-data"


def test_question_is_answered_as_in_the_chat(ogp_bot):
    answered = json.loads(
        ogp_bot("ask", "Коли затвердили четвертий план дій?", "--lang", "uk", "--json").stdout
    )
    assert "18 грудня 2018 року" in answered["answer"]
    assert answered["source"].startswith("https://")
    assert not answered["abstained"]


def test_batch_answers_a_line_each(ogp_bot):
    asked = [
        {"id": 1, "text": "When was the fourth plan approved?", "lang": "en"},
        {"id": "b", "text": "Скільки коштує квиток до Києва?", "lang": "uk"},
        {"id": 3, "text": "хочу подати пропозицію", "lang": "uk"},
    ]
    lines = ogp_bot(
        "ask", "--batch", given="".join(f"{json.dumps(one)}\n" for one in asked)
    ).stdout.splitlines()
    answers = [json.loads(line) for line in lines]
    assert [answer["id"] for answer in answers] == [1, "b", 3]
    assert "18 December 2018" in answers[0]["answer"]
    assert answers[1]["abstained"]
    assert answers[2]["intent"] == "propose"
    assert answers[0].keys() == {
        "id", "answer", "abstained", "intent", "candidates", "source", "as_of", "score"
    }  # fmt: skip


def test_batch_stops_at_a_line_that_is_no_question(ogp_bot):
    ended = ogp_bot("ask", "--batch", given='{"id": 1}\n')
    assert ended.returncode == 1
    assert re.fullmatch(r"[^\n]+1[^\n]*\n", ended.stderr)


def test_terminal_language_is_the_language_of_errors(ogp_bot):
    assert "потрібне" in ogp_bot("run", LANG="uk_UA.UTF-8", OGP_BOT_RATE="0").stderr


def test_figures_name_every_kind_also_where_there_is_none(ogp_bot):
    figures = json.loads(ogp_bot("stats", "--days", "7", "--json").stdout)
    assert figures["days"] == 7
    assert figures["asked"] == {"answered": 0, "offered": 0, "abstained": 0}
    assert figures["passed_on"] == {"open": 0, "answered": 0, "closed": 0}
    assert "Figures of 7 days" in ogp_bot("stats", "--days", "7").stdout
    assert ogp_bot("stats", "--days", "0").returncode == 2
