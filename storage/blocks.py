"""Who may not submit or support proposals for the time being, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.blocks import Block, BlockId
from bot.domain.people import PersonId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_SELECT = """
    SELECT id, person_id, reason, blocked_by, blocked_at, letter_id, appeal, appealed_at, appeal_letter_id,
        kept_at, keep_reason, keep_letter_id
    FROM blocks
"""


@dataclass(frozen=True)
class Blocks:
    """One a person."""

    connection: Connection

    async def find(self, person_id: PersonId) -> Block | None:
        """The person's block, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE person_id = ?", (person_id,))
        return None if row is None else _block(row)

    async def find_by_id(self, block_id: BlockId) -> Block | None:
        """The block with this row id, or None where it was lifted."""
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (block_id,))
        return None if row is None else _block(row)

    async def find_by_letter(self, letter_id: int) -> Block | None:
        """The block of which this letter was the reason, the appeal or the answer to it, or None."""
        row = await self.connection.one(
            f"{_SELECT} WHERE :letter IN (letter_id, appeal_letter_id, keep_letter_id)", {"letter": letter_id}
        )
        return None if row is None else _block(row)

    async def list(self) -> Sequence[Block]:
        """Every block: those whose appeal waits for a decision first, the oldest appeal before the others."""
        rows = await self.connection.all(
            f"""
            {_SELECT} ORDER BY appealed_at IS NULL OR kept_at IS NOT NULL,
                iif(kept_at IS NULL, appealed_at, NULL), blocked_at DESC, id
            """
        )
        return [_block(row) for row in rows]

    async def count_contested(self) -> int:
        """How many appeals wait for a decision."""
        row = await self.connection.one(
            "SELECT count(*) AS n FROM blocks WHERE appealed_at IS NOT NULL AND kept_at IS NULL"
        )
        assert row is not None
        return int(row["n"])

    async def save(self, block: Block) -> BlockId:
        """Block the person, or bring the block up to date."""
        row = await self.connection.one(
            """
            INSERT INTO blocks (person_id, reason, blocked_by, blocked_at, letter_id, appeal, appealed_at,
                appeal_letter_id, kept_at, keep_reason, keep_letter_id)
            VALUES (:person_id, :reason, :blocked_by, :blocked_at, :letter_id, :appeal, :appealed_at,
                :appeal_letter_id, :kept_at, :keep_reason, :keep_letter_id)
            ON CONFLICT (person_id) DO UPDATE SET reason = excluded.reason, blocked_by = excluded.blocked_by,
                blocked_at = excluded.blocked_at, letter_id = excluded.letter_id, appeal = excluded.appeal,
                appealed_at = excluded.appealed_at, appeal_letter_id = excluded.appeal_letter_id,
                kept_at = excluded.kept_at, keep_reason = excluded.keep_reason,
                keep_letter_id = excluded.keep_letter_id
            RETURNING id
            """,
            {
                **block.model_dump(exclude={"id"}),
                "blocked_at": text_of(block.blocked_at),
                "appealed_at": text_of(block.appealed_at),
                "kept_at": text_of(block.kept_at),
            },
        )
        assert row is not None
        return BlockId(row["id"])

    async def delete(self, person_id: PersonId) -> bool:
        """Lift the block; False where there was none."""
        return bool(await self.connection.run("DELETE FROM blocks WHERE person_id = ?", (person_id,)))


def _block(row: Row) -> Block:
    return Block(
        id=row["id"],
        person_id=row["person_id"],
        reason=row["reason"],
        blocked_by=row["blocked_by"],
        blocked_at=moment_of(row["blocked_at"]),
        appeal=row["appeal"],
        appealed_at=maybe_moment_of(row["appealed_at"]),
        letter_id=row["letter_id"],
        appeal_letter_id=row["appeal_letter_id"],
        kept_at=maybe_moment_of(row["kept_at"]),
        keep_reason=row["keep_reason"],
        keep_letter_id=row["keep_letter_id"],
    )
