"""`staff`: the secretariat's people, while the bot runs or not; what changes counts from the next moment on."""

from datetime import timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.app import bot_name
from bot.cli.edge import LARGEST_ID, LARGEST_NUMBER, Rooms, command, fail, show, with_rooms
from bot.cli.words import say
from bot.domain.people import Actor, PersonId, Role
from bot.domain.staff import InvitationId
from bot.services.members import Colleague
from bot.ui.deep_links import Place, deep_link

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-staff-help"))

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]
Id = Annotated[int, typer.Argument(help=say.plain("cli-person-id"), min=1, max=LARGEST_ID)]
Number = Annotated[int, typer.Argument(help=say.plain("cli-staff-number"), min=1, max=LARGEST_NUMBER)]
Given = Annotated[Role, typer.Option("--role", help=say.plain("cli-staff-role"))]
Hours = Annotated[int, typer.Option("--hours", help=say.plain("cli-staff-hours"), min=1, max=720)]


@app.command("list", help=say.plain("cli-staff-list-help"))
@command
async def list_all(*, as_json: Json = False) -> None:
    """List everybody with their role."""
    await _list(as_json=as_json)


@with_rooms
async def _list(rooms: Rooms, *, as_json: bool) -> None:
    colleagues = await rooms.services.members.list(Actor.operator())
    names = ("id", "role", "since", "name")
    show(
        [_row(one, rooms.settings.zone) for one in colleagues],
        as_json=as_json,
        headings={name: say.plain(f"cli-column-{name}") for name in names},
    )


@app.command("add", help=say.plain("cli-staff-add-help"))
@command
async def add(person_id: Id, *, role: Given, as_json: Json = False) -> None:
    """Give somebody a role."""
    await _add(person_id, role, as_json=as_json)


@with_rooms
async def _add(rooms: Rooms, person_id: int, role: Role, *, as_json: bool) -> None:
    colleague = await rooms.services.members.appoint(PersonId(person_id), role, Actor.operator())
    if as_json:
        show([_row(colleague, rooms.settings.zone)], as_json=True, headings={})
    else:
        typer.echo(say.plain("cli-staff-added", id=str(person_id), role=say.plain(f"role-{role}")))


@app.command("remove", help=say.plain("cli-staff-remove-help"))
@command
async def remove(person_id: Id) -> None:
    """Take somebody's role away."""
    await _remove(person_id)


@with_rooms
async def _remove(rooms: Rooms, person_id: int) -> None:
    await rooms.services.members.remove(PersonId(person_id), Actor.operator())
    typer.echo(say.plain("cli-staff-removed", id=str(person_id)))


@app.command("invite", help=say.plain("cli-staff-invite-help"))
@command
async def invite(*, role: Given, hours: Hours = 48, as_json: Json = False) -> None:
    """Make a one-time link that gives a role."""
    await _invite(role, hours, as_json=as_json)


@with_rooms
async def _invite(rooms: Rooms, role: Role, hours: int, *, as_json: bool) -> None:
    name = await bot_name(rooms.settings)
    invitation, token = await rooms.services.invitations.invite(
        role, Actor.operator(), within=timedelta(hours=hours)
    )
    payload = f"{Place.INVITATION}_{token}"
    link = deep_link(name, Place.INVITATION, token) if name else None
    expires = invitation.expires_at.astimezone(rooms.settings.zone)
    if as_json:
        row = {"id": invitation.id, "role": role, "expires": expires, "link": link, "start": payload}
        show([row], as_json=True, headings={})
        return
    typer.echo(link or say.plain("cli-staff-start", payload=payload))
    typer.echo(say.plain("cli-staff-invited", role=say.plain(f"role-{role}"), hours=hours), err=True)


@app.command("invitations", help=say.plain("cli-staff-invitations-help"))
@command
async def list_invitations(*, as_json: Json = False) -> None:
    """List the invitations that can still be used."""
    await _list_invitations(as_json=as_json)


@with_rooms
async def _list_invitations(rooms: Rooms, *, as_json: bool) -> None:
    found, zone = await rooms.services.invitations.list(Actor.operator()), rooms.settings.zone
    rows = [
        {
            "id": one.id,
            "role": one.role,
            "expires": one.expires_at.astimezone(zone),
            "member": one.invited_by,
        }
        for one in found
    ]
    names = ("id", "role", "expires")
    show(rows, as_json=as_json, headings={name: say.plain(f"cli-column-{name}") for name in names})


@app.command("revoke", help=say.plain("cli-staff-revoke-help"))
@command
async def revoke(invitation: Number) -> None:
    """Take an invitation back."""
    await _revoke(invitation)


@with_rooms
async def _revoke(rooms: Rooms, invitation: int) -> None:
    if not await rooms.services.invitations.revoke(InvitationId(invitation), Actor.operator()):
        fail(say.plain("cli-staff-not-revoked", id=str(invitation)))
    typer.echo(say.plain("cli-staff-revoked", id=str(invitation)))


def _row(colleague: Colleague, zone: ZoneInfo) -> dict[str, Any]:
    member = colleague.member
    return {
        "id": colleague.person_id,
        "role": colleague.role,
        "since": member.since.astimezone(zone) if member and not colleague.is_by_settings else None,
        "name": member.name if member else "",
        "by_settings": colleague.is_by_settings,
    }
