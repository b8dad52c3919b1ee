"""Rows of the secretariat's people and of their invitations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Actor, PersonId, Role
from bot.domain.staff import (
    Invitation,
    InvitationId,
    InvitationUnknown,
    Member,
    MemberId,
    MemberUnknown,
)
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of

_MEMBER = "SELECT id, person_id, name, role, invited_by, since, ended_at FROM members"
_INVITATION = """
    SELECT id, digest, role, invited_by, created_at, expires_at, used_by, used_at, revoked_at FROM invitations
"""


@dataclass(frozen=True)
class Staff:
    """Who acts for the secretariat, or has done so."""

    connection: Connection

    async def find(self, person_id: PersonId) -> Member | None:
        """The member behind a Telegram id, or None."""
        row = await self.connection.one(f"{_MEMBER} WHERE person_id = ?", (person_id,))
        return None if row is None else _member(row)

    async def get(self, member_id: MemberId) -> Member:
        """The member behind a number.

        Raises:
            MemberUnknown: there is none.
        """
        row = await self.connection.one(f"{_MEMBER} WHERE id = ?", (member_id,))
        if row is None:
            raise MemberUnknown
        return _member(row)

    async def every(self) -> Sequence[Member]:
        """Everybody who has ever acted for the secretariat, the first to come first."""
        return [_member(row) for row in await self.connection.all(f"{_MEMBER} ORDER BY id")]

    async def role_of(self, person_id: PersonId) -> Role | None:
        """The role that a row gives the person, or None."""
        row = await self.connection.one("SELECT role FROM members WHERE person_id = ?", (person_id,))
        return None if row is None or row["role"] is None else Role(row["role"])

    async def require(self, by: Actor, role: Role) -> None:
        """Check a role as it is in this very transaction: it may have been taken away since the button was pressed.

        Raises:
            NotAllowed: the actor has less than this role (by now).
        """
        by.require(role)
        if by.person_id is not None and not by.is_by_settings:
            by.model_copy(update={"role": await self.role_of(by.person_id)}).require(role)

    async def with_role(self, least: Role) -> Sequence[PersonId]:
        """Who has at least this role by a row."""
        rows = await self.connection.all(
            "SELECT person_id, role FROM members WHERE role IS NOT NULL AND person_id IS NOT NULL ORDER BY id"
        )
        return [PersonId(row["person_id"]) for row in rows if Role(row["role"]).rank >= least.rank]

    async def list(self) -> Sequence[Member]:
        """Everybody who has a role by a row, the first to come first."""
        rows = await self.connection.all(f"{_MEMBER} WHERE role IS NOT NULL ORDER BY id")
        return [_member(row) for row in rows]

    async def numbered(self, person_id: PersonId, *, now: datetime) -> Member:
        """The member behind a Telegram id; one without a role where they had no number yet."""
        await self.connection.run(
            "INSERT INTO members (person_id, since) VALUES (?, ?) ON CONFLICT (person_id) DO NOTHING",
            (person_id, text_of(now)),
        )
        found = await self.find(person_id)
        assert found is not None
        return found

    async def save(self, member: Member) -> None:
        """Bring a member's name and role up to date."""
        await self.connection.run(
            """
            UPDATE members SET name = :name, role = :role, invited_by = :invited_by, since = :since,
                ended_at = :ended_at
            WHERE id = :id
            """,
            {
                "id": member.id,
                "name": member.name,
                "role": member.role,
                "invited_by": member.invited_by,
                "since": text_of(member.since),
                "ended_at": text_of(member.ended_at),
            },
        )

    async def add_invitation(self, invitation: Invitation) -> Invitation:
        """Remember an invitation; it comes back with its id."""
        row = await self.connection.one(
            """
            INSERT INTO invitations (digest, role, invited_by, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """,
            (
                invitation.digest,
                invitation.role,
                invitation.invited_by,
                text_of(invitation.created_at),
                text_of(invitation.expires_at),
            ),
        )
        assert row is not None
        return invitation.model_copy(update={"id": row["id"]})

    async def find_invitation(self, digest: str) -> Invitation | None:
        """The invitation whose token has this digest, used or not."""
        row = await self.connection.one(f"{_INVITATION} WHERE digest = ?", (digest,))
        return None if row is None else _invitation(row)

    async def invitations(self, *, now: datetime) -> Sequence[Invitation]:
        """Those that can still be used, the oldest first."""
        rows = await self.connection.all(
            f"{_INVITATION} WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ? ORDER BY id",
            (text_of(now),),
        )
        return [_invitation(row) for row in rows]

    async def use_invitation(self, invitation_id: InvitationId, member: MemberId, *, now: datetime) -> bool:
        """Use it up; False where somebody was first, or it was taken back."""
        changed = await self.connection.run(
            """
            UPDATE invitations SET used_by = ?, used_at = ?
            WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL
            """,
            (member, text_of(now), invitation_id),
        )
        return changed > 0

    async def invitation(self, invitation_id: InvitationId) -> Invitation:
        """One of them, in any state.

        Raises:
            InvitationUnknown: no such row.
        """
        row = await self.connection.one(f"{_INVITATION} WHERE id = ?", (invitation_id,))
        if row is None:
            raise InvitationUnknown
        return _invitation(row)

    async def revoke_all_of(self, member: MemberId, *, now: datetime) -> None:
        """Take back whatever a member has given out that was not used."""
        await self.connection.run(
            "UPDATE invitations SET revoked_at = ? WHERE invited_by = ? AND used_at IS NULL AND revoked_at IS NULL",
            (text_of(now), member),
        )

    async def revoke_invitation(self, invitation_id: InvitationId, *, now: datetime) -> bool:
        """Take it back; False where it was used or taken back before."""
        changed = await self.connection.run(
            "UPDATE invitations SET revoked_at = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL",
            (text_of(now), invitation_id),
        )
        return changed > 0


def _member(row: Row) -> Member:
    return Member(
        id=MemberId(row["id"]),
        person_id=row["person_id"],
        name=row["name"],
        role=Role(row["role"]) if row["role"] else None,
        invited_by=row["invited_by"],
        since=moment_of(row["since"]),
        ended_at=maybe_moment_of(row["ended_at"]),
    )


def _invitation(row: Row) -> Invitation:
    return Invitation(
        id=InvitationId(row["id"]),
        digest=row["digest"],
        role=Role(row["role"]),
        invited_by=row["invited_by"],
        created_at=moment_of(row["created_at"]),
        expires_at=moment_of(row["expires_at"]),
        used_by=row["used_by"],
        used_at=maybe_moment_of(row["used_at"]),
        revoked_at=maybe_moment_of(row["revoked_at"]),
    )
