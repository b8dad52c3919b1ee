"""Letters' rows: texts being written to the secretariat, or by it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.letters import Letter, LetterId, LetterState, LetterUnknown, Purpose
from bot.domain.people import PersonId
from storage.consultation_drafts import ConsultationDrafts
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of


@dataclass(frozen=True)
class Letters:
    """Letters being written; of one person's, one at the most is in hand."""

    connection: Connection

    async def get(self, letter_id: LetterId, person_id: PersonId) -> Letter:
        """This person's letter.

        Raises:
            LetterUnknown: it was sent, thrown away, or never theirs.
        """
        row = await self.connection.one(
            """
            SELECT id, person_id, purpose, question_id, subject_id, choice, text, other, other_language,
                writes_other, state, typed_at, created_at, message_id
            FROM letters WHERE id = ? AND person_id = ?
            """,
            (letter_id, person_id),
        )
        if row is None:
            raise LetterUnknown
        return _letter(row)

    async def writer_of(self, letter_id: LetterId) -> PersonId | None:
        """Who is writing it; None where it was sent or thrown away."""
        row = await self.connection.one("SELECT person_id FROM letters WHERE id = ?", (letter_id,))
        return None if row is None else PersonId(row["person_id"])

    async def find(self, like: Letter) -> Letter | None:
        """The letter of the same person, of the same purpose and about the same thing, or None."""
        row = await self.connection.one(
            """
            SELECT id, person_id, purpose, question_id, subject_id, choice, text, other, other_language,
                writes_other, state, typed_at, created_at, message_id
            FROM letters
            WHERE person_id = ? AND purpose = ? AND question_id IS ? AND subject_id = ? AND message_id = ?
            """,
            (like.person_id, like.purpose, like.question_id, like.subject_id, like.message_id),
        )
        return None if row is None else _letter(row)

    async def in_hand(self, person_id: PersonId) -> Letter | None:
        """The letter that the person is writing now, or None."""
        row = await self.connection.one(
            """
            SELECT id, person_id, purpose, question_id, subject_id, choice, text, other, other_language,
                writes_other, state, typed_at, created_at, message_id
            FROM letters WHERE person_id = ? AND state <> 'aside'
            """,
            (person_id,),
        )
        return None if row is None else _letter(row)

    async def add(self, letter: Letter) -> Letter:
        """Store a new letter; its id is never given to another."""
        row = await self.connection.one(
            """
            INSERT INTO letters (person_id, purpose, question_id, subject_id, choice, text, other, other_language,
                writes_other, state, typed_at, created_at, message_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (
                letter.person_id,
                letter.purpose,
                letter.question_id,
                letter.subject_id,
                letter.choice,
                letter.text,
                letter.other,
                letter.other_language,
                letter.writes_other,
                letter.state,
                text_of(letter.typed_at),
                text_of(letter.created_at),
                letter.message_id,
            ),
        )
        assert row is not None
        return letter.model_copy(update={"id": LetterId(row["id"])})

    async def save(self, letter: Letter) -> None:
        """Store the letter as it is now."""
        await self.connection.run(
            """
            UPDATE letters SET choice = ?, text = ?, other = ?, other_language = ?, writes_other = ?, state = ?,
                typed_at = ?
            WHERE id = ?
            """,
            (
                letter.choice,
                letter.text,
                letter.other,
                letter.other_language,
                letter.writes_other,
                letter.state,
                text_of(letter.typed_at),
                letter.id,
            ),
        )

    async def put_aside(self, person_id: PersonId) -> bool:
        """Take the letter out of the person's hand; an empty one is not kept. Whether there was one.

        What an officer is writing about a consultation goes out of their hand with it: one thing is in it.
        """
        await ConsultationDrafts(self.connection).put_aside(person_id)
        await self.connection.run(
            "DELETE FROM letters WHERE person_id = ? AND state <> 'aside' AND text = ''", (person_id,)
        )
        return bool(
            await self.connection.run(
                "UPDATE letters SET state = 'aside' WHERE person_id = ? AND state <> 'aside'", (person_id,)
            )
        )

    async def delete(self, letter_id: LetterId) -> None:
        """Forget the letter."""
        await self.connection.run("DELETE FROM letters WHERE id = ?", (letter_id,))

    async def delete_of_topics(self, *, before: datetime) -> int:
        """Forget what was written in topics before this moment and never sent; how many."""
        return await self.connection.run(
            "DELETE FROM letters WHERE message_id <> 0 AND created_at < ?", (text_of(before),)
        )

    async def others_on(self, question_id: int, person_id: PersonId) -> int:
        """How many other people are writing an answer to this question."""
        row = await self.connection.one(
            "SELECT count(*) AS n FROM letters WHERE question_id = ? AND person_id <> ?",
            (question_id, person_id),
        )
        assert row is not None
        return int(row["n"])

    async def others_about(
        self, purposes: Collection[Purpose], subject_id: int, person_id: PersonId | None
    ) -> int:
        """How many other people are writing letters of these purposes about this."""
        row = await self.connection.one(
            f"""
            SELECT count(*) AS n FROM letters
            WHERE purpose IN ({", ".join("?" for _ in purposes)}) AND subject_id = ? AND person_id IS NOT ?
            """,  # noqa: S608  (only marks)
            [*purposes, subject_id, person_id],
        )
        assert row is not None
        return int(row["n"])


def _letter(row: Row) -> Letter:
    return Letter(
        id=row["id"],
        person_id=row["person_id"],
        purpose=Purpose(row["purpose"]),
        question_id=row["question_id"],
        subject_id=row["subject_id"],
        choice=row["choice"],
        text=row["text"],
        other=row["other"],
        other_language=row["other_language"],
        writes_other=bool(row["writes_other"]),
        state=LetterState(row["state"]),
        typed_at=maybe_moment_of(row["typed_at"]),
        created_at=moment_of(row["created_at"]),
        message_id=row["message_id"],
    )
