"""`/audit`: what the secretariat has done, narrowed down to who, what and since when."""

from datetime import timedelta

from bot.domain.people import Role
from bot.services.audit import Lines
from bot.ui import audit as screens
from bot.ui.context import Context
from bot.ui.member_actions import ChooseAuditDays, ChooseAuditMember, ChooseAuditNoun, ShowAudit


async def show(context: Context, action: ShowAudit | None = None) -> None:
    """Show a page of the log."""
    wanted = action or ShowAudit()
    audit = context.services.audit
    excerpt = await audit.page(
        Lines(
            member=wanted.member or None,
            noun=screens.noun_of(wanted.noun),
            since=context.now - timedelta(days=wanted.days) if wanted.days else None,
        ),
        context.actor,
        before=wanted.before or None,
    )
    await context.show(screens.log(context.say, excerpt, wanted, await audit.names()))


async def choose_member(context: Context, action: ChooseAuditMember) -> None:
    """Offer whose doings to show."""
    context.actor.require(Role.ADMINISTRATOR)
    names = await context.services.audit.names()
    await context.show(screens.choose_member(context.say, action, names))


async def choose_noun(context: Context, action: ChooseAuditNoun) -> None:
    """Offer the kinds of things."""
    context.actor.require(Role.ADMINISTRATOR)
    await context.show(screens.choose_noun(context.say, action))


async def choose_days(context: Context, action: ChooseAuditDays) -> None:
    """Offer since when."""
    context.actor.require(Role.ADMINISTRATOR)
    await context.show(screens.choose_days(context.say, action))


COMMANDS = {"audit": show}
ACTIONS = {
    ShowAudit: show,
    ChooseAuditMember: choose_member,
    ChooseAuditNoun: choose_noun,
    ChooseAuditDays: choose_days,
}
