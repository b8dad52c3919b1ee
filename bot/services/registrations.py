"""What Telegram has been told about the bot's commands and descriptions."""

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
