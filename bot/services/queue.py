"""The secretariat's queue: what waits, narrowed down as each member has left it, and what is the most urgent."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.desk import LONGEST_WORDS, DeskView, Filters, Tray
from bot.domain.paging import Page
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from bot.services.desk import PAGE, Listed
from bot.services.searches import SearchesService, reference_in
from storage import Database, Looking, View


@dataclass(frozen=True)
class Overview:
    """What waits for the secretariat.

    Attributes:
        counts: how many proposals lie in each tray, as far as the filters let them through.
        blocks: people who contest that they are blocked.
        questions: people's questions.
        filters: what the member has narrowed it down to.
    """

    counts: Mapping[Tray, int]
    blocks: int
    questions: int
    filters: Filters


@dataclass(frozen=True)
class Queue:
    """A page of what is found.

    Attributes:
        filters: what the member has narrowed it down to.
        waits: whether their next message is taken for words.
    """

    listed: Listed
    filters: Filters
    waits: bool = False


class QueueService:
    """Verbs on the queue. Whoever belongs to the secretariat may read it.

    Args:
        database: where it is kept.
        clock: the time.
        searches: weighs words that are looked for.
    """

    def __init__(self, database: Database, clock: Clock, searches: SearchesService) -> None:
        self._database = database
        self._clock = clock
        self._searches = searches

    async def overview(self, by: Actor) -> Overview:
        """How much there is of what.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            filters = (await _left(view, by)).filters.model_copy(update={"words": ""})
            looking = await self._looking(view, by, filters)
            counts: dict[Tray, int] = {
                tray: await view.desk.count(filters.model_copy(update={"tray": tray}), looking)
                for tray in Tray
                if tray is not Tray.ALL
            }
            return Overview(
                counts, await view.blocks.count_contested(), await view.questions.count_open(), filters
            )

    async def open(self, by: Actor, tray: Tray | None = None, page: int | None = None) -> Queue:
        """A list, or the one that the member has left, a page of it; the last page where there are fewer by now.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        assert by.person_id is not None
        async with self._database.view() as view:
            left = await _left(view, by)
        filters = left.filters
        if tray is not None and tray is not filters.tray:
            filters = filters.model_copy(update={"tray": tray, "words": ""})
        now_at = left.page if page is None else page
        return await self._show(by, left.model_copy(update={"filters": filters, "page": now_at}))

    async def narrow(self, by: Actor, filters: Filters) -> Queue:
        """Narrow it down to this, and look at the first page.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        assert by.person_id is not None
        return await self._show(by, DeskView(person_id=by.person_id, filters=filters))

    async def begin_search(self, by: Actor) -> Queue:
        """Take the member's next message for words; what is being written is put aside.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        assert by.person_id is not None
        async with self._database.unit() as unit:
            await unit.letters.put_aside(by.person_id)
            await unit.drafts.put_aside(by.person_id)
            await unit.searches.turn_away(by.person_id)
            left = await unit.desk_views.get(by.person_id)
            asking = left.model_copy(update={"asked_at": self._clock.now()})
            await unit.desk_views.save(asking)
            unit.came_to("desk")
        return await self._found(by, asking)

    async def waits(self, by: Actor) -> bool:
        """Whether the member's next message is taken for words; of who is none any more, it is not."""
        return by.person_id is not None and by.may(Role.OBSERVER) and await self._waits(by.person_id)

    async def end_search(self, person_id: PersonId) -> bool:
        """Wait for no words any more; False where none were waited for."""
        if not await self._waits(person_id):
            return False
        async with self._database.unit() as unit:
            left = await unit.desk_views.get(person_id)
            await unit.desk_views.save(left.model_copy(update={"asked_at": None}))
            unit.came_to("desk")
        return True

    async def look(self, by: Actor, words: str) -> Queue | Proposal:
        """Look for words in all trays, as far as the other filters go; or the proposal whose reference they have.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        assert by.person_id is not None
        async with self._database.unit() as unit:
            left = await unit.desk_views.get(by.person_id)
            named = await unit.proposals.find(reference_in(words))
            said = " ".join(words.split())[:LONGEST_WORDS]
            filters = left.filters.model_copy(update={"words": said, "tray": Tray.ALL})
            if named is not None:
                filters = left.filters
            now_left = DeskView(person_id=by.person_id, filters=filters)
            await unit.desk_views.save(now_left)
            unit.came_to("desk_case" if named else "desk", named.id if named else 0)
        return named or await self._found(by, now_left)

    async def again(self, by: Actor) -> Queue:
        """The list as it was left; remembers nothing.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            left = await _left(view, by)
        return await self._found(by, left)

    async def next_due(self, by: Actor, after: ProposalId | None = None) -> tuple[Proposal | None, bool]:
        """The most urgent proposal besides the one in hand, and whether it is late.

        Where none is late, the one with the nearest date; None where none waits.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        now = self._clock.now()
        async with self._database.view() as view:
            late = await view.desk.next_due(now, after=after)
            if late is not None:
                return late, True
            return await view.desk.next_due(now, after=after, is_late=False), False

    async def first(self, by: Actor, limit: int) -> Sequence[Proposal]:
        """The first so many of the list that the member has left.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            filters = (await _left(view, by)).filters
            looking = await self._looking(view, by, filters)
            return await view.desk.proposals(filters, looking, limit=limit)

    async def each(
        self, by: Actor, filters: Filters, *, states: Sequence[ProposalState] = ()
    ) -> AsyncIterator[Proposal]:
        """Everything that is found, in the order of receipt, from one snapshot.

        Args:
            by: who asks.
            filters: what it is narrowed down to.
            states: only proposals in these, where there are any.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            looking = await self._looking(view, by, filters)
            async for proposal in view.desk.each(filters, replace(looking, states=states)):
                yield proposal

    async def hand_out(
        self, by: Actor, filters: Filters, *, states: Sequence[ProposalState] = ()
    ) -> Sequence[Proposal]:
        """Everything that `each` finds, with names and contacts; the log says so.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        found = [proposal async for proposal in self.each(by, filters, states=states)]
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.audit.add(
                by, Verb.EXPORTED, Noun.EXPORT, "list", now=self._clock.now(), count=len(found)
            )
        return found

    async def _show(self, by: Actor, left: DeskView) -> Queue:
        """Remember how the desk is left. Done twice it comes to the same, so that it is no change of its own."""
        left = left.model_copy(update={"asked_at": None})
        queue = await self._found(by, left)
        left = left.model_copy(update={"page": queue.listed.page.at})
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.desk_views.save(left)
        return queue

    async def _waits(self, person_id: PersonId) -> bool:
        async with self._database.view() as view:
            return (await view.desk_views.get(person_id)).waits(self._clock.now())

    async def _found(self, by: Actor, left: DeskView) -> Queue:
        filters = left.filters
        async with self._database.view() as view:
            looking = await self._looking(view, by, filters)
            total = await view.desk.count(filters, looking)
            shown = Page.of(left.page, total, PAGE)
            found = await view.desk.proposals(filters, looking, limit=shown.size, offset=shown.start)
        return Queue(Listed(found, total, shown), filters, left.waits(self._clock.now()))

    async def _looking(self, view: View, by: Actor, filters: Filters) -> Looking:
        now = self._clock.now()
        if not filters.words:
            return Looking(by.person_id, now)
        weights, least = await self._searches.weigh(view, filters.words)
        return Looking(by.person_id, now, weights, least)


async def _left(view: View, by: Actor) -> DeskView:
    assert by.person_id is not None
    return await view.desk_views.get(by.person_id)
