"""Who may not submit or support proposals for the time being, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.blocks import Block
from bot.domain.people import PersonId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_SELECT = "SELECT person_id, reason, blocked_by, blocked_at, appeal, appealed_at FROM blocks"


@dataclass(frozen=True)
class Blocks:
    """One a person."""

    connection: Connection

    async def find(self, person_id: PersonId) -> Block | None:
        """The person's block, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE person_id = ?", (person_id,))
        return None if row is None else _block(row)

    async def list(self) -> Sequence[Block]:
        """Every block, those that are contested first."""
        rows = await self.connection.all(
            f"{_SELECT} ORDER BY appealed_at IS NULL, blocked_at DESC, person_id"
        )
        return [_block(row) for row in rows]

    async def save(self, block: Block) -> None:
        """Block the person, or bring the block up to date."""
        await self.connection.run(
            """
            INSERT INTO blocks (person_id, reason, blocked_by, blocked_at, appeal, appealed_at)
            VALUES (:person_id, :reason, :blocked_by, :blocked_at, :appeal, :appealed_at)
            ON CONFLICT (person_id) DO UPDATE SET reason = excluded.reason, blocked_by = excluded.blocked_by,
                blocked_at = excluded.blocked_at, appeal = excluded.appeal, appealed_at = excluded.appealed_at
            """,
            {
                **block.model_dump(),
                "blocked_at": text_of(block.blocked_at),
                "appealed_at": text_of(block.appealed_at),
            },
        )

    async def delete(self, person_id: PersonId) -> bool:
        """Lift the block; False where there was none."""
        return bool(await self.connection.run("DELETE FROM blocks WHERE person_id = ?", (person_id,)))


def _block(row: Row) -> Block:
    return Block(
        person_id=row["person_id"],
        reason=row["reason"],
        blocked_by=row["blocked_by"],
        blocked_at=moment_of(row["blocked_at"]),
        appeal=row["appeal"],
        appealed_at=maybe_moment_of(row["appealed_at"]),
    )
