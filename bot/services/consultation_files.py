"""Consultations from a YAML file: read whole, checked whole, and every problem named with its line."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.domain.consultations import ConsultationKind, ConsultationText, NewConsultation
from bot.domain.drafts import AnswerEmpty, AnswerTooShort, Step, cleaned
from bot.domain.knowledge import ID_PATTERN
from bot.services.lined_yaml import Fault, YamlBroken, compose, line_of, value_of
from bot.services.lined_yaml import text_of as text_of_yaml

_DATE, _DATE_AND_TIME = "%Y-%m-%d", "%Y-%m-%d %H:%M"


class FileProblem(NamedTuple):
    """What is wrong in a file.

    Attributes:
        line: from 1.
        field: the field, with the ones around it (`title.uk`); the key where the YAML is broken; "" for none.
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


def _is_web_address(url: str) -> str:
    """Refuse what Telegram takes for no address: one such button, and it refuses the whole screen."""
    address = urlsplit(url)
    host = (address.hostname or "").encode("idna").decode("ascii")
    labels = host.split(".")
    is_host = len(labels) > 1 and all(map(_LABEL.fullmatch, labels))
    if address.scheme not in {"http", "https"} or not is_host or not url.isprintable() or " " in url:
        raise ValueError(url)
    if labels[-1].isdecimal():
        IPv4Address(host)
    if address.port == 0:
        raise ValueError(url)
    return url


#: A part of a host's name between dots (RFC 1123).
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)


class _Fields(BaseModel):
    """A consultation as it is written in a file. Titles and summaries fit one screen together."""

    model_config = ConfigDict(extra="forbid")

    slug: str = Field(pattern=ID_PATTERN)
    kind: ConsultationKind = ConsultationKind.CALL
    closes: str = Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?$")
    url: Annotated[str, Field(max_length=500), AfterValidator(_is_web_address)] | None = None
    title: Mapping[str, str] = Field(min_length=1)
    summary: Mapping[str, str] = Field(min_length=1)


#: Longest title and summary, in characters.
LONGEST = {"title": 200, "summary": 2000}
#: Which answers of a proposal they are cleaned like: in one line, and in many.
_LIKE = {"title": Step.TITLE, "summary": Step.PROBLEM}


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
        raise _broken(error) from error


def read(
    text: str, *, languages: Sequence[str], zone: ZoneInfo, now: datetime | None
) -> Sequence[NewConsultation]:
    """The consultations of a file: one, or a list of them.

    Args:
        text: the file's content.
        languages: the languages that texts may be in.
        zone: the zone of its times. A date without a time means the end of that day.
        now: what deadlines must come after; None where the caller sets them anew.

    Raises:
        FileInvalid: with all problems of the file.
    """
    try:
        node = compose(text)
        value = value_of(node) if node is not None else None
    except YamlBroken as error:
        raise _broken(error) from error
    if node is None or not isinstance(value, list | dict) or not value:
        raise FileInvalid([FileProblem(1, "", "consultations")])
    problems: list[FileProblem] = []
    many = value if isinstance(value, list) else [value]
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    found = [_one(fields, at, languages, zone, now, problems) for fields, at in zip(many, nodes, strict=True)]
    slugs: set[str] = set()
    for consultation, at in zip(found, nodes, strict=True):
        if consultation is not None and consultation.slug in slugs:
            problems.append(FileProblem(line_of(at, ["slug"]), "slug", "slug-once"))
        slugs |= {consultation.slug} if consultation else set()
    if problems:
        raise FileInvalid(problems)
    return [consultation for consultation in found if consultation is not None]


def _broken(error: YamlBroken) -> FileInvalid:
    wants = "yaml" if error.fault is Fault.ILL_FORMED else f"yaml-{error.fault}"
    return FileInvalid([FileProblem(error.line, error.key, wants)])


def _one(
    fields: Any,
    node: yaml.Node,
    languages: Sequence[str],
    zone: ZoneInfo,
    now: datetime | None,
    problems: list[FileProblem],
) -> NewConsultation | None:
    try:
        given = _Fields.model_validate(fields)
    except ValidationError as error:
        problems += [_problem(one["loc"], one["type"], node) for one in error.errors(include_url=False)]
        return None
    before = len(problems)
    titles = {language: _cleaned("title", text) for language, text in given.title.items()}
    summaries = {language: _cleaned("summary", text) for language, text in given.summary.items()}
    for name, texts in (("title", titles), ("summary", summaries)):
        for language, text in texts.items():
            place = FileProblem(line_of(node, [name, language]), f"{name}.{language}", "language")
            if language not in languages:
                problems.append(place)
            elif not 1 <= len(text) <= LONGEST[name]:
                problems.append(place._replace(wants=name))
    if given.title.keys() != given.summary.keys():
        problems.append(FileProblem(line_of(node, ["summary"]), "summary", "same-languages"))
    closes_at = _moment(given.closes, zone)
    if closes_at is None:
        problems.append(FileProblem(line_of(node, ["closes"]), "closes", "closes"))
    elif now is not None and closes_at <= now:
        problems.append(FileProblem(line_of(node, ["closes"]), "closes", "future"))
    if len(problems) > before or closes_at is None:
        return None
    return NewConsultation(
        slug=given.slug,
        kind=given.kind,
        closes_at=closes_at,
        url=given.url,
        texts={
            language: ConsultationText(title=titles[language], summary=summaries[language])
            for language in sorted(titles, key=list(languages).index)
        },
    )


def _cleaned(name: str, text: str) -> str:
    """A text as it is kept; "" where nothing in it can be read."""
    try:
        return cleaned(_LIKE[name], text)
    except AnswerEmpty:
        return ""
    except AnswerTooShort:  # a proposal wants more than a consultation
        return " ".join(text.split())


def _moment(text: str, zone: ZoneInfo) -> datetime | None:
    """A date and time of the zone, or the last second of a date; None where there is no such day or hour.

    The last second is shown as 23:59; midnight would be shown with the next day's date.
    """
    try:
        if " " in text:
            local = datetime.strptime(text, _DATE_AND_TIME).replace(tzinfo=zone)
        else:
            local = datetime.strptime(text, _DATE).replace(tzinfo=zone) + timedelta(days=1, seconds=-1)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _problem(path: tuple[int | str, ...], kind: str, node: yaml.Node) -> FileProblem:
    field = ".".join(map(str, path))
    if kind == "extra_forbidden":
        return FileProblem(line_of(node, path), field, "no-such-field")
    return FileProblem(line_of(node, path), field, str(path[0]) if path else "consultations")
