"""Proposals put straight before the button that sends them: for tests of what comes after the draft."""

from datetime import UTC, datetime
from typing import Any

from bot.domain.drafts import Draft, DraftId, Step
from bot.domain.people import PersonId
from bot.sandbox import ChatMessage, Person
from bot.services.drafts import revision_of
from tests.flows.conftest import House
from tests.flows.scenes import click

ANSWERS = {
    Step.TITLE: "Дерева для вулиць",
    Step.PROBLEM: "У липні на вулицях затемно від спеки.",
    Step.SOLUTION: "Посадити дерева й поливати їх.",
    Step.RESULT: "У липні на вулицях є тінь.",
    Step.VALUES: "participation",
    Step.IDENTITY: "named",
    Step.NAME: "Олена Коваль",
    Step.CONTACT: "olena@example.org",
}


async def written(house: House, person: Person, **answers: str) -> Draft:
    """A complete draft at its preview.

    Args:
        house: the bot.
        person: whose.
        **answers: by step, in place of the usual ones; `proposal_id` and `consultation_id` are the draft's.
    """
    now = datetime.now(UTC)
    fields: dict[str, Any] = {
        name: answers.pop(name) for name in ("proposal_id", "consultation_id") if name in answers
    }
    given = {**ANSWERS, **{Step(step): answer for step, answer in answers.items()}}
    assert house.rooms is not None
    async with house.rooms.database.unit() as unit:
        return await unit.drafts.add(
            Draft(
                id=DraftId(0),
                person_id=PersonId(person.id),
                step=Step.PREVIEW,
                answers=given,
                created_at=now,
                updated_at=now,
                **fields,
            )
        )


def agreeing(draft: Draft) -> str:
    """What the button does that agrees and sends."""
    return f"pp:{draft.id}.{revision_of(draft)}"


async def send(house: House, person: Person, **answers: Any) -> ChatMessage:
    """Send a proposal, and read what comes."""
    return await click(person, agreeing(await written(house, person, **answers)))
