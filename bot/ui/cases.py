"""Beside a case of the secretariat's: in whose hands it is, and what can be done about that."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.cases import Assignment, AssignmentId, CaseKind, CaseRef, Colleague, Note
from bot.domain.paging import Page
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal, ProposalId
from bot.domain.questions import Question, QuestionId
from bot.services.cases import Standing
from bot.texts import Html, Speaker
from bot.ui import buttons, story
from bot.ui.action import Action
from bot.ui.buttons import Row
from bot.ui.case_actions import (
    GiveCase,
    OfferColleagues,
    ReleaseCase,
    ShowNotes,
    TakeCase,
    WriteNote,
)
from bot.ui.life_actions import ShowDesk, ShowProposalCase
from bot.ui.pages import pages
from bot.ui.question_actions import ShowCase
from bot.ui.screen import Button, Screen, paragraphs, shortened

#: Colleagues on one screen.
COLLEAGUES = 8
#: How much of the latest note stands beside the case, and how much of all of them on one page.
LATEST, PAGE = 160, 3000
#: How much of a question stands in a notice.
NOTICED = 600


def beside(say: Speaker, screen: Screen, standing: Standing, *, me: PersonId, may_act: bool) -> Screen:
    """A case with who has it, before its last row what can be done about that."""
    *rows, last = screen.rows
    ways = _ways(say, standing, me) if may_act else []
    notes = _noting(say, standing, may_act=may_act)
    latest = standing.notes[0] if standing.notes else None
    return replace(
        screen,
        text=paragraphs(
            holder(say, standing, me),
            screen.text,
            say("case-latest-note", text=shortened(latest.text, LATEST)) if latest else "",
        ),
        rows=[*rows, *ways, *notes, last],
    )


def holder(say: Speaker, standing: Standing, me: PersonId) -> Html:
    """In whose hands it is; nothing where it is in nobody's."""
    held = standing.holder
    if held is None:
        return Html("")
    if held.person_id == me:
        return say("case-mine", since=say.date(held.since))
    return say("case-holder", name=name_of(say, held.name, held.person_id), since=say.date(held.since))


def name_of(say: Speaker, name: str, person_id: PersonId | None) -> str:
    """What a colleague is called; by Telegram's id where the bot does not know it."""
    return name or say.plain("case-colleague", id=str(person_id or "none"))


def taken(say: Speaker, standing: Standing) -> Screen:
    """A colleague was first: who has it since when, and the way to take it all the same."""
    held, case = standing.holder, standing.case
    show = [Button(say.plain("button-show-this"), _shown(case))]
    if held is None:
        text = say("case-released-before", name=_case_name(say, standing))
    else:
        who = name_of(say, held.name, held.person_id)
        text = say("case-taken-before", name=_case_name(say, standing), who=who, since=held.since)
    over = held.id if held else AssignmentId(0)
    take = [Button(say.plain("button-take-over"), TakeCase(kind=case.kind, row=case.row, over=over))]
    return Screen(text, [show, take, [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)]])


def colleagues(
    say: Speaker, standing: Standing, offered: Sequence[Colleague], page: int, *, me: PersonId
) -> Screen:
    """To whom the case may be given, a page of them."""
    case, over = standing.case, standing.holder.id if standing.holder else AssignmentId(0)
    shown = Page.of(page, len(offered), COLLEAGUES)
    rows: list[Row] = [
        [
            buttons.button(
                say.plain("case-me") if one.person_id == me else name_of(say, one.name, one.person_id),
                GiveCase(kind=case.kind, row=case.row, to=one.person_id, over=over),
            )
        ]
        for one in shown.cut(offered)
    ]

    def turned(to: int) -> OfferColleagues:
        return OfferColleagues(kind=case.kind, row=case.row, page=to)

    return Screen(
        paragraphs(say("case-choose-colleague", name=_case_name(say, standing)), holder(say, standing, me)),
        [
            *rows,
            *buttons.turns(say, shown.at, shown.count, turned),
            [buttons.back(say, _shown(case)), buttons.to_menu(say)],
        ],
    )


def given(say: Speaker, assignment: Assignment, subject: Proposal | Question) -> Screen:
    """A colleague has given one a case."""
    show = Button(say.plain("button-show-this"), _shown(assignment.case))
    text = (
        say("case-given-proposal", **story.named(subject))
        if isinstance(subject, Proposal)
        else say("case-given-question", number=str(subject.id), text=shortened(subject.text, NOTICED))
    )
    return Screen(
        text, [[show], [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)]], stays=True
    )


def notes(say: Speaker, standing: Standing, page: int, *, me: PersonId, may_act: bool) -> Screen:
    """What colleagues have noted, the newest first, each with who and when; a page of it."""
    case = standing.case
    title = say("case-notes", name=_case_name(say, standing), count=len(standing.notes))
    body = pages(paragraphs(title, *(_note(say, one, me) for one in standing.notes)), PAGE)
    at = min(page, len(body) - 1)
    write = [Button(say.plain("button-write-note"), WriteNote(kind=case.kind, row=case.row))]
    return Screen(
        body[at],
        [
            *([write] if may_act else []),
            *buttons.turns(say, at, len(body), lambda to: ShowNotes(kind=case.kind, row=case.row, page=to)),
            [buttons.back(say, _shown(case)), buttons.to_menu(say)],
        ],
    )


def note_heading(say: Speaker, subject: object) -> Html:
    """What is being written, and who will read it."""
    assert isinstance(subject, Standing)
    return say("case-note-heading", name=_case_name(say, subject))


def _note(say: Speaker, note: Note, me: PersonId) -> Html:
    who = say.plain("case-me") if note.actor_id == me else note.name or say.plain("case-somebody")
    return say("case-note", who=who, written=note.written_at, text=note.text)


def _noting(say: Speaker, standing: Standing, *, may_act: bool) -> list[Row]:
    case, count = standing.case, len(standing.notes)
    if count:
        label = say.plain("case-button-notes", count=count)
        return [[Button(label, ShowNotes(kind=case.kind, row=case.row))]]
    write = Button(say.plain("button-write-note"), WriteNote(kind=case.kind, row=case.row))
    return [[write]] if may_act else []


def _ways(say: Speaker, standing: Standing, me: PersonId) -> list[Row]:
    case, held = standing.case, standing.holder
    over = held.id if held else AssignmentId(0)
    give = Button(say.plain("button-give-case"), OfferColleagues(kind=case.kind, row=case.row))
    if held is not None and held.person_id == me:
        own = Button(say.plain("button-release-case"), ReleaseCase(kind=case.kind, row=case.row, over=over))
    else:
        label = "button-take-over" if held else "button-take-case"
        own = Button(say.plain(label), TakeCase(kind=case.kind, row=case.row, over=over))
    return [[own, give]]


def _shown(case: CaseRef) -> Action:
    if case.kind is CaseKind.PROPOSAL:
        return ShowProposalCase(proposal=ProposalId(case.row))
    return ShowCase(question=QuestionId(case.row))


def _case_name(say: Speaker, standing: Standing) -> str:
    is_question = standing.case.kind is CaseKind.QUESTION
    return say.plain("case-question", number=standing.name) if is_question else standing.name
