"""Letters: written, looked over and sent once; in rows that outlive any crash. What for, each purpose says itself."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.clock import Clock
from bot.domain.errors import NotAllowed
from bot.domain.letters import (
    LONGEST,
    Letter,
    LetterEmpty,
    LetterId,
    LetterRefused,
    LetterState,
    LetterTooLong,
    LetterUnknown,
    Purpose,
)
from bot.domain.people import Actor, PersonId
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Writing:
    """A letter with what it is about.

    Attributes:
        letter: None where there is nothing to write any more: it is settled.
        purpose: of the letter that there is, or would have been.
        subject: what the purpose's `Correspondence` says that it is about; None where it is about nothing.
        is_news: whether something has happened that the writer should read before sending.
    """

    letter: Letter | None
    purpose: Purpose = Purpose.QUESTION
    subject: object = None
    is_news: bool = False


@dataclass(frozen=True)
class Sent:
    """What has become of a letter.

    Attributes:
        subject: what it was about, as it is now.
        is_sent: False where it came too late: somebody else was first.
        text: what was not sent, where it came too late.
    """

    purpose: Purpose
    subject: object
    is_sent: bool = True
    text: str = ""


@dataclass(frozen=True)
class About:
    """What a letter is about.

    Attributes:
        is_open: whether there is anything to write yet.
        asks: whether something else is asked for before the text.
        outcome: what replay shows where there is not: noun and row id.
    """

    subject: object = None
    is_open: bool = True
    asks: bool = False
    outcome: tuple[str, int] = ("menu", 0)


class Correspondence(ABC):
    """What letters of a purpose are about, who may write them, and what they become."""

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:  # noqa: ARG002
        """The letter as its writer begins it or takes it up, with what is to be remembered in `choice`.

        By default anybody may write it, and there is nothing to remember.

        Raises:
            CivicError: it is not theirs to write.
        """
        return letter

    async def about(self, view: View, letter: Letter) -> About:  # noqa: ARG002
        """What the letter is about; by default nothing that the bot knows."""
        return About()

    async def take(self, view: View, letter: Letter, text: str, sent_at: datetime) -> Letter:  # noqa: ARG002
        """The letter with a message taken into it; by default every message is its text.

        Raises:
            CivicError: the message is nothing that can be taken; the letter stays as it was.
        """
        return letter.typed(text, sent_at=sent_at)

    @abstractmethod
    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent | Letter:
        """Make of the letter what it is to be, and say with `came_to` what that is.

        Returns:
            What has become of it; or the letter as it stays, because its writer should look once more.

        Raises:
            CivicError: it cannot be sent, and is kept.
        """

    @abstractmethod
    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """What this person's letter has become before, if it was one of these; said with `came_to`."""


