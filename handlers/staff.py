"""The secretariat at work: publishing consultations, pulling proposals. Rights are checked in the services."""

import io

from bot.domain.desk import Tray
from bot.domain.exports import ExportFormat
from bot.domain.people import Role
from bot.ui import consultations as consultation_screens
from bot.ui import staff as screens
from bot.ui.actions import (
    ExportProposals,
    PreviewConsultation,
    PublishConsultation,
    ShowStaffPanel,
    ShowUnpublished,
)
from bot.ui.context import Context


async def panel(context: Context, _: ShowStaffPanel | None = None) -> None:
    """Open the panel."""
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
        )
    )


async def publish(context: Context) -> None:
    """`/publish`: choose from a list; `/publish SLUG`: publish that one."""
    context.actor.require(Role.OFFICER)
    if context.typed:
        await _publish(context, context.typed)
    else:
        await show_unpublished(context)


async def show_unpublished(context: Context, _: ShowUnpublished | None = None) -> None:
    """List what waits to be published."""
    drafts = await context.services.consultations.drafts(context.actor)
    await context.show(consultation_screens.unpublished(context.say, drafts))


async def preview(context: Context, action: PreviewConsultation) -> None:
    """Show it as subscribers will see it, with how many they are."""
    context.actor.require(Role.OFFICER)
    consultation = await context.services.consultations.get(action.consultation)
    recipients = await context.services.consultations.recipients()
    await context.show(consultation_screens.preview(context.say, consultation, recipients, context.now))


async def confirm(context: Context, action: PublishConsultation) -> None:
    """Publish what has been previewed."""
    context.actor.require(Role.OFFICER)
    consultation = await context.services.consultations.get(action.consultation)
    await _publish(context, consultation.slug)


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


async def _publish(context: Context, slug: str) -> None:
    consultation, recipients = await context.services.consultations.publish(slug, context.actor)
    await context.show(consultation_screens.published(context.say, consultation, recipients=recipients))


COMMANDS = {"staff": panel, "publish": publish, "export": export}
ACTIONS = {
    ShowStaffPanel: panel,
    ShowUnpublished: show_unpublished,
    PreviewConsultation: preview,
    PublishConsultation: confirm,
    ExportProposals: export,
}
