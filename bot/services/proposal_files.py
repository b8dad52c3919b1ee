"""Proposals from meetings in a file, YAML or CSV: read whole, checked whole, and every problem named with its line.

The fields are called as the columns of the export are.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.domain.consultations import ConsultationId, ConsultationKind
from bot.domain.draft_steps import (
    LEAST_OF_REMARK,
    LIMITS,
    OF_AUTHOR,
    WHOLE,
    AnswerEmpty,
    AnswerTooShort,
    cleaned,
)
from bot.domain.draft_texts import text_of as words_of
from bot.domain.drafts import Draft, DraftId, Step
from bot.domain.gatherings import PAPER_CONSENT, GatheringId, GatheringUnclear, checked
from bot.domain.knowledge import ID_PATTERN
from bot.domain.limits import TooManyLinks, check_links
from bot.domain.people import PersonId
from bot.domain.proposals import Identity, OgpValue
from bot.services.draft_steps import GOALS
from bot.services.file_problems import FileInvalid, FileProblem, broken
from bot.services.lined_yaml import YamlBroken
from bot.services.lined_yaml import text_of as text_of_yaml
from bot.services.proposal_sheets import LIST, Shape, Written, document, table

#: Bytes of a table, and proposals in a file of either form: all are entered at once, and the bot waits for so long.
LARGEST, MOST = 4 * 1024 * 1024, 200
_STEPS: Mapping[str, Step] = {
    "title": Step.TITLE,
    "problem": Step.PROBLEM,
    "solution": Step.SOLUTION,
    "expected_result": Step.RESULT,
    "values": Step.VALUES,
    "sdg": Step.GOAL,
    "region": Step.REGION,
    "topic": Step.TOPIC,
    "responsible_body": Step.BODY,
    "partners": Step.PARTNERS,
    "time_frame": Step.TIME_FRAME,
    "indicator": Step.INDICATOR,
    "identity": Step.IDENTITY,
    "author_name": Step.NAME,
    "author_contact": Step.CONTACT,
}
_FIELDS = {step: name for name, step in _STEPS.items()}


class NewEntry(BaseModel):
    """A proposal as a file has it.

    Attributes:
        key: what the file calls it; taken in once.
        line: where it begins.
        consent: which text its author has signed.
        answers: its words and choices, cleaned and complete.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    line: int
    meeting: str
    held_on: date
    consent: int
    consultation_id: ConsultationId | None
    kind: ConsultationKind | None
    language: str
    answers: Mapping[Step, str]

    def draft(self, draft_id: DraftId, gathering_id: GatheringId, *, now: datetime) -> Draft:
        """The same as a draft of nobody's."""
        return Draft(
            id=draft_id,
            person_id=PersonId(0),
            consultation_id=self.consultation_id,
            kind=self.kind,
            gathering_id=gathering_id,
            step=Step.PREVIEW,
            answers=self.answers,
            created_at=now,
            updated_at=now,
        )


@dataclass(frozen=True)
class Reader:
    """What a file is read against.

    Attributes:
        today: the last day on which a meeting can have been.
        language: of proposals that do not say theirs.
        languages: that they may be in.
        open: the consultations that take something now, by their short names.
        topics: ids that the content has.
        regions: likewise.
    """

    today: date
    language: str
    languages: Sequence[str]
    open: Mapping[str, tuple[ConsultationId, ConsultationKind]]
    topics: Collection[str]
    regions: Collection[str]


def read_file(path: Path, reader: Reader) -> Sequence[NewEntry]:
    """The proposals of a file, which is a table where its name ends with `.csv`.

    Raises:
        FileInvalid: with all problems of the file.
        OSError: there is no such file, or it cannot be read.
        UnicodeDecodeError: it is not in UTF-8.
    """
    if path.suffix.lower() == ".csv":
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise FileInvalid([FileProblem(1, "", "csv-large")])
        return read(table(content.decode("utf-8-sig")), reader)
    try:
        return read(document(text_of_yaml(path)), reader)
    except YamlBroken as error:
        raise broken(error) from error


