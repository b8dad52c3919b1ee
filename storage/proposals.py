"""Proposals' rows and the numbers of their references."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.commitments import CommitmentId
from bot.domain.consultations import ConsultationId
from bot.domain.drafts import DraftId
from bot.domain.exports import Selection
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal, ProposalId, ProposalUnknown
from storage.proposal_rows import PUBLIC, SELECT, proposal_of, values_of
from storage.rows import Connection, text_of
from storage.selections import fitting


@dataclass(frozen=True)
class Proposals:
    """Submitted proposals."""

    connection: Connection

    async def get(self, proposal_id: ProposalId) -> Proposal:
        """The proposal.

        Raises:
            ProposalUnknown: no such row.
        """
        row = await self.connection.one(f"{SELECT} WHERE p.id = ?", (proposal_id,))
        if row is None:
            raise ProposalUnknown
        return proposal_of(row)

    async def find(self, reference: str) -> Proposal | None:
        """The proposal with this reference (in any case of letters), or None."""
        row = await self.connection.one(f"{SELECT} WHERE p.reference = upper(?)", (reference,))
        return None if row is None else proposal_of(row)

    async def find_by_draft(self, draft_id: DraftId) -> Proposal | None:
        """What this draft has become, or has corrected; or None."""
        row = await self.connection.one(
            f"""
            {SELECT} WHERE p.draft_id = :draft
                OR p.id = (SELECT proposal_id FROM proposal_versions WHERE draft_id = :draft)
            """,  # noqa: S608  (a constant of ours)
            {"draft": draft_id},
        )
        return None if row is None else proposal_of(row)

    async def by(self, author_id: PersonId) -> Sequence[Proposal]:
        """One person's proposals, newest first."""
        rows = await self.connection.all(f"{SELECT} WHERE p.author_id = ? ORDER BY p.id DESC", (author_id,))
        return [proposal_of(row) for row in rows]

    async def each(
        self,
        selection: Selection = Selection(),  # noqa: B008  (frozen)
        *,
        chunk: int = 500,
    ) -> AsyncIterator[Proposal]:
        """Every proposal that is meant, in the order of receipt, without holding them all in memory.

        Args:
            selection: which; all of them by default.
            chunk: how many rows are fetched at once.
        """
        condition, values = fitting(selection)
        last = 0
        while True:
            rows = await self.connection.all(
                f"{SELECT} WHERE p.id > :last AND {condition} ORDER BY p.id LIMIT :chunk",
                {**values, "last": last, "chunk": chunk},
            )
            for row in rows:
                yield proposal_of(row)
            if len(rows) < chunk:
                return
            last = rows[-1]["id"]

    async def count_since(self, author_id: PersonId, since: datetime) -> int:
        """How many proposals the person has submitted since a moment, the withdrawn ones too."""
        row = await self.connection.one(
            "SELECT count(*) AS n FROM proposals WHERE author_id = ? AND submitted_at >= ?",
            (author_id, text_of(since)),
        )
        assert row is not None
        return int(row["n"])

    async def find_same(
        self,
        key: str,
        consultation_id: ConsultationId | None,
        *,
        author_id: PersonId | None = None,
        besides: ProposalId = ProposalId(0),  # noqa: B008  (a number)
    ) -> Proposal | None:
        """An earlier proposal whose text has the same key, or None.

        Args:
            key: of the text.
            consultation_id: public ones to this consultation count, whoever has written them.
            author_id: this person's own count, to whatever consultation, unless they have taken them back. What
                was merged into a proposal that was taken back counts no more: it may be sent again.
            besides: the one that does not count.
        """
        row = await self.connection.one(
            f"""
            {SELECT} WHERE p.text_key = :key AND p.id <> :besides AND (
                (p.consultation_id IS :of AND {PUBLIC}) OR (p.author_id = :author AND p.state <> 'withdrawn')
            ) AND NOT EXISTS (
                SELECT 1 FROM proposals AS c WHERE c.id = p.merged_into AND c.state = 'withdrawn'
            ) ORDER BY p.author_id IS NOT :author, p.id LIMIT 1
            """,  # noqa: S608  (constants of ours)
            {"key": key, "of": consultation_id, "author": author_id, "besides": besides},
        )
        return None if row is None else proposal_of(row)

    async def public(
        self,
        *,
        consultation_id: ConsultationId | None = None,
        by_support: bool = False,
        limit: int,
        offset: int = 0,
    ) -> Sequence[Proposal]:
        """What anybody may read, a page of it.

        Args:
            consultation_id: only what was submitted to it; None for all.
            by_support: the most supported first; otherwise the newest first.
            limit: how many.
            offset: how many to leave out at the beginning.
        """
        rows = await self.connection.all(
            f"""
            {SELECT} WHERE {PUBLIC} {"AND p.consultation_id = :of" if consultation_id is not None else ""}
            ORDER BY {"p.endorsements DESC, " if by_support else ""} p.id DESC LIMIT :limit OFFSET :offset
            """,
            {"of": consultation_id, "limit": limit, "offset": offset},
        )
        return [proposal_of(row) for row in rows]

    async def count_public(self, consultation_id: ConsultationId | None = None) -> int:
        """How many proposals anybody may read."""
        row = await self.connection.one(
            f"""
            SELECT count(*) AS n FROM proposals AS p
            WHERE {PUBLIC} AND (:of IS NULL OR p.consultation_id = :of)
            """,  # noqa: S608  (a constant of ours)
            {"of": consultation_id},
        )
        assert row is not None
        return int(row["n"])

    async def of_commitment(self, commitment: CommitmentId) -> Sequence[Proposal]:
        """The proposals that a commitment came from, in the order of receipt."""
        rows = await self.connection.all(f"{SELECT} WHERE p.commitment = ? ORDER BY p.id", (commitment,))
        return [proposal_of(row) for row in rows]

    async def merged_into(self, proposal_id: ProposalId) -> Sequence[Proposal]:
        """The proposals that this one carries on, in the order of receipt."""
        rows = await self.connection.all(f"{SELECT} WHERE p.merged_into = ? ORDER BY p.id", (proposal_id,))
        return [proposal_of(row) for row in rows]

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
                solution, expected_result, ogp_values, goal, region, topic, responsible_body, partners,
                time_frame, indicator, identity, author_name, contact, language, consent_version,
                content_hash, text_key, version, reply_by, submitted_at, updated_at)
            VALUES (:reference, :draft_id, :author_id, :consultation_id, :state, :title, :problem,
                :solution, :expected_result, :ogp_values, :goal, :region, :topic, :responsible_body, :partners,
                :time_frame, :indicator, :identity, :author_name, :contact, :language, :consent_version,
                :content_hash, :text_key, :version, :reply_by, :submitted_at, :updated_at)
            RETURNING id
            """,
            {
                "reference": proposal.reference,
                "draft_id": proposal.draft_id,
                "author_id": proposal.author_id,
                "consultation_id": proposal.consultation_id,
                "submitted_at": text_of(proposal.submitted_at),
                "consent_version": proposal.consent_version,
                **values_of(proposal),
            },
        )
        assert row is not None
        return ProposalId(row["id"])

    async def save(self, proposal: Proposal) -> None:
        """Store what may change of a proposal as it is now."""
        await self.connection.run(
            """
            UPDATE proposals SET state = :state, title = :title, problem = :problem, solution = :solution,
                expected_result = :expected_result, ogp_values = :ogp_values, goal = :goal, region = :region,
                topic = :topic, responsible_body = :responsible_body, partners = :partners,
                time_frame = :time_frame, indicator = :indicator, identity = :identity,
                author_name = :author_name, contact = :contact, language = :language,
                content_hash = :content_hash, text_key = :text_key, version = :version,
                reply_by = :reply_by, late_since = :late_since, response = :response, responded_at = :responded_at,
                responded_by = :responded_by, commitment = :commitment, merged_into = :merged_into,
                has_appealed = :has_appealed, updated_at = :updated_at
            WHERE id = :id
            """,
            {
                "id": proposal.id,
                "response": proposal.response,
                "responded_at": text_of(proposal.responded_at),
                "responded_by": proposal.responded_by,
                "commitment": proposal.commitment,
                "merged_into": proposal.merged_into,
                "has_appealed": proposal.has_appealed,
                **values_of(proposal),
            },
        )

    async def hide(self, proposal_id: ProposalId, *, is_hidden: bool, now: datetime) -> None:
        """Take a proposal out of public view, or show it again."""
        await self.connection.run(
            "UPDATE proposals SET is_hidden = ?, updated_at = ? WHERE id = ?",
            (is_hidden, text_of(now), proposal_id),
        )

    async def wipe(self, proposal_id: ProposalId) -> None:
        """Forget the files, versions, letters, notes and search words of a proposal that its author has taken back.

        The row itself stays as a marker, with what `Proposal.wiped` leaves of it.
        """
        for statement in _WIPING:
            await self.connection.run(statement, (proposal_id,))


#: What taking back leaves nothing of.
_WIPING = (
    "DELETE FROM attachments WHERE proposal_id = ?",
    "DELETE FROM drafts WHERE proposal_id = ?",
    "DELETE FROM claims WHERE proposal_id = ?",
    "DELETE FROM proposal_words WHERE proposal_id = ?",
    "DELETE FROM notes WHERE proposal_id = ?",
    "UPDATE hidings SET reason = '' WHERE proposal_id = ? AND step = 'contested'",
    "UPDATE proposal_versions SET content = 'null' WHERE proposal_id = ?",
    "UPDATE proposal_changes SET reason = '' WHERE proposal_id = ? AND actor = 'author'",
)
