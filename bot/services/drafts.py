"""Drafts: proposals being written, in rows that outlive any crash: begun, put aside, taken up, thrown away."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.attachments import Attachment
from bot.domain.consultations import Consultation, ConsultationClosed, ConsultationId, ConsultationKind
from bot.domain.draft_texts import answers_of
from bot.domain.drafts import (
    MOST_DRAFTS,
    Draft,
    DraftId,
    DraftIncomplete,
    DraftOutlived,
    Step,
    TooManyDrafts,
)
from bot.domain.gatherings import Gathering, GatheringId
from bot.domain.people import PersonId
from bot.domain.proposals import (
    CONSENT_VERSION,
    ChangeImpossible,
    Proposal,
    ProposalId,
    ProposalState,
    ProposalUnknown,
)
from bot.domain.questions import ATTENTION
from bot.services.draft_steps import DraftSteps, files_of, theirs
from storage import UnitOfWork, View


@dataclass(frozen=True)
class Changed:
    """What comes instead of consent or receipt: the draft is not what its author has checked.

    Attributes:
        draft: as it is now, back at its preview.
    """

    draft: Draft


@dataclass(frozen=True)
class Around:
    """What a draft's screens show besides the draft.

    Attributes:
        consultation: the one that it answers; None for "at any time".
        is_outlived: whether that takes nothing any more.
        open: the consultations that it might answer.
        files: what is attached, also to the proposal that it corrects, without what is taken out.
        corrects: that proposal; None for a new one.
        unasked: steps that the content has nothing to offer for.
        gathering: the meeting from which it is entered; None for one's own.
    """

    consultation: Consultation | None
    is_outlived: bool
    open: Sequence[Consultation]
    files: Sequence[Attachment]
    corrects: Proposal | None
    unasked: frozenset[Step]
    gathering: Gathering | None = None


class DraftsService(DraftSteps):
    """Verbs on whole drafts."""

    async def draft_of(self, person_id: PersonId) -> Draft | None:
        """The proposal that the person has in hand, or else wrote on last, or None."""
        async with self._database.view() as view:
            return await view.drafts.find(person_id)

    async def drafts_of(self, person_id: PersonId) -> Sequence[Draft]:
        """Everything that the person is writing, the draft in hand first, then what they wrote on last.

        A draft that has nothing in it yet is not among them; one that corrects a proposal is.
        """
        async with self._database.view() as view:
            return [draft for draft in await view.drafts.by(person_id) if draft.answers]

    async def all_of(self, person_id: PersonId) -> Sequence[Draft]:
        """The same, with one that has nothing in it yet."""
        async with self._database.view() as view:
            return await view.drafts.by(person_id)

    async def around(self, draft: Draft) -> Around:
        """What the draft's screens show besides it."""
        now = self._clock.now()
        async with self._database.view() as view:
            consultation = (
                await view.consultations.get(draft.consultation_id) if draft.consultation_id else None
            )
            corrects = await view.proposals.get(ProposalId(draft.proposal_id)) if draft.proposal_id else None
            files = await files_of(view, draft)
            gathering = await view.gatherings.get(draft.gathering_id) if draft.gathering_id else None
            open_now = [one for one in await view.consultations.list() if one.is_open(now)]
        is_outlived = corrects is None and consultation is not None and not consultation.is_open(now)
        return Around(consultation, is_outlived, open_now, files, corrects, self.unasked, gathering)

    async def ready(self, person_id: PersonId, draft_id: DraftId, *, revision: str) -> Draft | Changed:
        """The person's draft, if it can be submitted as it is and is what they have checked.

        Args:
            person_id: whose.
            draft_id: which.
            revision: its `revision_of` at the preview; empty where that is not known.

        Raises:
            DraftUnknown: it was submitted, discarded, or never theirs.
            DraftIncomplete: an answer is missing or too long.
            DraftOutlived: the consultation has closed meanwhile; the draft is kept.
        """
        async with self._database.view() as view:
            draft = await theirs(view, person_id, draft_id)
            await self.consultation_of(view, draft)
        if revision_of(draft) == revision:
            return draft
        return Changed(await self.go_to(person_id, draft_id, Step.PREVIEW, returns=False))

    async def offer(self, person_id: PersonId) -> Sequence[Draft]:
        """Put aside what is in hand; the drafts that one may go on with instead of beginning another."""
        if await self._is_busy(person_id):
            # Bookkeeping: where there is none, the same update begins one.
            async with self._database.unit(bookkeeping=True) as unit:
                await unit.letters.put_aside(person_id)
                await unit.drafts.put_aside(person_id)
        return await self.drafts_of(person_id)

    async def begin(
        self,
        person_id: PersonId,
        consultation_id: ConsultationId | None = None,
        *,
        gathering_id: GatheringId | None = None,
    ) -> Draft:
        """Begin a draft; the one in hand is put aside. Pressed again, the same empty draft is there.

        Args:
            person_id: whose.
            consultation_id: the consultation that it answers; None for "at any time".
            gathering_id: the meeting from which it is entered; the right to that is checked by the caller.

        Raises:
            TooManyDrafts: so many are kept already.
            ConsultationUnknown: no such consultation.
            ConsultationClosed: it takes nothing any more.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            kind = await self._kind_of_open(unit, consultation_id)
            in_hand = await unit.drafts.find(person_id)
            if in_hand is not None and in_hand.is_open and not in_hand.answers and not in_hand.proposal_id:
                update = {"consultation_id": consultation_id, "kind": kind, "gathering_id": gathering_id}
                anew = in_hand.at(Step.TITLE).model_copy(update=update)
                return await self.hold(unit, anew)
            await unit.letters.put_aside(person_id)
            await unit.drafts.put_aside(person_id)
            kept = [draft for draft in await unit.drafts.by(person_id) if draft.proposal_id is None]
            if len(kept) >= MOST_DRAFTS:
                raise TooManyDrafts(most=MOST_DRAFTS)
            update = {"kind": kind, "gathering_id": gathering_id}
            new = _new(person_id, consultation_id, now).model_copy(update=update)
            draft = await unit.drafts.add(new)
            unit.came_to("draft", draft.id)
        return draft

    async def resume(self, person_id: PersonId, draft_id: DraftId | None) -> Draft | None:
        """Take a draft in hand again.

        Args:
            person_id: whose.
            draft_id: which; None for the one written on last.

        Returns:
            The draft; None where the one written on last is wanted and there is none.

        Raises:
            DraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = (
                await unit.drafts.find(person_id)
                if draft_id is None
                else await theirs(unit, person_id, draft_id)
            )
            if draft is None:
                unit.came_to("menu")
                return None
            return await self.hold(unit, draft)

    async def correct(self, person_id: PersonId, proposal_id: ProposalId) -> Draft:
        """Begin to correct a submitted proposal, at its preview, or go on with it.

        Raises:
            ProposalUnknown: no such proposal, or somebody else's.
            ChangeImpossible: the secretariat is looking at it already, or has decided.
        """
        now = self._clock.now()
        async with self._database.unit() as unit:
            proposal = await unit.proposals.get(proposal_id)
            if proposal.author_id != person_id:
                raise ProposalUnknown
            if not proposal.can_be_edited:
                raise ChangeImpossible(state=proposal.state, wanted=ProposalState.RECEIVED)
            draft = await unit.drafts.find_correction(proposal_id)
            if draft is not None:
                return await self.hold(unit, draft)
            await unit.letters.put_aside(person_id)
            await unit.drafts.put_aside(person_id)
            new = _new(person_id, proposal.consultation_id, now)
            filled = {
                "proposal_id": proposal_id,
                "kind": proposal.consultation_kind,
                "step": Step.PREVIEW,
                "answers": answers_of(proposal),
            }
            draft = await unit.drafts.add(new.model_copy(update=filled))
            unit.came_to("draft", draft.id)
        return draft

    async def move(
        self, person_id: PersonId, draft_id: DraftId, consultation_id: ConsultationId | None
    ) -> Draft:
        """Let the draft answer another consultation, or none: it is to be submitted "at any time".

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
            ConsultationUnknown: no such consultation.
            ConsultationClosed: it takes nothing any more.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            if draft.proposal_id is None:  # what was sent stays where it was sent to
                kind = await self._kind_of_open(unit, consultation_id)
                draft = draft.model_copy(update={"consultation_id": consultation_id, "kind": kind})
                draft = draft.at(draft.step, returns=draft.returns, without=self.unasked)
            return await self.hold(unit, draft)

    async def set_aside(self, person_id: PersonId) -> Draft | None:
        """Leave the draft, or the letter, for now: what is typed next is a question again, on a new subject.

        Returns:
            The draft; None where there is none, or nothing was in it: an empty one is not kept.
        """
        if not await self._is_busy(person_id):
            return await self.draft_of(person_id)
        async with self._database.unit() as unit:
            unit.came_to("menu")
            await unit.letters.put_aside(person_id)
            await unit.asked.turn_away(person_id)
            await unit.searches.turn_away(person_id)
            draft = await unit.drafts.find(person_id)
            await unit.drafts.put_aside(person_id)
        return draft if draft is not None and draft.answers else None

    async def discard(self, person_id: PersonId, draft_id: DraftId) -> None:
        """Throw the draft away, for good; pressed again, there is nothing left to throw away."""
        async with self._database.unit() as unit:
            if await unit.drafts.find_any(draft_id) is not None:
                await unit.drafts.delete((await theirs(unit, person_id, draft_id)).id)
            unit.came_to("discarded")

    async def consultation_of(self, view: View, draft: Draft) -> Consultation | None:
        """What a draft that can be submitted is submitted to; None for "at any time".

        Raises:
            DraftIncomplete: an answer is missing or too long.
            DraftOutlived: the consultation has closed meanwhile.
        """
        if draft.missing:
            raise DraftIncomplete
        if draft.consultation_id is None:
            return None
        consultation = await view.consultations.get(draft.consultation_id)
        if not consultation.is_open(self._clock.now()) and draft.proposal_id is None:
            raise DraftOutlived(draft.id)
        return consultation

    async def _is_busy(self, person_id: PersonId) -> bool:
        """Whether a draft, a letter or a search takes the next message, or an answer the next question."""
        async with self._database.view() as view:
            draft = await view.drafts.find(person_id)
            letter = await view.letters.in_hand(person_id)
            about = await view.asked.attention(person_id, since=self._clock.now() - ATTENTION)
            search = await view.searches.waiting(person_id)
            work = await view.consultation_drafts.in_hand(person_id)
        is_awaited = any(one is not None for one in (letter, about, search, work))
        return is_awaited or (draft is not None and draft.is_open)

    async def _kind_of_open(
        self, unit: UnitOfWork, consultation_id: ConsultationId | None
    ) -> ConsultationKind | None:
        if consultation_id is None:
            return None
        consultation = await unit.consultations.get(consultation_id)
        if not consultation.is_open(self._clock.now()):
            raise ConsultationClosed
        return consultation.kind


def revision_of(draft: Draft, *, consent: int = CONSENT_VERSION) -> str:
    """Eight hexadecimal digits that change with what the author is shown before sending.

    Args:
        draft: the answers, and the consultation that they are for.
        consent: version of the text that they are to agree to.
    """
    shown = json.dumps([consent, draft.consultation_id, sorted(draft.answers.items())])
    return hashlib.sha256(shown.encode()).hexdigest()[:8]


def _new(person_id: PersonId, consultation_id: ConsultationId | None, now: datetime) -> Draft:
    return Draft(
        id=DraftId(0),
        person_id=person_id,
        consultation_id=consultation_id,
        created_at=now,
        updated_at=now,
    )


__all__ = ["Around", "Changed", "DraftsService", "revision_of", "theirs"]
