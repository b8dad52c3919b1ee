"""Questions: answered and remembered for a while, passed on to the secretariat, and said to have helped or not."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.knowledge import CONTACT, EntityId, Entry, Language
from bot.domain.notices import NoticeKind
from bot.domain.people import PersonId, Role
from bot.domain.questions import (
    ATTENTION,
    OPEN_AT_MOST,
    REMEMBERED,
    REMEMBERED_AT_MOST,
    Asked,
    AskedId,
    Ending,
    Question,
    QuestionForgotten,
    QuestionId,
    QuestionState,
    QuestionUnknown,
    TooManyQuestions,
    scrubbed,
)
from bot.services.answers import Outcome
from bot.services.content.live import LiveContent
from bot.services.forum import place_of
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Reply:
    """What became of a question, and under which number it is remembered.

    Attributes:
        asked: None where the person wants something done rather than answered, unless there is an answer too.
    """

    found: Outcome
    asked: Asked | None = None


@dataclass(frozen=True)
class Secretariat:
    """Whom to tell of what people write: the group, where there is one, or everybody who may act.

    Attributes:
        administrators: those of the operator's settings; everybody else is a row.
        group_id: Telegram's id of the secretariat's group.
    """

    administrators: Collection[PersonId]
    group_id: int | None = None

    async def members(self, view: View, least: Role = Role.OBSERVER) -> Collection[PersonId]:
        """Everybody who has at least this role at this moment."""
        return {*self.administrators, *await view.staff.with_role(least)}

    async def role_of(self, view: View, person_id: PersonId) -> Role | None:
        """The person's role at this moment, by the settings or by a row; None for a citizen."""
        if person_id in self.administrators:
            return Role.ADMINISTRATOR
        return await view.staff.role_of(person_id)

    async def receive(self, unit: UnitOfWork, question: Question) -> Question:
        """Take in a question and queue the notices of it, in the caller's transaction.

        Raises:
            TooManyQuestions: so many of the asker's questions wait already.
        """
        assert question.asker_id is not None
        if await unit.questions.open_of(question.asker_id) >= OPEN_AT_MOST:
            raise TooManyQuestions(count=OPEN_AT_MOST)
        received = await unit.questions.add(question)
        await self.tell(unit, NoticeKind.QUESTION_PASSED_ON, received.id, now=question.asked_at)
        unit.came_to("passed_on", received.id)
        return received

    async def tell(self, unit: UnitOfWork, kind: NoticeKind, subject_id: int, *, now: datetime) -> None:
        """Queue a notice to the secretariat, in the caller's transaction."""
        if self.group_id is None:
            officers = await self.members(unit, Role.OFFICER)
            await unit.notices.add(kind, subject_id, to=sorted(officers), now=now)
        else:
            group_id, topic = await place_of(unit, self.group_id, kind, subject_id, now=now)
            await unit.notices.add_to_group(kind, subject_id, group_id, now=now, topic=topic)

    async def tell_topic(self, unit: UnitOfWork, kind: NoticeKind, subject_id: int, *, now: datetime) -> None:
        """Queue a notice into the topic of its case; where cases have none, nobody is told."""
        if self.group_id is not None:
            group_id, topic = await place_of(unit, self.group_id, kind, subject_id, now=now)
            if topic is not None:
                await unit.notices.add_to_group(kind, subject_id, group_id, now=now, topic=topic)


