"""A bot that dies while it decides on many: all of them are changed once or none is, and what it came to is shown."""

import signal
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.drafts import DraftId
from bot.domain.people import PersonId
from bot.domain.proposals import ChangedBy, ChangeId, Proposal, ProposalChange, ProposalId, ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from storage import Database
from tests.crash.conftest import OFFICER, Bots, data_of
from tests.crash.test_points import OF_UPDATES

MANY = 12


async def add_proposals(bots: Bots, author: Person) -> None:
    """As another process would."""
    now = datetime.now(UTC)
    database = await Database.open(bots.database)
    async with database.unit() as unit:
        for number in range(1, MANY + 1):
            row = await unit.proposals.add(
                Proposal(
                    id=ProposalId(0),
                    reference=f"UA-2026-{number:04d}",
                    draft_id=DraftId(1000 + number),
                    author_id=PersonId(author.id),
                    consultation_id=None,
                    consultation=None,
                    state=ProposalState.RECEIVED,
                    title=f"Trees {number}",
                    problem="Streets are hot.",
                    solution="Plant trees.",
                    language="en",
                    consent_version=2,
                    reply_by=now + timedelta(days=20),
                    submitted_at=now,
                    updated_at=now,
                )
            )
            await unit.changes.add(
                ProposalChange(
                    id=ChangeId(0),
                    proposal_id=row,
                    was=None,
                    became=ProposalState.RECEIVED,
                    actor=ChangedBy.AUTHOR,
                    actor_id=PersonId(author.id),
                    changed_at=now,
                )
            )
    await database.close()


async def shown(person: Person, start: str) -> ChatMessage:
    return await person.wait_for(lambda message: any(one.startswith(start) for one in data_of(message)))


@pytest.mark.parametrize("point", [*OF_UPDATES, "in the middle of what is sent to many"])
async def test_many_are_decided_on_once_and_the_result_shown(bots: Bots, sandbox: Sandbox, point: str):
    author = sandbox.add_person(2001, "Taras", language_code="en")
    officer = sandbox.add_person(OFFICER, "Maria", language_code="en")
    await bots.start(die=point)
    for one in (author, officer):
        await one.send("/start")
        await one.wait_for()
    await bots.settled()
    await add_proposals(bots, author)
    await officer.press(data="fq:new:0")
    await shown(officer, "jv:")
    await officer.press(data="jx")
    await shown(officer, "jz")
    await officer.press(data="jba:declined")
    await shown(officer, "lc")
    await officer.send("There is no budget for it.")
    preview = await shown(officer, "lx:")
    await bots.settled()
    bots.armed.touch()
    send = next(one for one in data_of(preview) if one.startswith("lx:"))
    await officer.press(data=send, message=preview)
    assert await bots.end() == -signal.SIGKILL
    ((in_flight,),) = bots.rows("SELECT count(*) FROM notices WHERE state = 'claimed'")
    await bots.start()
    await bots.settled()
    assert bots.rows("SELECT state, response, count(*) FROM proposals GROUP BY 1, 2") == [
        ("declined", "There is no budget for it.", MANY)
    ]
    assert bots.rows("SELECT outcome, count(*) FROM bulk_items GROUP BY 1") == [("done", MANY)]
    assert bots.rows("SELECT count(*) FROM proposal_changes WHERE became = 'declined'") == [(MANY,)]
    assert bots.rows("SELECT count(*) FROM bulks WHERE sent_at IS NOT NULL") == [(1,)]
    told = [message for message in author.chat.messages if "There is no budget for it." in message.text]
    assert len({message.text for message in told}) == MANY
    assert len(told) - MANY <= in_flight
    assert any(f"{MANY} proposals" in message.text for message in officer.chat.messages)
    assert bots.rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    await bots.stop()
