"""Letters: written, looked over and sent once; in rows that outlive any crash."""

from collections.abc import Mapping
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
from bot.services.correspondence import About, Correspondence, Sent, Writing
from bot.services.letter_texts import ASKING, LetterTexts, put_aside, writing_of
from storage import Database, UnitOfWork


class LettersService(LetterTexts):
    """Verbs on letters.

    Args:
        database: where they are kept.
        clock: the time.
        purposes: who knows what to do with the letters of each purpose.
    """

    def __init__(
        self, database: Database, clock: Clock, *, purposes: Mapping[Purpose, Correspondence]
    ) -> None:
        super().__init__(database, purposes)
        self._clock = clock

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
            return writing_of(letter, about)

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
            return writing_of(letter, await knows.about(unit, letter))

    async def revise(self, person_id: PersonId, letter_id: LetterId) -> Writing:
        """Let the next message take the place of what is written.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        async with self._database.unit() as unit:
            letter = await unit.letters.get(letter_id, person_id)
            about = await self._purposes[letter.purpose].about(unit, letter)
            await put_aside(unit, person_id)
            letter = letter.model_copy(update={**ASKING, "writes_other": False})
            if letter.text:
                await unit.letters.save(letter)
            else:  # an empty one is not kept aside
                letter = await unit.letters.add(letter)
            unit.came_to("letter")
        return writing_of(letter, about)

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
                raise LetterRefused(text=letter.whole) from error
            if isinstance(sent, Letter):
                await unit.letters.save(sent)
                unit.came_to("letter")
                return writing_of(sent, await knows.about(unit, sent), is_news=True)
            await unit.letters.delete(letter_id)
        return sent

    async def _take_up(self, unit: UnitOfWork, like: Letter, by: Actor) -> Writing:
        knows = self._purposes[like.purpose]
        like = await knows.begin(unit, like, by)
        about = await knows.about(unit, like)
        if not about.is_open:
            unit.came_to(*about.outcome)
            return Writing(None, like.purpose, about.subject)
        await put_aside(unit, like.person_id)
        letter = await unit.letters.find(like)
        if letter is None:
            letter = await unit.letters.add(like)
        else:
            state = LetterState.ASKS if letter.excess or about.asks else LetterState.PREVIEW
            resumed = {"state": state, "typed_at": None, "choice": like.choice, "writes_other": False}
            letter = letter.model_copy(update=resumed)
            await unit.letters.save(letter)
        unit.came_to("letter")
        return writing_of(letter, about)


__all__ = ["About", "Correspondence", "LettersService", "Sent", "Writing"]