def read(written: Sequence[Written], reader: Reader) -> Sequence[NewEntry]:
    """The proposals that are written so.

    Raises:
        FileInvalid: with all problems of all of them.
    """
    if len(written) > MOST:
        raise FileInvalid([FileProblem(written[MOST].line_of("id"), LIST, "paper-most")])
    found = [_one(one, reader) for one in written]
    keys: set[str] = set()
    texts: set[tuple[ConsultationId | None, str]] = set()
    for entry, one in zip(found, written, strict=True):
        if entry is None:
            continue
        text = (entry.consultation_id, words_of(entry.draft(DraftId(0), GatheringId(0), now=_ANY)).key)
        if entry.key in keys:
            one.fault("id", "id-once")
        if text in texts:
            one.fault("title", "same-text")
        keys.add(entry.key)
        texts.add(text)
    problems = [problem for one in written for problem in one.problems]
    if problems:
        raise FileInvalid(problems)
    return [entry for entry in found if entry is not None]


_ANY = datetime(2000, 1, 1, tzinfo=UTC)


def _one(one: Written, reader: Reader) -> NewEntry | None:
    try:
        given = Shape.model_validate(one.fields)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            name = str(fault["loc"][0])
            one.fault(name, "no-such-field" if fault["type"] == "extra_forbidden" else "text")
        return None
    meeting, held_on = _meeting(one, given, reader)
    consultation_id, kind = reader.open.get(given.consultation, (None, None))
    if given.consultation and consultation_id is None:
        one.fault("consultation")
    if re.fullmatch(ID_PATTERN, given.id) is None:
        one.fault("id")
    if given.consent not in {str(number) for number in range(1, PAPER_CONSENT + 1)}:
        one.fault("consent")
    language = given.language or reader.language
    if language not in reader.languages:
        one.fault("language")
    answers = _answers(one, given, reader, kind)
    if one.problems or held_on is None:
        return None
    return NewEntry(
        key=given.id,
        line=one.line_of("id"),
        meeting=meeting,
        held_on=held_on,
        consent=int(given.consent),
        consultation_id=consultation_id,
        kind=kind,
        language=language,
        answers=answers,
    )


def _meeting(one: Written, given: Shape, reader: Reader) -> tuple[str, date | None]:
    try:
        held_on = date.fromisoformat(given.held)
        checked("meeting", held_on, reader.today)
    except (ValueError, GatheringUnclear):
        one.fault("held")
        return "", None
    try:
        return checked(given.meeting, held_on, reader.today)
    except GatheringUnclear:
        one.fault("meeting")
        return "", None


def _answers(one: Written, given: Shape, reader: Reader, kind: ConsultationKind | None) -> Mapping[Step, str]:
    """The answers of a draft that would say the same; what is wrong with each is noted."""
    answers = {
        step: answer
        for name, step in _STEPS.items()
        if (answer := _answer(one, name, getattr(given, name), reader, kind))
    }
    answers.setdefault(Step.IDENTITY, Identity.NAMED if Step.NAME in answers else Identity.ANONYMOUS)
    if answers[Step.IDENTITY] == Identity.ANONYMOUS:
        for step in OF_AUTHOR & answers.keys():
            one.fault(_FIELDS[step], "of-anonymous")
    draft = Draft(
        id=DraftId(0), person_id=PersonId(0), kind=kind, answers=answers, created_at=_ANY, updated_at=_ANY
    )
    noted = {problem.field for problem in one.problems}
    for step in draft.missing:
        if _FIELDS.get(step, "") not in noted:
            one.fault(_FIELDS.get(step, ""))
    try:
        check_links(words_of(draft))
    except TooManyLinks:
        one.fault("problem", "links")
    return answers


def _answer(
    one: Written, name: str, given: Sequence[str] | str, reader: Reader, kind: ConsultationKind | None
) -> str:
    """One answer as a draft has it; empty where there is none, or a wrong one, which is noted."""
    step = _STEPS[name]
    if step is Step.VALUES:
        chosen = {part.strip() for part in (given.split(";") if isinstance(given, str) else given)} - {""}
        if chosen - set(OgpValue):
            one.fault(name)
        return ",".join(value for value in OgpValue if value in chosen)
    text = str(given).strip()
    offered: Collection[str] | None = {
        Step.GOAL: GOALS,
        Step.REGION: {WHOLE, *reader.regions},
        Step.TOPIC: reader.topics,
        Step.IDENTITY: set(Identity),
    }.get(step)
    if not text:
        return ""
    if offered is not None:
        if text not in offered:
            one.fault(name)
            return ""
        return text
    least = LEAST_OF_REMARK.get(step) if kind is ConsultationKind.REMARKS else None
    try:
        answer = cleaned(step, text, least=least)
    except (AnswerEmpty, AnswerTooShort):
        answer = ""
    if not answer or len(answer) > LIMITS[step].most:
        one.fault(name)
    return answer
