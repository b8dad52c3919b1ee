"""Knowledge on screen: answers with source and date, the plans, everything else there is to read."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from bot.domain.knowledge import Attribute, Entity, EntityId, Entry, Knowledge, Language, Source
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.actions import AskQuestion, ShowAbout, ShowContact, ShowEntity, ShowEntry, ShowPlans
from bot.ui.buttons import Row
from bot.ui.screen import Button, Screen, lines, paragraphs

Text = TypeVar("Text")

PLAN = "plan"
#: What `/contact` shows: the entity of this id.
CONTACT = EntityId("contact")
#: The attribute that sums an entity up: its text opens the entity's screen.
OVERVIEW = "what"
#: Next questions under an answer.
RELATED = 3


def answer(say: Speaker, knowledge: Knowledge, entry: Entry) -> Screen:
    """An answer: the fact, its source and date, and what one may ask next.

    Args:
        say: the person's language.
        knowledge: where the neighbours of the entry are.
        entry: the answer.
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
                *(
                    say(
                        "answer-source" if position == 0 else "answer-source-also",
                        title=in_language(knowledge.sources[source].texts, say).title,
                        url=Html(knowledge.sources[source].url.replace("&", "&amp;").replace('"', "%22")),
                        **({"date": say.as_of(entry.as_of)} if position == 0 else {}),
                    )
                    for position, source in enumerate(entry.sources)
                ),
            ]
        ),
    )


def candidates(say: Speaker, entries: Sequence[Entry]) -> Screen:
    """Up to three answers of which one may be meant."""
    return Screen(say("answer-did-you-mean"), _choice(say, entries), stays=True)


def silent(say: Speaker, entries: Sequence[Entry]) -> Screen:
    """The honest "I don't know" about something of which other things are known: these."""
    return Screen(say("answer-silent"), _choice(say, entries), stays=True)


def unknown(say: Speaker) -> Screen:
    """The honest "I don't know", and what one can do."""
    return Screen(
        say("answer-unknown"),
        [
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
    listed = [
        Button(in_language(entity.texts, say).short, ShowEntity(entity=entity.id))
        for entity in knowledge.of_kind(PLAN)
    ]
    return Screen(
        say("plans-title", count=len(listed)),
        [*buttons.in_rows(listed), [Button(say.plain("button-about"), ShowAbout()), buttons.to_menu(say)]],
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
    overview = next((entry for entry in entries if entry.attribute == OVERVIEW), None)
    if overview is None and len(entries) == 1:
        (overview,) = entries  # a list of one would be a tap for nothing
    title = say("entity-title", title=in_language(thing.texts, say).title)
    text = answer_text(say, knowledge, overview) if overview else paragraphs(title, say("entity-choose"))
    questions = [
        Button(in_language(_attribute(knowledge, entry).texts, say).title, ShowEntry(entry=entry.id))
        for entry in entries
        if entry is not overview
    ]
    parts = [
        Button(in_language(part.texts, say).short, ShowEntity(entity=part.id))
        for part in knowledge.entities.values()
        if part.parent == entity_id and part.kind != PLAN and knowledge.about(part.id)
    ]
    links = [_link(say, knowledge.sources[link]) for link in overview.links] if overview else []
    return Screen(
        text,
        [
            *buttons.in_rows([*questions, *parts]),
            *([link] for link in links),
            [_way_up(say, thing), buttons.to_menu(say)],
        ],
    )


def contact(say: Speaker, knowledge: Knowledge) -> Screen:
    """How to reach the secretariat, from the content; the plain word where the content has nothing."""
    entry = next(iter(knowledge.about(CONTACT)), None)
    if entry is None:
        return Screen(say("contact-none"), [[buttons.ask(say)], [buttons.to_menu(say)]])
    links: list[Row] = [[_link(say, knowledge.sources[link])] for link in entry.links]
    return Screen(
        answer_text(say, knowledge, entry),
        [*links, [Button(say.plain("button-ask"), AskQuestion()), buttons.to_menu(say)]],
    )


def in_language(texts: Mapping[Language, Text], say: Speaker) -> Text:
    """The text in the person's language; the official one where the content lacks it."""
    return texts.get(Language(say.language)) or next(iter(texts.values()))


def _choice(say: Speaker, entries: Sequence[Entry]) -> list[Row]:
    rows: list[Row] = [
        [buttons.button(in_language(entry.texts, say).title, ShowEntry(entry=entry.id))] for entry in entries
    ]
    return [*rows, [Button(say.plain("button-contact"), ShowContact()), buttons.to_menu(say)]]


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
