"""What Telegram shows of the bot outside the chat: commands and descriptions, in every language.

These calls are rate-limited hard, so each is made only when its content has changed.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.services.content.live import LiveContent
from bot.services.registrations import RegistrationsService

_log = structlog.get_logger(__name__)


class Registration:
    """Tells Telegram about commands and descriptions.

    Args:
        registrations: what it has been told already.
        content: every sentence, as it is now.
        commands: the citizens' commands, in order.
        staff_commands: what staff have besides.
        group_commands: what there is in groups.
    """

    def __init__(
        self,
        registrations: RegistrationsService,
        content: LiveContent,
        *,
        commands: Sequence[str],
        staff_commands: Sequence[str],
        group_commands: Sequence[str],
    ) -> None:
        self._registrations = registrations
        self._content = content
        self._commands = commands
        self._staff_commands = staff_commands
        self._group_commands = group_commands

    async def tell_all(self, bot: Bot) -> None:
        """Bring everything that everybody sees up to date.

        Raises:
            telegram.error.TelegramError: Telegram did not take one of them; what it took is remembered.
        """
        for code, language in self._codes():
            await self._tell_commands(bot, code, language)
            await self._tell_descriptions(bot, code, language)

    async def tell_staff(self, bot: Bot, person_id: int) -> None:
        """Give a member of staff their own command menu.

        Where Telegram refuses (who has not started the bot has no chat yet), their next `/start` tries again.
        """
        scope = BotCommandScopeChat(person_id)
        for code, language in self._codes():
            commands = self._described([*self._commands, *self._staff_commands], language)

            async def call(commands: list[BotCommand] = commands, code: str = code) -> object:
                return await bot.set_my_commands(commands, scope=scope, language_code=code or None)

            try:
                await self._once(bot, f"commands/{person_id}/{code}", _told(commands), call)
            except TelegramError as error:
                _log.info("staff_menu_later", error=type(error).__qualname__)
                return

    async def _tell_commands(self, bot: Bot, code: str, language: str) -> None:
        commands = self._described(self._commands, language)

        async def call() -> object:
            return await bot.set_my_commands(
                commands, scope=BotCommandScopeAllPrivateChats(), language_code=code or None
            )

        await self._once(bot, f"commands/{code}", _told(commands), call)
        in_groups = self._described(self._group_commands, language)

        async def call_groups() -> object:
            return await bot.set_my_commands(
                in_groups, scope=BotCommandScopeAllGroupChats(), language_code=code or None
            )

        await self._once(bot, f"commands/groups/{code}", _told(in_groups), call_groups)

    async def _tell_descriptions(self, bot: Bot, code: str, language: str) -> None:
        say = self._content.texts.speaker(language)
        description, short = say.plain("bot-description"), say.plain("bot-short-description")

        async def call() -> object:
            return await bot.set_my_description(description, language_code=code or None)

        async def call_short() -> object:
            return await bot.set_my_short_description(short, language_code=code or None)

        await self._once(bot, f"description/{code}", description, call)
        await self._once(bot, f"short-description/{code}", short, call_short)

    def _codes(self) -> Sequence[tuple[str, str]]:
        """Each language by its code; the first one also without a code, for everybody else."""
        return [
            ("", self._content.texts.languages[0]),
            *((language, language) for language in self._content.texts.languages),
        ]

    def _described(self, commands: Sequence[str], language: str) -> list[BotCommand]:
        say = self._content.texts.speaker(language)
        return [BotCommand(name, say.plain(f"command-{name}")) for name in commands]

    async def _once(self, bot: Bot, scope: str, content: str, call: Callable[[], Awaitable[object]]) -> None:
        digest = hashlib.sha256(content.encode()).hexdigest()
        if await self._registrations.is_told(bot.id, scope, digest):
            return
        await call()
        await self._registrations.told(bot.id, scope, digest)


def _told(commands: Sequence[BotCommand]) -> str:
    return json.dumps([(command.command, command.description) for command in commands])
