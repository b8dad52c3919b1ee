"""Many proposals at once: marking, deciding on all, and what it came to."""

from bot.domain.bulks import MOST, BulkId
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.domain.proposals import ProposalState
from bot.services.bulks import Batch
from bot.services.letters import Sent
from bot.ui import bulks as screens
from bot.ui.bulk_actions import (
    BeginBulk,
    ChooseForMarked,
    MarkFound,
    MarkProposal,
    SendBulk,
    ShowMarking,
    UnmarkAll,
)
from bot.ui.context import Context
from handlers import letters


async def show_marking(context: Context, action: ShowMarking) -> None:
    """Show the list that one has left, with what is marked."""
    await _show_marking(context, action.page)


async def mark(context: Context, action: MarkProposal) -> None:
    """Mark a proposal, or take its mark away."""
    if action.is_on:
        await context.services.bulks.mark(context.actor, [action.proposal])
    else:
        await context.services.bulks.unmark(context.actor, action.proposal)
    await _show_marking(context, action.page)


async def mark_found(context: Context, _: MarkFound) -> None:
    """Mark everything that is found, as much of it as can be changed at once."""
    context.actor.require(Role.OFFICER)
    found = await context.services.queue.first(context.actor, MOST)
    await context.services.bulks.unmark(context.actor)
    await context.services.bulks.mark(context.actor, [one.id for one in found])
    await _show_marking(context, 0)


async def unmark_all(context: Context, _: UnmarkAll) -> None:
    """Take all marks away."""
    await context.services.bulks.unmark(context.actor)
    await _show_marking(context, 0)


async def choose(context: Context, _: ChooseForMarked) -> None:
    """Offer what can be done with all that are marked."""
    marked = await context.services.bulks.marked(context.actor)
    if marked:
        await context.show(screens.choices(context.say, marked))
    else:
        await _show_marking(context, 0)


async def begin(context: Context, action: BeginBulk) -> None:
    """Prepare a step with all that are marked: ask for its reason, or once more where it has none."""
    await _show(context, await context.services.bulks.begin(context.actor, action.became))


async def send(context: Context, action: SendBulk) -> None:
    """Take a step that needs no reason."""
    await context.show(
        screens.done(context.say, await context.services.bulks.send(action.bulk, context.actor))
    )


async def show_bulk(context: Context, bulk_id: BulkId) -> None:
    """After a crash: show what a step came to."""
    await context.show(screens.done(context.say, await context.services.bulks.look(bulk_id, context.actor)))


async def _show(context: Context, batch: Batch) -> None:
    if batch.bulk.became is ProposalState.UNDER_REVIEW:
        await context.show(screens.confirm(context.say, batch))
    else:
        await letters.show(
            context, await context.services.letters.begin(context.actor, Purpose.BULK, batch.bulk.id)
        )


async def _show_marking(context: Context, page: int) -> None:
    marked = await context.services.bulks.marked(context.actor)
    found = await context.services.queue.open(context.actor, page=page)
    await context.show(screens.marking(context.say, found, {one.id for one in marked}))


async def _sent(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Batch)
    await context.show(screens.done(context.say, sent.subject))


async def _settled(context: Context, subject: object) -> None:
    assert isinstance(subject, Batch)
    await context.show(screens.done(context.say, subject))


letters.SENT |= {Purpose.BULK: _sent}
letters.SETTLED |= {Purpose.BULK: _settled}
ACTIONS = {
    ShowMarking: show_marking,
    MarkProposal: mark,
    MarkFound: mark_found,
    UnmarkAll: unmark_all,
    ChooseForMarked: choose,
    BeginBulk: begin,
    SendBulk: send,
}
