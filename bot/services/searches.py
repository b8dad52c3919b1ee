"""Searching public proposals by words: in any form, with typing errors, in all or in one consultation."""

import asyncio
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.clock import Clock
from bot.domain.consultations import ConsultationId
from bot.domain.paging import Page
from bot.domain.people import PersonId
from bot.domain.searches import KEPT, LONGEST, PATIENCE, Search, SearchId, SearchUnknown
from bot.services.content.live import LiveContent
from bot.services.desk import PAGE, Listed
from bot.services.weights import weighed
from storage import Database, View

#: A proposal is found where such a share of what was asked stands in it, by weight.
COVERED = 0.3
#: A word of so many letters is not mended; one slip up to the next length, then two.
SHORT, LONG = 4, 7
_REFERENCE = re.compile(r"\b[A-Za-z]{1,10}-\d{4}-\d{1,10}\b")


@dataclass(frozen=True)
class Found:
    """What a search has found, a page of it."""

    search: Search
    listed: Listed


class SearchesService:
    """Verbs on searches.

    Args:
        database: where the proposals' words are.
        clock: the time.
        content: the search of the content, which brings words to their base forms.
    """

    def __init__(self, database: Database, clock: Clock, content: LiveContent) -> None:
        self._database = database
        self._clock = clock
        self._content = content

    async def begin(self, person_id: PersonId, consultation_id: ConsultationId | None = None) -> Search:
        """Take the person's next message for the words; what is being written is put aside.

        Raises:
            ConsultationUnknown: no such consultation.
        """
        async with self._database.unit() as unit:
            if consultation_id is not None:
                await unit.consultations.get(consultation_id)
            await unit.letters.put_aside(person_id)
            await unit.drafts.put_aside(person_id)
            await unit.searches.turn_away(person_id)
            now = self._clock.now()
            search = await unit.searches.add(
                Search(person_id=person_id, consultation_id=consultation_id, asked_at=now)
            )
            await unit.searches.forget(person_id, but=KEPT)
            unit.came_to("search", search.id)
        return search

    async def waiting(self, person_id: PersonId) -> Search | None:
        """The search that takes the next message, or None."""
        async with self._database.view() as view:
            search = await view.searches.waiting(person_id)
        if search is None or self._clock.now() - search.asked_at > PATIENCE:
            return None
        return search

    async def end(self, person_id: PersonId) -> bool:
        """Wait for no words any more; False where none were waited for."""
        if await self.waiting(person_id) is None:
            return False
        async with self._database.unit() as unit:
            unit.came_to("search_ended")
            return await unit.searches.turn_away(person_id)

    async def look(self, person_id: PersonId, words: str) -> Found | Search:
        """Take a message for the words of the search that waits for them.

        Returns:
            What it finds; or the search, which waits on where the message has no words.

        Raises:
            SearchUnknown: none waits.
        """
        async with self._database.unit() as unit:
            search = await unit.searches.waiting(person_id)
            if search is None:
                raise SearchUnknown
            await unit.searches.give(search.id, " ".join(words.split())[:LONGEST])
            unit.came_to("search", search.id)
        return await self.page(person_id, search.id, 0)

    async def page(self, person_id: PersonId, search_id: SearchId, page: int) -> Found | Search:
        """A page of what a search finds now; or the search, where it still waits for its words.

        Raises:
            SearchUnknown: it is not kept any more, or was never theirs.
        """
        async with self._database.view() as view:
            search = await view.searches.get(search_id, person_id)
        return await self._found(search, page) if search.words else search

    async def weigh(self, view: View, words: str) -> tuple[Mapping[str, float], float]:
        """The words that are looked for with what each weighs, and how much of that stands in what is found."""
        known = await self._known(view, self._content.answers.words_asked(words))
        weights = weighed(known, await view.words.counts(known), await view.words.total())
        return weights, COVERED * sum(weights.values())

    async def _found(self, search: Search, page: int) -> Found:
        async with self._database.view() as view:
            named = await view.proposals.find(reference_in(search.words))
            if named is not None and named.is_public:
                return Found(search, Listed([named], 1, Page.of(0, 1, PAGE)))
            weights, least = await self.weigh(view, search.words)
            total = (
                await view.words.count_close(weights, least=least, consultation_id=search.consultation_id)
                if weights
                else 0
            )
            shown = Page.of(page, total, PAGE)
            closest = (
                await view.words.closest(
                    weights,
                    least=least,
                    consultation_id=search.consultation_id,
                    limit=shown.size,
                    offset=shown.start,
                )
                if total
                else []
            )
            found = [await view.proposals.get(proposal_id) for proposal_id in closest]
        return Found(search, Listed(found, total, shown))

    async def _known(self, view: View, asked: Collection[str]) -> Collection[str]:
        """The words that stand in proposals; for one that stands in none, the one that it was meant to be."""
        counts = await view.words.counts(asked)
        unknown = sorted(word for word in asked if word not in counts and len(word) >= SHORT)
        if not unknown:
            return counts.keys()
        vocabulary = await view.words.vocabulary()
        mended = await asyncio.to_thread(lambda: [_nearest(word, vocabulary) for word in unknown])
        return {*counts, *(word for word in mended if word)}


def reference_in(words: str) -> str:
    """The reference that stands among the words, in whatever case; "" where none does."""
    written = _REFERENCE.search(words)
    return written[0] if written else ""


def _nearest(word: str, vocabulary: Sequence[str]) -> str | None:
    slips = 1 if len(word) < LONG else 2
    found = process.extractOne(word, vocabulary, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else None
