"""Invitations to the secretariat: one-time links that give a role to whoever opens them first."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.staff import (
    INVITED_FOR,
    Invitation,
    InvitationExpired,
    InvitationId,
    InvitationUnknown,
    InvitationUsed,
    Member,
)
from bot.services.members import give, number_of
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork, View

#: Random bytes of a token: 32 characters of a link, beyond guessing.
TOKEN = 24


@dataclass(frozen=True)
class Joined:
    """What opening an invitation came to.

    Attributes:
        role: which the person has now.
        is_news: False where they had as much before; the invitation is not used up then.
        is_again: whether they have used this very invitation before.
    """

    role: Role
    is_news: bool
    is_again: bool = False


class InvitationsService:
    """Verbs on invitations; all but joining are an administrator's.

    Args:
        database: where they are kept; of a token, only its digest.
        clock: the time.
        staff: knows who is an administrator.
    """

    def __init__(self, database: Database, clock: Clock, *, staff: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff

    async def list(self, by: Actor) -> Sequence[Invitation]:
        """Those that can still be used.

        Raises:
            NotAllowed: the actor is no administrator.
        """
        by.require(Role.ADMINISTRATOR)
        async with self._database.view() as view:
            return await view.staff.invitations(now=self._clock.now())

    async def get(self, invitation_id: InvitationId) -> tuple[Invitation, Member | None]:
        """One of them and who has used it, for the notice of it.

        Raises:
            InvitationUnknown: no such row.
        """
        async with self._database.view() as view:
            found = await view.staff.invitation(invitation_id)
            return found, None if found.used_by is None else await view.staff.get(found.used_by)

    async def invite(
        self, role: Role, by: Actor, *, within: timedelta = INVITED_FOR
    ) -> tuple[Invitation, str]:
        """Make a link that gives a role to whoever opens it first.

        Args:
            role: which.
            by: who invites.
            within: how long it can be used.

        Returns:
            The invitation and its token, which nobody can find out again.

        Raises:
            NotAllowed: the actor is no administrator.
        """
        token, now = secrets.token_urlsafe(TOKEN), self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.ADMINISTRATOR)
            invitation = await unit.staff.add_invitation(
                Invitation(
                    id=InvitationId(0),
                    digest=_digest(token),
                    role=role,
                    invited_by=await number_of(unit, by, now=now),
                    created_at=now,
                    expires_at=now + within,
                )
            )
            await unit.audit.add(
                by, Verb.INVITED, Noun.INVITATION, str(invitation.id), now=now, role=role.value
            )
            unit.came_to("invitations", invitation.id)
        return invitation, token

    async def revoke(self, invitation_id: InvitationId, by: Actor) -> bool:
        """Take an invitation back; False where it was used or taken back before.

        Raises:
            NotAllowed: the actor is no administrator.
            InvitationUnknown: no such row.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.ADMINISTRATOR)
            await unit.staff.invitation(invitation_id)
            is_done = await unit.staff.revoke_invitation(invitation_id, now=now)
            if is_done:
                await unit.audit.add(by, Verb.REVOKED, Noun.INVITATION, str(invitation_id), now=now)
            unit.came_to("invitations")
        return is_done

    async def join(self, person_id: PersonId, token: str, *, name: str) -> Joined:
        """Open an invitation. Pressed again by who has used it, it changes nothing more.

        Args:
            person_id: who opens it.
            token: as it stands in the link.
            name: what Telegram calls them.

        Raises:
            InvitationUnknown: there is none, it was taken back, or who gave it is no administrator any more.
            InvitationUsed: somebody else was first.
            InvitationExpired: its time is over.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            invitation = await self._usable(unit, await unit.staff.find_invitation(_digest(token)), now)
            has = await self._staff.role_of(unit, person_id)
            unit.came_to("joined")
            if invitation.used_by is not None:
                member = await unit.staff.get(invitation.used_by)
                if has is None or member.person_id != person_id:
                    raise InvitationUsed
                return Joined(has, is_news=False, is_again=True)
            if has is not None and has.rank >= invitation.role.rank:
                return Joined(has, is_news=False)
            member = await give(
                unit, person_id, invitation.role, by=invitation.invited_by, now=now, name=name
            )
            await unit.staff.use_invitation(invitation.id, member.id, now=now)
            joined = Actor(person_id=person_id, role=invitation.role)
            await unit.audit.add(
                joined, Verb.JOINED, Noun.INVITATION, str(invitation.id), now=now, role=invitation.role.value
            )
            await self._tell_inviter(unit, invitation, now)
        return Joined(invitation.role, is_news=True)

    async def _usable(self, view: View, invitation: Invitation | None, now: datetime) -> Invitation:
        """The invitation, if it can be used or was."""
        if invitation is None or invitation.revoked_at is not None:
            raise InvitationUnknown
        if invitation.used_at is not None:
            return invitation
        if now >= invitation.expires_at:
            raise InvitationExpired
        if invitation.invited_by is not None:
            inviter = (await view.staff.get(invitation.invited_by)).person_id
            if inviter not in await self._staff.members(view, Role.ADMINISTRATOR):
                raise InvitationUnknown
        return invitation

    async def _tell_inviter(self, unit: UnitOfWork, invitation: Invitation, now: datetime) -> None:
        if invitation.invited_by is None:
            return
        inviter = (await unit.staff.get(invitation.invited_by)).person_id
        to = [] if inviter is None else [inviter]
        await unit.notices.add(NoticeKind.INVITATION_USED, invitation.id, to=to, now=now)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
