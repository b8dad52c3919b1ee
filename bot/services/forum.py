"""The secretariat's forum: which case a notice belongs to, which topics are due, and what has become of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.blocks import Block, BlockId
from bot.domain.cases import Assignment, AssignmentId, CaseKind
from bot.domain.clock import Clock
from bot.domain.forum import Case, CaseNoun, Standing, Topic, digest_of
from bot.domain.hidings import HidingId, HidingStep
from bot.domain.notices import NoticeId, NoticeKind
from bot.domain.people import PersonId
from bot.domain.proposals import ChangeId, Proposal, ProposalId, ProposalState
from bot.domain.questions import Question, QuestionId
from bot.domain.staff import Member
from storage import Database, UnitOfWork, View

#: For so long, what the group is to the bot is taken to be as it was seen.
SEEN_FOR = timedelta(minutes=10)
#: Topics that are looked at in one go.
AT_ONCE = 20

Subject = Proposal | Question | Block | None


@dataclass(frozen=True)
class Work:
    """A topic that may have to follow its case.

    Attributes:
        subject: the case as it is now; None for a block that was lifted.
        is_open: whether the secretariat has something to do about it.
        is_hiding_contested: whether that is to decide about a proposal's being hidden.
        is_gone: whether nothing is left of it: withdrawn, or erased.
        waiting: how many notices are still to go into the topic.
    """

    topic: Topic
    subject: Subject
    is_open: bool
    is_hiding_contested: bool = False
    is_gone: bool = False
    waiting: int = 0


class ForumService:
    """Verbs on topics.

    Args:
        database: where they are kept.
        clock: the time.
        group_id: Telegram's id of the secretariat's group, as the setting has it; None where there is none.
    """

    def __init__(self, database: Database, clock: Clock, *, group_id: int | None) -> None:
        self._database = database
        self._clock = clock
        self._group_id = group_id

    async def group(self) -> int | None:
        """The id of the secretariat's group now; another than the setting's where it has become a supergroup."""
        if self._group_id is None:
            return None
        async with self._database.view() as view:
            return await view.groups.current(self._group_id)

    async def standing(self) -> Standing | None:
        """What the secretariat's group is to the bot, as last seen; None where there is none."""
        group_id = await self.group()
        if group_id is None:
            return None
        async with self._database.view() as view:
            return (await view.forum.standing(group_id))[0]

    async def unseen(self) -> int | None:
        """The secretariat's group, where it is to be looked at (again); None where that is not needed."""
        group_id = await self.group()
        if group_id is None:
            return None
        async with self._database.view() as view:
            standing, seen_at = await view.forum.standing(group_id)
        is_fresh = seen_at is not None and self._clock.now() - seen_at <= SEEN_FOR
        return None if is_fresh and standing is not Standing.UNSEEN else group_id

    async def see(self, group_id: int, standing: Standing) -> None:
        """Remember what the group is to the bot; where it has no topics, what was held for them goes without."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.forum.see(group_id, standing, now=self._clock.now())

    async def look_again(self, group_id: int) -> None:
        """Something has changed in a group: where it is the secretariat's, it is to be looked at again."""
        if group_id == await self.group():
            async with self._database.unit(bookkeeping=True) as unit:
                await unit.forum.look_again(group_id)

    async def due(self) -> Sequence[Work]:
        """Topics that may have to follow their cases, the oldest first; none where there can be no topics."""
        group_id = await self.group()
        if group_id is None:
            return []
        async with self._database.view() as view:
            if (await view.forum.standing(group_id))[0] is not Standing.READY:
                return []
            return [await _work(view, topic) for topic in await view.forum.due(group_id, limit=AT_ONCE)]

    async def opened(self, topic: Topic, thread_id: int, title: str) -> Topic:
        """Telegram has made the topic: what was held for it goes."""
        made = topic.model_copy(update={"thread_id": thread_id, "told": digest_of(title), "is_closed": False})
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.forum.save(made)
            await unit.forum.release(made, now=self._clock.now())
        return made

    async def told(self, topic: Topic) -> None:
        """Telegram has the title, or the topic is closed or open as it says here."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.forum.tell(topic)

    async def done(self, topic: Topic) -> None:
        """The topic is up to date; what is still held for it goes, into the group as such where it was not made."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.forum.done(topic)
            await unit.forum.release(topic, now=self._clock.now())

    async def lose(self, topic: Topic, *, is_wanted: bool) -> None:
        """Telegram has no such topic any more; it is made anew, from its first message on, where it is wanted."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.forum.lose(topic.id, topic.thread_id, is_wanted=is_wanted)

    async def case_at(self, group_id: int, thread_id: int | None) -> Work | None:
        """The case whose topic this is, or None."""
        if thread_id is None or group_id != await self.group():
            return None
        async with self._database.view() as view:
            topic = await view.forum.find(group_id, thread_id)
            return None if topic is None else await _work(view, topic)

    async def is_reachable(self, subject: Subject) -> bool:
        """Whether the author of a case can be written to."""
        person_id = _author_of(subject)
        async with self._database.view() as view:
            person = None if person_id is None else await view.people.find(person_id)
        return person is not None and person.is_reachable

    async def undelivered(self, notice_id: NoticeId) -> Subject:
        """The case of a notice that has not reached its author; None where that is forgotten."""
        async with self._database.view() as view:
            kind, subject_id = await view.notices.about(notice_id)
            case = None if kind is None else await case_of(view, kind, subject_id)
            return None if case is None else await _subject(view, case)

    async def colleague(self, person_id: PersonId | None) -> Member | None:
        """Who of the secretariat has this Telegram id, as far as that is known still; None for the operator."""
        if person_id is None:
            return None
        async with self._database.view() as view:
            return await view.staff.find(person_id)


async def place_of(
    unit: UnitOfWork, group_id: int, kind: NoticeKind, subject_id: int, *, now: datetime
) -> tuple[int, Topic | None]:
    """Where a notice to the secretariat's group goes: its id now, and the topic; None where there are none."""
    group_id = await unit.groups.current(group_id)
    case = await case_of(unit, kind, subject_id)
    if case is None or not (await unit.forum.standing(group_id))[0].has_topics:
        return group_id, None
    return group_id, await unit.forum.ensure(group_id, case, now=now)


