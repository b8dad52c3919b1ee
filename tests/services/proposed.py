"""Proposals put straight into their rows, for tests of what is handed out."""

from datetime import UTC, datetime
from typing import Any

from bot.domain.attachments import Attachment, AttachmentId, AttachmentKind
from bot.domain.drafts import DraftId
from bot.domain.people import Actor, Person, PersonId, Role
from bot.domain.proposals import Identity, OgpValue, Proposal, ProposalId, ProposalState, ProposalText
from storage import Database, UnitOfWork

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TEXT = ProposalText(
    title="Trees «for» streets",
    problem="Too hot.\nIn July.",
    solution="Plant trees.",
    expected_result="Shade.",
    values=(OgpValue.PARTICIPATION, OgpValue.ACCOUNTABILITY),
    goal=11,
    region="lviv",
    topic="environment",
    responsible_body="City council",
    partners="Gardeners",
    time_frame="2027",
    indicator="10,000 trees",
)
AUTHOR = PersonId(1)


def proposal(number: int, **fields: Any) -> Proposal:
    """A proposal with this row id and number."""
    known: dict[str, Any] = {
        **TEXT.model_dump(),
        "id": ProposalId(number),
        "reference": f"UA-2026-{number:04d}",
        "draft_id": DraftId(number),
        "author_id": AUTHOR,
        "consultation_id": None,
        "consultation": None,
        "state": ProposalState.RECEIVED,
        "identity": Identity.NAMED,
        "author_name": "Olena",
        "contact": "+380 44",
        "language": "en",
        "consent_version": 2,
        "content_hash": TEXT.fingerprint(),
        "submitted_at": NOW,
        "updated_at": NOW,
    }
    return Proposal(**{**known, **fields})


async def put(unit: UnitOfWork, number: int, **fields: Any) -> Proposal:
    """Store it with all that it has; the author is met where they are not known yet."""
    if await unit.people.find(AUTHOR) is None:
        await unit.people.save(Person(id=AUTHOR, met_at=NOW))
    given = proposal(number, **fields)
    await unit.proposals.add(given)
    await unit.proposals.save(given)
    return given


async def attach(database: Database, proposal_id: int, *files: Attachment) -> None:
    """Let files belong to a proposal, by way of a draft."""
    async with database.unit() as unit:
        for file in files:
            await unit._connection.run(
                """
                INSERT INTO attachments (proposal_id, message_id, kind, name, mime, size, sha256, added_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                (proposal_id, file.message_id, file.kind, file.name, file.mime, file.size, file.sha256,
                 file.added_at.isoformat()),
            )  # fmt: skip


def file(number: int, name: str, content: bytes, sha256: str) -> Attachment:
    """A file that came with this message."""
    return Attachment(
        id=AttachmentId(0),
        message_id=number,
        kind=AttachmentKind.DOCUMENT,
        name=name,
        mime="application/pdf",
        size=len(content),
        sha256=sha256,
        added_at=NOW,
    )


async def appoint(database: Database, role: Role, *, person_id: PersonId = PersonId(7)) -> Actor:  # noqa: B008
    """Somebody whom a row gives this role now."""
    async with database.unit() as unit:
        member = await unit.staff.numbered(person_id, now=NOW)
        await unit.staff.save(member.model_copy(update={"role": role}))
    return Actor(person_id=person_id, role=role)
