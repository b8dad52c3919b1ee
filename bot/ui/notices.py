"""How each kind of notice looks. Whoever adds a kind enters how it is drawn in the table at the end."""

from collections.abc import Awaitable, Callable, Mapping

from bot.domain.audit import AuditId
from bot.domain.blocks import BlockId
from bot.domain.commitments import CommitmentChangeId, CommitmentId
from bot.domain.consultations import (
    ConsultationChangeId,
    ConsultationEvent,
    ConsultationId,
    ConsultationState,
)
from bot.domain.drafts import DraftId
from bot.domain.hidings import HidingId
from bot.domain.notices import NoticeKind
from bot.domain.occasions import DigestId, OccasionId, OccasionOver, ReminderId
from bot.domain.proposals import ChangeId, ProposalId, ProposalState
from bot.domain.questions import QuestionId
from bot.domain.staff import InvitationId
from bot.services import Services
from bot.texts import Speaker
from bot.ui import (
    alerts,
    blocks,
    commitments,
    consultations,
    desk,
    desk_notices,
    digests,
    drafts,
    forum,
    forum_notices,
    hidings,
    members,
    proposals,
    public,
    questions,
    secretariat,
    story,
)
from bot.ui.due import Due, NoticeVoid
from bot.ui.screen import Screen


async def screen_of(
    services: Services,
    kind: NoticeKind,
    subject_id: int,
    say: Speaker,
    *,
    bot_name: str,
    in_group: bool = False,
    in_topic: bool = False,
) -> Screen:
    """The screen of a notice, as things stand now.

    Args:
        services: the use cases.
        kind: what the notice is about.
        subject_id: row id of the very thing.
        say: the recipient's language.
        bot_name: the bot's user name, for addresses.
        in_group: whether it goes to a group or channel, where it can only link to the bot.
        in_topic: whether it goes into its case's topic.

    Raises:
        NoticeVoid: the consultation has closed or been withdrawn meanwhile, the question has been settled,
            its asker has erased it, the block was lifted: whatever it was about is over.
    """
    return await _DRAWN[kind](Due(services, kind, subject_id, say, bot_name, in_group, in_topic))


async def _consultation(due: Due) -> Screen:
    consultation = await due.services.consultations.get(ConsultationId(due.subject_id))
    now = due.services.clock.now()
    if not consultation.is_open(now):
        raise NoticeVoid
    knowledge = due.services.knowledge
    return alerts.opened(
        due.say,
        consultation,
        now,
        knowledge=knowledge,
        bot_name=due.link_name,
        in_group=due.in_group,
        moments=due.moments(consultation),
    )


async def _closing(due: Due) -> Screen:
    try:
        _, consultation = await due.services.occasions.closing(OccasionId(due.subject_id))
    except OccasionOver as error:
        raise NoticeVoid from error
    return alerts.closing(
        due.say,
        consultation,
        due.services.clock.now(),
        bot_name=due.link_name,
        in_group=due.in_group,
        moments=due.moments(consultation),
    )


async def _unfinished(due: Due) -> Screen:
    draft, consultation = await due.services.occasions.unfinished(DraftId(due.subject_id))
    now, moments = due.services.clock.now(), due.moments(consultation)
    return alerts.unfinished(due.say, draft, consultation, now, bot_name=due.link_name, moments=moments)


async def _reminder(due: Due) -> Screen:
    consultation = await due.services.occasions.wanted(ReminderId(due.subject_id))
    now, moments = due.services.clock.now(), due.moments(consultation)
    return alerts.reminder(due.say, consultation, now, bot_name=due.link_name, moments=moments)


async def _digest(due: Due) -> Screen:
    news = await due.services.digests.read(DigestId(due.subject_id))
    if news is None or news.is_empty:
        raise NoticeVoid
    return digests.digest(
        due.say,
        news,
        due.services.knowledge,
        due.services.clock.now(),
        bot_name=due.link_name,
        in_group=due.in_group,
    )


