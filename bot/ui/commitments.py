"""Commitments on screen: a plan's, one of them with its status, and what the secretariat states of it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.commitments import CommitmentChange, CommitmentStatus
from bot.domain.knowledge import Commitment, Entity, Knowledge
from bot.domain.paging import Page
from bot.domain.people import PersonId
from bot.domain.proposals import Proposal
from bot.services.commitments import Standing, ToldStatus
from bot.services.desk import Told
from bot.texts import Html, Speaker
from bot.texts.markup import escaped
from bot.ui import buttons, story
from bot.ui.actions import ShowEntity, ShowEntry
from bot.ui.buttons import Row
from bot.ui.commitment_actions import (
    ChooseStatus,
    ListCommitments,
    ListOrigins,
    ShowCommitment,
)
from bot.ui.knowledge import in_language, sources
from bot.ui.public_actions import ReadProposal
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened
from bot.ui.subscription_actions import FollowCommitment

#: Commitments on one page of a list; proposals beside a commitment, and on one page of their own.
LISTED, BESIDE, ORIGINS = 6, 3, 6
#: How much of a title stands in a list and in a heading; how much of a note in a notice.
TITLE, NOTICED = 120, 1500


def name_of(say: Speaker, commitment: Commitment, *, most: int = TITLE) -> str:
    """What it is called, in so many characters."""
    return shortened(commitment.name(say.language), most)


def status_of(say: Speaker, change: CommitmentChange | None) -> Html:
    """How far it is carried out, in a word or two."""
    return word(say, change.status) if change else say("commitment-status-unknown")


def listed(
    say: Speaker, plan: Entity, found: Sequence[tuple[Commitment, CommitmentChange | None]], page: int = 0
) -> Screen:
    """A plan's commitments with their statuses, a page of them."""
    title = in_language(plan.texts, say).title
    back = [buttons.back(say, ShowEntity(entity=plan.id)), buttons.to_menu(say)]
    if not found:
        return Screen(say("commitments-none", plan=title), [back])
    shown = Page.of(page, len(found), LISTED)
    total = plan.commitments or 0
    return Screen(
        paragraphs(
            say("commitments-title", plan=title, count=len(found)),
            say("commitments-of-all", total=total) if total > len(found) else "",
            "" if any(change for _, change in found) else say("commitments-nothing-stated"),
            *(_entry(say, one, change) for one, change in shown.cut(found)),
        ),
        [
            *(_open(say, one) for one, _ in shown.cut(found)),
            *buttons.turns(say, shown.at, shown.count, lambda to: ListCommitments(plan=plan.id, page=to)),
            back,
        ],
    )


def one(
    say: Speaker,
    standing: Standing,
    *,
    knowledge: Knowledge,
    link: str,
    is_officer: bool = False,
    me: PersonId | None = None,
    page: int = 0,
) -> Screen:
    """A commitment: its plan, its status with what was stated before, and the proposals that it came from.

    Args:
        say: the reader's language.
        standing: the commitment.
        knowledge: its plan and its sources.
        link: its address.
        is_officer: whether the reader may state its status.
        me: the reader, who is told which statuses are their own.
        page: which page of it.
    """
    commitment = standing.commitment
    text = commitment.text(say.language)
    plan = in_language(knowledge.entities[commitment.plan].texts, say).title
    period = commitment.period
    shown, page, pages = story.page_of(
        paragraphs(
            say("commitment-title", name=commitment.name(say.language)),
            lines(
                [
                    say("commitment-plan", plan=plan),
                    say("commitment-bodies", bodies=text.bodies) if text.bodies else "",
                    say("commitment-period", start=say.as_of(period.start), end=say.as_of(period.end))
                    if period
                    else "",
                ]
            ),
            _present(say, standing.latest),
            say("commitment-origins", count=len(standing.proposals)) if standing.proposals else "",
            _history(say, standing.changes, me),
            sources(say, knowledge, commitment.sources, commitment.as_of),
            say("life-own-link", link=link),
        ),
        page,
    )
    told = commitment.entry in knowledge.entries
    return Screen(
        shown,
        [
            *(
                [[Button(say.plain("button-choose-status"), ChooseStatus(commitment=commitment.id))]]
                if is_officer
                else []
            ),
            [Button(say.plain("button-follow"), FollowCommitment(commitment=commitment.id, is_on=True))],
            *_origins(say, standing),
            *(
                [[Button(say.plain("button-commitment-entry"), ShowEntry(entry=commitment.entry))]]
                if told and commitment.entry
                else []
            ),
            *buttons.turns(say, page, pages, lambda to: ShowCommitment(commitment=commitment.id, page=to)),
            [buttons.back(say, ListCommitments(plan=commitment.plan)), buttons.to_menu(say)],
        ],
    )


