"""The use cases: verbs on nouns, each change in one unit of work. No Telegram type, no sentence."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.domain.knowledge import Knowledge
from bot.services.answers import Answers
from bot.services.attachments import AttachmentsService
from bot.services.audit import AuditService
from bot.services.blocks import BlocksService
from bot.services.briefings import BriefingsService
from bot.services.broadcasts import BroadcastsService
from bot.services.bulks import BulksService
from bot.services.cases import CasesService
from bot.services.chain import ChainService
from bot.services.claims import ClaimsService
from bot.services.commitments import CommitmentsService
from bot.services.consultation_drafts import ConsultationDraftsService
from bot.services.consultations import ConsultationsService
from bot.services.content.live import LiveContent
from bot.services.desk import DeskService
from bot.services.digests import DigestsService
from bot.services.exports import ExportsService
from bot.services.forum import ForumService
from bot.services.forum_letters import ForumLettersService
from bot.services.gatherings import GatheringsService
from bot.services.groups import GroupsService
from bot.services.hidings import HidingsService
from bot.services.invitations import InvitationsService
from bot.services.letters import LettersService
from bot.services.life import LifeService
from bot.services.members import MembersService
from bot.services.occasions import OccasionsService
from bot.services.people import PeopleService
from bot.services.privacy import PrivacyService
from bot.services.proposals import ProposalsService
from bot.services.public import PublicService
from bot.services.questions import QuestionsService
from bot.services.queue import QueueService
from bot.services.receipts import ReceiptsService
from bot.services.reminders import RemindersService
from bot.services.responses import ResponsesService
from bot.services.restores import RestoresService
from bot.services.searches import SearchesService
from bot.services.secretariat import SecretariatService
from bot.services.similar import SimilarService
from bot.services.subscriptions import SubscriptionsService
from bot.services.timeline import Timelines


@dataclass(frozen=True)
class Services:
    """Every use case, wired once by the composition root.

    Attributes:
        content: what is read from files and may change while the bot runs.
    """

    clock: Clock
    content: LiveContent
    people: PeopleService
    members: MembersService
    invitations: InvitationsService
    audit: AuditService
    proposals: ProposalsService
    attachments: AttachmentsService
    reminders: RemindersService
    receipts: ReceiptsService
    blocks: BlocksService
    broadcasts: BroadcastsService
    hidings: HidingsService
    commitments: CommitmentsService
    chain: ChainService
    consultations: ConsultationsService
    publishing: ConsultationDraftsService
    subscriptions: SubscriptionsService
    digests: DigestsService
    occasions: OccasionsService
    groups: GroupsService
    forum: ForumService
    forum_letters: ForumLettersService
    privacy: PrivacyService
    exports: ExportsService
    questions: QuestionsService
    letters: LettersService
    life: LifeService
    public: PublicService
    similar: SimilarService
    searches: SearchesService
    desk: DeskService
    queue: QueueService
    cases: CasesService
    bulks: BulksService
    responses: ResponsesService
    secretariat: SecretariatService
    timelines: Timelines
    gatherings: GatheringsService
    claims: ClaimsService
    briefings: BriefingsService
    restores: RestoresService

    @property
    def knowledge(self) -> Knowledge:
        """The official content."""
        return self.content.knowledge

    @property
    def answers(self) -> Answers:
        """The search."""
        return self.content.answers
