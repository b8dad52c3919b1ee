"""How a table with rows about people is declared, and the declarations of officers' work on consultations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonalTable:
    """A table with rows about people.

    Attributes:
        export: selects one person's rows (`:person`).
        erase: statements that erase or detach one person's rows (`:person`).
        internal: columns that are not handed out, each with the reason.
    """

    export: str
    erase: Sequence[str]
    internal: Mapping[str, str] = field(default_factory=dict)


ROW = "a number that only joins our tables"
SELF = "the person's own id; it stands in `people`"
SLUG = "handed out as the consultation's short name"

#: What officers do to consultations.
OFFICERS: Mapping[str, PersonalTable] = {
    "consultation_changes": PersonalTable(
        export="""
            SELECT c.slug AS consultation, h.event, h.note, h.fields, h.changed_at FROM consultation_changes AS h
            JOIN consultations AS c ON c.id = h.consultation_id WHERE h.actor_id = :person ORDER BY h.id
        """,
        internal={"id": ROW, "consultation_id": SLUG, "actor_id": SELF, "draft_id": ROW},
        # The history is the public's; who of the secretariat has written it goes.
        erase=["UPDATE consultation_changes SET actor_id = NULL WHERE actor_id = :person"],
    ),
    "consultation_drafts": PersonalTable(
        export="""
            SELECT c.slug AS consultation, d.intent, d.step, d.answers, d.parts, d.is_open, d.returns,
                d.created_at, d.updated_at
            FROM consultation_drafts AS d LEFT JOIN consultations AS c ON c.id = d.consultation_id
            WHERE d.person_id = :person
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "consultation_id": SLUG,
            "sequence": "how far the consultation was when the work on it began",
            "base": "what the consultation said then, for all to read",
            "shown_id": "Telegram's own count of the messages in the chat",
            "screen_id": "the same",
        },
        erase=["DELETE FROM consultation_drafts WHERE person_id = :person"],
    ),
    "desk_views": PersonalTable(
        export="SELECT filters, page, asked_at FROM desk_views WHERE person_id = :person",
        internal={"person_id": SELF},
        erase=["DELETE FROM desk_views WHERE person_id = :person"],
    ),
    "desk_marks": PersonalTable(
        export="""
            SELECT p.reference AS proposal FROM desk_marks AS k JOIN proposals AS p ON p.id = k.proposal_id
            WHERE k.person_id = :person ORDER BY p.id
        """,
        internal={"person_id": SELF, "proposal_id": "handed out as the proposal's reference"},
        erase=["DELETE FROM desk_marks WHERE person_id = :person"],
    ),
    "bulks": PersonalTable(
        export="SELECT became, created_at, sent_at FROM bulks WHERE person_id = :person ORDER BY id",
        internal={"id": ROW, "person_id": SELF, "letter_id": ROW},
        erase=["UPDATE bulks SET person_id = NULL WHERE person_id = :person"],
    ),
    "notes": PersonalTable(
        # Whoever has written one is handed it. Whom a case is of is not: it is the secretariat's own deliberation.
        export="SELECT text, written_at FROM notes WHERE actor_id = :person ORDER BY id",
        internal={
            "id": ROW,
            "proposal_id": ROW,
            "question_id": ROW,
            "actor_id": SELF,
            "letter_id": ROW,
        },
        # A note may speak of whose case it is: it goes with their data.
        erase=[
            """
            DELETE FROM notes WHERE proposal_id IN (SELECT id FROM proposals WHERE author_id = :person)
                OR question_id IN (SELECT id FROM questions WHERE asker_id = :person)
            """,
            "UPDATE notes SET actor_id = NULL WHERE actor_id = :person",
        ],
    ),
    "members": PersonalTable(
        export="SELECT name, role, since, ended_at FROM members WHERE person_id = :person",
        internal={"id": ROW, "person_id": SELF, "invited_by": "the number of a member of the secretariat"},
        # What they have done for the secretariat stays in the log, under a number.
        erase=["UPDATE members SET person_id = NULL, name = '', role = NULL WHERE person_id = :person"],
    ),
    "menus": PersonalTable(
        export="SELECT digest FROM menus WHERE person_id = :person",
        internal={"bot_id": "this bot's own id", "person_id": SELF},
        erase=["DELETE FROM menus WHERE person_id = :person"],
    ),
    "audit": PersonalTable(
        # Who was looked at learns when and why; who has done something, all of that.
        export="""
            SELECT a.verb, a.noun, iif(m.person_id = :person, a.subject, '') AS subject,
                iif(m.person_id = :person, a.details, '{}') AS details, a.done_at
            FROM audit AS a LEFT JOIN members AS m ON m.id = a.member_id
            WHERE a.person_id = :person OR m.person_id = :person ORDER BY a.id
        """,
        internal={"id": ROW, "member_id": "the number of a member of the secretariat", "person_id": SELF},
        # The log only grows; of the person whom a line is about it keeps nothing.
        erase=["UPDATE audit SET person_id = NULL WHERE person_id = :person"],
    ),
}
