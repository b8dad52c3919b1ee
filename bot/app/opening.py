"""The rooms without Telegram: what a command needs, and the bot too."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.app.content import load_content
from bot.domain.clock import Clock, SystemClock
from bot.domain.letters import Purpose
from bot.domain.people import PersonId
from bot.domain.workdays import ReplyTerm
from bot.services import Services
from bot.services.attachments import AttachmentsService
from bot.services.audit import AuditService
from bot.services.blocks import AppealLetters, BlockLetters, BlocksService, KeepLetters
from bot.services.briefings import BriefingsService
from bot.services.broadcasts import BroadcastsService
from bot.services.bulks import BulkLetters, BulksService
from bot.services.cases import CasesService, NoteLetters
from bot.services.chain import ChainService
from bot.services.claims import ClaimsService
from bot.services.commitment_letters import CommitmentLetters
from bot.services.commitments import CommitmentsService
from bot.services.consultation_drafts import ConsultationDraftsService
from bot.services.consultations import ConsultationsService
from bot.services.content.live import Content, LiveContent
from bot.services.desk import DeskService
from bot.services.digests import DigestsService
from bot.services.export_files import ExportFiles
from bot.services.exports import ExportsService
from bot.services.forum import ForumService
from bot.services.forum_letters import ForumLettersService
from bot.services.gathering_letters import GatheringLetters
from bot.services.gatherings import GatheringsService
from bot.services.groups import GroupsService
from bot.services.hidings import STEPS, HidingLetters, HidingsService
from bot.services.invitations import InvitationsService
from bot.services.letters import Correspondence, LettersService
from bot.services.life import LifeService
from bot.services.limits import Limits
from bot.services.members import MembersService
from bot.services.notices import NoticesService
from bot.services.occasions import OccasionsService
from bot.services.people import PeopleService
from bot.services.privacy import PrivacyService
from bot.services.proposal_letters import PURPOSES, ProposalLetters
from bot.services.proposals import ProposalsService
from bot.services.public import PublicService
from bot.services.question_letters import QuestionLetters, ReplyLetters
from bot.services.questions import QuestionsService, Secretariat
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
from bot.settings import Settings
from bot.texts import Texts
from storage import AttachmentFiles, Database, Scratch


@dataclass(frozen=True)
class Rooms:
    """Everything that a command or the bot needs, open.

    Attributes:
        notices: the outbox.
    """

    settings: Settings
    clock: Clock
    database: Database
    services: Services
    notices: NoticesService

    @property
    def texts(self) -> Texts:
        """Every sentence, as it is now."""
        return self.services.content.texts


@asynccontextmanager
async def rooms(
    settings: Settings, *, clock: Clock | None = None, content: Content | None = None
) -> AsyncIterator[Rooms]:
    """Open the database and put the services together.

    Args:
        settings: the operator's.
        clock: the time; the machine's own by default.
        content: what has been read already; read here by default.

    Raises:
        CivicError: the database cannot be used.
        ContentInvalid: the content has faults; each is named with file and line.
    """
    clock = clock or SystemClock()
    live = LiveContent(content or load_content(settings))
    staff = Secretariat([PersonId(one) for one in settings.admins], settings.staff_chat)
    database = await Database.open(settings.database)
    receipts = ReceiptsService(database, clock, zone=settings.zone)
    term = ReplyTerm(settings.reply_working_days, settings.zone, settings.holidays)
    commitments = CommitmentsService(database, clock, live)
    life = LifeService(
        database,
        clock,
        staff=staff,
        deadline=term,
        adopted=commitments.tell_adopted,
        known=commitments.known,
    )
    blocks = BlocksService(database, clock, staff=staff)
    hidings = HidingsService(database, clock, staff=staff)
    similar = SimilarService(database, live)
    proposals = ProposalsService(
        database,
        clock,
        live,
        zone=settings.zone,
        prefix=live.knowledge.code,
        receipts=receipts,
        limits=Limits(settings.zone, settings.proposals_a_day),
        reply_term=term,
        staff=staff,
        similar=similar,
    )
    privacy = PrivacyService(database, clock, life=life)
    claims = ClaimsService(database, clock, zone=settings.zone)
    consultations = ConsultationsService(database, clock)
    searches = SearchesService(database, clock, live)
    cases = CasesService(database, clock, staff)
    bulks = BulksService(database, clock, life, live)
    purposes: dict[Purpose, Correspondence] = {
        Purpose.QUESTION: QuestionLetters(clock, staff),
        Purpose.REPLY: ReplyLetters(clock, staff, live),
        **dict.fromkeys(PURPOSES, ProposalLetters(life, live)),
        Purpose.BLOCK: BlockLetters(blocks),
        Purpose.BLOCK_APPEAL: AppealLetters(clock, staff),
        Purpose.BLOCK_KEEP: KeepLetters(blocks),
        **dict.fromkeys(STEPS, HidingLetters(hidings)),
        Purpose.COMMITMENT: CommitmentLetters(commitments),
        Purpose.NOTE: NoteLetters(cases),
        Purpose.BULK: BulkLetters(bulks, live),
        Purpose.GATHERING: GatheringLetters(clock, settings.zone),
    }
    try:
        yield Rooms(
            settings=settings,
            clock=clock,
            database=database,
            notices=NoticesService(database, clock, zone=settings.zone, group_id=settings.staff_chat),
            services=Services(
                clock=clock,
                content=live,
                people=PeopleService(database, clock, administrators=staff.administrators),
                members=MembersService(database, clock, staff=staff),
                invitations=InvitationsService(database, clock, staff=staff),
                audit=AuditService(database),
                proposals=proposals,
                attachments=AttachmentsService(
                    database, clock, files=AttachmentFiles.beside(settings.database), drafts=proposals
                ),
                reminders=RemindersService(database, clock),
                receipts=receipts,
                blocks=blocks,
                broadcasts=BroadcastsService(database, clock, rate=settings.rate),
                hidings=hidings,
                commitments=commitments,
                chain=ChainService(database),
                consultations=consultations,
                publishing=ConsultationDraftsService(
                    database,
                    clock,
                    live,
                    zone=settings.zone,
                    files=AttachmentFiles.beside(settings.database),
                    consultations=consultations,
                ),
                subscriptions=SubscriptionsService(database, clock, zone=settings.zone),
                digests=DigestsService(database, clock, zone=settings.zone),
                occasions=OccasionsService(database, clock, zone=settings.zone),
                groups=GroupsService(database, clock),
                privacy=privacy,
                exports=exports_of(settings, database, clock, live),
                questions=QuestionsService(database, clock, live, secretariat=staff, zone=settings.zone),
                letters=LettersService(database, clock, purposes=purposes),
                forum_letters=ForumLettersService(database, clock, purposes=purposes),
                life=life,
                public=PublicService(database, clock),
                similar=similar,
                searches=searches,
                desk=DeskService(database, clock),
                secretariat=SecretariatService(database, clock, zone=settings.zone, staff=staff),
                forum=ForumService(database, clock, group_id=settings.staff_chat),
                queue=QueueService(database, clock, searches),
                cases=cases,
                bulks=bulks,
                responses=ResponsesService(
                    database,
                    clock,
                    staff,
                    term=term,
                    warning=replace(term, working_days=settings.warn_working_days)
                    if settings.warn_working_days
                    else None,
                ),
                timelines=Timelines(),
                gatherings=GatheringsService(database, clock, live, proposals=proposals, claims=claims),
                claims=claims,
                restores=RestoresService(database, clock, life=life, privacy=privacy),
                briefings=BriefingsService(
                    database,
                    clock,
                    zone=settings.zone,
                    at=settings.staff_digest,
                    holidays=settings.holidays,
                    staff=staff,
                ),
            ),
        )
    finally:
        await database.close()


def exports_of(settings: Settings, database: Database, clock: Clock, content: LiveContent) -> ExportsService:
    """What hands out proposals, with its files beside the database."""
    files = ExportFiles(
        database,
        clock,
        content,
        zone=settings.zone,
        files=AttachmentFiles.beside(settings.database),
        scratch=Scratch.beside(settings.database),
    )
    return ExportsService(database, clock, files, zone=settings.zone)
