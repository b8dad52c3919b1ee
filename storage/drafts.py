"""Drafts' rows: proposals being written."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consultations import ConsultationKind
from bot.domain.drafts import Draft, DraftId, DraftUnknown, Mode, Step
from bot.domain.people import PersonId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_SELECT = """
    SELECT id, person_id, consultation_id, proposal_id, gathering_id, mode, step, answers, parts, is_open, returns,
        shown_id, screen_id, reminded_at, created_at, updated_at,
        (SELECT c.kind FROM consultations AS c WHERE c.id = consultation_id) AS kind
    FROM drafts
"""


@dataclass(frozen=True)
class Drafts:
    """Proposals being written; of one person's, one at the most is in hand."""

    connection: Connection

    async def find(self, person_id: PersonId) -> Draft | None:
        """The draft that the person has in hand, or else the one that they wrote on last, or None."""
        row = await self.connection.one(
            f"{_SELECT} WHERE person_id = ? ORDER BY is_open DESC, updated_at DESC, id DESC LIMIT 1",
            (person_id,),
        )
        return None if row is None else _draft(row)

    async def get(self, person_id: PersonId) -> Draft:
        """The draft that the person has in hand, or else the one that they wrote on last.

        Raises:
            DraftUnknown: there is none.
        """
        draft = await self.find(person_id)
        if draft is None:
            raise DraftUnknown
        return draft

    async def theirs(self, draft_id: DraftId, person_id: PersonId) -> Draft:
        """One of the person's drafts.

        Raises:
            DraftUnknown: it was submitted, discarded, or never theirs.
        """
        row = await self.connection.one(f"{_SELECT} WHERE id = ? AND person_id = ?", (draft_id, person_id))
        if row is None:
            raise DraftUnknown
        return _draft(row)

    async def by(self, person_id: PersonId) -> Sequence[Draft]:
        """All of the person's drafts, the one in hand first, then what they wrote on last."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE person_id = ? ORDER BY is_open DESC, updated_at DESC, id DESC", (person_id,)
        )
        return [_draft(row) for row in rows]

    async def find_correction(self, proposal_id: int) -> Draft | None:
        """The draft in which a submitted proposal is being corrected, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE proposal_id = ?", (proposal_id,))
        return None if row is None else _draft(row)

    async def find_any(self, draft_id: DraftId) -> Draft | None:
        """A draft, whosever it is, or None; for what the bot does by itself, and for the log."""
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (draft_id,))
        return None if row is None else _draft(row)

    async def put_aside(self, person_id: PersonId, *, but: DraftId | None = None) -> None:
        """Take the draft out of the person's hand; one with nothing in it is not kept.

        Args:
            person_id: whose.
            but: a draft that may stay in hand.
        """
        await self.connection.run(
            """
            DELETE FROM drafts WHERE person_id = :person AND is_open AND id IS NOT :but AND answers = '{}'
                AND NOT EXISTS (SELECT 1 FROM attachments WHERE draft_id = drafts.id)
            """,
            {"person": person_id, "but": but},
        )
        await self.connection.run(
            "UPDATE drafts SET is_open = 0 WHERE person_id = :person AND is_open AND id IS NOT :but",
            {"person": person_id, "but": but},
        )

    async def shown(self, draft_id: DraftId, message_id: int, *, first: int) -> None:
        """Remember which message shows the draft's present step, and which was the first to.

        Args:
            draft_id: which draft.
            message_id: the message that shows it now.
            first: what counts as the first, unless that is known already.
        """
        await self.connection.run(
            "UPDATE drafts SET screen_id = ?, shown_id = coalesce(shown_id, ?) WHERE id = ?",
            (message_id, first, draft_id),
        )

    async def unreminded(self, *, before: datetime, limit: int) -> Sequence[Draft]:
        """Drafts with something in them that wait, and of which nobody was reminded; the oldest first.

        Corrections of proposals are not among them: those were sent.

        Args:
            before: untouched since.
            limit: so many.
        """
        rows = await self.connection.all(
            _SELECT
            + """
            WHERE reminded_at IS NULL AND proposal_id IS NULL AND answers <> '{}' AND updated_at < :before
            ORDER BY updated_at, id LIMIT :limit
            """,
            {"before": text_of(before), "limit": limit},
        )
        return [_draft(row) for row in rows]

    async def reminded(self, draft_id: DraftId, *, now: datetime) -> None:
        """Remember that its author was reminded of it."""
        await self.connection.run("UPDATE drafts SET reminded_at = ? WHERE id = ?", (text_of(now), draft_id))

    async def add(self, draft: Draft) -> Draft:
        """Store a new draft; its id is given here and never again to another."""
        row = await self.connection.one(
            """
            INSERT INTO drafts (person_id, consultation_id, proposal_id, gathering_id, mode, step, answers, parts,
                is_open, returns, shown_id, screen_id, reminded_at, created_at, updated_at)
            VALUES (:person_id, :consultation_id, :proposal_id, :gathering_id, :mode, :step, :answers, :parts,
                :is_open, :returns, :shown_id, :screen_id, :reminded_at, :created_at, :updated_at)
            RETURNING id
            """,
            _values(draft),
        )
        assert row is not None
        return draft.model_copy(update={"id": DraftId(row["id"])})

    async def save(self, draft: Draft) -> None:
        """Store the draft as it is now."""
        await self.connection.run(
            """
            UPDATE drafts SET consultation_id = :consultation_id, gathering_id = :gathering_id, mode = :mode, step = :step,
                answers = :answers, parts = :parts, is_open = :is_open, returns = :returns,
                shown_id = :shown_id, screen_id = :screen_id, reminded_at = :reminded_at, updated_at = :updated_at
            WHERE id = :id
            """,
            {"id": draft.id, **_values(draft)},
        )

    async def reserve(self) -> DraftId:
        """An id that no draft has had or will have: for a proposal that comes from a file."""
        row = await self.connection.one(
            "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'drafts' RETURNING seq"
        )
        if row is None:  # there has been no draft yet
            await self.connection.run("INSERT INTO sqlite_sequence (name, seq) VALUES ('drafts', 1)")
        return DraftId(1 if row is None else row["seq"])

    async def delete(self, draft_id: DraftId) -> None:
        """Forget the draft, with what is attached to it still."""
        await self.connection.run("DELETE FROM drafts WHERE id = ?", (draft_id,))


