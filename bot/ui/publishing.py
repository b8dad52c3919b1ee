"""Consultations as the secretariat works on them: the list, what can be done with one, receipts."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.consultation_asks import Intent
from bot.domain.consultation_drafts import ConsultationDraft
from bot.domain.consultations import Consultation, ConsultationState
from bot.domain.knowledge import Knowledge
from bot.services.consultation_work import Confirmed
from bot.services.consultations import Record
from bot.texts import Html, Speaker
from bot.ui import alerts, buttons, story
from bot.ui import consultation_fields as fields
from bot.ui.actions import PublishConsultation, ShowConsultation, ShowStaffPanel, ShowUnpublished
from bot.ui.broadcast_actions import ShowBroadcasts
from bot.ui.buttons import Row
from bot.ui.consultation_actions import ShowConsultationHistory
from bot.ui.publishing_actions import (
    BeginConsultation,
    ContinueWork,
    ManageConsultation,
    PlanConsultation,
    UnscheduleConsultation,
    WorkOn,
)
from bot.ui.queue_actions import ShowMissing
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: Consultations on one screen: a member of staff sees those that move.
SHOWN = 20


def at_work(
    say: Speaker,
    listed: Sequence[Consultation],
    mine: Sequence[ConsultationDraft],
    *,
    may_act: bool = True,
) -> Screen:
    """What the secretariat works on: one's own unfinished work, then all that is not over.

    Args:
        say: the member's language.
        listed: consultations, drafts first.
        mine: what this member has begun.
        may_act: whether the member is an officer.
    """
    back = [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]
    waiting = sum(not one.state.is_public for one in listed)
    text = say("publish-choose", count=waiting) if listed or mine else say("publish-none")
    return Screen(
        text,
        [
            *([[Button(say.plain("button-new-consultation"), BeginConsultation())]] if may_act else []),
            *([buttons.button(named(say, one), ContinueWork(draft=one.id))] for one in mine),
            *(
                [
                    buttons.button(
                        say.plain(
                            "publishing-entry",
                            title=shortened(one.title(say.language), 24),
                            state=say(f"consultation-state-{one.state}"),
                        ),
                        ManageConsultation(consultation=one.id),
                    )
                ]
                for one in listed[:SHOWN]
            ),
            back,
        ],
    )


def named(say: Speaker, draft: ConsultationDraft) -> str:
    """Unfinished work on a button."""
    title = shortened(draft.title, 20) or say.plain("publishing-untitled", date=draft.created_at)
    return say.plain(f"publishing-work-{draft.intent}", title=title)


def manage(
    say: Speaker,
    record: Record,
    now: datetime,
    *,
    knowledge: Knowledge,
    bot_name: str,
    hearers: int,
    others: int = 0,
    may_act: bool = True,
) -> Screen:
    """What can be done with a consultation, in the state in which it is.

    Args:
        say: the officer's language.
        record: the consultation and its history.
        now: the moment.
        knowledge: the names of topics and regions.
        bot_name: the bot's user name, for the address in what people will read.
        hearers: to how many people and groups an alert, or a change, would go.
        others: how many colleagues are writing about it.
        may_act: whether the member is an officer.
    """
    consultation = record.consultation
    is_public = consultation.state.is_public
    over = (
        lines(
            [
                say("publishing-manage", title=shortened(consultation.title(say.language), story.TITLE)),
                say(
                    "publishing-standing",
                    state=say(f"consultation-state-{consultation.state}"),
                    slug=consultation.slug,
                    proposals=record.proposals,
                    unanswered=record.unanswered,
                    count=hearers,
                ),
                fields.standing(say, consultation, now),
            ]
        )
        if is_public
        else say("publish-preview", slug=consultation.slug, count=hearers)
    )
    return Screen(
        paragraphs(
            over,
            say("publishing-others", count=others) if others else "",
            _planned(say, consultation, now),
            "" if is_public else _alert(say, consultation, now, knowledge, bot_name),
            fields.entry(say, consultation, record.changes[-1]) if record.changes and is_public else "",
        ),
        [
            *(_ways(say, record, now) if may_act else _reading(say, consultation)),
            [buttons.back(say, ShowUnpublished()), buttons.to_menu(say)],
        ],
    )


def published(say: Speaker, consultation: Consultation, *, recipients: int | None) -> Screen:
    """The officer's receipt."""
    title = consultation.title(say.language)
    text = (
        say("publish-done-before", title=title)
        if recipients is None
        else say("publish-done", title=title, count=recipients, closes=consultation.closes_at)
    )
    return Screen(text, _after(say, consultation, is_told=bool(recipients)), stays=True)


