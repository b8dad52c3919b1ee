"""`proposals export` and `proposals attachments`: pulled as a table, and what is attached to them as an archive."""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from bot.cli.edge import LARGEST_NUMBER, Rooms, command, moment, with_rooms
from bot.cli.words import say
from bot.domain.exports import ExportFormat, Progress, Selection
from bot.domain.people import Actor
from bot.domain.proposals import ProposalState
from bot.services.export_files import Made, Order

#: Bytes of a table that are kept in memory before a temporary file takes over.
IN_MEMORY = 8 * 1024 * 1024
#: Seconds between two looks at how far it is.
LOOK = 0.1

Status = Annotated[list[ProposalState] | None, typer.Option(help=say.plain("cli-export-status"))]
Consultation = Annotated[str | None, typer.Option(help=say.plain("cli-export-consultation"))]
Since = Annotated[str | None, typer.Option(help=say.plain("cli-export-since"))]


@command
async def export(
    *,
    form: Annotated[
        ExportFormat, typer.Option("--format", help=say.plain("cli-export-format"))
    ] = ExportFormat.CSV,
    out: Annotated[Path | None, typer.Option(help=say.plain("cli-export-out"))] = None,
    status: Status = None,
    consultation: Consultation = None,
    since: Since = None,
    after: Annotated[int, typer.Option(help=say.plain("cli-export-after"), min=0, max=LARGEST_NUMBER)] = 0,
    lang: Annotated[str | None, typer.Option(help=say.plain("cli-export-lang"))] = None,
) -> None:
    """Write the proposals as a table."""
    await _export(form, out, status, consultation, since, after, lang)


@with_rooms
async def _export(
    rooms: Rooms,
    form: ExportFormat,
    out: Path | None,
    status: list[ProposalState] | None,
    consultation: str | None,
    since: str | None,
    after: int,
    lang: str | None,
) -> None:
    order = await _order(rooms, status, consultation, since, after, lang)
    if out is None:
        # Written whole before it is handed on: a slow reader must not hold a snapshot of the database open.
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as table:
            made = await _watched(rooms.services.exports.write(table, form, order), order.progress)
            table.seek(0)
            shutil.copyfileobj(table, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        with _whole(out) as part, part.open("w+b") as target:
            made = await _watched(rooms.services.exports.write(target, form, order), order.progress)
    typer.echo(str(made.cursor), err=True)


@command
async def attachments(
    *,
    out: Annotated[Path, typer.Option(help=say.plain("cli-attachments-out"))],
    status: Status = None,
    consultation: Consultation = None,
    since: Since = None,
) -> None:
    """Write what is attached to the proposals as one archive."""
    await _attachments(out, status, consultation, since)


@with_rooms
async def _attachments(
    rooms: Rooms,
    out: Path,
    status: list[ProposalState] | None,
    consultation: str | None,
    since: str | None,
) -> None:
    order = await _order(rooms, status, consultation, since)
    with _whole(out) as part:
        made = await _watched(rooms.services.exports.pack(part.parent, part.name, order), order.progress)
    missing = {"missing": made.missing}
    typer.echo(say.plain("cli-attachments-written", count=made.count, path=str(out), **missing), err=True)


async def _order(
    rooms: Rooms,
    status: list[ProposalState] | None,
    consultation: str | None,
    since: str | None,
    after: int = 0,
    lang: str | None = None,
) -> Order:
    """What the options mean.

    Raises:
        ConsultationUnknown: no such consultation.
    """
    if consultation is not None:
        await rooms.services.consultations.find(consultation)
    if lang is not None and lang not in rooms.texts.languages:
        raise typer.BadParameter(say.plain("cli-export-bad-lang", languages=", ".join(rooms.texts.languages)))
    return Order(
        Actor.operator(),
        Selection(
            states=tuple(status or ()),
            consultation=consultation,
            since=moment(since, rooms.settings.zone) if since else None,
            after=after,
        ),
        rooms.texts.speaker(lang or rooms.settings.language),
    )


@contextmanager
def _whole(out: Path) -> Iterator[Path]:
    """A file beside that gets the name in the end: whoever waits for it never sees half of it."""
    part = out.with_name(f".{out.name}.part")
    try:
        yield part
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


async def _watched(work: Coroutine[Any, Any, Made], progress: Progress) -> Made:
    """Do it, with a bar on a terminal."""
    if not sys.stderr.isatty():
        return await work
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task(say.plain("cli-export-working"), total=None)
        task = asyncio.create_task(work)
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=LOOK)
                bar.update(shown, completed=progress.done, total=progress.total or None)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        return task.result()
