"""`proposals`: looked at and pulled as a table."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any, BinaryIO, cast
from zoneinfo import ZoneInfo

import typer

from bot.cli.edge import Rooms, cell, command, moment, show, with_rooms
from bot.cli.words import say
from bot.domain.exports import ExportFormat
from bot.domain.people import Actor
from bot.domain.proposals import Identity, Proposal, ProposalState
from bot.services.exports import SEPARATOR

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-proposals-help"))

#: Bytes of a table that are kept in memory before a temporary file takes over.
IN_MEMORY = 8 * 1024 * 1024

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]


@app.command("list", help=say.plain("cli-proposals-list-help"))
@command
async def list_all(*, as_json: Json = False) -> None:
    """List all proposals."""
    await _list(as_json=as_json)


@with_rooms
async def _list(rooms: Rooms, *, as_json: bool) -> None:
    rows = [
        _row(proposal, rooms.settings.zone)
        async for proposal in rooms.services.proposals.each(Actor.operator())
    ]
    names = ("reference", "state", "submitted", "reply_by", "endorsements", "consultation", "title")
    show(rows, as_json=as_json, headings={name: _heading(name) for name in names})


@app.command("show", help=say.plain("cli-proposals-show-help"))
@command
async def show_one(
    reference: Annotated[str, typer.Argument(help=say.plain("cli-reference"))], *, as_json: Json = False
) -> None:
    """Show one proposal."""
    await _show(reference, as_json=as_json)


@with_rooms
async def _show(rooms: Rooms, reference: str, *, as_json: bool) -> None:
    proposal = await rooms.services.proposals.look(reference, Actor.operator())
    row = _row(proposal, rooms.settings.zone)
    if as_json:
        show([row], as_json=True, headings={})
    else:
        for name, value in row.items():
            typer.echo(f"{_heading(name)}: {_shown(value)}")


@app.command("export", help=say.plain("cli-proposals-export-help"))
@command
async def export(
    *,
    form: Annotated[
        ExportFormat, typer.Option("--format", help=say.plain("cli-export-format"))
    ] = ExportFormat.CSV,
    out: Annotated[Path | None, typer.Option(help=say.plain("cli-export-out"))] = None,
    status: Annotated[list[ProposalState] | None, typer.Option(help=say.plain("cli-export-status"))] = None,
    consultation: Annotated[str | None, typer.Option(help=say.plain("cli-export-consultation"))] = None,
    since: Annotated[str | None, typer.Option(help=say.plain("cli-export-since"))] = None,
    after: Annotated[int, typer.Option(help=say.plain("cli-export-after"), min=0)] = 0,
) -> None:
    """Write the proposals as a table."""
    await _export(form, out, status or [], consultation, since, after)


@with_rooms
async def _export(
    rooms: Rooms,
    form: ExportFormat,
    out: Path | None,
    states: list[ProposalState],
    consultation: str | None,
    since: str | None,
    after: int,
) -> None:
    if consultation is not None:
        await rooms.services.consultations.find(consultation)

    async def write(target: BinaryIO) -> int:
        _, cursor = await rooms.services.exports.write(
            target,
            form,
            Actor.operator(),
            states=states,
            consultation=consultation,
            since=moment(since, rooms.settings.zone) if since else None,
            after=after,
        )
        return cursor

    if out is None:
        # Written whole before it is handed on: a slow reader must not hold a snapshot of the database open.
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as table:
            cursor = await write(cast("BinaryIO", table))
            table.seek(0)
            shutil.copyfileobj(table, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        # Written beside and renamed: whoever waits for the file never sees half of it.
        part = out.with_name(f".{out.name}.part")
        try:
            with part.open("wb") as target:
                cursor = await write(target)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    typer.echo(str(cursor), err=True)


def _heading(name: str) -> str:
    column = name.replace("_", "-")
    return say.plain(f"cli-column-{column}")


def _shown(value: object) -> str:
    return SEPARATOR.join(map(str, value)) if isinstance(value, list) else cell(value)


def _row(proposal: Proposal, zone: ZoneInfo) -> dict[str, Any]:
    is_named = proposal.identity is not Identity.ANONYMOUS
    return {
        "reference": proposal.reference,
        "state": proposal.state,
        "submitted": proposal.submitted_at.astimezone(zone),
        "updated": proposal.updated_at.astimezone(zone),
        "reply_by": proposal.reply_by.astimezone(zone) if proposal.reply_by else None,
        "consultation": proposal.consultation,
        "title": proposal.title,
        "problem": proposal.problem,
        "solution": proposal.solution,
        "expected_result": proposal.expected_result,
        "values": list(proposal.values),
        "sdg": proposal.goal,
        "region": proposal.region,
        "topic": proposal.topic,
        "responsible_body": proposal.responsible_body,
        "partners": proposal.partners,
        "time_frame": proposal.time_frame,
        "indicator": proposal.indicator,
        "identity": proposal.identity,
        "author_name": proposal.author_name if is_named else "",
        "contact": proposal.contact if is_named else "",
        "language": proposal.language,
        "endorsements": proposal.endorsements,
        "response": proposal.response,
        "responded": proposal.responded_at.astimezone(zone) if proposal.responded_at else None,
        "commitment": proposal.commitment,
        "hidden": proposal.is_hidden,
        "version": proposal.version,
        "content_hash": proposal.content_hash,
    }
