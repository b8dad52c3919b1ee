"""Proposals as rows of a table, and the text formats: CSV for a spreadsheet, JSON and JSON Lines for programs."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import IO, Literal, Protocol
from zoneinfo import ZoneInfo

from bot.domain.attachments import Attachment
from bot.domain.exports import COLUMNS, ExportFormat
from bot.domain.people import Actor, Role
from bot.domain.proposals import Identity, Proposal

#: A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection"). Where `;` separates, Excel splits
#: our lines at it and at line breaks, quoted or not: what follows those begins a cell too.
_FORMULA = re.compile(
    r"""(^|[;\t\r\n])([\s"'\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])"""
)

#: Between several things in one cell of a spreadsheet.
SEPARATOR = "; "

#: One proposal. A text that is not there is empty, a number or a time that is not there is None.
Record = dict[str, object]


class Table(Protocol):
    """A table that is being written, row by row."""

    def begin(self) -> None:
        """What stands before the first row."""
        ...

    def row(self, record: Record) -> None:
        """One proposal."""
        ...

    def end(self, count: int) -> None:
        """What stands after the last of so many rows."""
        ...

    def abandon(self) -> None:
        """Let go of what is open, whether it has come to its end or not."""
        ...


def record_of(proposal: Proposal, files: Sequence[Attachment], by: Actor, zone: ZoneInfo) -> Record:
    """A proposal as a row for whoever asks.

    An observer is not shown whom only the secretariat knows: neither contacts nor names, unless the author has let
    the name be published and the proposal is public, nor who has responded.
    """
    is_named = proposal.identity is not Identity.ANONYMOUS
    is_officer = by.may(Role.OFFICER)
    is_published = proposal.identity is Identity.PUBLIC and proposal.is_public
    known: Record = {
        "reference": proposal.reference,
        "status": proposal.state,
        "submitted_at": proposal.submitted_at.astimezone(zone),
        "updated_at": proposal.updated_at.astimezone(zone),
        "consultation": proposal.consultation or "",
        **proposal.text.model_dump(mode="json", exclude={"goal"}),
        "sdg": proposal.goal,
        "language": proposal.language,
        "named": is_named,
        "author_name": proposal.author_name if is_published or (is_named and is_officer) else "",
        "author_contact": proposal.contact if is_named and is_officer else "",
        "attachments": [
            {"name": file.name, "type": file.mime, "size": file.size, "sha256": file.sha256} for file in files
        ],
        "endorsements": proposal.endorsements,
        "response": proposal.response,
        "responded_at": proposal.responded_at.astimezone(zone) if proposal.responded_at else None,
        "responded_by": proposal.responded_by if is_officer else None,
        "commitment": proposal.commitment,
        "content_hash": proposal.content_hash,
    }
    return {column: known[column] for column in COLUMNS}


class Encoded:
    """A table in a text format.

    Args:
        target: where the bytes go.
        encoder: makes them.
    """

    def __init__(self, target: IO[bytes], encoder: "Csv | Json | JsonLines") -> None:
        self._target = target
        self._encoder = encoder

    def begin(self) -> None:
        """What stands before the first row."""
        self._target.write(self._encoder.begin())

    def row(self, record: Record) -> None:
        """One proposal."""
        self._target.write(self._encoder.row(record))

    def end(self, count: int) -> None:  # noqa: ARG002  (for those that tell it)
        """What stands after the last row."""
        self._target.write(self._encoder.end())

    def abandon(self) -> None:
        """Nothing: the target is the caller's."""


class Csv:
    """UTF-8 with a byte order mark, so that Excel shows Cyrillic; every cell of a row is quoted, and none begins a formula.

    Args:
        columns: the headings.
    """

    def __init__(self, columns: Sequence[str] = COLUMNS) -> None:
        self._columns = columns

    def begin(self) -> bytes:
        """The headings."""
        return "\ufeff".encode() + self._line(self._columns, quoting=csv.QUOTE_MINIMAL)

    def row(self, record: Mapping[str, object]) -> bytes:
        """One line."""
        return self._line([harmless(cell(value)) for value in record.values()])

    def end(self) -> bytes:
        """Nothing."""
        return b""

    def _line(self, cells: Sequence[str], *, quoting: Literal[0, 1] = csv.QUOTE_ALL) -> bytes:
        text = io.StringIO()
        csv.writer(text, quoting=quoting).writerow(cells)
        return text.getvalue().encode()


class JsonLines:
    """An object a line."""

    def begin(self) -> bytes:
        """Nothing."""
        return b""

    def row(self, record: Record) -> bytes:
        """One line."""
        return _json(record) + b"\n"

    def end(self) -> bytes:
        """Nothing."""
        return b""


class Json:
    """A list of objects."""

    def __init__(self) -> None:
        self._is_empty = True

    def begin(self) -> bytes:
        """The list's beginning."""
        return b"["

    def row(self, record: Record) -> bytes:
        """One object."""
        separator = b"\n" if self._is_empty else b",\n"
        self._is_empty = False
        return separator + _json(record)

    def end(self) -> bytes:
        """The list's end."""
        return b"]\n" if self._is_empty else b"\n]\n"


ENCODERS: Mapping[ExportFormat, Callable[[], Csv | Json | JsonLines]] = {
    ExportFormat.CSV: Csv,
    ExportFormat.JSON: Json,
    ExportFormat.JSONL: JsonLines,
}


def cell(value: object) -> str:
    """A value in a spreadsheet: yes or no, several things one after another, files by their names."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return SEPARATOR.join(one["name"] if isinstance(one, dict) else str(one) for one in value)
    if isinstance(value, datetime):
        return _time(value)
    return "" if value is None else str(value)


def harmless(value: str) -> str:
    """The text with an apostrophe before each sign that would begin a formula."""
    guarded = _FORMULA.sub(r"\1\2'", value)
    return f"'{guarded}" if guarded.startswith(("\t", "\r")) else guarded


def _json(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False, default=_time).encode()


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
