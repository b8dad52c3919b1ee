"""What can be wrong with the file, in words for the operator."""

import sqlite3

from bot.domain.errors import CivicError


class DatabaseUnreadable(CivicError):
    """The file cannot be opened, or is no SQLite database."""

    message_id = "storage-error-unreadable"


class DatabaseForeign(CivicError):
    """A SQLite database, but not ours."""

    message_id = "storage-error-foreign"


class DatabaseNewer(CivicError):
    """A later version of the program wrote it."""

    message_id = "storage-error-newer"


class DatabaseUnavailable(CivicError):
    """The disk is full or fails: nothing was changed, and the same may work a little later."""

    message_id = "storage-error-unavailable"


class DatabaseBusy(DatabaseUnavailable):
    """Another process has held the write lock for longer than the busy timeout."""

    message_id = "storage-error-busy"


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
#: The disk's trouble, not the file's: a full one, an unreadable sector, a volume that is read-only or gone.
_PASSING = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def passing(error: BaseException, path: object) -> DatabaseUnavailable | None:
    """What SQLite's error means where another try may go well; None where it would not.

    Args:
        error: any error.
        path: the file, for the operator.
    """
    if not isinstance(error, sqlite3.OperationalError):
        return None
    code = (
        getattr(error, "sqlite_errorcode", 0) & 0xFF
    )  # the extended codes have the plain one in their low byte
    if code in _BUSY:
        return DatabaseBusy(path=str(path))
    if code in _PASSING:
        return DatabaseUnavailable(path=str(path), reason=str(error))
    return None
