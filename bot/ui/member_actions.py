"""The actions on the secretariat's people and on its log. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.audit import AuditId
from bot.domain.people import Role
from bot.domain.staff import InvitationId, MemberId
from bot.ui.action import ROW, Action


class ShowMembers(Action, prefix="hl"):
    """List the secretariat's people."""

    page: Annotated[int, ROW] = 0


class ShowMember(Action, prefix="hm"):
    """Show one of them."""

    member: Annotated[MemberId, ROW]


class ChangeRole(Action, prefix="hr"):
    """Give a member another role."""

    member: Annotated[MemberId, ROW]
    role: Role


class AskToRemoveMember(Action, prefix="hd"):
    """Ask whether a member is to be removed."""

    member: Annotated[MemberId, ROW]


class RemoveMember(Action, prefix="hx"):
    """Take a member's role away."""

    member: Annotated[MemberId, ROW]


class ChooseInvitedRole(Action, prefix="hi"):
    """Offer the roles for which somebody can be invited."""


class InviteMember(Action, prefix="hv"):
    """Make an invitation."""

    role: Role


class ShowInvitations(Action, prefix="ho"):
    """List the invitations that can still be used."""

    page: Annotated[int, ROW] = 0


class RevokeInvitation(Action, prefix="hy"):
    """Take an invitation back."""

    invitation: Annotated[InvitationId, ROW]


class ShowAudit(Action, prefix="hu"):
    """Show what the secretariat has done.

    Attributes:
        member: the number of who has done it; 0 for anybody.
        noun: the place of the kind of thing among all kinds, from 1; 0 for any.
        days: of how many days; 0 for all.
        before: only lines before this one; 0 for the newest.
    """

    member: Annotated[MemberId, ROW] = MemberId(0)
    noun: Annotated[int, Field(ge=0, le=99)] = 0
    days: Annotated[int, Field(ge=0, le=9999)] = 0
    before: Annotated[AuditId, ROW] = AuditId(0)


class ChooseAuditMember(Action, prefix="zw"):
    """Offer whose doings to show, a page of them; the rest as of `ShowAudit`."""

    noun: Annotated[int, Field(ge=0, le=99)]
    days: Annotated[int, Field(ge=0, le=9999)]
    page: Annotated[int, ROW] = 0


class ChooseAuditNoun(Action, prefix="zn"):
    """Offer the kinds of things to show; the rest as of `ShowAudit`."""

    member: Annotated[MemberId, ROW]
    days: Annotated[int, Field(ge=0, le=9999)]


class ChooseAuditDays(Action, prefix="hz"):
    """Offer of how many days to show them; the rest as of `ShowAudit`."""

    member: Annotated[MemberId, ROW]
    noun: Annotated[int, Field(ge=0, le=99)]
