"""Questions in a person's own words."""

from collections.abc import Awaitable, Callable, Mapping

from bot.services.questions import Reply
from bot.services.search import Intent
from bot.ui import knowledge as screens
from bot.ui import questions as question_screens
from bot.ui.actions import AskQuestion
from bot.ui.context import Context
from bot.ui.question_actions import AskRather, PassQuestion, RateAnswer, RateReply, ShowOwnQuestion
from handlers import consultations, drafts, knowledge, life, people, public, subscriptions


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
    reply = await context.services.questions.ask(context.me.id, question, context.say.language)
    if reply.found.intent is not None:
        if reply.asked is not None:
            context.further = [question_screens.answer_instead(context.say, reply.asked)]
        await WISHES[reply.found.intent](context)
    else:
        await show_reply(context, reply)


async def show_reply(context: Context, reply: Reply) -> None:
    """Show what a question has come to."""
    say, knowledge = context.say, context.services.knowledge
    found, asked = reply.found, reply.asked
    if found.entry is not None:
        await context.show(screens.answer(say, knowledge, found.entry, asked))
    elif found.candidates and found.silent:
        await context.show(screens.silent(say, found.candidates, asked))
    elif found.candidates:
        await context.show(screens.candidates(say, found.candidates, asked))
    else:
        await context.show(screens.unknown(say, asked))


async def answer_instead(context: Context, action: AskRather) -> None:
    """Answer what has been taken for a wish."""
    reply = await context.services.questions.ask_rather(context.me.id, action.asked, context.say.language)
    await show_reply(context, reply)


async def rate(context: Context, action: RateAnswer) -> None:
    """Count whether an answer has helped; the answer stays where it is."""
    rated = await context.services.questions.rate(context.me.id, action.asked, was_helpful=action.was_helpful)
    if rated is None:
        await context.answer_query(context.say.plain("question-toast-late"))
        return
    word = "question-toast-helped" if action.was_helpful else "question-toast-not-helped"
    await context.answer_query(context.say.plain(word))
    if not action.was_helpful:
        context.stays = True
        await context.show(question_screens.unhelpful(context.say, rated))


async def rate_reply(context: Context, action: RateReply) -> None:
    """Count whether the secretariat's answer has helped."""
    await context.services.questions.rate_reply(
        context.me.id, action.question, was_helpful=action.was_helpful
    )
    if action.was_helpful:
        await context.answer_query(context.say.plain("question-toast-helped"))
    else:
        context.stays = True
        await context.show(question_screens.write_again(context.say))


async def pass_on(context: Context, action: PassQuestion) -> None:
    """Pass a question on to the secretariat, once, however often the button is pressed."""
    passed = await context.services.questions.pass_on(context.me.id, action.asked)
    await context.show(question_screens.receipt(context.say, passed))


async def show_own(context: Context, action: ShowOwnQuestion) -> None:
    """Show one's own question to the secretariat."""
    question = await context.services.questions.own(context.me.id, action.question)
    await context.show(question_screens.own(context.say, question))


#: The screen that each wish opens.
WISHES: Mapping[Intent, Callable[[Context], Awaitable[None]]] = {
    Intent.PROPOSE: drafts.start,
    Intent.STATUS: life.show_own_list,
    Intent.SUBSCRIBE: subscriptions.show_alerts,
    Intent.UNSUBSCRIBE: subscriptions.show_alerts,
    Intent.CONSULTATIONS: consultations.show_list,
    Intent.VOTE: public.show_voting,
    Intent.LANGUAGE: people.show_languages,
    Intent.PRIVACY_DELETE: people.confirm_erasure,
    Intent.CONTACT: knowledge.show_contact,
    Intent.HUMAN: knowledge.show_contact,
}

COMMANDS = {"ask": ask}
ACTIONS = {
    AskQuestion: invite,
    AskRather: answer_instead,
    RateAnswer: rate,
    RateReply: rate_reply,
    PassQuestion: pass_on,
    ShowOwnQuestion: show_own,
}
