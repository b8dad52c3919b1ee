"""Proposals as a table: CSV for a spreadsheet, JSON and JSON Lines for programs."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import BinaryIO, Literal
from zoneinfo import ZoneInfo

from bot.domain.attachments import Attachment
from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.exports import COLUMNS, ExportFormat
from bot.domain.people import Actor, Role
from bot.domain.proposals import Identity, Proposal, ProposalState
from storage import Database

#: A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV Injection"). Where `;` separates, Excel splits
#: our lines at it and at line breaks, quoted or not: what follows those begins a cell too.
_FORMULA = re.compile(
    r"""(^|[;\t\r\n])([\s"'\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])"""
)

#: Between several things in one cell of a spreadsheet.
SEPARATOR = "; "

#: One proposal. A text that is not there is empty, a number or a time that is not there is None.
Record = dict[str, object]


class ExportsService:
    """Verbs on tables of proposals.

    Args:
        database: where the proposals are.
        clock: the time.
        zone: the zone of the times in the table.
    """

    def __init__(self, database: Database, clock: Clock, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    async def write(  # noqa: D417  (the filters are those of `Proposals.each`)
        self,
        target: BinaryIO,
        form: ExportFormat,
        by: Actor,
        *,
        states: Sequence[ProposalState] = (),
        consultation: str | None = None,
        since: datetime | None = None,
        after: int = 0,
    ) -> tuple[int, int]:
        """Write every proposal that fits, one at a time, from one snapshot.

        Args:
            target: where the bytes go.
            form: the file format.
            by: who asks.

        Returns:
            How many proposals were written, and the cursor from which the next pull goes on.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        writer = _WRITERS[form]()
        count = 0
        target.write(writer.begin())
        async with self._database.view() as view:
            cursor = await view.proposals.revision()
            async for proposal in view.proposals.each(
                states=states, consultation=consultation, since=since, after=after
            ):
                files = await view.attachments.of_proposal(proposal.id)
                target.write(writer.row(self._record(proposal, files)))
                count += 1
        target.write(writer.end())
        await self._log(by, form, count, states=states, consultation=consultation, since=since, after=after)
        return count, cursor

    async def _log(
        self,
        by: Actor,
        form: ExportFormat,
        count: int,
        *,
        states: Sequence[ProposalState],
        consultation: str | None,
        since: datetime | None,
        after: int,
    ) -> None:
        """Write down who has taken how much out, and of what."""
        scope: dict[str, str | int | None] = {
            "states": ", ".join(states),
            "consultation": consultation,
            "since": since.isoformat() if since else None,
            "after": after,
        }
        narrowed = {name: value for name, value in scope.items() if value}
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.audit.add(
                by,
                Verb.EXPORTED,
                Noun.EXPORT,
                form.value,
                now=self._clock.now(),
                person_id=None,
                count=count,
                **narrowed,
            )

    def _record(self, proposal: Proposal, files: Sequence[Attachment]) -> Record:
        is_named = proposal.identity is not Identity.ANONYMOUS
        known: Record = {
            "reference": proposal.reference,
            "status": proposal.state,
            "submitted_at": self._time(proposal.submitted_at),
            "updated_at": self._time(proposal.updated_at),
            "consultation": proposal.consultation or "",
            **proposal.text.model_dump(mode="json", exclude={"goal"}),
            "sdg": proposal.goal,
            "language": proposal.language,
            "named": is_named,
            "author_name": proposal.author_name if is_named else "",
            "author_contact": proposal.contact if is_named else "",
            "attachments": [
                {"name": file.name, "type": file.mime, "size": file.size, "sha256": file.sha256}
                for file in files
            ],
            "endorsements": proposal.endorsements,
            "response": proposal.response,
            "responded_at": self._time(proposal.responded_at) if proposal.responded_at else None,
            "responded_by": proposal.responded_by,
            "commitment": proposal.commitment,
            "content_hash": proposal.content_hash,
        }
        return {column: known[column] for column in COLUMNS}

    def _time(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).isoformat(timespec="seconds")


class _Csv:
    """UTF-8 with a byte order mark, so that Excel shows Cyrillic; every cell of a proposal is quoted, and none begins a formula."""

    def begin(self) -> bytes:
        return "\ufeff".encode() + self._line(COLUMNS, quoting=csv.QUOTE_MINIMAL)

    def row(self, record: Record) -> bytes:
        return self._line([_harmless(_cell(value)) for value in record.values()])

    def end(self) -> bytes:
        return b""

    def _line(self, cells: Sequence[str], *, quoting: Literal[0, 1] = csv.QUOTE_ALL) -> bytes:
        text = io.StringIO()
        csv.writer(text, quoting=quoting).writerow(cells)
        return text.getvalue().encode()


class _JsonLines:
    def begin(self) -> bytes:
        return b""

    def row(self, record: Record) -> bytes:
        return json.dumps(record, ensure_ascii=False).encode() + b"\n"

    def end(self) -> bytes:
        return b""


class _Json:
    def __init__(self) -> None:
        self._is_empty = True

    def begin(self) -> bytes:
        return b"["

    def row(self, record: Record) -> bytes:
        separator = b"\n" if self._is_empty else b",\n"
        self._is_empty = False
        return separator + json.dumps(record, ensure_ascii=False).encode()

    def end(self) -> bytes:
        return b"]\n" if self._is_empty else b"\n]\n"


_WRITERS: dict[ExportFormat, Callable[[], _Csv | _Json | _JsonLines]] = {
    ExportFormat.CSV: _Csv,
    ExportFormat.JSON: _Json,
    ExportFormat.JSONL: _JsonLines,
}


def _cell(value: object) -> str:
    """A value in a spreadsheet: yes or no, several things one after another, files by their names."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return SEPARATOR.join(one["name"] if isinstance(one, dict) else str(one) for one in value)
    return "" if value is None else str(value)


def _harmless(value: str) -> str:
    """The text with an apostrophe before each sign that would begin a formula."""
    guarded = _FORMULA.sub(r"\1\2'", value)
    return f"'{guarded}" if guarded.startswith(("\t", "\r")) else guarded
