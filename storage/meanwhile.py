"""What the present database knows of the time after a copy was made: what has been taken back, and what has been sent.

People are found by comparing the two: no list of those who have erased their data is kept anywhere.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bot.domain.people import PersonId
from storage.opening import APPLICATION_ID

#: https://www.sqlite.org/fileformat2.html#magic_header_string
_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True)
class Meanwhile:
    """What the present database knows of the time after the copy was made.

    Attributes:
        received: proposals that came since, and will be gone.
        erased: people of the copy who have erased their data since.
        withdrawn: references of proposals of the copy that their authors have taken back since.
    """

    received: int
    erased: Sequence[PersonId]
    withdrawn: Sequence[str]


def meanwhile(copy: Path, present: Path) -> Meanwhile | None:
    """What has happened since the copy was made; None where the present database is not there or cannot be read.

    Whoever has erased their data has no row of people any more, or a later one where they have come back: no list of
    them is kept anywhere.
    """
    with _beside(copy, present) as connection:
        if connection is None:
            return None
        try:
            received, erased, withdrawn = (
                connection.execute(statement).fetchall() for statement in (_RECEIVED, _ERASED, _WITHDRAWN)
            )
        except sqlite3.DatabaseError:
            return None
    return Meanwhile(received[0][0], [PersonId(row[0]) for row in erased], [row[0] for row in withdrawn])


def take_back(copy: Path, present: Path) -> bool:
    """Let nothing come back in the copy that has been taken back since, or be told twice that has been told.

    Whoever has unsubscribed, or lost a role, has it no more; an invitation that was used or taken back cannot be used;
    what has been sent is not sent again. Both must be of the present schema.

    Returns:
        False where the present database is not there, cannot be read, or has another schema.
    """
    with _beside(copy, present) as connection:
        if connection is None or not _same_schema(connection):
            return False
        try:
            with connection:
                for statement in _TAKEN_BACK:
                    connection.execute(statement)
        except sqlite3.DatabaseError:
            return False
    return True


_RECEIVED = "SELECT count(*) FROM present.proposals WHERE reference NOT IN (SELECT reference FROM proposals)"
_ERASED = """
    SELECT id FROM people AS was
    WHERE NOT EXISTS (SELECT 1 FROM present.people AS now WHERE now.id = was.id AND now.met_at = was.met_at)
    ORDER BY id
"""
_WITHDRAWN = """
    SELECT was.reference FROM proposals AS was JOIN present.proposals AS now USING (reference)
    WHERE was.state <> 'withdrawn' AND now.state = 'withdrawn' ORDER BY was.id
"""
#: A notice, and a campaign, as the present database has it.
_SAME_NOTICE = """
    now.id = notices.id AND now.kind = notices.kind AND now.subject_id = notices.subject_id
    AND now.person_id IS notices.person_id AND now.group_id IS notices.group_id
"""
_SAME_CAMPAIGN = (
    "now.id = campaigns.id AND now.kind = campaigns.kind AND now.subject_id = campaigns.subject_id"
)
_COUNTED = ("expanded_to", "state", "ended_at", "queued", "sent", "failed", "unreachable", "cancelled")
_NOTICE = (
    *("id", "campaign_id", "person_id", "group_id", "kind", "subject_id", "state", "not_before", "attempts"),
    *("problem", "created_at", "settled_at"),
)
_TAKEN_BACK = (
    """
    DELETE FROM subscriptions WHERE person_id IN (SELECT id FROM present.people)
        AND person_id NOT IN (SELECT person_id FROM present.subscriptions WHERE person_id IS NOT NULL)
    """,
    """
    UPDATE members SET role = now.role, ended_at = now.ended_at FROM present.members AS now
    WHERE now.id = members.id AND now.role IS NOT members.role
    """,
    """
    UPDATE invitations SET revoked_at = coalesce(now.revoked_at, now.used_at) FROM present.invitations AS now
    WHERE now.digest = invitations.digest AND invitations.used_at IS NULL AND invitations.revoked_at IS NULL
    """,
    f"""
    UPDATE notices SET state = now.state, problem = now.problem, settled_at = now.settled_at
    FROM present.notices AS now WHERE {_SAME_NOTICE}
        AND notices.state IN ('pending', 'claimed') AND now.state NOT IN ('pending', 'claimed')
    """,  # noqa: S608  (constants of ours)
    f"""
    INSERT INTO notices ({", ".join(_NOTICE)})
    SELECT {", ".join(f"now.{column}" for column in _NOTICE)} FROM present.notices AS now
    WHERE now.campaign_id IN (
            SELECT campaigns.id FROM campaigns JOIN present.campaigns AS now ON {_SAME_CAMPAIGN}
            WHERE campaigns.ended_at IS NULL
        )
        AND (now.person_id IS NULL OR now.person_id IN (SELECT id FROM people))
        AND (now.group_id IS NULL OR now.group_id IN (SELECT id FROM groups))
    ON CONFLICT DO NOTHING
    """,  # noqa: S608  (constants of ours)
    f"""
    UPDATE campaigns SET {", ".join(f"{column} = now.{column}" for column in _COUNTED)}
    FROM present.campaigns AS now WHERE {_SAME_CAMPAIGN} AND campaigns.ended_at IS NULL
    """,  # noqa: S608  (constants of ours)
)


@contextmanager
def _beside(copy: Path, present: Path) -> Iterator[sqlite3.Connection | None]:
    """The copy with the present database as `present`; None where that cannot be read or is not ours."""
    with closing(sqlite3.connect(f"file:{quote(str(copy.absolute()))}?mode=rw", uri=True)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        is_there = _begins_as_one(present)
        if is_there:
            try:
                connection.execute("ATTACH ? AS present", (f"file:{quote(str(present.absolute()))}?mode=ro",))
                owner = connection.execute("PRAGMA present.application_id").fetchone()[0]
                is_there = owner == APPLICATION_ID
            except sqlite3.DatabaseError:
                is_there = False
        yield connection if is_there else None


def _begins_as_one(path: Path) -> bool:
    """Whether a file is a database by its first bytes; SQLite deletes the log of one that is not."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def _same_schema(connection: sqlite3.Connection) -> bool:
    versions = {
        connection.execute(f"PRAGMA {name}.user_version").fetchone()[0] for name in ("main", "present")
    }
    return len(versions) == 1
