"""`run` and `sandbox`: the bot at work."""

import asyncio
import signal
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.app import Rooms, run
from bot.cli.edge import command
from bot.cli.logs import configure
from bot.cli.words import say
from bot.domain.people import Actor, PersonId, Role
from bot.sandbox import Sandbox
from bot.services.consultation_files import FileInvalid, read
from bot.services.lined_yaml import compose, value_of
from bot.settings import SHIPPED, SettingInvalid, Settings

SCENES = SHIPPED / "sandbox"
#: The sandbox's consultations close so long after it has started.
OPEN_FOR = timedelta(days=14)
#: Where the sandbox's page is; another port is taken where this one is busy.
PORT = 8081


@command
async def run_bot(
    *,
    or_sandbox: Annotated[bool, typer.Option("--or-sandbox", help=say.plain("cli-run-or-sandbox"))] = False,
) -> None:
    """Serve Telegram; without a token, the sandbox where that is asked for."""
    settings = Settings.load()
    if settings.token is None:
        if or_sandbox:
            await _sandbox(PORT)
            return
        raise SettingInvalid("OGP_BOT_TOKEN")
    configure(settings.token)
    await run(settings, _stop_on_signals(), reload=reload_on_signal())


@command
async def run_sandbox(
    *, port: Annotated[int, typer.Option(help=say.plain("cli-sandbox-port"), min=0, max=65535)] = PORT
) -> None:
    """Serve the sandbox."""
    await _sandbox(port)


async def _sandbox(port: int) -> None:
    people, groups = _scene("people"), _scene("groups")
    sandbox = await _free_sandbox(port)
    try:
        for person in people:
            known = {name: value for name, value in person.items() if name != "role"}
            sandbox.add_person(**{**known, "id": int(person["id"])})
        for group in groups:
            _add_group(sandbox, group)
        staffs = next(int(group["id"]) for group in groups if "is_staffs" in group)
        settings = Settings.load(
            token=sandbox.token,
            api_url=sandbox.url,
            database=Path("data/sandbox.sqlite3"),
            admins=frozenset(_with_role(people, Role.ADMINISTRATOR)),
            staff_chat=staffs,
            webhook_url=None,
            listen=None,
        )
        configure(sandbox.token)
        typer.echo(say.plain("cli-sandbox-ready", url=sandbox.url))
        sys.stdout.flush()
        await run(settings, _stop_on_signals(), on_ready=_fill, reload=reload_on_signal())
    finally:
        await sandbox.stop()


def _scene(name: str) -> list[dict[str, Any]]:
    node = compose((SCENES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert node is not None
    found: list[dict[str, Any]] = value_of(node)
    return found


def _add_group(sandbox: Sandbox, group: Mapping[str, Any]) -> None:
    """A group, the secretariat's forum or a channel to which its first member has just added the bot."""
    owner, *others = (sandbox.people[int(one)] for one in group["members"])
    if "is_channel" in group:
        sandbox.add_channel(
            int(group["id"]), group["title"], owner=owner, members=others, caption=group["caption"]
        )
    else:
        is_staffs = "is_staffs" in group
        sandbox.add_group(
            int(group["id"]),
            group["title"],
            members=[owner, *others],
            is_forum=is_staffs,
            bot_status="administrator" if is_staffs else "member",
            caption=group["caption"],
        )


async def _free_sandbox(port: int) -> Sandbox:
    """A sandbox on this port, or on any free one where it is taken."""
    for candidate in (port, 0):
        sandbox = Sandbox(port=candidate, strict_rates=True)
        try:
            await sandbox.start()
        except OSError:
            if candidate == 0:
                raise
        else:
            return sandbox
    raise AssertionError


def _with_role(people: list[dict[str, Any]], role: Role) -> list[PersonId]:
    return [PersonId(int(person["id"])) for person in people if person.get("role") == role]


async def _fill(rooms: Rooms) -> None:
    """Put the scenes' members and consultations there, these as drafts; but nothing that was there already."""
    for role in (Role.OBSERVER, Role.OFFICER):
        for member in _with_role(_scene("people"), role):
            if await rooms.services.audit.number_of(member) is None:
                await rooms.services.members.appoint(member, role, Actor.operator())
    service, operator = rooms.services.consultations, Actor.operator()
    known = {consultation.slug for consultation in await service.list(operator)}
    languages = rooms.services.knowledge.languages
    own = rooms.settings.content / "sandbox" / "consultations.yaml"
    text = (own if own.is_file() else SCENES / "consultations.yaml").read_text(encoding="utf-8")
    try:
        scenes = read(text, languages=languages, zone=rooms.settings.zone, now=None)
    except FileInvalid:
        if own.is_file():
            raise
        return  # the shipped ones are in languages that this content does not have
    closes_at = rooms.clock.now() + OPEN_FOR
    new = [one.model_copy(update={"closes_at": closes_at}) for one in scenes if one.slug not in known]
    if new:
        await service.take_in(new, operator)


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


def reload_on_signal() -> asyncio.Event:
    """What daemons do at a hang-up: read their files again."""
    told = asyncio.Event()
    if hasattr(signal, "SIGHUP"):  # not on Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, told.set)
    return told
