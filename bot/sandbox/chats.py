"""Chats: what was said, what changed since, and who may be written to."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sandbox.errors import ApiError, Json, bad_request, forbidden
from bot.sandbox.files import Files
from bot.sandbox.forum import Forum
from bot.sandbox.messages import ChatMessage
from bot.sandbox.signals import Signal


@dataclass
class Clockwork:
    """Counters that all chats share: message ids and the revision that orders every change."""

    message_ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    revision: int = 0

    def tick(self) -> int:
        """The next revision."""
        self.revision += 1
        return self.revision


class Chat:
    """A private chat or a group as it stands, with a journal of everything that appeared or changed.

    Args:
        info: the Bot API's Chat object.
        clockwork: counters shared by all chats.
        files: where the messages' files lie.
    """

    def __init__(self, info: Json, clockwork: Clockwork, files: Files) -> None:
        self.info = info
        self.files = files
        self.by_id: dict[int, ChatMessage] = {}
        self.keyboard: list[list[Json]] = []
        """Rows of the reply keyboard that is shown now."""
        self.action: str = ""
        """The chat action shown last, such as `typing`; empty after the bot's next message."""
        self.pinned: list[int] = []
        self.changed = Signal()
        self.clockwork = clockwork
        # Supergroups number their messages by themselves, from their creation (1) on; all other chats share one counter.
        own = info["type"] == "supergroup"
        self._message_ids = itertools.count(2) if own else clockwork.message_ids
        self._revisions: list[int] = []
        self._journal: list[ChatMessage] = []

    @property
    def id(self) -> int:
        """The chat's id."""
        return int(self.info["id"])

    @property
    def messages(self) -> list[ChatMessage]:
        """Every message that is not deleted, in order, each in its current state."""
        return list(self.by_id.values())

    @property
    def last(self) -> ChatMessage | None:
        """The newest message."""
        return next(reversed(self.by_id.values()), None)

    def add(self, raw: Json, *, from_bot: bool) -> ChatMessage:
        """Append a message; `raw` lacks only its id and chat."""
        message_id = next(self._message_ids)
        return self._keep({"message_id": message_id, "chat": self.info, **raw}, from_bot=from_bot)

    def replace(self, message: ChatMessage, raw: Json) -> ChatMessage:
        """Put a new state in a message's place."""
        return self._keep(raw, from_bot=message.from_bot)

    def remove(self, message_id: int) -> None:
        """Delete a message."""
        del self.by_id[message_id]
        self.clockwork.tick()
        self.changed.notify()

    def since(self, revision: int) -> list[ChatMessage]:
        """States that appeared after `revision`, in order; a message edited twice is there twice."""
        return self._journal[bisect_right(self._revisions, revision) :]

    def transcript(self, last: int = 30) -> str:
        """The last messages as text, for people who read a failed test."""
        return "\n".join(str(message) for message in self.messages[-last:]) or "(nothing was said)"

    def placed(self, topic_id: int, replied: Json | None) -> Json:  # noqa: ARG002
        """The fields that say where in the chat a message is written, and what it answers.

        Args:
            topic_id: of a forum; 0 for none.
            replied: the message that it answers.
        """
        return {} if replied is None else {"reply_to_message": replied}

    def check_writable(self) -> None:
        """Whether the bot may write here.

        Raises:
            ApiError: 403 in Telegram's words.
        """
        raise NotImplementedError

    def _keep(self, raw: Json, *, from_bot: bool) -> ChatMessage:
        message = ChatMessage(raw, from_bot, self.clockwork.tick(), self.files)
        self.by_id[message.id] = message
        self._revisions.append(message.revision)
        self._journal.append(message)
        self.changed.notify()
        return message


class PrivateChat(Chat):
    """The chat of one person with the bot."""

    is_started = False
    is_blocked = False
    is_deactivated = False

    def check_writable(self) -> None:
        """Only to people who wrote first and have not blocked the bot.

        Raises:
            ApiError: 403.
        """
        if self.is_deactivated:
            raise forbidden("user is deactivated")
        if self.is_blocked:
            raise forbidden("bot was blocked by the user")
        if not self.is_started:
            raise forbidden("bot can't initiate conversation with a user")


class Group(Chat):
    """A group, supergroup, forum or channel; `statuses` maps a user id to a ChatMember status.

    Attributes:
        forum: its topics.
        bot_lacks: rights that the bot was not given as an administrator.
    """

    forum: Forum

    def __init__(self, info: Json, clockwork: Clockwork, files: Files) -> None:
        super().__init__(info, clockwork, files)
        self.statuses: dict[int, str] = {}
        self.bot_status = "left"
        self.caption: dict[str, str] = {}
        self.bot_lacks: frozenset[str] = frozenset()
        self.members_open_topics = True
        """Whether anybody may open topics in a forum, and rename and close their own."""
        self.migrated_to: int | None = None

    def may(self, right: str) -> bool:
        """Whether the bot is an administrator with this right."""
        return self.bot_status == "administrator" and right not in self.bot_lacks

    def placed(self, topic_id: int, replied: Json | None) -> Json:
        """See `Chat`."""
        if not self.info.get("is_forum"):
            return super().placed(topic_id, replied)
        return self.forum.place(topic_id, replied)

    @property
    def is_channel(self) -> bool:
        """Whether only administrators post, in the channel's name."""
        return bool(self.info["type"] == "channel")

    def check_writable(self) -> None:
        """Only as a member, and not after the move to a supergroup.

        Raises:
            ApiError: 403, or 400 with `migrate_to_chat_id`.
        """
        if self.migrated_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.migrated_to,
            )
        if self.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {self.info['type']} chat")
        if self.bot_status == "left":
            raise forbidden(f"bot is not a member of the {self.info['type']} chat")
        if self.is_channel and self.bot_status != "administrator":
            raise bad_request("need administrator rights in the channel chat")
        if self.bot_status == "restricted":
            raise bad_request("not enough rights to send text messages to the chat")
