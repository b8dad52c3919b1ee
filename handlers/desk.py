"""The secretariat and proposals: one case, the steps that it takes. Rights are checked in the services."""

from bot.domain.cases import CaseKind, CaseRef
from bot.domain.knowledge import PLAN
from bot.domain.letters import Purpose
from bot.domain.people import Role
from bot.domain.proposals import ChangedBy, ChangeId, ProposalId, ProposalState, ProposalUnknown
from bot.services.desk import Told, side_of
from bot.services.letters import Sent
from bot.services.life import Turn
from bot.services.proposal_letters import PURPOSES, Aim, Choice
from bot.ui import adoption
from bot.ui import cases as case_screens
from bot.ui import desk as screens
from bot.ui import hidings as hiding_screens
from bot.ui.action import ActionExpired
from bot.ui.commitment_actions import ChooseFromPlan
from bot.ui.context import Context
from bot.ui.life_actions import (
    AdoptProposal,
    AskAuthor,
    ChooseCommitment,
    ChooseDecision,
    ConfirmAdoption,
    ConfirmImplemented,
    Decide,
    MarkImplemented,
    ShowProposalCase,
    TakeUp,
)
from handlers import commitments, letters, life


async def show_case(context: Context, action: ShowProposalCase) -> None:
    """Show one proposal."""
    desk = context.services.desk
    look = desk.case if action.page else desk.look  # the author stands on the first page
    case = await look(action.proposal, context.actor)
    commitment = life.commitment_of(context, case.story.proposal.commitment)
    shown = screens.case(
        context.say,
        case,
        context.now,
        knowledge=context.services.knowledge,
        me=context.me.id,
        page=action.page,
        commitment=commitment,
        may_act=context.actor.may(Role.OFFICER),
    )
    proposal = case.story.proposal
    hidings = await context.services.hidings.of(proposal.id, context.actor)
    shown = await commitments.beside(context, shown, proposal)
    may_act = context.actor.may(Role.OFFICER)
    shown = hiding_screens.beside_case(
        context.say, shown, proposal, hidings, me=context.me.id, may_act=may_act
    )
    standing = await context.services.cases.standing(
        CaseRef(kind=CaseKind.PROPOSAL, row=proposal.id), context.actor
    )
    await context.show(case_screens.beside(context.say, shown, standing, me=context.me.id, may_act=may_act))


async def show_by_reference(context: Context, reference: str) -> None:
    """Show the proposal that a member of the secretariat, or a link in their group, names."""
    context.actor.require(Role.OBSERVER)
    proposal = await context.services.proposals.find(reference, context.actor)
    await show_case(context, ShowProposalCase(proposal=proposal.id))


async def take_up(context: Context, action: TakeUp) -> None:
    """Take a proposal under review."""
    await show_turn(context, await context.services.life.take_up(action.proposal, context.actor))


async def ask_author(context: Context, action: AskAuthor) -> None:
    """Begin a question to the author, or go on with it."""
    await letters.show(
        context, await context.services.letters.begin(context.actor, Purpose.CLARIFY, action.proposal)
    )


async def choose_decision(context: Context, action: ChooseDecision) -> None:
    """Offer the decisions."""
    context.actor.require(Role.OFFICER)
    case = await context.services.desk.case(action.proposal, context.actor)
    if any(one.is_decision for one in case.story.proposal.state.following):
        await context.show(screens.decisions(context.say, case.story.proposal))
    else:
        await _show_again(context, action.proposal)


async def decide(context: Context, action: Decide) -> None:
    """Begin the reason of a decision, or go on with it."""
    if not action.decision.is_decision:
        raise ProposalUnknown
    writing = await context.services.letters.begin(
        context.actor, Purpose.DECIDE, action.proposal, choice=str(Choice(decision=action.decision))
    )
    await letters.show(context, writing)


async def choose_commitment(context: Context, action: ChooseCommitment) -> None:
    """Offer the plans, of one of which the proposal may have become a commitment."""
    context.actor.require(Role.OFFICER)
    case = await context.services.desk.case(action.proposal, context.actor)
    knowledge = context.services.knowledge
    offered = [(plan, len(knowledge.commitments_of(plan.id))) for plan in reversed(knowledge.of_kind(PLAN))]
    if ProposalState.IN_PLAN in case.story.proposal.state.following:
        await context.show(adoption.plans(context.say, case.story.proposal, offered, action.page))
    else:
        await _show_again(context, action.proposal)


