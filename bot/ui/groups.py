"""What the bot says in groups and channels: who it is, where to go on, and what is open."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.consultations import Consultation
from bot.domain.groups import Group, GroupKind
from bot.domain.knowledge import Entry, Knowledge
from bot.texts import Html, Speaker
from bot.ui import buttons, consultation_lists
from bot.ui.alerts import address_of
from bot.ui.deep_links import Place, deep_link, deep_link_to_bot
from bot.ui.knowledge import answer_text
from bot.ui.pages import pages
from bot.ui.screen import LONGEST_TEXT, Button, Screen, paragraphs
from bot.ui.subscription_actions import ShowAlerts, TurnAlertsOn

#: Consultations in one message.
LISTED = 10


def introduction(say: Speaker, group: Group, *, bot_name: str, is_subscribed: bool) -> Screen:
    """What the bot can do here and how, in one message; in a channel with links alone.

    Args:
        say: the group's language.
        group: where.
        bot_name: the bot's user name.
        is_subscribed: whether alerts come here already.
    """
    is_channel = group.kind is GroupKind.CHANNEL
    choose = (
        Button(say.plain("button-subscription"), url=settings_address(group, bot_name))
        if is_channel
        else Button(say.plain("button-subscription"), ShowAlerts())
        if is_subscribed
        else Button(say.plain("button-subscribe"), TurnAlertsOn())
    )
    return Screen(
        paragraphs(
            say("group-introduction"),
            say("group-subscribed") if is_subscribed else "",
            say("group-how-channel") if is_channel else say("group-how"),
        ),
        [[choose], [_open(say, bot_name)]],
        stays=not is_channel,
    )


def elsewhere(say: Speaker, *, bot_name: str) -> Screen:
    """What is done in the private chat."""
    return Screen(say("group-elsewhere"), [[_open(say, bot_name)]])


def listed(say: Speaker, consultations: Sequence[Consultation], now: datetime, *, bot_name: str) -> Screen:
    """The open consultations, each with its address."""
    if not consultations:
        return Screen(say("group-none-open"), [[_open(say, bot_name)]])
    shown = consultations[:LISTED]
    entries = [consultation_lists.entry(say, one, now) for one in shown]
    rows = [[buttons.link(one.text(say.language)[1].title, address_of(one, bot_name))] for one in shown]
    return Screen(paragraphs(say("consultations-title-open"), *entries), [*rows, [_open(say, bot_name)]])


def answer(say: Speaker, knowledge: Knowledge, entry: Entry, *, bot_name: str) -> Screen:
    """An answer to who has asked the bot in the group, with its source; what does not fit is in the bot."""
    address = deep_link(bot_name, Place.ANSWER, entry.id)
    text: Html = pages(answer_text(say, knowledge, entry), LONGEST_TEXT)[0]
    return Screen(text, [[Button(say.plain("inline-open"), url=address)]])


def unknown(say: Speaker, *, bot_name: str) -> Screen:
    """Nothing is known to answer with."""
    return Screen(say("group-unknown"), [[_open(say, bot_name)]])


def settings_address(group: Group, bot_name: str) -> str:
    """The address at which administrators choose what goes to the group or channel, in their private chat."""
    return deep_link(bot_name, Place.GROUP, str(-group.id))


def _open(say: Speaker, bot_name: str) -> Button:
    return Button(say.plain("button-open-bot"), url=deep_link_to_bot(bot_name))
