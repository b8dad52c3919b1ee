"""Pauses, what is followed by itself, and reminders on screen."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.commitments import CommitmentId
from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.occasions import ReminderMoment
from bot.domain.paging import Page
from bot.domain.subscriptions import LONGEST_PAUSE
from bot.services.occasions import Wishes
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.actions import ShowConsultation
from bot.ui.commitment_actions import ShowCommitment
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened
from bot.ui.subscription_actions import (
    FollowCommitment,
    FollowConsultation,
    ForgetReminders,
    PauseFor,
    PauseUntil,
    RemindMe,
    ShowAlerts,
    ShowFollowed,
    ShowPause,
    ShowPauseDays,
    ShowPauseMonths,
    StopFollowing,
    StopFollowingCommitment,
)
from bot.ui.subscriptions import Place, leave

#: Followed things on one page; how much of a title stands in a list.
LISTED, TITLE = 6, 150
#: Days in a row of the calendar, and months in one.
WEEK, SIDE = 7, 2
_OFFERED = (7, 14, 30)


@dataclass(frozen=True)
class Followed:
    """Something that is followed by itself.

    Attributes:
        consultation: row id; None for a commitment.
        commitment: id of the content; None for a consultation.
    """

    title: str
    consultation: ConsultationId | None = None
    commitment: CommitmentId | None = None


def pause(say: Speaker, place: Place) -> Screen:
    """For how long."""
    return Screen(
        paragraphs(say("pause-title"), say("pause-what")),
        [
            *(
                [Button(say.plain("button-pause-days", days=days), PauseFor(of=place.of, days=days))]
                for days in _OFFERED
            ),
            [Button(say.plain("button-pause-until"), ShowPauseMonths(of=place.of))],
            leave(say, place),
        ],
    )


def months(say: Speaker, place: Place, now: datetime, zone: ZoneInfo) -> Screen:
    """The month in which the pause ends."""
    first = now.astimezone(zone).date() + timedelta(days=1)  # on a month's last day it has none to offer
    offered = [divmod(first.month - 1 + ahead, 12) for ahead in range(12)]
    cells = [
        Button(
            say.as_of(f"{first.year + years}-{month + 1:02}"),
            ShowPauseDays(of=place.of, month=(first.year + years) * 100 + month + 1),
        )
        for years, month in offered
    ]
    return Screen(
        say("pause-month"),
        [
            *(cells[at : at + SIDE] for at in range(0, len(cells), SIDE)),
            leave(say, place, ShowPause(of=place.of)),
        ],
    )


def days(say: Speaker, place: Place, month: int, now: datetime, zone: ZoneInfo) -> Screen:
    """The day on which one hears again; those that are past, or too far away, are left out."""
    year, number = divmod(month, 100)
    today = now.astimezone(zone).date()
    latest = today + timedelta(days=LONGEST_PAUSE - 1)
    cells = [
        Button(str(day.day), PauseUntil(of=place.of, day=day.year * 10_000 + day.month * 100 + day.day))
        for day in _days_of(year, number)
        if today < day <= latest
    ]
    return Screen(
        say("pause-day", month=say.as_of(f"{year}-{number:02}")),
        [
            *(cells[at : at + WEEK] for at in range(0, len(cells), WEEK)),
            leave(say, place, ShowPauseMonths(of=place.of)),
        ],
    )


def followed(say: Speaker, place: Place, found: Sequence[Followed], page: int) -> Screen:
    """What is followed by itself, with a button each to stop that."""
    back = leave(say, place)
    if not found:
        return Screen(say("followed-none"), [back])
    shown = Page.of(page, len(found), LISTED)
    return Screen(
        paragraphs(
            say("followed-title", count=len(found)),
            lines(say("followed-entry", title=shortened(one.title, TITLE)) for one in shown.cut(found)),
            say("followed-what"),
        ),
        [
            *([_stop(place, one)] for one in shown.cut(found)),
            *buttons.turns(say, shown.at, shown.count, lambda to: ShowFollowed(of=place.of, page=to)),
            back,
        ],
    )


def following(say: Speaker, consultation: Consultation, *, is_on: bool) -> Screen:
    """The receipt: one hears of this consultation, or of it no more by itself."""
    title = shortened(consultation.text(say.language)[1].title, TITLE)
    other = FollowConsultation(consultation=consultation.id, is_on=not is_on)
    return Screen(
        say("follow-consultation-on", title=title) if is_on else say("follow-consultation-off", title=title),
        [
            [Button(say.plain("button-unfollow" if is_on else "button-follow"), other)],
            [Button(say.plain("button-subscription"), ShowAlerts())],
            [buttons.back(say, ShowConsultation(consultation=consultation.id)), buttons.to_menu(say)],
        ],
    )


def following_commitment(say: Speaker, commitment: CommitmentId, name: str, *, is_on: bool) -> Screen:
    """The receipt: one hears how this commitment is carried out, or no more."""
    title = shortened(name, TITLE)
    other = FollowCommitment(commitment=commitment, is_on=not is_on)
    return Screen(
        say("follow-commitment-on", title=title) if is_on else say("follow-commitment-off", title=title),
        [
            [Button(say.plain("button-unfollow" if is_on else "button-follow"), other)],
            [Button(say.plain("button-subscription"), ShowAlerts())],
            [buttons.back(say, ShowCommitment(commitment=commitment)), buttons.to_menu(say)],
        ],
    )


def reminders(say: Speaker, wishes: Wishes, *, is_news: bool = False) -> Screen:
    """When to be reminded of a consultation."""
    consultation = wishes.consultation
    chosen = [say(f"reminder-at-{_id(one)}") for one in ReminderMoment if one in wishes.chosen]
    offered = [one for one in wishes.offered if one not in wishes.chosen]
    if chosen:
        state = lines([say("reminder-set" if is_news else "reminder-is-set"), *chosen])
    else:
        state = say("reminder-when") if offered else say("reminder-error-late")
    forget = Button(say.plain("button-forget-reminders"), ForgetReminders(consultation=consultation.id))
    return Screen(
        paragraphs(
            say("reminder-title", title=shortened(consultation.text(say.language)[1].title, TITLE)), state
        ),
        [
            *(
                [
                    Button(
                        say.plain(f"button-remind-{_id(one)}"),
                        RemindMe(consultation=consultation.id, moment=one),
                    )
                ]
                for one in offered
            ),
            *([[forget]] if chosen else []),
            [buttons.back(say, ShowConsultation(consultation=consultation.id)), buttons.to_menu(say)],
        ],
    )


def _stop(place: Place, one: Followed) -> Button:
    label = f"✕ {one.title}"
    if one.consultation is not None:
        return buttons.button(label, StopFollowing(of=place.of, consultation=one.consultation))
    assert one.commitment is not None
    return buttons.button(label, StopFollowingCommitment(of=place.of, commitment=one.commitment))


def _days_of(year: int, month: int) -> Sequence[date]:
    return [day for day in calendar.Calendar().itermonthdates(year, month) if day.month == month]


def _id(moment: ReminderMoment) -> str:
    return moment.replace("_", "-")
