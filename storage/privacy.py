"""Personal data, table by table: how it is handed out and how it is erased.

Every table is declared here, as personal or as impersonal; a test walks the schema and fails on one that
is not. Erasing runs in the order of the declarations, people last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.people import PersonId
from storage.rows import Connection


@dataclass(frozen=True)
class PersonalTable:
    """A table with rows about people.

    Attributes:
        export: selects one person's rows (`:person`); empty where the rows hold nothing that the person
            could read.
        erase: statements that erase or detach one person's rows (`:person`).
    """

    export: str
    erase: Sequence[str]


PERSONAL: Mapping[str, PersonalTable] = {
    "drafts": PersonalTable(
        export="""
            SELECT step, answers, created_at, updated_at FROM drafts WHERE person_id = :person
        """,
        erase=["DELETE FROM drafts WHERE person_id = :person"],
    ),
    "proposals": PersonalTable(
        export="""
            SELECT reference, state, title, problem, solution, contact, language, consent_version,
                submitted_at, updated_at
            FROM proposals WHERE author_id = :person ORDER BY id
        """,
        # What was submitted to a public process stays without its author; `withdraw_all_of` takes the
        # texts back too, where the person wishes it.
        erase=["UPDATE proposals SET author_id = NULL, contact = '' WHERE author_id = :person"],
    ),
    "subscriptions": PersonalTable(
        export="SELECT created_at FROM subscriptions WHERE person_id = :person",
        erase=["DELETE FROM subscriptions WHERE person_id = :person"],
    ),
    "asked": PersonalTable(
        export="""
            SELECT text, language, entity, entry, was_helpful, asked_at FROM asked
            WHERE person_id = :person ORDER BY id
        """,
        erase=["DELETE FROM asked WHERE person_id = :person"],
    ),
    "attention": PersonalTable(
        export="SELECT entity, since FROM attention WHERE person_id = :person",
        erase=["DELETE FROM attention WHERE person_id = :person"],
    ),
    "letters": PersonalTable(
        export="""
            SELECT question_id, text, created_at FROM letters WHERE person_id = :person ORDER BY id
        """,
        erase=["DELETE FROM letters WHERE person_id = :person"],
    ),
    "questions": PersonalTable(
        # A member of the secretariat is handed the answers they have given, not what others asked.
        export="""
            SELECT id, iif(asker_id = :person, text, NULL) AS text, language, state, asked_at, answer,
                answered_at, was_helpful
            FROM questions WHERE asker_id = :person OR answered_by = :person ORDER BY id
        """,
        # What is left is a number in the statistics: there is nobody to answer any more. An answer belongs
        # to who asked, and goes with the question; what somebody has answered stays, without their id.
        erase=[
            """
            UPDATE questions SET asker_id = NULL, asked_id = NULL, letter_id = NULL, text = '', answer = '',
                state = iif(state = 'open', 'closed', state)
            WHERE asker_id = :person
            """,
            "UPDATE questions SET answered_by = NULL, reply_id = NULL WHERE answered_by = :person",
        ],
    ),
    "inbox": PersonalTable(
        export="""
            SELECT received_at, state, payload FROM inbox WHERE lane = :person ORDER BY id
        """,
        # The update that asks for the erasure is still in hand: its row stays, emptied, until settled.
        erase=["UPDATE inbox SET payload = '' WHERE lane = :person"],
    ),
    "notices": PersonalTable(
        export="""
            SELECT kind, state, created_at, settled_at FROM notices WHERE person_id = :person ORDER BY id
        """,
        erase=["DELETE FROM notices WHERE person_id = :person"],
    ),
    "people": PersonalTable(
        export="""
            SELECT id, language, language_code, is_reachable, met_at FROM people WHERE id = :person
        """,
        erase=["DELETE FROM people WHERE id = :person"],
    ),
}

IMPERSONAL = frozenset(
    {
        "consultations",
        "consultation_texts",
        "campaigns",
        "reference_numbers",
        "question_counts",
        "unanswered",
        "feedback",
        "registrations",  # the scope of a member of staff's own command menu is no more than the setting says
    }
)


@dataclass(frozen=True)
class PersonalRows:
    """Everything kept about one person."""

    connection: Connection

    async def export(self, person_id: PersonId) -> dict[str, list[dict[str, Any]]]:
        """Every row about this person, by table."""
        return {
            table: [dict(row) for row in await self.connection.all(personal.export, {"person": person_id})]
            for table, personal in PERSONAL.items()
        }

    async def erase(self, person_id: PersonId) -> None:
        """Erase or detach every row about this person."""
        for personal in PERSONAL.values():
            for statement in personal.erase:
                await self.connection.run(statement, {"person": person_id})
