"""Gatherings: meetings that the secretariat names, and the proposals that it enters from them for their authors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.consultations import ConsultationClosed
from bot.domain.drafts import Draft, DraftId, DraftUnknown, Step
from bot.domain.gatherings import PAPER_CONSENT, Gathering, GatheringId
from bot.domain.limits import SameProposal
from bot.domain.people import Actor, Role
from bot.domain.proposals import Proposal, ProposalId
from bot.services.claims import ClaimsService
from bot.services.content.live import LiveContent
from bot.services.drafts import Changed, revision_of, theirs
from bot.services.file_problems import FileInvalid, FileProblem
from bot.services.proposal_files import NewEntry, Reader, read_file
from bot.services.proposals import ProposalsService
from storage import Database, UnitOfWork

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
        content: what there is to choose from.
        proposals: takes in what was entered.
        claims: hands out the codes.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        content: LiveContent,
        *,
        proposals: ProposalsService,
        claims: ClaimsService,
    ) -> None:
        self._content = content
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

    async def read(self, path: Path, by: Actor, *, language: str, zone: ZoneInfo) -> Sequence[NewEntry]:
        """The proposals of a file, checked against what is open and offered now.

        Args:
            path: the file.
            by: who takes it in.
            language: of proposals that do not say theirs.
            zone: where today ends.

        Raises:
            NotAllowed: the actor is no officer.
            FileInvalid: with all problems of the file.
        """
        by.require(Role.OFFICER)
        now, knowledge = self._clock.now(), self._content.knowledge
        async with self._database.view() as view:
            listed = await view.consultations.list()
        reader = Reader(
            today=now.astimezone(zone).date(),
            language=language,
            languages=knowledge.languages,
            open={one.slug: (one.id, one.kind) for one in listed if one.is_open(now)},
            topics=knowledge.topics,
            regions=knowledge.regions,
        )
        return read_file(path, reader)

    async def take_in(self, entries: Sequence[NewEntry], by: Actor) -> Sequence[Entered]:
        """Take proposals from a file, all of them or none; one that was taken before comes without its code.

        Raises:
            NotAllowed: the actor is no officer.
            FileInvalid: some cannot be taken any more: their text is there already, the consultation has closed.
        """

        async def work(unit: UnitOfWork) -> Sequence[Entered]:
            await unit.staff.require(by, Role.OFFICER)
            problems: list[FileProblem] = []
            taken: list[Entered] = []
            for entry in entries:
                try:
                    taken.append(await self._take_in(unit, entry, by))
                except SameProposal:
                    problems.append(FileProblem(entry.line, "title", "paper-same-text"))
                except ConsultationClosed:
                    problems.append(FileProblem(entry.line, "consultation", "paper-consultation"))
            if problems:
                raise FileInvalid(problems)
            return taken

        return await self._database.visit(work)

    async def _take_in(self, unit: UnitOfWork, entry: NewEntry, by: Actor) -> Entered:
        earlier = await unit.gatherings.entered_as(entry.key)
        if earlier is not None:
            return Entered(await unit.proposals.get(earlier), None)
        now = self._clock.now()
        gathering = await unit.gatherings.add(entry.meeting, entry.held_on, now=now)
        draft = entry.draft(await unit.drafts.reserve(), gathering.id, now=now)
        entered = await self.take(
            unit, draft, by, language=entry.language, now=now, key=entry.key, consent=entry.consent
        )
        await unit.audit.add(by, Verb.IMPORTED, Noun.PROPOSAL, entered.proposal.reference, now=now)
        return entered
