"""Whom campaigns about proposals and commitments reach: everybody concerned, once, a bounded piece at a time."""

from datetime import timedelta

import pytest

from bot.domain.commitments import CommitmentChange, CommitmentId, CommitmentStatus
from bot.domain.drafts import DraftId
from bot.domain.groups import Group, GroupKind
from bot.domain.notices import NoticeKind
from bot.domain.people import PersonId
from bot.domain.proposals import ChangedBy, ChangeId, Proposal, ProposalChange, ProposalId, ProposalState
from bot.domain.subscriptions import Subscription
from storage import Database, UnitOfWork
from storage.audiences import _FAMILY
from tests.storage.conftest import NOW, meet

LANTERNS = CommitmentId("lanterns")
AUTHOR = 100


async def proposal(
    unit: UnitOfWork,
    number: int,
    *supporters: int,
    author: int | None = AUTHOR,
    into: ProposalId | None = None,
    commitment: str = "",
) -> ProposalId:
    """A proposal with its supporters, merged into another or become a commitment."""
    given = Proposal(
        id=ProposalId(0),
        reference=f"UA-2026-{number:04d}",
        draft_id=DraftId(number),
        author_id=None if author is None else PersonId(author),
        consultation_id=None,
        consultation=None,
        state=ProposalState.MERGED if into else ProposalState.IN_PLAN,
        title="Roads",
        problem="Nobody knows.",
        solution="Tell them.",
        language="uk",
        consent_version=2,
        submitted_at=NOW,
        updated_at=NOW,
    )
    row = await unit.proposals.add(given)
    update = {"id": row, "merged_into": into, "commitment": commitment}
    await unit.proposals.save(given.model_copy(update=update))
    for person in supporters:
        await unit.endorsements.add(row, PersonId(person), now=NOW)
    return row


async def stated(unit: UnitOfWork) -> None:
    """A status, with its campaign."""
    change = await unit.commitments.add(
        CommitmentChange(commitment=LANTERNS, status=CommitmentStatus.LIMITED, note="Lit.", changed_at=NOW)
    )
    await unit.notices.begin_campaign(NoticeKind.COMMITMENT_CHANGED, change.id, now=NOW)


async def adopted(unit: UnitOfWork, row: ProposalId) -> None:
    """That a proposal is in a plan, with its campaign."""
    change = await unit.changes.add(
        ProposalChange(
            id=ChangeId(0),
            proposal_id=row,
            was=ProposalState.ACCEPTED,
            became=ProposalState.IN_PLAN,
            actor=ChangedBy.STAFF,
            changed_at=NOW,
        )
    )
    await unit.notices.begin_campaign(NoticeKind.PROPOSAL_ADOPTED, change.id, now=NOW)


async def reached(database: Database, *, limit: int = 100) -> list[int]:
    """Expand every campaign; who has a notice, in the order of the notices."""
    for _ in range(1000):
        async with database.unit() as unit:
            campaign = await unit.notices.unexpanded()
            if campaign is None:
                break
            await unit.notices.expand(campaign, limit=limit, now=NOW)
    async with database.unit() as unit:
        due = await unit.notices.claim(10_000, now=NOW)
    return [one.person_id for one in due if one.person_id is not None]


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
async def test_status_reaches_authors_and_supporters_of_all_proposals_once(database: Database, limit: int):
    await meet(database, *range(1, 21), AUTHOR, 101, 102)
    async with database.unit() as unit:
        first = await proposal(unit, 1, *range(1, 11), commitment=LANTERNS)
        await proposal(unit, 2, *range(6, 16), AUTHOR, author=5, commitment=LANTERNS)
        joined = await proposal(unit, 3, 17, 1, author=101, into=first)
        await proposal(unit, 4, 18, author=102, into=joined)
        await proposal(unit, 5, 19, author=20, commitment="other")
        await stated(unit)
        hearing = await unit.commitments.count_hearing(LANTERNS)
    everybody = [*range(1, 16), 17, 18, AUTHOR, 101, 102]
    assert sorted(await reached(database, limit=limit)) == everybody
    assert hearing == len(everybody)


