"""Personal data: handed out and erased at the person's word."""

import json
from datetime import datetime

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import ChangedBy, ProposalState
from bot.services.life import LifeService
from storage import Database


class PrivacyService:
    """Verbs on a person's own data.

    Args:
        database: where it is kept.
        clock: the time.
        life: takes proposals back.
    """

    def __init__(self, database: Database, clock: Clock, *, life: LifeService) -> None:
        self._life = life
        self._database = database
        self._clock = clock

    async def export(self, person_id: PersonId, *, by: Actor | None = None) -> bytes:
        """Everything kept about the person: a JSON document, UTF-8, table by table.

        Args:
            person_id: whose.
            by: who asks, where it is not the person.
        """
        if by is not None:
            await self._log(by, Verb.EXPORTED, person_id)
        async with self._database.view() as view:
            rows = await view.personal.export(person_id)
        for draft in rows["drafts"]:
            draft["answers"] = json.loads(draft["answers"])
            draft["parts"] = json.loads(draft["parts"])
        for proposal in rows["proposals"]:
            proposal["ogp_values"] = json.loads(proposal["ogp_values"])
            proposal["versions"] = json.loads(proposal["versions"])
        for subscription in rows["subscriptions"]:
            for chosen in ("topics", "regions", "consultations", "commitments"):
                subscription[chosen] = json.loads(subscription[chosen])
        for asked in rows["asked"]:
            asked["offered"] = json.loads(asked["offered"])
        for update in rows["inbox"]:
            update["payload"] = json.loads(update["payload"]) if update["payload"] else None
        document = {"exported_at": self._now().isoformat(), "person_id": person_id, **rows}
        return json.dumps(document, ensure_ascii=False, indent=2).encode()

    async def erase(self, person_id: PersonId, *, with_proposals: bool, by: Actor | None = None) -> None:
        """Erase the person from every table, for good.

        Args:
            person_id: who asks.
            with_proposals: whether proposals that are not decided yet are withdrawn and their texts erased
                too. Otherwise they stay in the process without name and contact.
            by: who erases, where it is not the person; the log does not say whom.
        """
        async with self._database.unit() as unit:
            if with_proposals:
                for proposal in await unit.proposals.by(person_id):
                    if proposal.can_be_withdrawn:
                        await self._life.change(
                            unit,
                            proposal,
                            ProposalState.WITHDRAWN,
                            actor=Actor(person_id=person_id),
                            side=ChangedBy.AUTHOR,
                        )
            await unit.endorsements.delete_all_of(person_id)
            if by is not None:
                await unit.audit.add(by, Verb.ERASED, Noun.PERSON, now=self._now())
            await unit.personal.erase(person_id)
            unit.came_to("erased")
        await self._database.forget()

    async def _log(self, by: Actor, verb: Verb, person_id: PersonId) -> None:
        async with self._database.unit(bookkeeping=True) as unit:
            if await unit.people.find(person_id) is not None:
                await unit.audit.add(by, verb, Noun.PERSON, now=self._now(), person_id=person_id)

    def _now(self) -> datetime:
        return self._clock.now()
