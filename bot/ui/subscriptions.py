"""Subscriptions on screen: what goes to the chat at a glance, and every choice; the same for people and groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.groups import Group
from bot.domain.knowledge import Knowledge
from bot.domain.paging import Page
from bot.domain.people import QuietHours
from bot.domain.subscriptions import DIGEST_HOUR, Facet, Pace, Subscription
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.action import Action
from bot.ui.actions import ShowConsultations
from bot.ui.buttons import Row
from bot.ui.life_actions import ShowQuietHours
from bot.ui.screen import Button, Screen, lines, paragraphs
from bot.ui.subscription_actions import (
    ChooseEverything,
    ChooseGroupLanguage,
    ChoosePace,
    EndPause,
    HearOfAll,
    HearOfAllCommitments,
    MakeChoice,
    ShowAlerts,
    ShowChoices,
    ShowFollowed,
    ShowPace,
    ShowPause,
    TurnAlertsOff,
    TurnAlertsOn,
)

#: Topics or regions on one page; and so many of those chosen are named at a glance.
OFFERED, NAMED = 14, 4


@dataclass(frozen=True)
class Place:
    """The chat whose subscription it is, as its screens need it.

    Attributes:
        of: what the buttons name it by: 0 for the chat in which they are.
        group: the group or channel; None for a person.
        is_remote: whether it is managed from another chat.
        may_change: whether whoever looks at it may change it.
    """

    of: int = 0
    group: Group | None = None
    is_remote: bool = False
    may_change: bool = True


def settings(
    say: Speaker,
    place: Place,
    subscription: Subscription | None,
    knowledge: Knowledge,
    *,
    quiet: QuietHours | None = None,
    is_news: bool = False,
    opened: int = 0,
    languages: Sequence[str] = (),
) -> Screen:
    """What goes to the chat now, in words, and a button for each choice.

    Args:
        say: the reader's language.
        place: whose subscription.
        subscription: None where nothing goes to it.
        knowledge: the names of topics and regions.
        quiet: the person's quiet hours.
        is_news: whether this is the receipt of a change just made.
        opened: how many consultations are open, of which no alert will tell any more.
        languages: the other languages that the bot can speak in a group.
    """
    if subscription is None:
        return _off(say, place, is_news=is_news, opened=opened)
    if subscription.paused_until is not None:
        heading = say("subscription-paused", until=subscription.paused_until)
    else:
        heading = say("subscription-now-on") if is_news else say("subscription-on")
    text = paragraphs(
        _named(say, place, heading),
        lines(
            [
                *_what(say, subscription, knowledge),
                _when(say, subscription.pace),
                _quiet(say, quiet) if place.group is None else "",
            ]
        ),
        say("subscription-open", count=opened) if opened and is_news and place.group is None else "",
        "" if place.may_change else say("group-only-administrators"),
    )
    if not place.may_change:
        return Screen(text)
    return Screen(
        text, [*_choices(say, place, subscription), *_languages(say, place, languages), *_way_out(say, place)]
    )


def ended(say: Speaker, place: Place) -> Screen:
    """Nothing goes to the chat any more; or perhaps less would do."""
    return Screen(
        paragraphs(
            _named(say, place, say("subscription-now-off")),
            say("subscription-fewer-instead"),
        ),
        [
            [Button(say.plain("button-subscribe"), TurnAlertsOn(of=place.of))],
            [Button(say.plain("button-pace-weekly"), ChoosePace(of=place.of, pace=Pace.WEEKLY))],
            [Button(say.plain("button-topics"), ShowChoices(of=place.of, facet=Facet.TOPIC, page=0))],
            *_way_out(say, place),
        ],
    )


def fewer(say: Speaker) -> Screen:
    """How to hear less."""
    return Screen(
        say("subscription-fewer"),
        [
            [Button(say.plain("button-pace-daily"), ChoosePace(pace=Pace.DAILY))],
            [Button(say.plain("button-pace-weekly"), ChoosePace(pace=Pace.WEEKLY))],
            [
                Button(say.plain("button-topics"), ShowChoices(facet=Facet.TOPIC, page=0)),
                Button(say.plain("button-regions"), ShowChoices(facet=Facet.REGION, page=0)),
            ],
            [Button(say.plain("button-pause"), ShowPause())],
            [Button(say.plain("button-unsubscribe"), TurnAlertsOff())],
            [Button(say.plain("button-subscription"), ShowAlerts()), buttons.to_menu(say)],
        ],
    )


def pace(say: Speaker, place: Place, subscription: Subscription | None) -> Screen:
    """At once or in digests."""
    now = None if subscription is None else subscription.pace
    return Screen(
        paragraphs(
            _named(say, place, say("subscription-pace-title")),
            say("subscription-pace-what", hour=str(DIGEST_HOUR)),
        ),
        [
            *(
                [_chosen(say, f"button-pace-{_id(one)}", ChoosePace(of=place.of, pace=one), is_on=one is now)]
                for one in Pace
            ),
            leave(say, place),
        ],
    )


def choices(
    say: Speaker,
    place: Place,
    subscription: Subscription | None,
    knowledge: Knowledge,
    facet: Facet,
    page: int,
) -> Screen:
    """The topics or regions, those of interest marked."""
    offered = list((knowledge.topics if facet is Facet.TOPIC else knowledge.regions).values())
    chosen = () if subscription is None else subscription.chosen(facet)
    shown = Page.of(page, len(offered), OFFERED)
    rows = buttons.in_rows(
        [
            buttons.button(
                f"{'✓ ' if one.id in chosen else ''}{one.title(say.language)}",
                MakeChoice(of=place.of, facet=facet, choice=one.id, page=shown.at),
            )
            for one in shown.cut(offered)
        ]
    )
    everything = Button(say.plain(f"button-all-{facet}s"), ChooseEverything(of=place.of, facet=facet))
    names = [one.title(say.language) for one in offered if one.id in chosen]
    return Screen(
        paragraphs(
            _named(say, place, say(f"subscription-{facet}s-title")),
            say(f"subscription-{facet}s-chosen", names=", ".join(names))
            if names
            else say(f"subscription-{facet}s-all"),
        ),
        [
            *rows,
            *buttons.turns(
                say, shown.at, shown.count, lambda to: ShowChoices(of=place.of, facet=facet, page=to)
            ),
            *([[everything]] if names else []),
            leave(say, place),
        ],
    )


def leave(say: Speaker, place: Place, action: Action | None = None) -> Row:
    """The ways back to the screen before, by default the glance; and to the menu, which no group has."""
    menu = [buttons.to_menu(say)] if place.group is None or place.is_remote else []
    return [buttons.back(say, action or ShowAlerts(of=place.of)), *menu]


def _off(say: Speaker, place: Place, *, is_news: bool, opened: int) -> Screen:
    if is_news:
        return ended(say, place)
    change: list[Row] = (
        [[Button(say.plain("button-subscribe"), TurnAlertsOn(of=place.of))]] if place.may_change else []
    )
    text = paragraphs(
        _named(say, place, say("subscription-off")),
        say("subscription-open", count=opened) if opened and place.group is None else "",
        "" if place.may_change else say("group-only-administrators"),
    )
    if place.group is not None:
        return Screen(text, [*change, *_way_out(say, place)])
    listed: Row = [Button(say.plain("button-consultations"), ShowConsultations())]
    quiet: Row = [Button(say.plain("button-quiet"), ShowQuietHours())]
    return Screen(text, [*change, listed, quiet, [buttons.to_menu(say)]])


def _what(say: Speaker, subscription: Subscription, knowledge: Knowledge) -> list[Html]:
    """Of what one hears, in words."""
    consultations, commitments = len(subscription.consultations), len(subscription.commitments)
    found = []
    if not subscription.is_broad:
        found.append(say("subscription-only-followed"))
    elif not subscription.topics and not subscription.regions:
        found.append(say("subscription-everything"))
    else:
        found += [
            say(f"subscription-{facet}s", names=_names(say, subscription, knowledge, facet))
            for facet in Facet
            if subscription.chosen(facet)
        ]
    if consultations:
        found.append(say("subscription-followed", count=consultations))
    if subscription.all_commitments:
        found.append(say("subscription-all-commitments"))
    elif commitments:
        found.append(say("subscription-followed-commitments", count=commitments))
    return found


def _names(say: Speaker, subscription: Subscription, knowledge: Knowledge, facet: Facet) -> str:
    offered = knowledge.topics if facet is Facet.TOPIC else knowledge.regions
    chosen = subscription.chosen(facet)
    names = [one.title(say.language) for one in offered.values() if one.id in chosen]
    names += [one for one in chosen if one not in offered]  # the content knows it no more
    if len(names) <= NAMED:
        return ", ".join(names)
    return say.plain("subscription-and-more", names=", ".join(names[:NAMED]), count=len(names) - NAMED)


def _when(say: Speaker, pace: Pace) -> Html:
    if pace is Pace.AT_ONCE:
        return say("subscription-pace-at-once")
    return say(f"subscription-pace-{_id(pace)}", hour=str(DIGEST_HOUR))


def _quiet(say: Speaker, quiet: QuietHours | None) -> Html:
    if quiet is None:
        return Html("")
    return say("subscription-quiet", begins=str(quiet.begins // 60), ends=str(quiet.ends // 60))


def _choices(say: Speaker, place: Place, subscription: Subscription) -> list[Row]:
    of = place.of
    is_paused = subscription.paused_until is not None
    follows = bool(subscription.consultations or subscription.commitments)
    rows: list[Row] = [
        *([[Button(say.plain("button-end-pause"), EndPause(of=of))]] if is_paused else []),
        [
            Button(say.plain("button-topics"), ShowChoices(of=of, facet=Facet.TOPIC, page=0)),
            Button(say.plain("button-regions"), ShowChoices(of=of, facet=Facet.REGION, page=0)),
        ],
        [
            Button(say.plain("button-pace"), ShowPace(of=of)),
            Button(say.plain("button-pause"), ShowPause(of=of)),
        ],
    ]
    if follows or not subscription.is_broad:
        is_broad = subscription.is_broad
        label = "button-only-followed" if is_broad else "button-hear-of-all"
        rows.append([Button(say.plain(label), HearOfAll(of=of, is_on=not is_broad))])
    is_all = subscription.all_commitments
    label = "button-no-commitments" if is_all else "button-all-commitments"
    rows.append([Button(say.plain(label), HearOfAllCommitments(of=of, is_on=not is_all))])
    if follows:
        rows.append([Button(say.plain("button-followed"), ShowFollowed(of=of, page=0))])
    if place.group is None:
        rows.append([Button(say.plain("button-quiet"), ShowQuietHours())])
    return [*rows, [Button(say.plain("button-unsubscribe"), TurnAlertsOff(of=of))]]


def _languages(say: Speaker, place: Place, languages: Sequence[str]) -> list[Row]:
    return [
        [
            Button(
                say.plain("button-group-language", language=one),
                ChooseGroupLanguage(of=place.of, language=one),
            )
        ]
        for one in languages
    ]


def _way_out(say: Speaker, place: Place) -> list[Row]:
    """To the menu, which is in the private chat alone."""
    if place.group is None:
        return [[Button(say.plain("button-consultations"), ShowConsultations()), buttons.to_menu(say)]]
    return [[buttons.to_menu(say)]] if place.is_remote else []


def _chosen(say: Speaker, label: str, action: ChoosePace, *, is_on: bool) -> Button:
    return Button(f"{'✓ ' if is_on else ''}{say.plain(label)}", action)


def _named(say: Speaker, place: Place, text: Html) -> Html:
    """With the name of the group, where it is managed from elsewhere."""
    if place.group is None or not place.is_remote:
        return text
    return lines([say("group-named", title=place.group.title), text])


def _id(one: Pace) -> str:
    return one.replace("_", "-")
