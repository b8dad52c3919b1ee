"""Alerts: what subscribers, those who write and those who asked hear of a consultation; in groups, with links alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.consultations import Consultation
from bot.domain.drafts import Draft, Step
from bot.domain.knowledge import Commitment, Knowledge
from bot.texts import Html, Speaker
from bot.ui import buttons, consultations
from bot.ui.actions import ShowConsultation, Unsubscribe
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.draft_actions import ContinueDraft
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened
from bot.ui.subscription_actions import ShowFewer, ShowReminders

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
) -> Screen:
    """It has opened: what, until when, and what one can do.

    Args:
        say: the recipient's language.
        consultation: which.
        now: the moment.
        knowledge: the names of topics and regions.
        bot_name: the bot's user name, for the address of the consultation.
        in_group: whether anybody may press the buttons, so that they only open the bot.
    """
    text = consultations.alert_text(say, consultation, now, knowledge=knowledge)
    return _with_ways_on(say, text, consultation, bot_name, in_group=in_group)


def closing(
    say: Speaker, consultation: Consultation, now: datetime, *, bot_name: str, in_group: bool = False
) -> Screen:
    """It closes soon; the arguments are those of `opened`."""
    text = _soon(say, "alert-closing", consultation, now)
    return _with_ways_on(say, text, consultation, bot_name, in_group=in_group)


def reminder(say: Speaker, consultation: Consultation, now: datetime, *, bot_name: str) -> Screen:
    """What somebody has asked to be reminded of."""
    text = _soon(say, "alert-reminder", consultation, now)
    return _with_ways_on(say, text, consultation, bot_name, in_group=False)


def unfinished(say: Speaker, draft: Draft, consultation: Consultation, now: datetime) -> Screen:
    """To who has begun a proposal: it can be sent for so long."""
    title = draft.answers.get(Step.TITLE)
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
        ),
        [
            [Button(say.plain("button-continue"), ContinueDraft(draft=draft.id))],
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [Button(say.plain("button-remind"), ShowReminders(consultation=consultation.id))],
        ],
        stays=True,
    )


def linked(
    say: Speaker, screen: Screen, consultation: Consultation, *, bot_name: str, in_group: bool
) -> Screen:
    """What else is told of a consultation: with its address, and in a group with nothing but links."""
    address = address_of(consultation, bot_name)
    title = consultation.text(say.language)[1].title
    return _linked(say, screen, address, "button-read", title, in_group=in_group)


def of_commitment(
    say: Speaker, screen: Screen, commitment: Commitment, *, bot_name: str, in_group: bool
) -> Screen:
    """The progress of a commitment, likewise."""
    address = deep_link(bot_name, Place.COMMITMENT, commitment.id)
    title = shortened(commitment.name(say.language), TITLE)
    return _linked(say, screen, address, "button-show-commitment", title, in_group=in_group)


def address_of(consultation: Consultation, bot_name: str) -> str:
    """The address that opens the bot at the consultation."""
    return deep_link(bot_name, Place.CONSULTATION, consultation.slug)


def _linked(say: Speaker, screen: Screen, address: str, label: str, title: str, *, in_group: bool) -> Screen:
    text = paragraphs(screen.text, say("alert-link", link=address))
    sharing = buttons.share(say, address, title)
    if in_group:
        return Screen(text, [[Button(say.plain(label), url=address)], [sharing]], stays=True)
    *rows, last = screen.rows
    return replace(
        screen, text=text, rows=[*rows, [Button(say.plain("button-fewer"), ShowFewer()), sharing], last]
    )


def _with_ways_on(
    say: Speaker, text: Html, consultation: Consultation, bot_name: str, *, in_group: bool
) -> Screen:
    address = address_of(consultation, bot_name)
    sharing = buttons.share(say, address, consultation.text(say.language)[1].title)
    rows: Sequence[Row]
    if in_group:
        rows = [[Button(say.plain("button-read"), url=address)], [sharing]]
    else:
        rows = [
            [Button(say.plain("button-read"), ShowConsultation(consultation=consultation.id))],
            [consultations.take_part(say, consultation)],
            [Button(say.plain("button-remind"), ShowReminders(consultation=consultation.id)), sharing],
            [Button(say.plain("button-fewer"), ShowFewer())],
            [Button(say.plain("button-unsubscribe"), Unsubscribe())],
        ]
    return Screen(paragraphs(text, _address(say, consultation, bot_name)), rows, stays=True)


def _address(say: Speaker, consultation: Consultation, bot_name: str) -> Html:
    return say("alert-link", link=address_of(consultation, bot_name))


def _soon(say: Speaker, heading: str, consultation: Consultation, now: datetime) -> Html:
    language, text = consultation.text(say.language)
    return paragraphs(
        lines([say(heading), say("consultation-heading", title=shortened(text.title, TITLE))]),
        "" if language == say.language else say("consultation-other-language", language=language),
        say(
            "consultation-open",
            closes=consultation.closes_at,
            left=say.time_left(consultation.closes_at, now),
        ),
    )
