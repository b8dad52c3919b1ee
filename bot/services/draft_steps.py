"""What an author does to the draft in hand, step by step: writes, chooses, skips, goes back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from bot.domain.attachments import Attachment, removed_by
from bot.domain.clock import Clock
from bot.domain.draft_texts import values_of
from bot.domain.drafts import WHOLE, ChoiceUnknown, Draft, DraftId, DraftUnknown, Mode, Step
from bot.domain.people import PersonId
from bot.domain.proposals import Identity, OgpValue, ProposalId
from bot.services.content.live import LiveContent
from storage import Database, UnitOfWork, View

_log = structlog.get_logger(__name__)

#: Sustainable Development Goals (United Nations, resolution 70/1).
GOALS = tuple(str(number) for number in range(1, 18))


@dataclass(frozen=True)
class Answered:
    """What a message has become.

    Attributes:
        draft: as it is now.
        step: whose answer the message went into.
        is_late: whether it went on with an answer that was there; the step in hand is another one.
    """

    draft: Draft
    step: Step
    is_late: bool = False

    @property
    def asks_what_is_similar(self) -> bool:
        """Whether title and problem of a new proposal are there now, and nothing after them yet."""
        draft = self.draft
        return (
            self.step is Step.PROBLEM
            and draft.step is Step.SOLUTION
            and not self.is_late
            and draft.proposal_id is None
            and not draft.is_remark
            and not draft.is_for_other
            and Step.SOLUTION not in draft.answers
        )


class DraftSteps:
    """Verbs on the steps of drafts. Whoever works on a draft has it in hand.

    Args:
        database: where they are kept.
        clock: the time.
        content: what there is to choose from.
    """

    def __init__(self, database: Database, clock: Clock, content: LiveContent) -> None:
        self._database = database
        self._clock = clock
        self._content = content

    @property
    def unasked(self) -> frozenset[Step]:
        """Steps that the content has nothing to offer for."""
        knowledge = self._content.knowledge
        offered = {Step.REGION: knowledge.regions, Step.TOPIC: knowledge.topics}
        return frozenset(step for step, choices in offered.items() if not choices)

    async def answer(self, person_id: PersonId, text: str, *, message_id: int) -> Answered:
        """Take a message as the answer to the draft's present step, and go on to the next.

        A message that was sent before the present step was shown goes on with the answer before. An answer over
        its limit is kept, and its step is shown again, so that the person can shorten it.

        Args:
            person_id: whose draft.
            text: the message as typed.
            message_id: Telegram's id of the message.

        Raises:
            DraftUnknown: there is no open draft, or it asks for no text.
            AnswerEmpty: nothing readable in it; the draft is as it was.
            AnswerTooShort: too short to mean anything; the draft is as it was.
        """
        async with self._database.unit() as unit:
            answered = self.taken(await unit.drafts.get(person_id), text, message_id=message_id)
            return replace(answered, draft=await self.hold(unit, answered.draft))

    def taken(self, draft: Draft, text: str, *, message_id: int) -> Answered:
        """What a draft becomes with a message; nothing is stored. As `answer`, which see."""
        if not draft.takes(message_id):
            raise DraftUnknown
        is_late = draft.is_late(message_id)
        answered = draft.answered(message_id, text)
        step = answered.parts[-1].step
        if answered.excess(step):
            answered = answered.at(step, returns=draft.returns, without=self.unasked)
        elif not is_late:
            answered = answered.past(self.unasked)
        if not is_late:  # what comes before the next screen goes on with this
            answered = answered.model_copy(update={"shown_id": None})
        return Answered(answered, step, is_late=is_late and answered.step is not step)

    async def edit(self, person_id: PersonId, message_id: int, text: str) -> Answered | None:
        """Let an answer follow a message that the person has edited in Telegram; no step changes.

        Returns:
            The draft with the answer as it is now; None where no draft of theirs has that message.

        Raises:
            AnswerEmpty: nothing readable is left; the answer is as it was.
            AnswerTooShort: too short to mean anything; the answer is as it was.
        """
        async with self._database.view() as view:
            drafts = await view.drafts.by(person_id)
        if not any(draft.step_of(message_id) for draft in drafts):
            return None
        async with self._database.unit() as unit:
            for draft in await unit.drafts.by(person_id):
                if (step := draft.step_of(message_id)) is not None:
                    changed = draft.edited(message_id, text)
                    edited = changed.model_copy(update={"updated_at": self._clock.now()})
                    await unit.drafts.save(edited)
                    unit.came_to("draft", edited.id)
                    return Answered(edited, step)
        return None

    async def choose(self, person_id: PersonId, draft_id: DraftId, step: Step, choice: str) -> Draft:
        """Take a pressed button as the answer to a step. Pressed again, it changes nothing more.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
            ChoiceUnknown: this is not on offer (any more).
        """
        if choice not in self._choices(step):
            raise ChoiceUnknown
        async with self._database.unit() as unit:
            draft = (await theirs(unit, person_id, draft_id)).chosen(step, choice)
            if draft.step is step:
                draft = draft.past(self.unasked)
            else:  # an old button; who has become anonymous is not asked for a name any more
                draft = draft.at(draft.step, returns=draft.returns, without=self.unasked)
            return await self.hold(unit, draft)

    async def tick(
        self, person_id: PersonId, draft_id: DraftId, value: OgpValue, *, is_ticked: bool
    ) -> Draft:
        """Say whether the proposal serves a value. Pressed again, it changes nothing more.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            others = [one for one in values_of(draft) if one is not value]
            ticked = {*others, value} if is_ticked else {*others}
            answer = ",".join(one for one in OgpValue if one in ticked)
            return await self.hold(unit, draft.chosen(Step.VALUES, answer))

    async def skip(self, person_id: PersonId, draft_id: DraftId, step: Step) -> Draft:
        """Leave a step that may be left empty; what was in it is taken out.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            if draft.step is step and step.is_question and not step.is_required:
                draft = draft.without(step).past(self.unasked)
            return await self.hold(unit, draft)

    async def go_to(self, person_id: PersonId, draft_id: DraftId, step: Step, *, returns: bool) -> Draft:
        """Show another step of the draft.

        Args:
            person_id: whose.
            draft_id: which; a button of a draft that has been submitted finds nothing.
            step: the step to go to.
            returns: whether the next answer leads back to the preview.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            return await self.hold(unit, draft.at(step, returns=returns, without=self.unasked))

    async def choose_mode(self, person_id: PersonId, draft_id: DraftId, mode: Mode) -> Draft:
        """Ask for everything, or only for what is obligatory; answers that are not asked for any more stay.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = (await theirs(unit, person_id, draft_id)).model_copy(update={"mode": mode})
            return await self.hold(unit, draft.at(draft.step, returns=draft.returns, without=self.unasked))

    async def skip_optional(self, person_id: PersonId, draft_id: DraftId) -> Draft:
        """Go on from the optional steps to the author, leaving all of them as they are.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            quick = draft.model_copy(update={"mode": Mode.QUICK})
            return await self.hold(unit, quick.at(Step.IDENTITY))

    async def one(self, person_id: PersonId, draft_id: DraftId) -> Draft:
        """One of the person's drafts, as it is.

        Raises:
            DraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.view() as view:
            return await theirs(view, person_id, draft_id)

    async def shown(self, draft_id: DraftId, message_id: int, *, is_again: bool = False) -> None:
        """Remember which message shows the draft's present step.

        Args:
            draft_id: which draft.
            message_id: Telegram's id of the message.
            is_again: whether this is after a crash: the step may have been seen before in another message, so
                nothing that comes is taken for what was sent before it.
        """
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.drafts.shown(draft_id, message_id, first=0 if is_again else message_id)

    def _choices(self, step: Step) -> frozenset[str]:
        knowledge = self._content.knowledge
        match step:
            case Step.REGION:
                return frozenset({WHOLE, *knowledge.regions})
            case Step.TOPIC:
                return frozenset(knowledge.topics)
            case Step.GOAL:
                return frozenset(GOALS)
            case Step.IDENTITY:
                return frozenset(Identity)
        return frozenset()

    async def hold(self, unit: UnitOfWork, draft: Draft) -> Draft:
        """Store the draft and take it in hand: the next message belongs to it, and to nothing else."""
        await unit.letters.put_aside(draft.person_id)
        await unit.drafts.put_aside(draft.person_id, but=draft.id)
        before = await unit.drafts.find_any(draft.id)
        is_same = before is not None and before.step is draft.step
        shown_id = draft.shown_id if is_same else None
        saved = draft.model_copy(
            update={"is_open": True, "shown_id": shown_id, "updated_at": self._clock.now()}
        )
        await unit.drafts.save(saved)
        unit.came_to("draft", saved.id)
        return saved


async def files_of(view: View, draft: Draft) -> Sequence[Attachment]:
    """What goes with a draft: what it adds, and of the proposal that it corrects all that it does not take out."""
    added = await view.attachments.of_draft(draft.id)
    if draft.proposal_id is None:
        return added
    removed = removed_by(draft.answers.get(Step.ATTACHMENTS, ""))
    earlier = await view.attachments.of_proposal(ProposalId(draft.proposal_id))
    return [*(one for one in earlier if one.id not in removed), *added]


async def theirs(view: View, person_id: PersonId, draft_id: DraftId) -> Draft:
    """The person's draft, if there still is one; a try at somebody else's is logged.

    Raises:
        DraftUnknown: it was submitted, discarded, or never theirs.
    """
    draft = await view.drafts.find_any(draft_id)
    if draft is not None and draft.person_id != person_id:
        _log.warning("not-theirs", noun="draft", id=draft_id, person=person_id)
        raise DraftUnknown
    if draft is None:
        raise DraftUnknown
    return draft
