"""The secretariat's side of questions: what waits, closing without an answer, and the figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.notices import NoticeKind
from bot.domain.paging import Page
from bot.domain.people import Actor, Role
from bot.domain.questions import Question, QuestionId, QuestionState
from bot.domain.statistics import ConsultationFigures, Statistics
from bot.services.questions import Secretariat
from storage import Database

#: Questions on one page of the inbox.
PAGE = 5
#: How many of the unanswered questions are listed.
TOP = 10


@dataclass(frozen=True)
class Waiting:
    """A page of the questions that wait, oldest first.

    Attributes:
        total: how many there are.
    """

    questions: Sequence[Question]
    total: int
    page: Page


@dataclass(frozen=True)
class Case:
    """A question as a member of the secretariat sees it.

    Attributes:
        others: how many colleagues are writing an answer.
        is_reachable: whether an answer can reach the asker.
    """

    question: Question
    others: int
    is_reachable: bool


class SecretariatService:
    """Verbs on questions, as the secretariat has them.

    Args:
        database: where they are kept.
        clock: the time.
        zone: the zone whose days are counted.
        staff: whom to tell of what a colleague does.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo, staff: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone
        self._staff = staff

    async def waiting(self, by: Actor, page: int = 0) -> Waiting:
        """Questions that wait, a page of them; the last page where there are fewer by now.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            total = await view.questions.count_open()
            shown = Page.of(page, total, PAGE)
            found = await view.questions.open(limit=shown.size, offset=shown.start)
        return Waiting(found, total, shown)

    async def case(self, question_id: QuestionId, by: Actor) -> Case:
        """One question, whatever its state.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            QuestionUnknown: no such question.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            question = await view.questions.get(question_id)
            asker = None if question.asker_id is None else await view.people.find(question.asker_id)
            others = 0 if by.person_id is None else await view.letters.others_on(question_id, by.person_id)
        return Case(question, others, asker is not None and asker.is_reachable)

    async def close(self, question_id: QuestionId, by: Actor) -> bool:
        """Close a question without an answer; False where it was settled before.

        Raises:
            NotAllowed: the actor is no officer.
            QuestionUnknown: no such question.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            await unit.questions.get(question_id)
            unit.came_to("question", question_id)
            is_ours = await unit.questions.settle(question_id, QuestionState.CLOSED, by=by.person_id, now=now)
            if is_ours:
                await unit.audit.add(by, Verb.CLOSED, Noun.QUESTION, str(question_id), now=now)
                await self._staff.tell_topic(unit, NoticeKind.QUESTION_SETTLED, question_id, now=now)
        return is_ours

    async def statistics(self, by: Actor, *, days: int = 30) -> Statistics:
        """Figures of the last days, today included.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        now = self._clock.now()
        today = now.astimezone(self._zone).date()
        first = today - timedelta(days=days - 1)
        beginning = datetime.combine(first, time.min, self._zone)
        async with self._database.view() as view:
            figures = await view.counts.since(first, beginning, days=days, top=TOP)
            tallies = await view.responses.tallies(now=now)
            answered = {
                "proposals": await view.responses.tally(now=now),
                "consultations": [
                    ConsultationFigures(slug=slug, proposals=tally) for slug, tally in tallies.items()
                ],
            }
        return figures.model_copy(update=answered)
