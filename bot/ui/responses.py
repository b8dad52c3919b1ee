"""Promised responses: to the author that one is late, to the secretariat what is due soon, to everybody the counters."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.proposals import Proposal
from bot.domain.responses import Tally
from bot.services.responses import Late
from bot.texts import Html, Speaker
from bot.ui import buttons, queue, story
from bot.ui.actions import ShowOwnProposal
from bot.ui.deep_links import Place, deep_link
from bot.ui.life_actions import ShowDesk, ShowProposalCase
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: So many proposals are named in a warning, and so many have a button.
NAMED, OFFERED = 15, 5
#: How much of a title stands in a list.
LISTED = 90


def late(say: Speaker, late: Late) -> Screen:
    """The author is told that the promised date has passed, and which is the next."""
    proposal, lateness = late.proposal, late.lateness
    return Screen(
        say(
            "response-late",
            due=say.date(lateness.due_at),
            next=say.date(lateness.next_at),
            **story.named(proposal),
        ),
        [
            [Button(say.plain("button-show-proposal"), ShowOwnProposal(proposal=proposal.id))],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def due_soon(say: Speaker, due: Sequence[Proposal], now: datetime, *, bot_name: str | None) -> Screen:
    """What the secretariat has promised to answer soon: to a member with buttons, to the group with links.

    Args:
        say: the reader's language.
        due: the nearest date first.
        now: the moment.
        bot_name: for the group, the bot's user name.
    """
    named = lines(
        say(
            "desk-entry",
            reference=one.reference,
            title=shortened(one.title, LISTED),
            state=story.state_of(say, one.state),
            left=queue.due(say, one, now),
        )
        for one in due[:NAMED]
    )
    more = say("response-more", count=len(due) - NAMED) if len(due) > NAMED else ""
    text = paragraphs(say("response-due-soon", count=len(due)), named, more)
    if bot_name is not None:
        rows = [
            [buttons.link(f"{one.reference} · {one.title}", deep_link(bot_name, Place.CASE, one.reference))]
            for one in due[:OFFERED]
        ]
        return Screen(text, rows, stays=True)
    return Screen(
        text,
        [
            *(
                [buttons.button(f"{one.reference} · {one.title}", ShowProposalCase(proposal=one.id))]
                for one in due[:OFFERED]
            ),
            [queue.next_one(say)],
            [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def counters(say: Speaker, tally: Tally) -> Html:
    """How many proposals are answered, wait, and are late; nothing where there is none."""
    if not tally.answered + tally.pending:
        return Html("")
    return say("response-counters", answered=tally.answered, pending=tally.pending, late=tally.late)
