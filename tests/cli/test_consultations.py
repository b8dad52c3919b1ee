"""`ogp-bot consultations`: from a file to the results, on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

WHOLE = """\
slug: yards
kind: remarks
opens: 2099-12-01 09:00
closes: 2099-12-20 18:00
url: https://example.org/notice
topics: [environment]
regions: []
documents:
  - title: Draft of the rules
    url: https://example.org/rules
title:
  uk: Правила дворів
  en: Rules for yards
summary:
  uk: Що змінити в правилах дворів?
  en: What is to change in the rules for yards?
authority:
  en: City council
affected:
  en: People in blocks of flats
consequences:
  en: Fewer cars in yards
ways:
  en: yards@example.org
"""


@pytest.fixture
def imported(ogp_bot: Run, tmp_path: Path) -> Run:
    (tmp_path / "yards.yaml").write_text(WHOLE, encoding="utf-8")
    assert ogp_bot("consultations", "import", "yards.yaml").stdout == "Took in the draft yards\n"
    return ogp_bot


def test_every_field_of_the_file_is_kept_and_shown(imported: Run):
    shown = imported("consultations", "show", "yards").stdout
    for line in (
        "yards\tdraft\t2099-12-20 18:00+02:00",
        "kind\tremarks",
        "opens\t2099-12-01 09:00+02:00",
        "topics\tenvironment",
        "document\tDraft of the rules\thttps://example.org/rules",
        "authority\tCity council",
        "affected\tPeople in blocks of flats",
        "consequences\tFewer cars in yards",
        "ways\tyards@example.org",
    ):
        assert line in shown.splitlines()
    (told,) = json.loads(imported("consultations", "show", "yards", "--json").stdout)
    assert told["documents"][0]["url"] == "https://example.org/rules"
    assert told["texts"]["en"]["authority"] == "City council"
    assert told["proposals"] == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "wants"),
    [
        ("[environment]", "[weather]", 6, "topics.0", "the content has no such topic"),
        ("regions: []", "regions: [atlantis]", 7, "regions.0", "the content has no such region"),
        ("https://example.org/rules", "somewhere", 10, "documents.0.url", "a list of up to 10 documents"),
        ("2099-12-01 09:00", "2099-12-21", 4, "closes", "must come after opens"),
        ("2099-12-01 09:00", "soon", 3, "opens", "a date YYYY-MM-DD"),
        ("City council", '"…"', 18, "authority.en", "the authority’s name"),
    ],
)
def test_problem_of_a_file_is_named_with_its_line(
    ogp_bot: Run, tmp_path: Path, old: str, new: str, line: int, field: str, wants: str
):
    (tmp_path / "yards.yaml").write_text(WHOLE.replace(old, new), encoding="utf-8")
    refused = ogp_bot("consultations", "import", "yards.yaml")
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"yards.yaml:{line}: {field}: ")
    assert wants in refused.stderr
    assert json.loads(ogp_bot("consultations", "list", "--json").stdout) == []


def test_consultation_is_scheduled_published_and_closed(imported: Run):
    done = imported("consultations", "schedule", "yards", "--at", "2099-12-02 10:00")
    assert done.stdout == "yards opens 2099-12-02 10:00+02:00\n"
    (listed,) = json.loads(imported("consultations", "list", "--json").stdout)
    assert (listed["state"], listed["opens"]) == ("scheduled", "2099-12-02T10:00:00+02:00")
    (published,) = json.loads(imported("consultations", "publish", "yards", "--json").stdout)
    assert (published["state"], published["recipients"]) == ("open", 0)
    closed = imported("consultations", "close", "yards", "--reason", "Enough has come")
    assert closed.stdout == "yards: closed; recipients of the alert: 0\n"
    (told,) = json.loads(imported("consultations", "show", "yards", "--json").stdout)
    assert [change["event"] for change in told["changes"]] == ["scheduled", "opened", "closed"]
    assert told["changes"][-1]["note"] == "Enough has come"
    done = imported("consultations", "results", "yards")
    assert done.stdout == "yards: results published; recipients of the alert: 0\n"


def test_withdrawing_needs_a_reason_and_ends_everything(imported: Run):
    imported("consultations", "publish", "yards")
    assert imported("consultations", "withdraw", "yards").returncode == 2
    refused = imported("consultations", "withdraw", "yards", "--reason", " ")
    assert (refused.returncode, "A reason is missing" in refused.stderr) == (1, True)
    done = imported("consultations", "withdraw", "yards", "--reason", "A mistake")
    assert done.stdout == "yards: withdrawn; recipients of the alert: 0\n"
    for words in (("close", "yards"), ("publish", "yards"), ("results", "yards")):
        again = imported("consultations", *words)
        assert (again.returncode, again.stderr.count("\n")) == (1, 1)


def test_time_that_is_over_is_refused(imported: Run):
    for at in ("2020-01-01", "2099-12-24"):
        refused = imported("consultations", "schedule", "yards", "--at", at)
        assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "not clear" in imported("consultations", "schedule", "yards", "--at", "tomorrow").stderr
