"""Proposals: submitted once from a draft, found again by their authors and by the secretariat."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.clock import Clock
from bot.domain.drafts import DraftId, DraftUnknown, Step
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import CONSENT_VERSION, Proposal, ProposalId, ProposalState, ProposalUnknown
from bot.services.drafts import Changed, DraftsService, revision_of, theirs
from storage import Database


class ProposalsService(DraftsService):
    """Verbs on proposals, and on the drafts that become them.

    Args:
        database: where they are kept.
        clock: the time.
        zone: the zone whose year stands in a reference.
        prefix: the country or city in a reference (`UA`).
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo, prefix: str) -> None:
        super().__init__(database, clock)
        self._zone = zone
        self._prefix = prefix

    async def submit(
        self, person_id: PersonId, draft_id: DraftId, *, revision: str, language: str
    ) -> Proposal | Changed:
        """Turn a complete draft into a proposal. Pressed again, it returns the same proposal.

        Args:
            person_id: the author, who has agreed to the text of `CONSENT_VERSION`.
            draft_id: which draft; the key against repeats.
            revision: its `revision_of` at the preview that the author has agreed to; what was changed since is
                shown again first.
            language: the language of the author's screens.

        Raises:
            DraftUnknown: no such draft of this person's.
            DraftIncomplete: an answer is missing or too long.
            DraftOutlived: the consultation has closed meanwhile; the draft is kept.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            earlier = await unit.proposals.find_by_draft(draft_id)
            if earlier is not None:
                if earlier.author_id != person_id:
                    raise DraftUnknown
                unit.came_to("proposal", earlier.id)
                return earlier
            draft = await theirs(unit, person_id, draft_id)
            if revision_of(draft) != revision:
                at_preview = draft.model_copy(update={"step": Step.PREVIEW, "returns": False})
                return Changed(await self._save(unit, at_preview))
            consultation = await self.consultation_of(unit, draft)
            year = now.astimezone(self._zone).year
            number = await unit.proposals.next_number(year)
            proposal = Proposal(
                id=ProposalId(0),
                reference=f"{self._prefix}-{year}-{number:04d}",
                draft_id=draft.id,
                author_id=person_id,
                consultation_id=draft.consultation_id,
                consultation=consultation.slug if consultation else None,
                state=ProposalState.RECEIVED,
                title=draft.answers[Step.TITLE],
                problem=draft.answers[Step.PROBLEM],
                solution=draft.answers[Step.SOLUTION],
                contact=draft.answers.get(Step.CONTACT, ""),
                language=language,
                consent_version=CONSENT_VERSION,
                submitted_at=now,
                updated_at=now,
            )
            proposal = proposal.model_copy(update={"id": await unit.proposals.add(proposal)})
            await unit.drafts.delete(draft.id)
            unit.came_to("proposal", proposal.id)
        return proposal

    async def mine(self, person_id: PersonId) -> Sequence[Proposal]:
        """The person's own proposals, newest first."""
        async with self._database.view() as view:
            return await view.proposals.by(person_id)

    async def own(self, person_id: PersonId, proposal_id: ProposalId) -> Proposal:
        """One of the person's own proposals.

        Raises:
            ProposalUnknown: no such proposal, or somebody else's.
        """
        async with self._database.view() as view:
            proposal = await view.proposals.get(proposal_id)
        if proposal.author_id != person_id:
            raise ProposalUnknown
        return proposal

    async def find(self, reference: str, by: Actor) -> Proposal:
        """A proposal by its reference, for the secretariat.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ProposalUnknown: no such reference.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            proposal = await view.proposals.find(reference)
        if proposal is None:
            raise ProposalUnknown
        return proposal

    async def each(
        self,
        by: Actor,
        *,
        states: Sequence[ProposalState] = (),
        consultation: str | None = None,
        since: datetime | None = None,
    ) -> AsyncIterator[Proposal]:
        """Every proposal that fits, in the order of receipt, one at a time and from one snapshot.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            found = view.proposals.each(states=states, consultation=consultation, since=since)
            async for proposal in found:
                yield proposal
