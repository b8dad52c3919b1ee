"""Consultations from a YAML file: read whole, checked whole, and every problem named with its line."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domain.consultations import ConsultationKind, ConsultationText, NewConsultation
from bot.domain.knowledge import ID_PATTERN
from bot.services.lined_yaml import YamlBroken, compose, line_of, value_of

_DATE, _DATE_AND_TIME = "%Y-%m-%d", "%Y-%m-%d %H:%M"


class FileProblem(NamedTuple):
    """What is wrong in a file.

    Attributes:
        line: from 1.
        field: the field, with the ones around it (`title.uk`); the parser's word where there is no field.
        wants: what the field wants; the id of a text after `import-wants-`.
    """

    line: int
    field: str
    wants: str


class FileInvalid(Exception):
    """Nothing was taken from the file.

    Attributes:
        problems: everything that was found, by line.
    """

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__(problems)
        self.problems = tuple(sorted(problems))


class _Fields(BaseModel):
    """A consultation as it is written in a file. Titles and summaries fit one screen together."""

    model_config = ConfigDict(extra="forbid")

    slug: str = Field(pattern=ID_PATTERN)
    kind: ConsultationKind = ConsultationKind.CALL
    closes: str = Field(pattern=r"^\d{4}-\d\d-\d\d( \d\d:\d\d)?$")
    url: str | None = Field(default=None, pattern=r"^https?://\S+$", max_length=500)
    title: Mapping[str, str] = Field(min_length=1)
    summary: Mapping[str, str] = Field(min_length=1)


#: Longest title and summary, in characters.
LONGEST = {"title": 200, "summary": 2000}


def read(text: str, *, languages: Sequence[str], zone: ZoneInfo) -> Sequence[NewConsultation]:
    """The consultations of a file: one, or a list of them.

    Args:
        text: the file's content.
        languages: the languages that texts may be in.
        zone: the zone of its times. A date without a time means the end of that day.

    Raises:
        FileInvalid: with all problems of the file.
    """
    try:
        node = compose(text)
        value = value_of(node) if node is not None else None
    except YamlBroken as error:
        raise FileInvalid([FileProblem(error.line, error.reason, "yaml")]) from error
    if node is None or not isinstance(value, list | dict) or not value:
        raise FileInvalid([FileProblem(1, "", "consultations")])
    problems: list[FileProblem] = []
    many = value if isinstance(value, list) else [value]
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    found = [_one(fields, at, languages, zone, problems) for fields, at in zip(many, nodes, strict=True)]
    slugs: set[str] = set()
    for consultation, at in zip(found, nodes, strict=True):
        if consultation is not None and consultation.slug in slugs:
            problems.append(FileProblem(line_of(at, ["slug"]), "slug", "slug-once"))
        slugs |= {consultation.slug} if consultation else set()
    if problems:
        raise FileInvalid(problems)
    return [consultation for consultation in found if consultation is not None]


def _one(
    fields: Any, node: yaml.Node, languages: Sequence[str], zone: ZoneInfo, problems: list[FileProblem]
) -> NewConsultation | None:
    try:
        given = _Fields.model_validate(fields)
    except ValidationError as error:
        problems += [_problem(one["loc"], one["type"], node) for one in error.errors(include_url=False)]
        return None
    before = len(problems)
    for name, texts in (("title", given.title), ("summary", given.summary)):
        for language, text in texts.items():
            place = FileProblem(line_of(node, [name, language]), f"{name}.{language}", "language")
            if language not in languages:
                problems.append(place)
            elif not 1 <= len(text.strip()) <= LONGEST[name]:
                problems.append(place._replace(wants=name))
    if given.title.keys() != given.summary.keys():
        problems.append(FileProblem(line_of(node, ["summary"]), "summary", "same-languages"))
    closes_at = _moment(given.closes, zone)
    if closes_at is None:
        problems.append(FileProblem(line_of(node, ["closes"]), "closes", "closes"))
    if len(problems) > before or closes_at is None:
        return None
    return NewConsultation(
        slug=given.slug,
        kind=given.kind,
        closes_at=closes_at,
        url=given.url,
        texts={
            language: ConsultationText(
                title=" ".join(given.title[language].split()), summary=given.summary[language].strip()
            )
            for language in sorted(given.title, key=list(languages).index)
        },
    )


def _moment(text: str, zone: ZoneInfo) -> datetime | None:
    """A date and time of the zone, or the last second of a date; None where there is no such day or hour.

    The last second is shown as 23:59; midnight would be shown with the next day's date.
    """
    try:
        if " " in text:
            local = datetime.strptime(text, _DATE_AND_TIME).replace(tzinfo=zone)
        else:
            local = datetime.strptime(text, _DATE).replace(tzinfo=zone) + timedelta(days=1, seconds=-1)
    except ValueError:
        return None
    return local.astimezone(UTC)


def _problem(path: tuple[int | str, ...], kind: str, node: yaml.Node) -> FileProblem:
    field = ".".join(map(str, path))
    if kind == "extra_forbidden":
        return FileProblem(line_of(node, path), field, "no-such-field")
    return FileProblem(line_of(node, path), field, str(path[0]) if path else "consultations")
