"""A person in the sandbox: writes, presses, blocks, and waits for what the bot says."""

# ruff: noqa: ASYNC109 - a test says how long it waits in the call itself
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from bot.sandbox import waiting
from bot.sandbox.calls.chats import member
from bot.sandbox.calls.media import captioned, document, medium_of, of_album, photo
from bot.sandbox.calls.profile import commands_for
from bot.sandbox.chats import Chat, Group, PrivateChat
from bot.sandbox.entities import found_in
from bot.sandbox.errors import Json
from bot.sandbox.messages import Button, ChatMessage, deep_link
from bot.sandbox.waiting import Expected
from bot.sandbox.world import CallbackQuery, World

if TYPE_CHECKING:
    from bot.sandbox.server import BotApi


class Person:
    """One person with a private chat; made by `Sandbox.add_person`.

    Every action sets the mark from which `wait_for` looks.

    Attributes:
        user: the Bot API's User object; later updates carry what it says then.
        caption: who this is, by language, for the chat page.
        chat: the private chat with the bot.
    """

    def __init__(self, world: World, api: "BotApi", user: Json, caption: dict[str, str]) -> None:
        self.user = user
        self.caption = caption
        self.chat: PrivateChat = world.private_chat(user)
        self._world = world
        self._api = api
        self._mark = 0

    @property
    def id(self) -> int:
        """The user id, which is the private chat's id as well."""
        return self.chat.id

    @property
    def language_code(self) -> str | None:
        """The language of the person's Telegram."""
        return self.user.get("language_code")

    @language_code.setter
    def language_code(self, code: str | None) -> None:
        self.user = {key: value for key, value in self.user.items() if key != "language_code"}
        if code:
            self.user["language_code"] = code
        self._world.users[self.id] = self.user

    @property
    def answers(self) -> list[str]:
        """Texts of the answers to this person's pressed buttons, in the order of the answers."""
        return [query.text for query in self.callbacks if query.answered and query.text]

    @property
    def callbacks(self) -> list[CallbackQuery]:
        """This person's pressed buttons: answered ones by the order of answers, then the others."""
        mine = [query for query in self._world.callbacks.values() if query.user_id == self.id]
        return sorted(mine, key=lambda query: (not query.answered, query.revision))

    @property
    def commands(self) -> list[Json]:
        """The commands in this person's menu, in the person's language where there are any."""
        return commands_for(self._world, self.id, self.language_code or "")

    async def send(
        self, text: str, *, chat: Chat | None = None, reply_to: int | None = None, topic: int | None = None
    ) -> ChatMessage:
        """Write a text, with the entities that Telegram would find.

        Args:
            text: the text as typed.
            chat: a group; the private chat by default.
            reply_to: id of the message that it answers.
            topic: id of the forum's topic.
        """
        found = found_in(text)
        content: Json = {"text": text, **({"entities": found} if found else {})}
        return self._say(content, chat, reply_to, topic)

    async def send_document(
        self,
        name: str,
        content: bytes,
        mime: str = "application/octet-stream",
        *,
        caption: str = "",
        chat: Chat | None = None,
        album: str = "",
        size: int | None = None,
    ) -> ChatMessage:
        """Send a file.

        Args:
            name: its name.
            content: its bytes.
            mime: its type.
            caption: what is written under it.
            chat: a group; the private chat by default.
            album: the album that it is a part of.
            size: bytes that Telegram says it has; those of the content by default.
        """
        file = self._world.files.add(name, content, mime, size=size)
        return self._say({"document": document(file), **captioned(caption), **of_album(album)}, chat)

    async def send_photo(
        self, content: bytes = b"", *, caption: str = "", chat: Chat | None = None, album: str = ""
    ) -> ChatMessage:
        """Send a picture, perhaps as a part of an album; what is no picture counts as one of 640 × 480."""
        file = self._world.files.add("photo.jpg", content, "image/jpeg", folder="photos")
        return self._say({"photo": photo(file), **captioned(caption), **of_album(album)}, chat)

    async def send_voice(self, content: bytes = b"OggS", *, chat: Chat | None = None) -> ChatMessage:
        """Send a voice message."""
        return await self.send_medium("voice", content, "audio/ogg", chat=chat)

    async def send_sticker(self, content: bytes = b"RIFF", *, chat: Chat | None = None) -> ChatMessage:
        """Send a sticker."""
        return await self.send_medium("sticker", content, "image/webp", chat=chat)

    async def send_medium(
        self, kind: str, content: bytes, mime: str, *, caption: str = "", chat: Chat | None = None
    ) -> ChatMessage:
        """Send a `voice`, `audio`, `video`, `video_note`, `animation` or `sticker`."""
        file = self._world.files.add(f"{kind}.{mime.rpartition('/')[2]}", content, mime, folder=f"{kind}s")
        return self._say({kind: medium_of(kind, file), **captioned(caption)}, chat)

    async def lose(self, sent: ChatMessage, *, only_path: bool = False) -> None:
        """Let Telegram forget the file of a message; see `Files.lose`."""
        assert sent.file is not None, f"no file in\n{sent}"
        self._world.files.lose(sent.file, only_path=only_path)

    async def send_location(
        self, latitude: float = 50.4501, longitude: float = 30.5234, *, chat: Chat | None = None
    ) -> ChatMessage:
        """Send a place; Kyiv by default."""
        return self._say({"location": {"latitude": latitude, "longitude": longitude}}, chat)

    async def send_contact(
        self, phone_number: str = "+380441234567", first_name: str | None = None, *, chat: Chat | None = None
    ) -> ChatMessage:
        """Send a contact; the own one by default."""
        contact: Json = {"phone_number": phone_number, "first_name": first_name or self.user["first_name"]}
        if first_name is None:
            contact["user_id"] = self.id
        return self._say({"contact": contact}, chat)

    async def send_raw(self, content: Json, *, chat: Chat | None = None) -> ChatMessage:
        """Send a message with any fields of the Bot API's Message object (`poll`, `dice`, …)."""
        return self._say(content, chat)

    async def edit(self, message_id: int, text: str, *, chat: Chat | None = None) -> ChatMessage:
        """Change the text of an own message, or what is written under its file."""
        place = chat or self.chat
        message = place.by_id[message_id]
        found = found_in(text)
        what, marks = ("text", "entities") if "text" in message.raw else ("caption", "caption_entities")
        raw = {key: value for key, value in message.raw.items() if key != marks}
        raw |= {what: text, "edit_date": self._world.now(), **({marks: found} if found else {})}
        edited = self._world.revise(place, message, raw)
        self._mark = edited.revision
        self._world.updates.put("edited_message", raw)
        return edited

    async def press(
        self,
        text: str | None = None,
        *,
        data: str | None = None,
        message: ChatMessage | int | None = None,
        chat: Chat | None = None,
    ) -> None:
        """Press a button.

        With `text`: the newest message (or `message`) with such an inline button, else a button of the reply
        keyboard. A link that starts the bot is followed. With `data`: that callback data, on `message` or the
        newest message of the bot, whether such a button is there or not.

        Raises:
            AssertionError: there is no such button.
        """
        place = chat or self.chat
        wanted = message.id if isinstance(message, ChatMessage) else message
        if text is None:
            assert data is not None, "press what? give a button's text or callback data"
            target = wanted or next(state.id for state in reversed(place.messages) if state.from_bot)
            self._press(place, target, data)
            return
        for state in reversed(place.by_id.values()):
            button = state.button(text) if wanted in {None, state.id} else None
            if button is not None and (data is None or data == button.data):
                await self._use(place, state.id, button)
                return
        await self.use_keyboard(text, chat=chat)

    async def use_keyboard(self, label: str, *, chat: Chat | None = None) -> ChatMessage:
        """Press a button of the reply keyboard: it sends its text, or what it asks for.

        Raises:
            AssertionError: there is no such button.
        """
        place = chat or self.chat
        cells = [cell for row in place.keyboard for cell in row]
        exact = (cell for cell in cells if cell["text"] == label)
        cell = next(exact, None) or next((cell for cell in cells if label in cell["text"]), None)
        assert cell is not None, f"no button {label!r}; the chat:\n{place.transcript()}"
        if cell.get("request_contact"):
            return await self.send_contact(chat=chat)
        if cell.get("request_location"):
            return await self.send_location(chat=chat)
        return await self.send(cell["text"], chat=chat)

    async def inline(self, query: str, *, offset: str = "") -> str:
        """Type `@bot query` somewhere; returns the query's id, a key of `world.inline_answers`."""
        self._mark = self._world.clockwork.tick()
        query_id = str(self._mark)
        self._world.inline_answers[query_id] = None
        payload = {"id": query_id, "from": self.user, "query": query, "offset": offset}
        self._world.updates.put("inline_query", payload)
        return query_id

    async def block(self) -> None:
        """Block the bot."""
        self._membership("member", "kicked")

    async def unblock(self) -> None:
        """Let the bot write again."""
        self._membership("kicked", "member")

    async def wait_for(
        self, expected: Expected = None, *, timeout: float = 30.0, chat: Chat | None = None
    ) -> ChatMessage:
        """The first message of the bot, new or edited since this person's last action, that is as expected.

        Args:
            expected: a part of its text, a condition, or nothing for any message.
            timeout: seconds.
            chat: a group; the private chat by default.

        Raises:
            AssertionError: none came; shows the chat.
        """
        return await waiting.message(chat or self.chat, self._mark, expected, timeout)

    async def wait_for_answer(self, *, timeout: float = 30.0) -> CallbackQuery:
        """The first callback answer since this person's last action.

        Raises:
            AssertionError: none came.
        """
        return await waiting.answer(self._world, self.id, self._mark, timeout)

    async def read_after(self, press: Awaitable[object], *, chat: Chat | None = None) -> ChatMessage:
        """Press a button and read what comes of it: the message whose button it was, changed, else the first new one.

        An alert that happens to come between does not count where the pressed message changes.
        """
        place = chat or self.chat
        await press
        since = self._mark
        first = await self.wait_for(chat=chat)
        query = await self.wait_for_answer()
        changed = (state for state in place.since(since) if state.from_bot and state.id == query.message_id)
        return next(changed, first)

    async def wait_quiet(self, *, gap: float = 0.6, timeout: float = 30.0) -> None:
        """Until all updates are acknowledged and the bot has called nothing for `gap` seconds.

        By default longer than a bot may leave between two looks at a queue of its own.

        Raises:
            AssertionError: not quiet after `timeout` seconds.
        """
        await waiting.quiet(self._world, self._api, gap, timeout)

    async def reply_after(
        self, action: Awaitable[object], expected: Expected = None, *, timeout: float = 30.0
    ) -> ChatMessage:
        """Do something and wait for what the bot says to this person after it."""
        self._mark = self._world.clockwork.tick()
        await action
        return await self.wait_for(expected, timeout=timeout)

    def _say(
        self, content: Json, chat: Chat | None, reply_to: int | None = None, topic: int | None = None
    ) -> ChatMessage:
        place = chat or self.chat
        is_post = isinstance(place, Group) and place.is_channel
        sender: Json = {"sender_chat": place.info} if is_post else {"from": self.user}
        fields: Json = {**sender, "date": self._world.now(), **content}
        fields |= place.placed(topic or 0, None if reply_to is None else place.by_id[reply_to].raw)
        message = place.add(fields, from_bot=False)
        self._mark = message.revision
        if place is self.chat:
            self.chat.is_started = True
        self._world.tell("message", place, {"message_id": message.id})
        if self._world.is_for_bot(place, message.raw):
            self._world.updates.put("channel_post" if is_post else "message", message.raw)
        return message

    async def _use(self, place: Chat, message_id: int, button: Button) -> None:
        if button.url is not None:
            payload = deep_link(button.url, self._world.bot["username"])
            assert payload is not None, f"the button {button.text!r} only opens {button.url}"
            await self.send(f"/start {payload}".rstrip())
            return
        assert button.data is not None, f"the button {button.text!r} tells the bot nothing"
        self._press(place, message_id, button.data)

    def _press(self, place: Chat, message_id: int, data: str) -> None:
        self._mark = self._world.clockwork.tick()
        query = self._world.ask_callback(self.id, place, message_id)
        state = place.by_id.get(message_id)
        # A message that is gone reaches the bot as an InaccessibleMessage: date 0 and no content.
        gone: Json = {"chat": place.info, "message_id": message_id, "date": 0}
        payload: Json = {
            "id": query.id,
            "from": self.user,
            "message": gone if state is None else state.raw,
            "chat_instance": str(place.id * 7919),
            "data": data,
        }
        self._world.updates.put("callback_query", payload)

    def _membership(self, before: str, after: str) -> None:
        self._mark = self._world.clockwork.tick()
        self.chat.is_blocked = after == "kicked"
        change: Json = {
            "chat": self.chat.info,
            "from": self.user,
            "date": self._world.now(),
            "old_chat_member": member(self._world.bot, before),
            "new_chat_member": member(self._world.bot, after),
        }
        self._world.tell("person", self.chat, {})
        self._world.updates.put("my_chat_member", change)