async def _consultation_change(due: Due) -> Screen:
    consultation, change = await due.services.consultations.change(ConsultationChangeId(due.subject_id))
    is_last = change.event is not ConsultationEvent.CHANGED
    if not is_last and consultation.state in {ConsultationState.WITHDRAWN, ConsultationState.ANSWERED}:
        raise NoticeVoid
    screen = consultations.changed(due.say, consultation, change, due.services.clock.now())
    return alerts.linked(
        due.say,
        screen,
        consultation,
        bot_name=due.link_name,
        in_group=due.in_group,
        moments=due.moments(consultation),
    )


async def _consultation_results(due: Due) -> Screen:
    record = await due.services.consultations.record(ConsultationId(due.subject_id))
    return alerts.linked(
        due.say,
        consultations.answered(due.say, record),
        record.consultation,
        bot_name=due.link_name,
        in_group=due.in_group,
    )


async def _question(due: Due) -> Screen:
    question = await due.services.questions.passed_on(QuestionId(due.subject_id))
    if not question.is_open and (question.asker_id is None or not due.in_topic):
        raise NoticeVoid
    shown = secretariat.notice(due.say, question, bot_name=due.bot_name)
    return forum.with_way(due.say, shown) if due.in_topic else shown


async def _reply(due: Due) -> Screen:
    question = await due.services.questions.passed_on(QuestionId(due.subject_id))
    if question.asker_id is None:
        raise NoticeVoid
    return questions.answered(due.say, question)


async def _draft(due: Due) -> Screen:
    draft = await due.services.reminders.waiting(DraftId(due.subject_id))
    around = await due.services.proposals.around(draft)
    return drafts.waiting(due.say, draft, None if around.is_outlived else around.consultation)


async def _received(due: Due) -> Screen:
    received = await due.services.desk.received(ProposalId(due.subject_id))
    is_over = received.state is ProposalState.WITHDRAWN or not due.in_topic
    if received.state is not ProposalState.RECEIVED and is_over:
        raise NoticeVoid
    shown = desk.received(due.say, received, due.services.clock.now(), bot_name=due.bot_name)
    return forum.with_way(due.say, shown) if due.in_topic else shown


async def _change(due: Due) -> Screen:
    told = await due.services.desk.told(ChangeId(due.subject_id))
    proposal, now = told.proposal, due.services.clock.now()
    if proposal.state is ProposalState.WITHDRAWN:
        raise NoticeVoid
    if due.kind is NoticeKind.PROPOSAL_ANSWERED:
        return desk.answered(due.say, told, now, bot_name=due.bot_name)
    if due.kind is NoticeKind.PROPOSAL_JOINED:
        if told.into is None or told.into.author_id is None:
            raise NoticeVoid
        return proposals.joined(due.say, told)
    if due.kind is NoticeKind.PROPOSAL_LEFT:
        if proposal.author_id is None or told.into is None:
            raise NoticeVoid
        return proposals.left(due.say, told)
    is_past = told.change.became is ProposalState.UNDER_REVIEW and proposal.state is not told.change.became
    if proposal.author_id is None or is_past:  # that it was taken up says nothing beside the decision
        raise NoticeVoid
    commitment = proposal.commitment and story.commitment_of(
        due.services.knowledge, proposal.commitment, due.say.language
    )
    return proposals.told(due.say, told, now, commitment=commitment)


async def _desk(due: Due) -> Screen:
    screen = await desk_notices.screen_of(
        due.services, due.kind, due.subject_id, due.say, bot_name=due.bot_name
    )
    if screen is None:
        raise NoticeVoid
    return screen


async def _block(due: Due) -> Screen:
    block = await due.services.blocks.find(BlockId(due.subject_id))
    if block is None or (due.kind is NoticeKind.BLOCK_CONTESTED and not block.awaits_decision):
        raise NoticeVoid
    if due.kind is NoticeKind.BLOCK_CONTESTED:
        return blocks.contested(due.say, block, bot_name=due.bot_name)
    return (
        blocks.notice(due.say, block)
        if due.kind is NoticeKind.PERSON_BLOCKED
        else blocks.kept(due.say, block)
    )


async def _supported(due: Due) -> Screen:
    proposal, count = await due.services.public.milestone(due.subject_id)
    if proposal.state is ProposalState.WITHDRAWN or proposal.author_id is None:
        raise NoticeVoid
    return public.supported(due.say, proposal, count)


