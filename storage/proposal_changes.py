"""A proposal's history: its versions, and every change of its state with the reason."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.drafts import DraftId
from bot.domain.proposals import (
    ChangedBy,
    ChangeId,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
    ProposalText,
    ProposalUnknown,
    ProposalVersion,
)
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT id, proposal_id, was, became, actor, actor_id, letter_id, reason, other,
        other_language, changed_at
    FROM proposal_changes
"""


@dataclass(frozen=True)
class ProposalChanges:
    """Versions and changes of proposals."""

    connection: Connection

    async def add(self, change: ProposalChange) -> ProposalChange:
        """Store a change and give it its row id."""
        row = await self.connection.one(
            """
            INSERT INTO proposal_changes (proposal_id, was, became, actor, actor_id, letter_id, reason,
                other, other_language, changed_at)
            VALUES (:proposal_id, :was, :became, :actor, :actor_id, :letter_id, :reason, :other,
                :other_language, :changed_at)
            RETURNING id
            """,
            {**change.model_dump(exclude={"id"}), "changed_at": text_of(change.changed_at)},
        )
        assert row is not None
        return change.model_copy(update={"id": ChangeId(row["id"])})

    async def get(self, change_id: ChangeId) -> ProposalChange:
        """One change.

        Raises:
            ProposalUnknown: no such row.
        """
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (change_id,))
        if row is None:
            raise ProposalUnknown
        return _change(row)

    async def find_by_letter(self, letter_id: int) -> ProposalChange | None:
        """The change of which this letter was the reason, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE letter_id = ?", (letter_id,))
        return None if row is None else _change(row)

    async def of(self, proposal_id: ProposalId) -> Sequence[ProposalChange]:
        """A proposal's changes, the first first."""
        rows = await self.connection.all(f"{_SELECT} WHERE proposal_id = ? ORDER BY id", (proposal_id,))
        return [_change(row) for row in rows]

    async def add_version(self, proposal: Proposal, *, draft_id: DraftId | None = None) -> None:
        """Keep the proposal's present text as its present version.

        Args:
            proposal: as it is now.
            draft_id: the draft that it came from; the key against repeats.
        """
        await self.connection.run(
            """
            INSERT INTO proposal_versions (proposal_id, number, draft_id, content, content_hash, written_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (
                proposal.id,
                proposal.version,
                draft_id,
                json.dumps(proposal.text.model_dump(mode="json"), ensure_ascii=False),
                proposal.content_hash,
                text_of(proposal.updated_at),
            ),
        )

    async def versions(self, proposal_id: ProposalId) -> Sequence[ProposalVersion]:
        """A proposal's versions, the first first."""
        rows = await self.connection.all(
            """
            SELECT proposal_id, number, content, content_hash, written_at FROM proposal_versions
            WHERE proposal_id = ? ORDER BY number
            """,
            (proposal_id,),
        )
        return [_version(row) for row in rows]

    async def wipe_versions(self, proposal_id: ProposalId) -> None:
        """Forget the texts of a proposal that was taken back; the hashes stay."""
        await self.connection.run(
            "UPDATE proposal_versions SET content = 'null' WHERE proposal_id = ?", (proposal_id,)
        )


def _change(row: Row) -> ProposalChange:
    return ProposalChange(
        id=row["id"],
        proposal_id=row["proposal_id"],
        was=None if row["was"] is None else ProposalState(row["was"]),
        became=ProposalState(row["became"]),
        actor=ChangedBy(row["actor"]),
        actor_id=row["actor_id"],
        letter_id=row["letter_id"],
        reason=row["reason"],
        other=row["other"],
        other_language=row["other_language"],
        changed_at=moment_of(row["changed_at"]),
    )


def _version(row: Row) -> ProposalVersion:
    content = json.loads(row["content"])
    return ProposalVersion(
        proposal_id=row["proposal_id"],
        number=row["number"],
        text=None if content is None else ProposalText.model_validate(content),
        content_hash=row["content_hash"],
        written_at=moment_of(row["written_at"]),
    )
