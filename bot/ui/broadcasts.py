"""Screens of messages to many: the list, and one as it goes."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.broadcasts import Broadcast, BroadcastState
from bot.domain.consultations import Consultation
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import ShowStaffPanel
from bot.ui.broadcast_actions import (
    AskToCancelBroadcast,
    CancelBroadcast,
    PauseBroadcast,
    ResumeBroadcast,
    ShowBroadcast,
    ShowBroadcasts,
)
from bot.ui.screen import Button, Screen, lines, paragraphs


def listed(say: Speaker, broadcasts: Sequence[Broadcast]) -> Screen:
    """Those under way and the latest of those that are over."""
    ways_on = [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]
    if not broadcasts:
        return Screen(say("broadcasts-none"), [ways_on])
    rows = [
        [
            buttons.button(
                say.plain(
                    "broadcast-button", kind=_kind(one), state=one.state, share=_percent(one), id=one.id
                ),
                ShowBroadcast(broadcast=one.id),
            )
        ]
        for one in broadcasts
    ]
    return Screen(say("broadcasts-listed"), [*rows, ways_on])


def one(
    say: Speaker,
    broadcast: Broadcast,
    consultation: Consultation | None,
    *,
    rate: int,
    may_act: bool = True,
) -> Screen:
    """How one goes. The message stays and is kept up to date; buttons that lead elsewhere open new messages.

    Args:
        say: the member's language.
        broadcast: as it is now.
        consultation: what it tells of, where that is a consultation's opening.
        rate: messages a second that are allowed.
        may_act: whether the member is an officer.
    """
    title = consultation.text(say.language)[1].title if consultation else ""
    return Screen(
        paragraphs(
            lines(
                [
                    say("broadcast-heading", kind=_kind(broadcast), id=broadcast.id, state=broadcast.state),
                    say("broadcast-title", title=title) if title else "",
                ]
            ),
            _counts(say, broadcast),
            _speed(say, broadcast, rate),
        ),
        [
            *(_controls(say, broadcast) if may_act else []),
            [Button(say.plain("button-broadcasts"), ShowBroadcasts()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def confirm_cancelling(say: Speaker, broadcast: Broadcast) -> Screen:
    """Ask before it is stopped for good."""
    return Screen(
        say("broadcast-confirm-cancel", waiting=broadcast.waiting),
        [
            [Button(say.plain("button-broadcast-keep"), ShowBroadcast(broadcast=broadcast.id))],
            [Button(say.plain("button-broadcast-cancel-yes"), CancelBroadcast(broadcast=broadcast.id))],
        ],
    )


def _controls(say: Speaker, broadcast: Broadcast) -> list[list[Button]]:
    if broadcast.is_over:
        return []
    turn = (
        Button(say.plain("button-broadcast-pause"), PauseBroadcast(broadcast=broadcast.id))
        if broadcast.state is BroadcastState.RUNNING
        else Button(say.plain("button-broadcast-resume"), ResumeBroadcast(broadcast=broadcast.id))
    )
    cancel = Button(say.plain("button-broadcast-cancel"), AskToCancelBroadcast(broadcast=broadcast.id))
    return [[turn], [cancel]]


def _counts(say: Speaker, broadcast: Broadcast) -> Html:
    counted = {
        "waiting": broadcast.waiting,
        "unreachable": broadcast.unreachable,
        "failed": broadcast.failed,
        "cancelled": broadcast.cancelled,
    }
    return lines(
        [
            say("broadcast-sent", sent=broadcast.sent, share=_percent(broadcast)),
            *(say(f"broadcast-{name}", count=count) for name, count in counted.items() if count),
        ]
    )


def _speed(say: Speaker, broadcast: Broadcast, rate: int) -> Html | str:
    left = broadcast.left(rate)
    if left is None or not broadcast.waiting:
        return ""
    return (
        say("broadcast-speed", pace=round(broadcast.pace, 1 if broadcast.pace < 10 else None))
        + " "
        + _left(say, left)
    )


def _left(say: Speaker, left: timedelta) -> Html:
    minutes = round(left.total_seconds() / 60)
    if minutes < 1:
        return say("broadcast-left-moment")
    if minutes < 100:
        return say("broadcast-left-minutes", count=minutes)
    return say("broadcast-left-hours", count=round(minutes / 60))


def _kind(broadcast: Broadcast) -> str:
    return broadcast.kind.replace("_", "-")


def _percent(broadcast: Broadcast) -> int:
    return int(broadcast.share * 100)
