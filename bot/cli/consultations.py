"""`consultations`: taken from files, published, looked at."""

from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli.edge import Rooms, cell, command, fail, file_problems, show, with_rooms
from bot.cli.words import say
from bot.domain.consultations import Consultation
from bot.domain.people import Actor
from bot.services.consultation_files import FileInvalid, read, text_of

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-consultations-help"))

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]
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
    if as_json:
        show(
            [{**_row(consultation, rooms.settings.zone), "recipients": recipients}], as_json=True, headings={}
        )
    else:
        typer.echo(say.plain("cli-consultations-published", slug=slug, count=recipients))


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
    consultation = await rooms.services.consultations.find(slug)
    if as_json:
        show([_row(consultation, rooms.settings.zone)], as_json=True, headings={})
        return
    closes_at = cell(consultation.closes_at.astimezone(rooms.settings.zone))
    typer.echo(f"{consultation.slug}\t{consultation.state}\t{closes_at}")
    for language, text in consultation.texts.items():
        typer.echo(f"\n[{language}] {text.title}\n{text.summary}")


def _row(consultation: Consultation, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "slug": consultation.slug,
        "kind": consultation.kind,
        "state": consultation.state,
        "closes": consultation.closes_at.astimezone(zone),
        "published": consultation.published_at.astimezone(zone) if consultation.published_at else None,
        "url": consultation.url,
        "title": next(iter(consultation.texts.values())).title,
        "texts": {language: text.model_dump() for language, text in consultation.texts.items()},
    }
