"""Proposals that a member has marked, and the steps that were taken with many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.bulks import Bulk, BulkId, BulkItem, BulkOutcome, BulkUnknown
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId, ProposalState
from storage.rows import Connection, maybe_moment_of, moment_of, text_of


@dataclass(frozen=True)
class Bulks:
    """Marks, and what was done with what was marked."""

    connection: Connection

    async def mark(self, person_id: PersonId, proposals: Iterable[ProposalId]) -> None:
        """Mark proposals; those that are marked stay so."""
        await self.connection.run_many(
            "INSERT INTO desk_marks (person_id, proposal_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(person_id, one) for one in proposals],
        )

    async def unmark(self, person_id: PersonId, proposal_id: ProposalId | None = None) -> None:
        """Take a mark away, or all of them."""
        await self.connection.run(
            "DELETE FROM desk_marks WHERE person_id = ? AND proposal_id = coalesce(?, proposal_id)",
            (person_id, proposal_id),
        )

    async def marked(self, person_id: PersonId) -> Sequence[ProposalId]:
        """What is marked, in the order of receipt."""
        rows = await self.connection.all(
            "SELECT proposal_id FROM desk_marks WHERE person_id = ? ORDER BY proposal_id", (person_id,)
        )
        return [row["proposal_id"] for row in rows]

    async def add(self, bulk: Bulk) -> Bulk:
        """Prepare a step with many, in place of whatever the person was preparing before."""
        await self._give_up(bulk.person_id)
        row = await self.connection.one(
            "INSERT INTO bulks (person_id, became, created_at) VALUES (?, ?, ?) RETURNING id",
            (bulk.person_id, bulk.became, text_of(bulk.created_at)),
        )
        assert row is not None
        await self.connection.run_many(
            "INSERT INTO bulk_items (bulk_id, proposal_id, seen, version) VALUES (?, ?, ?, ?)",
            [(row["id"], one.proposal_id, one.seen, one.version) for one in bulk.items],
        )
        return bulk.model_copy(update={"id": BulkId(row["id"])})

    async def get(self, bulk_id: BulkId) -> Bulk:
        """A step with many.

        Raises:
            BulkUnknown: it was given up.
        """
        row = await self.connection.one(
            "SELECT id, person_id, became, letter_id, created_at, sent_at FROM bulks WHERE id = ?", (bulk_id,)
        )
        if row is None:
            raise BulkUnknown
        items = await self.connection.all(
            """
            SELECT proposal_id, seen, version, outcome FROM bulk_items WHERE bulk_id = ? ORDER BY proposal_id
            """,
            (bulk_id,),
        )
        return Bulk(
            id=row["id"],
            person_id=row["person_id"],
            became=ProposalState(row["became"]),
            letter_id=row["letter_id"],
            created_at=moment_of(row["created_at"]),
            sent_at=maybe_moment_of(row["sent_at"]),
            items=[
                BulkItem(
                    proposal_id=one["proposal_id"],
                    seen=one["seen"],
                    version=one["version"],
                    outcome=BulkOutcome(one["outcome"]) if one["outcome"] else None,
                )
                for one in items
            ],
        )

    async def find_by_letter(self, letter_id: int) -> Bulk | None:
        """The step of which this letter was the reason, or None."""
        row = await self.connection.one("SELECT id FROM bulks WHERE letter_id = ?", (letter_id,))
        return None if row is None else await self.get(row["id"])

    async def settle(self, bulk: Bulk, *, now: datetime) -> None:
        """Remember what came of each, and that the step was taken."""
        await self.connection.run(
            "UPDATE bulks SET letter_id = ?, sent_at = ? WHERE id = ?",
            (bulk.letter_id, text_of(now), bulk.id),
        )
        await self.connection.run_many(
            "UPDATE bulk_items SET outcome = ? WHERE bulk_id = ? AND proposal_id = ?",
            [(one.outcome, bulk.id, one.proposal_id) for one in bulk.items],
        )

    async def _give_up(self, person_id: PersonId | None) -> None:
        for statement in (
            """
            DELETE FROM letters WHERE purpose = 'bulk' AND subject_id IN
                (SELECT id FROM bulks WHERE person_id = ? AND sent_at IS NULL)
            """,
            """
            DELETE FROM bulk_items WHERE bulk_id IN
                (SELECT id FROM bulks WHERE person_id = ? AND sent_at IS NULL)
            """,
            "DELETE FROM bulks WHERE person_id = ? AND sent_at IS NULL",
        ):
            await self.connection.run(statement, (person_id,))
