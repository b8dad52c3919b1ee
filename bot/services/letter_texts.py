"""What is done with the texts of a letter: ready ones taken, the same in another language added."""

from collections.abc import Mapping

from bot.domain.letters import Letter, LetterId, LetterState, LetterUnknown, Purpose
from bot.domain.people import PersonId
from bot.services.correspondence import About, Correspondence, Writing
from storage import Database, UnitOfWork

#: What a letter becomes whose text is asked for.
ASKING: Mapping[str, object] = {"state": LetterState.ASKS, "typed_at": None}


def writing_of(letter: Letter, about: About, *, is_news: bool = False) -> Writing:
    """A letter with what it is about, and the languages in which it may be written too."""
    others = [one for one in about.others if one != about.reads]
    return Writing(letter, letter.purpose, about.subject, is_news, about.reads, others, about.fits)


class LetterTexts:
    """Verbs on a letter's texts.

    Args:
        database: where they are kept.
        purposes: who knows what to do with the letters of each purpose.
    """

    def __init__(self, database: Database, purposes: Mapping[Purpose, Correspondence]) -> None:
        self._database = database
        self._purposes = purposes

    async def add_other(self, person_id: PersonId, letter_id: LetterId, language: str) -> Writing:
        """Let the next message be the same text in another language.

        Raises:
            LetterUnknown: it was sent or thrown away, or is not written in two languages.
        """
        async with self._database.unit() as unit:
            letter, about = await self._own(unit, person_id, letter_id)
            if language not in about.others or not letter.text:
                raise LetterUnknown
            is_same = language == letter.other_language
            asking = {**ASKING, "writes_other": True, "other_language": language}
            letter = letter.model_copy(update=asking if is_same else {**asking, "other": ""})
            await put_aside(unit, person_id)
            await unit.letters.save(letter)
            unit.came_to("letter")
        return writing_of(letter, about)

    async def drop_other(self, person_id: PersonId, letter_id: LetterId) -> Writing:
        """Do without the text in another language.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        async with self._database.unit() as unit:
            letter, about = await self._own(unit, person_id, letter_id)
            letter = letter.model_copy(update={"other": "", "other_language": "", "writes_other": False})
            return await self._look_over(unit, letter, about)

    async def fill(self, person_id: PersonId, letter_id: LetterId, texts: Mapping[str, str]) -> Writing:
        """Take a ready text for what is typed now; it can be written anew like any other.

        Args:
            person_id: whose letter.
            letter_id: which.
            texts: language → text.

        Raises:
            LetterUnknown: it was sent or thrown away.
        """
        async with self._database.unit() as unit:
            letter, about = await self._own(unit, person_id, letter_id)
            wanted = letter.other_language if letter.writes_other else about.reads
            text = texts.get(wanted) or next(iter(texts.values()))
            letter = letter.model_copy(update={"other" if letter.writes_other else "text": text})
            return await self._look_over(unit, letter, about)

    async def _own(self, unit: UnitOfWork, person_id: PersonId, letter_id: LetterId) -> tuple[Letter, About]:
        letter = await unit.letters.get(letter_id, person_id)
        about = await self._purposes[letter.purpose].about(unit, letter)
        if not about.is_open or about.asks:
            raise LetterUnknown
        return letter, about

    async def _look_over(self, unit: UnitOfWork, letter: Letter, about: About) -> Writing:
        """Show the letter before it goes; or ask for it where it is too long, or empty."""
        await put_aside(unit, letter.person_id)
        is_ready = letter.text and not letter.excess
        state = LetterState.PREVIEW if is_ready else LetterState.ASKS
        letter = letter.model_copy(update={"state": state, "typed_at": None})
        if await unit.letters.find(letter) is None:  # an empty one is not kept aside
            letter = await unit.letters.add(letter)
        else:
            await unit.letters.save(letter)
        unit.came_to("letter")
        return writing_of(letter, about)


async def put_aside(unit: UnitOfWork, person_id: PersonId) -> None:
    """One thing is written at a time: a proposal's draft and any other letter wait."""
    await unit.letters.put_aside(person_id)
    await unit.drafts.put_aside(person_id)
