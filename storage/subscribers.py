"""Whom an event concerns, as conditions of SQL: one place for alerts at once, for digests and for counting.

`s` is the subscription in each of them. Nothing here looks at a row in Python.
"""

#: What everybody hears of who subscribes to consultations: campaigns of these kinds are walked by subscriptions.
CONSULTATIONS = (
    "consultation_opened",
    "consultation_closing",
    "consultation_changed",
    "consultation_results",
)


def fits(consultation: str, topics: str, regions: str) -> str:
    """Whether a consultation concerns the subscription.

    It is followed by itself; or else it fits the topics and the regions, where none chosen means all, and one
    without a topic or for the whole country fits everybody.

    Args:
        consultation: what names its row id in the query.
        topics: what names its topics, a JSON array.
        regions: what names its regions, likewise.
    """
    return f"""(
        (s.consultations <> '[]' AND EXISTS (
            SELECT 1 FROM json_each(s.consultations) AS j WHERE j.value = {consultation}
        ))
        OR (s.is_broad AND {_meets("s.topics", topics)} AND {_meets("s.regions", regions)})
    )"""  # noqa: S608  (names of ours)


def follows(commitment: str) -> str:
    """Whether the progress of a commitment concerns the subscription; what names its id in the query."""
    return f"""(s.all_commitments OR (s.commitments <> '[]' AND EXISTS (
        SELECT 1 FROM json_each(s.commitments) AS j WHERE j.value = {commitment}
    )))"""  # noqa: S608  (a name of ours)


def has_taken_part(person: str, consultation: str) -> str:
    """Whether somebody has sent a proposal to a consultation, or supports one in it, which is a vote for it.

    Args:
        person: what names the person's id in the query.
        consultation: what names its row id.
    """
    return f"""(
        EXISTS (
            SELECT 1 FROM proposals AS q
            WHERE q.author_id = {person} AND +q.consultation_id = {consultation} AND q.state <> 'withdrawn'
        ) OR EXISTS (
            SELECT 1 FROM endorsements AS e JOIN proposals AS q ON q.id = e.proposal_id
            WHERE e.person_id = {person} AND +q.consultation_id = {consultation} AND q.state <> 'withdrawn'
        )
    )"""  # noqa: S608  (names of ours)


#: Whether events are told the subscription at once, and the campaign (`:campaign`) is none that a digest has told.
AT_ONCE = "s.digest_at IS NULL AND s.told_to < :campaign"


def _meets(chosen: str, had: str) -> str:
    return f"""(
        {chosen} = '[]' OR {had} = '[]'
        OR EXISTS (SELECT 1 FROM json_each({chosen}) AS j WHERE j.value IN (SELECT value FROM json_each({had})))
    )"""  # noqa: S608  (names of ours)


#: The consultation (`:consultation`) as `fits` takes it.
OF_CONSULTATION = fits(
    ":consultation",
    "(SELECT k.topics FROM consultations AS k WHERE k.id = :consultation)",
    "(SELECT k.regions FROM consultations AS k WHERE k.id = :consultation)",
)

#: Who has not taken part in the consultation (`:consultation`) yet.
NOT_YET = f"AND NOT {has_taken_part('s.person_id', ':consultation')}"