@pytest.mark.parametrize("limit", [1, 3, 100])
async def test_adoption_reaches_everybody_around_the_proposal_but_its_author(database: Database, limit: int):
    await meet(database, 1, 2, 3, AUTHOR, 101)
    async with database.unit() as unit:
        row = await proposal(unit, 1, 1, 2)
        await proposal(unit, 2, 2, 3, AUTHOR, author=101, into=row)
        await adopted(unit, row)
        hearing = await unit.commitments.count_hearing(proposal_id=row)
    assert sorted(await reached(database, limit=limit)) == [1, 2, 3, 101]
    assert hearing == 5


async def test_unreachable_unknown_and_late_ones_are_left_out(database: Database):
    await meet(database, 1, 2, 3, AUTHOR)
    async with database.unit() as unit:
        row = await proposal(unit, 1, 1, 2, author=None, commitment=LANTERNS)
        await unit.people.mark_unreachable(PersonId(2))
        await stated(unit)
        await unit.endorsements.add(row, PersonId(3), now=NOW + timedelta(seconds=1))
    assert await reached(database) == [1]


async def test_groups_that_follow_a_commitment_are_counted_with_the_people(database: Database):
    await meet(database, AUTHOR)
    async with database.unit() as unit:
        row = await proposal(unit, 1, commitment=LANTERNS)
        for number, update in (
            (-1, {"all_commitments": True}),
            (-2, {"commitments": (LANTERNS,)}),
            (-3, {"commitments": (CommitmentId("other"),)}),
            (-4, {"all_commitments": True}),
        ):
            group = Group(id=number, kind=GroupKind.GROUP, title="", language="uk", met_at=NOW)
            await unit.groups.save(group)
            await unit.subscriptions.save(Subscription(chat_id=number, created_at=NOW, **update))
        await unit.groups.mark_unreachable(-4)
        assert await unit.commitments.count_hearing(LANTERNS) == 3
        assert await unit.commitments.count_hearing(proposal_id=row) == 1
        await stated(unit)
    async with database.unit() as unit:
        campaign = await unit.notices.unexpanded()
        assert campaign is not None
        await unit.notices.expand(campaign, limit=100, now=NOW)
        due = await unit.notices.claim(100, now=NOW)
    assert sorted(one.group_id or one.person_id for one in due) == [-2, -1, AUTHOR]


async def test_who_has_not_subscribed_is_told_all_the_same(database: Database):
    await meet(database, 1, AUTHOR)
    async with database.unit() as unit:
        await proposal(unit, 1, commitment=LANTERNS)
        await unit.subscriptions.add(PersonId(1), now=NOW)
        await stated(unit)
    assert await reached(database) == [AUTHOR]


async def test_supporters_of_one_proposal_are_found_by_an_index(database: Database):
    async with database.view() as view:
        plan = await view.notices.connection.all(
            "EXPLAIN QUERY PLAN SELECT person_id FROM endorsements WHERE proposal_id = 1 AND person_id > 5"
            " AND person_id <= 9 AND endorsed_at <= 'x' ORDER BY person_id LIMIT 500"
        )
    assert len(plan) == 1
    assert "USING INDEX" in plan[0]["detail"]
    assert "proposal_id=? AND person_id>?" in plan[0]["detail"]


async def test_proposals_of_a_commitment_are_found_by_indexes(database: Database):
    async with database.view() as view:
        plan = await view.notices.connection.all(
            f"EXPLAIN QUERY PLAN {_FAMILY} SELECT id FROM family", {"proposal": 1, "commitment": "a"}
        )
    detail = " ".join(row["detail"] for row in plan)
    assert "proposals_by_commitment" in detail
    assert "proposals_merged" in detail
    assert "SCAN proposals" not in detail
