"""The secretariat and people's questions: `/inbox`, closing, drafts for the content, `/stats`."""

from bot.domain.cases import CaseKind, CaseRef
from bot.domain.people import Role
from bot.domain.questions import QuestionId, QuestionState, QuestionUnknown
from bot.services.entry_drafts import entry_draft
from bot.ui import cases as case_screens
from bot.ui import secretariat as screens
from bot.ui.context import Context
from bot.ui.question_actions import (
    CloseQuestion,
    ConfirmClosing,
    DraftEntry,
    ShowCase,
    ShowStatistics,
    ShowWaiting,
)
from handlers import desk, letters


async def show_waiting(context: Context, action: ShowWaiting | None = None) -> None:
    """List the questions that wait."""
    waiting = await context.services.secretariat.waiting(context.actor, action.page if action else 0)
    await context.show(screens.waiting_list(context.say, waiting))


async def show_case(context: Context, action: ShowCase) -> None:
    """Show one question."""
    case = await context.services.secretariat.case(action.question, context.actor)
    may_act = context.actor.may(Role.OFFICER)
    shown = screens.case(context.say, case, may_act=may_act)
    if case.question.is_open:
        standing = await context.services.cases.standing(
            CaseRef(kind=CaseKind.QUESTION, row=case.question.id), context.actor
        )
        shown = case_screens.beside(context.say, shown, standing, me=context.me.id, may_act=may_act)
    await context.show(shown)


async def show_by_link(context: Context, number: str) -> None:
    """Show the question or the proposal that a link in the secretariat's group names."""
    context.actor.require(Role.OBSERVER)
    if "-" in number:
        await desk.show_by_reference(context, number)
        return
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise QuestionUnknown
    await show_case(context, ShowCase(question=QuestionId(int(number))))


async def confirm_closing(context: Context, action: ConfirmClosing) -> None:
    """Ask before a question is closed without an answer."""
    context.actor.require(Role.OFFICER)
    case = await context.services.secretariat.case(action.question, context.actor)
    if case.question.is_open:
        await context.show(screens.confirm_closing(context.say, case.question))
    else:
        await context.show(screens.settled(context.say, case, is_mine=False))


async def close(context: Context, action: CloseQuestion) -> None:
    """Close a question without an answer, unless somebody was first."""
    is_mine = await context.services.secretariat.close(action.question, context.actor)
    case = await context.services.secretariat.case(action.question, context.actor)
    by_me = case.question.state is QuestionState.CLOSED and case.question.answered_by == context.me.id
    await context.show(screens.settled(context.say, case, is_mine=is_mine or by_me))


async def draft_entry(context: Context, action: DraftEntry) -> None:
    """Hand out an answered question as a draft for the content."""
    case = await context.services.secretariat.case(action.question, context.actor)
    if not case.question.answer:
        await context.show(screens.case(context.say, case, may_act=context.actor.may(Role.OFFICER)))
        return
    parts = entry_draft(case.question, context.services.knowledge)
    await context.show(screens.entry(context.say, case.question, parts))


async def show_statistics(context: Context, _: ShowStatistics | None = None) -> None:
    """Show the figures."""
    figures = await context.services.secretariat.statistics(context.actor)
    await context.show(screens.statistics(context.say, figures))


COMMANDS = {"stats": show_statistics}
ACTIONS = {
    ShowWaiting: show_waiting,
    ShowCase: show_case,
    ConfirmClosing: confirm_closing,
    CloseQuestion: close,
    DraftEntry: draft_entry,
    ShowStatistics: show_statistics,
    **letters.ACTIONS,
}
