"""Commitments: a plan's, one of them, and stating how far it is carried out. Rights are checked in the services."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.domain.commitments import CommitmentChangeId, CommitmentId, CommitmentUnknown
from bot.domain.knowledge import PLAN
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.domain.proposals import Proposal
from bot.services.commitment_letters import StatusChoice
from bot.services.commitments import ToldStatus
from bot.services.letters import Sent
from bot.ui import commitment_status as status_screens
from bot.ui import commitments as screens
from bot.ui.action import Action, ActionExpired
from bot.ui.commitment_actions import (
    ChooseStatus,
    ListCommitments,
    ListOrigins,
    ShowCommitment,
    StateStatus,
)
from bot.ui.context import Context
from bot.ui.deep_links import Place, deep_link
from bot.ui.screen import Screen
from handlers import letters


async def show_list(context: Context, action: ListCommitments) -> None:
    """List a plan's commitments; the content may have lost the plan since the button was drawn."""
    plan = context.services.knowledge.entities.get(action.plan)
    if plan is None or plan.kind != PLAN:
        raise ActionExpired
    found = await context.services.commitments.listed(plan.id)
    await context.show(screens.listed(context.say, plan, found, action.page))


async def show_one(context: Context, action: ShowCommitment) -> None:
    """Show a commitment."""
    await _show(context, action.commitment, page=action.page)


async def show_by_link(context: Context, name: str) -> None:
    """Show the one that a deep link names, by its id or its code."""
    await _show(context, name)


async def list_origins(context: Context, action: ListOrigins) -> None:
    """List the proposals that a commitment came from."""
    standing = await context.services.commitments.standing(action.commitment)
    await context.show(screens.origins(context.say, standing, action.page))


async def choose_status(context: Context, action: ChooseStatus) -> None:
    """Offer the levels at which a commitment may be carried out."""
    context.actor.require(Role.OFFICER)
    standing = await context.services.commitments.standing(action.commitment)
    await context.show(status_screens.choose_status(context.say, standing))


async def state_status(context: Context, action: StateStatus) -> None:
    """Begin the word on a status, or go on with it."""
    choice = StatusChoice(status=action.status, commitment=action.commitment)
    writing = await context.services.letters.begin(
        context.actor, Purpose.COMMITMENT, choice.number, choice=str(choice)
    )
    await letters.show(context, writing)


async def show_change(context: Context, change_id: CommitmentChangeId) -> None:
    """After a crash: show whoever has stated it what their last tap came to."""
    context.actor.require(Role.OFFICER)
    await _show_done(context, await context.services.commitments.told(change_id))


async def beside(context: Context, screen: Screen, proposal: Proposal) -> Screen:
    """A proposal's screen; where it is in a plan, with the status of what it became and the way there."""
    commitment = context.services.knowledge.commitments.get(CommitmentId(proposal.commitment))
    if commitment is None:
        return screen
    latest = await context.services.commitments.latest(commitment.id)
    return screens.beside(context.say, screen, commitment, latest)


async def _show(context: Context, name: str, *, page: int = 0) -> None:
    standing = await context.services.commitments.standing(name)
    await context.show(
        screens.one(
            context.say,
            standing,
            knowledge=context.services.knowledge,
            link=deep_link(context.bot.username, Place.COMMITMENT, standing.commitment.id),
            is_officer=context.actor.may(Role.OFFICER),
            me=context.me.id,
            page=page,
        )
    )


async def _show_done(context: Context, told: ToldStatus) -> None:
    hearing = await context.services.commitments.hearing(told.change.commitment)
    await context.show(status_screens.done(context.say, told, hearing=hearing))


async def _sent(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, ToldStatus)
    await _show_done(context, sent.subject)


async def _settled(context: Context, subject: object) -> None:  # noqa: ARG001
    """There is nothing to write any more: the content has lost the commitment."""
    raise CommitmentUnknown


letters.SENT |= {Purpose.COMMITMENT: _sent}
letters.SETTLED |= {Purpose.COMMITMENT: _settled}
ACTIONS: Mapping[type[Action], Callable[[Context, Any], Awaitable[None]]] = {
    ShowCommitment: show_one,
    ListCommitments: show_list,
    ListOrigins: list_origins,
    ChooseStatus: choose_status,
    StateStatus: state_status,
}
