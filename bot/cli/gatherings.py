"""`proposals import`: proposals from meetings, out of a file."""

from pathlib import Path
from typing import Annotated

import typer

from bot.app import bot_name
from bot.cli.edge import Rooms, command, fail, file_problems, show, with_rooms
from bot.cli.words import say
from bot.domain.claims import shown
from bot.domain.people import Actor
from bot.services.file_problems import FileInvalid
from bot.services.gatherings import Entered
from bot.services.proposal_files import NewEntry
from bot.ui.deep_links import Place, deep_link


@command
async def import_file(
    file: Annotated[Path, typer.Argument(help=say.plain("cli-proposals-import-file"))],
    *,
    as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False,
) -> None:
    """Take proposals from a file, all of them or none."""
    await _import(file, as_json=as_json)


@with_rooms
async def _import(rooms: Rooms, file: Path, *, as_json: bool) -> None:
    gatherings, operator = rooms.services.gatherings, Actor.operator()
    try:
        entries = await gatherings.read(
            file, operator, language=rooms.settings.language, zone=rooms.settings.zone
        )
        taken = await gatherings.take_in(entries, operator)
    except FileInvalid as error:
        fail(*file_problems(str(file), error))
    except UnicodeDecodeError:
        fail(say.plain("cli-file-error", path=str(file), reason=say("cli-not-utf8")))
    name = await bot_name(rooms.settings) if any(one.code for one in taken) else None
    rows = [_row(entry, one, name) for entry, one in zip(entries, taken, strict=True)]
    headings = {name: say.plain(f"cli-column-{name}") for name in ("id", "reference", "claim", "title")}
    show(rows, as_json=as_json, headings=headings)
    typer.echo(say.plain("cli-proposals-imported", count=sum(bool(one.code) for one in taken)), err=True)


def _row(entry: NewEntry, one: Entered, name: str | None) -> dict[str, object]:
    return {
        "id": entry.key,
        "reference": one.proposal.reference,
        "claim": shown(one.code) if one.code else "",
        "start": f"a_{one.code}" if one.code else "",
        "link": deep_link(name, Place.CLAIM, one.code) if one.code and name else "",
        "is_new": one.code is not None,
        "title": one.proposal.title,
    }
