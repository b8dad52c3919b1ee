"""The one place where errors become words, or another try."""

import structlog
from telegram import Update
from telegram.constants import ChatType
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.domain.attachments import AttachmentRefused
from bot.domain.drafts import DraftUnknown
from bot.domain.errors import CivicError, NotAllowed
from bot.domain.forum import TopicAnswerNotYours
from bot.domain.letters import LetterUnknown
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalUnknown
from bot.domain.questions import QuestionUnknown
from bot.services import incidents, updates
from bot.ui import errors as screens
from bot.ui.action import ActionExpired
from bot.ui.context import Context
from bot.ui.screen import Screen, shortened
from handlers import drafts, meeting, menu

_log = structlog.get_logger(__name__)

#: What somebody meets who presses a button that is not for them.
_NOT_THEIRS = (NotAllowed, TopicAnswerNotYours, DraftUnknown, ProposalUnknown, QuestionUnknown, LetterUnknown)

#: Telegram Bot API, answerCallbackQuery: 0-200 characters.
LONGEST_WORD = 200


async def tell(update: object, context: Context) -> None:
    """Tell the person what went wrong, and the lane whether the update is worth another try."""
    error = context.error
    assert error is not None
    try:
        await _tell(update, context, error)
    except Exception as second:  # noqa: BLE001  (the library would swallow it, and the update would count as done)
        await _could_not_tell(context, second)


async def _could_not_tell(context: Context, error: Exception) -> None:
    """Showing what went wrong has failed as well: the row at least is told."""
    try:
        if isinstance(error, TelegramError):
            await _settle(context, error)
        elif updates.is_passing(error):
            updates.try_again(error)
        else:
            _record(error)
    except Exception as third:  # noqa: BLE001  (as above; there is nothing left to show)
        if updates.is_passing(third) or _is_line_down(third):
            updates.try_again(third)
        else:
            _record(third)


async def _tell(update: object, context: Context, error: Exception) -> None:
    if isinstance(update, Update):  # an error has a context of its own; who has just been erased stays so
        context.incoming = update
        if context.person is None:
            await meeting.recall(update, context)
    if isinstance(error, TelegramError):
        await _settle(context, error)
        return
    if updates.is_passing(error):
        updates.try_again(error)
        return
    if isinstance(error, CivicError) and _is_in_group(context):
        _log_refusal(context, error)
        if context.query is None:
            await context.show(Screen(context.say(error.id, **error.args_of_text)))
        word = context.say.plain(error.id, **error.args_of_text)
        await context.answer_query(shortened(word, LONGEST_WORD), is_alert=True)
    elif context.person is None or not isinstance(error, CivicError):
        await _report(context, error)
    else:
        _log_refusal(context, error)
        context.stays = True
        if isinstance(error, ActionExpired):
            await menu.show(context, opening=error.id)
        else:
            draft = await context.services.proposals.draft_of(context.me.id)
            if isinstance(error, AttachmentRefused) and draft is not None and draft.is_open:
                await drafts.show_refusal(context, draft, context.say(error.id, **error.args_of_text))
            else:
                await context.show(screens.known(context.say, error, draft))
        await context.answer_query()


def _is_in_group(context: Context) -> bool:
    """Whether it happened in a group: of a button nobody but the presser is told, of a command all who see it."""
    chat = context.incoming.effective_chat if context.incoming else None
    return chat is not None and chat.type != ChatType.PRIVATE


def _log_refusal(context: Context, error: CivicError) -> None:
    """A button that its presser was never shown is old, or forged: the operator can see which and whose."""
    if context.query is not None and isinstance(error, _NOT_THEIRS):
        presser = context.query.from_user.id
        _log.warning("refused", person=presser, button=context.query.data, error=type(error).__qualname__)


async def _settle(context: Context, error: TelegramError) -> None:
    """An error of Telegram's: the person is gone, the line is down, or the screen is wrong."""
    if isinstance(error, ChatMigrated):
        await context.services.groups.move(context.chat, error.new_chat_id)
    elif context.chat < 0 and (isinstance(error, Forbidden) or "rights" in error.message.lower()):
        await context.services.groups.mark_unreachable(context.chat)
    elif isinstance(error, Forbidden) or "chat not found" in error.message.lower():
        await context.services.people.mark_unreachable(PersonId(context.chat))
    elif _is_line_down(error):
        updates.try_again(error)
    else:
        await _report(context, error)


async def _report(context: Context, error: Exception) -> None:
    """Something unexpected: a number for the person, and under it the place in the code for the operator.

    The error's own words stay out of the log: they may quote what a person has written.
    """
    number = _record(error)
    chat = context.incoming.effective_chat if context.incoming else None
    if chat is not None and chat.type == ChatType.PRIVATE:
        context.stays = True
        await context.show(screens.incident(context.say, number))
    await context.answer_query()


def _record(error: Exception) -> str:
    """Log an incident and end the update with it; its number."""
    number = incidents.new_number()
    _log.error(
        "incident",
        number=number,
        error=type(error).__qualname__,
        reason=error.message if isinstance(error, TelegramError) else None,
        at=incidents.places(error),
    )
    updates.record_incident(number)
    return number


def _is_line_down(error: Exception) -> bool:
    return isinstance(error, RetryAfter) or (
        isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    )
