"""What Telegram shows of the bot outside the chat: commands and descriptions, in every language.

These calls are rate-limited hard, so each is made only when its content has changed.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.domain.people import PersonId, Role
from bot.services.content.live import LiveContent
from bot.services.registrations import RegistrationsService

_log = structlog.get_logger(__name__)


class Registration:
    """Tells Telegram about commands and descriptions.

    Args:
        registrations: what it has been told already.
        content: every sentence, as it is now.
        commands: the citizens' commands, in order.
        staff_commands: what each role of the secretariat has besides.
        group_commands: what there is in groups.
    """

    def __init__(
        self,
        registrations: RegistrationsService,
        content: LiveContent,
        *,
        commands: Sequence[str],
        staff_commands: Mapping[Role, Sequence[str]],
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

    async def tell_members(self, bot: Bot, roles: Mapping[PersonId, Role]) -> None:
        """Bring the menus of the secretariat's people up to date, of those too who are no longer among them.

        Args:
            bot: Telegram.
            roles: everybody who has a role now.
        """
        for person_id, role in roles.items():
            await self.tell_staff(bot, person_id, role)
        for person_id in (await self._registrations.menus(bot.id)).keys() - roles.keys():
            await self.forget_staff(bot, person_id)

    async def tell_staff(self, bot: Bot, person_id: PersonId, role: Role) -> None:
        """Give a member of the secretariat the command menu of their role, unless they have it.

        Where Telegram refuses (who has deleted the chat has none), it is tried again later.
        """
        wanted = [*self._commands, *self._staff_commands[role]]
        menus = {code: self._described(wanted, language) for code, language in self._codes()}
        digest = _digest(json.dumps({code: _told(commands) for code, commands in menus.items()}))
        if (await self._registrations.menus(bot.id)).get(person_id) == digest:
            return
        scope = BotCommandScopeChat(person_id)
        try:
            for code, commands in menus.items():
                await bot.set_my_commands(commands, scope=scope, language_code=code or None)
        except TelegramError as error:
            _log.info("staff_menu_later", error=type(error).__qualname__)
        else:
            await self._registrations.menu_told(bot.id, person_id, digest)

    async def forget_staff(self, bot: Bot, person_id: PersonId) -> None:
        """Let somebody who has left the secretariat have the menu that everybody has."""
        scope = BotCommandScopeChat(person_id)
        try:
            for code, _ in self._codes():
                await bot.delete_my_commands(scope=scope, language_code=code or None)
        except (BadRequest, Forbidden):  # the chat is gone, and the menu with it
            pass
        except TelegramError as error:
            _log.info("staff_menu_later", error=type(error).__qualname__)
            return
        await self._registrations.menu_gone(bot.id, person_id)

    async def tell_group(self, bot: Bot, group_id: int, *, has_topics: bool) -> None:
        """Give the secretariat's group a menu of its own, unless it has it.

        Args:
            bot: Telegram.
            group_id: where.
            has_topics: whether answers are written there.

        Raises:
            telegram.error.TelegramError: Telegram did not take it.
        """
        commands = ("inbox", *(("answer",) if has_topics else ()), *self._group_commands)
        for code, language in self._codes():
            described = self._described(commands, language)
            await self._tell_menu(bot, f"{group_id}/{code}", described, BotCommandScopeChat(group_id), code)

    async def _tell_commands(self, bot: Bot, code: str, language: str) -> None:
        private, in_groups = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
        await self._tell_menu(bot, code, self._described(self._commands, language), private, code)
        described = self._described(self._group_commands, language)
        await self._tell_menu(bot, f"groups/{code}", described, in_groups, code)

    async def _tell_menu(
        self, bot: Bot, name: str, commands: Sequence[BotCommand], scope: BotCommandScope, code: str
    ) -> None:
        call = partial(bot.set_my_commands, commands, scope=scope, language_code=code or None)
        await self._once(bot, f"commands/{name}", _told(commands), call)

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
        digest = _digest(content)
        if await self._registrations.is_told(bot.id, scope, digest):
            return
        await call()
        await self._registrations.told(bot.id, scope, digest)


def _told(commands: Sequence[BotCommand]) -> str:
    return json.dumps([(command.command, command.description) for command in commands])


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
