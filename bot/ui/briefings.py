"""The secretariat's morning on screen: what waits, each line a tap away."""

from collections.abc import Callable, Mapping

from bot.domain.briefings import Item
from bot.domain.desk import Tray
from bot.services.briefings import Morning
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.action import Action
from bot.ui.actions import ShowStaffPanel
from bot.ui.block_actions import ShowBlocks
from bot.ui.briefing_actions import SwitchBriefing
from bot.ui.broadcast_actions import ShowBroadcasts
from bot.ui.buttons import Row
from bot.ui.deep_links import Place, deep_link
from bot.ui.life_actions import ShowDesk, ShowTray
from bot.ui.question_actions import ShowWaiting
from bot.ui.screen import Button, Screen, lines, paragraphs

#: All of it, in an address.
ALL = "all"
#: Where each line leads.
LISTS: Mapping[Item, Callable[[], Action]] = {
    Item.NEW: lambda: ShowTray(tray=Tray.NEW, page=0),
    Item.OVERDUE: lambda: ShowTray(tray=Tray.OVERDUE, page=0),
    Item.DUE: lambda: ShowTray(tray=Tray.WAITING, page=0),
    Item.QUESTIONS: lambda: ShowWaiting(page=0),
    Item.ANSWERS: lambda: ShowTray(tray=Tray.ANSWERED, page=0),
    Item.APPEALS: lambda: ShowTray(tray=Tray.APPEALED, page=0),
    Item.HIDINGS: lambda: ShowTray(tray=Tray.CONTESTED, page=0),
    Item.BLOCKS: ShowBlocks,
    Item.FAILED: ShowBroadcasts,
}


def morning(say: Speaker, morning: Morning, *, bot_name: str | None) -> Screen:
    """What waits: to a member's own chat with buttons, to the group with links to the chat.

    Args:
        say: the reader's language.
        morning: not empty.
        bot_name: for the group, the bot's user name; None for a member's own chat.
    """
    text = paragraphs(say("briefing-title", day=say.date(morning.day)), _lines(say, morning.counts))
    if bot_name is not None:
        return Screen(text, _links(say, morning.counts, bot_name), stays=True)
    return Screen(
        text,
        [
            *([Button(label, LISTS[item]())] for label, item in _labels(say, morning.counts)),
            [Button(say.plain("button-briefing-off"), SwitchBriefing(is_on=False))],
            [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def waiting(say: Speaker, counts: Mapping[Item, int], *, bot_name: str) -> Screen:
    """What waits now, to the group that has asked: each line leads to its list in the private chat."""
    text = _lines(say, counts) if counts else say("briefing-nothing")
    inbox = Button(say.plain("button-desk"), url=deep_link(bot_name, Place.DESK, ALL))
    return Screen(paragraphs(say("briefing-inbox"), text), [*_links(say, counts, bot_name), [inbox]])


def switched(say: Speaker, *, is_on: bool) -> Screen:
    """Whether the member is sent the mornings, and the way back."""
    return Screen(
        say("briefing-on" if is_on else "briefing-off"),
        [
            [Button(say.plain("button-briefing-off"), SwitchBriefing(is_on=False))]
            if is_on
            else [to_on(say)],
            [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)],
        ],
    )


def to_on(say: Speaker) -> Button:
    """Be sent the mornings again."""
    return Button(say.plain("button-briefing-on"), SwitchBriefing(is_on=True))


def _lines(say: Speaker, counts: Mapping[Item, int]) -> Html:
    return lines(say(f"briefing-line-{item}", count=count) for item, count in counts.items())


def _labels(say: Speaker, counts: Mapping[Item, int]) -> list[tuple[str, Item]]:
    return [(say.plain(f"briefing-button-{item}", count=count), item) for item, count in counts.items()]


def _links(say: Speaker, counts: Mapping[Item, int], bot_name: str) -> list[Row]:
    return [
        [Button(label, url=deep_link(bot_name, Place.DESK, item))] for label, item in _labels(say, counts)
    ]