class LettersService:
    """Verbs on letters.

    Args:
        database: where they are kept.
        clock: the time.
        purposes: who knows what to do with the letters of each purpose.
    """

    def __init__(
        self, database: Database, clock: Clock, *, purposes: Mapping[Purpose, Correspondence]
    ) -> None:
        self._database = database
        self._clock = clock
        self._purposes = purposes

    async def in_hand(self, person_id: PersonId) -> Letter | None:
        """The letter that the person is writing now, or None."""
        async with self._database.view() as view:
            return await view.letters.in_hand(person_id)

    async def writing(self, person_id: PersonId) -> Writing:
        """The letter that the person is writing now, with what it is about."""
        async with self._database.view() as view:
            letter = await view.letters.in_hand(person_id)
            if letter is None:
                return Writing(None)
            about = await self._purposes[letter.purpose].about(view, letter)
            return Writing(letter, letter.purpose, about.subject)

    async def begin(
        self,
        by: Actor,
        purpose: Purpose = Purpose.QUESTION,
        subject_id: int = 0,
        *,
        question_id: int | None = None,
        choice: str = "",
    ) -> Writing:
        """Begin a letter, or take up the one of this purpose about the same thing; what is in it stays.

        Args:
            by: who writes.
            purpose: what the letter is to become.
            subject_id: row id of what it is about.
            question_id: for a reply, the question's.
            choice: what the writer has chosen before.

        Raises:
            CivicError: it is not theirs to write.
        """
        assert by.person_id is not None
        new = Letter(
            id=LetterId(0),
            person_id=by.person_id,
            purpose=purpose,
            question_id=question_id,
            subject_id=subject_id,
            choice=choice,
            created_at=self._clock.now(),
        )
        async with self._database.unit() as unit:
            return await self._take_up(unit, new, by)

    async def resume(self, by: Actor, letter_id: LetterId) -> Writing:
        """Take up a letter that was put aside, or is in hand.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        assert by.person_id is not None
        async with self._database.unit() as unit:
            return await self._take_up(unit, await unit.letters.get(letter_id, by.person_id), by)

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
            knows = self._purposes[letter.purpose]
            about = await knows.about(unit, letter)
            if not about.is_open:
                await unit.letters.delete(letter.id)
                unit.came_to(*about.outcome)
                return Writing(None, letter.purpose, about.subject)
            letter = await knows.take(unit, letter, text, sent_at)
            await unit.letters.save(letter)
            unit.came_to("letter")
            return Writing(letter, letter.purpose, (await knows.about(unit, letter)).subject)

    async def revise(self, person_id: PersonId, letter_id: LetterId) -> Writing:
        """Let the next message take the place of what is written.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        async with self._database.unit() as unit:
            letter = await unit.letters.get(letter_id, person_id)
            about = await self._purposes[letter.purpose].about(unit, letter)
            await _put_aside(unit, person_id)
            letter = letter.model_copy(update={"state": LetterState.ASKS, "typed_at": None})
            if letter.text:
                await unit.letters.save(letter)
            else:  # an empty one is not kept aside
                letter = await unit.letters.add(letter)
            unit.came_to("letter")
        return Writing(letter, letter.purpose, about.subject)

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

    async def send(self, letter_id: LetterId, by: Actor, *, language: str) -> Sent | Writing:
        """Send a letter, once, however often the button is pressed.

        Args:
            letter_id: which; the key against repeats.
            by: who has written it.
            language: the language of the writer's screens.

        Returns:
            What has become of it; or the letter, kept, because something has happened since it was begun.

        Raises:
            LetterUnknown: it was thrown away, or never theirs.
            LetterEmpty: there is no text.
            LetterTooLong: it is over its limit, and kept.
            LetterRefused: the writer has lost the right to send it; it is kept.
            CivicError: it is not theirs to send (any more), and is kept.
        """
        assert by.person_id is not None
        async with self._database.unit() as unit:
            for one in {id(knows): knows for knows in self._purposes.values()}.values():
                if (earlier := await one.sent(unit, letter_id, by)) is not None:
                    return earlier
            letter = await unit.letters.get(letter_id, by.person_id)
            if not letter.text:
                raise LetterEmpty
            if letter.excess:
                raise LetterTooLong(excess=letter.excess, most=LONGEST)
            knows = self._purposes[letter.purpose]
            try:
                sent = await knows.send(unit, letter, by, language=language)
            except NotAllowed as error:
                raise LetterRefused(text=letter.text) from error
            if isinstance(sent, Letter):
                await unit.letters.save(sent)
                unit.came_to("letter")
                subject = (await knows.about(unit, sent)).subject
                return Writing(sent, sent.purpose, subject, is_news=True)
            await unit.letters.delete(letter_id)
        return sent

    async def _take_up(self, unit: UnitOfWork, like: Letter, by: Actor) -> Writing:
        knows = self._purposes[like.purpose]
        like = await knows.begin(unit, like, by)
        about = await knows.about(unit, like)
        if not about.is_open:
            unit.came_to(*about.outcome)
            return Writing(None, like.purpose, about.subject)
        await _put_aside(unit, like.person_id)
        letter = await unit.letters.find(like)
        if letter is None:
            letter = await unit.letters.add(like)
        else:
            state = LetterState.ASKS if letter.excess or about.asks else LetterState.PREVIEW
            letter = letter.model_copy(update={"state": state, "typed_at": None, "choice": like.choice})
            await unit.letters.save(letter)
        unit.came_to("letter")
        return Writing(letter, letter.purpose, about.subject)


async def _put_aside(unit: UnitOfWork, person_id: PersonId) -> None:
    """One thing is written at a time: a proposal's draft and any other letter wait."""
    await unit.letters.put_aside(person_id)
    await unit.drafts.put_aside(person_id)
