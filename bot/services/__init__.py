"""The use cases: verbs on nouns, each change in one unit of work. No Telegram type, no sentence."""

from dataclasses import dataclass

from bot.domain.clock import Clock
from bot.domain.knowledge import Knowledge
from bot.services.answers import Answers
from bot.services.consultations import ConsultationsService
from bot.services.exports import ExportsService
from bot.services.letters import LettersService
from bot.services.people import PeopleService
from bot.services.privacy import PrivacyService
from bot.services.proposals import ProposalsService
from bot.services.questions import QuestionsService
from bot.services.secretariat import SecretariatService
from bot.services.subscriptions import SubscriptionsService
from bot.services.timeline import Timelines


@dataclass(frozen=True)
class Services:
    """Every use case, wired once by the composition root."""

    clock: Clock
    knowledge: Knowledge
    answers: Answers
    people: PeopleService
    proposals: ProposalsService
    consultations: ConsultationsService
    subscriptions: SubscriptionsService
    privacy: PrivacyService
    exports: ExportsService
    questions: QuestionsService
    letters: LettersService
    secretariat: SecretariatService
    timelines: Timelines
