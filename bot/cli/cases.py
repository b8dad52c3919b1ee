"""`proposals assign`, `release` and `note`: whose case is whose and what is noted about it, at the terminal."""

from typing import Annotated

import typer

from bot.cli.edge import LARGEST_ID, Rooms, command, with_rooms
from bot.cli.words import say
from bot.domain.cases import CaseKind, CaseRef
from bot.domain.people import Actor, PersonId

Reference = Annotated[str, typer.Argument(help=say.plain("cli-reference"))]


@command
async def assign(
    reference: Reference,
    person: Annotated[int, typer.Argument(help=say.plain("cli-case-person"), min=1, max=LARGEST_ID)],
) -> None:
    """Give a proposal to a member of the secretariat, who hears of it."""
    await _assign(reference, person)


@with_rooms
async def _assign(rooms: Rooms, reference: str, person: int) -> None:
    case = await _case(rooms, reference)
    await rooms.services.cases.give(case, Actor.operator(), PersonId(person))
    typer.echo(say.plain("cli-case-assigned", reference=reference.upper(), person=str(person)))


@command
async def release(reference: Reference) -> None:
    """Take a proposal out of whosever hands it is in."""
    await _release(reference)


@with_rooms
async def _release(rooms: Rooms, reference: str) -> None:
    await rooms.services.cases.release(await _case(rooms, reference), Actor.operator())
    typer.echo(say.plain("cli-case-released", reference=reference.upper()))


@command
async def note(
    reference: Reference, *, text: Annotated[str, typer.Option(help=say.plain("cli-case-text"))]
) -> None:
    """Note something about a proposal that only the secretariat reads."""
    await _note(reference, text)


@with_rooms
async def _note(rooms: Rooms, reference: str, text: str) -> None:
    await rooms.services.cases.note(await _case(rooms, reference), Actor.operator(), text)
    typer.echo(say.plain("cli-case-noted", reference=reference.upper()))


async def _case(rooms: Rooms, reference: str) -> CaseRef:
    proposal = await rooms.services.proposals.find(reference, Actor.operator())
    return CaseRef(kind=CaseKind.PROPOSAL, row=proposal.id)
