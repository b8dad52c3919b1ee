"""People's rows."""

from dataclasses import dataclass

from bot.domain.errors import NotFound
from bot.domain.people import Person, PersonId, QuietHours
from storage.rows import Connection, Row, moment_of, text_of


@dataclass(frozen=True)
class People:
    """Who has written to the bot."""

    connection: Connection

    async def find(self, person_id: PersonId) -> Person | None:
        """The person, or None."""
        row = await self.connection.one(
            """
            SELECT id, language, language_code, is_reachable, quiet_from, quiet_until, met_at FROM people
            WHERE id = ?
            """,
            (person_id,),
        )
        return None if row is None else _person(row)

    async def get(self, person_id: PersonId) -> Person:
        """The person.

        Raises:
            NotFound: nobody with this id has written.
        """
        person = await self.find(person_id)
        if person is None:
            raise NotFound
        return person

    async def save(self, person: Person) -> None:
        """Add the person, or bring what is known up to date."""
        await self.connection.run(
            """
            INSERT INTO people (id, language, language_code, is_reachable, quiet_from, quiet_until, met_at)
            VALUES (:id, :language, :language_code, :is_reachable, :quiet_from, :quiet_until, :met_at)
            ON CONFLICT (id) DO UPDATE SET language = excluded.language,
                language_code = excluded.language_code, is_reachable = excluded.is_reachable,
                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
            """,
            {
                "id": person.id,
                "language": person.language,
                "language_code": person.language_code,
                "is_reachable": person.is_reachable,
                "quiet_from": person.quiet.begins if person.quiet else None,
                "quiet_until": person.quiet.ends if person.quiet else None,
                "met_at": text_of(person.met_at),
            },
        )

    async def mark_unreachable(self, person_id: PersonId) -> None:
        """Remember that the person has blocked the bot or is gone."""
        await self.connection.run("UPDATE people SET is_reachable = 0 WHERE id = ?", (person_id,))


def quiet_hours_of(row: Row) -> QuietHours | None:
    """The quiet hours in a row of people, or None."""
    if row["quiet_from"] is None or row["quiet_until"] is None:
        return None
    return QuietHours(begins=row["quiet_from"], ends=row["quiet_until"])


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        language=row["language"],
        language_code=row["language_code"],
        is_reachable=bool(row["is_reachable"]),
        quiet=quiet_hours_of(row),
        met_at=moment_of(row["met_at"]),
    )
