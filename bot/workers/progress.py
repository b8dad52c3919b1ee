"""Keeps the messages up to date that show the secretariat how a broadcast goes. They are rows: a restart goes on."""

import asyncio
from collections.abc import Mapping

import structlog
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.domain.broadcasts import BroadcastView
from bot.domain.errors import CivicError
from bot.domain.people import PersonId, Role
from bot.gateway.budget import Priority
from bot.services import Services
from bot.services.updates import is_passing
from bot.ui import broadcasts as screens
from bot.ui.screen import Screen

_log = structlog.get_logger(__name__)

#: Seconds between two looks.
EVERY = 3.0


class Progress:
    """Edits each such message whenever there is something new to show.

    Args:
        bot: Telegram.
        services: the use cases.
    """

    def __init__(self, bot: ExtBot[int], services: Services) -> None:
        self._bot = bot
        self._services = services
        self._shown: Mapping[BroadcastView, Screen] = {}

    async def run(self) -> None:
        """Look every few seconds until cancelled."""
        while True:
            try:
                views = await self._services.broadcasts.views()
                self._shown = {view: await self._update(view) for view in views}
            except (CivicError, TelegramError) as error:  # later: each look begins anew
                _log.warning("progress", error=type(error).__qualname__)
            await asyncio.sleep(EVERY)

    async def _update(self, view: BroadcastView) -> Screen:
        """Bring one up to date; forget it where it shows the end, or cannot show anything."""
        service, person_id = self._services.broadcasts, PersonId(view.chat_id)
        actor = await self._services.people.actor(person_id)
        try:
            broadcast = await service.get(view.broadcast_id, actor)
        except CivicError as error:
            if not is_passing(error):  # no member of the secretariat any more
                await service.forget_view(view)
            raise
        person = await self._services.people.find(person_id)
        texts = self._services.content.texts
        language = (person and person.language) or texts.choose(person.language_code if person else None)
        consultation = await service.consultation(broadcast)
        screen = screens.one(
            texts.speaker(language),
            broadcast,
            consultation,
            rate=service.rate,
            may_act=actor.may(Role.OFFICER),
        )
        is_kept = screen == self._shown.get(view) or await self._edit(view, screen)
        if broadcast.is_over or not is_kept:
            await service.forget_view(view)
        return screen

    async def _edit(self, view: BroadcastView, screen: Screen) -> bool:
        """Show it; False where the message is gone, or too old to be changed."""
        try:
            await self._bot.edit_message_text(
                screen.text,
                chat_id=view.chat_id,
                message_id=view.message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.markup,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                rate_limit_args=Priority.BROADCAST,
            )
        except BadRequest as error:
            return "not modified" in error.message.lower()
        except Forbidden:
            return False
        return True
