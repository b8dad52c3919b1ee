"""The secretariat's mornings: switched off and on by each member, and followed from the group."""

from bot.domain.briefings import Item
from bot.domain.errors import NotFound
from bot.domain.people import Role
from bot.ui import briefings as screens
from bot.ui.briefing_actions import SwitchBriefing
from bot.ui.broadcast_actions import ShowBroadcasts
from bot.ui.context import Context
from bot.ui.life_actions import ShowTray
from bot.ui.question_actions import ShowWaiting
from handlers import blocks, broadcasts, groups, queue, secretariat


async def switch(context: Context, action: SwitchBriefing) -> None:
    """Send the member each morning, or none any more."""
    await context.services.briefings.switch(context.actor, is_on=action.is_on)
    await show_switched(context, is_on=action.is_on)


async def show_switched(context: Context, *, is_on: bool) -> None:
    """Show whether they are sent the mornings."""
    await context.show(screens.switched(context.say, is_on=is_on))


async def show_in_group(context: Context) -> None:
    """`/inbox` in the secretariat's group: what waits, with links to the lists. Elsewhere it may be another bot's."""
    if context.chat == await context.services.forum.group():
        counts = await context.services.briefings.waiting()
        await context.show(screens.waiting(context.say, counts, bot_name=context.bot.username))
    elif groups.is_to_us(context):
        await groups.elsewhere(context)


async def show_by_link(context: Context, what: str) -> None:
    """The list behind a line of the group's morning, or the whole queue."""
    context.actor.require(Role.OBSERVER)
    if what == screens.ALL:
        await queue.show_overview(context)
        return
    if what not in set(Item):
        raise NotFound
    action = screens.LISTS[Item(what)]()
    if isinstance(action, ShowTray):
        await queue.show_tray(context, action)
    elif isinstance(action, ShowWaiting):
        await secretariat.show_waiting(context, action)
    elif Item(what) is Item.BLOCKS:
        await blocks.show_all(context)
    else:
        await broadcasts.show_list(context, ShowBroadcasts())


#: In groups.
IN_GROUPS = {"inbox": show_in_group}
ACTIONS = {SwitchBriefing: switch}
