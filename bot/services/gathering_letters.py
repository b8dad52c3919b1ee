"""Letters in which officers name a meeting from which they enter proposals."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.gatherings import Gathering, GatheringUnclear, named_in
from bot.domain.letters import Letter, LetterId, Purpose
from bot.domain.people import Actor, Role
from bot.services.letters import About, Correspondence, Sent
from storage import UnitOfWork, View


@dataclass(frozen=True)
class GatheringLetters(Correspondence):
    """A letter in which an officer names a gathering and its day."""

    clock: Clock
    zone: ZoneInfo

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """Officers alone."""
        await view.staff.require(by, Role.OFFICER)
        return letter

    async def take(self, view: View, letter: Letter, text: str, sent_at: datetime) -> Letter:  # noqa: ARG002
        """A message that has both; another leaves the letter as it was."""
        named_in(text, self._today())
        return letter.model_copy(update={"text": ""}).typed(text, sent_at=sent_at)

    async def about(self, view: View, letter: Letter) -> About:  # noqa: ARG002
        """What was named, once that is clear."""
        try:
            name, held_on = named_in(letter.text, self._today())
        except GatheringUnclear:
            return About()
        return About(Gathering(name=name, held_on=held_on, created_at=letter.created_at))

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Keep the gathering; one of the same name and day is the same."""
        await unit.staff.require(by, Role.OFFICER)
        name, held_on = named_in(letter.text, self._today())
        now = self.clock.now()
        gathering = await unit.gatherings.add(name, held_on, now=now, letter_id=letter.id)
        await unit.audit.add(by, Verb.ADDED, Noun.GATHERING, str(gathering.id), now=now)
        unit.came_to("gathering", gathering.id)
        return Sent(Purpose.GATHERING, gathering)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The gathering that the letter has named."""
        gathering = await unit.gatherings.find_by_letter(letter_id)
        if gathering is None or not by.may(Role.OFFICER):
            return None
        unit.came_to("gathering", gathering.id)
        return Sent(Purpose.GATHERING, gathering)

    def _today(self) -> date:
        return self.clock.now().astimezone(self.zone).date()
