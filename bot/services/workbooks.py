"""The table of proposals as an Excel workbook, written a row at a time, with a dictionary of its columns."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook as Xlsx
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.domain.exports import COLUMNS
from bot.domain.knowledge import Knowledge
from bot.services.explanations import KINDS, LONGEST_CELL, MOST_ROWS, About, about, dictionary
from bot.services.tables import Record, cell, harmless
from bot.texts import Speaker

#: In characters; columns that are not here are this wide.
WIDTH = 18
_WIDTHS = {
    "reference": 15, "title": 45, "problem": 60, "solution": 60, "expected_result": 60, "values": 30, "sdg": 6,
    "language": 10, "named": 8, "author_name": 25, "author_contact": 25, "attachments": 35, "endorsements": 14,
    "response": 60, "content_hash": 20,
}  # fmt: skip


class WorkbookUnwritten(OSError):
    """The disk has not taken the workbook."""


class _Lent:
    """A file until it is taken back: a ZIP that was broken off writes its end when its memory is freed, wherever then."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target: IO[bytes] | None = target

    def take_back(self) -> None:
        """From now on, nothing happens."""
        self._target = None

    def write(self, data: bytes) -> int:
        return len(data) if self._target is None else self._target.write(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0 if self._target is None else self._target.seek(offset, whence)

    def tell(self) -> int:
        return 0 if self._target is None else self._target.tell()

    def flush(self) -> None:
        if self._target is not None:
            self._target.flush()

    def seekable(self) -> bool:
        return True


class Workbook:
    """A workbook that is being written. Every text is a text: neither a formula nor a link.

    Args:
        target: a file in which one can go back.
        folder: for the files of which it is put together in the end.
        say: the language of sheets and explanations; the columns' names are the same in each.
        knowledge: what names the allowed values.
        explains: what it says of itself.
        most_rows: of a sheet, with the headings.
    """

    def __init__(
        self,
        target: IO[bytes],
        folder: Path,
        say: Speaker,
        *,
        knowledge: Knowledge,
        explains: About,
        most_rows: int = MOST_ROWS,
    ) -> None:
        self._say = say
        self._knowledge = knowledge
        self._about = explains
        self._most_rows = most_rows
        self._target = _Lent(target)
        self._xlsx = Xlsx(
            self._target,
            {
                "constant_memory": True,
                "tmpdir": str(folder),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._xlsx.use_zip64()
        self._bold = self._format(bold=True, bg_color="#DDE7F3", border=1, valign="top")
        self._wrapped = self._format(text_wrap=True, valign="top")
        self._time = self._format(num_format="yyyy-mm-dd hh:mm:ss", align="left")
        self._sheets: list[Worksheet] = []
        self._rest: Worksheet | None = None
        self._row = self._rest_row = 0

    def begin(self) -> None:
        """The sheets, with their headings."""
        self._xlsx.set_properties(
            {
                "title": self._say.plain("export-sheet-proposals"),
                "comments": self._about.scope,
                "created": self._local(self._about.made_at),
            }
        )
        self._add_table()
        self._dictionary = self._xlsx.add_worksheet(self._say.plain("export-sheet-dictionary"))
        self._cover = self._xlsx.add_worksheet(self._say.plain("export-sheet-about"))

    def row(self, record: Record) -> None:
        """One proposal; where a sheet is full, it goes on in another one."""
        if self._row == self._most_rows:
            self._close_table()
            self._add_table()
        for column, (name, value) in enumerate(record.items()):
            if isinstance(value, datetime):
                self._sheets[-1].write_datetime(self._row, column, self._local(value), self._time)
            elif isinstance(value, int) and not isinstance(value, bool):
                self._sheets[-1].write_number(self._row, column, value)
            elif text := _clean(harmless(cell(value))):
                self._write_text(column, name, text, reference=str(record["reference"]))
        self._row += 1

    def end(self, count: int) -> None:
        """The explanations; and the file is put together.

        Raises:
            WorkbookUnwritten: the disk has not taken it.
        """
        self._close_table()
        self._write_dictionary()
        self._write_about(count)
        try:
            self._xlsx.close()
        except XlsxWriterException as error:
            raise WorkbookUnwritten(str(error)) from error

    def abandon(self) -> None:
        """Let go of what is open, whether it has come to its end or not."""
        for sheet in self._xlsx.worksheets():
            if sheet.row_data_fh is not None:
                sheet.row_data_fh.close()
        self._target.take_back()

    def _format(self, **properties: object) -> Format:
        return self._xlsx.add_format(properties)

    def _local(self, moment: datetime) -> datetime:
        """By the clock on the wall: Excel's dates have no zone."""
        return moment.astimezone(self._about.zone).replace(tzinfo=None, microsecond=0)

    def _add_table(self) -> None:
        name = self._say.plain("export-sheet-proposals")
        sheet = self._xlsx.add_worksheet(f"{name} {len(self._sheets) + 1}" if self._sheets else name)
        self._sheets.append(sheet)
        for column, heading in enumerate(COLUMNS):
            width = 20 if KINDS.get(heading) == "time" else _WIDTHS.get(heading, WIDTH)
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, self._bold)
        sheet.freeze_panes(1, 1)
        self._row = 1

    def _close_table(self) -> None:
        self._sheets[-1].autofilter(0, 0, self._row - 1, len(COLUMNS) - 1)

    def _write_text(self, column: int, name: str, text: str, *, reference: str) -> None:
        """A text in its cell; what a cell does not hold stands whole in the sheet of long texts."""
        if _units(text) > LONGEST_CELL:
            parts = _parts(text, LONGEST_CELL - 1)
            row = self._add_rest(reference, name, parts)
            note = self._say.plain("export-cell-continued", row=str(row))
            text = f"{_parts(text, LONGEST_CELL - _units(note) - 2)[0]}… {note}"
        self._sheets[-1].write_string(self._row, column, text)

    def _add_rest(self, reference: str, name: str, parts: Sequence[str]) -> int:
        """The parts below one another; the number of the first one's row, as Excel counts."""
        if self._rest is None:
            self._rest = self._xlsx.add_worksheet(self._say.plain("export-sheet-rest"))
            self._head(self._rest, [("reference", 15), ("column", 18), ("part", 8), ("text", 120)])
            self._rest_row = 1
        first = self._rest_row + 1
        for number, part in enumerate(parts, start=1):
            self._rest.write_string(self._rest_row, 0, reference)
            self._rest.write_string(self._rest_row, 1, name)
            self._rest.write_number(self._rest_row, 2, number)
            self._rest.write_string(self._rest_row, 3, _clean(_guarded(part)))
            self._rest_row += 1
        return first

    def _head(self, sheet: Worksheet, columns: Sequence[tuple[str, int]]) -> None:
        for column, (name, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, self._say.plain(f"export-heading-{name}"), self._bold)
        sheet.freeze_panes(1, 0)

    def _write_dictionary(self) -> None:
        self._head(self._dictionary, [("column", 18), ("meaning", 60), ("kind", 28), ("values", 60)])
        for row, cells in enumerate(dictionary(self._say, self._knowledge, self._about.zone), start=1):
            for place, text in enumerate(cells):
                self._dictionary.write_string(row, place, _clean(harmless(text)), self._wrapped)

    def _write_about(self, count: int) -> None:
        left = self._format(align="left", valign="top")
        self._cover.set_column(0, 0, 28)
        self._cover.set_column(1, 1, 90)
        for row, (heading, value) in enumerate(about(self._say, self._about, count)):
            self._cover.write_string(row, 0, heading, self._bold)
            if isinstance(value, datetime):
                self._cover.write_datetime(row, 1, self._local(value), self._time)
            elif isinstance(value, int):
                self._cover.write_number(row, 1, value, left)
            else:
                self._cover.write_string(row, 1, _clean(harmless(value)), self._wrapped)


def _clean(text: str) -> str:
    """A text as XlsxWriter may have it: it takes what stands between `<r>` and `</r>` for XML of ours, unseen."""
    text = text.replace("\r\n", "\n")
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def _guarded(part: str) -> str:
    """A later part of a text that is harmless as a whole."""
    return harmless(part[0]) + part[1:]


def _units(text: str) -> int:
    """How long Excel finds a text."""
    return len(text.encode("utf-16-le")) // 2


def _parts(text: str, most: int) -> Sequence[str]:
    """The text in pieces of so many units, none of which ends within a character."""
    parts: list[str] = []
    while text:
        size = min(len(text), most)
        while _units(text[:size]) > most:
            size -= max(1, (_units(text[:size]) - most) // 2)
        parts.append(text[:size])
        text = text[size:]
    return parts
