"""`/start`, `/menu`, `/help` and the deep links that lead into the bot."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from bot.domain.knowledge import EntryId
from bot.ui import menu as screens
from bot.ui.actions import ShowHelp, ShowMenu
from bot.ui.context import Context
from bot.ui.deep_links import ASK, Place, followed
from bot.ui.knowledge import invitation
from handlers import (
    briefings,
    claims,
    commitments,
    consultations,
    groups,
    knowledge,
    members,
    public,
    secretariat,
)


async def start(context: Context) -> None:
    """Greet with what matters now, or follow a deep link."""
    link = followed(context.typed)
    if link is not None:
        place, what = link
        await _PLACES[place](context, what)
    elif context.typed == ASK:
        await context.services.proposals.set_aside(context.me.id)
        await context.show(invitation(context.say))
    else:
        await context.services.proposals.set_aside(context.me.id)
        await show(context, opening="menu-welcome")
        if context.actor.role is not None:
            await context.bot_data.registration.tell_staff(context.bot, context.me.id, context.actor.role)


async def open_menu(context: Context, _: ShowMenu | None = None) -> None:
    """Open the menu; a draft is put aside, so that what is typed next is a question."""
    await context.services.proposals.set_aside(context.me.id)
    await show(context)


async def show(context: Context, *, opening: str = "menu-title") -> None:
    """Show the menu as things stand, and change nothing."""
    await context.show(screens.menu(context.say, await standing(context), opening=opening))


async def standing(context: Context) -> screens.Standing:
    """What is going on for this person."""
    services, me = context.services, context.me.id
    return screens.Standing(
        draft=await services.proposals.draft_of(me),
        consultations=await services.consultations.open_now(),
        proposals=await services.proposals.mine(me),
        is_subscribed=await services.subscriptions.is_subscribed(me),
        is_staff=context.actor.role is not None,
        now=context.now,
    )


async def show_help(context: Context, _: ShowHelp | None = None) -> None:
    """Say what the bot can do."""
    await context.show(screens.help_screen(context.say))


async def _show_answer(context: Context, entry_id: str) -> None:
    await knowledge.show_answer(context, EntryId(entry_id))


_PLACES: Mapping[Place, Callable[[Context, str], Coroutine[Any, Any, None]]] = {
    Place.CONSULTATION: consultations.show_by_slug,
    Place.PROPOSAL: public.show_by_link,
    Place.ANSWER: _show_answer,
    Place.COMMITMENT: commitments.show_by_link,
    Place.CASE: secretariat.show_by_link,
    Place.INVITATION: members.join,
    Place.GROUP: groups.show_by_link,
    Place.CLAIM: claims.show_by_link,
    Place.DESK: briefings.show_by_link,
}
COMMANDS = {"start": start, "menu": open_menu, "help": show_help}
ACTIONS = {ShowMenu: open_menu, ShowHelp: show_help}
