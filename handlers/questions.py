"""Questions in a person's own words."""

from collections.abc import Awaitable, Callable, Mapping

from bot.domain.knowledge import Language
from bot.services.search import Intent
from bot.ui import knowledge as screens
from bot.ui.actions import AskQuestion
from bot.ui.context import Context
from handlers import consultations, knowledge, people, proposals


async def ask(context: Context) -> None:
    """`/ask`, with the question after it or in the next message."""
    if context.typed:
        await answer(context, context.typed)
    else:
        await invite(context)


async def invite(context: Context, _: AskQuestion | None = None) -> None:
    """Invite a question; a draft is put aside, so that the next message is one."""
    await context.services.proposals.set_aside(context.me.id)
    await context.show(screens.invitation(context.say))


async def answer(context: Context, question: str) -> None:
    """Answer, offer what may be meant, do what is asked for, or say honestly that nothing is known."""
    services, say = context.services, context.say
    found = services.answers.ask(question, Language(say.language))
    if found.intent is not None and found.intent in _INTENTS:
        await _INTENTS[found.intent](context)
        return
    if found.entry is not None:
        await context.show(screens.answer(say, services.knowledge, found.entry))
    elif found.candidates and found.silent:
        await context.show(screens.silent(say, found.candidates))
    elif found.candidates:
        await context.show(screens.candidates(say, found.candidates))
    else:
        await context.show(screens.unknown(say))


_INTENTS: Mapping[Intent, Callable[[Context], Awaitable[None]]] = {
    Intent.PROPOSE: proposals.start,
    Intent.STATUS: proposals.show_own_list,
    Intent.SUBSCRIBE: people.show_subscription,
    Intent.UNSUBSCRIBE: people.show_subscription,
    Intent.CONSULTATIONS: consultations.show_list,
    Intent.LANGUAGE: people.show_languages,
    Intent.PRIVACY_DELETE: people.confirm_erasure,
    Intent.CONTACT: knowledge.show_contact,
    Intent.HUMAN: knowledge.show_contact,
}

COMMANDS = {"ask": ask}
ACTIONS = {AskQuestion: invite}
