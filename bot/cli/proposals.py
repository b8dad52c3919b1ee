"""`proposals`: looked at."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli.edge import Rooms, cell, command, show, with_rooms
from bot.cli.words import say
from bot.domain.desk import Filters, Tray, Whose
from bot.domain.people import Actor
from bot.domain.proposals import Identity, Proposal, ProposalState
from bot.services.tables import SEPARATOR

app = typer.Typer(no_args_is_help=True, help=say.plain("cli-proposals-help"))

Json = Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))]


@app.command("list", help=say.plain("cli-proposals-list-help"))
@command
async def list_all(
    *,
    status: Annotated[list[ProposalState] | None, typer.Option(help=say.plain("cli-export-status"))] = None,
    consultation: Annotated[str | None, typer.Option(help=say.plain("cli-export-consultation"))] = None,
    topic: Annotated[str, typer.Option(help=say.plain("cli-list-topic"))] = "",
    region: Annotated[str, typer.Option(help=say.plain("cli-list-region"))] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help=say.plain("cli-list-overdue"))] = False,
    unassigned: Annotated[bool, typer.Option("--unassigned", help=say.plain("cli-list-unassigned"))] = False,
    words: Annotated[str, typer.Option(help=say.plain("cli-list-words"))] = "",
    as_json: Json = False,
) -> None:
    """List proposals, all or as they are narrowed down."""
    filters = Filters(
        tray=Tray.ALL,
        topic=topic,
        region=region,
        is_overdue=overdue,
        whose=Whose.NOBODYS if unassigned else Whose.ANYBODYS,
        words=words,
    )
    await _list(filters, consultation, status or [], as_json=as_json)


@with_rooms
async def _list(
    rooms: Rooms, filters: Filters, slug: str | None, states: list[ProposalState], *, as_json: bool
) -> None:
    if slug is not None:
        consultation = await rooms.services.consultations.find(slug)
        filters = filters.model_copy(update={"consultation": consultation.id})
    found = await rooms.services.queue.hand_out(Actor.operator(), filters, states=states)
    rows = [_row(proposal, rooms.settings.zone) for proposal in found]
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
        "late_since": proposal.late_since.astimezone(zone) if proposal.late_since else None,
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
