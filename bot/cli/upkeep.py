"""`migrate`, `backup`, `content check` and `people`: what the operator does now and then."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.app import check_content
from bot.cli.edge import FAILED, LARGEST_ID, Rooms, command, content_line, content_sentence, fail, with_rooms
from bot.cli.words import say
from bot.domain.people import Actor, PersonId
from bot.services.content.problems import Problem
from bot.settings import Settings
from storage import BACKUP

content = typer.Typer(no_args_is_help=True, help=say.plain("cli-content-help"))
people = typer.Typer(no_args_is_help=True, help=say.plain("cli-people-help"))

Id = Annotated[int, typer.Argument(help=say.plain("cli-person-id"), min=1, max=LARGEST_ID)]


@command
async def migrate() -> None:
    """Bring the database up to date, after a backup."""
    await _migrate()


@with_rooms
async def _migrate(rooms: Rooms) -> None:
    typer.echo(say.plain("cli-migrated", path=str(rooms.settings.database)))


@command
async def back_up(file: Annotated[Path, typer.Argument(help=say.plain("cli-backup-file"))]) -> None:
    """Write a complete copy of the database while the bot runs."""
    await _back_up(file)


@with_rooms
async def _back_up(rooms: Rooms, file: Path) -> None:
    if file.exists():
        fail(say.plain("cli-file-exists", path=str(file)))
    await rooms.database.back_up(file)
    async with rooms.database.unit() as unit:
        await unit.upkeep.done(BACKUP, now=rooms.clock.now())
    typer.echo(say.plain("cli-backed-up", path=str(file)))


@content.command("check", help=say.plain("cli-content-check-help"))
@command
async def check(
    *, as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False
) -> None:
    """Read the content and say everything that is wrong with it."""
    found = check_content(Settings.load().content)
    if as_json:
        rows = [_row(one) for one in (*found.problems, *found.warnings)]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        if found.problems:
            raise typer.Exit(FAILED)
        return
    for one in found.warnings:
        typer.echo(content_line(one), err=True)
    if found.problems or found.knowledge is None:
        fail(*map(content_line, found.problems))
    entries, languages = len(found.knowledge.entries), len(found.knowledge.languages)
    typer.echo(say.plain("cli-content-fine", entries=entries, languages=languages))


def _row(problem: Problem) -> Mapping[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "kind": problem.kind,
        "wants": content_sentence(problem),
        "is_warning": problem.is_warning,
    }


@people.command("export", help=say.plain("cli-people-export-help"))
@command
async def export(person_id: Id) -> None:
    """Print everything kept about a person, as JSON."""
    await _export(person_id)


@with_rooms
async def _export(rooms: Rooms, person_id: int) -> None:
    document = await rooms.services.privacy.export(PersonId(person_id), by=Actor.operator())
    if not json.loads(document)["people"]:
        fail(say.plain("cli-person-unknown", id=str(person_id)))
    sys.stdout.buffer.write(document + b"\n")
    sys.stdout.buffer.flush()


@people.command("erase", help=say.plain("cli-people-erase-help"))
@command
async def erase(
    person_id: Id,
    *,
    with_proposals: Annotated[
        bool, typer.Option("--with-proposals", help=say.plain("cli-erase-with-proposals"))
    ] = False,
) -> None:
    """Erase a person from every table."""
    await _erase(person_id, with_proposals=with_proposals)


@with_rooms
async def _erase(rooms: Rooms, person_id: int, *, with_proposals: bool) -> None:
    if await rooms.services.people.find(PersonId(person_id)) is None:
        fail(say.plain("cli-person-unknown", id=str(person_id)))
    await rooms.services.privacy.erase(
        PersonId(person_id), with_proposals=with_proposals, by=Actor.operator()
    )
    typer.echo(say.plain("cli-person-erased", id=str(person_id)))