def origins(say: Speaker, standing: Standing, page: int) -> Screen:
    """The proposals that a commitment came from, a page of them."""
    commitment = standing.commitment
    shown = Page.of(page, len(standing.proposals), ORIGINS)
    back = [buttons.back(say, ShowCommitment(commitment=commitment.id)), buttons.to_menu(say)]
    return Screen(
        paragraphs(
            say("commitment-title", name=name_of(say, commitment)),
            say("commitment-origins", count=len(standing.proposals)) if standing.proposals else "",
        ),
        [
            *(_read(one) for one in shown.cut(standing.proposals)),
            *buttons.turns(
                say, shown.at, shown.count, lambda to: ListOrigins(commitment=commitment.id, page=to)
            ),
            back,
        ],
    )


def notice(say: Speaker, told: ToldStatus) -> Screen:
    """To authors and supporters: how far the commitment is carried out that their proposals became."""
    change = told.change
    return Screen(
        paragraphs(
            say("commitment-notice", name=told_name(say, told), status=word(say, change.status)),
            _words(say, change, most=NOTICED),
            say("commitment-notice-why"),
        ),
        after(say, told),
        stays=True,
    )


def adopted(say: Speaker, told: Told, commitment: Commitment) -> Screen:
    """To who supports a proposal, or whose own was merged into it: it is in a plan."""
    proposal = told.proposal
    return Screen(
        say(
            "commitment-adopted",
            commitment=name_of(say, commitment),
            **story.named(proposal),
        ),
        [
            _show(say, commitment),
            _read(proposal),
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def beside(
    say: Speaker, screen: Screen, commitment: Commitment | None, latest: CommitmentChange | None
) -> Screen:
    """A proposal that is in a plan: with the status of what it became, and the way to it."""
    if commitment is None or not screen.rows:
        return screen
    *rows, last = screen.rows
    return replace(
        screen,
        text=paragraphs(screen.text, say("commitment-beside", status=status_of(say, latest))),
        rows=[*rows, _show(say, commitment), last],
    )


def after(say: Speaker, told: ToldStatus) -> list[Row]:
    """The ways on from what was told of a status."""
    way = [_show(say, told.commitment)] if told.commitment else []
    return [*way, [buttons.to_menu(say)]]


def told_name(say: Speaker, told: ToldStatus) -> str:
    """The name of what was told of; its id where the content does not know it any more."""
    return name_of(say, told.commitment) if told.commitment else told.change.commitment


def word(say: Speaker, status: CommitmentStatus) -> Html:
    """A level in a word or two."""
    return say(f"commitment-status-{id_of(status)}")


def id_of(status: CommitmentStatus) -> str:
    """A level as the ids of texts have it."""
    return status.replace("_", "-")


def _entry(say: Speaker, commitment: Commitment, change: CommitmentChange | None) -> Html:
    name = name_of(say, commitment)
    return (
        say("commitment-entry", name=name, status=word(say, change.status)) if change else Html(escaped(name))
    )


def _words(say: Speaker, change: CommitmentChange, *, most: int | None = None) -> Html:
    """The word on a status, in so many characters, and the address where it is shown."""
    note = change.note if most is None else shortened(change.note, most)
    return lines(
        [
            say("life-quote", text=note) if note else "",
            say("commitment-link", link=change.link) if change.link else "",
        ]
    )


def _present(say: Speaker, change: CommitmentChange | None) -> Html:
    if change is None:
        return say("commitment-nothing-stated")
    heading = say("commitment-stated", status=word(say, change.status), changed=say.date(change.changed_at))
    return lines([heading, _words(say, change)])


def _history(say: Speaker, changes: Sequence[CommitmentChange], me: PersonId | None) -> Html:
    """What was stated before, the latest first; the present status stands above."""
    entries = [
        lines(
            [
                say(
                    "commitment-history-entry",
                    changed=say.date(change.changed_at),
                    status=word(say, change.status),
                    who="me" if me is not None and change.changed_by == me else "staff",
                ),
                _words(say, change),
            ]
        )
        for change in reversed(changes[:-1])
    ]
    return paragraphs(say("commitment-history"), *entries) if entries else Html("")


def _origins(say: Speaker, standing: Standing) -> list[Row]:
    """To the first proposals that it came from, and to the rest."""
    rows = [_read(proposal) for proposal in standing.proposals[:BESIDE]]
    if len(standing.proposals) > BESIDE:
        label = say.plain("commitment-all-origins", count=len(standing.proposals))
        rows.append([Button(label, ListOrigins(commitment=standing.commitment.id))])
    return rows


def _show(say: Speaker, commitment: Commitment) -> Row:
    return [Button(say.plain("button-show-commitment"), ShowCommitment(commitment=commitment.id))]


def _open(say: Speaker, commitment: Commitment) -> Row:
    return [buttons.button(name_of(say, commitment), ShowCommitment(commitment=commitment.id))]


def _read(proposal: Proposal) -> Row:
    return [buttons.button(f"{proposal.reference} · {proposal.title}", ReadProposal(proposal=proposal.id))]
