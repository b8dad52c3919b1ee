"""Gatherings: meetings that the secretariat names, and the proposals that it enters from them for their authors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.drafts import Draft, DraftId, DraftUnknown, Step
from bot.domain.gatherings import PAPER_CONSENT, Gathering, GatheringId, GatheringUnclear, named_in
from bot.domain.letters import Letter, LetterId, Purpose
from bot.domain.people import Actor, Role
from bot.domain.proposals import Proposal, ProposalId
from bot.services.claims import ClaimsService
from bot.services.drafts import Changed, revision_of, theirs
from bot.services.letters import About, Correspondence, Sent
from bot.services.proposals import ProposalsService
from storage import Database, UnitOfWork, View

#: The latest gatherings that are offered.
OFFERED = 8


@dataclass(frozen=True)
class Entered:
    """A proposal that was entered.

    Attributes:
        code: what its author is to be handed; None where that was told before, for it is kept nowhere.
    """

    proposal: Proposal
    code: str | None


class GatheringsService:
    """Verbs on gatherings.

    Args:
        database: where they are kept.
        clock: the time.
        proposals: takes in what was entered.
        claims: hands out the codes.
    """

    def __init__(
        self, database: Database, clock: Clock, *, proposals: ProposalsService, claims: ClaimsService
    ) -> None:
        self._database = database
        self._clock = clock
        self._proposals = proposals
        self._claims = claims

    async def latest(self, by: Actor) -> Sequence[Gathering]:
        """The latest gatherings.

        Raises:
            NotAllowed: the actor is no officer.
        """
        async with self._database.view() as view:
            await view.staff.require(by, Role.OFFICER)
            return await view.gatherings.list(limit=OFFERED)

    async def get(self, gathering_id: GatheringId, by: Actor) -> Gathering:
        """One gathering.

        Raises:
            NotAllowed: the actor is no officer.
            GatheringUnknown: no such gathering.
        """
        async with self._database.view() as view:
            await view.staff.require(by, Role.OFFICER)
            return await view.gatherings.get(gathering_id)

    async def of(self, proposal_id: ProposalId, by: Actor) -> Gathering | None:
        """The gathering from which a proposal was entered, or None.

        Raises:
            NotAllowed: the actor is no officer.
        """
        async with self._database.view() as view:
            await view.staff.require(by, Role.OFFICER)
            return await view.gatherings.of(proposal_id)

    async def begin(self, gathering_id: GatheringId, by: Actor) -> Draft:
        """Begin to write down a proposal from a gathering.

        Raises:
            NotAllowed: the actor is no officer.
            GatheringUnknown: no such gathering.
            TooManyDrafts: the officer keeps as many drafts as one may.
        """
        await self.get(gathering_id, by)
        assert by.person_id is not None
        return await self._proposals.begin(by.person_id, gathering_id=gathering_id)

    async def ready(self, draft_id: DraftId, by: Actor, *, revision: str) -> Draft | Changed:
        """The officer's draft, if it can be entered as it is and is what they have checked.

        Raises:
            NotAllowed: the actor is no officer.
            CivicError: it cannot be entered, as `ProposalsService.ready` says; the draft is kept.
        """
        by.require(Role.OFFICER)
        assert by.person_id is not None
        draft = await self._proposals.ready(by.person_id, draft_id, revision=revision)
        if isinstance(draft, Draft) and not draft.is_for_other:
            raise DraftUnknown
        return draft

    async def enter(self, draft_id: DraftId, by: Actor, *, revision: str, language: str) -> Entered | Changed:
        """Enter a complete draft for its author, who has signed the text of `PAPER_CONSENT`.

        Pressed again, it returns the same proposal, without the code.

        Args:
            draft_id: which draft; the key against repeats.
            by: the officer who has seen the signature.
            revision: the draft's `revision_of` at the preview.
            language: of what is written.

        Raises:
            NotAllowed: the actor is no officer.
            CivicError: it cannot be entered, as `ProposalsService.submit` says; the draft is kept.
        """
        assert by.person_id is not None
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            now = self._clock.now()  # in here: no receipt may come into a day that is closed already
            earlier = await unit.proposals.find_by_draft(draft_id)
            if earlier is not None:
                if not earlier.is_entered:
                    raise DraftUnknown
                unit.came_to("entered", earlier.id)
                return Entered(earlier, None)
            draft = await theirs(unit, by.person_id, draft_id)
            if not draft.is_for_other:
                raise DraftUnknown
            if revision_of(draft) != revision:
                at_preview = draft.model_copy(update={"step": Step.PREVIEW, "returns": False})
                return Changed(await self._proposals.hold(unit, at_preview))
            entered = await self.take(unit, draft, by, language=language, now=now)
            await unit.audit.add(by, Verb.ENTERED, Noun.PROPOSAL, entered.proposal.reference, now=now)
            await unit.drafts.delete(draft.id)
            unit.came_to("entered", entered.proposal.id)
        return entered

    async def take(
        self,
        unit: UnitOfWork,
        draft: Draft,
        by: Actor,
        *,
        language: str,
        now: datetime,
        key: str | None = None,
        consent: int = PAPER_CONSENT,
    ) -> Entered:
        """Make a complete draft a proposal of nobody's in the chat, with its code, in the caller's transaction.

        Args:
            unit: the transaction.
            draft: of a gathering.
            by: who enters it.
            language: of what is written.
            now: read inside the transaction.
            key: what the file that it comes from calls it.
            consent: which text its author has signed.
        """
        assert draft.gathering_id is not None
        proposal = await self._proposals.receive(unit, draft, language=language, now=now, by=by)
        await unit.gatherings.hand_over(proposal.id, None)
        await unit.gatherings.enter(
            proposal.id, draft.gathering_id, consent_version=consent, now=now, key=key
        )
        code = await self._claims.issue(unit, proposal.id, now=now)
        return Entered(await unit.proposals.get(proposal.id), code)


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
