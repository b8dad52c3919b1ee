"""The secretariat's people: members with their roles, and the invitations by which they come."""

from datetime import datetime, timedelta
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError, NotFound
from bot.domain.people import PersonId, Role

#: A number that stays with a member for good: the audit log names them by it.
MemberId = NewType("MemberId", int)
InvitationId = NewType("InvitationId", int)

#: How long an invitation is good for.
INVITED_FOR = timedelta(hours=48)


class MemberUnknown(NotFound):
    """There is no such member (any more)."""

    message_id = "member-error-unknown"


class RoleBySettings(CivicError):
    """The operator's settings make this person an administrator: nobody else can change that."""

    message_id = "member-error-by-settings"


class LastAdministrator(CivicError):
    """Nobody would be left who can look after the secretariat's people."""

    message_id = "member-error-last"


class InvitationUnknown(CivicError):
    """There is no such invitation, or it was taken back."""

    message_id = "invitation-error-unknown"


class InvitationUsed(CivicError):
    """Somebody has used it."""

    message_id = "invitation-error-used"


class InvitationExpired(CivicError):
    """Its time is over."""

    message_id = "invitation-error-expired"


class Member(BaseModel):
    """Somebody who acts for the secretariat, or has done so.

    Attributes:
        person_id: Telegram's id; None once they have erased their data.
        name: what colleagues call them, as Telegram had it when they came.
        role: None where they have none (any more); administrators of the settings have theirs without a row.
        invited_by: None for the operator.
    """

    model_config = ConfigDict(frozen=True)

    id: MemberId
    person_id: PersonId | None
    name: str = ""
    role: Role | None
    invited_by: MemberId | None = None
    since: datetime
    ended_at: datetime | None = None


class Invitation(BaseModel):
    """A link that makes whoever opens it first a member.

    Attributes:
        digest: SHA-256 of the token, which only the link has.
        invited_by: None for the operator.
    """

    model_config = ConfigDict(frozen=True)

    id: InvitationId
    digest: str
    role: Role
    invited_by: MemberId | None
    created_at: datetime
    expires_at: datetime
    used_by: MemberId | None = None
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and self.revoked_at is None and now < self.expires_at
