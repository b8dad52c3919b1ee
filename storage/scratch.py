"""Folders for files that are being made, beside the database; what a crash leaves of them is swept away.

Whoever works in a folder holds a lock on it, and the system takes the lock back however a process ends: a folder
without one is nobody's.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: there age alone tells
    fcntl = None  # type: ignore[assignment]

#: Seconds after which nobody can be at work in a folder any more, where locks do not tell.
LONG = 24 * 60 * 60.0


class Scratch:
    """The folders. Blocking, but brief.

    Args:
        folder: where they are; made at the first of them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def beside(cls, database: Path) -> "Scratch":
        """The folder beside a database: `bot.sqlite3` → `bot.exports`."""
        return cls(database.with_suffix(".exports"))

    @contextmanager
    def room(self) -> Iterator[Path]:
        """A new folder, for its owner alone; it goes with all that is in it."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _locked(self._folder):  # nobody sweeps between its making and its lock
            made = Path(tempfile.mkdtemp(dir=self._folder))
            held = _lock(made)
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)
            if held is not None:
                os.close(held)

    def sweep(self) -> int:
        """Delete the folders that nobody works in; how many."""
        if not self._folder.is_dir():
            return 0
        with _locked(self._folder):
            left = [path for path in self._folder.iterdir() if path.is_dir() and _is_left(path)]
            for path in left:
                shutil.rmtree(path, ignore_errors=True)
        return len(left)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    held = _lock(path, waits=True)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _lock(path: Path, *, waits: bool = False) -> int | None:
    """The descriptor that holds the lock on a folder; None where the system has no such locks.

    Raises:
        BlockingIOError: somebody else holds it, and it is not waited for.
    """
    if fcntl is None:
        return None
    held = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except BaseException:
        os.close(held)
        raise
    return held


def _is_left(path: Path) -> bool:
    try:
        held = _lock(path)
    except BlockingIOError:
        return False
    if held is None:
        return time.time() - path.stat().st_mtime > LONG
    with suppress(OSError):
        os.close(held)
    return True
