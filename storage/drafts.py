"""Drafts' rows: a proposal being written, one a person."""

import json
from dataclasses import dataclass

from bot.domain.people import PersonId
from bot.domain.proposals import Draft, DraftId, DraftUnknown, Step
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of


@dataclass(frozen=True)
class Drafts:
    """Proposals being written."""

    connection: Connection

    async def find(self, person_id: PersonId) -> Draft | None:
        """The person's draft, or None."""
        row = await self.connection.one(
            """
            SELECT id, person_id, consultation_id, step, answers, is_open, returns, answered_at,
                created_at, updated_at
            FROM drafts WHERE person_id = ?
            """,
            (person_id,),
        )
        return None if row is None else _draft(row)

    async def get(self, person_id: PersonId) -> Draft:
        """The person's draft.

        Raises:
            DraftUnknown: there is none.
        """
        draft = await self.find(person_id)
        if draft is None:
            raise DraftUnknown
        return draft

    async def add(self, draft: Draft) -> Draft:
        """Store a new draft; its id is given here and never again to another."""
        row = await self.connection.one(
            """
            INSERT INTO drafts (person_id, consultation_id, step, answers, is_open, returns, answered_at,
                created_at, updated_at)
            VALUES (:person_id, :consultation_id, :step, :answers, :is_open, :returns, :answered_at,
                :created_at, :updated_at)
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
            UPDATE drafts SET consultation_id = :consultation_id, step = :step, answers = :answers,
                is_open = :is_open, returns = :returns, answered_at = :answered_at, updated_at = :updated_at
            WHERE id = :id
            """,
            {"id": draft.id, **_values(draft)},
        )

    async def delete(self, draft_id: DraftId) -> None:
        """Forget the draft."""
        await self.connection.run("DELETE FROM drafts WHERE id = ?", (draft_id,))


def _values(draft: Draft) -> dict[str, str | int | None]:
    return {
        "person_id": draft.person_id,
        "consultation_id": draft.consultation_id,
        "step": draft.step,
        "answers": json.dumps(dict(draft.answers), ensure_ascii=False),
        "is_open": draft.is_open,
        "returns": draft.returns,
        "answered_at": text_of(draft.answered_at),
        "created_at": text_of(draft.created_at),
        "updated_at": text_of(draft.updated_at),
    }


def _draft(row: Row) -> Draft:
    return Draft(
        id=row["id"],
        person_id=row["person_id"],
        consultation_id=row["consultation_id"],
        step=Step(row["step"]),
        answers=json.loads(row["answers"]),
        is_open=bool(row["is_open"]),
        returns=bool(row["returns"]),
        answered_at=maybe_moment_of(row["answered_at"]),
        created_at=moment_of(row["created_at"]),
        updated_at=moment_of(row["updated_at"]),
    )
