"""Personal data, table by table: how it is handed out and how it is erased.

Every table is declared here, as personal or as impersonal; a test walks the schema and fails on one that
is not. Every column of a personal table is handed out, or declared internal with the reason. Erasing runs in the order of the declarations, people last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.people import PersonId
from storage.personal import OFFICERS, ROW, SELF, SLUG, PersonalTable
from storage.personal_news import NEWS
from storage.personal_offline import OFFLINE
from storage.rows import Connection

PERSONAL: Mapping[str, PersonalTable] = {
    "attachments": PersonalTable(
        export="""
            SELECT p.reference AS proposal, a.kind, a.name, a.mime, a.size, a.sha256, a.caption, a.added_at
            FROM attachments AS a LEFT JOIN proposals AS p ON p.id = a.proposal_id
            WHERE a.person_id = :person ORDER BY a.id
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "draft_id": ROW,
            "proposal_id": "handed out as the proposal's reference",
            "message_id": "Telegram's own count of the messages in the chat",
            "file_id": "Telegram's own number of the file",
        },
        # What belongs to a submitted proposal stays with it; contents that no row names are swept away.
        erase=[
            "DELETE FROM attachments WHERE person_id = :person AND proposal_id IS NULL",
            "UPDATE attachments SET person_id = NULL, message_id = 0, file_id = '' WHERE person_id = :person",
        ],
    ),
    "drafts": PersonalTable(
        export="""
            SELECT c.slug AS consultation, p.reference AS proposal, g.name AS gathering, d.mode, d.step,
                d.answers, d.parts, d.is_open, d.returns, d.reminded_at, d.created_at, d.updated_at
            FROM drafts AS d LEFT JOIN consultations AS c ON c.id = d.consultation_id
                LEFT JOIN proposals AS p ON p.id = d.proposal_id
                LEFT JOIN gatherings AS g ON g.id = d.gathering_id
            WHERE d.person_id = :person
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "consultation_id": SLUG,
            "proposal_id": "handed out as the proposal's reference",
            "gathering_id": "handed out as the meeting's name",
            "shown_id": "Telegram's own count of the messages in the chat",
            "screen_id": "the same",
        },
        erase=["DELETE FROM drafts WHERE person_id = :person"],
    ),
    "endorsements": PersonalTable(
        export="""
            SELECT p.reference AS proposal, e.endorsed_at FROM endorsements AS e
            JOIN proposals AS p ON p.id = e.proposal_id WHERE e.person_id = :person ORDER BY e.id
        """,
        internal={"id": ROW, "person_id": SELF, "proposal_id": "handed out as the proposal's reference"},
        # `Endorsements.delete_all_of`, which counts anew, goes before.
        erase=["DELETE FROM endorsements WHERE person_id = :person"],
    ),
    "blocks": PersonalTable(
        export="""
            SELECT reason, blocked_at, appeal, appealed_at, kept_at, keep_reason FROM blocks
            WHERE person_id = :person
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "blocked_by": "the id of a member of the secretariat",
            "letter_id": ROW,
            "appeal_letter_id": ROW,
            "keep_letter_id": ROW,
        },
        erase=[
            "DELETE FROM blocks WHERE person_id = :person",
            "UPDATE blocks SET blocked_by = NULL WHERE blocked_by = :person",
        ],
    ),
    "hidings": PersonalTable(
        # As with the changes: each side is handed out what it has written, the author also what they read.
        export="""
            SELECT p.reference AS proposal, h.step, h.rule, h.reason, h.changed_at
            FROM hidings AS h JOIN proposals AS p ON p.id = h.proposal_id
            WHERE h.actor_id = :person OR p.author_id = :person ORDER BY h.id
        """,
        internal={
            "id": ROW,
            "proposal_id": "handed out as the proposal's reference",
            "actor_id": "the person's own id, or of a member of the secretariat",
            "letter_id": ROW,
        },
        erase=[
            """
            UPDATE hidings SET reason = '' WHERE step = 'contested' AND proposal_id IN
                (SELECT id FROM proposals WHERE author_id = :person)
            """,
            "UPDATE hidings SET actor_id = NULL WHERE actor_id = :person",
        ],
    ),
    "searches": PersonalTable(
        export="""
            SELECT c.slug AS consultation, s.words, s.asked_at FROM searches AS s
            LEFT JOIN consultations AS c ON c.id = s.consultation_id WHERE s.person_id = :person ORDER BY s.id
        """,
        internal={"id": ROW, "person_id": SELF, "consultation_id": SLUG},
        erase=["DELETE FROM searches WHERE person_id = :person"],
    ),
    **OFFICERS,
    "proposal_changes": PersonalTable(
        # Each side is handed out what it has written; the author also what they were answered.
        export="""
            SELECT p.reference AS proposal, h.was, h.became, h.actor, h.reason, h.other, h.other_language, h.changed_at
            FROM proposal_changes AS h JOIN proposals AS p ON p.id = h.proposal_id
            WHERE h.actor_id = :person OR p.author_id = :person ORDER BY h.id
        """,
        internal={
            "id": ROW,
            "proposal_id": "handed out as the proposal's reference",
            "actor_id": "the person's own id, or of a member of the secretariat",
            "letter_id": ROW,
        },
        erase=[
            """
            UPDATE proposal_changes SET reason = '' WHERE actor = 'author' AND proposal_id IN
                (SELECT id FROM proposals WHERE author_id = :person AND state = 'withdrawn')
            """,
            "UPDATE proposal_changes SET actor_id = NULL WHERE actor_id = :person",
        ],
    ),
    "commitment_changes": PersonalTable(
        export="""
            SELECT commitment, status, note, link, changed_at FROM commitment_changes
            WHERE changed_by = :person ORDER BY id
        """,
        internal={"id": ROW, "changed_by": SELF, "letter_id": ROW},
        erase=["UPDATE commitment_changes SET changed_by = NULL WHERE changed_by = :person"],
    ),
    "proposals": PersonalTable(
        export="""
            SELECT p.reference, c.slug AS consultation, p.state, p.title, p.problem, p.solution,
                p.expected_result, p.ogp_values, p.goal, p.region, p.topic, p.responsible_body, p.partners,
                p.time_frame, p.indicator, p.identity, p.author_name, p.contact, p.language,
                p.consent_version, p.content_hash, p.version, p.reply_by, p.late_since, p.response, p.responded_at,
                p.commitment, m.reference AS merged_into, p.has_appealed, p.is_hidden, p.endorsements,
                p.submitted_at, p.updated_at,
                (
                    SELECT json_group_array(json_object('number', v.number, 'written_at', v.written_at,
                        'content_hash', v.content_hash, 'text', json(v.content)))
                    FROM (SELECT * FROM proposal_versions WHERE proposal_id = p.id ORDER BY number) AS v
                ) AS versions
            FROM proposals AS p LEFT JOIN consultations AS c ON c.id = p.consultation_id
                LEFT JOIN proposals AS m ON m.id = p.merged_into
            WHERE p.author_id = :person ORDER BY p.id
        """,
        internal={
            "id": ROW,
            "author_id": SELF,
            "consultation_id": SLUG,
            "draft_id": ROW,
            "responded_by": "the id of a member of the secretariat",
            "text_key": "a sum by which the same text is found again",
            "revision": "a count of every change to any proposal",
        },
        # What was submitted to a public process stays without its author; `wipe` takes the
        # texts back too, where the person wishes it.
        erase=[
            "UPDATE proposals SET author_id = NULL, author_name = '', contact = '' WHERE author_id = :person",
            "UPDATE proposals SET responded_by = NULL WHERE responded_by = :person",
        ],
    ),
    **NEWS,
    **OFFLINE,
    "asked": PersonalTable(
        export="""
            SELECT text, language, entity, offered, entry, was_helpful, asked_at FROM asked
            WHERE person_id = :person ORDER BY id
        """,
        internal={"id": ROW, "person_id": SELF},
        erase=["DELETE FROM asked WHERE person_id = :person"],
    ),
    "attention": PersonalTable(
        export="SELECT entity, since FROM attention WHERE person_id = :person",
        internal={"person_id": SELF},
        erase=["DELETE FROM attention WHERE person_id = :person"],
    ),
    "letters": PersonalTable(
        export="""
            SELECT question_id, purpose, choice, text, other, other_language, writes_other, state, typed_at,
                created_at
            FROM letters WHERE person_id = :person ORDER BY id
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "subject_id": ROW,
            "message_id": "Telegram's own count of the messages in the secretariat's group",
        },
        erase=["DELETE FROM letters WHERE person_id = :person"],
    ),
    "questions": PersonalTable(
        # A member of the secretariat is handed the answers they have given, not what others asked.
        export="""
            SELECT id, iif(asker_id = :person, text, NULL) AS text, language,
                iif(asker_id = :person, entity, NULL) AS entity, state, asked_at, answer, answered_at,
                was_helpful
            FROM questions WHERE asker_id = :person OR answered_by = :person ORDER BY id
        """,
        internal={
            "asker_id": "the person's own id, or of another whom the secretariat does not see",
            "answered_by": "the person's own id, or of a member of the secretariat",
            "asked_id": ROW,
            "letter_id": ROW,
            "reply_id": ROW,
        },
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
            SELECT update_id, received_at, state, outcome, incident, settled_at, payload FROM inbox
            WHERE lane = :person ORDER BY id
        """,
        internal={
            "id": ROW,
            "bot_id": "this bot's own id",
            "lane": SELF,
            "outcome_id": ROW,
        },
        # The update that asks for the erasure is still in hand: its row stays, emptied, until settled.
        erase=["UPDATE inbox SET payload = '' WHERE lane = :person"],
    ),
    "notices": PersonalTable(
        export="""
            SELECT n.kind, n.subject_id, c.slug AS consultation, n.state, n.not_before, n.attempts, n.problem,
                n.created_at, n.settled_at
            FROM notices AS n
            LEFT JOIN consultations AS c ON c.id = n.subject_id AND n.kind = 'consultation_opened'
            WHERE n.person_id = :person ORDER BY n.id
        """,
        internal={
            "id": ROW,
            "campaign_id": ROW,
            "person_id": SELF,
            "group_id": "empty in a person's rows",
            "topic_id": "the same",
        },
        erase=["DELETE FROM notices WHERE person_id = :person"],
    ),
    "broadcast_views": PersonalTable(
        export="""
            SELECT c.kind, c.created_at FROM broadcast_views AS v JOIN campaigns AS c ON c.id = v.campaign_id
            WHERE v.chat_id = :person ORDER BY v.campaign_id
        """,
        internal={
            "campaign_id": ROW,
            "chat_id": SELF,
            "message_id": "Telegram's own count of the messages in the chat",
        },
        erase=["DELETE FROM broadcast_views WHERE chat_id = :person"],
    ),
    "people": PersonalTable(
        export="""
            SELECT id, language, language_code, is_reachable, quiet_from, quiet_until, met_at FROM people
            WHERE id = :person
        """,
        erase=["DELETE FROM people WHERE id = :person"],
    ),
}

IMPERSONAL = frozenset(
    {
        "consultations",
        "consultation_texts",
        "consultation_documents",
        "milestones",
        "proposal_versions",  # texts without their author; those taken back are wiped
        "proposal_words",
        "receipts",
        "receipt_days",
        "campaigns",
        "groups",  # of many; nobody in them is named
        "occasions",
        "reference_numbers",
        "gatherings",  # meetings
        "gathered",
        "claims",  # sums of codes; who has used one stands in the proposal
        "briefings",
        "question_counts",
        "unanswered",
        "feedback",
        "invitations",  # members by their number
        "assignments",  # the same
        "forums",  # what the secretariat's group is to the bot
        "group_moves",
        "topics",  # cases by their row ids; of a title only a digest
        "upkeep",  # when the operator has done what
        "bulk_items",
        "lateness",
        "warnings",  # members by their number
        "warned",
        "registrations",
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
