"""`broadcast`: how messages to many go; paused, resumed, cancelled while the bot runs."""

import sys
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.cli.edge import LARGEST_NUMBER, Rooms, command, show, with_rooms
from bot.cli.words import say
from bot.domain.broadcasts import Broadcast, BroadcastState
from bot.domain.notices import CampaignId
from bot.domain.people import Actor

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-broadcast-help"))

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]
Id = Annotated[int | None, typer.Argument(help=say.plain("cli-broadcast-id"), min=1, max=LARGEST_NUMBER)]


@app.command("status", help=say.plain("cli-broadcast-status-help"))
@command
async def status(broadcast_id: Id = None, *, as_json: Json = False) -> None:
    """Show how one goes, or the latest."""
    await _status(broadcast_id, as_json=as_json)


@with_rooms
async def _status(rooms: Rooms, broadcast_id: int | None, *, as_json: bool) -> None:
    service, operator = rooms.services.broadcasts, Actor.operator()
    if broadcast_id is None:
        broadcasts = await service.latest(operator)
    else:
        broadcasts = [await service.get(CampaignId(broadcast_id), operator)]
    if sys.stdout.isatty() and not as_json:
        _draw([one for one in broadcasts if broadcast_id is not None or not one.ended_at])
    columns = ("id", "kind", "state", "sent", "waiting", "unreachable", "failed", "cancelled", "rate")
    headings = {name: say.plain(f"cli-column-{name}") for name in columns}
    show([_row(one, service.rate) for one in broadcasts], as_json=as_json, headings=headings)


@app.command("pause", help=say.plain("cli-broadcast-pause-help"))
@command
async def pause(broadcast_id: Id = None) -> None:
    """Let one wait, or all that are under way."""
    await _turn(broadcast_id, BroadcastState.PAUSED)


@app.command("resume", help=say.plain("cli-broadcast-resume-help"))
@command
async def resume(broadcast_id: Id = None) -> None:
    """Let one go on, or all that wait."""
    await _turn(broadcast_id, BroadcastState.RUNNING)


@app.command("cancel", help=say.plain("cli-broadcast-cancel-help"))
@command
async def cancel(broadcast_id: Id = None) -> None:
    """Stop one for good, or all that are under way."""
    await _turn(broadcast_id, BroadcastState.CANCELLED)


@with_rooms
async def _turn(rooms: Rooms, broadcast_id: int | None, became: BroadcastState) -> None:
    service, operator = rooms.services.broadcasts, Actor.operator()
    if broadcast_id is None:
        turned = await service.turn_all(became, operator)
    else:
        turn = {
            BroadcastState.PAUSED: service.pause,
            BroadcastState.RUNNING: service.resume,
            BroadcastState.CANCELLED: service.cancel,
        }[became]
        turned = [await turn(CampaignId(broadcast_id), operator)]
    for one in turned:
        typer.echo(_line(one))
    if not turned:
        typer.echo(say.plain("cli-broadcast-none"))


def _draw(broadcasts: list[Broadcast]) -> None:
    """A bar each of those under way."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console()) as progress:
        for one in broadcasts:
            progress.add_task(_line(one), completed=one.settled, total=one.settled + one.waiting)


def _line(one: Broadcast) -> str:
    kind = one.kind.replace("_", "-")
    return say.plain(
        "cli-broadcast-line", id=one.id, kind=kind, state=one.state, sent=one.sent, waiting=one.waiting
    )


def _row(one: Broadcast, rate: int) -> dict[str, Any]:
    left = one.left(rate)
    return {
        "id": one.id,
        "kind": one.kind,
        "subject": one.subject_id,
        "state": one.state,
        "sent": one.sent,
        "waiting": one.waiting,
        "unreachable": one.unreachable,
        "failed": one.failed,
        "cancelled": one.cancelled,
        "rate": round(one.pace, 1),
        "seconds_left": None if left is None else round(left.total_seconds()),
        "created": one.created_at,
        "ended": one.ended_at,
    }