def confirmed(say: Speaker, done: Confirmed) -> Screen:
    """The officer's receipt of whatever was confirmed."""
    consultation, change = done.consultation, done.change
    title = consultation.title(say.language)
    if change is None:
        is_planned = consultation.state is ConsultationState.SCHEDULED and consultation.opens_at is not None
        text = (
            paragraphs(
                say("publishing-done-scheduled", title=title),
                say("publishing-planned", opens=consultation.opens_at),
            )
            if is_planned and consultation.opens_at
            else say("publishing-kept", title=title)
        )
        return Screen(text, _after(say, consultation), stays=True)
    if consultation.state is ConsultationState.OPEN and consultation.published_at == change.changed_at:
        return published(say, consultation, recipients=done.hearers)
    opens = consultation.opens_at
    is_planned = opens is not None and consultation.state is ConsultationState.SCHEDULED
    return Screen(
        paragraphs(
            say(f"publishing-done-{change.event}", title=title),
            say("publishing-planned", opens=opens) if is_planned and opens else "",
            lines(fields.differences(say, consultation, change.fields)),
            say("publishing-hearers", count=done.hearers) if consultation.published_at else "",
        ),
        _after(say, consultation, is_told=bool(done.hearers)),
        stays=True,
    )


def _alert(
    say: Speaker, consultation: Consultation, now: datetime, knowledge: Knowledge, bot_name: str
) -> Html:
    """What subscribers will read, at the moment at which they will."""
    at = max(now, consultation.opens_at or now)
    return alerts.opened(say, consultation, at, knowledge=knowledge, bot_name=bot_name).text


def _planned(say: Speaker, consultation: Consultation, now: datetime) -> Html:
    if consultation.state.is_public or consultation.opens_at is None:
        return Html("")
    is_planned = consultation.state is ConsultationState.SCHEDULED
    if not is_planned and consultation.opens_at <= now:
        return Html("")
    return say("publishing-planned" if is_planned else "publishing-wished", opens=consultation.opens_at)


def _after(say: Speaker, consultation: Consultation, *, is_told: bool = False) -> list[Row]:
    """The ways on from a receipt; where people are being told, also to how that goes."""
    is_public = consultation.state.is_public
    read = Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))
    manage = Button(say.plain("button-manage"), ManageConsultation(consultation=consultation.id))
    return [
        *([[Button(say.plain("button-broadcasts"), ShowBroadcasts())]] if is_told and is_public else []),
        *([[read]] if is_public else []),
        [manage],
        [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
    ]


def _reading(say: Speaker, consultation: Consultation) -> list[Row]:
    if not consultation.state.is_public:
        return []
    return [
        [Button(say.plain("button-changes"), ShowConsultationHistory(consultation=consultation.id))],
        [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
    ]


def _ways(say: Speaker, record: Record, now: datetime) -> list[Row]:
    consultation = record.consultation
    state, row = consultation.state, consultation.id

    def work(label: str, intent: Intent) -> Row:
        return [Button(say.plain(label), WorkOn(consultation=row, intent=intent))]

    withdraw = work("button-withdraw-consultation", Intent.WITHDRAW)
    history = _reading(say, consultation)
    match state:
        case ConsultationState.DRAFT:
            is_wished = consultation.opens_at is not None and consultation.opens_at > now
            plan = (
                [[Button(say.plain("button-plan"), PlanConsultation(consultation=row))]] if is_wished else []
            )
            publish = [Button(say.plain("button-publish"), PublishConsultation(consultation=row))]
            return [*plan, publish, work("button-prepare", Intent.PREPARE), withdraw]
        case ConsultationState.SCHEDULED:
            return [
                work("button-prepare", Intent.PREPARE),
                [Button(say.plain("button-unschedule"), UnscheduleConsultation(consultation=row))],
                [Button(say.plain("button-publish"), PublishConsultation(consultation=row))],
                withdraw,
            ]
        case ConsultationState.OPEN:
            close = work("button-close-now", Intent.CLOSE)
            return [work("button-correct-consultation", Intent.CORRECT), *history, close, withdraw]
        case ConsultationState.CLOSED:
            missing = ShowMissing(consultation=row)
            label = say.plain("publishing-button-missing", count=record.unanswered)
            return [
                *([[Button(label, missing)]] if record.unanswered else []),
                work("button-results", Intent.ANSWER),
                work("button-correct-consultation", Intent.CORRECT),
                *history,
                withdraw,
            ]
    return history
