"""Proposals: submitted once from a draft, corrected, found again by their authors and by the secretariat."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.attachments import removed_by
from bot.domain.clock import Clock
from bot.domain.draft_texts import author_of, text_of
from bot.domain.drafts import Draft, DraftId, DraftIncomplete, DraftUnknown, Step
from bot.domain.gatherings import NOT_IN_CHAT
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import (
    CONSENT_VERSION,
    ChangedBy,
    ChangeId,
    ChangeImpossible,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
    ProposalUnknown,
)
from bot.domain.workdays import ReplyTerm
from bot.services.content.live import LiveContent
from bot.services.desk import log_look
from bot.services.draft_steps import files_of
from bot.services.drafts import Changed, DraftsService, revision_of, theirs
from bot.services.limits import Limits
from bot.services.questions import Secretariat
from bot.services.receipts import ReceiptsService
from bot.services.similar import SimilarService
from storage import Database, UnitOfWork, View


class ProposalsService(DraftsService):
    """Verbs on proposals, and on the drafts that become them.

    Args:
        database: where they are kept.
        clock: the time.
        content: what there is to choose from.
        zone: the zone whose year stands in a reference.
        prefix: the country or city in a reference (`UA`).
        receipts: where it is written down what came.
        limits: what one person may submit.
        reply_term: until when the secretariat is to respond.
        staff: whom to tell of a proposal.
        similar: by which words a proposal is found.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        content: LiveContent,
        *,
        zone: ZoneInfo,
        prefix: str,
        receipts: ReceiptsService,
        limits: Limits,
        reply_term: ReplyTerm,
        staff: Secretariat,
        similar: SimilarService,
    ) -> None:
        super().__init__(database, clock, content)
        self._zone = zone
        self._prefix = prefix
        self._receipts = receipts
        self._limits = limits
        self._reply_term = reply_term
        self._similar = similar
        self._staff = staff

    async def ready(self, person_id: PersonId, draft_id: DraftId, *, revision: str) -> Draft | Changed:
        """The person's draft, if it can be submitted as it is and is what they have checked.

        Raises:
            CivicError: it cannot be submitted, as `DraftsService.ready` and `submit` say; the draft is kept.
        """
        draft = await super().ready(person_id, draft_id, revision=revision)
        if isinstance(draft, Draft):
            async with self._database.view() as view:
                if draft.proposal_id is not None:
                    await _corrected(view, draft)
                await self._limits.check(view, draft, text_of(draft), now=self._clock.now())
        return draft

    async def submit(
        self, person_id: PersonId, draft_id: DraftId, *, revision: str, language: str
    ) -> Proposal | Changed:
        """Turn a complete draft into a proposal, or into the next version of the one that it corrects.

        Pressed again, it returns the same proposal.

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
            ChangeImpossible: what it corrects is being looked at by now; the draft is kept.
            PersonBlocked, TooManyLinks, SameProposal, TooManyProposals: a limit; the draft is kept.
        """
        async with self._database.unit() as unit:
            now = self._clock.now()  # in here: no receipt may come into a day that is closed already
            earlier = await unit.proposals.find_by_draft(draft_id)
            if earlier is not None:
                if earlier.author_id != person_id:
                    raise DraftUnknown
                unit.came_to("proposal", earlier.id)
                return earlier
            draft = await theirs(unit, person_id, draft_id)
            if draft.is_for_other:  # `GatheringsService.enter` takes it
                raise DraftUnknown
            if revision_of(draft) != revision:
                at_preview = draft.model_copy(update={"step": Step.PREVIEW, "returns": False})
                return Changed(await self.hold(unit, at_preview))
            if draft.proposal_id is None:
                proposal = await self.receive(unit, draft, language=language, now=now)
            else:
                proposal = await self._correct(unit, draft, now=now)
            await unit.drafts.delete(draft.id)
            unit.came_to("proposal", proposal.id)
        return proposal

    async def receive(
        self, unit: UnitOfWork, draft: Draft, *, language: str, now: datetime, by: Actor | None = None
    ) -> Proposal:
        """Make a complete draft a proposal, in the caller's transaction; the draft itself stays the caller's.

        Args:
            unit: the transaction.
            draft: what is submitted.
            language: of what is written.
            now: read inside the transaction.
            by: the officer who enters it for an author who is not in the chat; None for one's own.

        Raises:
            CivicError: it cannot be submitted, as `submit` says.
        """
        text, author_id = text_of(draft), draft.person_id if by is None else None
        consultation = await self.consultation_of(unit, draft)
        await self._limits.check(unit, draft, text, now=now)
        files = [file.sha256 for file in await unit.attachments.of_draft(draft.id)]
        year = now.astimezone(self._zone).year
        number = await unit.proposals.next_number(year)
        proposal = Proposal(
            **text.model_dump(),
            **author_of(draft),
            id=ProposalId(0),
            reference=f"{self._prefix}-{year}-{number:04d}",
            draft_id=draft.id,
            author_id=author_id,
            consultation_id=draft.consultation_id,
            consultation=consultation.slug if consultation else None,
            consultation_kind=consultation.kind if consultation else None,
            state=ProposalState.RECEIVED,
            language=language,
            consent_version=CONSENT_VERSION if by is None else NOT_IN_CHAT,
            content_hash=text.fingerprint(files),
            reply_by=self._reply_term(now),
            submitted_at=now,
            updated_at=now,
        )
        proposal = proposal.model_copy(update={"id": await unit.proposals.add(proposal)})
        await unit.changes.add(
            ProposalChange(
                id=ChangeId(0),
                proposal_id=proposal.id,
                was=None,
                became=ProposalState.RECEIVED,
                actor=ChangedBy.AUTHOR if by is None else ChangedBy.STAFF,
                actor_id=author_id if by is None else by.person_id,
                changed_at=now,
            )
        )
        await self._keep(unit, draft, proposal, now=now)
        await self._staff.tell(unit, NoticeKind.PROPOSAL_RECEIVED, proposal.id, now=now)
        return proposal

    async def _correct(self, unit: UnitOfWork, draft: Draft, *, now: datetime) -> Proposal:
        """The next version of a proposal that nobody looks at yet; what was there stays in its history."""
        proposal, text = await _corrected(unit, draft), text_of(draft)
        if draft.missing:
            raise DraftIncomplete
        await self._limits.check(unit, draft, text, now=now)
        files = [file.sha256 for file in await files_of(unit, draft)]
        for attachment_id in removed_by(draft.answers.get(Step.ATTACHMENTS, "")):
            await unit.attachments.take_out(attachment_id, proposal_id=proposal.id)
        corrected = proposal.model_copy(
            update={
                **dict(text),
                **author_of(draft),
                "content_hash": text.fingerprint(files),
                "version": proposal.version + 1,
                "updated_at": now,
            }
        )
        await unit.proposals.save(corrected)
        await self._keep(unit, draft, corrected, now=now)
        return corrected

    async def _keep(self, unit: UnitOfWork, draft: Draft, proposal: Proposal, *, now: datetime) -> None:
        """What every version leaves behind: itself, its files and its receipt."""
        await unit.attachments.submit(draft.id, proposal.id)
        await unit.changes.add_version(proposal, draft_id=draft.id)
        await self._receipts.write(unit, proposal, now=now)
        await unit.words.replace(proposal.id, self._similar.words_of(proposal))

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

    async def look(self, reference: str, by: Actor) -> Proposal:
        """The same for who reads it; where its author is named, the log says who has.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ProposalUnknown: no such reference.
        """
        proposal = await self.find(reference, by)
        await log_look(self._database, proposal, by, now=self._clock.now())
        return proposal


async def _corrected(view: View, draft: Draft) -> Proposal:
    """The proposal that the draft corrects, if its author still may.

    Raises:
        ProposalUnknown: it is not theirs.
        ChangeImpossible: somebody looks at it by now, or it was withdrawn.
    """
    proposal = await view.proposals.get(ProposalId(draft.proposal_id or 0))
    if proposal.author_id != draft.person_id:
        raise ProposalUnknown
    if not proposal.can_be_edited:
        raise ChangeImpossible(state=proposal.state, wanted=proposal.state)
    return proposal
