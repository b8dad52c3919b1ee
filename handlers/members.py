"""The secretariat's people: who they are, inviting, roles. Rights are checked in the services."""

from bot.domain.people import PersonId, Role
from bot.domain.staff import MemberId
from bot.ui import members as screens
from bot.ui.context import Context
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


async def show_list(context: Context, action: ShowMembers | None = None) -> None:
    """List everybody with their role."""
    colleagues = await context.services.members.list(context.actor)
    invitations = await context.services.invitations.list(context.actor)
    await context.show(
        screens.listed(
            context.say,
            colleagues,
            invitations=len(invitations),
            me=context.me.id,
            page=action.page if action else 0,
        )
    )


async def show_one(context: Context, action: ShowMember) -> None:
    """Show one of them."""
    await show_member(context, action.member)


async def show_member(context: Context, member_id: MemberId) -> None:
    """Show one of them, with who has given them the role."""
    colleague = await context.services.members.get(member_id, context.actor)
    names = await context.services.audit.names()
    by = colleague.member.invited_by if colleague.member else None
    await context.show(screens.one(context.say, colleague, inviter=names.get(by, "") if by else ""))


async def change_role(context: Context, action: ChangeRole) -> None:
    """Give a member another role."""
    person_id = await _person(context, action.member)
    await context.services.members.appoint(person_id, action.role, context.actor)
    if person_id == context.me.id:  # what is shown next goes by the new one
        context.actor = await context.services.people.actor(person_id)
    if context.actor.may(Role.ADMINISTRATOR):
        await show_member(context, action.member)
    else:
        await context.show(screens.changed(context.say, context.actor.role, context.now))


async def ask_to_remove(context: Context, action: AskToRemoveMember) -> None:
    """Ask before a role is taken away."""
    await context.show(
        screens.confirm_removal(context.say, await context.services.members.get(action.member, context.actor))
    )


async def remove(context: Context, action: RemoveMember) -> None:
    """Take a role away."""
    person_id = await _person(context, action.member)
    await context.services.members.remove(person_id, context.actor)
    if person_id == context.me.id:
        context.actor = await context.services.people.actor(person_id)
        await context.show(screens.changed(context.say, None, context.now))
    else:
        await show_list(context)


async def choose_role(context: Context, _: ChooseInvitedRole) -> None:
    """Offer the roles."""
    await context.services.members.list(context.actor)
    await context.show(screens.choose_role(context.say))


async def invite(context: Context, action: InviteMember) -> None:
    """Make an invitation and show its link, once."""
    invitation, token = await context.services.invitations.invite(action.role, context.actor)
    await context.show(screens.invited(context.say, invitation, token, bot_name=context.bot.username))


async def show_invitations(context: Context, action: ShowInvitations | None = None) -> None:
    """List those that can still be used."""
    page = action.page if action else 0
    await context.show(
        screens.invitations(context.say, await context.services.invitations.list(context.actor), page=page)
    )


async def revoke(context: Context, action: RevokeInvitation) -> None:
    """Take an invitation back."""
    await context.services.invitations.revoke(action.invitation, context.actor)
    await show_invitations(context)


async def join(context: Context, token: str) -> None:
    """Open an invitation."""
    user = context.incoming.effective_user if context.incoming else None
    name = user.full_name if user else ""
    joined = await context.services.invitations.join(context.me.id, token, name=name)
    context.actor = await context.services.people.actor(context.me.id)
    await context.show(screens.joined(context.say, joined))
    await context.bot_data.registration.tell_staff(context.bot, context.me.id, joined.role)


async def _person(context: Context, member_id: MemberId) -> PersonId:
    return (await context.services.members.get(member_id, context.actor)).person_id


ACTIONS = {
    ShowMembers: show_list,
    ShowMember: show_one,
    ChangeRole: change_role,
    AskToRemoveMember: ask_to_remove,
    RemoveMember: remove,
    ChooseInvitedRole: choose_role,
    InviteMember: invite,
    ShowInvitations: show_invitations,
    RevokeInvitation: revoke,
}
