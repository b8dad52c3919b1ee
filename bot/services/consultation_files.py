"""Consultations from a YAML file: read whole, checked whole, and every problem named with its line."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.domain.consultation_asks import LIMITS
from bot.domain.consultation_asks import TEXTS as STEPS
from bot.domain.consultations import (
    MOST_DOCUMENTS,
    ConsultationKind,
    ConsultationText,
    Document,
    NewConsultation,
)
from bot.domain.draft_steps import readable
from bot.domain.knowledge import ID_PATTERN
from bot.domain.moments import LAST_SECOND, MomentUnclear, typed
from bot.services.consultation_links import LONGEST_TITLE, LONGEST_URL, web_address
from bot.services.file_problems import FileInvalid, FileProblem, broken
from bot.services.lined_yaml import YamlBroken, compose, line_of, value_of
from bot.services.lined_yaml import text_of as text_of_yaml


class _Link(BaseModel):
    """A document as it is written in a file."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=1, max_length=LONGEST_TITLE)
    url: Annotated[str, Field(max_length=LONGEST_URL), AfterValidator(web_address)]


_MOMENT = Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?$")


class _Fields(BaseModel):
    """A consultation as it is written in a file: the fields of the notice, each text by language."""

    model_config = ConfigDict(extra="forbid")

    slug: str = Field(pattern=ID_PATTERN)
    kind: ConsultationKind = ConsultationKind.CALL
    opens: Annotated[str, _MOMENT] | None = None
    closes: Annotated[str, _MOMENT]
    url: Annotated[str, Field(max_length=LONGEST_URL), AfterValidator(web_address)] | None = None
    topics: Sequence[str] = ()
    regions: Sequence[str] = ()
    documents: Annotated[Sequence[_Link], Field(max_length=MOST_DOCUMENTS)] = ()
    title: Mapping[str, str] = Field(min_length=1)
    summary: Mapping[str, str] = Field(min_length=1)
    authority: Mapping[str, str] = {}
    affected: Mapping[str, str] = {}
    consequences: Mapping[str, str] = {}
    ways: Mapping[str, str] = {}


#: Texts, and which of them are one line.
TEXTS = tuple(ConsultationText.model_fields)
_ONE_LINE = frozenset({"title", "authority"})
#: Longest texts, in characters: as in the chat.
LONGEST = {step.value: LIMITS[step].most for step in STEPS}


@dataclass(frozen=True)
class Reader:
    """What a file is read against.

    Attributes:
        languages: the languages that texts may be in.
        zone: the zone of its times. A date without a time means the end of that day, or its beginning for `opens`.
        now: what deadlines must come after; None where the caller sets them anew.
        topics: ids that the content has; None where they are of no matter.
        regions: likewise.
    """

    languages: Sequence[str]
    zone: ZoneInfo
    now: datetime | None
    topics: Collection[str] | None = None
    regions: Collection[str] | None = None


def text_of(path: Path) -> str:
    """The text of a file.

    Raises:
        FileInvalid: it is too large.
        OSError: there is no such file, or it cannot be read.
        UnicodeDecodeError: it is not in UTF-8.
    """
    try:
        return text_of_yaml(path)
    except YamlBroken as error:
        raise broken(error) from error


def read(
    text: str,
    *,
    languages: Sequence[str],
    zone: ZoneInfo,
    now: datetime | None,
    topics: Collection[str] | None = None,
    regions: Collection[str] | None = None,
) -> Sequence[NewConsultation]:
    """The consultations of a file: one, or a list of them; the arguments are those of `Reader`.

    Raises:
        FileInvalid: with all problems of the file.
    """
    reader = Reader(languages, zone, now, topics, regions)
    try:
        node = compose(text)
        value = value_of(node) if node is not None else None
    except YamlBroken as error:
        raise broken(error) from error
    if node is None or not isinstance(value, list | dict) or not value:
        raise FileInvalid([FileProblem(1, "", "consultations")])
    problems: list[FileProblem] = []
    many = value if isinstance(value, list) else [value]
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    found = [_one(fields, at, reader, problems) for fields, at in zip(many, nodes, strict=True)]
    slugs: set[str] = set()
    for consultation, at in zip(found, nodes, strict=True):
        if consultation is not None and consultation.slug in slugs:
            problems.append(FileProblem(line_of(at, ["slug"]), "slug", "slug-once"))
        slugs |= {consultation.slug} if consultation else set()
    if problems:
        raise FileInvalid(problems)
    return [consultation for consultation in found if consultation is not None]