async def choose_from_plan(context: Context, action: ChooseFromPlan) -> None:
    """Offer the commitments of a plan."""
    context.actor.require(Role.OFFICER)
    case = await context.services.desk.case(action.proposal, context.actor)
    knowledge = context.services.knowledge
    plan = knowledge.entities.get(action.plan)
    if plan is None or plan.kind != PLAN:
        raise ActionExpired
    offered = knowledge.commitments_of(plan.id)
    await context.show(adoption.commitments(context.say, case.story.proposal, plan, offered, action.page))


async def confirm_adoption(context: Context, action: ConfirmAdoption) -> None:
    """Ask before a proposal is said to have become a commitment."""
    context.actor.require(Role.OFFICER)
    case = await context.services.desk.case(action.proposal, context.actor)
    commitment = context.services.commitments.find(action.commitment)
    await context.show(
        adoption.confirm(
            context.say,
            case.story.proposal,
            commitment,
            context.services.knowledge.entities[commitment.plan],
            hearing=await context.services.commitments.hearing(proposal_id=action.proposal),
        )
    )


async def adopt(context: Context, action: AdoptProposal) -> None:
    """Say that a proposal has become a commitment."""
    turn = await context.services.life.adopt(action.proposal, action.commitment, context.actor)
    await show_turn(context, turn)


async def confirm_implemented(context: Context, action: ConfirmImplemented) -> None:
    """Ask before a proposal is said to be implemented."""
    context.actor.require(Role.OFFICER)
    case = await context.services.desk.case(action.proposal, context.actor)
    proposal = case.story.proposal
    commitment = life.commitment_of(context, proposal.commitment)
    await context.show(screens.confirm_implemented(context.say, proposal, commitment))


async def implement(context: Context, action: MarkImplemented) -> None:
    """Say that a proposal is implemented."""
    await show_turn(context, await context.services.life.implement(action.proposal, context.actor))


async def show_turn(context: Context, turn: Turn, *, text: str = "") -> None:
    """Show what this member has done, or who was first."""
    if turn.change is None:
        await _show_again(context, turn.proposal.id)
        return
    told = await context.services.desk.told(turn.change.id)
    if turn.is_done:
        case = await context.services.desk.case(turn.proposal.id, context.actor)
        commitment = life.commitment_of(context, told.proposal.commitment)
        await context.show(
            screens.done(context.say, told, is_reachable=case.is_reachable, commitment=commitment)
        )
    else:
        await context.show(screens.too_late(context.say, told, text=text))


async def show_change(context: Context, change_id: ChangeId) -> None:
    """After a crash: show whoever has done it what their last tap came to."""
    told = await context.services.desk.turn(change_id, context.actor)
    if side_of(told, context.actor) is ChangedBy.AUTHOR:
        await life.show_change(context, told)
    else:
        is_mine = told.change.actor_id == context.me.id
        await show_turn(context, Turn(told.proposal, told.change, is_done=is_mine))


async def _show_again(context: Context, proposal: ProposalId) -> None:
    await show_case(context, ShowProposalCase(proposal=proposal))


async def _sent(context: Context, sent: Sent) -> None:
    """A letter about a proposal is sent, by either side; or it came too late."""
    turn = sent.subject
    assert isinstance(turn, Turn)
    is_authors = sent.purpose in {Purpose.CLARIFICATION, Purpose.APPEAL}
    if turn.is_done and turn.change is not None:
        told = Told(turn.change, turn.proposal, None)
        is_authors = side_of(told, context.actor) is ChangedBy.AUTHOR
    if is_authors:
        await life.show_turn(context, turn, text=sent.text)
    else:
        await show_turn(context, turn, text=sent.text)


async def _settled(context: Context, subject: object) -> None:
    """There is nothing to write about a proposal any more."""
    assert isinstance(subject, Aim)
    await show_turn(context, Turn(subject.proposal, subject.latest, is_done=False))


letters.SENT |= dict.fromkeys(PURPOSES, _sent)
letters.SETTLED |= {Purpose.CLARIFY: _settled, Purpose.DECIDE: _settled}
letters.SETTLED |= {Purpose.CLARIFICATION: life.show_settled, Purpose.APPEAL: life.show_settled}
ACTIONS = {
    ShowProposalCase: show_case,
    TakeUp: take_up,
    AskAuthor: ask_author,
    ChooseDecision: choose_decision,
    Decide: decide,
    ChooseCommitment: choose_commitment,
    ChooseFromPlan: choose_from_plan,
    ConfirmAdoption: confirm_adoption,
    AdoptProposal: adopt,
    ConfirmImplemented: confirm_implemented,
    MarkImplemented: implement,
}
