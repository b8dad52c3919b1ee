"""`proposals answer`, `clarify`, `review`, `in-plan` and `implemented`: what the secretariat does, at the terminal."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.edge import Rooms, command, fail, one_line, with_rooms
from bot.cli.words import say
from bot.domain.bulks import BulkOutcome
from bot.domain.people import Actor
from bot.domain.proposals import ChangeImpossible, Proposal, ProposalId, ProposalState
from bot.services.life import Turn

Reference = Annotated[str, typer.Argument(help=say.plain("cli-reference"))]
Reason = Annotated[str, typer.Option(help=say.plain("cli-life-reason"))]


class Decision(StrEnum):
    """What the secretariat may decide."""

    ACCEPTED = ProposalState.ACCEPTED.value
    PARTLY_ACCEPTED = ProposalState.PARTLY_ACCEPTED.value
    DECLINED = ProposalState.DECLINED.value
    MERGED = ProposalState.MERGED.value


@command
async def answer(
    references: Annotated[list[str], typer.Argument(help=say.plain("cli-references"))],
    *,
    decision: Annotated[Decision, typer.Option(help=say.plain("cli-life-decision"))],
    reason: Reason,
    into: Annotated[str | None, typer.Option(help=say.plain("cli-life-into"))] = None,
) -> None:
    """Decide on a proposal, or on many at once, with the reasons that their authors read."""
    if (into is None) is (decision is Decision.MERGED):
        raise typer.BadParameter(say.plain("cli-life-wants-into"))
    if len(references) == 1:
        await _answer(references[0], ProposalState(decision), reason, into)
    else:
        await _answer_many(references, ProposalState(decision), reason, into)


@command
async def clarify(reference: Reference, *, reason: Reason) -> None:
    """Ask the author of a proposal."""
    await _answer(reference, ProposalState.CLARIFICATION, reason, None)


@with_rooms
async def _answer(rooms: Rooms, reference: str, became: ProposalState, reason: str, into: str | None) -> None:
    row = await _row(rooms, reference)
    target = await _row(rooms, into) if into is not None else None
    turn = await rooms.services.life.answer(row, became, Actor.operator(), reason=reason, into=target)
    await _done(rooms, turn)


@with_rooms
async def _answer_many(
    rooms: Rooms, references: list[str], became: ProposalState, reason: str, into: str | None
) -> None:
    rows = list(dict.fromkeys([await _row(rooms, one) for one in references]))
    target = await _row(rooms, into) if into is not None else None
    batch = await rooms.services.bulks.answer(rows, became, Actor.operator(), reason=reason, into=target)
    outcomes = {one.proposal_id: one.outcome for one in batch.bulk.items}
    for one in batch.proposals:
        if outcomes[one.id] is BulkOutcome.DONE:
            await _say_done(rooms, one, became)
    left = [one for one in batch.proposals if outcomes[one.id] is not BulkOutcome.DONE]
    if left:
        fail(
            *(say.plain("bulk-left-one", reference=one.reference, why=outcomes[one.id] or "") for one in left)
        )


@command
async def review(reference: Reference) -> None:
    """Take a proposal under review."""
    await _turn(reference, lambda rooms, row: rooms.services.life.take_up(row, Actor.operator()))


@command
async def in_plan(
    reference: Reference,
    *,
    commitment: Annotated[str, typer.Option(help=say.plain("cli-life-commitment"))],
) -> None:
    """Say which commitment a proposal has become."""
    await _turn(
        reference,
        lambda rooms, row: rooms.services.life.adopt(row, commitment, Actor.operator()),
    )


@command
async def implemented(reference: Reference) -> None:
    """Say that a proposal is carried out."""
    await _turn(reference, lambda rooms, row: rooms.services.life.implement(row, Actor.operator()))


@with_rooms
async def _turn(rooms: Rooms, reference: str, act: Callable[[Rooms, ProposalId], Awaitable[Turn]]) -> None:
    turn = await act(rooms, await _row(rooms, reference))
    if not turn.is_done:
        raise ChangeImpossible
    await _done(rooms, turn)


async def _row(rooms: Rooms, reference: str) -> ProposalId:
    return (await rooms.services.proposals.find(reference, Actor.operator())).id


async def _done(rooms: Rooms, turn: Turn) -> None:
    if turn.change is None:
        fail(one_line(say.plain(ChangeImpossible.message_id)))
    await _say_done(rooms, turn.proposal, turn.change.became)


async def _say_done(rooms: Rooms, proposal: Proposal, became: ProposalState) -> None:
    """What a proposal has become, and whether its author hears of it."""
    case = await rooms.services.desk.case(proposal.id, Actor.operator())
    state = say.plain(f"proposal-state-{became.replace('_', '-')}")
    is_told = case.is_reachable
    typer.echo(say.plain("cli-life-done", reference=proposal.reference, state=state, is_told=is_told))
