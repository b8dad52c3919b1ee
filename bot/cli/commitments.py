"""`commitments`: those of the plans, looked at, and how far each is carried out."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli.edge import Rooms, cell, command, show, with_rooms
from bot.cli.words import say
from bot.domain.commitments import CommitmentChange, CommitmentStatus, is_address
from bot.domain.knowledge import Commitment, EntityId
from bot.domain.people import Actor
from bot.services.commitments import Standing

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-commitments-help"))

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]
Name = Annotated[str, typer.Argument(help=say.plain("cli-commitments-name"))]


@app.command("list", help=say.plain("cli-commitments-list-help"))
@command
async def list_all(
    *,
    plan: Annotated[str | None, typer.Option(help=say.plain("cli-commitments-plan"))] = None,
    as_json: Json = False,
) -> None:
    """List the commitments of all plans, or of one."""
    await _list(plan, as_json=as_json)


@with_rooms
async def _list(rooms: Rooms, plan: str | None, *, as_json: bool) -> None:
    if plan is not None and EntityId(plan) not in rooms.services.knowledge.entities:
        raise typer.BadParameter(say.plain("cli-commitments-no-plan", name=plan))
    listed = await rooms.services.commitments.listed(None if plan is None else EntityId(plan))
    names = ("id", "plan", "code", "status", "changed", "title")
    show(
        [_row(one, latest, rooms) for one, latest in listed],
        as_json=as_json,
        headings={name: say.plain(f"cli-column-{name}") for name in names},
    )


@app.command("show", help=say.plain("cli-commitments-show-help"))
@command
async def show_one(name: Name, *, as_json: Json = False) -> None:
    """Show a commitment with its statuses and the proposals that it came from."""
    await _show(name, as_json=as_json)


@with_rooms
async def _show(rooms: Rooms, name: str, *, as_json: bool) -> None:
    standing = await rooms.services.commitments.standing(name)
    row = _whole(standing, rooms)
    if as_json:
        show([row], as_json=True, headings={})
        return
    for column in ("id", "plan", "code", "title", "bodies", "status", "changed", "proposals"):
        value = row[column]
        shown = ", ".join(value) if isinstance(value, list) else cell(value)
        typer.echo(f"{say.plain(f'cli-column-{column}')}: {shown}")
    for change in row["history"]:
        note = " ".join(change["note"].split())
        typer.echo("\t".join([cell(change["changed"]), change["status"], note, change["link"]]))


@app.command("status", help=say.plain("cli-commitments-status-help"))
@command
async def state(
    name: Name,
    status: Annotated[CommitmentStatus, typer.Argument(help=say.plain("cli-commitments-level"))],
    *,
    note: Annotated[str, typer.Option(help=say.plain("cli-commitments-note"))],
    link: Annotated[str, typer.Option(help=say.plain("cli-commitments-link"))] = "",
    as_json: Json = False,
) -> None:
    """State how far a commitment is carried out."""
    if link and not is_address(link):
        raise typer.BadParameter(say.plain("cli-commitments-bad-link"))
    await _state(name, status, note, link, as_json=as_json)


@with_rooms
async def _state(
    rooms: Rooms, name: str, status: CommitmentStatus, note: str, link: str, *, as_json: bool
) -> None:
    told = await rooms.services.commitments.state(name, status, Actor.operator(), note=note, link=link)
    hearing = await rooms.services.commitments.hearing(told.change.commitment)
    if as_json:
        stated = _stated(told.change, rooms.settings.zone)
        show([{"id": told.change.commitment, **stated, "hearing": hearing}], as_json=True, headings={})
    else:
        typer.echo(
            say.plain(
                "cli-commitments-stated",
                name=told.change.commitment,
                status=say.plain(f"commitment-status-{status.replace('_', '-')}"),
                count=hearing,
            )
        )


def _row(commitment: Commitment, latest: CommitmentChange | None, rooms: Rooms) -> dict[str, Any]:
    text = commitment.text(say.language)
    return {
        "id": commitment.id,
        "plan": commitment.plan,
        "code": commitment.code,
        "title": text.title,
        "bodies": text.bodies,
        "start": commitment.period.start if commitment.period else None,
        "end": commitment.period.end if commitment.period else None,
        "status": latest.status if latest else None,
        "changed": latest.changed_at.astimezone(rooms.settings.zone) if latest else None,
    }


def _whole(standing: Standing, rooms: Rooms) -> dict[str, Any]:
    sources = rooms.services.knowledge.sources
    return {
        **_row(standing.commitment, standing.latest, rooms),
        "sources": [sources[one].url for one in standing.commitment.sources],
        "as_of": standing.commitment.as_of,
        "proposals": [one.reference for one in standing.proposals],
        "history": [_stated(one, rooms.settings.zone) for one in standing.changes],
    }


def _stated(change: CommitmentChange, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "status": change.status,
        "note": change.note,
        "link": change.link,
        "changed": change.changed_at.astimezone(zone),
        "by_operator": change.changed_by is None,
    }
