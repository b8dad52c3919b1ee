"""Letters about a proposal: a question to its author, the answer, the reason of a decision, an appeal.

A letter remembers which change of the proposal its writer has seen: whatever happens while it is being
written is shown to them before it goes.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from bot.domain.letters import Letter, LetterId, LetterState, Purpose
from bot.domain.people import Actor, Role
from bot.domain.proposals import (
    ChangedBy,
    MergeImpossible,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
    ProposalUnknown,
)
from bot.domain.reasons import check_filled
from bot.services.content.live import LiveContent
from bot.services.letters import About, Correspondence, Sent
from bot.services.life import LifeService, Turn
from bot.services.mergers import check_merger
from bot.texts import Texts
from storage import UnitOfWork, View

#: What each of them makes of a proposal; a decision says itself.
_BECOMES = {
    Purpose.CLARIFY: ProposalState.CLARIFICATION,
    Purpose.CLARIFICATION: ProposalState.UNDER_REVIEW,
    Purpose.APPEAL: ProposalState.UNDER_REVIEW,
}
_AUTHORS = {Purpose.CLARIFICATION, Purpose.APPEAL}
#: Where the proposal must stand for it.
_FROM = {Purpose.CLARIFICATION: ProposalState.CLARIFICATION, Purpose.APPEAL: ProposalState.DECLINED}
PURPOSES = (Purpose.CLARIFY, Purpose.CLARIFICATION, Purpose.DECIDE, Purpose.APPEAL)


@dataclass(frozen=True)
class Choice:
    """What is kept in a letter's `choice`, packed as `merged:12@57`.

    Attributes:
        decision: empty but for a decision.
        into: row id of the proposal to carry on a merged one; 0 while it is not known.
        seen: row id of the latest change that the writer has seen.
    """

    decision: str = ""
    into: int = 0
    seen: int = 0

    @classmethod
    def of(cls, letter: Letter) -> Self:
        """As the letter remembers it."""
        chosen, _, seen = letter.choice.partition("@")
        decision, _, into = chosen.partition(":")
        return cls(decision, int(into or 0), int(seen or 0))

    def __str__(self) -> str:
        return f"{self.decision}{f':{self.into}' if self.into else ''}@{self.seen}"


@dataclass(frozen=True)
class Aim:
    """What a letter about a proposal is to do.

    Attributes:
        became: the state that the proposal is to go over into.
        into: for a merger, the proposal that carries it on; None while it is not chosen.
        question: what the other side has written last, to which the letter answers.
        latest: the latest change of the proposal.
    """

    proposal: Proposal
    became: ProposalState
    into: Proposal | None = None
    question: ProposalChange | None = None
    latest: ProposalChange | None = None


@dataclass(frozen=True)
class ProposalLetters(Correspondence):
    """Letters of four purposes, each of which changes a proposal's state."""

    life: LifeService
    content: LiveContent

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """Check the right, and remember what has been seen."""
        proposal = await view.proposals.get(ProposalId(letter.subject_id))
        await _check_right(view, letter, proposal, by)
        choice = Choice.of(letter)
        if letter.purpose is Purpose.DECIDE and not choice.decision:
            raise ProposalUnknown
        latest = await _latest(view, proposal)
        return _with(letter, replace(choice, seen=latest.id if latest else 0))

    async def about(self, view: View, letter: Letter) -> About:
        """The proposal, and what is to become of it."""
        proposal = await view.proposals.get(ProposalId(letter.subject_id))
        choice, became = Choice.of(letter), _becomes(letter)
        into = await view.proposals.get(ProposalId(choice.into)) if choice.into else None
        changes = await view.changes.of(proposal.id)
        other = ChangedBy.STAFF if letter.purpose in _AUTHORS else ChangedBy.AUTHOR
        question = next((one for one in reversed(changes) if one.actor is other and one.reason), None)
        latest = changes[-1] if changes else None
        return About(
            Aim(proposal, became, into, question, latest),
            is_open=_is_possible(letter, proposal),
            asks=became is ProposalState.MERGED and into is None,
            reads="" if letter.purpose in _AUTHORS else await reads_of(view, proposal, self.content.texts),
            others=() if letter.purpose in _AUTHORS else self.content.texts.languages,
            fits="" if letter.purpose in _AUTHORS else became,
            outcome=("change", latest.id) if latest else ("menu", 0),
        )

    async def take(self, view: View, letter: Letter, text: str, sent_at: datetime) -> Letter:
        """Every message is its text; but for a merger the first one says into what."""
        choice = Choice.of(letter)
        if choice.decision != ProposalState.MERGED or choice.into:
            return await super().take(view, letter, text, sent_at)
        into = await view.proposals.find(text.strip().removeprefix("#")[:60])
        if into is None:
            raise ProposalUnknown
        await check_merger(view, await view.proposals.get(ProposalId(letter.subject_id)), into)
        state = LetterState.PREVIEW if letter.text and not letter.excess else LetterState.ASKS
        chosen = _with(letter, replace(choice, into=into.id))
        return chosen.model_copy(update={"state": state, "typed_at": None})

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent | Letter:  # noqa: ARG002
        """Change the proposal, unless somebody was first; what has happened meanwhile is read before."""
        proposal = await unit.proposals.get(ProposalId(letter.subject_id))
        await _check_right(unit, letter, proposal, by)
        latest, choice = await _latest(unit, proposal), Choice.of(letter)
        if not _is_possible(letter, proposal):
            if latest is not None:
                unit.came_to("change", latest.id)
            return Sent(
                letter.purpose, Turn(proposal, latest, is_done=False), is_sent=False, text=letter.whole
            )
        if latest is not None and latest.id != choice.seen:
            return _with(letter, replace(choice, seen=latest.id))
        if letter.purpose not in _AUTHORS:
            check_filled(letter, self.content.knowledge.reasons.values())
        if choice.decision == ProposalState.MERGED and not choice.into:
            raise MergeImpossible
        into = await unit.proposals.get(ProposalId(choice.into)) if choice.into else None
        change = await self.life.change(
            unit,
            proposal,
            _becomes(letter),
            actor=by,
            side=ChangedBy.AUTHOR if letter.purpose in _AUTHORS else ChangedBy.STAFF,
            reason=letter.text,
            other=(letter.other, letter.other_language),
            letter_id=letter.id,
            into=into,
        )
        return Sent(letter.purpose, Turn(await unit.proposals.get(proposal.id), change, is_done=True))

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The change that the letter became."""
        change = await unit.changes.find_by_letter(letter_id)
        if change is None or change.actor_id != by.person_id:
            return None
        unit.came_to("change", change.id)
        return Sent(Purpose.DECIDE, Turn(await unit.proposals.get(change.proposal_id), change, is_done=True))


async def reads_of(view: View, proposal: Proposal, texts: Texts) -> str:
    """The language that the author reads: that of their screens; of one who is gone, that of the proposal."""
    author = None if proposal.author_id is None else await view.people.find(proposal.author_id)
    return texts.choose(author.language or author.language_code if author else proposal.language)


async def _check_right(view: View, letter: Letter, proposal: Proposal, by: Actor) -> None:
    if letter.purpose not in _AUTHORS:
        await view.staff.require(by, Role.OFFICER)
    elif proposal.author_id != letter.person_id:
        raise ProposalUnknown


def _is_possible(letter: Letter, proposal: Proposal) -> bool:
    if proposal.state is not _FROM.get(letter.purpose, proposal.state):
        return False
    is_again = letter.purpose is Purpose.APPEAL and not proposal.can_be_contested
    return _becomes(letter) in proposal.state.following and not is_again


def _becomes(letter: Letter) -> ProposalState:
    return _BECOMES.get(letter.purpose) or ProposalState(Choice.of(letter).decision)


def _with(letter: Letter, choice: Choice) -> Letter:
    return letter.model_copy(update={"choice": str(choice)})


async def _latest(view: View, proposal: Proposal) -> ProposalChange | None:
    changes = await view.changes.of(proposal.id)
    return changes[-1] if changes else None
