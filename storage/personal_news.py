"""The declarations of what people want to hear of, and are reminded of."""

from collections.abc import Mapping

from storage.personal import ROW, SELF, PersonalTable

NEWS: Mapping[str, PersonalTable] = {
    "subscriptions": PersonalTable(
        export="""
            SELECT is_broad, topics, regions, commitments, all_commitments, pace, digest_at, paused_until,
                created_at,
                (SELECT json_group_array(c.slug) FROM json_each(s.consultations) AS j
                    JOIN consultations AS c ON c.id = j.value) AS consultations
            FROM subscriptions AS s WHERE person_id = :person
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "group_id": "empty in a person's rows",
            "told_to": ROW,
        },
        erase=["DELETE FROM subscriptions WHERE person_id = :person"],
    ),
    "digests": PersonalTable(
        export="SELECT created_at FROM digests WHERE person_id = :person ORDER BY id",
        internal={
            "id": ROW,
            "person_id": SELF,
            "group_id": "empty in a person's rows",
            "after": ROW,
            "until": ROW,
        },
        erase=["DELETE FROM digests WHERE person_id = :person"],
    ),
    "reminders": PersonalTable(
        export="""
            SELECT c.slug AS consultation, r.moment, r.due_at, r.created_at, r.told_at FROM reminders AS r
            JOIN consultations AS c ON c.id = r.consultation_id WHERE r.person_id = :person ORDER BY r.id
        """,
        internal={
            "id": ROW,
            "person_id": SELF,
            "consultation_id": "handed out as the consultation's short name",
        },
        erase=["DELETE FROM reminders WHERE person_id = :person"],
    ),
}
