"""A bot that dies while somebody takes a proposal over: they are its author once, and see that they are."""

import signal
from datetime import UTC, date, datetime

import pytest

from bot.domain.claims import digest_of
from bot.domain.drafts import DraftId
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from bot.sandbox import Sandbox
from storage import Database
from tests.crash.conftest import Bots, data_of
from tests.crash.test_points import OF_UPDATES

CODE = "K7QM2XPD9TRW"


async def enter(bots: Bots) -> None:
    """A proposal on paper, as an officer has entered it."""
    now = datetime.now(UTC)
    database = await Database.open(bots.database)
    async with database.unit() as unit:
        proposal_id = await unit.proposals.add(
            Proposal(
                id=ProposalId(0),
                reference="UA-2026-0001",
                draft_id=DraftId(1),
                author_id=None,
                consultation_id=None,
                consultation=None,
                state=ProposalState.RECEIVED,
                title="Trees for streets",
                problem="Streets are too hot in July.",
                solution="Plant a tree every ten metres.",
                language="en",
                consent_version=0,
                submitted_at=now,
                updated_at=now,
            )
        )
        gathering = await unit.gatherings.add("Meeting in Vinnytsia", date(2026, 4, 12), now=now)
        await unit.gatherings.enter(proposal_id, gathering.id, consent_version=1, now=now)
        await unit.claims.issue(proposal_id, digest_of(CODE), now=now)
    await database.close()


@pytest.mark.parametrize("point", OF_UPDATES)
async def test_proposal_is_taken_over_once_and_shown_as_ones_own(bots: Bots, sandbox: Sandbox, point: str):
    taras = sandbox.add_person(2001, "Taras", language_code="en")
    await enter(bots)
    await bots.start(die=point)
    await taras.send(CODE)
    found = await taras.wait_for("Is this your proposal?")
    await bots.settled()
    bots.armed.touch()
    agree = next(one for one in data_of(found) if one.startswith("oj:"))
    await taras.press(data=agree, message=found)
    assert await bots.end() == -signal.SIGKILL
    await bots.start()
    await taras.wait_for("The proposal is yours now")
    await bots.settled()
    assert bots.rows("SELECT author_id FROM proposals") == [(taras.id,)]
    ((used, revoked),) = bots.rows("SELECT used_at, revoked_at FROM claims")
    assert used is not None
    assert revoked is None
    assert bots.rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    assert bots.rows("SELECT count(*) FROM claim_tries") == [(0,)]
    await bots.stop()
