"""Commitments' statuses over time. The commitments themselves are content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.commitments import (
    CommitmentChange,
    CommitmentChangeId,
    CommitmentId,
    CommitmentStatus,
    CommitmentUnknown,
)
from bot.domain.proposals import ProposalId
from storage.audiences import count_around
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT id, commitment, status, note, link, changed_by, letter_id, changed_at FROM commitment_changes
"""


@dataclass(frozen=True)
class Commitments:
    """What the secretariat has stated of each commitment."""

    connection: Connection

    async def add(self, change: CommitmentChange) -> CommitmentChange:
        """Store a change and give it its row id."""
        row = await self.connection.one(
            """
            INSERT INTO commitment_changes (commitment, status, note, link, changed_by, letter_id, changed_at)
            VALUES (:commitment, :status, :note, :link, :changed_by, :letter_id, :changed_at) RETURNING id
            """,
            {**change.model_dump(exclude={"id"}), "changed_at": text_of(change.changed_at)},
        )
        assert row is not None
        return change.model_copy(update={"id": CommitmentChangeId(row["id"])})

    async def get(self, change_id: CommitmentChangeId) -> CommitmentChange:
        """One change.

        Raises:
            CommitmentUnknown: no such row.
        """
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (change_id,))
        if row is None:
            raise CommitmentUnknown
        return _change(row)

    async def find_by_letter(self, letter_id: int) -> CommitmentChange | None:
        """The status that was written in this letter, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE letter_id = ?", (letter_id,))
        return None if row is None else _change(row)

    async def latest(self, commitment: CommitmentId) -> CommitmentChange | None:
        """The commitment's present status, or None where nothing was stated."""
        row = await self.connection.one(
            f"{_SELECT} WHERE commitment = ? ORDER BY id DESC LIMIT 1", (commitment,)
        )
        return None if row is None else _change(row)

    async def all_latest(self) -> Mapping[CommitmentId, CommitmentChange]:
        """The present status of every commitment of which anything was stated."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE id IN (SELECT max(id) FROM commitment_changes GROUP BY commitment)"  # noqa: S608
        )
        return {CommitmentId(row["commitment"]): _change(row) for row in rows}

    async def count_hearing(
        self, commitment: CommitmentId | None = None, *, proposal_id: ProposalId | None = None
    ) -> int:
        """How many chats that can be reached hear of a commitment's status, or that one proposal became one."""
        return await count_around(self.connection, commitment=commitment, proposal_id=proposal_id or 0)

    async def of(self, commitment: CommitmentId) -> Sequence[CommitmentChange]:
        """The commitment's statuses, the first first."""
        rows = await self.connection.all(f"{_SELECT} WHERE commitment = ? ORDER BY id", (commitment,))
        return [_change(row) for row in rows]


def _change(row: Row) -> CommitmentChange:
    return CommitmentChange(
        id=row["id"],
        commitment=CommitmentId(row["commitment"]),
        status=CommitmentStatus(row["status"]),
        note=row["note"],
        link=row["link"],
        changed_by=row["changed_by"],
        letter_id=row["letter_id"],
        changed_at=moment_of(row["changed_at"]),
    )