class QuestionsService:
    """Verbs on questions, as their askers have them.

    Args:
        database: where they are kept.
        clock: the time.
        content: the search.
        secretariat: whom to tell.
        zone: the zone whose days are counted.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        content: LiveContent,
        *,
        secretariat: Secretariat,
        zone: ZoneInfo,
    ) -> None:
        self._database = database
        self._clock = clock
        self._content = content
        self._secretariat = secretariat
        self._zone = zone

    async def ask(self, person_id: PersonId, text: str, language: str) -> Reply:
        """Answer a question, and remember it.

        A question that names nothing is taken to be about what the last answer was about, for `ATTENTION`.

        Args:
            person_id: who asks.
            text: as typed.
            language: the language of the person's screens.
        """
        now = self._clock.now()
        async with self._database.view() as view:
            about = await view.asked.attention(person_id, since=now - ATTENTION)
        found = self._content.answers.ask(text, Language(language), about=about)
        asked = _new(person_id, text, language, about, now)
        if found.intent is not None:
            return Reply(found, await self._asked_beside(found, asked))
        return await self._answered(found, asked)

    async def ask_rather(self, person_id: PersonId, asked_id: AskedId, language: str) -> Reply:
        """Answer a question that was taken for a wish. Pressed again, it is remembered and counted once.

        Raises:
            QuestionForgotten: it is not remembered any more.
        """
        asked = await self.asked(person_id, asked_id)
        found = self._answer(asked)
        async with self._database.view() as view:
            latest = await view.asked.latest(person_id)
        if latest is not None and latest.id != asked_id and latest.text == asked.text:
            return Reply(found, latest)
        anew = _new(person_id, asked.text, language, asked.entity, self._clock.now())
        return await self._answered(found, anew)

    async def again(self, person_id: PersonId, asked_id: AskedId) -> Reply:
        """What a question came to that has been asked already; changes nothing.

        Raises:
            QuestionForgotten: it is not remembered any more.
        """
        asked = await self.asked(person_id, asked_id)
        return Reply(self._answer(asked), asked)

    async def read(self, person_id: PersonId, entry: Entry) -> Asked | None:
        """The person opens an answer with a button: the next question may be about the same thing.

        Returns:
            The question to which this answer was offered; None where the person is just reading.
        """
        now = self._clock.now()
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.asked.attend(person_id, entry.entity, now=now)
            asked = await unit.asked.latest(person_id)
            if asked is None or entry.id not in asked.offered or now - asked.asked_at > ATTENTION:
                return None
            await unit.asked.choose(asked.id, entry.id)
        return asked.model_copy(update={"entry": entry.id})

    async def look_at(self, person_id: PersonId, entity: EntityId) -> None:
        """The person reads about something: the next question may be about it."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.asked.attend(person_id, entity, now=self._clock.now())

    async def asked(self, person_id: PersonId, asked_id: AskedId) -> Asked:
        """A question that the person asked the bot.

        Raises:
            QuestionForgotten: it is not remembered any more, or was never theirs.
        """
        async with self._database.view() as view:
            asked = await view.asked.find(asked_id, person_id)
        if asked is None:
            raise QuestionForgotten
        return asked

    async def rate(self, person_id: PersonId, asked_id: AskedId, *, was_helpful: bool) -> Asked | None:
        """Count once what the person says of an answer; None where the question is not remembered any more."""
        now = self._clock.now()
        async with self._database.unit() as unit:
            asked = await unit.asked.find(asked_id, person_id)
            if asked is None or asked.entry is None:
                return None
            if asked.was_helpful is None:
                await unit.asked.rate(asked_id, was_helpful=was_helpful)
                await unit.counts.rated(self._day(now), asked.entry, was_helpful=was_helpful)
            unit.came_to("unhelpful" if not was_helpful else "helpful", asked_id)
        return asked

    async def pass_on(self, person_id: PersonId, asked_id: AskedId) -> Question:
        """Pass a question on to the secretariat. Pressed again, it returns the same one.

        Raises:
            QuestionForgotten: it is not remembered any more, or was never theirs.
            TooManyQuestions: so many of theirs wait already.
        """
        async with self._database.unit() as unit:
            earlier = await unit.questions.find_by_asked(asked_id)
            if earlier is not None and earlier.asker_id == person_id:
                unit.came_to("passed_on", earlier.id)
                return earlier
            asked = await unit.asked.find(asked_id, person_id)
            if asked is None:
                raise QuestionForgotten
            return await self._secretariat.receive(
                unit,
                Question(
                    id=QuestionId(0),
                    asker_id=person_id,
                    text=asked.text,
                    language=asked.language,
                    entity=asked.entity,
                    asked_id=asked_id,
                    asked_at=self._clock.now(),
                ),
            )

    async def own(self, person_id: PersonId, question_id: QuestionId) -> Question:
        """One of the person's own questions to the secretariat.

        Raises:
            QuestionUnknown: no such question, or somebody else's.
        """
        question = await self.passed_on(question_id)
        if question.asker_id != person_id:
            raise QuestionUnknown
        return question

    async def passed_on(self, question_id: QuestionId) -> Question:
        """A question to the secretariat, for the notices of it.

        Raises:
            QuestionUnknown: no such question.
        """
        async with self._database.view() as view:
            return await view.questions.get(question_id)

    async def rate_reply(self, person_id: PersonId, question_id: QuestionId, *, was_helpful: bool) -> None:
        """Remember once what the asker says of the secretariat's answer.

        Raises:
            QuestionUnknown: not theirs, or not answered.
        """
        async with self._database.unit() as unit:
            question = await unit.questions.get(question_id)
            if question.asker_id != person_id or question.state is not QuestionState.ANSWERED:
                raise QuestionUnknown
            await unit.questions.rate(question_id, was_helpful=was_helpful)
            unit.came_to("helpful" if was_helpful else "write_again")

    async def forget_old(self) -> None:
        """Erase what was only kept for the buttons under an answer, and for the next question."""
        now = self._clock.now()
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.asked.forget_before(now - REMEMBERED)
            await unit.asked.turn_all_away_before(now - ATTENTION)

    def _answer(self, asked: Asked) -> Outcome:
        """What the content says to a question, whatever wish may be seen in it."""
        return self._content.answers.ask(
            asked.text, Language(asked.language), about=asked.entity, heeds_wishes=False
        )

    async def _asked_beside(self, wish: Outcome, asked: Asked) -> Asked | None:
        """Remember a wish that is put as a question and has an answer too, for the button that leads there.

        Once, also where it comes again: it does not mark the update as applied, so that a crash repeats it.
        """
        answer = self._answer(asked) if wish.is_asked else Outcome()
        if answer.abstained or (answer.entry is not None and answer.entry.entity == CONTACT):
            return None
        async with self._database.unit(bookkeeping=True) as unit:
            latest = await unit.asked.latest(asked.person_id)
            if latest is not None and _is_again(asked, latest):
                return latest
            return await unit.asked.add(asked, at_most=REMEMBERED_AT_MOST)

    async def _answered(self, found: Outcome, asked: Asked) -> Reply:
        """Remember and count a question with what was found."""
        entity = found.entry.entity if found.entry else found.entity
        now, language = asked.asked_at, asked.language
        asked = asked.model_copy(
            update={
                "entity": entity or asked.entity,
                "offered": tuple(entry.id for entry in found.candidates) if found.entry is None else (),
                "entry": found.entry.id if found.entry else None,
            }
        )
        async with self._database.unit() as unit:
            asked = await unit.asked.add(asked, at_most=REMEMBERED_AT_MOST)
            if entity is not None:
                await unit.asked.attend(asked.person_id, entity, now=now)
            ending = _ending(found)
            await unit.counts.asked(self._day(now), language, ending)
            if ending is Ending.ABSTAINED:
                await unit.counts.unanswered(self._day(now), language, scrubbed(asked.text))
            unit.came_to("asked", asked.id)
        return Reply(found, asked)

    def _day(self, now: datetime) -> date:
        return now.astimezone(self._zone).date()


def _new(person_id: PersonId, text: str, language: str, about: EntityId | None, now: datetime) -> Asked:
    """A question as it comes in."""
    return Asked(id=AskedId(0), person_id=person_id, text=text, language=language, entity=about, asked_at=now)


def _is_again(asked: Asked, latest: Asked) -> bool:
    """Whether a question is the one that was asked last."""
    is_same = (asked.text, asked.entity) == (latest.text, latest.entity)
    return is_same and asked.asked_at - latest.asked_at <= ATTENTION


def _ending(found: Outcome) -> Ending:
    if found.entry is not None:
        return Ending.ANSWERED
    return Ending.ABSTAINED if found.abstained else Ending.OFFERED
