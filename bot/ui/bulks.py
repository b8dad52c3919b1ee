"""Many proposals at once: marking them in a list, what is to be done with all, the look before it, and what it came to."""

from collections.abc import Collection, Sequence

from bot.domain.bulks import STEPS, BulkOutcome
from bot.domain.proposals import Proposal, ProposalId, ProposalState
from bot.services.bulks import Batch
from bot.services.queue import Queue
from bot.texts import Html, Speaker
from bot.ui import buttons, queue, story
from bot.ui.bulk_actions import (
    BeginBulk,
    ChooseForMarked,
    MarkFound,
    MarkProposal,
    SendBulk,
    ShowMarking,
    UnmarkAll,
)
from bot.ui.buttons import Row
from bot.ui.life_actions import ShowDesk
from bot.ui.queue_actions import ShowQueue
from bot.ui.screen import Button, Screen, lines, paragraphs


def marking(say: Speaker, found: Queue, marked: Collection[ProposalId]) -> Screen:
    """A page of the list, each with a tap that marks it; and how many are marked in all."""
    listed, page = found.listed, found.listed.page
    rows: list[Row] = [
        [
            buttons.button(
                f"{'✓' if one.id in marked else '▫'} {one.reference} · {one.title}",
                MarkProposal(proposal=one.id, is_on=one.id not in marked, page=page.at),
            )
        ]
        for one in listed.proposals
    ]
    on: list[Row] = (
        [
            [Button(say.plain("bulk-button-on", count=len(marked)), ChooseForMarked())],
            [Button(say.plain("button-unmark"), UnmarkAll())],
        ]
        if marked
        else []
    )
    return Screen(
        say(
            "bulk-marking",
            tray=say(f"desk-tray-{found.filters.tray}"),
            total=listed.total,
            count=len(marked),
            page=page.at + 1,
            pages=page.count,
        ),
        [
            *rows,
            *buttons.turns(say, page.at, page.count, lambda to: ShowMarking(page=to)),
            *on,
            *(
                [[Button(say.plain("bulk-button-found", count=listed.total), MarkFound())]]
                if listed.total
                else []
            ),
            [buttons.back(say, ShowQueue()), buttons.to_menu(say)],
        ],
    )


def choices(say: Speaker, marked: Sequence[Proposal]) -> Screen:
    """What can be done with all that are marked."""
    return Screen(
        paragraphs(say("bulk-choose", count=len(marked)), _references(marked)),
        [
            *([Button(say.plain(_label(became)), BeginBulk(became=became))] for became in STEPS),
            [buttons.back(say, ShowMarking()), buttons.to_menu(say)],
        ],
    )


def confirm(say: Speaker, batch: Batch) -> Screen:
    """Before many are taken under review."""
    send = Button(say.plain("bulk-button-take-up", count=len(batch.proposals)), SendBulk(bulk=batch.bulk.id))
    back = [buttons.back(say, ShowMarking()), buttons.to_menu(say)]
    return Screen(letter_heading(say, batch), [[send], back])


def letter_heading(say: Speaker, subject: object) -> Html:
    """What is decided on which proposals, who carries them on, and how many authors will read it."""
    assert isinstance(subject, Batch)
    state = story.state_of(say, subject.bulk.became)
    into = subject.into
    return paragraphs(
        say("bulk-heading", state=state, count=len(subject.proposals)),
        _references(subject.proposals),
        story.into(say, into) if into else "",
        say("bulk-ask-target") if asks_for_target(subject) else "",
        lines(
            [
                say("bulk-authors", count=sum(subject.readers.values())),
                *(
                    say("bulk-readers", language=language, count=count)
                    for language, count in subject.readers.items()
                ),
            ]
        ),
    )


def asks_for_target(subject: object) -> bool:
    """Whether the reference of the one that carries them on is asked for, and no letter yet."""
    is_merger = isinstance(subject, Batch) and subject.bulk.became is ProposalState.MERGED
    return is_merger and isinstance(subject, Batch) and subject.into is None


def done(say: Speaker, batch: Batch) -> Screen:
    """What it came to: how many were changed, and which were left out, each with why."""
    by_row = {one.id: one for one in batch.proposals}
    left = [one for one in batch.bulk.items if one.outcome is not BulkOutcome.DONE]
    count = len(batch.bulk.items) - len(left)
    return Screen(
        paragraphs(
            say("bulk-done", state=story.state_of(say, batch.bulk.became), count=count),
            lines(
                [
                    say("bulk-left", count=len(left)),
                    *(
                        say(
                            "bulk-left-one",
                            reference=by_row[one.proposal_id].reference,
                            why=one.outcome or "",
                        )
                        for one in left
                    ),
                ]
            )
            if left
            else "",
        ),
        [
            [queue.next_one(say)],
            [Button(say.plain("button-to-queue"), ShowQueue())],
            [Button(say.plain("button-desk"), ShowDesk()), buttons.to_menu(say)],
        ],
        stays=True,
    )


def _references(proposals: Sequence[Proposal]) -> Html:
    return Html(", ".join(one.reference for one in proposals))


def _label(became: ProposalState) -> str:
    if became is ProposalState.UNDER_REVIEW:
        return "button-take-up"
    return f"button-decide-{became.replace('_', '-')}"
