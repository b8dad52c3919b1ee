"""Knowledge on screen: answers with source and date, the plans, everything else there is to read."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.domain.knowledge import (
    CONTACT,
    OVERVIEW,
    PLAN,
    Attribute,
    Entity,
    EntityId,
    Entry,
    Knowledge,
    Language,
    Source,
    SourceId,
)
from bot.domain.paging import Page
from bot.domain.questions import Asked
from bot.services.timeline import Timeline
from bot.texts import Html, Speaker
from bot.texts.markup import escaped
from bot.ui import buttons, questions
from bot.ui.actions import (
    PAGED_ID,
    AskQuestion,
    ShowAbout,
    ShowContact,
    ShowEntity,
    ShowEntry,
    ShowFurther,
    ShowMore,
    ShowPlans,
    ShowTimeline,
)
from bot.ui.buttons import Row
from bot.ui.commitment_actions import ListCommitments, ShowCommitment
from bot.ui.screen import Button, File, Screen, lines, paragraphs

Text = TypeVar("Text")

#: Next questions under an answer.
RELATED = 3
#: Questions and parts on an entity's first screen, the most asked; where it has a few more, it shows them all.
FIRST, ALL = 8, 10
#: Addresses under an entity.
LINKS = 2


def answer(say: Speaker, knowledge: Knowledge, entry: Entry, asked: Asked | None = None) -> Screen:
    """An answer: the fact, its source and date, and what one may ask next.

    Args:
        say: the person's language.
        knowledge: where the neighbours of the entry are.
        entry: the answer.
        asked: the person's own question, where it is the answer to one.
    """
    entity = knowledge.entities[entry.entity]
    related = [
        buttons.button(
            _label(say, knowledge, knowledge.entries[other], within=entry.entity), ShowEntry(entry=other)
        )
        for other in entry.related[:RELATED]
        if other in knowledge.entries
    ]
    rows: list[Row] = [[one] for one in related]
    rows += [[_link(say, knowledge.sources[link])] for link in entry.links]
    rows += [
        [Button(say.plain("button-show-commitment"), ShowCommitment(commitment=one.id))]
        for one in knowledge.told_by(entry.id)[:1]
    ]
    if asked is not None:
        rows.append(questions.helped(say, asked))
    rows.append(
        [Button(in_language(entity.texts, say).short, ShowEntity(entity=entity.id)), buttons.to_menu(say)]
    )
    return Screen(answer_text(say, knowledge, entry), rows, stays=True)


def answer_text(say: Speaker, knowledge: Knowledge, entry: Entry) -> Html:
    """The answer's words with source and date, as Telegram's HTML."""
    text = in_language(entry.texts, say)
    return paragraphs(
        say("answer-fact", title=text.title, fact=text.fact),
        say("answer-details", details=text.details) if text.details else "",
        lines(
            [
                say("answer-ages") if entry.ages else "",
                sources(say, knowledge, entry.sources, entry.as_of),
            ]
        ),
    )


def sources(say: Speaker, knowledge: Knowledge, named: Sequence[SourceId], as_of: str) -> Html:
    """Where it stands, the main source first, and how old that is."""
    return lines(
        say(
            "answer-source" if position == 0 else "answer-source-also",
            title=in_language(knowledge.sources[source].texts, say).title,
            url=Html(knowledge.sources[source].url.replace("&", "&amp;").replace('"', "%22")),
            **({"date": say.as_of(as_of)} if position == 0 else {}),
        )
        for position, source in enumerate(named)
    )


def candidates(say: Speaker, entries: Sequence[Entry], asked: Asked | None) -> Screen:
    """Up to three answers of which one may be meant."""
    return Screen(say("answer-did-you-mean"), _choice(say, entries, asked), stays=True)


def silent(say: Speaker, entries: Sequence[Entry], asked: Asked | None) -> Screen:
    """The honest "I don't know" about something of which other things are known: these."""
    return Screen(say("answer-silent"), _choice(say, entries, asked), stays=True)


def unknown(say: Speaker, asked: Asked | None) -> Screen:
    """The honest "I don't know", and what one can do."""
    return Screen(
        say("answer-unknown"),
        [
            *_passing_on(say, asked),
            [Button(say.plain("button-contact"), ShowContact())],
            [buttons.plans(say), Button(say.plain("button-about"), ShowAbout())],
            [buttons.to_menu(say)],
        ],
        stays=True,
    )


def invitation(say: Speaker) -> Screen:
    """An invitation to ask."""
    return Screen(
        say("answer-invitation"),
        [[buttons.plans(say), Button(say.plain("button-about"), ShowAbout())], [buttons.to_menu(say)]],
    )


def plans(say: Speaker, knowledge: Knowledge) -> Screen:
    """The action plans, in their order."""
    listed = _listed_plans(say, knowledge)
    timeline: list[Row] = (
        [[Button(say.plain("button-timeline"), ShowTimeline())]]
        if any(entity.period for entity in knowledge.of_kind(PLAN))
        else []
    )
    return Screen(
        say("plans-title", count=len(listed)),
        [
            *buttons.in_rows(listed),
            *timeline,
            [Button(say.plain("button-about"), ShowAbout()), buttons.to_menu(say)],
        ],
    )


def timeline(say: Speaker, knowledge: Knowledge, shown: Timeline, picture: bytes) -> Screen:
    """The picture of all plans; the caption says the same in words, for who cannot see it.

    Args:
        say: the person's language.
        knowledge: where the plans are.
        shown: what the picture shows.
        picture: as PNG.
    """
    return Screen(
        paragraphs(
            say("entity-title", title=shown.title),
            lines(say("timeline-plan", plan=bar.label, note=bar.note) for bar in shown.bars),
            escaped(shown.as_of),
        ),
        [
            *buttons.in_rows(_listed_plans(say, knowledge)),
            [buttons.back(say, ShowPlans()), buttons.to_menu(say)],
        ],
        photo=File("plans.png", picture),
        stays=True,
    )


def about(say: Speaker, knowledge: Knowledge) -> Screen:
    """Everything else there is to read: what stands at the top, its parts one level down."""
    tops = [
        Button(in_language(entity.texts, say).short, ShowEntity(entity=entity.id))
        for entity in knowledge.entities.values()
        if entity.kind != PLAN and entity.parent is None and knowledge.about(entity.id)
    ]
    return Screen(
        say("about-title"),
        [*buttons.in_rows(tops), [buttons.plans(say), buttons.to_menu(say)]],
    )


def entity(say: Speaker, knowledge: Knowledge, entity_id: EntityId) -> Screen:
    """What is known of one thing: its overview, and a button a question."""
    thing = knowledge.entities[entity_id]
    entries = knowledge.about(entity_id)
    overview = _overview(entries)
    title = say("entity-title", title=in_language(thing.texts, say).title)
    text = answer_text(say, knowledge, overview) if overview else paragraphs(title, say("entity-choose"))
    first, rest = _split(_leads(say, knowledge, entity_id, besides=overview))
    more: list[Row] = (
        [[Button(say.plain("entity-more", count=len(rest)), ShowMore(entity=entity_id))]] if rest else []
    )
    links = dict.fromkeys(
        link for entry in ([overview] if overview else []) + list(entries) for link in entry.links
    )
    return Screen(
        text,
        [
            *buttons.in_rows(first),
            *more,
            *_to_commitments(say, knowledge, thing),
            *([_link(say, knowledge.sources[link])] for link in list(links)[:LINKS]),
            [_way_up(say, thing), buttons.to_menu(say)],
        ],
    )


def more(say: Speaker, knowledge: Knowledge, entity_id: EntityId, page: int = 0) -> Screen:
    """What an entity's first screen had no room for, a page of it; the way back is that screen."""
    title = in_language(knowledge.entities[entity_id].texts, say).title
    overview = _overview(knowledge.about(entity_id))
    _, rest = _split(_leads(say, knowledge, entity_id, besides=overview))
    size = FIRST if len(entity_id) <= PAGED_ID else max(1, len(rest))
    shown = Page.of(page, len(rest), size)
    return Screen(
        paragraphs(say("entity-title", title=title), say("entity-choose")),
        [
            *buttons.in_rows(shown.cut(rest)),
            *buttons.turns(say, shown.at, shown.count, lambda to: ShowFurther(thing=entity_id, page=to)),
            [buttons.back(say, ShowEntity(entity=entity_id)), buttons.to_menu(say)],
        ],
    )


