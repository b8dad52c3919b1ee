"""Everything the sandbox knows: the bot, people, groups, messages, files, queries, registered texts."""

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.chats import Chat, Clockwork, Group, PrivateChat
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.files import Files
from bot.sandbox.forum import Forum
from bot.sandbox.messages import ChatMessage
from bot.sandbox.signals import Signal
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook

Clock = Callable[[], dt.datetime]


@dataclass
class CallbackQuery:
    """A pressed button and what the bot answered; `answered` stays False until it did."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    at: dt.datetime
    answered: bool = False
    text: str = ""
    is_alert: bool = False
    url: str = ""
    revision: int = 0


@dataclass
class Profile:
    """What the bot registered about itself; keys are (scope, language), language empty for all."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


class World:
    """State without HTTP. Methods here change it and wake those who wait."""

    def __init__(self, *, bot: Json, clock: Clock) -> None:
        self.bot = bot
        self.clock = clock
        self.clockwork = Clockwork()
        self.files = Files()
        self.updates = Updates()
        self.webhook = Webhook(self.updates, self.now)
        self.profile = Profile()
        self.users: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.callbacks: dict[str, CallbackQuery] = {}
        self.inline_answers: dict[str, list[Json] | None] = {}
        self.answered = Signal()
        """A callback query was answered."""
        self.on_change: list[Callable[[str, Chat, Json], None]] = []
        """Called with what happened (`message`, `edited`, `deleted`, …), the chat and details."""

    def now(self) -> int:
        """The clock's time in Unix seconds."""
        return int(self.clock().timestamp())

    def tell(self, event: str, chat: Chat, details: Json) -> None:
        """Pass an event on to whoever watches (the chat page)."""
        for listener in self.on_change:
            listener(event, chat, details)

    def private_chat(self, user: Json) -> PrivateChat:
        """Open the chat of a new person."""
        info: Json = {key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user}
        chat = PrivateChat({**info, "type": "private"}, self.clockwork, self.files)
        self.users[chat.id] = user
        self.chats[chat.id] = chat
        return chat

    def group(self, info: Json) -> Group:
        """Open a group."""
        group = Group(info, self.clockwork, self.files)
        group.forum = Forum(self, group)
        self.chats[group.id] = group
        return group

    def find_chat(self, chat_id: object) -> Chat:
        """The chat that a bot named by id or @username.

        Raises:
            ApiError: no id, or no such chat.
        """
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        if isinstance(chat_id, str) and chat_id.startswith("@"):
            # People cannot be reached by their @username, only groups.
            for chat in self.chats.values():
                if (
                    isinstance(chat, Group)
                    and str(chat.info.get("username", "")).lower() == chat_id[1:].lower()
                ):
                    return chat
        elif isinstance(chat_id, int) and chat_id in self.chats:
            return self.chats[chat_id]
        raise bad_request("chat not found")

    def is_for_bot(self, chat: Chat, raw: Json) -> bool:
        """Whether the bot is told of what a person has written: in a group only as far as its privacy mode goes.

        Source: https://core.telegram.org/bots/features#privacy-mode
        """
        if not isinstance(chat, Group) or chat.is_channel or chat.bot_status == "administrator":
            return True
        if self.bot["can_read_all_group_messages"]:
            return True
        answered = raw.get("reply_to_message", {}).get("from", {}).get("id") == self.bot["id"]
        kinds = {entity["type"] for entity in raw.get("entities", [])}
        named = f"@{self.bot['username']}".lower() in str(raw.get("text", "")).lower()
        return answered or named or "bot_command" in kinds

    def say(self, chat: Chat, content: Json) -> ChatMessage:
        """The bot writes `content` into a chat."""
        message = chat.add({"from": self.bot, "date": self.now(), **content}, from_bot=True)
        chat.action = ""
        self.tell("message", chat, {"message_id": message.id})
        return message

    def revise(self, chat: Chat, message: ChatMessage, raw: Json) -> ChatMessage:
        """A message gets a new state."""
        revised = chat.replace(message, raw)
        self.tell("edited", chat, {"message_id": message.id})
        return revised

    def delete(self, chat: Chat, message_id: int) -> None:
        """A message disappears."""
        chat.remove(message_id)
        self.tell("deleted", chat, {"message_id": message_id})

    def ask_callback(self, user_id: int, chat: Chat, message_id: int) -> CallbackQuery:
        """Register a pressed button."""
        query = CallbackQuery(
            id=str(secrets.randbits(60)),
            user_id=user_id,
            chat_id=chat.id,
            message_id=message_id,
            at=self.clock(),
        )
        self.callbacks[query.id] = query
        return query
