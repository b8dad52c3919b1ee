"""What Telegram has been told about the bot's commands and descriptions."""

from collections.abc import Mapping

from bot.domain.people import PersonId
from storage import Database


class RegistrationsService:
    """Remembers digests of what was registered, for each bot."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def is_told(self, bot_id: int, scope: str, digest: str) -> bool:
        """Whether just this was the last thing registered in the scope."""
        async with self._database.view() as view:
            return await view.registrations.find(f"{bot_id}/{scope}") == digest

    async def told(self, bot_id: int, scope: str, digest: str) -> None:
        """Remember what has been registered."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.registrations.save(f"{bot_id}/{scope}", digest)

    async def menus(self, bot_id: int) -> Mapping[PersonId, str]:
        """Who has a command menu of their own, and the digest of it."""
        async with self._database.view() as view:
            return await view.registrations.menus(bot_id)

    async def menu_told(self, bot_id: int, person_id: PersonId, digest: str) -> None:
        """Remember the menu that somebody has now."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.registrations.save_menu(bot_id, person_id, digest)

    async def menu_gone(self, bot_id: int, person_id: PersonId) -> None:
        """Remember that somebody has no menu of their own any more."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.registrations.delete_menu(bot_id, person_id)
