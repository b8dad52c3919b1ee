"""What a handler has in hand: the person, their language, the services, and the way to show a screen."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from telegram import CallbackQuery, InlineQueryResultArticle, InlineQueryResultsButton, Message, Update
from telegram.constants import ChatAction
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import Application, CallbackContext, ExtBot

from bot.domain.groups import Group
from bot.domain.people import Actor, Person
from bot.services import Services, updates
from bot.texts import Speaker, Texts
from bot.ui import draft_steps, letters, publishing_steps
from bot.ui.action import Action
from bot.ui.administrators import Administrators
from bot.ui.buttons import Row
from bot.ui.delivery import deliver
from bot.ui.registration import Registration
from bot.ui.screen import Screen

_log = structlog.get_logger(__name__)

#: Seconds for which Telegram may repeat an answer to the same inline query of the same person.
FRESH = 300

#: How often the answer to a pressed button is tried over a broken line, and seconds between two tries.
ANSWER_TRIES, ANSWER_PAUSE = 3, 0.5

App = Application[ExtBot[int], "Context", dict[Any, Any], dict[Any, Any], "House", None]


@dataclass(frozen=True)
class House:
    """What every update shares: the application's `bot_data`.

    Attributes:
        services: the use cases.
        registration: what Telegram shows of the bot outside the chat.
        administrators: who they are, of groups and channels.
    """

    services: Services
    registration: Registration
    administrators: Administrators = field(default_factory=Administrators)

    @property
    def texts(self) -> Texts:
        """Every sentence, as it is now."""
        return self.services.content.texts


class Context(CallbackContext[ExtBot[int], dict[Any, Any], dict[Any, Any], House]):
    """One update being handled.

    Attributes:
        incoming: the update; None where only its outcome is shown again.
        person: who sent it; set before any handler runs.
        actor: the same with the role that they had when it came; services check it again as they act.
        group: the group or channel that it came from, where the bot knows it.
        action: what the pressed button does, for a callback query.
        stays: whether the message with the pressed button is to stay as it is.
        is_again: whether only the outcome of an update is shown again, after a crash.
        over: a message that the screen takes the place of, though no button of it was pressed.
        answers_to: a message that the screen is shown as an answer to.
        further: buttons that the screen gets above its way back.
    """

    def __init__(self, application: App, chat_id: int | None = None, user_id: int | None = None) -> None:
        super().__init__(application=application, chat_id=chat_id, user_id=user_id)
        self.person: Person | None = None
        self.actor = Actor()
        self.group: Group | None = None
        self.action: Action | None = None
        self.stays = False
        self.is_again = False
        self.over: int | None = None
        self.answers_to: int | None = None
        self.further: Row = ()
        self.incoming: Update | None = None

    @property
    def chat(self) -> int:
        """The chat to answer in."""
        assert self._chat_id is not None
        return self._chat_id

    @property
    def thread(self) -> int | None:
        """The topic of a forum to answer in; None elsewhere."""
        message = self.incoming.effective_message if self.incoming else None
        if not isinstance(message, Message) or not message.is_topic_message:
            return None
        return message.message_thread_id

    @property
    def services(self) -> Services:
        """The use cases."""
        return self.bot_data.services

    @property
    def me(self) -> Person:
        """The person who sent the update."""
        assert self.person is not None
        return self.person

    @property
    def say(self) -> Speaker:
        """The person's language, or the group's."""
        texts = self.bot_data.texts
        person = self.person
        if person is None:
            chosen = self.group.language if self.group else None
            return texts.speaker(chosen if chosen in texts.languages else texts.languages[0])
        return texts.speaker(person.language or texts.choose(person.language_code))

    @property
    def languages(self) -> Sequence[str]:
        """The languages on offer."""
        return self.bot_data.texts.languages

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.services.clock.now()

    @property
    def typed(self) -> str:
        """What followed a command, as typed."""
        message = self.incoming.effective_message if self.incoming else None
        parts = (message.text or "").split(maxsplit=1) if message else []
        return parts[1].strip() if len(parts) > 1 else ""

    async def show(self, screen: Screen) -> None:
        """Show a screen: in place of the message whose button was pressed, or as a new message.

        In the middle of a draft or a letter, any other screen says that it is kept and takes the next message.
        """
        if self.further:
            screen = screen.with_further(self.further)
        if not screen.is_of_draft and self.person is not None:
            draft = await self.services.proposals.draft_of(self.person.id)
            screen = draft_steps.reminded(self.say, screen, draft, is_typed=self.query is None)
            letter = await self.services.letters.in_hand(self.person.id)
            screen = letters.reminded(self.say, screen, letter, is_typed=self.query is None)
            if self.actor.role is not None:
                work = await self.services.publishing.in_hand(self.person.id)
                screen = publishing_steps.reminded(self.say, screen, work)
        pressed = self._pressed_message
        replaces = self.over if pressed is None or self.stays else pressed.message_id
        # The button is answered beside the screen, which may have to wait for its turn to be sent.
        ended = await asyncio.gather(
            self.answer_query(),
            deliver(
                self.bot,
                self.chat,
                screen,
                replaces=replaces,
                thread=self.thread,
                answers_to=self.answers_to,
            ),
            return_exceptions=True,
        )
        for outcome in ended:
            if isinstance(outcome, BaseException):
                raise outcome
        if screen.asks_for is not None and isinstance(ended[1], int):
            await self.services.proposals.shown(screen.asks_for, ended[1], is_again=self.is_again)
        if screen.asks_for_work is not None and isinstance(ended[1], int):
            await self.services.publishing.shown(screen.asks_for_work, ended[1], is_again=self.is_again)

    async def show_progress(self, screen: Screen, *, over: int | None = None) -> int | None:
        """Show how far long work is. A broken line spoils nothing: there will be more to show.

        Args:
            screen: what to show.
            over: the message that showed it before; by default the one whose button was pressed.

        Returns:
            Telegram's id of the message that shows it.
        """
        pressed = self._pressed_message
        replaces = over or (None if pressed is None or self.stays else pressed.message_id)
        try:
            return await deliver(self.bot, self.chat, screen, replaces=replaces)
        except TelegramError:
            return over

    async def preparing_file(self) -> None:
        """Show at the top of the chat that a document is coming."""
        await self.bot.send_chat_action(self.chat, ChatAction.UPLOAD_DOCUMENT)

    async def preparing_picture(self) -> None:
        """Show at the top of the chat that a picture is coming."""
        await self.bot.send_chat_action(self.chat, ChatAction.UPLOAD_PHOTO)

    async def is_administrator(self, group_id: int) -> bool:
        """Whether who has sent the update is an administrator of this group or channel.

        Raises:
            telegram.error.TelegramError: Telegram cannot be asked just now.
        """
        update = self.incoming
        if update is None:
            return False
        message, user = update.effective_message, update.effective_user
        if self.query is None and message is not None and message.sender_chat is not None:
            # An administrator who writes in the name of the group, or a channel's own post.
            return message.sender_chat.id == group_id
        return user is not None and await self.bot_data.administrators.has(self.bot, group_id, user.id)

    async def answer_query(self, text: str | None = None, *, is_alert: bool = False) -> None:
        """Tell Telegram that the pressed button was understood; once, whoever calls first.

        A broken line is tried again; where that does not help either, the button's spinner stops by itself.

        Args:
            text: a word shown at the top of the chat for a moment, at most 200 characters.
            is_alert: whether it stays until it is closed.
        """
        query = self.query
        if query is None or not updates.answers_query():
            return
        for _ in range(ANSWER_TRIES):
            try:
                await query.answer(text, show_alert=is_alert)
            except NetworkError as error:
                if isinstance(error, BadRequest):
                    # Older than Telegram remembers, or answered before a crash: nobody waits for it any more.
                    return
                await asyncio.sleep(ANSWER_PAUSE)
            except TelegramError:
                return
            else:
                return

    async def offer(
        self, results: Sequence[InlineQueryResultArticle], button: InlineQueryResultsButton | None
    ) -> None:
        """Answer the inline query; kept for this person alone, for the language is theirs.

        What Telegram does not take is let go: by then the person has typed on or given up, and there may
        be no chat in which to tell them.
        """
        query = self.incoming.inline_query if self.incoming else None
        assert query is not None
        try:
            await query.answer(results, cache_time=FRESH, is_personal=True, button=button)
        except TelegramError as error:
            _log.info("inline_answer_lost", error=type(error).__qualname__)

    @property
    def query(self) -> CallbackQuery | None:
        """The callback query, where a button was pressed."""
        return self.incoming.callback_query if self.incoming else None

    @property
    def _pressed_message(self) -> Message | None:
        """The message with the pressed button, if it can still be edited as text."""
        message = self.query.message if self.query else None
        return message if isinstance(message, Message) and message.text is not None else None
