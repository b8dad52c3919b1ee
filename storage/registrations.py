"""What Telegram has been told about commands and descriptions, so that it is told only what is new."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.people import PersonId
from storage.rows import Connection


@dataclass(frozen=True)
class Registrations:
    """Digest of what was last registered, by scope; and of the menus that members of the secretariat have."""

    connection: Connection

    async def find(self, scope: str) -> str | None:
        """The digest last registered in this scope, or None."""
        row = await self.connection.one("SELECT digest FROM registrations WHERE scope = ?", (scope,))
        return None if row is None else str(row["digest"])

    async def save(self, scope: str, digest: str) -> None:
        """Remember what has been registered."""
        await self.connection.run(
            """
            INSERT INTO registrations (scope, digest) VALUES (?, ?)
            ON CONFLICT (scope) DO UPDATE SET digest = excluded.digest
            """,
            (scope, digest),
        )

    async def menus(self, bot_id: int) -> Mapping[PersonId, str]:
        """Who has a menu of their own in the chat with this bot, and the digest of it."""
        rows = await self.connection.all("SELECT person_id, digest FROM menus WHERE bot_id = ?", (bot_id,))
        return {PersonId(row["person_id"]): row["digest"] for row in rows}

    async def save_menu(self, bot_id: int, person_id: PersonId, digest: str) -> None:
        """Remember the menu that somebody has now."""
        await self.connection.run(
            """
            INSERT INTO menus (bot_id, person_id, digest) VALUES (?, ?, ?)
            ON CONFLICT (bot_id, person_id) DO UPDATE SET digest = excluded.digest
            """,
            (bot_id, person_id, digest),
        )

    async def delete_menu(self, bot_id: int, person_id: PersonId) -> None:
        """Somebody has the menu that everybody has."""
        await self.connection.run("DELETE FROM menus WHERE bot_id = ? AND person_id = ?", (bot_id, person_id))
