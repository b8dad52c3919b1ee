"""Letters that are questions to the secretariat, and its answers to them."""

from dataclasses import dataclass

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.letters import Letter, LetterId, Purpose
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, Role
from bot.domain.questions import Question, QuestionId, QuestionState
from bot.services.content.live import LiveContent
from bot.services.letters import About, Correspondence, Sent
from bot.services.questions import Secretariat
from storage import UnitOfWork, View


@dataclass(frozen=True)
class QuestionLetters(Correspondence):
    """A letter to the secretariat becomes a question of its own; anybody may write one."""

    clock: Clock
    secretariat: Secretariat

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Hand it to the secretariat."""
        question = await self.secretariat.receive(
            unit,
            Question(
                id=QuestionId(0),
                asker_id=letter.person_id,
                text=letter.text,
                language=language,
                letter_id=letter.id,
                asked_at=self.clock.now(),
            ),
        )
        return Sent(Purpose.QUESTION, question)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The question that the letter became."""
        question = await unit.questions.find_by_letter(letter_id)
        if question is None or question.letter_id != letter_id or question.asker_id != by.person_id:
            return None
        unit.came_to("passed_on", question.id)
        return Sent(Purpose.QUESTION, question)


@dataclass(frozen=True)
class ReplyLetters(Correspondence):
    """A reply answers a question; an officer writes it."""

    clock: Clock
    secretariat: Secretariat
    content: LiveContent

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """Check the right; there is nothing to remember."""
        await view.staff.require(by, Role.OFFICER)
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """The question that it answers."""
        assert letter.question_id is not None
        question = await view.questions.get(QuestionId(letter.question_id))
        asker = None if question.asker_id is None else await view.people.find(question.asker_id)
        reads = asker.language or asker.language_code if asker else question.language
        return About(
            question,
            question.is_open,
            outcome=("question", question.id),
            reads=self.content.texts.choose(reads),
        )

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Answer the question, unless it was settled before."""
        await unit.staff.require(by, Role.OFFICER)
        assert letter.question_id is not None
        now, question_id = self.clock.now(), QuestionId(letter.question_id)
        is_ours = await unit.questions.settle(
            question_id,
            QuestionState.ANSWERED,
            by=letter.person_id,
            now=now,
            answer=letter.text,
            reply_id=letter.id,
        )
        question = await unit.questions.get(question_id)
        if is_ours:
            await unit.audit.add(by, Verb.ANSWERED, Noun.QUESTION, str(question_id), now=now)
        if is_ours and question.asker_id is not None:
            await unit.notices.add(NoticeKind.QUESTION_ANSWERED, question_id, to=[question.asker_id], now=now)
        if is_ours:
            await self.secretariat.tell_topic(unit, NoticeKind.QUESTION_SETTLED, question_id, now=now)
        unit.came_to("question", question_id)
        return Sent(Purpose.REPLY, question, is_ours, text="" if is_ours else letter.whole)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The question that the letter answered."""
        question = await unit.questions.find_by_letter(letter_id)
        if question is None or question.reply_id != letter_id or question.answered_by != by.person_id:
            return None
        unit.came_to("question", question.id)
        return Sent(Purpose.REPLY, question)
