"""Consultations' screens: the list, one of them, and the alert that announces it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.consultations import Consultation, ConsultationState
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import (
    PreviewConsultation,
    PublishConsultation,
    ShowConsultation,
    ShowConsultations,
    ShowStaffPanel,
    ShowSubscription,
    ShowUnpublished,
    Unsubscribe,
)
from bot.ui.public_actions import ShowPublicList
from bot.ui.screen import Button, Screen, lines, paragraphs
from bot.ui.subscription_actions import FollowConsultation, ShowReminders


def listed(say: Speaker, consultations: Sequence[Consultation], now: datetime) -> Screen:
    """The open consultations, the one that closes first on top."""
    ways_on = [[Button(say.plain("button-subscription"), ShowSubscription())], [buttons.to_menu(say)]]
    if not consultations:
        return Screen(say("consultations-none"), [[buttons.propose(say)], *ways_on])
    entries = [
        say(
            "consultations-entry",
            title=one.text(say.language)[1].title,
            closes=one.closes_at,
            left=say.time_left(one.closes_at, now),
        )
        for one in consultations
    ]
    rows = [
        [buttons.button(one.text(say.language)[1].title, ShowConsultation(consultation=one.id))]
        for one in consultations
    ]
    return Screen(paragraphs(say("consultations-title"), *entries), [*rows, *ways_on])


def one(say: Speaker, consultation: Consultation, now: datetime) -> Screen:
    """All there is to read of one consultation."""
    is_open = consultation.is_open(now)
    rows = [
        *([[buttons.propose(say, consultation.id)]] if is_open else []),
        *([[Button(say.plain("button-notice"), url=consultation.url)]] if consultation.url else []),
        [
            Button(say.plain("button-follow"), FollowConsultation(consultation=consultation.id, is_on=True)),
            *(
                [Button(say.plain("button-remind"), ShowReminders(consultation=consultation.id))]
                if is_open
                else []
            ),
        ],
        [Button(say.plain("button-all-proposals"), ShowPublicList(consultation=consultation.id))],
        [buttons.back(say, ShowConsultations()), buttons.to_menu(say)],
    ]
    return Screen(_body(say, consultation, say(f"consultation-kind-{consultation.kind}"), now), rows)


def alert(say: Speaker, consultation: Consultation, now: datetime) -> Screen:
    """The message to subscribers: what, until when, and what they can do."""
    return Screen(
        _body(say, consultation, say(f"consultation-alert-{consultation.kind}"), now),
        [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [buttons.propose(say, consultation.id)],
            [Button(say.plain("button-unsubscribe"), Unsubscribe())],
        ],
        stays=True,
    )


def unpublished(say: Speaker, drafts: Sequence[Consultation]) -> Screen:
    """What waits to be published, for staff."""
    back = [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]
    if not drafts:
        return Screen(say("publish-none"), [back])
    rows = [
        [buttons.button(draft.text(say.language)[1].title, PreviewConsultation(consultation=draft.id))]
        for draft in drafts
    ]
    return Screen(say("publish-choose", count=len(drafts)), [*rows, back])


def preview(say: Speaker, consultation: Consultation, recipients: int, now: datetime) -> Screen:
    """An unpublished consultation just as subscribers will see it, with how many they are."""
    if consultation.state is not ConsultationState.DRAFT:
        return published(say, consultation, recipients=None)
    return Screen(
        paragraphs(
            say("publish-preview", slug=consultation.slug, count=recipients),
            _body(say, consultation, say(f"consultation-alert-{consultation.kind}"), now),
        ),
        [
            [Button(say.plain("button-publish"), PublishConsultation(consultation=consultation.id))],
            [buttons.back(say, ShowUnpublished()), buttons.to_menu(say)],
        ],
    )


def published(say: Speaker, consultation: Consultation, *, recipients: int | None) -> Screen:
    """The officer's receipt."""
    title = consultation.text(say.language)[1].title
    text = (
        say("publish-done-before", title=title)
        if recipients is None
        else say("publish-done", title=title, count=recipients, closes=consultation.closes_at)
    )
    return Screen(
        text,
        [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def _body(say: Speaker, consultation: Consultation, heading: Html, now: datetime) -> Html:
    language, text = consultation.text(say.language)
    is_open = consultation.state is ConsultationState.DRAFT or consultation.is_open(now)
    days_left = say.time_left(consultation.closes_at, now)
    return paragraphs(
        lines([heading, say("consultation-heading", title=text.title)]),
        "" if language == say.language else say("consultation-other-language", language=language),
        say("consultation-summary", summary=text.summary),
        say("consultation-open", closes=consultation.closes_at, left=days_left)
        if is_open
        else say("consultation-over", closes=consultation.closes_at),
    )
