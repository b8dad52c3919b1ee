"""Notices that are for the topics of the secretariat's forum alone: what colleagues do, and what reaches nobody."""

from bot.domain.blocks import BlockId
from bot.domain.cases import AssignmentId
from bot.domain.hidings import HidingId
from bot.domain.notices import NoticeId
from bot.domain.proposals import ChangeId, ProposalState
from bot.domain.questions import QuestionId
from bot.ui import forum as screens
from bot.ui.due import Due, NoticeVoid
from bot.ui.screen import Screen


async def handled(due: Due) -> Screen:
    """What a colleague has done about a proposal."""
    told = await due.services.desk.told(ChangeId(due.subject_id))
    change, state = told.change, told.proposal.state
    if change.became is ProposalState.UNDER_REVIEW and state is not change.became:
        raise NoticeVoid  # that it was taken up says nothing beside the decision
    who = await due.services.forum.colleague(change.actor_id)
    return screens.handled(due.say, told, who, bot_name=due.link_name)


async def question_settled(due: Due) -> Screen:
    """A colleague has answered or closed a question."""
    question = await due.services.questions.passed_on(QuestionId(due.subject_id))
    if question.asker_id is None:
        raise NoticeVoid
    who = await due.services.forum.colleague(question.answered_by)
    return screens.question_settled(due.say, question, who, bot_name=due.link_name)


async def hiding_decided(due: Due) -> Screen:
    """What a colleague has decided about a proposal's being public."""
    told = await due.services.hidings.told(HidingId(due.subject_id))
    if told.proposal.state is ProposalState.WITHDRAWN:
        raise NoticeVoid
    who = await due.services.forum.colleague(told.hiding.actor_id)
    return screens.hiding_decided(due.say, told, who, bot_name=due.link_name)


async def block_decided(due: Due) -> Screen:
    """What has become of a contested block."""
    block = await due.services.blocks.find(BlockId(due.subject_id))
    return screens.block_decided(due.say, due.subject_id, block)


async def taken(due: Due) -> Screen:
    """In whose hands a case is."""
    given = await due.services.cases.given(AssignmentId(due.subject_id))
    if given is None:  # in other hands by now
        raise NoticeVoid
    assignment, subject = given
    who = await due.services.forum.colleague(assignment.person_id)
    return screens.taken(due.say, subject, who, bot_name=due.link_name)


async def not_delivered(due: Due) -> Screen:
    """What was sent to an author has not reached them."""
    subject = await due.services.forum.undelivered(NoticeId(due.subject_id))
    if subject is None:
        raise NoticeVoid
    return screens.not_delivered(due.say, subject)
