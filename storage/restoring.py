"""Putting a copy of the database in its place: looked at first, with what has been taken back since taken back again.

Nothing here needs the bot; all of it blocks. The caller holds the lock that keeps the bot from running.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from bot.domain.errors import CivicError
from storage import migrations
from storage.errors import DatabaseBusy, DatabaseForeign, DatabaseNewer, DatabaseUnreadable, passing
from storage.opening import APPLICATION_ID, PRIVATE

#: What SQLite keeps beside a file.
_BESIDE = ("-wal", "-shm", "-journal")


class CopyDamaged(CivicError):
    """SQLite finds the copy damaged."""

    message_id = "storage-error-damaged"


@dataclass(frozen=True)
class File:
    """A file that a row names.

    Attributes:
        of: what it belongs to: a reference, a consultation's short name; empty for a draft's.
    """

    sha256: str
    name: str
    of: str


def take_copy(source: Path, target: Path) -> None:
    """Copy a copy, so that what is looked at is what is put in place, and look at it; the source stays as it is.

    Raises:
        FileNotFoundError: there is no such file.
        DatabaseUnreadable: it cannot be read, or is no database.
        DatabaseForeign: it belongs to another program.
        DatabaseNewer: a later version wrote it.
        CopyDamaged: parts of it are wrong.
    """
    if not source.is_file():
        raise FileNotFoundError(2, "no such file", str(source))
    remove(target)
    target.touch(mode=PRIVATE)
    try:
        with _reading(source) as read, closing(sqlite3.connect(target)) as written:
            read.backup(written)
            written.execute("PRAGMA journal_mode = DELETE")
            version = int(written.execute("PRAGMA user_version").fetchone()[0])
            if int(written.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
                raise DatabaseForeign(path=str(source))
            if version > migrations.HEAD:
                raise DatabaseNewer(path=str(source), version=version, known=migrations.HEAD)
            found = written.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok" or written.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise CopyDamaged(path=str(source))
    except sqlite3.DatabaseError as error:
        remove(target)
        raise _unreadable(error, source) from error
    except BaseException:
        remove(target)
        raise


def files_of(copy: Path) -> Sequence[File]:
    """The contents that rows of a copy name, each once."""
    with _reading(copy) as connection:
        rows = connection.execute(
            """
            SELECT a.sha256, a.name, coalesce(p.reference, '') AS belongs FROM attachments AS a
            LEFT JOIN proposals AS p ON p.id = a.proposal_id
            UNION SELECT d.sha256, d.name, c.slug FROM consultation_documents AS d
            JOIN consultations AS c ON c.id = d.consultation_id WHERE d.sha256 <> ''
            ORDER BY belongs, name
            """
        )
        return [File(*row) for row in rows]


def put_in_place(copy: Path, present: Path, *, now: datetime) -> Path | None:
    """Let the copy be the database, in one step; what was there is kept beside.

    Args:
        copy: closed, in the same folder.
        present: closed by everybody.
        now: stands in the name of what is kept.

    Returns:
        Where the file that was there is now; None where there was none.

    Raises:
        DatabaseBusy: another process has it open; nothing is changed.
    """
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # all of it is in the one file
    _to_disk(copy)
    kept = None
    if present.exists():
        kept = present.with_name(f"{present.name}.before-restore-{now:%Y%m%dT%H%M%SZ}")
        _keep(present, kept)
    copy.replace(present)
    _to_disk(present.absolute().parent)
    return kept


def remove(copy: Path) -> None:
    """Remove an unfinished copy with all that SQLite and the migrations have put beside it."""
    for path in (copy, *(copy.with_name(f"{copy.name}{suffix}") for suffix in _BESIDE)):
        path.unlink(missing_ok=True)
    for path in copy.absolute().parent.glob(f"{copy.name}.before-*"):
        path.unlink(missing_ok=True)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A file that is only read; where nothing is beside it, nothing is put there either, also on a read-only disk."""
    has_log = any(path.with_name(f"{path.name}{suffix}").exists() for suffix in _BESIDE)
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"file:{quote(str(path.absolute()))}?{mode}", uri=True)) as connection:
        yield connection


def _keep(present: Path, kept: Path) -> None:
    """Give a file another name as well; what it cannot take of its log goes with it, for the next file is not its.

    Raises:
        DatabaseBusy: another process has it open.
    """
    beside = [suffix for suffix in _BESIDE if present.with_name(f"{present.name}{suffix}").exists()]
    for suffix in beside:  # before SQLite looks at them: it deletes the log of a file that it cannot read
        _name_also(present.with_name(f"{present.name}{suffix}"), kept.with_name(f"{kept.name}{suffix}"))
    is_needed = False
    try:
        is_needed = not _fold_log(present)
    finally:
        for suffix in () if is_needed else beside:
            kept.with_name(f"{kept.name}{suffix}").unlink()
    _name_also(present, kept)
    for suffix in _BESIDE:
        present.with_name(f"{present.name}{suffix}").unlink(missing_ok=True)


def _fold_log(present: Path) -> bool:
    """Bring all of the present database into its one file, which also shows that nobody has it open.

    Returns:
        False where it cannot be read.
    """
    try:
        with closing(sqlite3.connect(present, timeout=5)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        busy = passing(error, present)
        if isinstance(busy, DatabaseBusy):
            raise busy from error
        return False
    return True


def _name_also(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without a second name
        shutil.copyfile(source, target)
        target.chmod(PRIVATE)
        _to_disk(target)


def _unreadable(error: sqlite3.DatabaseError, path: Path) -> CivicError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_CORRUPT:
        return CopyDamaged(path=str(path))
    unavailable = passing(error, path)
    return unavailable or DatabaseUnreadable(path=str(path), reason=str(error))


def _to_disk(path: Path) -> None:
    with suppress(OSError):  # not every system opens folders
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
