"""How each kind of notice looks."""

from bot.domain.blocks import BlockId
from bot.domain.consultations import ConsultationId
from bot.domain.drafts import DraftId
from bot.domain.errors import CivicError
from bot.domain.notices import NoticeKind
from bot.domain.proposals import ChangeId, ProposalId, ProposalState
from bot.domain.questions import QuestionId
from bot.services import Services
from bot.texts import Speaker
from bot.ui import blocks, consultations, desk, drafts, proposals, questions, secretariat, story
from bot.ui.screen import Screen


class NoticeVoid(CivicError):
    """What the notice was about is over: it is not to be sent."""


async def screen_of(
    services: Services, kind: NoticeKind, subject_id: int, say: Speaker, *, bot_name: str | None = None
) -> Screen:
    """The screen of a notice, as things stand now.

    Args:
        services: the use cases.
        kind: what the notice is about.
        subject_id: row id of the very thing.
        say: the recipient's language.
        bot_name: the bot's user name, where the notice goes to a group and can only link to the bot.

    Raises:
        NoticeVoid: the consultation has closed or been withdrawn meanwhile, the question has been settled,
            or its asker has erased it.
    """
    match kind:
        case NoticeKind.PERSON_UNBLOCKED:
            return blocks.lifted(say)
        case NoticeKind.PERSON_BLOCKED | NoticeKind.BLOCK_KEPT | NoticeKind.BLOCK_CONTESTED:
            return await _of_block(services, kind, BlockId(subject_id), say, bot_name=bot_name)
        case NoticeKind.PROPOSAL_CHANGED | NoticeKind.PROPOSAL_JOINED | NoticeKind.PROPOSAL_ANSWERED:
            return await _of_change(services, kind, ChangeId(subject_id), say, bot_name=bot_name)
        case NoticeKind.PROPOSAL_RECEIVED:
            received = await services.desk.received(ProposalId(subject_id))
            if received.state is not ProposalState.RECEIVED:
                raise NoticeVoid
            return desk.received(say, received, services.clock.now(), bot_name=bot_name)
        case NoticeKind.DRAFT_WAITS:
            draft = await services.reminders.waiting(DraftId(subject_id))
            around = await services.proposals.around(draft)
            return drafts.waiting(say, draft, None if around.is_outlived else around.consultation)
        case NoticeKind.CONSULTATION_OPENED:
            consultation = await services.consultations.get(ConsultationId(subject_id))
            now = services.clock.now()
            if not consultation.is_open(now):
                raise NoticeVoid
            return consultations.alert(say, consultation, now)
        case NoticeKind.QUESTION_PASSED_ON:
            question = await services.questions.passed_on(QuestionId(subject_id))
            if not question.is_open:
                raise NoticeVoid
            return secretariat.notice(say, question, bot_name=bot_name)
        case NoticeKind.QUESTION_ANSWERED:
            question = await services.questions.passed_on(QuestionId(subject_id))
            if question.asker_id is None:
                raise NoticeVoid
            return questions.answered(say, question)


async def _of_block(
    services: Services, kind: NoticeKind, block_id: BlockId, say: Speaker, *, bot_name: str | None
) -> Screen:
    block = await services.blocks.find(block_id)
    if block is None or (kind is NoticeKind.BLOCK_CONTESTED and not block.awaits_decision):
        raise NoticeVoid
    if kind is NoticeKind.BLOCK_CONTESTED:
        return blocks.contested(say, block, bot_name=bot_name)
    return blocks.notice(say, block) if kind is NoticeKind.PERSON_BLOCKED else blocks.kept(say, block)


async def _of_change(
    services: Services, kind: NoticeKind, change_id: ChangeId, say: Speaker, *, bot_name: str | None
) -> Screen:
    told = await services.desk.told(change_id)
    proposal, now = told.proposal, services.clock.now()
    if proposal.state is ProposalState.WITHDRAWN:
        raise NoticeVoid
    if kind is NoticeKind.PROPOSAL_ANSWERED:
        return desk.answered(say, told, now, bot_name=bot_name)
    if kind is NoticeKind.PROPOSAL_JOINED:
        if told.into is None or told.into.author_id is None:
            raise NoticeVoid
        return proposals.joined(say, told)
    if proposal.author_id is None:
        raise NoticeVoid
    commitment = proposal.commitment and story.commitment_of(
        services.knowledge, proposal.commitment, say.language
    )
    return proposals.told(say, told, now, commitment=commitment)
