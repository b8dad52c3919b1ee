"""The secretariat's people: added, given another role, removed. Their roles count from the next moment on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import AuditId, Noun, Record, Verb
from bot.domain.clock import Clock
from bot.domain.draft_steps import readable
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.staff import LastAdministrator, Member, MemberId, MemberUnknown, RoleBySettings
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork


@dataclass(frozen=True)
class Colleague:
    """Somebody who acts for the secretariat now.

    Attributes:
        member: None for an administrator of the settings who has done nothing yet.
        person_id: Telegram's id.
        is_by_settings: whether nobody but the operator can take the role away.
    """

    member: Member | None
    person_id: PersonId
    role: Role
    is_by_settings: bool = False


class MembersService:
    """Verbs on members.

    Args:
        database: where they are kept.
        clock: the time.
        staff: knows the settings' administrators, whose role no row can lower.
    """

    def __init__(self, database: Database, clock: Clock, *, staff: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff

    async def list(self, by: Actor) -> Sequence[Colleague]:
        """Everybody who has a role, the most powerful first.

        Raises:
            NotAllowed: the actor is no administrator.
        """
        by.require(Role.ADMINISTRATOR)
        async with self._database.view() as view:
            rows = {one.person_id: one for one in await view.staff.every() if one.person_id is not None}
        found = [
            Colleague(rows.get(one), one, Role.ADMINISTRATOR, is_by_settings=True)
            for one in sorted(self._staff.administrators)
        ]
        for person_id, member in rows.items():
            if member.role is not None and person_id not in self._staff.administrators:
                found.append(Colleague(member, person_id, member.role))
        return sorted(found, key=lambda one: -one.role.rank)

    async def get(self, member_id: MemberId, by: Actor) -> Colleague:
        """One of them.

        Raises:
            NotAllowed: the actor is no administrator.
            MemberUnknown: they have no role (any more).
        """
        for one in await self.list(by):
            if one.member is not None and one.member.id == member_id:
                return one
        raise MemberUnknown

    async def roles(self) -> Mapping[PersonId, Role]:
        """The role of everybody who has one and has ever written to the bot."""
        async with self._database.view() as view:
            found = {one.person_id: one.role for one in await view.staff.list() if one.person_id is not None}
            roles = {**found, **dict.fromkeys(self._staff.administrators, Role.ADMINISTRATOR)}
            return {
                one: role
                for one, role in roles.items()
                if role is not None and await view.people.find(one) is not None
            }

    async def recognise(self, by: Actor, name: str) -> None:
        """Remember what Telegram calls a member, for colleagues and for the log."""
        if by.role is None or by.person_id is None:
            return
        name = readable(name, is_one_line=True)
        async with self._database.view() as view:
            known = await view.staff.find(by.person_id)
        if known is not None and known.name == name:
            return
        async with self._database.unit(bookkeeping=True) as unit:
            member = await unit.staff.numbered(by.person_id, now=self._clock.now())
            await unit.staff.save(member.model_copy(update={"name": name}))

    async def appoint(self, person_id: PersonId, role: Role, by: Actor) -> Colleague:
        """Give somebody a role: a new member, or another role to one who is there.

        Raises:
            NotAllowed: the actor is no administrator.
            RoleBySettings: the settings give it.
            LastAdministrator: no administrator would be left.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.ADMINISTRATOR)
            self._check_settings(person_id)
            before = await unit.staff.role_of(person_id)
            member = await give(unit, person_id, role, by=await number_of(unit, by, now=now), now=now)
            if before is not role:
                verb = Verb.ADDED if before is None else Verb.CHANGED
                was = before.value if before else ""
                line = await unit.audit.add(
                    by, verb, Noun.MEMBER, str(member.id), now=now, was=was, became=role.value
                )
                await self._see_to(unit, member, by, line)
            unit.came_to("member", member.id)
        return Colleague(member, person_id, role)

    async def remove(self, person_id: PersonId, by: Actor) -> None:
        """Take somebody's role away, at once; what they were writing stays theirs and goes nowhere.

        Raises:
            NotAllowed: the actor is no administrator.
            MemberUnknown: they have no role.
            RoleBySettings: the settings give it.
            LastAdministrator: no administrator would be left.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.ADMINISTRATOR)
            self._check_settings(person_id)
            member = await unit.staff.find(person_id)
            if member is None or member.role is None:
                raise MemberUnknown
            gone = member.model_copy(update={"role": None, "ended_at": now})
            await unit.staff.save(gone)
            was = member.role.value
            line = await unit.audit.add(by, Verb.REMOVED, Noun.MEMBER, str(member.id), now=now, was=was)
            await self._see_to(unit, gone, by, line)
            unit.came_to("members")

    async def told(self, audit_id: AuditId) -> tuple[Record | None, Role | None]:
        """A change of a role, for the notice of it, and which role they have now."""
        async with self._database.view() as view:
            line = await view.audit.find(audit_id)
            if line is None:
                return None, None
            member = await view.staff.get(MemberId(int(line.subject)))
            return line, member.role

    async def _see_to(self, unit: UnitOfWork, member: Member, by: Actor, line: AuditId) -> None:
        """What goes with a change: invitations, what is in their hands, whether anybody is left, and a word to them."""
        now = self._clock.now()
        left = await self._staff.members(unit, Role.ADMINISTRATOR)
        if by.person_id is not None and not left:  # the operator can always add one
            raise LastAdministrator
        if member.person_id not in left:
            await unit.staff.revoke_all_of(member.id, now=now)
        if member.person_id is not None and not (member.role and member.role.rank >= Role.OFFICER.rank):
            await unit.letters.put_aside(member.person_id)
            await unit.assignments.release_all_of(member.id, now=now)
        if member.person_id is not None and member.person_id != by.person_id:
            await unit.notices.add(NoticeKind.MEMBER_CHANGED, line, to=[member.person_id], now=now)

    def _check_settings(self, person_id: PersonId) -> None:
        if person_id in self._staff.administrators:
            raise RoleBySettings


async def give(
    unit: UnitOfWork,
    person_id: PersonId,
    role: Role,
    *,
    by: MemberId | None,
    now: datetime,
    name: str = "",
) -> Member:
    """Write a role down, in the caller's transaction.

    Args:
        unit: the transaction.
        person_id: whose.
        role: which.
        by: who gives it; None for the operator.
        now: the moment.
        name: what Telegram calls them, where it is known.
    """
    member = await unit.staff.numbered(person_id, now=now)
    if member.role is role:
        return member
    called = readable(name, is_one_line=True) or member.name
    update: dict[str, object] = {"role": role, "ended_at": None, "name": called}
    if member.role is None:
        update |= {"since": now, "invited_by": None if by == member.id else by}
    member = member.model_copy(update=update)
    await unit.staff.save(member)
    return member


async def number_of(unit: UnitOfWork, by: Actor, *, now: datetime) -> MemberId | None:
    """The number of who acts in the secretariat; None for the operator."""
    return None if by.person_id is None else (await unit.staff.numbered(by.person_id, now=now)).id
