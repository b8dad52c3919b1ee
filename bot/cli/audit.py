"""`audit`: what the secretariat and the operator have done, the newest first."""

from contextlib import aclosing
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli.edge import LARGEST_ID, Rooms, command, fail, moment, show, with_rooms
from bot.cli.words import say
from bot.domain.audit import Noun, Record, Verb
from bot.domain.people import Actor, PersonId
from bot.services.audit import Lines
from bot.texts.markup import without_markup
from bot.ui import audit as screens


@command
async def audit(
    *,
    who: Annotated[int | None, typer.Option(help=say.plain("cli-audit-who"), min=1, max=LARGEST_ID)] = None,
    verb: Annotated[Verb | None, typer.Option(help=say.plain("cli-audit-verb"))] = None,
    noun: Annotated[Noun | None, typer.Option(help=say.plain("cli-audit-noun"))] = None,
    subject: Annotated[str | None, typer.Option(help=say.plain("cli-audit-subject"))] = None,
    since: Annotated[str | None, typer.Option(help=say.plain("cli-export-since"))] = None,
    limit: Annotated[int, typer.Option(help=say.plain("cli-audit-limit"), min=1)] = 100,
    as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False,
) -> None:
    """Print the log."""
    await _audit(who, verb, noun, subject, since, limit, as_json=as_json)


@with_rooms
async def _audit(
    rooms: Rooms,
    who: int | None,
    verb: Verb | None,
    noun: Noun | None,
    subject: str | None,
    since: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    service, zone = rooms.services.audit, rooms.settings.zone
    member = None
    if who is not None:
        member = await service.number_of(PersonId(who))
        if member is None:
            fail(say.plain("cli-audit-nobody", id=str(who)))
    wanted = Lines(member, verb, noun, subject, moment(since, zone) if since else None)
    rows: list[dict[str, Any]] = []
    async with aclosing(service.each(wanted, Actor.operator())) as records:
        async for record in records:
            rows.append(_row(record, zone))
            if len(rows) == limit:
                break
    names = ("at", "who", "what")
    show(rows, as_json=as_json, headings={name: say.plain(f"cli-column-{name}") for name in names})


def _row(record: Record, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "id": record.id,
        "at": record.done_at.astimezone(zone),
        "who": screens.who(say, record),
        "what": without_markup(screens.sentence(say, record)),
        "member": record.member,
        "actor": record.actor_id,
        "verb": record.verb,
        "noun": record.noun,
        "subject": record.subject,
        "person": record.person_id,
        "details": dict(record.details),
    }
