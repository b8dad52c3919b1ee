"""A proposal as its columns, and back."""

import json
from datetime import date

from bot.domain.consultations import ConsultationKind
from bot.domain.proposals import Identity, OgpValue, Proposal, ProposalState
from storage.rows import Row, maybe_moment_of, moment_of, text_of

SELECT = """
    SELECT p.id, p.reference, p.draft_id, p.author_id, p.consultation_id, c.slug AS consultation,
        c.kind AS consultation_kind, p.state,
        p.title, p.problem, p.solution, p.expected_result, p.ogp_values, p.goal, p.region, p.topic,
        p.responsible_body, p.partners, p.time_frame, p.indicator, p.identity, p.author_name, p.contact,
        p.language, p.consent_version, p.content_hash, p.version, p.reply_by, p.late_since,
        p.response, p.responded_at, p.responded_by, p.commitment, p.merged_into, p.has_appealed, p.is_hidden, p.endorsements,
        p.submitted_at, p.updated_at, e.name AS gathering, e.held_on
    FROM proposals AS p LEFT JOIN consultations AS c ON c.id = p.consultation_id
        LEFT JOIN gathered AS d ON d.proposal_id = p.id LEFT JOIN gatherings AS e ON e.id = d.gathering_id
"""

#: What anybody may read.
PUBLIC = "p.state <> 'withdrawn' AND NOT p.is_hidden"


def values_of(proposal: Proposal) -> dict[str, str | int | None]:
    """The columns that a change may change, with their values."""
    return {
        "state": proposal.state,
        "title": proposal.title,
        "problem": proposal.problem,
        "solution": proposal.solution,
        "expected_result": proposal.expected_result,
        "ogp_values": json.dumps(proposal.values),
        "goal": proposal.goal,
        "region": proposal.region,
        "topic": proposal.topic,
        "responsible_body": proposal.responsible_body,
        "partners": proposal.partners,
        "time_frame": proposal.time_frame,
        "indicator": proposal.indicator,
        "identity": proposal.identity,
        "author_name": proposal.author_name,
        "contact": proposal.contact,
        "language": proposal.language,
        "content_hash": proposal.content_hash,
        "text_key": proposal.key,
        "version": proposal.version,
        "reply_by": text_of(proposal.reply_by),
        "late_since": text_of(proposal.late_since),
        "updated_at": text_of(proposal.updated_at),
    }


def proposal_of(row: Row) -> Proposal:
    """A row of the proposals' columns as a proposal."""
    return Proposal(
        id=row["id"],
        reference=row["reference"],
        draft_id=row["draft_id"],
        author_id=row["author_id"],
        consultation_id=row["consultation_id"],
        consultation=row["consultation"],
        consultation_kind=ConsultationKind(row["consultation_kind"]) if row["consultation_kind"] else None,
        state=ProposalState(row["state"]),
        title=row["title"],
        problem=row["problem"],
        solution=row["solution"],
        expected_result=row["expected_result"],
        values=tuple(OgpValue(value) for value in json.loads(row["ogp_values"])),
        goal=row["goal"],
        region=row["region"],
        topic=row["topic"],
        responsible_body=row["responsible_body"],
        partners=row["partners"],
        time_frame=row["time_frame"],
        indicator=row["indicator"],
        identity=Identity(row["identity"]),
        author_name=row["author_name"],
        contact=row["contact"],
        language=row["language"],
        consent_version=row["consent_version"],
        content_hash=row["content_hash"],
        version=row["version"],
        reply_by=maybe_moment_of(row["reply_by"]),
        late_since=maybe_moment_of(row["late_since"]),
        response=row["response"],
        responded_at=maybe_moment_of(row["responded_at"]),
        responded_by=row["responded_by"],
        commitment=row["commitment"],
        merged_into=row["merged_into"],
        has_appealed=bool(row["has_appealed"]),
        is_hidden=bool(row["is_hidden"]),
        endorsements=row["endorsements"],
        submitted_at=moment_of(row["submitted_at"]),
        updated_at=moment_of(row["updated_at"]),
        gathering=row["gathering"] or "",
        held_on=date.fromisoformat(row["held_on"]) if row["held_on"] else None,
    )
