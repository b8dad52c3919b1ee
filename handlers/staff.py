"""The secretariat at work: its panel. Rights are checked in the services."""

from bot.domain.desk import Tray
from bot.domain.people import Role
from bot.ui import staff as screens
from bot.ui.actions import ShowStaffPanel
from bot.ui.context import Context


async def panel(context: Context, _: ShowStaffPanel | None = None) -> None:
    """Open the panel."""
    user = context.incoming.effective_user if context.incoming else None
    await context.services.members.recognise(context.actor, user.full_name if user else "")
    service = context.services.consultations
    drafts = await service.drafts(context.actor)
    subscribers = await service.recipients()
    waiting = await context.services.secretariat.waiting(context.actor)
    await context.show(
        screens.panel(
            context.say,
            unpublished=len(drafts),
            subscribers=subscribers,
            waiting=waiting.total,
            proposals=(await context.services.desk.counts(context.actor))[Tray.WAITING],
            appeals=await context.services.blocks.count_contested(context.actor),
            may_act=context.actor.may(Role.OFFICER),
            is_briefing_off=await context.services.briefings.is_off(context.actor),
            faults=len(context.services.content.problems),
            is_administrator=context.actor.may(Role.ADMINISTRATOR),
            standing=await context.services.forum.standing(),
        )
    )


COMMANDS = {"staff": panel}
ACTIONS = {
    ShowStaffPanel: panel,
}
