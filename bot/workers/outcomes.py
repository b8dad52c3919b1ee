"""What Telegram's answer to a notice means for it."""

from datetime import timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.domain.errors import CivicError
from bot.domain.notices import Notice, NoticeState
from bot.gateway.transport import ConnectionNotMade
from bot.services.notices import ATTEMPTS, Settled
from bot.services.updates import is_passing
from bot.ui.due import NoticeVoid

_log = structlog.get_logger(__name__)

#: Between two tries of one notice, at first and at the most.
A_MOMENT, LONGEST_PAUSE = timedelta(seconds=1), timedelta(hours=3)
#: Words in Telegram's refusals that mean: this chat is gone for good.
_GONE = (
    "chat not found",
    "user is deactivated",
    "user_deactivated",
    "user_is_blocked",
    "peer_id_invalid",
    "user not found",
    "chat was deactivated",
    "chat was deleted",
)
#: The same for a group or channel that keeps the bot, but lets it write no more.
_SILENCED = (
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "need administrator rights in the channel",
    "chat_admin_required",
    "chat_restricted",
)

#: The same of a topic: it was deleted, or its group has become one without topics. And that it is closed.
LOST_TOPIC = ("thread not found", "topic_id_invalid", "topic_deleted")
_CLOSED_TOPIC = "topic_closed"


def undrawn(notice: Notice, error: CivicError) -> Settled:
    """What becomes of a notice that cannot be drawn: it is over, or the rows cannot be read just now."""
    if is_passing(error):
        return Settled(notice, NoticeState.PENDING, None, A_MOMENT, is_attempt=False)
    return Settled(
        notice,
        NoticeState.CANCELLED,
        type(error).__qualname__,
        ends_campaign=isinstance(error, NoticeVoid),  # it depends on nothing of the recipient's
    )


def answered(notice: Notice, error: TelegramError | None) -> Settled:
    """What becomes of a notice that was sent.

    Args:
        notice: which.
        error: Telegram's refusal, or why there is no answer; None where it has been taken.
    """
    if error is None:
        return Settled(notice, NoticeState.SENT)
    word = f"{type(error).__qualname__}: {error.message}"[:200]
    said = error.message.lower()
    if notice.thread_id is not None and any(sign in said for sign in (*LOST_TOPIC, _CLOSED_TOPIC)):
        return _without_topic(notice, word, is_lost=_CLOSED_TOPIC not in said)
    signs = _GONE if notice.group_id is None else (*_GONE, *_SILENCED)
    if isinstance(error, Forbidden) or any(sign in said for sign in signs):
        return Settled(notice, NoticeState.UNREACHABLE, word)
    if isinstance(error, BadRequest):
        _log.error("notice-refused", notice=notice.id, reason=word)
        return Settled(notice, NoticeState.FAILED, word)
    return _not_taken(notice, error, word)


def _without_topic(notice: Notice, word: str, *, is_lost: bool) -> Settled:
    """The topic is made anew; without the right to reopen one that is closed, there is only the group as such."""
    return Settled(
        notice,
        NoticeState.PENDING,
        word,
        is_attempt=False,
        has_lost_topic=is_lost,
        leaves_topic=not is_lost,
    )


def _not_taken(notice: Notice, error: TelegramError, word: str) -> Settled:
    if isinstance(error, RetryAfter | ConnectionNotMade | InvalidToken | ChatMigrated):
        # Surely not taken: however long Telegram is away or the token wrong, no notice is given up for it. Where there
        # are too many, the budget is paused already.
        again_in = timedelta() if isinstance(error, RetryAfter) else A_MOMENT
        # A group that has become a supergroup goes on under another id, and so does its notice.
        moved_to = error.new_chat_id if isinstance(error, ChatMigrated) else None
        return Settled(notice, NoticeState.PENDING, word, again_in, is_attempt=False, moved_to=moved_to)
    if notice.attempts + 1 >= ATTEMPTS:
        return Settled(notice, NoticeState.FAILED, word)
    # Telegram may have taken it: it has no way to tell, and a notice twice is better than none.
    return Settled(notice, NoticeState.PENDING, word, min(LONGEST_PAUSE, A_MOMENT * 4**notice.attempts))
