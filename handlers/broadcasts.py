"""Messages to many: how they go; pausing, resuming, cancelling. Rights are checked in the service."""

from bot.domain.broadcasts import Broadcast, BroadcastView
from bot.domain.notices import CampaignId
from bot.domain.people import Role
from bot.ui import broadcasts as screens
from bot.ui.broadcast_actions import (
    AskToCancelBroadcast,
    CancelBroadcast,
    PauseBroadcast,
    ResumeBroadcast,
    ShowBroadcast,
    ShowBroadcasts,
)
from bot.ui.context import Context


async def show_list(context: Context, _: ShowBroadcasts) -> None:
    """List them."""
    await context.show(screens.listed(context.say, await context.services.broadcasts.latest(context.actor)))


async def show_one(context: Context, action: ShowBroadcast) -> None:
    """Show how one goes."""
    await _show(context, await context.services.broadcasts.get(action.broadcast, context.actor))


async def pause(context: Context, action: PauseBroadcast) -> None:
    """Let it wait."""
    await _show(context, await context.services.broadcasts.pause(action.broadcast, context.actor))


async def resume(context: Context, action: ResumeBroadcast) -> None:
    """Let it go on."""
    await _show(context, await context.services.broadcasts.resume(action.broadcast, context.actor))


async def ask_to_cancel(context: Context, action: AskToCancelBroadcast) -> None:
    """Ask before it is stopped for good; where it has ended meanwhile, show that."""
    context.actor.require(Role.OFFICER)
    broadcast = await context.services.broadcasts.get(action.broadcast, context.actor)
    if broadcast.is_over:
        await _show(context, broadcast)
    else:
        await context.show(screens.confirm_cancelling(context.say, broadcast))


async def cancel(context: Context, action: CancelBroadcast) -> None:
    """Stop it for good."""
    await _show(context, await context.services.broadcasts.cancel(action.broadcast, context.actor))


async def show_turned(context: Context, row: int) -> None:
    """After a crash: show what the last tap came to."""
    await _show(context, await context.services.broadcasts.get(CampaignId(row), context.actor))


async def _show(context: Context, broadcast: Broadcast) -> None:
    """In the place of the message whose button was pressed, which is kept up to date from now on."""
    message = context.query.message if context.query else None
    service = context.services.broadcasts
    if message is not None:
        context.over = message.message_id
    consultation = await service.consultation(broadcast)
    may_act = context.actor.may(Role.OFFICER)
    await context.show(screens.one(context.say, broadcast, consultation, rate=service.rate, may_act=may_act))
    if message is not None and not broadcast.is_over:
        await service.show_in(
            BroadcastView(broadcast_id=broadcast.id, chat_id=context.chat, message_id=message.message_id)
        )


ACTIONS = {
    ShowBroadcasts: show_list,
    ShowBroadcast: show_one,
    PauseBroadcast: pause,
    ResumeBroadcast: resume,
    AskToCancelBroadcast: ask_to_cancel,
    CancelBroadcast: cancel,
}
