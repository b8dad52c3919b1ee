"""The one place where errors become words, or another try."""

import secrets
import traceback

import structlog
from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.services import updates
from bot.ui import errors as screens
from bot.ui.action import ActionExpired
from bot.ui.context import Context
from handlers import meeting, menu

_log = structlog.get_logger(__name__)


async def tell(update: object, context: Context) -> None:
    """Tell the person what went wrong, and the lane whether the update is worth another try."""
    error = context.error
    assert error is not None
    try:
        await _tell(update, context, error)
    except TelegramError as second:
        await _settle(context, second)
    except CivicError as second:
        if not updates.is_passing(second):
            raise
        updates.try_again(second)


async def _tell(update: object, context: Context, error: Exception) -> None:
    if isinstance(error, TelegramError):
        await _settle(context, error)
        return
    if updates.is_passing(error):
        updates.try_again(error)
        return
    if isinstance(update, Update):  # an error has a context of its own
        await meeting.meet(update, context)
    if context.person is None or not isinstance(error, CivicError):
        await _report(context, error)
    else:
        context.stays = True
        if isinstance(error, ActionExpired):
            await menu.show(context, opening=error.id)
        else:
            draft = await context.services.proposals.draft_of(context.me.id)
            await context.show(screens.known(context.say, error, draft))
        await context.answer_query()


async def _settle(context: Context, error: TelegramError) -> None:
    """An error of Telegram's: the person is gone, the line is down, or the screen is wrong."""
    if isinstance(error, Forbidden) or "chat not found" in error.message.lower():
        await context.services.people.mark_unreachable(PersonId(context.chat))
    elif isinstance(error, RetryAfter) or (
        isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    ):
        updates.try_again(error)
    else:
        await _report(context, error)


async def _report(context: Context, error: Exception) -> None:
    """Something unexpected: a number for the person, and under it the place in the code for the operator.

    The error's own words stay out of the log: they may quote what a person has written.
    """
    number = secrets.token_hex(4).upper()
    frames = traceback.extract_tb(error.__traceback__)
    _log.error(
        "incident",
        number=number,
        error=type(error).__qualname__,
        reason=error.message if isinstance(error, TelegramError) else None,
        at=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-6:]],
    )
    updates.record_incident(number)
    if context.person is not None:
        context.stays = True
        await context.show(screens.incident(context.say, number))
        await context.answer_query()
