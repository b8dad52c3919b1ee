"""Hiding proposals from public view: chosen rule, letter with the reason, appeal, keeping, showing again."""

from bot.domain.hidings import HidingId
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.domain.proposals import ProposalId
from bot.services.hidings import STEPS, HidingAim, ToldHiding
from bot.services.letters import Sent
from bot.ui import hidings as screens
from bot.ui.context import Context
from bot.ui.hiding_actions import ChooseRule, ContestHiding, HideProposal, KeepHidden, ShowAgain
from handlers import letters


async def choose_rule(context: Context, action: ChooseRule) -> None:
    """Offer the rules; where the proposal is hidden already, say so."""
    context.actor.require(Role.OFFICER)
    case = await context.services.desk.case(action.proposal, context.actor)
    hidings = await context.services.hidings.of(action.proposal, context.actor)
    if case.story.proposal.is_hidden:
        await _show_late(context, ToldHiding(hidings[-1], case.story.proposal))
    else:
        await context.show(screens.choose_rule(context.say, case.story.proposal))


async def hide(context: Context, action: HideProposal) -> None:
    """Begin the reason of a hiding, or go on with it."""
    await _begin(context, Purpose.HIDE, action.proposal, choice=action.rule)


async def contest(context: Context, action: ContestHiding) -> None:
    """Begin to write why one's proposal should not be hidden, or go on with it."""
    await _begin(context, Purpose.HIDING_APPEAL, action.proposal)


async def keep(context: Context, action: KeepHidden) -> None:
    """Begin to write why a proposal stays hidden, or go on with it."""
    await _begin(context, Purpose.HIDING_KEEP, action.proposal)


async def show_again(context: Context, action: ShowAgain) -> None:
    """Begin to write why a proposal is shown again, or go on with it."""
    await _begin(context, Purpose.SHOW_AGAIN, action.proposal)


async def show_step(context: Context, hiding_id: HidingId) -> None:
    """After a crash: show whoever has done it what their last tap came to."""
    told = await context.services.hidings.turn(hiding_id, context.actor)
    if told.hiding.actor_id == context.me.id:
        await context.show(screens.done(context.say, told))
    else:
        await _show_late(context, told)


async def _begin(context: Context, purpose: Purpose, proposal: ProposalId, *, choice: str = "") -> None:
    writing = await context.services.letters.begin(context.actor, purpose, proposal, choice=choice)
    await letters.show(context, writing)


async def _show_late(context: Context, told: ToldHiding, *, text: str = "") -> None:
    is_author = told.proposal.author_id == context.me.id
    await context.show(screens.too_late(context.say, told, is_author=is_author, text=text))


async def _sent(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, ToldHiding)
    if sent.is_sent:
        await context.show(screens.done(context.say, sent.subject))
    else:
        await _show_late(context, sent.subject, text=sent.text)


async def _settled(context: Context, subject: object) -> None:
    """There is nothing to write any more: it is hidden or shown already, or contested before."""
    assert isinstance(subject, HidingAim)
    if subject.latest is not None:
        await _show_late(context, ToldHiding(subject.latest, subject.proposal))


letters.SENT |= dict.fromkeys(STEPS, _sent)
letters.SETTLED |= dict.fromkeys(STEPS, _settled)
ACTIONS = {
    ChooseRule: choose_rule,
    HideProposal: hide,
    ContestHiding: contest,
    KeepHidden: keep,
    ShowAgain: show_again,
}
