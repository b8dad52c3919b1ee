"""Groups' and channels' rows."""

from dataclasses import dataclass

from bot.domain.groups import Group, GroupKind
from storage.rows import Connection, moment_of, text_of


@dataclass(frozen=True)
class Groups:
    """Groups and channels that the bot was added to."""

    connection: Connection

    async def find(self, group_id: int) -> Group | None:
        """The group or channel, or None."""
        row = await self.connection.one(
            "SELECT id, kind, title, language, is_reachable, met_at FROM groups WHERE id = ?", (group_id,)
        )
        if row is None:
            return None
        return Group(
            id=row["id"],
            kind=GroupKind(row["kind"]),
            title=row["title"],
            language=row["language"],
            is_reachable=bool(row["is_reachable"]),
            met_at=moment_of(row["met_at"]),
        )

    async def save(self, group: Group) -> None:
        """Add the group or channel, or bring what is known up to date."""
        await self.connection.run(
            """
            INSERT INTO groups (id, kind, title, language, is_reachable, met_at)
            VALUES (:id, :kind, :title, :language, :is_reachable, :met_at)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
                language = excluded.language, is_reachable = excluded.is_reachable
            """,
            {**group.model_dump(), "met_at": text_of(group.met_at)},
        )

    async def current(self, group_id: int) -> int:
        """The id under which a group goes on; its own where it has not become a supergroup."""
        row = await self.connection.one("SELECT new_id FROM group_moves WHERE old_id = ?", (group_id,))
        return group_id if row is None else int(row["new_id"])

    async def mark_unreachable(self, group_id: int) -> None:
        """Remember that the bot may not write there."""
        await self.connection.run("UPDATE groups SET is_reachable = 0 WHERE id = ?", (group_id,))

    async def move(self, old_id: int, new_id: int) -> None:
        """A group became a supergroup: what was to go to the old one goes to the new one, once.

        Of two subscriptions the new one's stays.
        """
        ids = {"old": old_id, "new": new_id}
        await self.connection.run(
            """
            INSERT INTO group_moves (old_id, new_id) VALUES (:old, :new)
            ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id
            """,
            ids,
        )
        # What a basic group was says nothing of the supergroup; whatever waits for topics waits for another look.
        await self.connection.run("DELETE FROM forums WHERE group_id = :old", ids)
        await self.connection.run("UPDATE OR IGNORE topics SET group_id = :new WHERE group_id = :old", ids)
        await self.connection.run(
            """
            INSERT INTO groups (id, kind, title, language, is_reachable, met_at)
            SELECT :new, 'supergroup', title, language, 1, met_at FROM groups WHERE id = :old
            ON CONFLICT (id) DO UPDATE SET language = coalesce(language, excluded.language), is_reachable = 1
            """,
            ids,
        )
        for table in ("subscriptions", "notices", "digests"):
            await self.connection.run(
                f"UPDATE OR IGNORE {table} SET group_id = :new WHERE group_id = :old",  # noqa: S608  (names of ours)
                ids,
            )
        # What is left was there for the new one already; what Telegram may have in hand is settled by its id.
        await self.connection.run("DELETE FROM subscriptions WHERE group_id = :old", ids)
        await self.connection.run(
            "UPDATE notices SET state = 'cancelled' WHERE group_id = :old AND state IN ('pending', 'claimed')",
            ids,
        )
        await self.connection.run("DELETE FROM groups WHERE id = :old", ids)
