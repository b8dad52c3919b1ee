"""Questions' rows: what was passed on to the secretariat, and what it answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.letters import LetterId
from bot.domain.people import PersonId
from bot.domain.questions import AskedId, Question, QuestionId, QuestionState, QuestionUnknown
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of


@dataclass(frozen=True)
class Questions:
    """Questions to the secretariat."""

    connection: Connection

    async def get(self, question_id: QuestionId) -> Question:
        """The question.

        Raises:
            QuestionUnknown: there is none with this id.
        """
        row = await self.connection.one(
            """
            SELECT id, asker_id, text, language, entity, state, asked_id, letter_id, asked_at, answer, reply_id,
                answered_by, answered_at, was_helpful
            FROM questions WHERE id = ?
            """,
            (question_id,),
        )
        if row is None:
            raise QuestionUnknown
        return _question(row)

    async def find_by_asked(self, asked_id: AskedId) -> Question | None:
        """What a question to the bot was passed on as, or None."""
        row = await self.connection.one("SELECT id FROM questions WHERE asked_id = ?", (asked_id,))
        return None if row is None else await self.get(row["id"])

    async def find_by_letter(self, letter_id: LetterId) -> Question | None:
        """What a letter became: a question, or the answer to one; or None."""
        row = await self.connection.one(
            "SELECT id FROM questions WHERE letter_id = :letter OR reply_id = :letter", {"letter": letter_id}
        )
        return None if row is None else await self.get(row["id"])

    async def add(self, question: Question) -> Question:
        """Store a new question."""
        row = await self.connection.one(
            """
            INSERT INTO questions (asker_id, text, language, entity, state, asked_id, letter_id, asked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (
                question.asker_id,
                question.text,
                question.language,
                question.entity,
                question.state,
                question.asked_id,
                question.letter_id,
                text_of(question.asked_at),
            ),
        )
        assert row is not None
        return question.model_copy(update={"id": QuestionId(row["id"])})

    async def settle(
        self,
        question_id: QuestionId,
        state: QuestionState,
        *,
        by: PersonId | None,
        now: datetime,
        answer: str = "",
        reply_id: LetterId | None = None,
    ) -> bool:
        """Answer or close what is still open; False where somebody else was first."""
        return bool(
            await self.connection.run(
                """
                UPDATE questions SET state = ?, answer = ?, reply_id = ?, answered_by = ?, answered_at = ?
                WHERE id = ? AND state = 'open'
                """,
                (state, answer, reply_id, by, text_of(now), question_id),
            )
        )

    async def rate(self, question_id: QuestionId, *, was_helpful: bool) -> bool:
        """Remember what the asker said of the answer; False where it was said already."""
        return bool(
            await self.connection.run(
                "UPDATE questions SET was_helpful = ? WHERE id = ? AND was_helpful IS NULL",
                (int(was_helpful), question_id),
            )
        )

    async def open_of(self, person_id: PersonId) -> int:
        """How many of this person's questions wait."""
        row = await self.connection.one(
            "SELECT count(*) AS n FROM questions WHERE asker_id = ? AND state = 'open'", (person_id,)
        )
        assert row is not None
        return int(row["n"])

    async def count_open(self) -> int:
        """How many questions wait."""
        row = await self.connection.one("SELECT count(*) AS n FROM questions WHERE state = 'open'")
        assert row is not None
        return int(row["n"])

    async def open(self, *, limit: int, offset: int) -> Sequence[Question]:
        """Questions that wait, oldest first."""
        rows = await self.connection.all(
            """
            SELECT id, asker_id, text, language, entity, state, asked_id, letter_id, asked_at, answer, reply_id,
                answered_by, answered_at, was_helpful
            FROM questions WHERE state = 'open' ORDER BY id LIMIT ? OFFSET ?
            """,
            (limit, offset),
        )
        return [_question(row) for row in rows]


def _question(row: Row) -> Question:
    return Question(
        id=row["id"],
        asker_id=row["asker_id"],
        text=row["text"],
        language=row["language"],
        entity=row["entity"],
        state=QuestionState(row["state"]),
        asked_id=row["asked_id"],
        letter_id=row["letter_id"],
        asked_at=moment_of(row["asked_at"]),
        answer=row["answer"],
        reply_id=row["reply_id"],
        answered_by=row["answered_by"],
        answered_at=maybe_moment_of(row["answered_at"]),
        was_helpful=None if row["was_helpful"] is None else bool(row["was_helpful"]),
    )
