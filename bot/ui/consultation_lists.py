"""Lists of consultations, and what they can be narrowed down to."""

from datetime import datetime

from bot.domain.consultations import Consultation, ConsultationState
from bot.domain.knowledge import Knowledge
from bot.domain.paging import Page
from bot.services.consultations import Found
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui import consultation_fields as fields
from bot.ui.actions import ShowConsultation, ShowSubscription
from bot.ui.buttons import Row
from bot.ui.consultation_actions import BrowseConsultations, ChooseFilter
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened

#: Choices of a filter on one screen.
CHOICES = 12
#: How much of a title stands in a list.
TITLE = 150


def listed(
    say: Speaker, found: Found, shown: BrowseConsultations, now: datetime, *, knowledge: Knowledge
) -> Screen:
    """The open consultations, the one that closes first on top; or those that are over.

    Args:
        say: the reader's language.
        found: the page.
        shown: what is listed.
        now: the moment.
        knowledge: the names of topics and regions.
    """
    past = "past" if shown.is_past else "open"
    subscribe = [Button(say.plain("button-subscription"), ShowSubscription())]
    turn = shown.model_copy(update={"is_past": not shown.is_past, "page": 0})
    other = [Button(say.plain("button-open-ones" if shown.is_past else "button-past-ones"), turn)]
    filters = _filters(say, shown, knowledge) if found.others or _is_filtered(shown) else []
    if not found.total:
        text = say(f"consultations-none-{past}") if not found.others else say("consultations-none-fitting")
        write = [] if found.others else [[buttons.propose(say)]]
        return Screen(
            paragraphs(text, _filtered(say, shown, knowledge)),
            [*write, *filters, other, subscribe, [buttons.to_menu(say)]],
        )
    entries = [entry(say, one, now, is_past=shown.is_past) for one in found.consultations]
    return Screen(
        paragraphs(
            lines([say(f"consultations-title-{past}"), _filtered(say, shown, knowledge)]),
            *entries,
        ),
        [
            *(
                [buttons.button(one.title(say.language), ShowConsultation(consultation=one.id))]
                for one in found.consultations
            ),
            *buttons.turns(
                say,
                found.page.at,
                found.page.count,
                lambda page: shown.model_copy(update={"page": page}),
            ),
            *filters,
            other,
            subscribe,
            [buttons.to_menu(say)],
        ],
    )


def choices(say: Speaker, asked: ChooseFilter, knowledge: Knowledge) -> Screen:
    """What a list can be narrowed down to."""
    is_topic = asked.which == "t"
    offered = list((knowledge.topics if is_topic else knowledge.regions).values())
    page = Page.of(asked.page, len(offered), CHOICES)
    field = "topic" if is_topic else "region"
    cells = [
        buttons.button(one.title(say.language), asked.browsing.model_copy(update={field: str(one.id)}))
        for one in page.cut(offered)
    ]
    anything = asked.browsing.model_copy(update={field: ""})
    return Screen(
        say(f"consultations-choose-{field}"),
        [
            [Button(say.plain(f"button-any-{field}"), anything)],
            *buttons.in_rows(cells),
            *buttons.turns(say, page.at, page.count, lambda other: asked.model_copy(update={"page": other})),
            [buttons.back(say, asked.browsing), buttons.to_menu(say)],
        ],
    )


def entry(say: Speaker, one: Consultation, now: datetime, *, is_past: bool = False) -> Html:
    """A consultation in a list: what it is, and until when; or what has come of it."""
    only = fields.only_in(say, one)
    kind = " · ".join(part for part in (say.plain(f"consultation-kind-name-{one.kind}"), only) if part)
    title = shortened(one.title(say.language), TITLE)
    if is_past:
        is_over = one.state is ConsultationState.OPEN  # the record of it comes a moment later
        state = ConsultationState.CLOSED if is_over else one.state
        told = say(f"consultation-state-{state}")
        return say(
            "consultations-entry-past", title=title, kind=kind, state=told, closes=say.date(one.closes_at)
        )
    left = say.time_left(one.closes_at, now)
    return say("consultations-entry-open", title=title, kind=kind, closes=one.closes_at, left=left)


def _is_filtered(shown: BrowseConsultations) -> bool:
    return bool(shown.topic or shown.region or shown.kind)


def _filters(say: Speaker, shown: BrowseConsultations, knowledge: Knowledge) -> list[Row]:
    """The ways to other filters; what the content does not have is no filter."""
    given = {"topic": shown.topic, "region": shown.region, "kind": shown.kind, "is_past": shown.is_past}
    kinds = {"": "c", "c": "r", "r": ""}
    row = [
        *(
            [Button(say.plain("button-by-topic"), ChooseFilter(which="t", **given))]
            if knowledge.topics
            else []
        ),
        *(
            [Button(say.plain("button-by-region"), ChooseFilter(which="r", **given))]
            if knowledge.regions
            else []
        ),
        Button(
            say.plain(f"button-kind-{kinds[shown.kind] or 'any'}"),
            shown.model_copy(update={"kind": kinds[shown.kind], "page": 0}),
        ),
    ]
    clear = BrowseConsultations(is_past=shown.is_past)
    rows = buttons.in_rows(row)
    return [*rows, [Button(say.plain("button-all-ones"), clear)]] if _is_filtered(shown) else rows


def _filtered(say: Speaker, shown: BrowseConsultations, knowledge: Knowledge) -> Html:
    """Which filters are on."""
    topic = fields.chosen(say, [shown.topic] if shown.topic else [], knowledge.topics)
    region = fields.chosen(say, [shown.region] if shown.region else [], knowledge.regions)
    kind = shown.wanted.kind
    parts = [topic, region, say.plain(f"consultation-kind-name-{kind}") if kind else ""]
    named = " · ".join(part for part in parts if part)
    return say("consultations-filtered", filters=named) if named else Html("")
