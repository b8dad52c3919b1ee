"""Officers' work on consultations: of one officer's, one at the most is in hand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.consultation_asks import Ask, Intent
from bot.domain.consultation_drafts import ConsultationDraft, ConsultationDraftId
from bot.domain.consultations import ConsultationId
from bot.domain.people import PersonId
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT id, person_id, intent, consultation_id, sequence, step, base, answers, parts, is_open, returns, shown_id,
        screen_id, created_at, updated_at
    FROM consultation_drafts
"""


@dataclass(frozen=True)
class ConsultationDrafts:
    """What officers are writing about consultations."""

    connection: Connection

    async def find(self, draft_id: ConsultationDraftId) -> ConsultationDraft | None:
        """One of them, whosever it is, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (draft_id,))
        return None if row is None else _draft(row)

    async def in_hand(self, person_id: PersonId) -> ConsultationDraft | None:
        """The one that takes the officer's next message, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE person_id = ? AND is_open", (person_id,))
        return None if row is None else _draft(row)

    async def by(self, person_id: PersonId) -> Sequence[ConsultationDraft]:
        """All of an officer's, what they worked on last first."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE person_id = ? ORDER BY updated_at DESC, id DESC", (person_id,)
        )
        return [_draft(row) for row in rows]

    async def on(self, consultation_id: ConsultationId) -> Sequence[ConsultationDraft]:
        """All that officers are writing about this consultation."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE consultation_id = ? ORDER BY id", (consultation_id,)
        )
        return [_draft(row) for row in rows]

    async def put_aside(self, person_id: PersonId) -> None:
        """Take it out of the officer's hand."""
        await self.connection.run(
            "UPDATE consultation_drafts SET is_open = 0 WHERE person_id = ? AND is_open", (person_id,)
        )

    async def shown(self, draft_id: ConsultationDraftId, message_id: int, *, first: int) -> None:
        """Remember which message shows the present step.

        Args:
            draft_id: which.
            message_id: the message that shows it now.
            first: what counts as the first, unless that is known already.
        """
        await self.connection.run(
            "UPDATE consultation_drafts SET screen_id = ?, shown_id = coalesce(shown_id, ?) WHERE id = ?",
            (message_id, first, draft_id),
        )

    async def add(self, draft: ConsultationDraft) -> ConsultationDraft:
        """Store a new one; its id is given here and never again to another."""
        row = await self.connection.one(
            """
            INSERT INTO consultation_drafts (person_id, intent, consultation_id, sequence, step, base, answers,
                parts, is_open, returns, shown_id, screen_id, created_at, updated_at)
            VALUES (:person_id, :intent, :consultation_id, :sequence, :step, :base, :answers, :parts, :is_open,
                :returns, :shown_id, :screen_id, :created_at, :updated_at)
            RETURNING id
            """,
            _values(draft),
        )
        assert row is not None
        return draft.model_copy(update={"id": ConsultationDraftId(row["id"])})

    async def save(self, draft: ConsultationDraft) -> None:
        """Store it as it is now."""
        await self.connection.run(
            """
            UPDATE consultation_drafts SET consultation_id = :consultation_id, sequence = :sequence, step = :step,
                base = :base, answers = :answers, parts = :parts, is_open = :is_open, returns = :returns,
                shown_id = :shown_id, screen_id = :screen_id, updated_at = :updated_at
            WHERE id = :id
            """,
            {"id": draft.id, **_values(draft)},
        )

    async def delete(self, draft_id: ConsultationDraftId) -> None:
        """Forget it."""
        await self.connection.run("DELETE FROM consultation_drafts WHERE id = ?", (draft_id,))


def _values(draft: ConsultationDraft) -> dict[str, str | int | None]:
    return {
        "person_id": draft.person_id,
        "intent": draft.intent,
        "consultation_id": draft.consultation_id,
        "sequence": draft.sequence,
        "step": draft.step,
        "base": json.dumps(dict(draft.base), ensure_ascii=False),
        "answers": json.dumps(dict(draft.answers), ensure_ascii=False),
        "parts": json.dumps([part.model_dump() for part in draft.parts], ensure_ascii=False),
        "is_open": draft.is_open,
        "returns": draft.returns,
        "shown_id": draft.shown_id,
        "screen_id": draft.screen_id,
        "created_at": text_of(draft.created_at),
        "updated_at": text_of(draft.updated_at),
    }


def _draft(row: Row) -> ConsultationDraft:
    return ConsultationDraft(
        id=row["id"],
        person_id=row["person_id"],
        intent=Intent(row["intent"]),
        consultation_id=row["consultation_id"],
        sequence=row["sequence"],
        step=Ask(row["step"]),
        base=json.loads(row["base"]),
        answers=json.loads(row["answers"]),
        parts=json.loads(row["parts"]),
        is_open=bool(row["is_open"]),
        returns=bool(row["returns"]),
        shown_id=row["shown_id"],
        screen_id=row["screen_id"],
        created_at=moment_of(row["created_at"]),
        updated_at=moment_of(row["updated_at"]),
    )
