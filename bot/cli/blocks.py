"""`people block`, `unblock` and `blocks`: who may not submit proposals, and why."""

from typing import Annotated

import typer

from bot.cli.edge import LARGEST_ID, Rooms, command, fail, show, with_rooms
from bot.cli.words import say
from bot.domain.people import Actor, PersonId

Id = Annotated[int, typer.Argument(help=say.plain("cli-person-id"), min=1, max=LARGEST_ID)]


@command
async def block(
    person_id: Id, *, reason: Annotated[str, typer.Option(help=say.plain("cli-block-reason"))]
) -> None:
    """Block a person, with a reason that they read."""
    await _block(person_id, reason)


@with_rooms
async def _block(rooms: Rooms, person_id: int, reason: str) -> None:
    if await rooms.services.people.find(PersonId(person_id)) is None:
        fail(say.plain("cli-person-unknown", id=str(person_id)))
    await rooms.services.blocks.block(PersonId(person_id), Actor.operator(), reason=reason)
    typer.echo(say.plain("cli-person-blocked", id=str(person_id)))


@command
async def unblock(person_id: Id) -> None:
    """Lift a person's block."""
    await _unblock(person_id)


@with_rooms
async def _unblock(rooms: Rooms, person_id: int) -> None:
    found = await rooms.services.blocks.of(PersonId(person_id))
    if found is None:
        fail(say.plain("cli-person-not-blocked", id=str(person_id)))
    await rooms.services.blocks.lift(found.id, Actor.operator())
    typer.echo(say.plain("cli-person-unblocked", id=str(person_id)))


@command
async def list_all(
    *, as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False
) -> None:
    """List the blocks, those that are contested first."""
    await _list(as_json=as_json)


@with_rooms
async def _list(rooms: Rooms, *, as_json: bool) -> None:
    zone = rooms.settings.zone
    rows = [
        {
            "person": str(one.person_id),
            "since": one.blocked_at.astimezone(zone),
            "reason": one.reason,
            "appeal": one.appeal,
            "appealed": one.appealed_at.astimezone(zone) if one.appealed_at else None,
            "kept": one.kept_at.astimezone(zone) if one.kept_at else None,
        }
        for one in await rooms.services.blocks.list(Actor.operator())
    ]
    names = ("person", "since", "reason", "appeal")
    show(rows, as_json=as_json, headings={name: say.plain(f"cli-column-{name}") for name in names})
