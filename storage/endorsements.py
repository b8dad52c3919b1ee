"""Who supports which proposal, and the numbers of supporters of which the author has heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId
from storage.rows import Connection, text_of


@dataclass(frozen=True)
class Endorsements:
    """One a person and proposal."""

    connection: Connection

    async def has(self, proposal_id: ProposalId, person_id: PersonId) -> bool:
        """Whether the person supports the proposal."""
        row = await self.connection.one(
            "SELECT 1 FROM endorsements WHERE proposal_id = ? AND person_id = ?", (proposal_id, person_id)
        )
        return row is not None

    async def add(self, proposal_id: ProposalId, person_id: PersonId, *, now: datetime) -> bool:
        """Count the person as a supporter; False where they are one already."""
        added = await self.connection.run(
            """
            INSERT INTO endorsements (proposal_id, person_id, endorsed_at) VALUES (?, ?, ?)
            ON CONFLICT (proposal_id, person_id) DO NOTHING
            """,
            (proposal_id, person_id, text_of(now)),
        )
        await self._count(proposal_id)
        return bool(added)

    async def delete(self, proposal_id: ProposalId, person_id: PersonId) -> bool:
        """Take the person's support back; False where there was none."""
        removed = await self.connection.run(
            "DELETE FROM endorsements WHERE proposal_id = ? AND person_id = ?", (proposal_id, person_id)
        )
        await self._count(proposal_id)
        return bool(removed)

    async def delete_all_of(self, person_id: PersonId) -> None:
        """Take back everything that the person supports."""
        rows = await self.connection.all(
            "SELECT proposal_id FROM endorsements WHERE person_id = ?", (person_id,)
        )
        await self.connection.run("DELETE FROM endorsements WHERE person_id = ?", (person_id,))
        for row in rows:
            await self._count(row["proposal_id"])

    async def of(self, person_id: PersonId, *, limit: int) -> Sequence[ProposalId]:
        """What the person supports, the latest first."""
        rows = await self.connection.all(
            "SELECT proposal_id FROM endorsements WHERE person_id = ? ORDER BY id DESC LIMIT ?",
            (person_id, limit),
        )
        return [ProposalId(row["proposal_id"]) for row in rows]

    async def reach(self, proposal_id: ProposalId, endorsements: int, *, now: datetime) -> int | None:
        """Mark that a proposal has so many supporters: the row's id, or None where that was marked before."""
        row = await self.connection.one(
            """
            INSERT INTO milestones (proposal_id, endorsements, reached_at) VALUES (?, ?, ?)
            ON CONFLICT (proposal_id, endorsements) DO NOTHING RETURNING id
            """,
            (proposal_id, endorsements, text_of(now)),
        )
        return None if row is None else int(row["id"])

    async def milestone(self, milestone_id: int) -> tuple[ProposalId, int] | None:
        """The proposal and the number of supporters that a milestone stands for, or None."""
        row = await self.connection.one(
            "SELECT proposal_id, endorsements FROM milestones WHERE id = ?", (milestone_id,)
        )
        return None if row is None else (ProposalId(row["proposal_id"]), int(row["endorsements"]))

    async def _count(self, proposal_id: ProposalId) -> None:
        await self.connection.run(
            """
            UPDATE proposals SET endorsements =
                (SELECT count(*) FROM endorsements WHERE proposal_id = :proposal)
            WHERE id = :proposal AND endorsements <>
                (SELECT count(*) FROM endorsements WHERE proposal_id = :proposal)
            """,
            {"proposal": proposal_id},
        )
