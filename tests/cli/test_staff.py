"""`staff list|add|remove|invite` and `audit`, as an operator types them."""

import json
import re

import pytest

from tests.cli.conftest import Run

CALL = """
slug: open-data
closes: 2099-12-20 18:00
title: {uk: Відкриті дані, en: Open data}
summary: {uk: Про дороги, en: On roads}
"""


def listed(ogp_bot: Run, **settings: str) -> list[tuple[int, str]]:
    rows = json.loads(ogp_bot("staff", "list", "--json", **settings).stdout)
    return [(row["id"], row["role"]) for row in rows]


def test_role_is_given_changed_and_taken_away(ogp_bot: Run):
    assert listed(ogp_bot) == []
    assert ogp_bot("staff", "add", "21", "--role", "observer").stdout == "21: observer\n"
    assert ogp_bot("staff", "add", "22", "--role", "administrator").returncode == 0
    assert ogp_bot("staff", "add", "21", "--role", "officer").returncode == 0
    assert listed(ogp_bot) == [(22, "administrator"), (21, "officer")]
    assert ogp_bot("staff", "remove", "21").stdout == "21: access removed\n"
    assert listed(ogp_bot) == [(22, "administrator")]


def test_administrators_of_the_settings_are_listed_and_left_alone(ogp_bot: Run):
    settings = {"OGP_BOT_ADMINS": "11"}
    assert listed(ogp_bot, **settings) == [(11, "administrator")]
    for words in (("remove", "11"), ("add", "11", "--role", "observer")):
        ended = ogp_bot("staff", *words, **settings)
        assert ended.returncode == 1
        assert re.fullmatch(r"The settings give this role[^\n]+\n", ended.stderr)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["staff", "remove", "5"], 1),
        (["staff", "add", "5", "--role", "king"], 2),
        (["staff", "add", "0", "--role", "officer"], 2),
        (["staff", "add", "5"], 2),
        (["staff", "invite", "--role", "officer", "--hours", "0"], 2),
        (["audit", "--who", "5"], 1),
        (["audit", "--verb", "danced"], 2),
        (["audit", "--since", "yesterday"], 2),
    ],
)
def test_failure_is_one_line_and_wrong_usage_status_two(ogp_bot: Run, words: list[str], status: int):
    ended = ogp_bot(*words)
    assert ended.returncode == status
    if status == 1:
        assert re.fullmatch(r"[^\n]+\n", ended.stderr)


def test_invitation_without_a_token_says_what_to_send(ogp_bot: Run):
    ended = ogp_bot("staff", "invite", "--role", "observer", "--hours", "24")
    assert re.fullmatch(r"Send this to the bot: /start i_[A-Za-z0-9_-]{32}\n", ended.stdout)
    assert "24 hours" in ended.stderr
    (row,) = json.loads(ogp_bot("staff", "invite", "--role", "officer", "--json").stdout)
    assert row["link"] is None
    assert row["start"].startswith("i_")


def test_invitation_is_listed_and_taken_back(ogp_bot: Run):
    made = json.loads(ogp_bot("staff", "invite", "--role", "officer", "--json").stdout)[0]
    (row,) = json.loads(ogp_bot("staff", "invitations", "--json").stdout)
    assert row == {"id": made["id"], "role": "officer", "expires": made["expires"], "member": None}
    assert ogp_bot("staff", "revoke", str(row["id"])).returncode == 0
    again = ogp_bot("staff", "revoke", str(row["id"]))
    assert (again.returncode, again.stdout) == (1, "")
    assert re.fullmatch(r"[^\n]+taken back before\.\n", again.stderr)
    assert ogp_bot("staff", "revoke", "99").returncode == 1
    assert json.loads(ogp_bot("staff", "invitations", "--json").stdout) == []
    verbs = [one["verb"] for one in json.loads(ogp_bot("audit", "--json").stdout)]
    assert verbs == ["revoked", "invited"]


def test_log_names_what_the_operator_has_done_and_is_narrowed_down(ogp_bot: Run, tmp_path):
    (tmp_path / "call.yaml").write_text(CALL, encoding="utf-8")
    ogp_bot("consultations", "import", "call.yaml")
    ogp_bot("consultations", "publish", "open-data")
    ogp_bot("staff", "add", "21", "--role", "officer")
    ogp_bot("staff", "add", "21", "--role", "administrator")
    ogp_bot("staff", "remove", "21")
    ogp_bot("proposals", "export", "--format", "jsonl", "--consultation", "open-data")
    lines = json.loads(ogp_bot("audit", "--json").stdout)
    assert [(one["verb"], one["noun"], one["subject"]) for one in lines] == [
        ("exported", "export", "proposals"),
        ("removed", "member", "1"),
        ("changed", "member", "1"),
        ("added", "member", "1"),
        ("published", "consultation", "open-data"),
        ("prepared", "consultation", "open-data"),
    ]
    assert lines[0]["details"] == {"format": "jsonl", "scope": "open-data", "count": 0}
    assert {one["who"] for one in lines} == {"operator"}
    shown = ogp_bot("audit", "--noun", "member", "--limit", "2").stdout
    assert [line.split("\t")[1:] for line in shown.splitlines()] == [
        ["operator", "removed: member 1 (administrator)"],
        ["operator", "changed: member 1 (officer → administrator)"],
    ]
    assert json.loads(ogp_bot("audit", "--since", "2099-01-01", "--json").stdout) == []
    assert len(json.loads(ogp_bot("audit", "--subject", "open-data", "--json").stdout)) == 2
    assert ogp_bot("audit", LANG="uk_UA.UTF-8").stdout.count("оприлюднено: консультація open-data") == 1
