"""`proposals hide`, `show-again` and `keep-hidden`: public view, at the terminal."""

from typing import Annotated

import typer

from bot.cli.edge import Rooms, command, with_rooms
from bot.cli.words import say
from bot.domain.hidings import HidingStep, Rule
from bot.domain.people import Actor

Reference = Annotated[str, typer.Argument(help=say.plain("cli-reference"))]
Reason = Annotated[str, typer.Option(help=say.plain("cli-hiding-reason"))]


@command
async def hide(
    reference: Reference,
    *,
    rule: Annotated[Rule, typer.Option(help=say.plain("cli-hiding-rule"))],
    reason: Reason,
) -> None:
    """Take a proposal out of public view."""
    await _take(reference, HidingStep.HIDDEN, reason=reason, rule=rule)


@command
async def show_again(reference: Reference, *, reason: Reason) -> None:
    """Show a hidden proposal to everybody again."""
    await _take(reference, HidingStep.SHOWN, reason=reason)


@command
async def keep_hidden(reference: Reference, *, reason: Reason) -> None:
    """Keep a hidden proposal hidden after its author has contested that."""
    await _take(reference, HidingStep.KEPT, reason=reason)


@with_rooms
async def _take(
    rooms: Rooms, reference: str, step: HidingStep, *, reason: str, rule: Rule | None = None
) -> None:
    by = Actor.operator()
    proposal = await rooms.services.proposals.find(reference, by)
    await rooms.services.hidings.take(proposal.id, step, by, reason=reason, rule=rule)
    typer.echo(say.plain("cli-hiding-done", reference=proposal.reference, step=step))
