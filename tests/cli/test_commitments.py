"""Commitments at the terminal: looked at, their status stated, and an unknown one refused with what looks like it."""

import json
import re

import pytest

NOTE = ("--note", "The pilot runs.")


def test_commitments_are_listed_with_their_plan_and_code(ogp_bot):
    listed = json.loads(ogp_bot("commitments", "list", "--plan", "plan-6", "--json").stdout)
    assert [one["code"] for one in listed if one["code"]] == [
        "UA0101",
        "UA0103",
        "UA0104",
        "UA0106",
        "UA0110",
    ]
    assert {one["plan"] for one in listed} == {"plan-6"}
    assert {one["status"] for one in listed} == {None}
    assert json.loads(ogp_bot("commitments", "list", "--plan", "plan-7", "--json").stdout) == []
    first = ogp_bot("commitments", "list").stdout.splitlines()[0].split("\t")
    assert first[:3] == ["reconstruction", "plan-6", "UA0101"]


def test_status_is_stated_and_kept_with_what_was_stated_before(ogp_bot):
    stated = ogp_bot(
        "commitments", "status", "ua0101", "limited", *NOTE, "--link", "https://example.org/pilot"
    )
    assert (stated.returncode, stated.stderr) == (0, "")
    assert stated.stdout == "reconstruction: limited completion. There is nobody to alert.\n"
    ended = ogp_bot("commitments", "status", "reconstruction", "completed", "--note", "Done.", "--json")
    assert json.loads(ended.stdout)[0]["status"] == "completed"
    (shown,) = json.loads(ogp_bot("commitments", "show", "UA0101", "--json").stdout)
    assert (shown["status"], shown["proposals"]) == ("completed", [])
    assert [(one["status"], one["note"], one["link"]) for one in shown["history"]] == [
        ("limited", "The pilot runs.", "https://example.org/pilot"),
        ("completed", "Done.", ""),
    ]
    text = ogp_bot("commitments", "show", "UA0101").stdout
    assert "Code: UA0101" in text
    assert re.search(r"limited\tThe pilot runs.\thttps://example.org/pilot", text)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["commitments", "show", "UA0111"], 1),
        (["commitments", "status", "nothing-at-all", "limited", *NOTE], 1),
        (["commitments", "status", "UA0101", "limited", "--note", "https://example.org"], 1),
        (["commitments", "status", "UA0101", "limited"], 2),
        (["commitments", "status", "UA0101", "nearly", *NOTE], 2),
        (["commitments", "status", "UA0101", "limited", *NOTE, "--link", "example.org"], 2),
        (["commitments", "list", "--plan", "plan-99"], 2),
    ],
)
def test_wrong_word_is_refused_and_nothing_is_stated(ogp_bot, words, status):
    ended = ogp_bot(*words)
    assert ended.returncode == status
    if status == 1:
        assert re.fullmatch(r"[^\n]+\n", ended.stderr)
    (shown,) = json.loads(ogp_bot("commitments", "show", "UA0101", "--json").stdout)
    assert shown["history"] == []


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("UA0111", "(UA0101)"), ("reconstrution", "reconstruction"), ("eyouth", "e-youth (UA0106)")],
)
def test_unknown_commitment_names_what_looks_like_it(ogp_bot, name, nearest):
    refused = ogp_bot("commitments", "show", name)
    assert refused.returncode == 1
    assert nearest in refused.stderr
