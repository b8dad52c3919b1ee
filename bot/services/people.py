"""Who is writing, in which language, and with which role."""

from collections.abc import Collection

from bot.domain.clock import Clock
from bot.domain.people import Actor, Person, PersonId, QuietHours, Role
from storage import Database, View


class PeopleService:
    """Verbs on people.

    Args:
        database: where they are kept.
        clock: the time.
        administrators: people who are always administrators, by the operator's settings.
    """

    def __init__(self, database: Database, clock: Clock, *, administrators: Collection[PersonId]) -> None:
        self._database = database
        self._clock = clock
        self.administrators = frozenset(administrators)

    async def meet(self, person_id: PersonId, language_code: str | None) -> tuple[Person, Actor]:
        """Who this is and with which role; remembered at the first word, and reachable (again) from it on."""
        known, actor = await self.known(person_id)
        if known is not None and known.language_code == language_code and known.is_reachable:
            return known, actor
        person = (
            Person(id=person_id, language_code=language_code, met_at=self._clock.now())
            if known is None
            else known.model_copy(update={"language_code": language_code, "is_reachable": True})
        )
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.people.save(person)
        return person, actor

    async def known(self, person_id: PersonId) -> tuple[Person | None, Actor]:
        """The person as last known, or None, and with which role; remembers nothing."""
        async with self._database.view() as view:
            return await view.people.find(person_id), await self._actor(view, person_id)

    async def find(self, person_id: PersonId) -> Person | None:
        """The person as last known, or None; remembers nothing."""
        async with self._database.view() as view:
            return await view.people.find(person_id)

    async def choose_language(self, person: Person, language: str) -> Person:
        """Speak this language with the person from now on, whatever Telegram says."""
        chosen = person.model_copy(update={"language": language})
        async with self._database.unit() as unit:
            await unit.people.save(chosen)
            unit.came_to("language")
        return chosen

    async def choose_quiet_hours(self, person: Person, quiet: QuietHours | None) -> Person:
        """Write to the person unasked only outside these hours; at any time where there are none."""
        chosen = person.model_copy(update={"quiet": quiet})
        async with self._database.unit() as unit:
            await unit.people.save(chosen)
            unit.came_to("quiet")
        return chosen

    async def mark_unreachable(self, person_id: PersonId) -> None:
        """The person has blocked the bot or deleted the account: no notice is tried until they write."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.people.mark_unreachable(person_id)

    async def actor(self, person_id: PersonId) -> Actor:
        """The person with their role in the secretariat at this moment.

        It is read every time: another process may have taken it away a moment ago.
        """
        async with self._database.view() as view:
            return await self._actor(view, person_id)

    async def _actor(self, view: View, person_id: PersonId) -> Actor:
        if person_id in self.administrators:
            return Actor(person_id=person_id, role=Role.ADMINISTRATOR, is_by_settings=True)
        return Actor(person_id=person_id, role=await view.staff.role_of(person_id))
