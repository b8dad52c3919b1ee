"""The secretariat's queue: `/inbox`, its lists, what they are narrowed down to, and the most urgent case."""

from bot.domain.consultations import Consultation
from bot.domain.desk import Filters, Tray
from bot.domain.people import Role
from bot.domain.proposals import ProposalId
from bot.services.queue import Queue
from bot.services.searches import reference_in
from bot.ui import queue as screens
from bot.ui.action import ActionExpired
from bot.ui.context import Context
from bot.ui.life_actions import ShowDesk, ShowProposalCase, ShowTray
from bot.ui.queue_actions import (
    ClearFilters,
    Facet,
    NextOverdue,
    OfferChoices,
    OnlyConsultation,
    OnlyOf,
    OnlyOverdue,
    OnlyRegion,
    OnlyTopic,
    SearchQueue,
    ShowFilters,
    ShowMissing,
    ShowQueue,
)
from handlers import desk


async def show_desk(context: Context, _: ShowDesk | None = None) -> None:
    """`/inbox`: what waits; `/inbox UA-2026-0042`: that proposal; `/inbox words`: what has them."""
    if context.typed and context.query is None:
        if reference_in(context.typed) == context.typed:
            await desk.show_by_reference(context, context.typed)
        else:
            await look(context, context.typed)
        return
    await show_overview(context)


async def show_overview(context: Context) -> None:
    """What waits, with counts."""
    seen = await context.services.queue.overview(context.actor)
    consultation = await _consultation(context, seen.filters)
    knowledge = context.services.knowledge
    await context.show(screens.desk(context.say, seen, knowledge=knowledge, consultation=consultation))


async def show_tray(context: Context, action: ShowTray) -> None:
    """List the proposals with which something is to be done."""
    await _show(context, await context.services.queue.open(context.actor, action.tray, action.page))


async def show_queue(context: Context, _: ShowQueue) -> None:
    """Show the list that one has left."""
    await _show(context, await context.services.queue.open(context.actor))


async def show_again(context: Context) -> None:
    """After a crash: show the list as it was left."""
    await _show(context, await context.services.queue.again(context.actor))


async def show_filters(context: Context, _: ShowFilters | None = None) -> None:
    """Say what the queue is narrowed down to."""
    queue = await context.services.queue.open(context.actor)
    await _show_filters(context, queue)


async def offer(context: Context, action: OfferChoices) -> None:
    """Offer what it can be narrowed down to."""
    context.actor.require(Role.OBSERVER)
    is_of_calls = action.facet is Facet.CONSULTATION
    calls = await context.services.consultations.list(context.actor) if is_of_calls else ()
    await context.show(
        screens.choices(
            context.say,
            action.facet,
            action.page,
            knowledge=context.services.knowledge,
            consultations=[one for one in reversed(calls) if one.state.is_public],
        )
    )


async def only_consultation(context: Context, action: OnlyConsultation) -> None:
    """Only what was submitted to a consultation."""
    if action.consultation:
        await context.services.consultations.get(action.consultation)
    await _narrow(context, consultation=action.consultation)


async def only_topic(context: Context, action: OnlyTopic) -> None:
    """Only what is about a topic."""
    if action.choice and action.choice not in context.services.knowledge.topics:
        raise ActionExpired
    await _narrow(context, topic=action.choice)


async def only_region(context: Context, action: OnlyRegion) -> None:
    """Only what is about a region."""
    if action.choice and action.choice not in context.services.knowledge.regions:
        raise ActionExpired
    await _narrow(context, region=action.choice)


async def only_overdue(context: Context, action: OnlyOverdue) -> None:
    """Only what is late, or all."""
    await _narrow(context, is_overdue=action.is_on)


async def only_of(context: Context, action: OnlyOf) -> None:
    """Only what is in these hands."""
    await _narrow(context, whose=action.whose)


async def clear(context: Context, _: ClearFilters) -> None:
    """Narrow the list down to nothing."""
    queue = await context.services.queue.again(context.actor)
    tray = queue.filters.tray if not queue.filters.words else Tray.WAITING
    await _show(context, await context.services.queue.narrow(context.actor, Filters(tray=tray)))


async def show_missing(context: Context, action: ShowMissing) -> None:
    """List what of a consultation has no response yet."""
    await context.services.consultations.get(action.consultation)
    wanted = Filters(tray=Tray.UNDECIDED, consultation=action.consultation)
    await _show(context, await context.services.queue.narrow(context.actor, wanted))


async def begin_search(context: Context, _: SearchQueue) -> None:
    """Ask for words to look for."""
    await _show(context, await context.services.queue.begin_search(context.actor))


async def look(context: Context, words: str) -> None:
    """Show what has these words; or the proposal whose reference they have."""
    found = await context.services.queue.look(context.actor, words)
    if isinstance(found, Queue):
        await _show(context, found)
    else:
        await desk.show_case(context, ShowProposalCase(proposal=found.id))


async def show_next(context: Context, action: NextOverdue) -> None:
    """Open the most urgent proposal besides the one in hand."""
    proposal, is_late = await context.services.queue.next_due(context.actor, action.after or None)
    if proposal is None:
        await context.show(screens.none_due(context.say))
        return
    if not is_late:
        await context.answer_query(context.say.plain("queue-toast-none-late"))
    await desk.show_case(context, ShowProposalCase(proposal=proposal.id))


async def show_found_case(context: Context, row: int) -> None:
    """After a crash: show the proposal that was looked for."""
    await desk.show_case(context, ShowProposalCase(proposal=ProposalId(row)))


async def _narrow(context: Context, **changed: object) -> None:
    queue = await context.services.queue.again(context.actor)
    filters = queue.filters.model_copy(update=changed)
    await _show_filters(context, await context.services.queue.narrow(context.actor, filters))


async def _show(context: Context, queue: Queue) -> None:
    consultation = await _consultation(context, queue.filters)
    knowledge = context.services.knowledge
    await context.show(
        screens.queue(
            context.say,
            queue,
            context.now,
            knowledge=knowledge,
            consultation=consultation,
            may_act=context.actor.may(Role.OFFICER),
        )
    )


async def _show_filters(context: Context, queue: Queue) -> None:
    consultation = await _consultation(context, queue.filters)
    knowledge = context.services.knowledge
    await context.show(screens.filters(context.say, queue, knowledge=knowledge, consultation=consultation))


async def _consultation(context: Context, filters: Filters) -> Consultation | None:
    row = filters.consultation
    return await context.services.consultations.get(row) if row else None


COMMANDS = {"inbox": show_desk}
ACTIONS = {
    ShowDesk: show_desk,
    ShowTray: show_tray,
    ShowQueue: show_queue,
    ShowFilters: show_filters,
    OfferChoices: offer,
    OnlyConsultation: only_consultation,
    OnlyTopic: only_topic,
    OnlyRegion: only_region,
    OnlyOverdue: only_overdue,
    OnlyOf: only_of,
    ClearFilters: clear,
    SearchQueue: begin_search,
    NextOverdue: show_next,
    ShowMissing: show_missing,
}
