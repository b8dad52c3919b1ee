"""Whose case is whose, and what is noted about it."""

from bot.domain.cases import CaseKind, CaseRef, Note, NoteId
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.domain.proposals import ProposalId
from bot.domain.questions import QuestionId
from bot.services.cases import Handed
from bot.services.letters import Sent
from bot.ui import cases as screens
from bot.ui.case_actions import (
    GiveCase,
    OfferColleagues,
    ReleaseCase,
    ShowNotes,
    TakeCase,
    WriteNote,
)
from bot.ui.context import Context
from bot.ui.life_actions import ShowProposalCase
from bot.ui.question_actions import ShowCase
from handlers import desk, letters, secretariat


async def take(context: Context, action: TakeCase) -> None:
    """Take a case into one's own hands."""
    await _introduce(context)
    handed = await context.services.cases.give(action.case, context.actor, context.me.id, over=action.over)
    await _show(context, handed, "case-toast-taken")


async def offer(context: Context, action: OfferColleagues) -> None:
    """Offer to whom a case may be given."""
    offered = await context.services.cases.colleagues(context.actor)
    standing = await context.services.cases.standing(action.case, context.actor)
    await context.show(screens.colleagues(context.say, standing, offered, action.page, me=context.me.id))


async def give(context: Context, action: GiveCase) -> None:
    """Give a case to a colleague."""
    await _introduce(context)
    handed = await context.services.cases.give(action.case, context.actor, action.to, over=action.over)
    await _show(context, handed, "case-toast-given")


async def release(context: Context, action: ReleaseCase) -> None:
    """Take a case out of one's hands."""
    handed = await context.services.cases.release(action.case, context.actor, over=action.over)
    await _show(context, handed, "case-toast-released")


async def show(context: Context, case: CaseRef) -> None:
    """Show a case."""
    if case.kind is CaseKind.PROPOSAL:
        await desk.show_case(context, ShowProposalCase(proposal=ProposalId(case.row)))
    else:
        await secretariat.show_case(context, ShowCase(question=QuestionId(case.row)))


async def _show(context: Context, handed: Handed, word: str) -> None:
    if handed.is_done:
        await context.answer_query(context.say.plain(word))
        await show(context, handed.standing.case)
    else:
        await context.show(screens.taken(context.say, handed.standing))


async def show_notes(context: Context, action: ShowNotes) -> None:
    """Show what colleagues have noted about a case."""
    await _show_notes(context, action.case, action.page)


async def write_note(context: Context, action: WriteNote) -> None:
    """Begin a note, or go on with it."""
    await _introduce(context)
    is_question = action.kind is CaseKind.QUESTION
    writing = await context.services.letters.begin(
        context.actor,
        Purpose.NOTE,
        0 if is_question else action.row,
        question_id=action.row if is_question else None,
    )
    await letters.show(context, writing)


async def show_note(context: Context, note_id: NoteId) -> None:
    """After a crash: show the notes among which the one is that was written."""
    note = await context.services.cases.noted(note_id, context.actor)
    if note is not None:
        await _show_notes(context, note.case)


async def _introduce(context: Context) -> None:
    user = context.incoming.effective_user if context.incoming else None
    await context.services.members.recognise(context.actor, user.full_name if user else "")


async def _noted(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Note)
    await _show_notes(context, sent.subject.case)


async def _show_notes(context: Context, case: CaseRef, page: int = 0) -> None:
    standing = await context.services.cases.standing(case, context.actor)
    may_act = context.actor.may(Role.OFFICER)
    await context.show(screens.notes(context.say, standing, page, me=context.me.id, may_act=may_act))


letters.SENT |= {Purpose.NOTE: _noted}
ACTIONS = {
    TakeCase: take,
    OfferColleagues: offer,
    GiveCase: give,
    ReleaseCase: release,
    ShowNotes: show_notes,
    WriteNote: write_note,
}
