"""Restoring: what people have taken back since a copy was made is taken back in it again."""

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.people import Actor
from bot.domain.proposals import ChangedBy, ProposalState
from bot.services.life import LifeService
from bot.services.privacy import PrivacyService
from storage import Database
from storage.meanwhile import Meanwhile


class RestoresService:
    """Verbs on a copy that is to become the database.

    Args:
        database: the copy, open.
        clock: the time.
        life: withdraws proposals.
        privacy: erases people.
    """

    def __init__(
        self, database: Database, clock: Clock, *, life: LifeService, privacy: PrivacyService
    ) -> None:
        self._database = database
        self._clock = clock
        self._life = life
        self._privacy = privacy

    async def take_back(self, since: Meanwhile | None) -> None:
        """Withdraw and erase once more what was withdrawn and erased since; remember that it was restored."""
        for reference in since.withdrawn if since else ():
            async with self._database.unit(bookkeeping=True) as unit:
                proposal = await unit.proposals.find(reference)
                if proposal is None or proposal.author_id is None or not proposal.can_be_withdrawn:
                    continue
                author = Actor(person_id=proposal.author_id)
                await self._life.change(
                    unit, proposal, ProposalState.WITHDRAWN, actor=author, side=ChangedBy.AUTHOR
                )
        for person_id in since.erased if since else ():
            await self._privacy.erase(person_id, with_proposals=False)
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.audit.add(Actor.operator(), Verb.RESTORED, Noun.DATABASE, now=self._clock.now())
