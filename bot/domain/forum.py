"""The secretariat's forum: a topic a case, whose title and whose being open follow the case."""

import hashlib
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError

TopicId = NewType("TopicId", int)

#: Telegram Bot API, createForumTopic: a name of 1 to 128 characters.
LONGEST_TITLE = 128


class CaseNoun(StrEnum):
    """What the secretariat works on, each in a topic of its own. A contested hiding is the proposal's."""

    PROPOSAL = "proposal"
    QUESTION = "question"
    BLOCK = "block"


class Standing(StrEnum):
    """What the secretariat's group is to the bot."""

    #: Nobody has looked yet, or something has changed since.
    UNSEEN = "unseen"
    #: A forum in which the bot may manage topics.
    READY = "ready"
    #: A forum in which it may not.
    NO_RIGHT = "no_right"
    #: A group without topics.
    PLAIN = "plain"
    #: The bot is not in it.
    AWAY = "away"

    @property
    def has_topics(self) -> bool:
        """Whether cases have topics there, as far as is known: what is not seen yet may have."""
        return self in {Standing.UNSEEN, Standing.READY}


class Case(BaseModel):
    """What a topic is about: the kind of thing and its row id."""

    model_config = ConfigDict(frozen=True)

    noun: CaseNoun
    id: int


class Topic(BaseModel):
    """A topic.

    Attributes:
        group_id: Telegram's id of the forum.
        case: what it is about.
        thread_id: Telegram's id of the topic; None while there is none (any more).
        told: digest of the title that Telegram has: people's words are not kept twice.
        is_closed: whether it is closed, as Telegram was told.
        wanted: goes up with every change of the case; the topic is up to date where it was brought to this.
    """

    model_config = ConfigDict(frozen=True)

    id: TopicId
    group_id: int
    case: Case
    thread_id: int | None = None
    told: str = ""
    is_closed: bool = False
    wanted: int = 1


class TopicAnswerTooLong(CivicError):
    """The answer is over the limit of letters."""

    message_id = "forum-error-long"


class TopicAnswerNotYours(CivicError):
    """Another member of the secretariat has written this answer; they alone send it."""

    message_id = "forum-error-not-yours"


def digest_of(title: str) -> str:
    """By which it is known whether Telegram has this title."""
    return hashlib.sha256(title.encode()).hexdigest()
