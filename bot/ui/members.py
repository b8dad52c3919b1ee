"""Screens of the secretariat's people: the list, one of them, invitations, and what they are told."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.paging import Page
from bot.domain.people import PersonId, Role
from bot.domain.staff import Invitation, Member
from bot.services.invitations import Joined
from bot.services.members import Colleague
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import ShowContact, ShowStaffPanel
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.member_actions import (
    AskToRemoveMember,
    ChangeRole,
    ChooseInvitedRole,
    InviteMember,
    RemoveMember,
    RevokeInvitation,
    ShowInvitations,
    ShowMember,
    ShowMembers,
)
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: People on one page of the list, and characters of a name there.
PAGE, NAME = 8, 60


def listed(
    say: Speaker, colleagues: Sequence[Colleague], *, invitations: int, me: PersonId, page: int = 0
) -> Screen:
    """Everybody with their role, a page of them.

    Args:
        say: the administrator's language.
        colleagues: the most powerful first.
        invitations: how many can still be used.
        me: the administrator.
        page: from 0.
    """
    shown = Page.of(page, len(colleagues), PAGE)
    entries = lines(_entry(say, one, me) for one in shown.cut(colleagues))
    rows: list[Row] = [
        [buttons.button(_name(say, one.member, one.person_id), ShowMember(member=one.member.id))]
        for one in shown.cut(colleagues)
        if one.member is not None
    ]
    return Screen(
        paragraphs(say("members-title", count=len(colleagues)), entries),
        [
            [Button(say.plain("button-invite"), ChooseInvitedRole())],
            *(
                [[Button(say.plain("members-button-invitations", count=invitations), ShowInvitations())]]
                if invitations
                else []
            ),
            *rows,
            *buttons.turns(say, shown.at, shown.count, lambda to: ShowMembers(page=to)),
            [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
        ],
    )


def one(say: Speaker, colleague: Colleague, *, inviter: str = "") -> Screen:
    """A member, and what can be done about their role.

    Args:
        say: the administrator's language.
        colleague: the member; one with a number.
        inviter: who has given them a role, where that is known.
    """
    member = colleague.member
    assert member is not None
    back = [buttons.back(say, ShowMembers()), buttons.to_menu(say)]
    text = lines(
        [
            say("member-title", name=_name(say, member, colleague.person_id)),
            say("member-role", role=_role(say, colleague.role), since=say.date(member.since)),
            say("member-invited-by", name=inviter) if inviter else "",
            say("member-id", id=str(colleague.person_id)),
        ]
    )
    if colleague.is_by_settings:
        return Screen(paragraphs(text, say("member-by-settings")), [back])
    return Screen(
        paragraphs(text, say("roles-text")),
        [
            *(
                [Button(say.plain(f"button-make-{role}"), ChangeRole(member=member.id, role=role))]
                for role in Role
                if role is not colleague.role
            ),
            [Button(say.plain("button-remove-member"), AskToRemoveMember(member=member.id))],
            back,
        ],
    )


def confirm_removal(say: Speaker, colleague: Colleague) -> Screen:
    """Ask before a role is taken away."""
    member = colleague.member
    assert member is not None
    return Screen(
        say("member-confirm-removal", name=_name(say, member, colleague.person_id)),
        [
            [Button(say.plain("button-keep-member"), ShowMember(member=member.id))],
            [Button(say.plain("button-remove-member-yes"), RemoveMember(member=member.id))],
        ],
    )


def choose_role(say: Speaker) -> Screen:
    """For which role somebody is to be invited."""
    return Screen(
        paragraphs(say("invitation-choose"), say("roles-text")),
        [
            *([Button(say.plain(f"button-invite-{role}"), InviteMember(role=role))] for role in Role),
            [buttons.back(say, ShowMembers()), buttons.to_menu(say)],
        ],
    )


def invited(say: Speaker, invitation: Invitation, token: str, *, bot_name: str) -> Screen:
    """The link, once."""
    return Screen(
        say(
            "invitation-made",
            role=_role(say, invitation.role),
            expires=invitation.expires_at,
            link=deep_link(bot_name, Place.INVITATION, token),
        ),
        [
            [Button(say.plain("button-revoke"), RevokeInvitation(invitation=invitation.id))],
            [buttons.back(say, ShowMembers()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def invitations(say: Speaker, listed: Sequence[Invitation], *, page: int = 0) -> Screen:
    """Those that can still be used, a page of them, each with the way to take it back."""
    shown = Page.of(page, len(listed), PAGE)
    back = [buttons.back(say, ShowMembers()), buttons.to_menu(say)]
    if not listed:
        return Screen(
            say("invitations-none"), [[Button(say.plain("button-invite"), ChooseInvitedRole())], back]
        )
    entries = lines(
        say("invitation-entry", number=str(one.id), role=_role(say, one.role), expires=one.expires_at)
        for one in shown.cut(listed)
    )
    rows: list[Row] = [
        [
            buttons.button(
                say.plain("invitation-button-revoke", number=str(one.id)),
                RevokeInvitation(invitation=one.id),
            )
        ]
        for one in shown.cut(listed)
    ]
    turns = buttons.turns(say, shown.at, shown.count, lambda to: ShowInvitations(page=to))
    return Screen(paragraphs(say("invitations-title", count=len(listed)), entries), [*rows, *turns, back])


def joined(say: Speaker, joined: Joined) -> Screen:
    """To who has opened an invitation: their role, and the way to the panel."""
    role = _role(say, joined.role)
    kept = say("invitation-kept", role=role, is_again=joined.is_again)
    text = say("invitation-joined", role=role) if joined.is_news else kept
    return Screen(
        paragraphs(text, say(f"role-{joined.role}-text")),
        [[Button(say.plain("button-staff"), ShowStaffPanel())], [buttons.to_menu(say)]],
        stays=True,
    )


def used(say: Speaker, invitation: Invitation, member: Member) -> Screen:
    """To who has invited: the invitation was used, and by whom."""
    return Screen(
        say(
            "invitation-used",
            number=str(invitation.id),
            name=_name(say, member, member.person_id),
            role=_role(say, invitation.role),
        ),
        [
            [Button(say.plain("button-show-member"), ShowMember(member=member.id))],
            [Button(say.plain("button-members"), ShowMembers()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def changed(say: Speaker, role: Role | None, changed_at: datetime) -> Screen:
    """To a member whose role has changed: which they have now, or that they have none."""
    if role is None:
        return Screen(
            say("member-removed", changed=changed_at),
            [[Button(say.plain("button-contact"), ShowContact())], [buttons.to_menu(say)]],
            stays=True,
        )
    return Screen(
        paragraphs(say("member-given", role=_role(say, role)), say(f"role-{role}-text")),
        [[Button(say.plain("button-staff"), ShowStaffPanel())], [buttons.to_menu(say)]],
        stays=True,
    )


def _entry(say: Speaker, colleague: Colleague, me: PersonId) -> Html:
    member = colleague.member
    return say(
        "member-entry",
        name=_name(say, member, colleague.person_id),
        role=_role(say, colleague.role),
        since="by-settings" if colleague.is_by_settings or member is None else say.date(member.since),
        mine=colleague.person_id == me,
    )


def _name(say: Speaker, member: Member | None, person_id: PersonId | None) -> str:
    name = shortened(member.name if member else "", NAME)
    return name or say.plain("member-unnamed", id=str(person_id or "–"))


def _role(say: Speaker, role: Role) -> str:
    return say.plain(f"role-{role}")
