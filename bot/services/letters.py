"""Letters: written to the secretariat, or by it in answer to a question; in rows that outlive any crash."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.clock import Clock
from bot.domain.letters import (
    LONGEST,
    Letter,
    LetterEmpty,
    LetterId,
    LetterState,
    LetterTooLong,
    LetterUnknown,
)
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.questions import Question, QuestionId, QuestionState
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Writing:
    """A letter with the question that it answers.

    Attributes:
        letter: None where there is nothing to write any more: the question is settled.
        question: None for a letter to the secretariat.
    """

    letter: Letter | None
    question: Question | None = None


class LettersService:
    """Verbs on letters.

    Args:
        database: where they are kept.
        clock: the time.
        secretariat: whom to tell of a letter.
    """

    def __init__(self, database: Database, clock: Clock, *, secretariat: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._secretariat = secretariat

    async def in_hand(self, person_id: PersonId) -> Letter | None:
        """The letter that the person is writing now, or None."""
        async with self._database.view() as view:
            return await view.letters.in_hand(person_id)

    async def writing(self, person_id: PersonId) -> Writing:
        """The letter that the person is writing now, with the question that it answers."""
        async with self._database.view() as view:
            letter = await view.letters.in_hand(person_id)
            return Writing(letter, await _question_of(view, letter))

    async def begin(self, person_id: PersonId) -> Letter:
        """Begin a letter to the secretariat, or take up the one that there is."""
        async with self._database.unit() as unit:
            letter = await self._take_up(unit, person_id, None)
            unit.came_to("letter")
        return letter

    async def begin_reply(self, question_id: QuestionId, by: Actor) -> Writing:
        """Begin the answer to a question, or take up the one that there is.

        Raises:
            NotAllowed: the actor is no officer.
            QuestionUnknown: no such question.
        """
        by.require(Role.OFFICER)
        assert by.person_id is not None
        async with self._database.unit() as unit:
            question = await unit.questions.get(question_id)
            if not question.is_open:
                unit.came_to("question", question_id)
                return Writing(None, question)
            letter = await self._take_up(unit, by.person_id, question_id)
            unit.came_to("letter")
        return Writing(letter, question)

    async def write(self, person_id: PersonId, text: str, *, sent_at: datetime) -> Writing:
        """Take a message as the letter's text, or as its continuation.

        Args:
            person_id: whose letter.
            text: the message as typed.
            sent_at: Telegram's time of the message.

        Raises:
            LetterUnknown: the person is writing none.
            LetterEmpty: nothing readable in it; the letter is as it was.
        """
        async with self._database.unit() as unit:
            letter = await unit.letters.in_hand(person_id)
            if letter is None:
                raise LetterUnknown
            question = await _question_of(unit, letter)
            if question is not None and not question.is_open:
                await unit.letters.delete(letter.id)
                unit.came_to("question", question.id)
                return Writing(None, question)
            letter = letter.typed(text, sent_at=sent_at)
            await unit.letters.save(letter)
            unit.came_to("letter")
        return Writing(letter, question)

    async def revise(self, person_id: PersonId, letter_id: LetterId) -> Writing:
        """Let the next message take the place of what is written.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        async with self._database.unit() as unit:
            letter = await unit.letters.get(letter_id, person_id)
            question = await _question_of(unit, letter)
            await _put_aside(unit, person_id)
            letter = letter.model_copy(update={"state": LetterState.ASKS, "typed_at": None})
            if letter.text:
                await unit.letters.save(letter)
            else:  # an empty one is not kept aside
                letter = await unit.letters.add(letter)
            unit.came_to("letter")
        return Writing(letter, question)

    async def leave(self, person_id: PersonId) -> bool:
        """Throw the letter in hand away; False where there is none."""
        if await self.in_hand(person_id) is None:
            return False
        async with self._database.unit() as unit:
            letter = await unit.letters.in_hand(person_id)
            if letter is not None:
                await unit.letters.delete(letter.id)
            unit.came_to("letter_left")
        return True

    async def send(self, letter_id: LetterId, by: Actor, *, language: str) -> Question:
        """Send a letter, once, however often the button is pressed.

        Args:
            letter_id: which; the key against repeats.
            by: who has written it.
            language: the language of the writer's screens.

        Returns:
            The question that it became; or the one that it answers, which somebody else may have settled
            before: then its `reply_id` is another letter's.

        Raises:
            LetterUnknown: it was thrown away, or never theirs.
            LetterEmpty: there is no text.
            LetterTooLong: it is over its limit, and kept.
            NotAllowed: a reply by somebody who is no officer (any more).
            TooManyQuestions: so many of the writer's questions wait already.
        """
        assert by.person_id is not None
        async with self._database.unit() as unit:
            earlier = await unit.questions.find_by_letter(letter_id)
            if earlier is not None and by.person_id in {earlier.asker_id, earlier.answered_by}:
                unit.came_to("question" if earlier.reply_id == letter_id else "passed_on", earlier.id)
                return earlier
            letter = await unit.letters.get(letter_id, by.person_id)
            if not letter.text:
                raise LetterEmpty
            if letter.excess:
                raise LetterTooLong(excess=letter.excess, most=LONGEST)
            if letter.question_id is None:
                sent = await self._to_secretariat(unit, letter, language)
            else:
                by.require(Role.OFFICER)
                sent = await self._to_asker(unit, letter, QuestionId(letter.question_id))
            await unit.letters.delete(letter_id)
        return sent

    async def _to_secretariat(self, unit: UnitOfWork, letter: Letter, language: str) -> Question:
        return await self._secretariat.receive(
            unit,
            Question(
                id=QuestionId(0),
                asker_id=letter.person_id,
                text=letter.text,
                language=language,
                letter_id=letter.id,
                asked_at=self._clock.now(),
            ),
        )

    async def _to_asker(self, unit: UnitOfWork, letter: Letter, question_id: QuestionId) -> Question:
        now = self._clock.now()
        is_ours = await unit.questions.settle(
            question_id,
            QuestionState.ANSWERED,
            by=letter.person_id,
            now=now,
            answer=letter.text,
            reply_id=letter.id,
        )
        question = await unit.questions.get(question_id)
        if is_ours and question.asker_id is not None:
            await unit.notices.add(NoticeKind.QUESTION_ANSWERED, question_id, to=[question.asker_id], now=now)
        unit.came_to("question", question_id)
        return question

    async def _take_up(self, unit: UnitOfWork, person_id: PersonId, question_id: QuestionId | None) -> Letter:
        await _put_aside(unit, person_id)
        letter = await unit.letters.find(person_id, question_id)
        if letter is None:
            new = Letter(
                id=LetterId(0), person_id=person_id, question_id=question_id, created_at=self._clock.now()
            )
            return await unit.letters.add(new)
        state = LetterState.ASKS if letter.excess else LetterState.PREVIEW
        letter = letter.model_copy(update={"state": state, "typed_at": None})
        await unit.letters.save(letter)
        return letter


async def _put_aside(unit: UnitOfWork, person_id: PersonId) -> None:
    """One thing is written at a time: a proposal's draft and any other letter wait."""
    await unit.letters.put_aside(person_id)
    draft = await unit.drafts.find(person_id)
    if draft is not None and draft.is_open:
        if draft.answers:
            await unit.drafts.save(draft.model_copy(update={"is_open": False}))
        else:
            await unit.drafts.delete(draft.id)


async def _question_of(view: View, letter: Letter | None) -> Question | None:
    if letter is None or letter.question_id is None:
        return None
    return await view.questions.get(QuestionId(letter.question_id))