def contact(say: Speaker, knowledge: Knowledge) -> Screen:
    """How to reach the secretariat, from the content; the plain word where the content has nothing."""
    entry = next(iter(knowledge.about(CONTACT)), None)
    if entry is None:
        return Screen(
            say("contact-none"), [[questions.write(say)], [buttons.ask(say)], [buttons.to_menu(say)]]
        )
    links: list[Row] = [[_link(say, knowledge.sources[link])] for link in entry.links]
    return Screen(
        answer_text(say, knowledge, entry),
        [
            [questions.write(say)],
            *links,
            [Button(say.plain("button-ask"), AskQuestion()), buttons.to_menu(say)],
        ],
    )


def in_language(texts: Mapping[Language, Text], say: Speaker) -> Text:
    """The text in the person's language; the official one where the content lacks it."""
    return texts.get(Language(say.language)) or next(iter(texts.values()))


def _passing_on(say: Speaker, asked: Asked | None) -> list[Row]:
    return [] if asked is None else [[questions.pass_on(say, asked)]]


def _choice(say: Speaker, entries: Sequence[Entry], asked: Asked | None) -> list[Row]:
    rows: list[Row] = [
        [buttons.button(in_language(entry.texts, say).title, ShowEntry(entry=entry.id))] for entry in entries
    ]
    ways_on = [Button(say.plain("button-contact"), ShowContact()), buttons.to_menu(say)]
    return [*rows, *_passing_on(say, asked), ways_on]


