"""What Telegram has been told about commands and descriptions, so that it is told only what is new."""

from dataclasses import dataclass

from storage.rows import Connection


@dataclass(frozen=True)
class Registrations:
    """Digest of what was last registered, by scope."""

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
