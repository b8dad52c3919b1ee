"""What the bot knows: official content as entities, attributes, entries and sources.

An *entry* answers one question: one attribute of one entity (plan 4 x when). What does not depend on the
language (dates, addresses, relations) stands once; every text stands once a language.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, NewType, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from bot.domain.commitments import CommitmentId
from bot.domain.reasons import Reason, ReasonId

EntityId = NewType("EntityId", str)
AttributeId = NewType("AttributeId", str)
EntryId = NewType("EntryId", str)
SourceId = NewType("SourceId", str)
ChoiceId = NewType("ChoiceId", str)
Language = NewType("Language", str)

#: Telegram's rule for deep links (64 characters of this set) less our two-character prefix and two to spare.
ID_PATTERN = r"^[A-Za-z0-9_-]{1,60}$"
#: An id that stands in a button beside a row id and a page has so many characters.
SHORT_ID = 36
#: A year, a month or a day; as precise as the source is.
PARTIAL_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
#: The entity that `/contact` shows.
CONTACT = EntityId("contact")
#: The kind of entity that `/plans` is about.
PLAN = "plan"
#: The attribute that sums an entity up: its text opens the entity's screen.
OVERVIEW = AttributeId("what")


def first_day(partial: str) -> date:
    """The first day of a year, month or day.

    Raises:
        ValueError: the calendar has no such month or day.
    """
    return date.fromisoformat(partial + "-01" * (2 - partial.count("-")))


def last_day(partial: str) -> date:
    """The last day of a year, month or day.

    Raises:
        ValueError: the calendar has no such month or day.
    """
    first = first_day(partial)
    match partial.count("-"):
        case 0:
            return date(first.year, 12, 31)
        case 1:
            return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        case _:
            return first


def _in_the_calendar(partial: str) -> str:
    first_day(partial)
    return partial


PartialDate = Annotated[str, Field(pattern=PARTIAL_DATE_PATTERN), AfterValidator(_in_the_calendar)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceText(_Frozen):
    """A source's title in one language."""

    title: str = Field(min_length=1, max_length=200)


class Source(_Frozen):
    """Where a fact stands: a public page or document."""

    id: SourceId = Field(pattern=ID_PATTERN)
    url: str = Field(pattern=r"^https?://\S+$")
    official: bool = True
    texts: Mapping[Language, SourceText]


class EntityText(_Frozen):
    """What an entity is called in one language.

    Attributes:
        title: full name, as a heading.
        short: label of a button, at most 24 characters.
        aliases: other words by which people call it, in any inflection; search reads them.
    """

    title: str = Field(min_length=1, max_length=120)
    short: str = Field(min_length=1, max_length=24)
    aliases: tuple[str, ...] = ()


class Period(_Frozen):
    """From when to when, both included, each as precise as the source is."""

    start: PartialDate
    end: PartialDate

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.last < self.first:
            raise PydanticCustomError("period_backwards", "ends before it starts")
        return self

    @property
    def first(self) -> date:
        """The first day."""
        return first_day(self.start)

    @property
    def last(self) -> date:
        """The last day."""
        return last_day(self.end)


class Entity(_Frozen):
    """A thing that questions are about: the initiative, an action plan, a body, an award.

    Attributes:
        kind: `plan`, `initiative`, `body`, `award`, `principle`, `link`… Plans are browsed by `/plans`,
            everything else by `/about`.
        ordinal: which one of its kind (the *fourth* plan), where people count them.
        numbers: numbers and years by which people name it (order number, years of the plan), as written.
        parent: the entity that this one is a part of.
        period: when it runs, as its entry on the years says first where sources disagree.
        adopted: when it was approved; None where no source confirms that it was.
        commitments: of a plan, how many it has by its source; None where that is not known.
    """

    id: EntityId = Field(pattern=ID_PATTERN)
    kind: str
    ordinal: int | None = None
    numbers: tuple[str, ...] = ()
    parent: EntityId | None = None
    period: Period | None = None
    adopted: PartialDate | None = None
    commitments: int | None = Field(default=None, ge=1)
    texts: Mapping[Language, EntityText]

    @property
    def adopted_on(self) -> date | None:
        """The first day on which it may have been approved, by what the source says."""
        return None if self.adopted is None else first_day(self.adopted)


class AttributeText(_Frozen):
    """What an attribute is called in one language.

    Attributes:
        title: label of a button, at most 24 characters.
        cues: words and phrases that ask for it (when, on which day, the date of).
    """

    title: str = Field(min_length=1, max_length=24)
    cues: tuple[str, ...] = ()


class Attribute(_Frozen):
    """What can be asked of an entity: when, how many, who, which order."""

    id: AttributeId = Field(pattern=ID_PATTERN)
    texts: Mapping[Language, AttributeText]


