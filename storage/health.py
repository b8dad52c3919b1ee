"""How the file is, looked at without changing it: for the operator's check, while the bot runs or before its start."""

import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import aiosqlite

from storage import migrations, opening
from storage.errors import passing
from storage.notices import HELD
from storage.rows import maybe_moment_of, text_of

#: What is done now and then, by the name under which it is written down.
BACKUP = "backup"


@dataclass(frozen=True)
class Queues:
    """What waits in the file and what has failed.

    Attributes:
        due: notices that could have gone by now, and since when the oldest could.
        held: notices that wait for a topic of the secretariat's forum.
        failed: notices that Telegram has refused, or has not answered too often, lately.
        updates: what has come and is not handled.
        incidents: updates whose handling has ended in an error, lately.
        administrators: people who are such by a row.
        moved_to: the id under which the secretariat's group goes on.
        backed_up_at: when a copy was made last, as far as is known.
    """

    due: int
    due_since: datetime | None
    held: int
    failed: int
    updates: int
    incidents: int
    administrators: int
    moved_to: int | None
    backed_up_at: datetime | None


@dataclass(frozen=True)
class Health:
    """What was found.

    Attributes:
        size: bytes of the file and of its log; None where there is no file.
        free: bytes that the disk has left.
        trouble: why it cannot be opened, in SQLite's words; empty where it can.
        is_ours: whether it is a file of this program's.
        version: how many steps the file has behind it.
        head: how many this program knows.
        faults: what SQLite's own check says; empty where all is well.
        is_writable: whether a transaction can begin; `busy` where another process holds it for too long.
        queues: None where the file is of another version.
    """

    size: int | None
    free: int
    trouble: str = ""
    is_ours: bool = True
    version: int = 0
    head: int = migrations.HEAD
    faults: str = ""
    is_writable: bool = True
    queues: Queues | None = None


async def examine(path: Path, *, group_id: int | None, since: datetime, now: datetime) -> Health:
    """Look at a database.

    Args:
        path: the file.
        group_id: the secretariat's group, as the setting has it.
        since: from when on failures count.
        now: the moment.
    """
    folder = next(one for one in (path.absolute().parent, *path.absolute().parents) if one.exists())
    free = shutil.disk_usage(folder).free
    if not path.exists():
        return Health(None, free)
    beside = path.parent / f"{path.name}-wal"
    size = sum(file.stat().st_size for file in (path, beside) if file.exists())
    try:
        connection = await opening.connect(path, read_only=True)
    except (sqlite3.DatabaseError, OSError) as error:
        return Health(size, free, trouble=str(error))
    try:
        owner = await _number(connection, "PRAGMA application_id")
        version = await _number(connection, "PRAGMA user_version")
        if owner != opening.APPLICATION_ID:
            return Health(size, free, is_ours=False, version=version)
        faults = [row[0] for row in await connection.execute_fetchall("PRAGMA quick_check(3)")]
        is_known = version == migrations.HEAD
        queues = await _queues(connection, group_id, since, now) if is_known else None
    except sqlite3.DatabaseError as error:
        return Health(size, free, trouble=str(error))
    finally:
        await connection.close()
    return Health(
        size,
        free,
        version=version,
        faults="" if faults == ["ok"] else "; ".join(map(str, faults)),
        is_writable=await _is_writable(path),
        queues=queues,
    )


async def _queues(
    connection: aiosqlite.Connection, group_id: int | None, since: datetime, now: datetime
) -> Queues:
    rows = await connection.execute_fetchall(
        """
        SELECT
            (SELECT count(*) FROM notices AS n WHERE n.state IN ('pending', 'claimed') AND n.not_before <= :now
                AND (n.campaign_id IS NULL OR n.campaign_id IN (SELECT id FROM campaigns WHERE state = 'running'))
            ) AS due,
            (SELECT min(n.not_before) FROM notices AS n
                WHERE n.campaign_id IS NULL AND n.state = 'pending' AND n.not_before <= :now) AS due_since,
            (SELECT count(*) FROM notices WHERE state = 'pending' AND not_before = :held) AS held,
            (SELECT count(*) FROM notices WHERE state = 'failed' AND settled_at >= :since) AS failed,
            (SELECT count(*) FROM inbox WHERE state IN ('received', 'applied')) AS updates,
            (SELECT count(*) FROM inbox WHERE state = 'failed' AND settled_at >= :since) AS incidents,
            (SELECT count(*) FROM members WHERE role = 'administrator') AS administrators,
            (SELECT new_id FROM group_moves WHERE old_id = :group) AS moved_to,
            (SELECT max(done_at) FROM upkeep WHERE name = :backup) AS backed_up_at
        """,
        {"now": text_of(now), "held": HELD, "since": text_of(since), "group": group_id, "backup": BACKUP},
    )
    row = next(iter(rows))
    return Queues(
        due=row["due"],
        due_since=maybe_moment_of(row["due_since"]),
        held=row["held"],
        failed=row["failed"],
        updates=row["updates"],
        incidents=row["incidents"],
        administrators=row["administrators"],
        moved_to=row["moved_to"],
        backed_up_at=maybe_moment_of(row["backed_up_at"]),
    )


async def _is_writable(path: Path) -> bool:
    """Whether a transaction can begin; nothing is written."""
    try:
        connection = await opening.connect(path)
    except (sqlite3.DatabaseError, OSError):
        return False
    try:
        await connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if passing(error, path) is None:
            raise
        return False
    else:
        return True
    finally:
        with suppress(sqlite3.OperationalError):
            await connection.rollback()
        await connection.close()


async def _number(connection: aiosqlite.Connection, sql: str) -> int:
    return int(next(iter(await connection.execute_fetchall(sql)))[0])
