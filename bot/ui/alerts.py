"""Alerts: what subscribers, those who write and those who asked hear of a consultation; in groups, with links alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.consultations import Consultation
from bot.domain.drafts import Draft, Step
from bot.domain.knowledge import Commitment, Knowledge
from bot.domain.occasions import ReminderMoment
from bot.texts import Html, Speaker
from bot.ui import buttons, consultations
from bot.ui import consultation_fields as fields
from bot.ui.actions import ShowConsultation, Unsubscribe
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.draft_actions import ContinueDraft
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened
from bot.ui.subscription_actions import RemindMe, ShowFewer

#: How much of a title stands in a heading.
TITLE = 150


def opened(
    say: Speaker,
    consultation: Consultation,
    now: datetime,
    *,
    knowledge: Knowledge,
    bot_name: str,
    in_group: bool = False,
    moments: Sequence[ReminderMoment] = (),
) -> Screen:
    """It has opened: what, until when, and what one can do.

    Args:
        say: the recipient's language.
        consultation: which.
        now: the moment.
        knowledge: the names of topics and regions.
        bot_name: the bot's user name, for the address of the consultation.
        in_group: whether anybody may press the buttons, so that they only open the bot.
        moments: when one can be reminded of it.
    """
    text = consultations.alert_text(say, consultation, now, knowledge=knowledge)
    return _with_ways_on(say, text, consultation, bot_name, moments, in_group=in_group)


def closing(
    say: Speaker,
    consultation: Consultation,
    now: datetime,
    *,
    bot_name: str,
    in_group: bool = False,
    moments: Sequence[ReminderMoment] = (),
) -> Screen:
    """It closes soon; the arguments are those of `opened`."""
    text = _soon(say, "alert-closing", consultation, now)
    return _with_ways_on(say, text, consultation, bot_name, moments, in_group=in_group)


def reminder(
    say: Speaker,
    consultation: Consultation,
    now: datetime,
    *,
    bot_name: str,
    moments: Sequence[ReminderMoment] = (),
) -> Screen:
    """What somebody has asked to be reminded of; the arguments are those of `opened`."""
    text = _soon(say, "alert-reminder", consultation, now)
    return _with_ways_on(say, text, consultation, bot_name, moments, in_group=False)


def unfinished(
    say: Speaker,
    draft: Draft,
    consultation: Consultation,
    now: datetime,
    *,
    bot_name: str,
    moments: Sequence[ReminderMoment] = (),
) -> Screen:
    """To who has begun a proposal: it can be sent for so long; the arguments are those of `opened`."""
    title = draft.answers.get(Step.TITLE)
    address = address_of(consultation, bot_name)
    return Screen(
        paragraphs(
            lines(
                [
                    say("draft-waits"),
                    say("draft-waits-titled", title=shortened(title, TITLE)) if title else "",
                    say("draft-waits-until", closes=consultation.closes_at),
                    say("alert-left", left=say.time_left(consultation.closes_at, now)),
                ]
            ),
            say("alert-draft-kept"),
            say("alert-link", link=address),
        ),
        [
            [Button(say.plain("button-continue"), ContinueDraft(draft=draft.id))],
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            *_fewer(say, address, consultation.title(say.language), _reminding(say, consultation, moments)),
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def linked(
    say: Speaker,
    screen: Screen,
    consultation: Consultation,
    *,
    bot_name: str,
    in_group: bool = False,
    moments: Sequence[ReminderMoment] = (),
) -> Screen:
    """What else is told of a consultation: with its address, and in a group with nothing but links.

    Args:
        say: the recipient's language.
        screen: what is told.
        consultation: of which.
        bot_name: the bot's user name, for the address of the consultation.
        in_group: whether anybody may press the buttons, so that they only open the bot.
        moments: when one can be reminded of it.
    """
    address = address_of(consultation, bot_name)
    ways = _fewer(say, address, consultation.title(say.language), _reminding(say, consultation, moments))
    return _linked(say, screen, address, "button-read", ways, in_group=in_group)


def of_commitment(
    say: Speaker, screen: Screen, commitment: Commitment, *, bot_name: str, in_group: bool
) -> Screen:
    """The progress of a commitment, likewise."""
    address = deep_link(bot_name, Place.COMMITMENT, commitment.id)
    ways = _fewer(say, address, shortened(commitment.name(say.language), TITLE))
    return _linked(say, screen, address, "button-show-commitment", ways, in_group=in_group)


def address_of(consultation: Consultation, bot_name: str) -> str:
    """The address that opens the bot at the consultation."""
    return deep_link(bot_name, Place.CONSULTATION, consultation.slug)


def _linked(
    say: Speaker, screen: Screen, address: str, label: str, ways: Sequence[Row], *, in_group: bool
) -> Screen:
    text = paragraphs(screen.text, say("alert-link", link=address))
    if in_group:
        sharing = [button for row in ways for button in row if button.url]
        return Screen(text, [[Button(say.plain(label), url=address)], sharing], stays=True)
    *rows, last = screen.rows
    return replace(screen, text=text, rows=[*rows, *ways, last])


def _with_ways_on(
    say: Speaker,
    text: Html,
    consultation: Consultation,
    bot_name: str,
    moments: Sequence[ReminderMoment],
    *,
    in_group: bool,
) -> Screen:
    screen = Screen(
        text,
        [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [consultations.take_part(say, consultation)],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )
    return linked(say, screen, consultation, bot_name=bot_name, in_group=in_group, moments=moments)


def _reminding(say: Speaker, consultation: Consultation, moments: Sequence[ReminderMoment]) -> Row:
    """To be reminded with one tap."""
    return [
        Button(
            say.plain(f"button-remind-{one.replace('_', '-')}"),
            RemindMe(consultation=consultation.id, moment=one),
        )
        for one in moments
    ]


def _fewer(say: Speaker, address: str, title: str, reminding: Row = ()) -> list[Row]:
    """What stands under every alert: be reminded, hear less, pass it on, hear nothing more."""
    return [
        *([reminding] if reminding else []),
        [Button(say.plain("button-fewer"), ShowFewer()), buttons.share(say, address, title)],
        [Button(say.plain("button-unsubscribe"), Unsubscribe())],
    ]


def _soon(say: Speaker, heading: str, consultation: Consultation, now: datetime) -> Html:
    _, text = consultation.text(say.language)
    return paragraphs(
        lines([say(heading), say("consultation-heading", title=shortened(text.title, TITLE))]),
        fields.in_other_language(say, consultation),
        say(
            "consultation-open",
            closes=consultation.closes_at,
            left=say.time_left(consultation.closes_at, now),
        ),
    )