class EntryText(_Frozen):
    """An answer in one language, plain text without markup.

    Attributes:
        title: heading, at most 100 characters.
        fact: the fact itself, shown bold; one or two sentences.
        details: at most three more sentences; empty where the fact says it all. Lines that start with
            "• " are a list.
        variants: some ten ways in which people ask for just this, for search.
    """

    title: str = Field(min_length=1, max_length=100)
    fact: str = Field(min_length=1, max_length=700)
    details: str = Field(default="", max_length=2500)
    variants: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[str, ...]:
        """All ways in which it is asked for: its heading is one."""
        return (self.title, *self.variants)


class Entry(_Frozen):
    """The answer to one question: an attribute of an entity, with its source and date.

    Attributes:
        sources: the sources, the main one first.
        as_of: how old the statement is: a year, month or day (ISO 8601).
        ages: whether the figure changes with time, so that the answer must say so.
        related: entries offered as next questions.
        links: ids of sources to offer as buttons beside the answer.
    """

    id: EntryId = Field(pattern=ID_PATTERN)
    entity: EntityId
    attribute: AttributeId
    sources: tuple[SourceId, ...] = Field(min_length=1)
    as_of: PartialDate
    ages: bool = False
    related: tuple[EntryId, ...] = ()
    links: tuple[SourceId, ...] = ()
    texts: Mapping[Language, EntryText]


class ChoiceText(_Frozen):
    """What a region or topic is called in one language."""

    title: str = Field(min_length=1, max_length=40)


class Choice(_Frozen):
    """A region or a topic that a proposal may be about.

    Attributes:
        id: short, because it stands in buttons beside other things.
    """

    id: ChoiceId = Field(pattern=ID_PATTERN, max_length=24)
    texts: Mapping[Language, ChoiceText]

    def title(self, language: str) -> str:
        """What it is called in this language, or in another where this one is missing."""
        text = self.texts.get(Language(language)) or next(iter(self.texts.values()))
        return text.title


class CommitmentText(_Frozen):
    """What a commitment is called in one language.

    Attributes:
        title: what is promised, in one line.
        bodies: who is responsible, as the source calls them; empty where that is not established.
    """

    title: str = Field(min_length=1, max_length=200)
    bodies: str = Field(default="", max_length=300)


class Commitment(_Frozen):
    """A commitment of an action plan. How far it is carried out is no content: the secretariat states it.

    Attributes:
        id: short, because it stands in buttons beside other things.
        plan: the plan, which is an entity.
        code: how the plan, or whoever keeps account of it, numbers it; empty where that is not established.
        period: when it is to be carried out, where that is established.
        sources: where it is to be read, the main one first.
        as_of: how old the statement is.
        entry: the answer that tells more of it.
    """

    id: CommitmentId = Field(pattern=ID_PATTERN, max_length=SHORT_ID)
    plan: EntityId = Field(max_length=SHORT_ID)
    code: str = Field(default="", max_length=20)
    period: Period | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    as_of: PartialDate
    entry: EntryId | None = None
    texts: Mapping[Language, CommitmentText]

    def name(self, language: str) -> str:
        """Code and title, so far as there is a code."""
        title = self.text(language).title
        return f"{self.code} · {title}" if self.code else title

    def text(self, language: str) -> CommitmentText:
        """Its text in this language, or in another where this one is missing."""
        return self.texts.get(Language(language)) or next(iter(self.texts.values()))


class Knowledge(_Frozen):
    """The whole content, in the order in which people browse it.

    Attributes:
        code: prefix of references (`UA` in `UA-2026-0042`).
        languages: the languages of the content; the first is the official one.
        regions: what of the country or city a proposal may be about; none where nobody is asked.
        topics: what a proposal may be about; none where nobody is asked.
        commitments: what a proposal may become.
        reasons: what the secretariat may begin a response with.
    """

    code: str = Field(pattern=r"^[A-Z]{2,10}$")
    languages: tuple[Language, ...] = Field(min_length=1)
    sources: Mapping[SourceId, Source]
    entities: Mapping[EntityId, Entity]
    attributes: Mapping[AttributeId, Attribute]
    entries: Mapping[EntryId, Entry]
    regions: Mapping[ChoiceId, Choice] = {}
    topics: Mapping[ChoiceId, Choice] = {}
    commitments: Mapping[CommitmentId, Commitment] = {}
    reasons: Mapping[ReasonId, Reason] = {}

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """Entities of one kind, in the order of the content."""
        return tuple(entity for entity in self.entities.values() if entity.kind == kind)

    def about(self, entity: EntityId) -> tuple[Entry, ...]:
        """Every entry on an entity, in the content's order of attributes: the most asked first."""
        order = {attribute: place for place, attribute in enumerate(self.attributes)}
        entries = (entry for entry in self.entries.values() if entry.entity == entity)
        return tuple(sorted(entries, key=lambda entry: order[entry.attribute]))

    def commitments_of(self, plan: EntityId) -> tuple[Commitment, ...]:
        """A plan's commitments, in the order of the content."""
        return tuple(one for one in self.commitments.values() if one.plan == plan)

    def told_by(self, entry: EntryId) -> tuple[Commitment, ...]:
        """The commitments of which this answer tells."""
        return tuple(one for one in self.commitments.values() if one.entry == entry)
