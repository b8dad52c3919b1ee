"""Reading the consultations."""

from bot.domain.consultations import Consultation, ConsultationState, ConsultationUnknown
from bot.ui import consultations as screens
from bot.ui.actions import ShowConsultation, ShowConsultations
from bot.ui.context import Context


async def show_list(context: Context, _: ShowConsultations | None = None) -> None:
    """List the open ones."""
    listed = await context.services.consultations.open_now()
    await context.show(screens.listed(context.say, listed, context.now))


async def show_one(context: Context, action: ShowConsultation) -> None:
    """Show one of them."""
    await _show(context, await context.services.consultations.get(action.consultation))


async def show_by_slug(context: Context, slug: str) -> None:
    """Show the one that a deep link names."""
    await _show(context, await context.services.consultations.find(slug))


async def _show(context: Context, consultation: Consultation) -> None:
    """What is not published yet is there for nobody."""
    if consultation.state in {ConsultationState.DRAFT, ConsultationState.SCHEDULED}:
        raise ConsultationUnknown
    await context.show(screens.one(context.say, consultation, context.now))


COMMANDS = {"consultations": show_list}
ACTIONS = {ShowConsultations: show_list, ShowConsultation: show_one}
