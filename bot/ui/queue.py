"""The secretariat's queue: what waits, with counts; a list of it; and what it is narrowed down to."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.desk import Filters, Tray, Whose
from bot.domain.knowledge import Choice, ChoiceId, Knowledge
from bot.domain.paging import Page
from bot.domain.proposals import Proposal, ProposalId
from bot.services.queue import Overview, Queue
from bot.texts import Html, Speaker
from bot.ui import buttons, story
from bot.ui.action import Action
from bot.ui.actions import ShowStaffPanel
from bot.ui.block_actions import ShowBlocks
from bot.ui.bulk_actions import ShowMarking
from bot.ui.buttons import Row
from bot.ui.life_actions import ShowDesk, ShowProposalCase, ShowTray
from bot.ui.question_actions import ShowWaiting
from bot.ui.queue_actions import (
    ClearFilters,
    Facet,
    NextOverdue,
    OfferChoices,
    OnlyConsultation,
    OnlyOf,
    OnlyOverdue,
    OnlyRegion,
    OnlyTopic,
    SearchQueue,
    ShowFilters,
    ShowQueue,
)
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: How much of a title stands in a list, and how much of what was looked for.
LISTED, WORDS = 90, 80
#: Choices of a filter on one screen.
CHOICES = 8


def desk(say: Speaker, seen: Overview, *, knowledge: Knowledge, consultation: Consultation | None) -> Screen:
    """What waits, with counts.

    Args:
        say: the member's language.
        seen: the counts.
        knowledge: the names of topics and regions.
        consultation: the one that it is narrowed down to.
    """
    counts = seen.counts
    trays = [
        Button(say.plain(f"desk-button-{tray}", count=counts[tray]), ShowTray(tray=tray, page=0))
        for tray in Tray
        if tray in counts and tray is not Tray.SETTLED and (counts[tray] or tray is Tray.WAITING)
    ]
    if seen.blocks:
        trays.insert(5, Button(say.plain("desk-button-blocks", count=seen.blocks), ShowBlocks()))
    rows: list[Row] = [
        *buttons.in_rows(trays),
        [Button(say.plain("desk-button-questions", count=seen.questions), ShowWaiting(page=0))],
        [next_one(say)],
        [Button(say.plain("button-filters"), ShowFilters()), Button(say.plain("button-find"), SearchQueue())],
        *_clearing(say, seen.filters),
    ]
    return Screen(
        paragraphs(
            say(
                "desk-title",
                waiting=counts[Tray.WAITING],
                answered=counts[Tray.ANSWERED] + counts[Tray.APPEALED],
                overdue=counts[Tray.OVERDUE],
                questions=seen.questions,
            ),
            narrowed(say, seen.filters, knowledge=knowledge, consultation=consultation),
        ),
        [*rows, [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]],
    )


def queue(
    say: Speaker,
    queue: Queue,
    now: datetime,
    *,
    knowledge: Knowledge,
    consultation: Consultation | None,
    may_act: bool = True,
) -> Screen:
    """A list of proposals, the one that was promised a response first on top.

    Args:
        say: the member's language.
        queue: the page.
        now: the moment.
        knowledge: the names of topics and regions.
        consultation: the one that it is narrowed down to.
        may_act: whether the member may decide on what they see.
    """
    filters, listed = queue.filters, queue.listed
    back = [buttons.back(say, ShowDesk()), buttons.to_menu(say)]
    by = narrowed(say, filters, knowledge=knowledge, consultation=consultation)
    asking = say("queue-ask-words") if queue.waits else ""
    ways: list[Row] = [
        [Button(say.plain("button-filters"), ShowFilters()), Button(say.plain("button-find"), SearchQueue())],
        *_clearing(say, filters),
    ]
    name = say(f"desk-tray-{filters.tray}")
    if not listed.total:
        return Screen(
            paragraphs(say("desk-none", tray=name), by, asking), [*ways, back], is_of_draft=queue.waits
        )
    rows: list[Row] = [
        [buttons.button(f"{one.reference} · {one.title}", ShowProposalCase(proposal=one.id))]
        for one in listed.proposals
    ]
    page, mark = listed.page, [Button(say.plain("button-mark"), ShowMarking(page=listed.page.at))]
    turns = buttons.turns(say, page.at, page.count, lambda to: ShowTray(tray=filters.tray, page=to))
    return Screen(
        paragraphs(
            say("desk-listed", tray=name, count=listed.total, page=page.at + 1, pages=page.count),
            by,
            asking,
            lines(_listed(say, one, now) for one in listed.proposals),
        ),
        [*rows, *turns, *([mark] if may_act else []), *ways, back],
        is_of_draft=queue.waits,
    )


def narrowed(
    say: Speaker, filters: Filters, *, knowledge: Knowledge, consultation: Consultation | None
) -> Html:
    """What the queue is narrowed down to, besides the list; nothing where it is not."""
    topic, region = _choice(knowledge.topics, filters.topic), _choice(knowledge.regions, filters.region)
    title = shortened(consultation.title(say.language), LISTED) if consultation else ""
    parts = [
        say("queue-of-consultation", title=title) if title else "",
        say("queue-of-topic", name=topic.title(say.language) if topic else filters.topic)
        if filters.topic
        else "",
        say("queue-of-region", name=region.title(say.language) if region else filters.region)
        if filters.region
        else "",
        say("queue-of-overdue") if filters.is_overdue else "",
        say("queue-of-mine") if filters.whose is Whose.MINE else "",
        say("queue-of-nobodys") if filters.whose is Whose.NOBODYS else "",
        say("queue-of-words", words=shortened(filters.words, WORDS)) if filters.words else "",
    ]
    return lines([say("queue-narrowed"), *parts]) if any(parts) else Html("")


def filters(say: Speaker, queue: Queue, *, knowledge: Knowledge, consultation: Consultation | None) -> Screen:
    """What the queue is narrowed down to, and what can be changed of it."""
    now, by = queue.filters, narrowed(say, queue.filters, knowledge=knowledge, consultation=consultation)
    others = [
        Button(say.plain(f"button-of-{one}"), OnlyOf(whose=one)) for one in Whose if one is not now.whose
    ]
    overdue = "button-also-in-time" if now.is_overdue else "button-only-overdue"
    return Screen(
        paragraphs(say("queue-filters", tray=say(f"desk-tray-{now.tray}")), by or say("queue-not-narrowed")),
        [
            [Button(say.plain("queue-button-show", count=queue.listed.total), ShowQueue())],
            [
                Button(say.plain("button-choose-tray"), OfferChoices(facet=Facet.TRAY)),
                Button(say.plain("button-choose-consultation"), OfferChoices(facet=Facet.CONSULTATION)),
            ],
            [
                *(
                    [Button(say.plain("button-by-topic"), OfferChoices(facet=Facet.TOPIC))]
                    if knowledge.topics
                    else []
                ),
                *(
                    [Button(say.plain("button-by-region"), OfferChoices(facet=Facet.REGION))]
                    if knowledge.regions
                    else []
                ),
            ],
            [Button(say.plain(overdue), OnlyOverdue(is_on=not now.is_overdue))],
            others,
            *_clearing(say, now),
            [buttons.back(say, ShowDesk()), buttons.to_menu(say)],
        ],
    )


def choices(
    say: Speaker,
    facet: Facet,
    page: int,
    *,
    knowledge: Knowledge,
    consultations: Sequence[Consultation] = (),
) -> Screen:
    """What the queue can be narrowed down to, a page of it."""
    offered: list[tuple[str, Action]]
    match facet:
        case Facet.TRAY:
            offered = [(say.plain(f"desk-tray-{tray}"), ShowTray(tray=tray, page=0)) for tray in Tray]
        case Facet.CONSULTATION:
            offered = [(say.plain("button-any-call"), OnlyConsultation(consultation=ConsultationId(0)))]
            offered += [
                (one.title(say.language), OnlyConsultation(consultation=one.id)) for one in consultations
            ]
        case Facet.TOPIC:
            offered = [(say.plain("button-any-topic"), OnlyTopic(choice=""))]
            offered += [
                (one.title(say.language), OnlyTopic(choice=key)) for key, one in knowledge.topics.items()
            ]
        case Facet.REGION:
            offered = [(say.plain("button-any-region"), OnlyRegion(choice=""))]
            offered += [
                (one.title(say.language), OnlyRegion(choice=key)) for key, one in knowledge.regions.items()
            ]
    shown = Page.of(page, len(offered), CHOICES)
    return Screen(
        say(f"queue-choose-{facet.name.lower()}"),
        [
            *buttons.in_rows([buttons.button(label, action) for label, action in shown.cut(offered)]),
            *buttons.turns(say, shown.at, shown.count, lambda to: OfferChoices(facet=facet, page=to)),
            [buttons.back(say, ShowFilters()), buttons.to_menu(say)],
        ],
    )


def search_ended(say: Speaker) -> Screen:
    """No words are waited for any more."""
    return Screen(
        say("queue-search-ended"), [[Button(say.plain("button-desk"), ShowDesk())], [buttons.to_menu(say)]]
    )


def none_due(say: Speaker) -> Screen:
    """No other proposal waits for a response."""
    return Screen(say("queue-none-due"), [[buttons.back(say, ShowDesk()), buttons.to_menu(say)]])


def next_one(say: Speaker, after: ProposalId | None = None) -> Button:
    """To the most urgent proposal besides the one in hand."""
    return Button(say.plain("button-next-due"), NextOverdue(after=after or ProposalId(0)))


def due(say: Speaker, proposal: Proposal, now: datetime) -> Html:
    """Until when a response was promised: the days that are left, or since when it is late."""
    if proposal.due_at is None or not proposal.state.awaits_response:
        return Html("")
    if proposal.is_late(now):
        return say("queue-late-since", day=say.date(proposal.due_at))
    return Html(say.time_left(proposal.due_at, now))


def _listed(say: Speaker, proposal: Proposal, now: datetime) -> Html:
    return say(
        "desk-entry",
        reference=proposal.reference,
        title=shortened(proposal.title, LISTED),
        state=story.state_of(say, proposal.state),
        left=due(say, proposal, now) or "–",
    )


def _clearing(say: Speaker, filters: Filters) -> list[Row]:
    return [[Button(say.plain("button-all-ones"), ClearFilters())]] if filters.is_narrow else []


def _choice(offered: Mapping[ChoiceId, Choice], name: str) -> Choice | None:
    return offered.get(ChoiceId(name)) if name else None
