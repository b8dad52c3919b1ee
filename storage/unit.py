"""The unit of work: a transaction with its repositories at hand. The view: the same for reading."""

from functools import cached_property

from bot.domain.updates import Outcome
from storage.asked import AskedRows
from storage.assignments import Assignments
from storage.attachments import Attachments
from storage.audit import AuditLog
from storage.blocks import Blocks
from storage.briefings import Briefings
from storage.broadcasts import Broadcasts
from storage.bulks import Bulks
from storage.claims import Claims
from storage.commitments import Commitments
from storage.consultation_changes import ConsultationChanges
from storage.consultation_drafts import ConsultationDrafts
from storage.consultations import Consultations
from storage.desk import Desk
from storage.desk_views import DeskViews
from storage.digests import Digests
from storage.drafts import Drafts
from storage.endorsements import Endorsements
from storage.forum import Forum
from storage.gatherings import Gatherings
from storage.groups import Groups
from storage.hidings import Hidings
from storage.inbox import Inbox
from storage.letters import Letters
from storage.notes import Notes
from storage.notices import Notices
from storage.occasions import Occasions
from storage.people import People
from storage.privacy import PersonalRows
from storage.proposal_changes import ProposalChanges
from storage.proposal_words import ProposalWords
from storage.proposals import Proposals
from storage.questions import Questions
from storage.receipts import Receipts
from storage.registrations import Registrations
from storage.responses import Responses
from storage.rows import Connection
from storage.searches import Searches
from storage.selections import Selections
from storage.staff import Staff
from storage.statistics import Counts
from storage.subscriptions import Subscriptions
from storage.upkeep import Upkeep


class View:
    """Repositories over one snapshot."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def people(self) -> People:
        """Who has written to the bot."""
        return People(self._connection)

    @cached_property
    def drafts(self) -> Drafts:
        """Proposals being written."""
        return Drafts(self._connection)

    @cached_property
    def proposals(self) -> Proposals:
        """Submitted proposals."""
        return Proposals(self._connection)

    @cached_property
    def selections(self) -> Selections:
        """Proposals that are meant, counted."""
        return Selections(self._connection)

    @cached_property
    def attachments(self) -> Attachments:
        """Files of drafts and proposals."""
        return Attachments(self._connection)

    @cached_property
    def blocks(self) -> Blocks:
        """Who may not submit or support."""
        return Blocks(self._connection)

    @cached_property
    def hidings(self) -> Hidings:
        """Proposals that were taken out of public view."""
        return Hidings(self._connection)

    @cached_property
    def searches(self) -> Searches:
        """What people look for among public proposals."""
        return Searches(self._connection)

    @cached_property
    def commitments(self) -> Commitments:
        """Statuses of commitments."""
        return Commitments(self._connection)

    @cached_property
    def endorsements(self) -> Endorsements:
        """Who supports which proposal."""
        return Endorsements(self._connection)

    @cached_property
    def changes(self) -> ProposalChanges:
        """Versions and changes of proposals."""
        return ProposalChanges(self._connection)

    @cached_property
    def gatherings(self) -> Gatherings:
        """Meetings from which the secretariat enters proposals."""
        return Gatherings(self._connection)

    @cached_property
    def claims(self) -> Claims:
        """Codes by which authors take them over."""
        return Claims(self._connection)

    @cached_property
    def desk(self) -> Desk:
        """Proposals as the secretariat works through them."""
        return Desk(self._connection)

    @cached_property
    def assignments(self) -> Assignments:
        """In whose hands cases are."""
        return Assignments(self._connection)

    @cached_property
    def bulks(self) -> Bulks:
        """Proposals that are marked, and steps with many at once."""
        return Bulks(self._connection)

    @cached_property
    def responses(self) -> Responses:
        """Promised dates, and whether they are kept."""
        return Responses(self._connection)

    @cached_property
    def notes(self) -> Notes:
        """What the secretariat notes about its cases."""
        return Notes(self._connection)

    @cached_property
    def desk_views(self) -> DeskViews:
        """The desk as each member has left it."""
        return DeskViews(self._connection)

    @cached_property
    def words(self) -> ProposalWords:
        """The words by which proposals are found."""
        return ProposalWords(self._connection)

    @cached_property
    def receipts(self) -> Receipts:
        """What was received, for good."""
        return Receipts(self._connection)

    @cached_property
    def consultations(self) -> Consultations:
        """Consultations and their texts."""
        return Consultations(self._connection)

    @cached_property
    def consultation_changes(self) -> ConsultationChanges:
        """What has happened to consultations."""
        return ConsultationChanges(self._connection)

    @cached_property
    def consultation_drafts(self) -> ConsultationDrafts:
        """What officers are writing about consultations."""
        return ConsultationDrafts(self._connection)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """Who wants to hear of what, and how often."""
        return Subscriptions(self._connection)

    @cached_property
    def groups(self) -> Groups:
        """Groups and channels that the bot was added to."""
        return Groups(self._connection)

    @cached_property
    def digests(self) -> Digests:
        """Digests that were queued."""
        return Digests(self._connection)

    @cached_property
    def occasions(self) -> Occasions:
        """What closes soon, and who wants to be reminded of what."""
        return Occasions(self._connection)

    @cached_property
    def asked(self) -> AskedRows:
        """What people asked last, and what it was about."""
        return AskedRows(self._connection)

    @cached_property
    def questions(self) -> Questions:
        """Questions to the secretariat."""
        return Questions(self._connection)

    @cached_property
    def letters(self) -> Letters:
        """Letters being written."""
        return Letters(self._connection)

    @cached_property
    def counts(self) -> Counts:
        """What is counted, without a person."""
        return Counts(self._connection)

    @cached_property
    def inbox(self) -> Inbox:
        """Updates that came."""
        return Inbox(self._connection)

    @cached_property
    def notices(self) -> Notices:
        """Messages that are to go, and campaigns."""
        return Notices(self._connection)

    @cached_property
    def broadcasts(self) -> Broadcasts:
        """Campaigns as they go."""
        return Broadcasts(self._connection)

    @cached_property
    def registrations(self) -> Registrations:
        """What Telegram has been told about commands and descriptions."""
        return Registrations(self._connection)

    @cached_property
    def staff(self) -> Staff:
        """The secretariat's people and invitations."""
        return Staff(self._connection)

    @cached_property
    def forum(self) -> Forum:
        """The secretariat's forum."""
        return Forum(self._connection)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What the operator does now and then."""
        return Upkeep(self._connection)

    @cached_property
    def briefings(self) -> Briefings:
        """The secretariat's mornings."""
        return Briefings(self._connection)

    @cached_property
    def audit(self) -> AuditLog:
        """What the secretariat has done."""
        return AuditLog(self._connection)

    @cached_property
    def personal(self) -> PersonalRows:
        """Everything kept about one person, table by table."""
        return PersonalRows(self._connection)


class UnitOfWork(View):
    """A transaction in which one change happens, as a whole or not at all.

    Attributes:
        outcome: what the change came to; stored with the update in hand, so that after a crash the
            person is shown that very thing.
    """

    outcome: Outcome | None = None

    def came_to(self, noun: str, row_id: int = 0) -> None:
        """Say what this change came to."""
        self.outcome = Outcome(noun=noun, id=row_id)
