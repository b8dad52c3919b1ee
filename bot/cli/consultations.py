"""`consultations`: taken from files, published, scheduled, ended, looked at."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli.edge import Rooms, cell, command, fail, file_problems, show, with_rooms
from bot.cli.words import say
from bot.domain.consultations import Consultation, ConsultationEvent
from bot.domain.desk import Filters, Tray
from bot.domain.moments import typed
from bot.domain.people import Actor
from bot.domain.responses import ResponsesMissing
from bot.services.consultation_files import FileInvalid, read, text_of

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-consultations-help"))

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]
Reason = Annotated[str, typer.Option("--reason", help=say.plain("cli-consultations-reason"))]
Slug = Annotated[str, typer.Argument(help=say.plain("cli-slug"))]


@app.command("import", help=say.plain("cli-consultations-import-help"))
@command
async def import_file(
    file: Annotated[Path, typer.Argument(help=say.plain("cli-consultations-file"))],
) -> None:
    """Take consultations from a file, all of them or none."""
    await _import(file)


@with_rooms
async def _import(rooms: Rooms, file: Path) -> None:
    try:
        found = read(
            text_of(file),
            languages=rooms.services.knowledge.languages,
            zone=rooms.settings.zone,
            now=rooms.clock.now(),
            topics=rooms.services.knowledge.topics,
            regions=rooms.services.knowledge.regions,
        )
    except FileInvalid as error:
        fail(*file_problems(str(file), error))
    except UnicodeDecodeError:
        fail(say.plain("cli-file-error", path=str(file), reason=say("cli-not-utf8")))
    await rooms.services.consultations.take_in(found, Actor.operator())
    for consultation in found:
        typer.echo(say.plain("cli-consultations-imported", slug=consultation.slug))


@app.command("publish", help=say.plain("cli-consultations-publish-help"))
@command
async def publish(slug: Slug, *, as_json: Json = False) -> None:
    """Open a consultation and queue its alert."""
    await _publish(slug, as_json=as_json)


@with_rooms
async def _publish(rooms: Rooms, slug: str, *, as_json: bool) -> None:
    consultation, recipients = await rooms.services.consultations.publish(slug, Actor.operator())
    line = say.plain("cli-consultations-published", slug=slug, count=recipients)
    _tell(rooms, consultation, line, as_json=as_json, recipients=recipients)


@app.command("schedule", help=say.plain("cli-consultations-schedule-help"))
@command
async def schedule(
    slug: Slug,
    *,
    at: Annotated[str, typer.Option("--at", help=say.plain("cli-consultations-at"))],
    as_json: Json = False,
) -> None:
    """Let a consultation open by itself."""
    await _schedule(slug, at, as_json=as_json)


@with_rooms
async def _schedule(rooms: Rooms, slug: str, at: str, *, as_json: bool) -> None:
    opens_at = typed(at, rooms.settings.zone, rooms.clock.now(), by_default=time())
    consultation = await rooms.services.consultations.schedule(slug, opens_at, Actor.operator())
    line = say.plain("cli-consultations-scheduled", slug=slug, opens=_shown(opens_at, rooms.settings.zone))
    _tell(rooms, consultation, line, as_json=as_json)


@app.command("close", help=say.plain("cli-consultations-close-help"))
@command
async def close(slug: Slug, *, reason: Reason = "", as_json: Json = False) -> None:
    """Close a consultation before its deadline."""
    await _step(slug, ConsultationEvent.CLOSED, reason, as_json=as_json)


@app.command("withdraw", help=say.plain("cli-consultations-withdraw-help"))
@command
async def withdraw(
    slug: Slug,
    *,
    reason: Annotated[str, typer.Option("--reason", help=say.plain("cli-consultations-reason"))],
    as_json: Json = False,
) -> None:
    """Withdraw a consultation."""
    await _step(slug, ConsultationEvent.WITHDRAWN, reason, as_json=as_json)


@app.command("results", help=say.plain("cli-consultations-results-help"))
@command
async def results(slug: Slug, *, reason: Reason = "", as_json: Json = False) -> None:
    """Publish the results of a consultation."""
    await _results(slug, reason, as_json=as_json)


@with_rooms
async def _results(rooms: Rooms, slug: str, reason: str, *, as_json: bool) -> None:
    try:
        await _take(rooms, slug, ConsultationEvent.ANSWERED, reason, as_json=as_json)
    except ResponsesMissing as error:
        wanted = Filters(tray=Tray.UNDECIDED, consultation=error.consultation_id)
        missing = [one.reference async for one in rooms.services.queue.each(Actor.operator(), wanted)]
        said = " ".join(say.plain(error.id, **error.args_of_text).split())
        fail(say.plain("cli-consultations-missing", said=said, references=", ".join(missing)))


@with_rooms
async def _step(rooms: Rooms, slug: str, event: ConsultationEvent, reason: str, *, as_json: bool) -> None:
    await _take(rooms, slug, event, reason, as_json=as_json)


async def _take(rooms: Rooms, slug: str, event: ConsultationEvent, reason: str, *, as_json: bool) -> None:
    consultation, hearers = await rooms.services.consultations.step(
        slug, event, Actor.operator(), note=reason.strip()
    )
    line = say.plain(f"cli-consultations-{event}", slug=slug, count=hearers)
    _tell(rooms, consultation, line, as_json=as_json, recipients=hearers)


@app.command("list", help=say.plain("cli-consultations-list-help"))
@command
async def list_all(*, as_json: Json = False) -> None:
    """List all consultations."""
    await _list(as_json=as_json)


@with_rooms
async def _list(rooms: Rooms, *, as_json: bool) -> None:
    listed = await rooms.services.consultations.list(Actor.operator())
    headings = {name: say.plain(f"cli-column-{name}") for name in ("slug", "state", "closes", "title")}
    show([_row(one, rooms.settings.zone) for one in listed], as_json=as_json, headings=headings)


@app.command("show", help=say.plain("cli-consultations-show-help"))
@command
async def show_one(slug: Slug, *, as_json: Json = False) -> None:
    """Show one consultation."""
    await _show(slug, as_json=as_json)


@with_rooms
async def _show(rooms: Rooms, slug: str, *, as_json: bool) -> None:
    zone = rooms.settings.zone
    record = await rooms.services.consultations.record((await rooms.services.consultations.find(slug)).id)
    consultation = record.consultation
    changes = [
        {
            "event": one.event,
            "at": one.changed_at.astimezone(zone),
            "note": one.note,
            "fields": [field.model_dump() for field in one.fields],
        }
        for one in record.changes
    ]
    if as_json:
        tally = {str(state): count for state, count in record.tally.items()}
        show(
            [{**_row(consultation, zone), "proposals": tally, "changes": changes}],
            as_json=True,
            headings={},
        )
        return
    for line in (*_details(consultation, zone), *_texts(consultation)):
        typer.echo(line)
    if changes:
        typer.echo()
    for change in changes:
        typer.echo("\t".join([cell(change["at"]), cell(change["event"]), cell(change["note"])]).rstrip())


def _details(consultation: Consultation, zone: ZoneInfo) -> Iterator[str]:
    """All but the texts, a line each."""
    row = _row(consultation, zone)
    yield "\t".join([consultation.slug, consultation.state, cell(row["closes"])])
    yield from (f"{name}\t{cell(row[name])}" for name in ("kind", "opens", "published", "url") if row[name])
    yield from (f"{name}\t{', '.join(row[name])}" for name in ("topics", "regions") if row[name])
    yield from (f"document\t{one.title}\t{one.url or one.name}" for one in consultation.documents)


def _texts(consultation: Consultation) -> Iterator[str]:
    """The texts of each language."""
    for language, text in consultation.texts.items():
        yield f"\n[{language}] {text.title}\n{text.summary}"
        said = text.model_dump(exclude={"title", "summary"})
        yield from (f"{name}\t{words}" for name, words in said.items() if words)


def _tell(rooms: Rooms, consultation: Consultation, line: str, *, as_json: bool, **more: int) -> None:
    """Say what was done; the consultation as it is now where JSON was asked for."""
    if as_json:
        show([{**_row(consultation, rooms.settings.zone), **more}], as_json=True, headings={})
    else:
        typer.echo(line)


def _shown(moment: datetime, zone: ZoneInfo) -> str:
    return cell(moment.astimezone(zone))


def _row(consultation: Consultation, zone: ZoneInfo) -> dict[str, Any]:
    opens, published = consultation.opens_at, consultation.published_at
    return {
        "slug": consultation.slug,
        "kind": consultation.kind,
        "state": consultation.state,
        "opens": opens.astimezone(zone) if opens else None,
        "closes": consultation.closes_at.astimezone(zone),
        "published": published.astimezone(zone) if published else None,
        "url": consultation.url,
        "topics": list(consultation.topics),
        "regions": list(consultation.regions),
        "documents": [
            one.model_dump(include={"title", "url", "name", "size"}) for one in consultation.documents
        ],
        "title": next(iter(consultation.texts.values())).title,
        "texts": {language: text.model_dump() for language, text in consultation.texts.items()},
    }
