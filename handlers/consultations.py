"""Reading the consultations: lists, one of them, its documents, its place in a calendar."""

from bot.domain.consultations import Consultation, ConsultationClosed, ConsultationUnknown, Document
from bot.services.calendars import calendar_of
from bot.ui import consultation_lists as lists
from bot.ui import consultations as screens
from bot.ui.actions import ShowConsultation, ShowConsultations
from bot.ui.consultation_actions import (
    BrowseConsultations,
    ChooseFilter,
    ReadConsultation,
    SendCalendar,
    SendDocument,
    ShowConsultationHistory,
)
from bot.ui.context import Context
from bot.ui.deep_links import Place, deep_link
from bot.ui.delivery import resend, upload
from bot.ui.screen import File


async def show_list(context: Context, _: ShowConsultations | None = None) -> None:
    """List the open ones."""
    await browse(context, BrowseConsultations())


async def browse(context: Context, action: BrowseConsultations) -> None:
    """List what was asked for."""
    found = await context.services.consultations.browse(action.wanted, page=action.page)
    knowledge = context.services.knowledge
    await context.show(lists.listed(context.say, found, action, context.now, knowledge=knowledge))


async def choose_filter(context: Context, action: ChooseFilter) -> None:
    """Offer the choices of a filter."""
    await context.show(lists.choices(context.say, action, context.services.knowledge))


async def show_one(context: Context, action: ShowConsultation) -> None:
    """Show one of them."""
    await show(context, await context.services.consultations.get(action.consultation))


async def read(context: Context, action: ReadConsultation) -> None:
    """Show a page of one of them."""
    await show(context, await context.services.consultations.get(action.consultation), page=action.page)


async def show_by_slug(context: Context, slug: str) -> None:
    """Show the one that a deep link names."""
    await show(context, await context.services.consultations.find(slug))


async def show_history(context: Context, action: ShowConsultationHistory) -> None:
    """List what has been changed in it."""
    consultation = _public(await context.services.consultations.get(action.consultation))
    record = await context.services.consultations.record(consultation.id)
    await context.show(screens.history(context.say, record, action.page))


async def send_document(context: Context, action: SendDocument) -> None:
    """Hand over a document: as Telegram has it, else as it lies here."""
    consultation, document = await context.services.consultations.document(action.document)
    if not context.actor.role:
        _public(consultation)
    context.stays = True
    is_there = await _hand(context, consultation, document)
    await context.show(screens.document_sent(context.say, consultation, is_there=is_there))


async def send_calendar(context: Context, action: SendCalendar) -> None:
    """Hand over the deadline for a calendar."""
    consultation = _public(await context.services.consultations.get(action.consultation))
    if not consultation.is_open(context.now):
        raise ConsultationClosed
    await context.preparing_file()
    say, bot_name = context.say, context.bot.username
    _, text = consultation.text(say.language)
    content = calendar_of(
        consultation,
        title=say.plain("consultation-calendar-event", title=text.title),
        text=text.summary,
        link=deep_link(bot_name, Place.CONSULTATION, consultation.slug),
        host=f"{bot_name}.t.me",
        now=context.now,
    )
    context.stays = True
    await context.show(screens.calendar(say, consultation, content))


async def show(context: Context, consultation: Consultation, *, page: int = 0) -> None:
    """Show a consultation; what is not published yet is there for nobody."""
    record = await context.services.consultations.record(_public(consultation).id)
    await context.show(
        screens.one(
            context.say,
            record,
            context.now,
            knowledge=context.services.knowledge,
            link=deep_link(context.bot.username, Place.CONSULTATION, consultation.slug),
            page=page,
            tally=await context.services.responses.tally(consultation.id),
        )
    )


async def _hand(context: Context, consultation: Consultation, document: Document) -> bool:
    caption = screens.document_caption(context.say, consultation, document)
    await context.preparing_file()
    if document.file_id and await resend(context.bot, context.chat, caption, document.file_id):
        return True
    async with context.services.attachments.turns:
        content = await context.services.publishing.content(document)
        if content is None:
            return False
        file_id = await upload(context.bot, context.chat, caption, File(document.name, content))
    await context.services.consultations.remember_file(document.id, file_id)
    return True


def _public(consultation: Consultation) -> Consultation:
    if not consultation.state.is_public:
        raise ConsultationUnknown
    return consultation


COMMANDS = {"consultations": show_list}
ACTIONS = {
    ShowConsultations: show_list,
    ShowConsultation: show_one,
    BrowseConsultations: browse,
    ChooseFilter: choose_filter,
    ReadConsultation: read,
    ShowConsultationHistory: show_history,
    SendDocument: send_document,
    SendCalendar: send_calendar,
}
