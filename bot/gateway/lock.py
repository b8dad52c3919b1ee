"""One process a database: the lock that the system takes back however the process ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.domain.errors import CivicError

try:
    import fcntl
except ImportError:  # Windows: SQLite's own locks remain
    fcntl = None  # type: ignore[assignment]


class AlreadyRunning(CivicError):
    """Another process serves this database."""

    message_id = "storage-error-running"


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the lock beside a database file.

    Raises:
        AlreadyRunning: another process holds it.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(database.with_name(f"{database.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if fcntl is not None:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise AlreadyRunning(path=str(database)) from error
        yield
    finally:
        os.close(descriptor)
