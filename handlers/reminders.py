"""Being reminded of a consultation."""

from bot.domain.consultations import ConsultationId
from bot.ui import subscription_pauses as screens
from bot.ui.context import Context
from bot.ui.subscription_actions import ForgetReminders, RemindMe, ShowReminders


async def show_reminders(context: Context, action: ShowReminders) -> None:
    """Offer to be reminded."""
    await show(context, action.consultation, is_news=False)


async def remind(context: Context, action: RemindMe) -> None:
    """Be reminded then."""
    await context.services.occasions.remind(context.me.id, action.consultation, action.moment)
    await show(context, action.consultation, is_news=True)


async def forget(context: Context, action: ForgetReminders) -> None:
    """Be reminded no more."""
    await context.services.occasions.forget(context.me.id, action.consultation)
    await show(context, action.consultation, is_news=True)


async def show(context: Context, consultation_id: ConsultationId, *, is_news: bool) -> None:
    """Of what one is to be reminded."""
    wishes = await context.services.occasions.wishes(context.me.id, consultation_id)
    await context.show(screens.reminders(context.say, wishes, is_news=is_news))


ACTIONS = {ShowReminders: show_reminders, RemindMe: remind, ForgetReminders: forget}
