"""In topics of the secretariat's forum: an answer to the author is written, looked over, and sent or not.

Whatever else is said there is the secretariat's own: the bot is silent, and keeps none of it.
"""

import structlog
from telegram import Message

from bot.domain.errors import NotAllowed
from bot.domain.forum import TopicAnswerNotYours
from bot.domain.letters import LetterId
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import ChangeId
from bot.domain.questions import QuestionId
from bot.domain.updates import Outcome
from bot.services.forum import Subject, Work
from bot.services.letters import Writing
from bot.services.life import Turn
from bot.services.proposal_letters import Aim
from bot.ui import forum as screens
from bot.ui.context import Context
from bot.ui.forum_actions import DropFromTopic, SendFromTopic

_log = structlog.get_logger(__name__)


async def answer(context: Context) -> None:
    """`/answer …` in a case's topic, or in reply to a message with the words: show what the author would get."""
    message = _message(context)
    work = await case_here(context)
    if work is None:
        if message.chat.id == await context.services.forum.group():
            await context.show(screens.elsewhere(context.say))
        return
    context.answers_to = message.message_id
    actor = await _actor(context)
    if not actor.may(Role.OFFICER):
        _log.warning("refused", person=actor.person_id, command=screens.ANSWER, error=NotAllowed.__qualname__)
        is_anonymous = message.sender_chat is not None
        await context.show(screens.refused(context.say, is_anonymous=is_anonymous))
        return
    purpose, text = screens.purpose_of(work.subject), context.typed or _answered_words(message)
    if purpose is None:
        await context.show(screens.impossible(context.say, work, bot_name=context.bot.username))
    elif not any(letter.isalnum() for letter in text):
        await context.show(screens.how(context.say))
    else:
        await _meet(context, actor)
        writing = await context.services.forum_letters.lay_down(
            actor, purpose, work.topic.case.id, text=text, message_id=message.message_id
        )
        await _show(context, work, writing)


async def send(context: Context, action: SendFromTopic) -> None:
    """Send it to the author, once, however often the button is pressed."""
    actor = await _owner(context, action.letter)
    sent = await context.services.letters.send(action.letter, actor, language=context.say.language)
    if isinstance(sent, Writing):
        await _show_preview(context, sent)
    else:
        await _show_sent(context, sent.subject, is_sent=sent.is_sent)


async def drop(context: Context, action: DropFromTopic) -> None:
    """Do not send it."""
    actor = await _owner(context, action.letter)
    await context.services.forum_letters.throw_away(action.letter, actor)
    await context.show(screens.dropped(context.say))


async def show_again(context: Context, outcome: Outcome) -> None:
    """After a crash: what an update in a topic has come to."""
    services = context.services
    if context.query is None:
        context.answers_to = _message(context).message_id
    match outcome.noun:
        case "letter":
            actor = await _actor(context)
            await _show_preview(context, await services.forum_letters.laid_down(LetterId(outcome.id), actor))
        case "letter_left":
            await context.show(screens.dropped(context.say))
        case "question":
            question = await services.questions.passed_on(QuestionId(outcome.id))
            await _show_sent(context, question, is_sent=question.answered_by == _writer(context))
        case "change":
            told = await services.desk.told(ChangeId(outcome.id))
            is_mine = told.change.actor_id == _writer(context)
            turn = Turn(told.proposal, told.change, is_done=is_mine)
            await _show_sent(context, turn, is_sent=is_mine)
        case _:
            pass


async def case_here(context: Context) -> Work | None:
    """The case in whose topic this is, or None."""
    message = _message(context)
    thread_id = message.message_thread_id if message.is_topic_message else None
    return await context.services.forum.case_at(message.chat.id, thread_id)


async def _show(context: Context, work: Work, writing: Writing) -> None:
    if writing.letter is None:
        await context.show(screens.impossible(context.say, work, bot_name=context.bot.username))
    else:
        await _show_preview(context, writing)


async def _show_preview(context: Context, writing: Writing) -> None:
    is_reachable = await context.services.forum.is_reachable(_subject(writing.subject))
    writer = _name(context)
    await context.show(screens.preview(context.say, writing, writer=writer, is_reachable=is_reachable))


async def _show_sent(context: Context, subject: object, *, is_sent: bool) -> None:
    is_reachable = await context.services.forum.is_reachable(_subject(subject))
    await context.show(
        screens.sent(context.say, subject, writer=_name(context), is_reachable=is_reachable, is_sent=is_sent)
    )


def _subject(of: object) -> Subject:
    return of.proposal if isinstance(of, Aim | Turn) else of  # type: ignore[return-value]  # a question's


async def _owner(context: Context, letter_id: LetterId) -> Actor:
    """The officer who has written a letter, whose alone its buttons are.

    Raises:
        NotAllowed: no officer presses.
        TopicAnswerNotYours: another one does.
    """
    actor = await _actor(context)
    actor.require(Role.OFFICER)
    owner = await context.services.forum_letters.owner(letter_id)
    if owner is not None and owner != actor.person_id:
        raise TopicAnswerNotYours
    return actor


async def _actor(context: Context) -> Actor:
    """Whoever has written or pressed, with their role; nobody where they hide behind the group."""
    person_id = _writer(context)
    return Actor() if person_id is None else await context.services.people.actor(person_id)


async def _meet(context: Context, actor: Actor) -> None:
    """An officer may have written here only."""
    user = context.incoming.effective_user if context.incoming else None
    if actor.person_id is not None and await context.services.people.find(actor.person_id) is None:
        await context.services.people.meet(actor.person_id, user.language_code if user else None)


def _writer(context: Context) -> PersonId | None:
    user = context.incoming.effective_user if context.incoming else None
    is_hidden = context.query is None and _message(context).sender_chat is not None
    return None if user is None or is_hidden else PersonId(user.id)


def _name(context: Context) -> str:
    user = context.incoming.effective_user if context.incoming else None
    return user.first_name if user else ""


def _answered_words(message: Message) -> str:
    """The words of the message that the command answers; the bot's own are none."""
    answered = message.reply_to_message
    if answered is None or answered.from_user is None or answered.from_user.is_bot:
        return ""
    return answered.text or ""


def _message(context: Context) -> Message:
    message = context.incoming.effective_message if context.incoming else None
    assert isinstance(message, Message)
    return message


COMMANDS = {screens.ANSWER: answer}
ACTIONS = {SendFromTopic: send, DropFromTopic: drop}