def _values(draft: Draft) -> dict[str, str | int | None]:
    return {
        "person_id": draft.person_id,
        "consultation_id": draft.consultation_id,
        "proposal_id": draft.proposal_id,
        "gathering_id": draft.gathering_id,
        "mode": draft.mode,
        "step": draft.step,
        "answers": json.dumps(dict(draft.answers), ensure_ascii=False),
        "parts": json.dumps([part.model_dump() for part in draft.parts], ensure_ascii=False),
        "is_open": draft.is_open,
        "returns": draft.returns,
        "shown_id": draft.shown_id,
        "screen_id": draft.screen_id,
        "reminded_at": text_of(draft.reminded_at),
        "created_at": text_of(draft.created_at),
        "updated_at": text_of(draft.updated_at),
    }


def _draft(row: Row) -> Draft:
    return Draft(
        id=row["id"],
        person_id=row["person_id"],
        consultation_id=row["consultation_id"],
        proposal_id=row["proposal_id"],
        gathering_id=row["gathering_id"],
        kind=ConsultationKind(row["kind"]) if row["kind"] else None,
        mode=Mode(row["mode"]),
        step=Step(row["step"]),
        answers=json.loads(row["answers"]),
        parts=json.loads(row["parts"]),
        is_open=bool(row["is_open"]),
        returns=bool(row["returns"]),
        shown_id=row["shown_id"],
        screen_id=row["screen_id"],
        reminded_at=maybe_moment_of(row["reminded_at"]),
        created_at=moment_of(row["created_at"]),
        updated_at=moment_of(row["updated_at"]),
    )
