"""Who hears of what becomes of a consultation: those who were told of it and want to hear still, and who takes part."""

from storage.rows import Connection
from storage.subscribers import AT_ONCE, OF_CONSULTATION

#: What has told of a consultation (`:consultation`): that it has opened, or that it closes soon.
_TELLING = """
    SELECT c.id FROM campaigns AS c WHERE c.kind = 'consultation_opened' AND c.subject_id = :consultation
    UNION ALL
    SELECT c.id FROM occasions AS o JOIN campaigns AS c ON c.kind = 'consultation_closing' AND c.subject_id = o.id
    WHERE o.consultation_id = :consultation
"""
#: Whom it concerns: who was told of it, at once or in a digest, and wants to hear still; who follows it, or has
#: written for it; before its results (`:is_under_way`) also who is writing, and who wants to be reminded of it. Each
#: is a look into an index.
TOLD = f"""
    EXISTS (
        SELECT 1 FROM notices AS n JOIN subscriptions AS s ON s.person_id = p.id
        WHERE n.campaign_id IN ({_TELLING}) AND n.person_id = p.id AND n.state IN ('claimed', 'sent') AND {AT_ONCE}
    )
    OR EXISTS (
        SELECT 1 FROM digests AS d JOIN subscriptions AS s ON s.person_id = d.person_id
        WHERE d.person_id = p.id AND {AT_ONCE} AND {OF_CONSULTATION}
            AND EXISTS (SELECT 1 FROM ({_TELLING}) AS t WHERE t.id > d.after AND t.id <= d.until)
    )
    OR EXISTS (
        SELECT 1 FROM subscriptions AS s JOIN json_each(s.consultations) AS j
        WHERE s.person_id = p.id AND s.consultations <> '[]' AND j.value = :consultation AND {AT_ONCE}
    )
    OR (
        :is_under_way AND (
            EXISTS (SELECT 1 FROM drafts AS d WHERE d.person_id = p.id AND +d.consultation_id = :consultation)
            OR EXISTS (
                SELECT 1 FROM reminders AS r WHERE r.person_id = p.id AND r.consultation_id = :consultation
            ) AND NOT EXISTS (
                SELECT 1 FROM subscriptions AS s
                WHERE s.person_id = p.id AND s.digest_at IS NOT NULL AND {OF_CONSULTATION}
            )
        )
        OR EXISTS (
            SELECT 1 FROM proposals AS q
            WHERE q.author_id = p.id AND +q.consultation_id = :consultation AND q.state <> 'withdrawn'
        )
    ) AND NOT EXISTS (
        SELECT 1 FROM subscriptions AS s
        WHERE s.person_id = p.id AND s.told_to >= :campaign AND {OF_CONSULTATION}
    )
"""  # noqa: S608  (conditions of ours)
#: The same for a group (`s`).
GROUP_WAS_TOLD = f"""(
    EXISTS (
        SELECT 1 FROM notices AS n
        WHERE n.campaign_id IN ({_TELLING}) AND n.group_id = s.group_id AND n.state IN ('claimed', 'sent')
    ) OR EXISTS (
        SELECT 1 FROM digests AS d JOIN ({_TELLING}) AS t ON t.id > d.after AND t.id <= d.until
        WHERE d.group_id = s.group_id
    ) OR EXISTS (SELECT 1 FROM json_each(s.consultations) AS f WHERE f.value = :consultation)
)"""  # noqa: S608  (conditions of ours)
#: As a campaign to come, for counting.
_ANY = 2**62


async def count_told(connection: Connection, consultation_id: int, *, is_under_way: bool = True) -> int:
    """How many people and groups that can be reached hear of a change of a consultation, or else of its results."""
    row = await connection.one(
        f"""
        SELECT (
            SELECT count(*) FROM people AS p WHERE is_reachable AND ({TOLD} OR EXISTS (
                SELECT 1 FROM subscriptions AS s
                WHERE s.person_id = p.id AND s.digest_at IS NOT NULL AND {OF_CONSULTATION}
            ))
        ) + (
            SELECT count(*) FROM subscriptions AS s JOIN groups AS g ON g.id = s.group_id
            WHERE g.is_reachable AND {OF_CONSULTATION} AND (s.digest_at IS NOT NULL OR {GROUP_WAS_TOLD})
        ) AS n
        """,  # noqa: S608  (constants of ours)
        {"consultation": consultation_id, "campaign": _ANY, "is_under_way": is_under_way},
    )
    assert row is not None
    return int(row["n"])
