"""The history of proposals' being public: hidden, contested, kept so, shown again."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.hidings import Hiding, HidingId, HidingStep, Rule
from bot.domain.proposals import ProposalId
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = "SELECT id, proposal_id, step, rule, actor_id, letter_id, reason, changed_at FROM hidings"


@dataclass(frozen=True)
class Hidings:
    """One row a step."""

    connection: Connection

    async def add(self, hiding: Hiding) -> HidingId:
        """Remember a step."""
        row = await self.connection.one(
            """
            INSERT INTO hidings (proposal_id, step, rule, actor_id, letter_id, reason, changed_at)
            VALUES (:proposal_id, :step, :rule, :actor_id, :letter_id, :reason, :changed_at) RETURNING id
            """,
            {**hiding.model_dump(exclude={"id"}), "changed_at": text_of(hiding.changed_at)},
        )
        assert row is not None
        return HidingId(row["id"])

    async def find(self, hiding_id: HidingId) -> Hiding | None:
        """The step with this row id, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (hiding_id,))
        return None if row is None else _hiding(row)

    async def find_by_letter(self, letter_id: int) -> Hiding | None:
        """The step of which this letter was the reason, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE letter_id = ?", (letter_id,))
        return None if row is None else _hiding(row)

    async def of(self, proposal_id: ProposalId) -> Sequence[Hiding]:
        """Every step about a proposal, the first first."""
        rows = await self.connection.all(f"{_SELECT} WHERE proposal_id = ? ORDER BY id", (proposal_id,))
        return [_hiding(row) for row in rows]

    async def latest(self, proposal_id: ProposalId) -> Hiding | None:
        """The latest step about a proposal; None where it was never hidden."""
        row = await self.connection.one(
            f"{_SELECT} WHERE proposal_id = ? ORDER BY id DESC LIMIT 1", (proposal_id,)
        )
        return None if row is None else _hiding(row)


def _hiding(row: Row) -> Hiding:
    return Hiding(
        id=row["id"],
        proposal_id=row["proposal_id"],
        step=HidingStep(row["step"]),
        rule=Rule(row["rule"]),
        actor_id=row["actor_id"],
        letter_id=row["letter_id"],
        reason=row["reason"],
        changed_at=moment_of(row["changed_at"]),
    )
