"""Counts of questions and of what people said of answers: by day, without a person."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.knowledge import EntryId
from bot.domain.questions import Ending, QuestionState
from bot.domain.statistics import Statistics, UnansweredQuestion
from storage.rows import Connection, text_of


@dataclass(frozen=True)
class Counts:
    """What is counted."""

    connection: Connection

    async def asked(self, day: date, language: str, ending: Ending) -> None:
        """One more question to the bot."""
        await self.connection.run(
            """
            INSERT INTO question_counts (day, language, ending, count) VALUES (?, ?, ?, 1)
            ON CONFLICT (day, language, ending) DO UPDATE SET count = count + 1
            """,
            (day.isoformat(), language, ending),
        )

    async def unanswered(self, day: date, language: str, text: str) -> None:
        """One more time that the bot had no answer to these words."""
        await self.connection.run(
            """
            INSERT INTO unanswered (day, language, text, count) VALUES (?, ?, ?, 1)
            ON CONFLICT (day, language, text) DO UPDATE SET count = count + 1
            """,
            (day.isoformat(), language, text),
        )

    async def rated(self, day: date, entry: EntryId, *, was_helpful: bool) -> None:
        """One more word on an answer."""
        await self.connection.run(
            """
            INSERT INTO feedback (day, entry, helpful, unhelpful) VALUES (:day, :entry, :yes, 1 - :yes)
            ON CONFLICT (day, entry) DO UPDATE SET helpful = helpful + :yes, unhelpful = unhelpful + 1 - :yes
            """,
            {"day": day.isoformat(), "entry": entry, "yes": int(was_helpful)},
        )

    async def since(self, first: date, moment: datetime, *, days: int, top: int) -> Statistics:
        """The figures from a day on.

        Args:
            first: the first day that counts.
            moment: the same day's beginning.
            days: how many days these are, for the caption.
            top: how many of the unanswered questions to list.
        """
        day = first.isoformat()
        asked = await self.connection.all(
            "SELECT ending, sum(count) AS n FROM question_counts WHERE day >= ? GROUP BY ending", (day,)
        )
        passed_on = await self.connection.all(
            "SELECT state, count(*) AS n FROM questions WHERE asked_at >= ? GROUP BY state",
            (text_of(moment),),
        )
        waiting = await self.connection.one("SELECT count(*) AS n FROM questions WHERE state = 'open'")
        said = await self.connection.one(
            """
            SELECT coalesce(sum(helpful), 0) AS yes, coalesce(sum(unhelpful), 0) AS no
            FROM feedback WHERE day >= ?
            """,
            (day,),
        )
        unanswered = await self.connection.all(
            """
            SELECT text, language, sum(count) AS n FROM unanswered WHERE day >= ? AND text <> ''
            GROUP BY text, language ORDER BY n DESC, max(day) DESC, text LIMIT ?
            """,
            (day, top),
        )
        assert waiting is not None
        assert said is not None
        return Statistics(
            days=days,
            asked={Ending(row["ending"]): row["n"] for row in asked},
            passed_on={QuestionState(row["state"]): row["n"] for row in passed_on},
            waiting=waiting["n"],
            helpful=said["yes"],
            unhelpful=said["no"],
            unanswered=[
                UnansweredQuestion(text=row["text"], language=row["language"], count=row["n"])
                for row in unanswered
            ],
        )
