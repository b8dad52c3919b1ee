"""What people look for among public proposals: the search that waits for its words, and the latest ones."""

from dataclasses import dataclass

from bot.domain.people import PersonId
from bot.domain.searches import Search, SearchId, SearchUnknown
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = "SELECT id, person_id, consultation_id, words, asked_at FROM searches"


@dataclass(frozen=True)
class Searches:
    """A few a person; one of them at the most waits for its words."""

    connection: Connection

    async def add(self, search: Search) -> Search:
        """Store a new search; its id is never given to another."""
        row = await self.connection.one(
            """
            INSERT INTO searches (person_id, consultation_id, words, asked_at)
            VALUES (:person_id, :consultation_id, :words, :asked_at) RETURNING id
            """,
            {**search.model_dump(exclude={"id"}), "asked_at": text_of(search.asked_at)},
        )
        assert row is not None
        return search.model_copy(update={"id": SearchId(row["id"])})

    async def get(self, search_id: SearchId, person_id: PersonId) -> Search:
        """This person's search.

        Raises:
            SearchUnknown: it is not kept any more, or was never theirs.
        """
        row = await self.connection.one(f"{_SELECT} WHERE id = ? AND person_id = ?", (search_id, person_id))
        if row is None:
            raise SearchUnknown
        return _search(row)

    async def waiting(self, person_id: PersonId) -> Search | None:
        """The search that waits for its words, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE person_id = ? AND words = ''", (person_id,))
        return None if row is None else _search(row)

    async def give(self, search_id: SearchId, words: str) -> None:
        """Let a search have its words."""
        await self.connection.run("UPDATE searches SET words = ? WHERE id = ?", (words, search_id))

    async def turn_away(self, person_id: PersonId) -> bool:
        """Wait for no words any more; False where none were waited for."""
        return bool(
            await self.connection.run("DELETE FROM searches WHERE person_id = ? AND words = ''", (person_id,))
        )

    async def forget(self, person_id: PersonId, *, but: int) -> None:
        """Forget all but the latest so many of a person's searches."""
        await self.connection.run(
            """
            DELETE FROM searches WHERE person_id = :person AND id NOT IN (
                SELECT id FROM searches WHERE person_id = :person ORDER BY id DESC LIMIT :but
            )
            """,
            {"person": person_id, "but": but},
        )


def _search(row: Row) -> Search:
    return Search(
        id=row["id"],
        person_id=row["person_id"],
        consultation_id=row["consultation_id"],
        words=row["words"],
        asked_at=moment_of(row["asked_at"]),
    )