def _listed_plans(say: Speaker, knowledge: Knowledge) -> list[Button]:
    return [
        Button(in_language(entity.texts, say).short, ShowEntity(entity=entity.id))
        for entity in knowledge.of_kind(PLAN)
    ]


def _overview(entries: Sequence[Entry]) -> Entry | None:
    """What opens the entity's screen; a list of one would be a tap for nothing, so that one does."""
    overview = next((entry for entry in entries if entry.attribute == OVERVIEW), None)
    return entries[0] if overview is None and len(entries) == 1 else overview


def _leads(say: Speaker, knowledge: Knowledge, entity_id: EntityId, *, besides: Entry | None) -> list[Button]:
    """A button a question and a part; plans have a list of their own."""
    questions = [
        Button(in_language(_attribute(knowledge, entry).texts, say).title, ShowEntry(entry=entry.id))
        for entry in knowledge.about(entity_id)
        if entry is not besides
    ]
    told = [one.entry for one in knowledge.commitments_of(entity_id)]  # they have a list of their own
    parts = [
        Button(in_language(part.texts, say).short, ShowEntity(entity=part.id))
        for part in knowledge.entities.values()
        if part.parent == entity_id and part.kind != PLAN
        if any(entry.id not in told for entry in knowledge.about(part.id))
    ]
    return [*questions, *parts]


def _split(leads: Sequence[Button]) -> tuple[Sequence[Button], Sequence[Button]]:
    return (leads, ()) if len(leads) <= ALL else (leads[:FIRST], leads[FIRST:])


def _to_commitments(say: Speaker, knowledge: Knowledge, thing: Entity) -> list[Row]:
    """From a plan to its commitments, where any are known."""
    if not knowledge.commitments_of(thing.id):
        return []
    return [[Button(say.plain("button-commitments"), ListCommitments(plan=thing.id))]]


def _way_up(say: Speaker, thing: Entity) -> Button:
    if thing.kind == PLAN:
        return buttons.back(say, ShowPlans())
    return buttons.back(say, ShowEntity(entity=thing.parent) if thing.parent else ShowAbout())


def _label(say: Speaker, knowledge: Knowledge, entry: Entry, *, within: EntityId) -> str:
    """The question alone beside its own entity, the whole title elsewhere."""
    if entry.entity == within:
        return in_language(_attribute(knowledge, entry).texts, say).title
    return in_language(entry.texts, say).title


def _link(say: Speaker, source: Source) -> Button:
    return buttons.link(in_language(source.texts, say).title, source.url)


def _attribute(knowledge: Knowledge, entry: Entry) -> Attribute:
    return knowledge.attributes[entry.attribute]
