"""What the secretariat notes about its cases for itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.cases import CaseKind, CaseRef, Note, NoteId
from storage.assignments import COLUMNS
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = """
    SELECT n.id, n.proposal_id, n.question_id, n.actor_id, m.name, n.letter_id, n.text, n.written_at
    FROM notes AS n LEFT JOIN members AS m ON m.person_id = n.actor_id
"""


@dataclass(frozen=True)
class Notes:
    """Notes are added; they go with the text of what they are about."""

    connection: Connection

    async def add(self, note: Note) -> Note:
        """Store a note and give it its row id."""
        row = await self.connection.one(
            f"""
            INSERT INTO notes ({COLUMNS[note.case.kind]}, actor_id, letter_id, text, written_at)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """,  # noqa: S608  (a name of ours)
            (note.case.row, note.actor_id, note.letter_id, note.text, text_of(note.written_at)),
        )
        assert row is not None
        return note.model_copy(update={"id": NoteId(row["id"])})

    async def find(self, note_id: NoteId) -> Note | None:
        """A note; None where it is gone."""
        row = await self.connection.one(f"{_SELECT} WHERE n.id = ?", (note_id,))
        return None if row is None else _note(row)

    async def find_by_letter(self, letter_id: int) -> Note | None:
        """The note that this letter became, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE n.letter_id = ?", (letter_id,))
        return None if row is None else _note(row)

    async def of(self, case: CaseRef) -> Sequence[Note]:
        """Every note about a case, the newest first."""
        rows = await self.connection.all(
            f"{_SELECT} WHERE n.{COLUMNS[case.kind]} = ? ORDER BY n.id DESC", (case.row,)
        )
        return [_note(row) for row in rows]


def _note(row: Row) -> Note:
    kind = CaseKind.PROPOSAL if row["proposal_id"] is not None else CaseKind.QUESTION
    return Note(
        id=NoteId(row["id"]),
        case=CaseRef(kind=kind, row=row[COLUMNS[kind]]),
        actor_id=row["actor_id"],
        name=row["name"] or "",
        letter_id=row["letter_id"],
        text=row["text"],
        written_at=moment_of(row["written_at"]),
    )
