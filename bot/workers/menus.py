"""Keeps the command menus of the secretariat's people as their roles are, and its group's, whoever has changed these."""

import asyncio

import structlog
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.domain.errors import CivicError
from bot.domain.forum import Standing
from bot.services import Services
from bot.ui.registration import Registration

_log = structlog.get_logger(__name__)

#: Seconds between two looks at the rows.
EVERY = 5.0


class Menus:
    """Tells Telegram which menu somebody or the group has, when that is another.

    Args:
        bot: Telegram.
        services: the use cases.
        registration: knows what Telegram has been told.
    """

    def __init__(self, bot: ExtBot[int], services: Services, registration: Registration) -> None:
        self._bot = bot
        self._services = services
        self._registration = registration

    async def run(self) -> None:
        """Look every few seconds until cancelled."""
        while True:
            try:
                await self._registration.tell_members(self._bot, await self._services.members.roles())
                await self._tell_group()
            except (CivicError, TelegramError) as error:  # later: each look begins anew
                _log.warning("menus", error=type(error).__qualname__)
            await asyncio.sleep(EVERY)

    async def _tell_group(self) -> None:
        group_id, standing = await self._services.forum.group(), await self._services.forum.standing()
        if group_id is None or standing in {None, Standing.UNSEEN, Standing.AWAY}:
            return
        await self._registration.tell_group(self._bot, group_id, has_topics=standing is Standing.READY)
