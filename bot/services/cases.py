"""Cases: taken, given to a colleague, released, and noted about. Who comes second sees who was first."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.audit import Noun, Verb
from bot.domain.cases import (
    Assignment,
    AssignmentId,
    CaseKind,
    CaseRef,
    Colleague,
    ColleagueUnknown,
    Note,
    NoteEmpty,
    NoteId,
)
from bot.domain.clock import Clock
from bot.domain.letters import Letter, LetterId, Purpose, check_length
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Proposal, ProposalId
from bot.domain.questions import Question, QuestionId
from bot.services.letters import About, Correspondence, Sent
from bot.services.questions import Secretariat
from storage import Database, UnitOfWork, View


@dataclass(frozen=True)
class Standing:
    """In whose hands a case is.

    Attributes:
        name: of the case, as people quote it: a reference, a number.
        holder: None where it is in nobody's.
        notes: the newest first.
    """

    case: CaseRef
    name: str
    holder: Assignment | None
    notes: Sequence[Note] = ()


@dataclass(frozen=True)
class Handed:
    """What taking, giving or releasing a case came to.

    Attributes:
        standing: as it is now.
        is_done: False where a colleague was first.
    """

    standing: Standing
    is_done: bool = True


class CasesService:
    """Verbs on cases.

    Args:
        database: where they are kept.
        clock: the time.
        staff: who may have them.
    """

    def __init__(self, database: Database, clock: Clock, staff: Secretariat) -> None:
        self._database = database
        self._clock = clock
        self._staff = staff

    async def standing(self, case: CaseRef, by: Actor) -> Standing:
        """In whose hands a case is.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ProposalUnknown, QuestionUnknown: there is no such case.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await _standing(view, case)

    async def colleagues(self, by: Actor) -> Sequence[Colleague]:
        """Who may have cases, by name; whoever asks comes first.

        Raises:
            NotAllowed: the actor is no officer.
        """
        by.require(Role.OFFICER)
        async with self._database.view() as view:
            people = await self._staff.members(view, Role.OFFICER)
            members = [await view.staff.find(one) for one in people]
        names = {one.person_id: one.name for one in members if one is not None}
        found = [Colleague(person_id=one, name=names.get(one, "")) for one in people]
        return sorted(found, key=lambda one: (one.person_id != by.person_id, one.name or "~", one.person_id))

    async def given(self, assignment_id: AssignmentId) -> tuple[Assignment, Proposal | Question] | None:
        """A case that somebody was given, for the notice of it; None where it is in other hands by now."""
        async with self._database.view() as view:
            assignment = await view.assignments.get(assignment_id)
            if assignment is None or assignment.ended_at is not None:
                return None
            return assignment, await _subject(view, assignment.case)

    async def give(
        self, case: CaseRef, by: Actor, to: PersonId, *, over: AssignmentId | None = None
    ) -> Handed:
        """Put a case into somebody's hands: one's own, or a colleague's, who hears of it.

        Args:
            case: which.
            by: who does it.
            to: who gets it.
            over: the row that said who had it when that was looked at, 0 for nobody; None for whoever has it.

        Raises:
            NotAllowed: the actor is no officer.
            ColleagueUnknown: who is to get it is none.
            ProposalUnknown, QuestionUnknown: there is no such case.
        """
        by.require(Role.OFFICER)
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            standing = await _standing(unit, case)
            unit.came_to(_SHOWN[case.kind], case.row)
            holder = standing.holder
            if holder is not None and holder.person_id == to:
                return Handed(standing)
            if over is not None and over != (holder.id if holder else 0):
                return Handed(standing, is_done=False)
            if to not in await self._staff.members(unit, Role.OFFICER):
                raise ColleagueUnknown
            giver = None if by.person_id is None else (await unit.staff.numbered(by.person_id, now=now)).id
            member = await unit.staff.numbered(to, now=now)
            assignment = await unit.assignments.give(
                Assignment(case=case, member=member.id, given_by=giver, since=now)
            )
            if to != by.person_id:
                await unit.notices.add(NoticeKind.CASE_GIVEN, assignment.id, to=[to], now=now)
            await self._staff.tell_topic(unit, NoticeKind.CASE_TAKEN, assignment.id, now=now)
            noun = _NOUNS[case.kind]
            await unit.audit.add(
                by, Verb.ASSIGNED, noun, standing.name, now=now, became=f"№\u00a0{member.id}"
            )
            return Handed(await _standing(unit, case))

    async def release(self, case: CaseRef, by: Actor, *, over: AssignmentId | None = None) -> Handed:
        """Take a case out of whosever hands it is in, so that anybody may take it.

        Args:
            case: which.
            by: who does it.
            over: as of `give`.

        Raises:
            NotAllowed: the actor is no officer.
            ProposalUnknown, QuestionUnknown: there is no such case.
        """
        by.require(Role.OFFICER)
        now = self._clock.now()
        async with self._database.unit() as unit:
            await unit.staff.require(by, Role.OFFICER)
            standing = await _standing(unit, case)
            unit.came_to(_SHOWN[case.kind], case.row)
            if standing.holder is None:
                return Handed(standing)
            if over is not None and over != standing.holder.id:
                return Handed(standing, is_done=False)
            await unit.assignments.release(case, now=now)
            await unit.audit.add(by, Verb.RELEASED, _NOUNS[case.kind], standing.name, now=now)
            return Handed(await _standing(unit, case))

    async def note(self, case: CaseRef, by: Actor, text: str) -> Note:
        """Note something about a case, for the secretariat alone.

        Raises:
            NotAllowed: the actor is no officer.
            NoteEmpty: nothing readable is in it.
            TextTooLong: it is longer than a letter may be.
            ProposalUnknown, QuestionUnknown: there is no such case.
        """
        if not any(one.isalnum() for one in text):
            raise NoteEmpty
        check_length(text)
        async with self._database.unit() as unit:
            return await self.put(unit, case, by, text)

    async def put(
        self,
        unit: UnitOfWork,
        case: CaseRef,
        by: Actor,
        text: str,
        *,
        letter_id: int | None = None,
    ) -> Note:
        """Note something about a case in the caller's transaction, as `note` does."""
        now = self._clock.now()
        await unit.staff.require(by, Role.OFFICER)
        standing = await _standing(unit, case)
        note = await unit.notes.add(
            Note(case=case, actor_id=by.person_id, letter_id=letter_id, text=text.strip(), written_at=now)
        )
        await unit.audit.add(by, Verb.NOTED, _NOUNS[case.kind], standing.name, now=now)
        unit.came_to("note", note.id)
        return note

    async def noted(self, note_id: NoteId, by: Actor) -> Note | None:
        """A note; None where it is gone.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        async with self._database.view() as view:
            return await view.notes.find(note_id)


@dataclass(frozen=True)
class NoteLetters(Correspondence):
    """A letter that the secretariat keeps for itself."""

    cases: CasesService

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:
        """There must be such a case."""
        by.require(Role.OFFICER)
        await _subject(view, _case_of(letter))
        return letter

    async def about(self, view: View, letter: Letter) -> About:
        """The case."""
        return About(await _standing(view, _case_of(letter)))

    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent:  # noqa: ARG002
        """Keep it."""
        note = await self.cases.put(unit, _case_of(letter), by, letter.text, letter_id=letter.id)
        return Sent(Purpose.NOTE, note)

    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """The note that the letter became."""
        note = await unit.notes.find_by_letter(letter_id)
        if note is None or note.actor_id != by.person_id:
            return None
        unit.came_to("note", note.id)
        return Sent(Purpose.NOTE, note)


_NOUNS = {CaseKind.PROPOSAL: Noun.PROPOSAL, CaseKind.QUESTION: Noun.QUESTION}
#: What is shown after a crash.
_SHOWN = {CaseKind.PROPOSAL: "desk_case", CaseKind.QUESTION: "question_case"}


async def _standing(view: View, case: CaseRef) -> Standing:
    subject = await _subject(view, case)
    name = subject.reference if isinstance(subject, Proposal) else str(subject.id)
    return Standing(case, name, await view.assignments.find(case), await view.notes.of(case))


def _case_of(letter: Letter) -> CaseRef:
    if letter.question_id is not None:
        return CaseRef(kind=CaseKind.QUESTION, row=letter.question_id)
    return CaseRef(kind=CaseKind.PROPOSAL, row=letter.subject_id)


async def _subject(view: View, case: CaseRef) -> Proposal | Question:
    if case.kind is CaseKind.PROPOSAL:
        return await view.proposals.get(ProposalId(case.row))
    return await view.questions.get(QuestionId(case.row))
