"""One's own proposals: the list, one of them, answering, contesting, correcting, taking back, and quiet hours."""

from bot.domain.letters import Purpose
from bot.domain.people import QuietHours
from bot.services.desk import Told
from bot.services.life import Turn
from bot.services.proposal_letters import Aim
from bot.ui import blocks as block_screens
from bot.ui import hidings as hiding_screens
from bot.ui import people as people_screens
from bot.ui import proposals as screens
from bot.ui import story
from bot.ui.actions import ShowOwnProposal, ShowOwnProposals
from bot.ui.context import Context
from bot.ui.deep_links import Place, deep_link
from bot.ui.life_actions import (
    AnswerClarification,
    ChooseQuietHours,
    ConfirmWithdrawal,
    ContestRefusal,
    CorrectProposal,
    ReadOwnProposal,
    ShowOwnPage,
    ShowQuietHours,
    WithdrawProposal,
)
from bot.ui.subscription_actions import ChooseQuietEnd, ChooseQuietStart
from handlers import commitments, drafts, letters


async def show_own_list(context: Context, action: ShowOwnProposals | ShowOwnPage | None = None) -> None:
    """List one's own drafts and proposals."""
    page = action.page if isinstance(action, ShowOwnPage) else 0
    listed = await context.services.desk.mine(context.me.id, page)
    block = await context.services.blocks.of(context.me.id)
    shown = screens.own_list(context.say, listed, context.now, knowledge=context.services.knowledge)
    await context.show(block_screens.beside(context.say, shown, block))


async def show_own(context: Context, action: ShowOwnProposal | ReadOwnProposal) -> None:
    """Show one of them, with its history."""
    whole = await context.services.desk.own(context.me.id, action.proposal)
    page = action.page if isinstance(action, ReadOwnProposal) else 0
    link = deep_link(context.bot.username, Place.PROPOSAL, whole.proposal.reference)
    commitment = commitment_of(context, whole.proposal.commitment)
    shown = screens.own(
        context.say,
        whole,
        context.now,
        knowledge=context.services.knowledge,
        page=page,
        link=link,
        commitment=commitment,
    )
    shown = await commitments.beside(context, shown, whole.proposal)
    hidings = await context.services.hidings.of(action.proposal, context.actor)
    await context.show(hiding_screens.beside_own(context.say, shown, whole.proposal, hidings))


async def answer(context: Context, action: AnswerClarification) -> None:
    """Begin the answer to the secretariat's question, or go on with it."""
    writing = await context.services.letters.begin(context.actor, Purpose.CLARIFICATION, action.proposal)
    await letters.show(context, writing)


async def contest(context: Context, action: ContestRefusal) -> None:
    """Begin to write why a refusal is wrong, or go on with it."""
    await letters.show(
        context, await context.services.letters.begin(context.actor, Purpose.APPEAL, action.proposal)
    )


async def correct(context: Context, action: CorrectProposal) -> None:
    """Correct a proposal at which nobody looks yet."""
    await drafts.show_draft(context, await context.services.proposals.correct(context.me.id, action.proposal))


async def confirm_withdrawal(context: Context, action: ConfirmWithdrawal) -> None:
    """Ask before a proposal is taken back."""
    proposal = await context.services.proposals.own(context.me.id, action.proposal)
    if proposal.can_be_withdrawn:
        await context.show(screens.confirm_withdrawal(context.say, proposal))
    else:
        await show_turn(context, Turn(proposal, None, is_done=False))


async def withdraw(context: Context, action: WithdrawProposal) -> None:
    """Take a proposal back."""
    await show_turn(context, await context.services.life.withdraw(action.proposal, context.actor))


async def show_turn(context: Context, turn: Turn, *, text: str = "") -> None:
    """Show the author what they have done, or how it stands where that was not possible any more."""
    say, proposal = context.say, turn.proposal
    if turn.is_done and turn.change is not None:
        await context.show(screens.done(say, Told(turn.change, proposal, None), context.now))
    else:
        commitment = commitment_of(context, proposal.commitment)
        await context.show(screens.too_late(say, proposal, context.now, text=text, commitment=commitment))


async def show_quiet_hours(context: Context, _: ShowQuietHours | None = None) -> None:
    """Say when the bot does not write unasked."""
    await context.show(people_screens.quiet_hours(context.say, context.me.quiet, is_news=False))


async def choose_quiet_hours(context: Context, action: ChooseQuietHours) -> None:
    """Do not write unasked in these hours."""
    begins, _, ends = action.hours.partition("-")
    quiet = QuietHours(begins=int(begins) * 60, ends=int(ends) * 60) if ends not in {"", begins} else None
    context.person = await context.services.people.choose_quiet_hours(context.me, quiet)
    await context.show(people_screens.quiet_hours(context.say, quiet, is_news=True))


async def choose_quiet_start(context: Context, _: ChooseQuietStart) -> None:
    """Offer the hours at which the quiet ones may begin."""
    await context.show(people_screens.quiet_start(context.say))


async def choose_quiet_end(context: Context, action: ChooseQuietEnd) -> None:
    """Offer the hours at which they may end."""
    await context.show(people_screens.quiet_end(context.say, action.begins))


def commitment_of(context: Context, commitment: str) -> str:
    """The name of a commitment in the person's language."""
    return (
        story.commitment_of(context.services.knowledge, commitment, context.say.language)
        if commitment
        else ""
    )


async def show_settled(context: Context, subject: object) -> None:
    """There is nothing to write about one's proposal any more."""
    assert isinstance(subject, Aim)
    await show_turn(context, Turn(subject.proposal, subject.latest, is_done=False))


async def show_change(context: Context, told: Told) -> None:
    """After a crash: show the author what their last tap came to."""
    is_mine = told.change.actor_id == context.me.id
    await show_turn(context, Turn(told.proposal, told.change, is_done=is_mine))


COMMANDS = {"my": show_own_list}
ACTIONS = {
    ShowOwnProposals: show_own_list,
    ShowOwnPage: show_own_list,
    ShowOwnProposal: show_own,
    ReadOwnProposal: show_own,
    AnswerClarification: answer,
    ContestRefusal: contest,
    CorrectProposal: correct,
    ConfirmWithdrawal: confirm_withdrawal,
    WithdrawProposal: withdraw,
    ShowQuietHours: show_quiet_hours,
    ChooseQuietHours: choose_quiet_hours,
    ChooseQuietStart: choose_quiet_start,
    ChooseQuietEnd: choose_quiet_end,
}
