"""The history of consultations: what, when, who, and why."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.consultations import (
    ConsultationChange,
    ConsultationChangeId,
    ConsultationEvent,
    ConsultationId,
    ConsultationUnknown,
    FieldChange,
)
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT id, consultation_id, event, actor_id, draft_id, note, fields, changed_at FROM consultation_changes
"""


@dataclass(frozen=True)
class ConsultationChanges:
    """What has happened to consultations."""

    connection: Connection

    async def add(self, change: ConsultationChange) -> ConsultationChange:
        """Store a change; its id is given here."""
        row = await self.connection.one(
            """
            INSERT INTO consultation_changes (consultation_id, event, actor_id, draft_id, note, fields, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (
                change.consultation_id,
                change.event,
                change.actor_id,
                change.draft_id,
                change.note,
                json.dumps([one.model_dump() for one in change.fields], ensure_ascii=False),
                text_of(change.changed_at),
            ),
        )
        assert row is not None
        return change.model_copy(update={"id": ConsultationChangeId(row["id"])})

    async def get(self, change_id: ConsultationChangeId) -> ConsultationChange:
        """One change.

        Raises:
            ConsultationUnknown: no such row.
        """
        row = await self.connection.one(f"{_SELECT} WHERE id = ?", (change_id,))
        if row is None:
            raise ConsultationUnknown
        return _change(row)

    async def of_draft(self, draft_id: int) -> ConsultationChange | None:
        """What an officer's work has come to, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE draft_id = ?", (draft_id,))
        return None if row is None else _change(row)

    async def of(self, consultation_id: ConsultationId) -> Sequence[ConsultationChange]:
        """The history of a consultation, the first change first."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE consultation_id = ? ORDER BY id", (consultation_id,)
        )
        return [_change(row) for row in rows]


def _change(row: Row) -> ConsultationChange:
    return ConsultationChange(
        id=row["id"],
        consultation_id=row["consultation_id"],
        event=ConsultationEvent(row["event"]),
        actor_id=row["actor_id"],
        draft_id=row["draft_id"],
        note=row["note"],
        fields=tuple(FieldChange.model_validate(one) for one in json.loads(row["fields"])),
        changed_at=moment_of(row["changed_at"]),
    )
