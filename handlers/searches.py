"""Searching public proposals: a button asks for the words, the next message has them."""

from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.searches import Search
from bot.services.searches import Found
from bot.ui import searches as screens
from bot.ui.context import Context
from bot.ui.search_actions import SearchProposals, ShowFound


async def begin(context: Context, action: SearchProposals) -> None:
    """Ask for the words."""
    search = await context.services.searches.begin(context.me.id, action.consultation or None)
    await _show(context, search)


async def look(context: Context, words: str) -> None:
    """Take a message for the words."""
    await _show(context, await context.services.searches.look(context.me.id, words))


async def show_found(context: Context, action: ShowFound) -> None:
    """Show what a search finds, or ask for its words where it has none yet."""
    await _show(context, await context.services.searches.page(context.me.id, action.search, action.page))


async def _show(context: Context, found: Found | Search) -> None:
    search = found.search if isinstance(found, Found) else found
    consultation = await _consultation(context, search.consultation_id)
    draft = await context.services.proposals.draft_of(context.me.id)
    if isinstance(found, Found):
        await context.show(screens.found(context.say, found, consultation, draft))
    else:
        await context.show(screens.asking(context.say, consultation, draft))


async def _consultation(context: Context, row: ConsultationId | None) -> Consultation | None:
    return None if row is None else await context.services.consultations.get(row)


ACTIONS = {SearchProposals: begin, ShowFound: show_found}