def _one(fields: Any, node: yaml.Node, reader: Reader, problems: list[FileProblem]) -> NewConsultation | None:
    try:
        given = _Fields.model_validate(fields)
    except ValidationError as error:
        problems += [_problem(one["loc"], one["type"], node) for one in error.errors(include_url=False)]
        return None
    before = len(problems)
    texts = _texts(given, node, reader, problems)
    opens_at, closes_at = _times(given, node, reader, problems)
    for name, offered in (("topics", reader.topics), ("regions", reader.regions)):
        problems += [
            FileProblem(line_of(node, [name, place]), f"{name}.{place}", name)
            for place, one in enumerate(getattr(given, name))
            if offered is not None and one not in offered
        ]
    if len(problems) > before or closes_at is None:
        return None
    return NewConsultation(
        slug=given.slug,
        kind=given.kind,
        opens_at=opens_at,
        closes_at=closes_at,
        url=given.url,
        topics=tuple(given.topics),
        regions=tuple(given.regions),
        documents=tuple(Document(title=one.title, url=one.url) for one in given.documents),
        texts=texts,
    )


def _texts(
    given: _Fields, node: yaml.Node, reader: Reader, problems: list[FileProblem]
) -> Mapping[str, ConsultationText]:
    cleaned: dict[str, dict[str, str]] = {}
    for name in TEXTS:
        for language, text in getattr(given, name).items():
            words = readable(text, is_one_line=name in _ONE_LINE)
            words = words if any(c.isalnum() for c in words) else ""
            place = FileProblem(line_of(node, [name, language]), f"{name}.{language}", "language")
            if language not in reader.languages:
                problems.append(place)
            elif not 1 <= len(words) <= LONGEST[name]:
                problems.append(place._replace(wants=name))
            cleaned.setdefault(language, {})[name] = words
    if given.title.keys() != given.summary.keys():
        problems.append(FileProblem(line_of(node, ["summary"]), "summary", "same-languages"))
    problems += [
        FileProblem(line_of(node, [name, language]), f"{name}.{language}", "title-first")
        for name in TEXTS[2:]
        for language in getattr(given, name)
        if language in reader.languages and language not in given.title
    ]
    return {
        language: ConsultationText(**cleaned[language])
        for language in reader.languages
        if {"title", "summary"} <= cleaned.get(language, {}).keys()
    }


def _times(
    given: _Fields, node: yaml.Node, reader: Reader, problems: list[FileProblem]
) -> tuple[datetime | None, datetime | None]:
    opens_at = _moment(given.opens, reader.zone, time()) if given.opens else None
    closes_at = _moment(given.closes, reader.zone, LAST_SECOND)
    if given.opens and opens_at is None:
        problems.append(FileProblem(line_of(node, ["opens"]), "opens", "opens"))
    if closes_at is None:
        problems.append(FileProblem(line_of(node, ["closes"]), "closes", "closes"))
    elif reader.now is not None and closes_at <= reader.now:
        problems.append(FileProblem(line_of(node, ["closes"]), "closes", "future"))
    elif opens_at is not None and closes_at <= opens_at:
        problems.append(FileProblem(line_of(node, ["closes"]), "closes", "after-opens"))
    return opens_at, closes_at


def _moment(text: str, zone: ZoneInfo, by_default: time) -> datetime | None:
    """A date and time of the zone; None where there is no such day or hour."""
    try:
        return typed(text, zone, datetime.now(UTC), by_default=by_default)
    except MomentUnclear:
        return None


def _problem(path: tuple[int | str, ...], kind: str, node: yaml.Node) -> FileProblem:
    field = ".".join(str(step) for step in path)
    if kind == "extra_forbidden":
        return FileProblem(line_of(node, path), field, "no-such-field")
    return FileProblem(line_of(node, path), field, str(path[0]) if path else "consultations")


__all__ = ["LONGEST", "TEXTS", "FileInvalid", "FileProblem", "Reader", "read", "text_of"]
