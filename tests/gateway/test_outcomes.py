"""What Telegram's answers mean for a notice: who is gone, what is tried again, what is given up."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.notices import CampaignId, Notice, NoticeId, NoticeKind, NoticeState
from bot.domain.people import PersonId
from bot.gateway.transport import ConnectionNotMade
from bot.services.notices import ATTEMPTS
from bot.workers.outcomes import answered


def notice(*, is_group: bool = False, attempts: int = 0) -> Notice:
    return Notice(
        id=NoticeId(1),
        campaign_id=CampaignId(1),
        person_id=None if is_group else PersonId(7),
        group_id=-7 if is_group else None,
        kind=NoticeKind.CONSULTATION_OPENED,
        subject_id=1,
        attempts=attempts,
    )


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: user is deactivated"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        BadRequest("Chat not found"),
        BadRequest("INPUT_USER_DEACTIVATED"),
        BadRequest("USER_IS_BLOCKED"),
        BadRequest("PEER_ID_INVALID"),
    ],
)
def test_who_cannot_be_reached_is_not_tried_again(error: TelegramError):
    assert answered(notice(), error).state is NoticeState.UNREACHABLE


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was kicked from the supergroup chat"),
        Forbidden("Forbidden: the group chat was deleted"),
        BadRequest("Group chat was deactivated"),
        BadRequest("Not enough rights to send text messages to the chat"),
        BadRequest("CHAT_WRITE_FORBIDDEN"),
    ],
)
def test_group_that_is_gone_or_silences_the_bot_is_not_tried_again(error: TelegramError):
    assert answered(notice(is_group=True), error).state is NoticeState.UNREACHABLE


@pytest.mark.parametrize(
    "error", [RetryAfter(3), ConnectionNotMade("refused"), ChatMigrated(-1_000_000_000_007)]
)
def test_what_was_surely_not_taken_is_tried_again_for_ever(error: TelegramError):
    ended = answered(notice(is_group=True, attempts=ATTEMPTS), error)
    assert (ended.state, ended.is_attempt) == (NoticeState.PENDING, False)


@pytest.mark.parametrize("error", [NetworkError("502"), TimedOut("no answer")])
def test_what_may_have_been_taken_is_tried_again_later_and_later_and_given_up_at_last(error: TelegramError):
    first, second = (answered(notice(attempts=attempts), error) for attempts in (0, 1))
    assert first.state is second.state is NoticeState.PENDING
    assert first.again_in < second.again_in
    assert answered(notice(attempts=ATTEMPTS - 1), error).state is NoticeState.FAILED


def test_message_that_telegram_refuses_is_not_sent_again_and_the_chat_stays():
    ended = answered(notice(), BadRequest("Can't parse entities"))
    assert ended.state is NoticeState.FAILED
