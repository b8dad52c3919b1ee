"""Letters that members of the secretariat write in topics of their forum: to an author, sent by a tap or not at all."""

from collections.abc import Mapping

from bot.domain.clock import Clock
from bot.domain.forum import TopicAnswerTooLong
from bot.domain.letters import (
    LONGEST,
    UNSENT_FOR,
    Letter,
    LetterId,
    LetterState,
    Purpose,
)
from bot.domain.people import Actor, PersonId
from bot.services.letters import Correspondence, Writing
from storage import Database


class ForumLettersService:
    """Verbs on such letters; they are sent as any other letter is.

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

    async def lay_down(
        self, by: Actor, purpose: Purpose, subject_id: int, *, text: str, message_id: int
    ) -> Writing:
        """A letter that was written in a topic of the secretariat's forum: it waits there to be sent or not.

        Nothing in the writer's own chat changes. The same message again gives the same letter.

        Args:
            by: who has written it.
            purpose: what it is to become.
            subject_id: row id of what it is about; of a reply, the question's.
            text: what it says.
            message_id: Telegram's id of the message.

        Raises:
            LetterEmpty: nothing readable in it.
            TopicAnswerTooLong: it is over the limit.
            CivicError: it is not theirs to write.
        """
        assert by.person_id is not None
        is_reply = purpose is Purpose.REPLY
        now = self._clock.now()
        like = Letter(
            id=LetterId(0),
            person_id=by.person_id,
            purpose=purpose,
            question_id=subject_id if is_reply else None,
            subject_id=0 if is_reply else subject_id,
            created_at=now,
            message_id=message_id,
        ).typed(text, sent_at=now)
        if like.excess:
            raise TopicAnswerTooLong(excess=like.excess, most=LONGEST)
        knows = self._purposes[purpose]
        async with self._database.unit() as unit:
            like = (await knows.begin(unit, like, by)).model_copy(update={"state": LetterState.ASIDE})
            about = await knows.about(unit, like)
            if not about.is_open:
                unit.came_to(*about.outcome)
                return Writing(None, purpose, about.subject)
            letter = await unit.letters.find(like) or await unit.letters.add(like)
            unit.came_to("letter", letter.id)
        return Writing(letter, purpose, about.subject)

    async def laid_down(self, letter_id: LetterId, by: Actor) -> Writing:
        """A letter of this person's that was written in a topic.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        assert by.person_id is not None
        async with self._database.view() as view:
            letter = await view.letters.get(letter_id, by.person_id)
            about = await self._purposes[letter.purpose].about(view, letter)
        return Writing(letter, letter.purpose, about.subject)

    async def owner(self, letter_id: LetterId) -> PersonId | None:
        """Who has written it; None where it was sent or thrown away."""
        async with self._database.view() as view:
            return await view.letters.writer_of(letter_id)

    async def throw_away(self, letter_id: LetterId, by: Actor) -> None:
        """Throw away a letter that was written in a topic; pressed again, nothing is left to throw away."""
        assert by.person_id is not None
        async with self._database.unit() as unit:
            await unit.letters.delete((await unit.letters.get(letter_id, by.person_id)).id)
            unit.came_to("letter_left")

    async def forget_unsent(self) -> None:
        """Throw away what was written in topics long ago and never sent."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.letters.delete_of_topics(before=self._clock.now() - UNSENT_FOR)
