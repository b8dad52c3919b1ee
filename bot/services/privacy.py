"""Personal data: handed out and erased at the person's word."""

import json
from datetime import datetime

from bot.domain.clock import Clock
from bot.domain.people import PersonId
from storage import Database


class PrivacyService:
    """Verbs on a person's own data."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def export(self, person_id: PersonId) -> bytes:
        """Everything kept about the person: a JSON document, UTF-8, table by table."""
        async with self._database.view() as view:
            rows = await view.personal.export(person_id)
        for draft in rows["drafts"]:
            draft["answers"] = json.loads(draft["answers"])
            draft["parts"] = json.loads(draft["parts"])
        for proposal in rows["proposals"]:
            proposal["ogp_values"] = json.loads(proposal["ogp_values"])
        for asked in rows["asked"]:
            asked["offered"] = json.loads(asked["offered"])
        for update in rows["inbox"]:
            update["payload"] = json.loads(update["payload"]) if update["payload"] else None
        document = {"exported_at": self._now().isoformat(), "person_id": person_id, **rows}
        return json.dumps(document, ensure_ascii=False, indent=2).encode()

    async def erase(self, person_id: PersonId, *, with_proposals: bool) -> None:
        """Erase the person from every table, for good.

        Args:
            person_id: who asks.
            with_proposals: whether proposals that are not decided yet are withdrawn and their texts erased
                too. Otherwise they stay in the process without name and contact.
        """
        async with self._database.unit() as unit:
            if with_proposals:
                await unit.proposals.withdraw_all_of(person_id, now=self._now())
            await unit.endorsements.delete_all_of(person_id)
            await unit.personal.erase(person_id)
            unit.came_to("erased")
        await self._database.forget()

    def _now(self) -> datetime:
        return self._clock.now()