async def _hiding(due: Due) -> Screen:
    told = await due.services.hidings.told(HidingId(due.subject_id))
    if told.proposal.state is ProposalState.WITHDRAWN:
        raise NoticeVoid
    if due.kind is NoticeKind.HIDING_CONTESTED:
        return hidings.contested(due.say, told, bot_name=due.bot_name)
    is_past = told.hiding.is_in_force is not told.proposal.is_hidden
    if told.proposal.author_id is None or is_past:  # the later step has a notice of its own
        raise NoticeVoid
    return hidings.notice(due.say, told)


async def _adopted(due: Due) -> Screen:
    told = await due.services.desk.told(ChangeId(due.subject_id))
    commitment = due.services.knowledge.commitments.get(CommitmentId(told.proposal.commitment))
    if commitment is None or not told.proposal.is_public:
        raise NoticeVoid
    return commitments.adopted(due.say, told, commitment)


async def _commitment(due: Due) -> Screen:
    told = await due.services.commitments.told(CommitmentChangeId(due.subject_id))
    if told.commitment is None or not told.is_latest:  # the later status has a notice of its own
        raise NoticeVoid
    screen = commitments.notice(due.say, told)
    return alerts.of_commitment(
        due.say, screen, told.commitment, bot_name=due.link_name, in_group=due.in_group
    )


async def _member_changed(due: Due) -> Screen:
    line, role = await due.services.members.told(AuditId(due.subject_id))
    if line is None:
        raise NoticeVoid
    return members.changed(due.say, role, line.done_at)


async def _invitation_used(due: Due) -> Screen:
    invitation, member = await due.services.invitations.get(InvitationId(due.subject_id))
    if member is None or member.person_id is None:
        raise NoticeVoid
    return members.used(due.say, invitation, member)


async def _unblocked(due: Due) -> Screen:
    return blocks.lifted(due.say)


_DRAWN: Mapping[NoticeKind, Callable[[Due], Awaitable[Screen]]] = {
    NoticeKind.CONSULTATION_OPENED: _consultation,
    NoticeKind.CONSULTATION_CLOSING: _closing,
    NoticeKind.DRAFT_CLOSING: _unfinished,
    NoticeKind.CONSULTATION_REMINDER: _reminder,
    NoticeKind.DIGEST: _digest,
    NoticeKind.CONSULTATION_CHANGED: _consultation_change,
    NoticeKind.CONSULTATION_RESULTS: _consultation_results,
    NoticeKind.QUESTION_PASSED_ON: _question,
    NoticeKind.QUESTION_ANSWERED: _reply,
    NoticeKind.DRAFT_WAITS: _draft,
    NoticeKind.PROPOSAL_RECEIVED: _received,
    NoticeKind.PROPOSAL_ANSWERED: _change,
    NoticeKind.PROPOSAL_CHANGED: _change,
    NoticeKind.PROPOSAL_JOINED: _change,
    NoticeKind.PROPOSAL_LEFT: _change,
    **dict.fromkeys(desk_notices.KINDS, _desk),
    NoticeKind.PROPOSAL_SUPPORTED: _supported,
    NoticeKind.HIDING_CHANGED: _hiding,
    NoticeKind.HIDING_CONTESTED: _hiding,
    NoticeKind.PROPOSAL_ADOPTED: _adopted,
    NoticeKind.COMMITMENT_CHANGED: _commitment,
    NoticeKind.MEMBER_CHANGED: _member_changed,
    NoticeKind.INVITATION_USED: _invitation_used,
    NoticeKind.PERSON_BLOCKED: _block,
    NoticeKind.BLOCK_KEPT: _block,
    NoticeKind.BLOCK_CONTESTED: _block,
    NoticeKind.PERSON_UNBLOCKED: _unblocked,
    NoticeKind.PROPOSAL_HANDLED: forum_notices.handled,
    NoticeKind.QUESTION_SETTLED: forum_notices.question_settled,
    NoticeKind.HIDING_DECIDED: forum_notices.hiding_decided,
    NoticeKind.BLOCK_DECIDED: forum_notices.block_decided,
    NoticeKind.CASE_TAKEN: forum_notices.taken,
    NoticeKind.NOT_DELIVERED: forum_notices.not_delivered,
}
