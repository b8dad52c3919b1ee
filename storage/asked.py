"""What people asked last, and what it was about: remembered for a while, for the buttons and the next question."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.knowledge import EntityId, EntryId
from bot.domain.people import PersonId
from bot.domain.questions import Asked, AskedId
from storage.rows import Connection, Row, moment_of, text_of


@dataclass(frozen=True)
class AskedRows:
    """The last questions of each person."""

    connection: Connection

    async def find(self, asked_id: AskedId, person_id: PersonId) -> Asked | None:
        """This person's question, or None."""
        row = await self.connection.one(
            """
            SELECT id, person_id, text, language, entity, offered, entry, was_helpful, asked_at
            FROM asked WHERE id = ? AND person_id = ?
            """,
            (asked_id, person_id),
        )
        return None if row is None else _asked(row)

    async def latest(self, person_id: PersonId) -> Asked | None:
        """The person's last question, or None."""
        row = await self.connection.one(
            """
            SELECT id, person_id, text, language, entity, offered, entry, was_helpful, asked_at
            FROM asked WHERE person_id = ? ORDER BY id DESC LIMIT 1
            """,
            (person_id,),
        )
        return None if row is None else _asked(row)

    async def add(self, asked: Asked, *, at_most: int) -> Asked:
        """Remember a question, and of the person's earlier ones only the last few."""
        row = await self.connection.one(
            """
            INSERT INTO asked (person_id, text, language, entity, offered, entry, asked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (
                asked.person_id,
                asked.text,
                asked.language,
                asked.entity,
                json.dumps(asked.offered),
                asked.entry,
                text_of(asked.asked_at),
            ),
        )
        assert row is not None
        await self.connection.run(
            """
            DELETE FROM asked WHERE person_id = :person AND id NOT IN (
                SELECT id FROM asked WHERE person_id = :person ORDER BY id DESC LIMIT :most
            )
            """,
            {"person": asked.person_id, "most": at_most},
        )
        return asked.model_copy(update={"id": AskedId(row["id"])})

    async def choose(self, asked_id: AskedId, entry: EntryId) -> None:
        """Remember which of the offered answers the person has opened."""
        await self.connection.run("UPDATE asked SET entry = ? WHERE id = ?", (entry, asked_id))

    async def rate(self, asked_id: AskedId, *, was_helpful: bool) -> None:
        """Remember what the person said of the answer."""
        await self.connection.run(
            "UPDATE asked SET was_helpful = ? WHERE id = ?", (int(was_helpful), asked_id)
        )

    async def forget_before(self, moment: datetime) -> int:
        """Erase what is older; how many."""
        return await self.connection.run("DELETE FROM asked WHERE asked_at < ?", (text_of(moment),))

    async def attention(self, person_id: PersonId, *, since: datetime) -> EntityId | None:
        """What the person's last answer was about, unless that is older than `since`."""
        row = await self.connection.one(
            "SELECT entity FROM attention WHERE person_id = ? AND since >= ?", (person_id, text_of(since))
        )
        return None if row is None else row["entity"]

    async def attend(self, person_id: PersonId, entity: EntityId, *, now: datetime) -> None:
        """Remember what the person is reading about."""
        await self.connection.run(
            """
            INSERT INTO attention (person_id, entity, since) VALUES (?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET entity = excluded.entity, since = excluded.since
            """,
            (person_id, entity, text_of(now)),
        )

    async def turn_away(self, person_id: PersonId) -> None:
        """Forget what the person was reading about."""
        await self.connection.run("DELETE FROM attention WHERE person_id = ?", (person_id,))

    async def turn_all_away_before(self, moment: datetime) -> int:
        """Forget what nobody reads about any more; how many."""
        return await self.connection.run("DELETE FROM attention WHERE since < ?", (text_of(moment),))


def _asked(row: Row) -> Asked:
    offered: Sequence[EntryId] = json.loads(row["offered"])
    return Asked(
        id=row["id"],
        person_id=row["person_id"],
        text=row["text"],
        language=row["language"],
        entity=row["entity"],
        offered=tuple(offered),
        entry=row["entry"],
        was_helpful=None if row["was_helpful"] is None else bool(row["was_helpful"]),
        asked_at=moment_of(row["asked_at"]),
    )
