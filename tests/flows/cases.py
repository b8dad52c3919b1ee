"""Proposals at the secretariat: put there without the steps of a submission, and worked on by its members."""

from datetime import timedelta
from typing import Any

from bot.domain.drafts import DraftId
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import (
    ChangedBy,
    ChangeId,
    Identity,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
)
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import press, write

SECOND = 1007
TITLE = "Відкриті дані про ремонт доріг"
REASON = "Бо <b>так</b> & ніяк інакше."


async def received(
    house: House, author: Person, title: str = TITLE, *, days: int = 30, is_told: bool = True, **fields: Any
) -> Proposal:
    """A proposal as it stands after its submission, its notice to the secretariat with it unless it is not told."""
    now = house.clock.now()
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        number = await unit.proposals.next_number(2026)
        values: dict[str, Any] = {
            "reference": f"UA-2026-{number:04d}",
            "draft_id": DraftId(1000 + number),
            "author_id": PersonId(author.id),
            "title": title,
            "problem": "Невідомо, що й коли ремонтують.",
            "solution": "Оприлюднити плани й звіти.",
            "author_name": "Олена",
            "contact": "olena@example.org",
            "identity": Identity.NAMED,
            "consultation_id": None,
            **fields,
        }
        proposal = Proposal(
            id=ProposalId(0),
            consultation=None,
            state=ProposalState.RECEIVED,
            language="uk",
            consent_version=2,
            reply_by=now + timedelta(days=days),
            submitted_at=now,
            updated_at=now,
            **values,
        )
        proposal = proposal.model_copy(update={"content_hash": proposal.fingerprint()})
        proposal = proposal.model_copy(update={"id": await unit.proposals.add(proposal)})
        await unit.changes.add_version(proposal)
        await unit.changes.add(
            ProposalChange(
                id=ChangeId(0),
                proposal_id=proposal.id,
                was=None,
                became=ProposalState.RECEIVED,
                actor=ChangedBy.AUTHOR,
                actor_id=PersonId(author.id),
                changed_at=now,
            )
        )
        if is_told:
            await house.services.life.tell_staff(unit, NoticeKind.PROPOSAL_RECEIVED, proposal.id, now=now)
    if is_told:
        await house.told()
    return proposal


async def at(house: House, author: Person, *states: ProposalState, **fields: Any) -> Proposal:
    """A proposal that the secretariat has taken through these states."""
    proposal = await received(house, author, **fields)
    assert house.rooms is not None
    for state in states:
        async with house.rooms.database.unit() as unit:
            proposal = await unit.proposals.get(proposal.id)
            await house.services.life.change(
                unit,
                proposal,
                state,
                actor=Actor.operator(),
                reason=REASON,
                commitment="eu-law" if state is ProposalState.IN_PLAN else None,
            )
    return await now_of(house, proposal)


async def now_of(house: House, proposal: Proposal) -> Proposal:
    """The proposal as it is now."""
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        return await view.proposals.get(proposal.id)


async def changes_of(house: House, proposal: Proposal) -> list[ProposalChange]:
    assert house.rooms is not None
    async with house.rooms.database.view() as view:
        return list(await view.changes.of(proposal.id))


async def open_case(officer: Person, proposal: Proposal) -> ChatMessage:
    """Open a proposal by its reference."""
    return await write(officer, f"/inbox {proposal.reference}")


async def decide(officer: Person, proposal: Proposal, label: str, reason: str = REASON) -> ChatMessage:
    """From the case to the decision, with its reason."""
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    await press(officer, label)
    await write(officer, reason)
    return await press(officer, "Надіслати рішення")


async def colleague(house: House, sandbox: Sandbox) -> Person:
    """A second officer, by the operator's settings."""
    await house.stop()
    house.settings = house.settings.model_copy(update={"admins": frozenset({OFFICER, SECOND})})
    await house.start()
    second = sandbox.add_person(SECOND, "Ірина", language_code="uk")
    await write(second, "/start")
    return second
