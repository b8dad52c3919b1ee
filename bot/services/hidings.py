"""Taking proposals out of public view, by a published rule and with a reason; contested once; shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.hidings import (
    Hiding,
    HidingId,
    HidingImpossible,
    HidingStep,
    HidingUnknown,
    Rule,
    may_follow,
)
from bot.domain.letters import Letter, LetterId, Purpose, check_length
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, Role
from bot.domain.proposals import Proposal, ProposalId, ProposalState, ProposalUnknown, ReasonMissing
from bot.services.letters import About, Correspondence, Sent
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork, View

#: What each letter does.
STEPS: Mapping[Purpose, HidingStep] = {
    Purpose.HIDE: HidingStep.HIDDEN,
    Purpose.HIDING_APPEAL: HidingStep.CONTESTED,
    Purpose.HIDING_KEEP: HidingStep.KEPT,
    Purpose.SHOW_AGAIN: HidingStep.SHOWN,
}


#: What each step of the secretariat's is in the log.
_VERBS = {HidingStep.HIDDEN: Verb.HID, HidingStep.SHOWN: Verb.SHOWED, HidingStep.KEPT: Verb.KEPT}


@dataclass(frozen=True)
class HidingAim:
    """What a letter about a proposal's being public is to do.

    Attributes:
        step: the step that it takes.
        rule: that of the hiding that it is about.
        latest: the latest step so far.
    """

    proposal: Proposal
    step: HidingStep
    rule: Rule
    latest: Hiding | None


@dataclass(frozen=True)
class ToldHiding:
    """A step that somebody is told of, with the proposal as it is now."""

    hiding: Hiding
    proposal: Proposal


class HidingsService:
    """Verbs on proposals' being public.

    Args:
        database: where they are kept.
        clock: the time.
        staff: whom to tell that an author contests.
    """

    def __init__(self, database: Database, clock: Clock, *, staff: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff

    async def of(self, proposal_id: ProposalId, by: Actor) -> Sequence[Hiding]:
        """Every step about a proposal, the first first, for its author and for the secretariat.

        Raises:
            ProposalUnknown: no such proposal, or somebody else's.
        """
        async with self._database.view() as view:
            proposal = await view.proposals.get(proposal_id)
            if proposal.author_id != by.person_id and not by.may(Role.OBSERVER):
                raise ProposalUnknown
            return await view.hidings.of(proposal_id)

    async def told(self, hiding_id: HidingId) -> ToldHiding:
        """A step, for the notice of it.

        Raises:
            HidingUnknown: no such step.
        """
        async with self._database.view() as view:
            hiding = await view.hidings.find(hiding_id)
            if hiding is None:
                raise HidingUnknown
            return ToldHiding(hiding, await view.proposals.get(hiding.proposal_id))

    async def turn(self, hiding_id: HidingId, by: Actor) -> ToldHiding:
        """A step, for whoever has taken it, or has tried to take another.

        Raises:
            HidingUnknown: it is no business of theirs.
        """
        told = await self.told(hiding_id)
        if told.proposal.author_id != by.person_id and not by.may(Role.OBSERVER):
            raise HidingUnknown
        return told

    async def take(
        self, proposal_id: ProposalId, step: HidingStep, by: Actor, *, reason: str, rule: Rule | None = None
    ) -> Hiding:
        """Take a step with the reason at hand: for the command line.

        Raises:
            TextTooLong: the reason is longer than a letter may be.
            CivicError: as `put` says.
        """
        check_length(reason)
        async with self._database.unit() as unit:
            proposal = await unit.proposals.get(proposal_id)
            return await self.put(unit, proposal, step, by, reason=reason, rule=rule)

    async def put(
        self,
        unit: UnitOfWork,
        proposal: Proposal,
        step: HidingStep,
        by: Actor,
        *,
        reason: str,
        rule: Rule | None = None,
        letter_id: LetterId | None = None,
    ) -> Hiding:
        """Take a step, remember it, and tell the other side, in the caller's transaction.

        Args:
            unit: the transaction, in which the proposal was read.
            proposal: as it is now.
            step: what is done.
            by: who does it.
            reason: what the other side reads.
            rule: which is broken; only for hiding, any other step goes by that of the hiding.
            letter_id: the letter with the reason; the key against repeats.

        Raises:
            NotAllowed: the actor is no officer.
            ProposalUnknown: the actor is not its author.
            HidingImpossible: it is hidden or shown already, contested before, or withdrawn.
            ReasonMissing: the other side must read why.
        """
        await _check_right(unit, proposal, step, by)
        latest = await unit.hidings.latest(proposal.id)
        rule = rule if step is HidingStep.HIDDEN else latest.rule if latest else None
        if not _is_possible(proposal, latest, step) or rule is None:
            raise HidingImpossible
        if not reason.strip():
            raise ReasonMissing
        now = self._clock.now()
        hiding = Hiding(
            proposal_id=proposal.id,
            step=step,
            rule=rule,
            actor_id=by.person_id,
            letter_id=letter_id,
            reason=reason.strip(),
            changed_at=now,
        )
        hiding = hiding.model_copy(update={"id": await unit.hidings.add(hiding)})
        if proposal.is_hidden is not hiding.is_in_force:
            await unit.proposals.hide(proposal.id, is_hidden=hiding.is_in_force, now=now)
        if not step.is_authors:
            await unit.audit.add(
                by, _VERBS[step], Noun.PROPOSAL, proposal.reference, now=now, rule=rule.value
            )
        if step.is_authors:
            await self._staff.tell(unit, NoticeKind.HIDING_CONTESTED, hiding.id, now=now)
        elif proposal.author_id is not None:
            await unit.notices.add(NoticeKind.HIDING_CHANGED, hiding.id, to=[proposal.author_id], now=now)
        if not step.is_authors:
            await self._staff.tell_topic(unit, NoticeKind.HIDING_DECIDED, hiding.id, now=now)
        unit.came_to("hiding", hiding.id)
        return hiding


@dataclass(frozen=True)
class HidingLetters(Correspondence):
    """Letters with the reason of a step; hiding remembers in its `choice` by which rule."""

    hidings: HidingsService

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """Check the right, that a rule is named for hiding, and that there was a hiding for anything else."""
        proposal = await view.proposals.get(ProposalId(letter.subject_id))
        step = STEPS[letter.purpose]
        await _check_right(view, proposal, step, by)
        latest = await view.hidings.latest(proposal.id)
        if latest is None and not _is_possible(proposal, latest, step):
            raise HidingImpossible
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """The proposal, and what is to be done about its being public."""
        proposal = await view.proposals.get(ProposalId(letter.subject_id))
        latest = await view.hidings.latest(proposal.id)
        step = STEPS[letter.purpose]
        rule = Rule(letter.choice) if step is HidingStep.HIDDEN else latest.rule if latest else None
        return About(
            HidingAim(proposal, step, rule or Rule.REPEATED, latest),
            is_open=rule is not None and _is_possible(proposal, latest, step),
            outcome=("hiding", latest.id) if latest else ("menu", 0),
        )

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Take the step, unless somebody was first: then their step is shown, and the text that was not sent."""
        proposal = await unit.proposals.get(ProposalId(letter.subject_id))
        step = STEPS[letter.purpose]
        rule = Rule(letter.choice) if step is HidingStep.HIDDEN else None
        try:
            hiding = await self.hidings.put(
                unit, proposal, step, by, reason=letter.text, rule=rule, letter_id=letter.id
            )
        except HidingImpossible:
            latest = await unit.hidings.latest(proposal.id)
            if latest is None:
                raise
            unit.came_to("hiding", latest.id)
            return Sent(letter.purpose, ToldHiding(latest, proposal), is_sent=False, text=letter.text)
        return Sent(letter.purpose, ToldHiding(hiding, proposal))

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The step that the letter has taken."""
        hiding = await unit.hidings.find_by_letter(letter_id)
        if hiding is None or hiding.actor_id != by.person_id:
            return None
        unit.came_to("hiding", hiding.id)
        purpose = next(purpose for purpose, step in STEPS.items() if step is hiding.step)
        return Sent(purpose, ToldHiding(hiding, await unit.proposals.get(hiding.proposal_id)))


def _is_possible(proposal: Proposal, latest: Hiding | None, step: HidingStep) -> bool:
    return proposal.state is not ProposalState.WITHDRAWN and may_follow(latest, step)


async def _check_right(view: View, proposal: Proposal, step: HidingStep, by: Actor) -> None:
    if not step.is_authors:
        await view.staff.require(by, Role.OFFICER)
    elif by.person_id is None or proposal.author_id != by.person_id:
        raise ProposalUnknown
