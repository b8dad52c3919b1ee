"""Whose case is whose: taking one, giving it to a colleague, releasing it."""

from bot.domain.cases import CaseKind, CaseRef
from bot.domain.proposals import ProposalId
from bot.domain.questions import QuestionId
from bot.services.cases import Handed
from bot.ui import cases as screens
from bot.ui.case_actions import GiveCase, OfferColleagues, ReleaseCase, TakeCase
from bot.ui.context import Context
from bot.ui.life_actions import ShowProposalCase
from bot.ui.question_actions import ShowCase
from handlers import desk, secretariat


async def take(context: Context, action: TakeCase) -> None:
    """Take a case into one's own hands."""
    handed = await context.services.cases.give(
        action.case, context.actor, context.me.id, over=action.over, name=context.name
    )
    await _show(context, handed, "case-toast-taken")


async def offer(context: Context, action: OfferColleagues) -> None:
    """Offer to whom a case may be given."""
    offered = await context.services.cases.colleagues(context.actor)
    standing = await context.services.cases.standing(action.case, context.actor)
    await context.show(screens.colleagues(context.say, standing, offered, action.page, me=context.me.id))


async def give(context: Context, action: GiveCase) -> None:
    """Give a case to a colleague."""
    handed = await context.services.cases.give(
        action.case, context.actor, action.to, over=action.over, name=context.name
    )
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


ACTIONS = {TakeCase: take, OfferColleagues: offer, GiveCase: give, ReleaseCase: release}
