"""A person's own settings: language and personal data."""

from bot.ui import people as screens
from bot.ui.action import ActionExpired
from bot.ui.actions import (
    ChooseLanguage,
    ConfirmErasure,
    EraseMyData,
    ExportMyData,
    ShowLanguages,
    ShowPrivacy,
)
from bot.ui.context import Context


async def show_languages(context: Context, _: ShowLanguages | None = None) -> None:
    """Offer the languages."""
    await context.show(screens.languages(context.say, context.bot_data.texts))


async def choose_language(context: Context, action: ChooseLanguage) -> None:
    """Speak this language from now on."""
    if action.language not in context.languages:
        raise ActionExpired
    context.person = await context.services.people.choose_language(context.me, action.language)
    await context.show(screens.language_chosen(context.say))


async def show_privacy(context: Context, _: ShowPrivacy | None = None) -> None:
    """Say what is kept and why."""
    await context.show(screens.privacy(context.say))


async def export(context: Context, _: ExportMyData | None = None) -> None:
    """Hand out one's own data."""
    await context.preparing_file()
    document = await context.services.privacy.export(context.me.id)
    await context.show(screens.exported(context.say, document))


async def confirm_erasure(context: Context, _: ConfirmErasure | None = None) -> None:
    """Say what will be erased, and ask."""
    mine = await context.services.proposals.mine(context.me.id)
    actor = context.actor
    ends_role = actor.role is not None and not actor.is_by_settings
    await context.show(screens.confirm_erasure(context.say, proposals=len(mine), ends_role=ends_role))


async def erase(context: Context, action: EraseMyData) -> None:
    """Erase one's data."""
    await context.services.privacy.erase(context.me.id, with_proposals=action.with_proposals)
    await context.show(screens.erased(context.say))
    if context.actor.role is not None and not context.actor.is_by_settings:
        await context.bot_data.registration.forget_staff(context.bot, context.me.id)


COMMANDS = {
    "language": show_languages,
    "privacy": show_privacy,
    "mydata": export,
    "delete": confirm_erasure,
}
ACTIONS = {
    ShowLanguages: show_languages,
    ChooseLanguage: choose_language,
    ShowPrivacy: show_privacy,
    ExportMyData: export,
    ConfirmErasure: confirm_erasure,
    EraseMyData: erase,
}
