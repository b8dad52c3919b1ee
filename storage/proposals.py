"""Proposals' rows and the numbers of their references."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId
from bot.domain.proposals import DraftId, Proposal, ProposalId, ProposalState, ProposalUnknown
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT p.id, p.reference, p.draft_id, p.author_id, p.consultation_id, c.slug AS consultation, p.state,
        p.title, p.problem, p.solution, p.contact, p.language, p.consent_version, p.submitted_at,
        p.updated_at
    FROM proposals AS p LEFT JOIN consultations AS c ON c.id = p.consultation_id
"""


@dataclass(frozen=True)
class Proposals:
    """Submitted proposals."""

    connection: Connection

    async def get(self, proposal_id: ProposalId) -> Proposal:
        """The proposal.

        Raises:
            ProposalUnknown: no such row.
        """
        row = await self.connection.one(f"{_SELECT} WHERE p.id = ?", (proposal_id,))
        if row is None:
            raise ProposalUnknown
        return _proposal(row)

    async def find(self, reference: str) -> Proposal | None:
        """The proposal with this reference (in any case of letters), or None."""
        row = await self.connection.one(f"{_SELECT} WHERE p.reference = upper(?)", (reference,))
        return None if row is None else _proposal(row)

    async def find_by_draft(self, draft_id: DraftId) -> Proposal | None:
        """What this draft has become, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE p.draft_id = ?", (draft_id,))
        return None if row is None else _proposal(row)

    async def by(self, author_id: PersonId) -> Sequence[Proposal]:
        """One person's proposals, newest first."""
        rows = await self.connection.all(f"{_SELECT} WHERE p.author_id = ? ORDER BY p.id DESC", (author_id,))
        return [_proposal(row) for row in rows]

    async def each(
        self,
        *,
        states: Sequence[ProposalState] = (),
        consultation: str | None = None,
        since: datetime | None = None,
        after: int = 0,
        chunk: int = 500,
    ) -> AsyncIterator[Proposal]:
        """Every proposal that fits, in the order of receipt, without holding them all in memory.

        Args:
            states: only these; all where empty.
            consultation: only of the consultation with this slug.
            since: only those that came or changed at or after this moment.
            after: only those that came or changed after this revision.
            chunk: how many rows are fetched at once.
        """
        last = 0
        while True:
            marks = ", ".join("?" for _ in states)
            rows = await self.connection.all(
                f"""
                {_SELECT} WHERE p.id > ? AND p.revision > ? {f"AND p.state IN ({marks})" if states else ""}
                {"AND c.slug = ?" if consultation is not None else ""}
                {"AND p.updated_at >= ?" if since is not None else ""}
                ORDER BY p.id LIMIT ?
                """,
                [
                    last,
                    after,
                    *states,
                    *([consultation] if consultation is not None else []),
                    *([text_of(since)] if since is not None else []),
                    chunk,
                ],
            )
            for row in rows:
                yield _proposal(row)
            if len(rows) < chunk:
                return
            last = rows[-1]["id"]

    async def revision(self) -> int:
        """The revision of the latest change to any proposal; 0 where there is none."""
        row = await self.connection.one("SELECT coalesce(max(revision), 0) AS latest FROM proposals")
        assert row is not None
        return int(row["latest"])

    async def next_number(self, year: int) -> int:
        """The next number of this year's references, from 1; given out once."""
        row = await self.connection.one(
            """
            INSERT INTO reference_numbers (year, last) VALUES (?, 1)
            ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last
            """,
            (year,),
        )
        assert row is not None
        return int(row["last"])

    async def add(self, proposal: Proposal) -> ProposalId:
        """Store a new proposal and give it its row id."""
        row = await self.connection.one(
            """
            INSERT INTO proposals (reference, draft_id, author_id, consultation_id, state, title, problem,
                solution, contact, language, consent_version, submitted_at, updated_at)
            VALUES (:reference, :draft_id, :author_id, :consultation_id, :state, :title, :problem,
                :solution, :contact, :language, :consent_version, :submitted_at, :updated_at)
            RETURNING id
            """,
            {
                **proposal.model_dump(exclude={"id", "consultation", "submitted_at", "updated_at"}),
                "submitted_at": text_of(proposal.submitted_at),
                "updated_at": text_of(proposal.updated_at),
            },
        )
        assert row is not None
        return ProposalId(row["id"])

    async def withdraw_all_of(self, author_id: PersonId, *, now: datetime) -> None:
        """Take back what is not decided yet and wipe its texts; reference and state stay as a marker."""
        await self.connection.run(
            """
            UPDATE proposals SET state = 'withdrawn', title = '', problem = '', solution = '',
                updated_at = ?
            WHERE author_id = ? AND state IN ('received', 'clarification', 'under_review')
            """,
            (text_of(now), author_id),
        )


def _proposal(row: Row) -> Proposal:
    return Proposal(
        id=row["id"],
        reference=row["reference"],
        draft_id=row["draft_id"],
        author_id=row["author_id"],
        consultation_id=row["consultation_id"],
        consultation=row["consultation"],
        state=ProposalState(row["state"]),
        title=row["title"],
        problem=row["problem"],
        solution=row["solution"],
        contact=row["contact"],
        language=row["language"],
        consent_version=row["consent_version"],
        submitted_at=moment_of(row["submitted_at"]),
        updated_at=moment_of(row["updated_at"]),
    )
