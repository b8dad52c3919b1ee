"""The audit log only grows; members keep their number; an invitation is used once."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.audit import Noun, Verb
from bot.domain.people import Actor, PersonId, Role
from bot.domain.staff import INVITED_FOR, Invitation, InvitationId
from storage import Database
from storage.audit import CHUNK
from tests.storage.conftest import NOW

MARIA = Actor(person_id=PersonId(77), role=Role.OFFICER)


async def look(database: Database, reference: str, *, times: int = 1, by: Actor = MARIA) -> None:
    async with database.unit() as unit:
        for number in range(times):
            await unit.audit.add(
                by,
                Verb.LOOKED,
                Noun.PROPOSAL,
                reference,
                now=NOW + timedelta(seconds=number),
                person_id=PersonId(5),
                page=number,
            )


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET subject = 'UA-2026-0002'",
        "UPDATE audit SET details = '{}'",
        "UPDATE audit SET member_id = NULL",
        "UPDATE audit SET person_id = 6",
        "UPDATE audit SET done_at = '2020-01-01'",
        "DELETE FROM audit",
        "REPLACE INTO audit (id, verb, noun, done_at) VALUES (1, 'changed', 'proposal', '')",
    ],
)
async def test_no_line_can_be_changed_or_deleted(database: Database, file: Path, change: str):
    await look(database, "UA-2026-0001")
    with (
        closing(sqlite3.connect(file)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="audit is never"),
    ):
        connection.execute(change)


async def test_erased_person_leaves_the_line_without_their_id(database: Database):
    await look(database, "UA-2026-0001")
    async with database.unit() as unit:
        await unit.personal.erase(PersonId(5))
    async with database.view() as view:
        (line,) = [record async for record in view.audit.each()]
    assert (line.person_id, line.subject, line.actor_id) == (None, "UA-2026-0001", MARIA.person_id)


async def test_member_who_erased_their_data_stays_a_number(database: Database):
    await look(database, "UA-2026-0001")
    async with database.unit() as unit:
        await unit.personal.erase(PersonId(77))
    await look(database, "UA-2026-0002")
    async with database.view() as view:
        newest, oldest = [record async for record in view.audit.each()]
    assert oldest.actor_id is None
    assert oldest.member is not None
    assert newest.member != oldest.member


async def test_lines_come_newest_first_whole_and_narrowed_down(database: Database):
    await look(database, "UA-2026-0001", times=CHUNK + 3)
    await look(database, "UA-2026-0002", by=Actor.operator())
    async with database.view() as view:
        every = [record async for record in view.audit.each()]
        of_one = [record async for record in view.audit.each(noun=Noun.PROPOSAL, subject="UA-2026-0002")]
        since = NOW + timedelta(seconds=CHUNK)
        late = [record.details["page"] async for record in view.audit.each(since=since)]
        none = [record async for record in view.audit.each(verb=Verb.BLOCKED)]
    assert [record.id for record in every] == sorted((record.id for record in every), reverse=True)
    assert len(every) == CHUNK + 4
    assert [record.member for record in of_one] == [None]
    assert late == [CHUNK + 2, CHUNK + 1, CHUNK]
    assert none == []


async def test_invitation_is_used_once(database: Database):
    async with database.unit() as unit:
        invitation = await unit.staff.add_invitation(
            Invitation(
                id=InvitationId(0),
                digest="d",
                role=Role.OFFICER,
                invited_by=None,
                created_at=NOW,
                expires_at=NOW + INVITED_FOR,
            )
        )
        first = await unit.staff.numbered(PersonId(1), now=NOW)
        second = await unit.staff.numbered(PersonId(2), now=NOW)
        assert await unit.staff.use_invitation(invitation.id, first.id, now=NOW)
        assert not await unit.staff.use_invitation(invitation.id, second.id, now=NOW)
        assert not await unit.staff.revoke_invitation(invitation.id, now=NOW)
        found = await unit.staff.find_invitation("d")
    assert found is not None
    assert found.used_by == first.id
    assert not found.is_open(NOW)
