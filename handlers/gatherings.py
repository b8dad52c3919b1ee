"""The secretariat enters proposals from meetings, and hands out the codes for their authors. Rights are the services'."""

from bot.domain.gatherings import Gathering, GatheringId
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.domain.proposals import ProposalId
from bot.services.drafts import Changed
from bot.services.gatherings import Entered
from bot.services.letters import Sent
from bot.ui import drafts as draft_screens
from bot.ui import gatherings as screens
from bot.ui.context import Context
from bot.ui.gathering_actions import (
    AskPaperConsent,
    ConfirmNewCode,
    ConfirmPaperWithdrawal,
    EnterProposal,
    HandOutCode,
    NameGathering,
    ShowGathering,
    ShowGatherings,
    WithdrawPaper,
    WriteDown,
)
from handlers import desk, drafts, letters


async def show_all(context: Context, _: ShowGatherings | None = None) -> None:
    """List the latest meetings."""
    await context.show(screens.listed(context.say, await context.services.gatherings.latest(context.actor)))


async def show(context: Context, action: ShowGathering) -> None:
    """Show a meeting."""
    gathering = await context.services.gatherings.get(action.gathering, context.actor)
    await context.show(screens.one(context.say, gathering))


async def name(context: Context, _: NameGathering) -> None:
    """Begin to name a meeting, or go on with it."""
    await letters.show(context, await context.services.letters.begin(context.actor, Purpose.GATHERING))


async def write_down(context: Context, action: WriteDown) -> None:
    """Begin a proposal from a meeting; where consultations are open, ask which it answers."""
    draft = await context.services.gatherings.begin(action.gathering, context.actor)
    offered = await context.services.consultations.open_now()
    if offered:
        await context.show(draft_screens.consultations(context.say, offered, draft))
    else:
        await drafts.show_draft(context, draft)


async def ask_consent(context: Context, action: AskPaperConsent) -> None:
    """Ask whether the author has signed."""
    seen = action.seen
    draft = await context.services.gatherings.ready(seen.draft, context.actor, revision=seen.revision)
    if isinstance(draft, Changed):
        await drafts.show_changed(context, draft, seen)
        return
    assert draft.gathering_id is not None
    gathering = await context.services.gatherings.get(draft.gathering_id, context.actor)
    await context.show(screens.consent(context.say, draft, seen, gathering))


async def enter(context: Context, action: EnterProposal) -> None:
    """Enter it, once, however often the button is pressed."""
    seen = action.seen
    entered = await context.services.gatherings.enter(
        seen.draft, context.actor, revision=seen.revision, language=context.say.language
    )
    if isinstance(entered, Changed):
        await drafts.show_changed(context, entered, seen)
    else:
        await _show_entered(context, entered)


async def confirm_new_code(context: Context, action: ConfirmNewCode) -> None:
    """Ask before another code is handed out."""
    proposal = await context.services.claims.can_be_handed_out(action.proposal, context.actor)
    await context.show(screens.confirm_new_code(context.say, proposal))


async def hand_out(context: Context, action: HandOutCode) -> None:
    """Hand out another code."""
    proposal, code = await context.services.claims.hand_out(action.proposal, context.actor)
    entered = Entered(proposal, code)
    await context.show(screens.entered(context.say, entered, bot_name=context.bot.username))


async def confirm_withdrawal(context: Context, action: ConfirmPaperWithdrawal) -> None:
    """Ask before a proposal is taken back at its author's word."""
    proposal = await context.services.claims.can_be_handed_out(action.proposal, context.actor)
    await context.show(screens.confirm_withdrawal(context.say, proposal))


async def withdraw(context: Context, action: WithdrawPaper) -> None:
    """Take a proposal back at its author's word."""
    await desk.show_turn(context, await context.services.life.withdraw(action.proposal, context.actor))


async def show_again(context: Context, proposal_id: ProposalId) -> None:
    """After a crash: the proposal is entered, but its code is known to nobody any more."""
    context.actor.require(Role.OFFICER)
    await _show_entered(context, Entered(await context.services.desk.received(proposal_id), None))


async def show_named(context: Context, gathering_id: GatheringId) -> None:
    """Show the meeting that has just been named."""
    await show(context, ShowGathering(gathering=gathering_id))


async def _show_entered(context: Context, entered: Entered) -> None:
    gathering = await context.services.gatherings.of(entered.proposal.id, context.actor)
    shown = screens.entered(context.say, entered, bot_name=context.bot.username, gathering=gathering)
    await context.show(shown)


async def _named(context: Context, sent: Sent) -> None:
    assert isinstance(sent.subject, Gathering)
    await context.show(screens.one(context.say, sent.subject))


letters.SENT |= {Purpose.GATHERING: _named}
ACTIONS = {
    ShowGatherings: show_all,
    ShowGathering: show,
    NameGathering: name,
    WriteDown: write_down,
    AskPaperConsent: ask_consent,
    EnterProposal: enter,
    ConfirmNewCode: confirm_new_code,
    HandOutCode: hand_out,
    ConfirmPaperWithdrawal: confirm_withdrawal,
    WithdrawPaper: withdraw,
}