#: Notices whose subject is the case itself.
_OF_CASES = {
    NoticeKind.PROPOSAL_RECEIVED: CaseNoun.PROPOSAL,
    NoticeKind.QUESTION_PASSED_ON: CaseNoun.QUESTION,
    NoticeKind.QUESTION_SETTLED: CaseNoun.QUESTION,
    NoticeKind.QUESTION_ANSWERED: CaseNoun.QUESTION,
    NoticeKind.BLOCK_CONTESTED: CaseNoun.BLOCK,
    NoticeKind.BLOCK_DECIDED: CaseNoun.BLOCK,
    NoticeKind.BLOCK_KEPT: CaseNoun.BLOCK,
}


async def case_of(view: View, kind: NoticeKind, subject_id: int) -> Case | None:
    """The case that a notice is about; None where it is about none."""
    if kind in _OF_CASES:
        return Case(noun=_OF_CASES[kind], id=subject_id)
    match kind:
        case NoticeKind.PROPOSAL_ANSWERED | NoticeKind.PROPOSAL_HANDLED | NoticeKind.PROPOSAL_CHANGED:
            change = await view.changes.get(ChangeId(subject_id))
            return Case(noun=CaseNoun.PROPOSAL, id=change.proposal_id)
        case NoticeKind.HIDING_CONTESTED | NoticeKind.HIDING_DECIDED | NoticeKind.HIDING_CHANGED:
            hiding = await view.hidings.find(HidingId(subject_id))
            return None if hiding is None else Case(noun=CaseNoun.PROPOSAL, id=hiding.proposal_id)
        case NoticeKind.CASE_TAKEN:
            assignment = await view.assignments.get(AssignmentId(subject_id))
            return None if assignment is None else _of_assignment(assignment)
        case _:
            return None


def _of_assignment(assignment: Assignment) -> Case:
    is_proposal = assignment.case.kind is CaseKind.PROPOSAL
    return Case(noun=CaseNoun.PROPOSAL if is_proposal else CaseNoun.QUESTION, id=assignment.case.row)


async def _work(view: View, topic: Topic) -> Work:
    subject = await _subject(view, topic.case)
    waiting = await view.forum.count_waiting(topic.id)
    match subject:
        case Proposal():
            latest = await view.hidings.latest(subject.id)
            is_contested = latest is not None and latest.step is HidingStep.CONTESTED
            is_gone = subject.state is ProposalState.WITHDRAWN
            is_open = not is_gone and (is_contested or subject.state.awaits_response)
            return Work(topic, subject, is_open, is_contested, is_gone, waiting)
        case Question():
            is_gone = subject.asker_id is None
            return Work(topic, subject, subject.is_open, is_gone=is_gone, waiting=waiting)
        case Block():
            return Work(topic, subject, subject.awaits_decision, waiting=waiting)
        case None:
            return Work(topic, None, is_open=False, waiting=waiting)


async def _subject(view: View, case: Case) -> Subject:
    match case.noun:
        case CaseNoun.PROPOSAL:
            return await view.proposals.get(ProposalId(case.id))
        case CaseNoun.QUESTION:
            return await view.questions.get(QuestionId(case.id))
        case CaseNoun.BLOCK:
            return await view.blocks.find_by_id(BlockId(case.id))


def _author_of(subject: Subject) -> PersonId | None:
    match subject:
        case Proposal():
            return subject.author_id
        case Question():
            return subject.asker_id
        case Block():
            return subject.person_id
        case None:
            return None
