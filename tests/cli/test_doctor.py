"""`doctor`: a line for each part, exit status 1 where something is wrong, and nothing is changed by looking."""

import asyncio
import json
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.app import Finding, check_content, examined
from bot.sandbox import Group, Person, Sandbox
from bot.settings import SHIPPED, Settings
from bot.texts import Texts
from storage import BACKUP, Database

FORUM = -1_000_000_004_400
HOOK = "http://127.0.0.1:9/hook"
Look = Callable[..., Awaitable[Mapping[str, Finding]]]

checked = cache(check_content)


@cache
def texts() -> Texts:
    settings = Settings(_env_file=None)
    return Texts.load(SHIPPED, languages=("en", "uk"), zone=settings.zone, strict=True)


def sentence(found: Finding, language: str = "en") -> str:
    return " ".join(
        texts().speaker(language).plain(f"doctor-{found.check}-{found.result}", **found.args).split()
    )


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running
        assert running.violations == []


@pytest.fixture
def maria(sandbox: Sandbox) -> Person:
    return sandbox.add_person(1003, "Марія")


@pytest.fixture
def forum(sandbox: Sandbox, maria: Person) -> Group:
    return sandbox.add_group(FORUM, "Секретаріат", members=[maria], is_forum=True, bot_status="administrator")


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A database as it should be, with a copy made just now."""
    path = tmp_path / "data" / "bot.sqlite3"
    database = await Database.open(path)
    async with database.unit() as unit:
        await unit.upkeep.done(BACKUP, now=datetime.now(UTC))
    await database.close()
    return path


@pytest.fixture
def look(sandbox: Sandbox, forum: Group, tmp_path: Path) -> Look:
    """Looks with all settings right but for those that are given; each sentence is there in both languages."""

    async def run(**settings: Any) -> Mapping[str, Finding]:
        right: dict[str, Any] = {
            "token": sandbox.token,
            "api_url": sandbox.url,
            "admins": frozenset({1003}),
            "staff_chat": FORUM,
            "database": tmp_path / "data" / "bot.sqlite3",
        }
        chosen = Settings(_env_file=None, **{**right, **settings})
        found = [one async for one in examined(chosen, checked=checked(SHIPPED))]
        for one in found:
            assert sentence(one, "uk") != sentence(one, "en")
        return {f"{one.check}-{one.result}": one for one in found}

    return run


def faults(found: Mapping[str, Finding]) -> list[str]:
    return [name for name, one in found.items() if one.is_fine is False]


def change(file: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql, values)


async def command(
    run: Callable[..., "subprocess.CompletedProcess[str]"], sandbox: Sandbox, *words: str, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """The command itself, while the sandbox goes on."""
    right = {
        "OGP_BOT_TOKEN": sandbox.token,
        "OGP_BOT_API_URL": sandbox.url,
        "OGP_BOT_ADMINS": "1003",
        "OGP_BOT_STAFF_CHAT": str(FORUM),
    }
    ended = await asyncio.to_thread(run, *words, **{**right, **settings})
    assert ended.stderr == ""
    return ended


async def test_all_is_well_and_nothing_is_changed(ogp_bot, sandbox: Sandbox, forum: Group, tmp_path: Path):
    assert (await command(ogp_bot, sandbox, "backup", "copy.sqlite3")).returncode == 0
    before = (tmp_path / "data" / "bot.sqlite3").read_bytes()
    ended = await command(ogp_bot, sandbox, "doctor")
    assert ended.returncode == 0, ended.stdout
    lines = ended.stdout.splitlines()
    assert len(lines) == 15
    assert {one[:2] for one in lines} == {"✓ "}
    assert "✓ Secretariat’s group: a forum, the bot may manage topics." in lines
    assert sandbox.token not in ended.stdout
    assert (tmp_path / "data" / "bot.sqlite3").read_bytes() == before
    assert {call.method for call in sandbox.calls} == {"getMe", "getWebhookInfo", "getChat", "getChatMember"}


async def test_json_says_it_to_a_program_and_the_status_that_something_is_wrong(
    ogp_bot, sandbox: Sandbox, forum: Group
):
    ended = await command(ogp_bot, sandbox, "doctor", "--json", OGP_BOT_ADMINS="")
    found = {one["check"]: one for one in json.loads(ended.stdout)}
    assert ended.returncode == 1
    assert found["administrators"] == {
        "check": "administrators",
        "ok": False,
        "result": "none",
        "text": "Administrators: none. Put a Telegram user id into OGP_BOT_ADMINS.",
    }
    assert found["group"]["ok"] is True
    assert found["database"]["ok"] is None


async def test_bad_setting_is_the_only_finding(ogp_bot, sandbox: Sandbox):
    ended = await command(ogp_bot, sandbox, "doctor", OGP_BOT_RATE="fast")
    assert ended.returncode == 1
    assert ended.stdout.startswith("✗ Settings: OGP_BOT_RATE wants ")
    assert ended.stdout.count("\n") == 1


async def test_before_the_first_start_and_without_a_token_nothing_is_wrong(look: Look, tmp_path: Path):
    found = await look(token=None)
    assert faults(found) == []
    unchecked = {name for name in found if name.endswith("-unchecked")}
    assert {"token-unchecked", "group-unchecked", "notices-unchecked"} <= unchecked
    assert "database-none" in found
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"admins": frozenset()}, "administrators-none"),
        ({"token": "1234567890:another-token-of-the-same-shape"}, "token-refused"),
        ({"api_url": "http://127.0.0.1:9"}, "token-away"),
        ({"staff_chat": -77}, "group-away"),
        ({"webhook_url": "https://bot.example.org/hook"}, "updates-elsewhere"),
    ],
)
async def test_wrong_setting_is_named(look: Look, file: Path, settings: dict[str, Any], fault: str):
    assert faults(await look(**settings)) == [fault]


async def test_group_that_is_not_as_it_should_be(
    look: Look, file: Path, forum: Group, sandbox: Sandbox, maria: Person
):
    sandbox.set_bot_status(forum, "administrator", by=maria, lacks=frozenset({"can_manage_topics"}))
    found = await look()
    assert faults(found) == ["group-no-right"]
    assert "Administrators → the bot → Manage topics" in sentence(found["group-no-right"])
    sandbox.set_bot_status(forum, "kicked", by=maria)
    assert faults(await look()) == ["group-away"]
    sandbox.set_bot_status(forum, "member", by=maria)
    sandbox.world.bot["can_read_all_group_messages"] = False
    forum.forum.turn_off()
    plain = await look()
    assert faults(plain) == []
    assert plain["group-plain"].is_fine is None
    assert "privacy-hears-commands" in plain
    change(file, "INSERT INTO group_moves (old_id, new_id) VALUES (-77, ?)", FORUM)
    moved = await look(staff_chat=-77)
    assert faults(moved) == ["group-moved"]
    assert f"Set OGP_BOT_STAFF_CHAT to {FORUM}" in sentence(moved["group-moved"])


async def test_webhook_that_is_in_the_way_or_fails(look: Look, file: Path, sandbox: Sandbox):
    sandbox.world.updates.clear()
    sandbox.world.webhook.set(HOOK, secret="", max_connections=1)
    assert faults(await look()) == ["updates-webhook"]
    assert "updates-by-webhook" in await look(webhook_url=HOOK)
    sandbox.world.webhook.last_error = "Connection refused"
    sandbox.world.webhook.last_error_date = sandbox.world.now()
    found = await look(webhook_url=HOOK)
    assert faults(found) == ["updates-refused"]
    assert "Connection refused" in sentence(found["updates-refused"])


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        (
            """
            INSERT INTO notices (group_id, kind, subject_id, state, not_before, created_at)
            VALUES (-1, 'question_passed_on', 1, 'pending', ?1, ?1)
            """,
            "notices-stuck",
        ),
        (
            """
            INSERT INTO notices (group_id, kind, subject_id, state, not_before, created_at, settled_at)
            VALUES (-1, 'question_passed_on', 1, 'failed', ?1, ?1, ?1)
            """,
            "notices-failed",
        ),
        (
            """
            INSERT INTO inbox (bot_id, update_id, payload, state, received_at, settled_at)
            VALUES (1, 1, '', 'failed', ?1, ?1)
            """,
            "incidents-some",
        ),
        ("UPDATE upkeep SET done_at = '2026-01-01T00:00:00.000000+00:00' WHERE ?1 <> ''", "backup-old"),
    ],
)
async def test_what_waits_or_has_failed(look: Look, file: Path, sql: str, fault: str):
    change(file, sql, (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="microseconds"))
    assert faults(await look()) == [fault]


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("PRAGMA user_version = 999", "database-newer"),
        ("PRAGMA user_version = 3", "database-older"),
        ("PRAGMA application_id = 7", "database-foreign"),
    ],
)
async def test_file_of_another_version_or_program_is_left_as_it_is(
    look: Look, file: Path, sql: str, fault: str
):
    change(file, sql)
    before = file.read_bytes()
    found = await look()
    assert faults(found) == [fault]
    assert found["notices-unchecked"].is_fine is None
    assert file.read_bytes() == before


async def test_damaged_file(look: Look, file: Path):
    content = file.read_bytes()
    half = len(content) // 2
    file.write_bytes(content[:half] + b"\xff" * (len(content) - half))
    assert set(faults(await look())) & {"integrity-broken", "database-unreadable"}
    file.write_bytes(b"no database at all, but long enough to be looked at as one" * 20)
    assert faults(await look()) == ["database-unreadable"]


async def test_file_that_another_process_holds(look: Look, file: Path):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert faults(await look()) == ["writing-refused"]


async def test_full_disk(look: Look, file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.app.doctor.ROOM", 10**18)
    assert faults(await look()) == ["disk-full"]


async def test_clock_that_is_off(look: Look, file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.app.doctor.APART", -1)
    assert faults(await look()) == ["clock-wrong"]
