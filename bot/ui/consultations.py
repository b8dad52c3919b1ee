"""Consultations' screens: one of them, its documents, its history, and the alerts about it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.consultations import (
    Consultation,
    ConsultationChange,
    ConsultationEvent,
    ConsultationKind,
    ConsultationState,
    Document,
)
from bot.domain.knowledge import Knowledge
from bot.domain.proposals import ProposalState
from bot.domain.responses import Tally
from bot.services.consultations import Record
from bot.texts import Html, Speaker
from bot.ui import buttons, responses, story
from bot.ui import consultation_fields as fields
from bot.ui.actions import ShowConsultation, ShowConsultations
from bot.ui.buttons import Row
from bot.ui.consultation_actions import (
    ReadConsultation,
    SendCalendar,
    SendDocument,
    ShowConsultationHistory,
)
from bot.ui.pages import pages
from bot.ui.public_actions import ShowPublicList
from bot.ui.screen import Button, File, Screen, lines, paragraphs, shortened
from bot.ui.subscription_actions import FollowConsultation, ShowReminders

#: Visible characters of a page of a consultation, and of a summary in an alert, which is one message.
PAGE, IN_ALERT = 2600, 1500


def one(
    say: Speaker,
    record: Record,
    now: datetime,
    *,
    knowledge: Knowledge,
    link: str,
    page: int = 0,
    tally: Tally | None = None,
) -> Screen:
    """All there is to read of one consultation.

    Args:
        say: the reader's language.
        record: the consultation and its history.
        now: the moment.
        knowledge: the names of topics and regions.
        link: its address.
        page: from 0.
        tally: how many proposals in it have their response.
    """
    consultation = record.consultation
    _, text = consultation.text(say.language)
    told = [one for one in record.changes if _is_told(one)]
    body = pages(
        paragraphs(
            fields.heading(say, consultation, say(f"consultation-kind-{consultation.kind}")),
            fields.standing(say, consultation, now),
            results(say, record) if consultation.state is ConsultationState.ANSWERED else "",
            responses.counters(say, tally) if tally else "",
            fields.entry(say, consultation, told[-1]) if told else "",
            say("consultation-summary", summary=text.summary),
            fields.notice(say, consultation),
            fields.about(say, consultation, knowledge),
            say("consultation-link", link=link),
        ),
        PAGE,
    )
    shown = min(page, len(body) - 1)
    return Screen(
        body[shown],
        [
            *([[take_part(say, consultation)]] if consultation.is_open(now) else []),
            *buttons.turns(
                say,
                shown,
                len(body),
                lambda other: ReadConsultation(consultation=consultation.id, page=other),
            ),
            *documents(say, consultation),
            *([[Button(say.plain("button-notice"), url=consultation.url)]] if consultation.url else []),
            [
                *(
                    [Button(say.plain("button-calendar"), SendCalendar(consultation=consultation.id))]
                    if consultation.is_open(now)
                    else []
                ),
                buttons.share(say, link, consultation.title(say.language)),
            ],
            [Button(say.plain("button-all-proposals"), ShowPublicList(consultation=consultation.id))],
            *(
                [
                    [
                        Button(
                            say.plain("button-changes"),
                            ShowConsultationHistory(consultation=consultation.id),
                        )
                    ]
                ]
                if len(told) > 1
                else []
            ),
            _staying_informed(say, consultation, now),
            [buttons.back(say, ShowConsultations()), buttons.to_menu(say)],
        ],
    )


def _staying_informed(say: Speaker, consultation: Consultation, now: datetime) -> Row:
    follow = FollowConsultation(consultation=consultation.id, is_on=True)
    if not consultation.is_open(now):
        return [Button(say.plain("button-follow"), follow)]
    remind = Button(say.plain("button-remind"), ShowReminders(consultation=consultation.id))
    return [Button(say.plain("button-follow"), follow), remind]


def take_part(say: Speaker, consultation: Consultation) -> Button:
    """Write a proposal to it, or a remark on its draft."""
    write = buttons.propose(say, consultation.id)
    if consultation.kind is ConsultationKind.REMARKS:
        return Button(say.plain("button-remark"), write.action)
    return write


def documents(say: Speaker, consultation: Consultation) -> list[Row]:
    """A button for each document: a link opens, a file is handed over."""
    return [[document_button(say, one)] for one in consultation.documents]


def document_button(say: Speaker, document: Document) -> Button:
    """Opens a link, or hands over a file."""
    label = fields.document_line(say, document)
    if document.is_file:
        return buttons.button(label, SendDocument(document=document.id))
    return buttons.link(label, document.url)


def history(say: Speaker, record: Record, page: int = 0) -> Screen:
    """What has been changed since it was opened, the newest first."""
    consultation = record.consultation
    told = [one for one in reversed(record.changes) if _is_told(one)]
    body = pages(
        paragraphs(
            say("consultation-history", title=shortened(consultation.title(say.language), story.TITLE)),
            *(fields.entry(say, consultation, one) for one in told),
        ),
        PAGE,
    )
    shown = min(page, len(body) - 1)
    return Screen(
        body[shown],
        [
            *buttons.turns(
                say,
                shown,
                len(body),
                lambda other: ShowConsultationHistory(consultation=consultation.id, page=other),
            ),
            [buttons.back(say, ShowConsultation(consultation=consultation.id)), buttons.to_menu(say)],
        ],
    )


def document_caption(say: Speaker, consultation: Consultation, document: Document) -> Html:
    """What stands under a document that is handed over."""
    return say(
        "consultation-document",
        name=document.title,
        title=shortened(consultation.title(say.language), story.TITLE),
    )


def document_sent(say: Speaker, consultation: Consultation, *, is_there: bool) -> Screen:
    """After a document, the way on; or that it cannot be found."""
    return Screen(
        say("consultation-document-sent" if is_there else "consultation-document-missing"),
        [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [buttons.to_menu(say)],
        ],
    )


def calendar(say: Speaker, consultation: Consultation, content: bytes) -> Screen:
    """The deadline as a file for a calendar."""
    title = shortened(consultation.title(say.language), story.TITLE)
    return Screen(
        say("consultation-calendar", title=title, closes=consultation.closes_at),
        [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [buttons.to_menu(say)],
        ],
        file=File(f"{consultation.slug}.ics", content),
        stays=True,
    )


def alert_text(say: Speaker, consultation: Consultation, now: datetime, *, knowledge: Knowledge) -> Html:
    """The beginning of a consultation as subscribers read it: what, for whom, until when."""
    _, text = consultation.text(say.language)
    return paragraphs(
        fields.heading(say, consultation, say(f"consultation-alert-{consultation.kind}")),
        say("consultation-summary", summary=shortened(text.summary, IN_ALERT)),
        say(
            "consultation-field",
            name=fields.name_of(say, "affected"),
            text=shortened(text.affected, story.SAID // 4),
        )
        if text.affected
        else "",
        fields.about(say, consultation, knowledge),
        fields.standing(say, consultation, now),
    )


def changed(say: Speaker, consultation: Consultation, change: ConsultationChange, now: datetime) -> Screen:
    """The message to those who were told: what was and what is, and why."""
    return Screen(
        paragraphs(
            say(f"consultation-changed-{change.event}", title=consultation.title(say.language)),
            fields.in_other_language(say, consultation),
            lines(fields.differences(say, consultation, change.fields)),
            say("consultation-note", note=change.note) if change.note else "",
            say("consultation-draft-kept") if change.event is not ConsultationEvent.CHANGED else "",
        ),
        [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            *([[take_part(say, consultation)]] if consultation.is_open(now) else []),
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def answered(say: Speaker, record: Record, *, note: str | None = None) -> Screen:
    """The message to those whom it concerns: who consulted on what, what came in, and what was decided.

    Args:
        say: the reader's language.
        record: the consultation, its history and its proposals.
        note: what is said with it; by default what was said when the results were published.
    """
    consultation = record.consultation
    _, text = consultation.text(say.language)
    last = next((one for one in reversed(record.changes) if one.event is ConsultationEvent.ANSWERED), None)
    said = note if note is not None or last is None else last.note
    return Screen(
        paragraphs(
            lines(
                [
                    say("consultation-results-title", title=text.title),
                    say("consultation-authority", authority=text.authority) if text.authority else "",
                ]
            ),
            fields.in_other_language(say, consultation),
            results(say, record),
            say("consultation-note", note=said) if said else "",
        ),
        [
            [Button(say.plain("button-all-proposals"), ShowPublicList(consultation=consultation.id))],
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def results(say: Speaker, record: Record) -> Html:
    """How many proposals there were, and how many of them came to what."""
    return lines(
        [
            say("consultation-results", count=record.proposals),
            *(
                say("consultation-result", state=story.state_of(say, state), count=count)
                for state, count in _decided(record)
            ),
        ]
    )


def _decided(record: Record) -> Sequence[tuple[ProposalState, int]]:
    counted = (one for one in ProposalState if one is not ProposalState.WITHDRAWN)
    return [(one, record.tally[one]) for one in counted if record.tally.get(one)]


def _is_told(change: ConsultationChange) -> bool:
    """Whether the public was told of it: what was done before it was opened is nobody's business."""
    before = {ConsultationEvent.SCHEDULED, ConsultationEvent.UNSCHEDULED, ConsultationEvent.MISSED}
    is_plain_end = change.event is ConsultationEvent.CLOSED and not change.fields
    return change.event not in {*before, ConsultationEvent.OPENED} and not is_plain_end
