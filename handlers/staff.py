"""The secretariat at work: its panel, and pulling proposals. Rights are checked in the services."""

import io

from bot.domain.desk import Tray
from bot.domain.exports import ExportFormat
from bot.domain.people import Role
from bot.ui import staff as screens
from bot.ui.actions import ExportProposals, ShowStaffPanel
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
            faults=len(context.services.content.problems),
            is_administrator=context.actor.may(Role.ADMINISTRATOR),
        )
    )


async def export(context: Context, action: ExportProposals | None = None) -> None:
    """Hand out the proposals as a table."""
    context.actor.require(Role.OBSERVER)
    await context.preparing_file()
    form = action.format if action else ExportFormat.CSV
    table = io.BytesIO()
    count, _ = await context.services.exports.write(table, form, context.actor)
    if count:
        await context.show(screens.exported(context.say, table.getvalue(), form, count))
    else:
        await context.show(screens.nothing_to_export(context.say))


COMMANDS = {"staff": panel, "export": export}
ACTIONS = {
    ShowStaffPanel: panel,
    ExportProposals: export,
}
