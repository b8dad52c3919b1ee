"""The rooms without Telegram: what a command needs, and the bot too."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Self

from bot.domain.clock import Clock, SystemClock
from bot.domain.knowledge import Knowledge
from bot.domain.people import PersonId
from bot.services import Services
from bot.services.answers import Answers
from bot.services.consultations import ConsultationsService
from bot.services.exports import ExportsService
from bot.services.knowledge import load_knowledge
from bot.services.letters import LettersService
from bot.services.notices import NoticesService
from bot.services.people import PeopleService
from bot.services.privacy import PrivacyService
from bot.services.proposals import ProposalsService
from bot.services.questions import QuestionsService, Secretariat
from bot.services.secretariat import SecretariatService
from bot.services.subscriptions import SubscriptionsService
from bot.services.timeline import Timelines
from bot.settings import SHIPPED, SettingInvalid, Settings
from bot.texts import Texts
from storage import Database


@dataclass(frozen=True)
class Rooms:
    """Everything that a command or the bot needs, open.

    Attributes:
        notices: the outbox.
    """

    settings: Settings
    clock: Clock
    database: Database
    texts: Texts
    services: Services
    notices: NoticesService


@dataclass(frozen=True)
class Content:
    """What is read from files at the start: the official content, the search over it, the texts."""

    knowledge: Knowledge
    answers: Answers
    texts: Texts

    @classmethod
    def load(cls, settings: Settings, *, strict: bool = False) -> Self:
        """Read it all.

        Args:
            settings: where the content lies, and the operator's language and zone.
            strict: whether a missing text raises, as under test.

        Raises:
            ContentInvalid: the content has faults; each is named with file and line.
            SettingInvalid: the content lacks the operator's language.
        """
        knowledge = load_knowledge(settings.content)
        texts = load_texts(settings, knowledge.languages, strict=strict)
        return cls(knowledge, Answers(knowledge, settings.content), texts)


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
    content = content or Content.load(settings)
    knowledge, answers = content.knowledge, content.answers
    staff = Secretariat([PersonId(one) for one in settings.admins], settings.staff_chat)
    database = await Database.open(settings.database)
    try:
        yield Rooms(
            settings=settings,
            clock=clock,
            database=database,
            texts=content.texts,
            notices=NoticesService(database, clock),
            services=Services(
                clock=clock,
                knowledge=knowledge,
                answers=answers,
                people=PeopleService(database, clock, administrators=staff.members),
                proposals=ProposalsService(database, clock, zone=settings.zone, prefix=knowledge.code),
                consultations=ConsultationsService(database, clock),
                subscriptions=SubscriptionsService(database, clock),
                privacy=PrivacyService(database, clock),
                exports=ExportsService(database, zone=settings.zone),
                questions=QuestionsService(database, clock, answers, secretariat=staff, zone=settings.zone),
                letters=LettersService(database, clock, secretariat=staff),
                secretariat=SecretariatService(database, clock, zone=settings.zone),
                timelines=Timelines(),
            ),
        )
    finally:
        await database.close()


def load_texts(settings: Settings, languages: tuple[str, ...], *, strict: bool = False) -> Texts:
    """The texts, the operator's language first: it is for people whose own is not offered.

    Raises:
        SettingInvalid: the content has no such language.
    """
    if settings.language not in languages:
        raise SettingInvalid("OGP_BOT_LANGUAGE")
    ordered = sorted(languages, key=lambda language: language != settings.language)
    return Texts.load(SHIPPED, languages=ordered, zone=settings.zone, strict=strict)
