"""The audit log's rows. The schema refuses to change or delete one."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import AuditId, Noun, Record, Verb
from bot.domain.people import Actor, PersonId
from bot.domain.staff import MemberId
from storage.rows import Connection, Row, moment_of, text_of
from storage.staff import Staff

_SELECT = """
    SELECT a.id, a.member_id, m.name, m.person_id AS actor_id, a.verb, a.noun, a.subject, a.person_id, a.details,
        a.done_at
    FROM audit AS a LEFT JOIN members AS m ON m.id = a.member_id
"""
#: Rows that one read of a long log takes.
CHUNK = 500


@dataclass(frozen=True)
class AuditLog:
    """What the secretariat has done, for good."""

    connection: Connection

    async def add(
        self,
        by: Actor,
        verb: Verb,
        noun: Noun,
        subject: str = "",
        *,
        now: datetime,
        person_id: PersonId | None = None,
        **details: str | int,
    ) -> AuditId:
        """Write down what a member of the secretariat does, in the transaction in which it is done.

        Args:
            by: who does it; a person without a number in the secretariat gets one.
            verb: what.
            noun: to what kind of thing.
            subject: its public name: a reference, a slug, a number; never a person's name.
            now: the moment.
            person_id: the person whom it is about.
            **details: what else is to be known: names of fields and states, never a person's words.
        """
        member = None if by.person_id is None else await self._number(by.person_id, now)
        row = await self.connection.one(
            """
            INSERT INTO audit (member_id, verb, noun, subject, person_id, details, done_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            (member, verb, noun, subject, person_id, json.dumps(details, ensure_ascii=False), text_of(now)),
        )
        assert row is not None
        return AuditId(row["id"])

    async def find(self, audit_id: AuditId) -> Record | None:
        """One line, or None."""
        row = await self.connection.one(f"{_SELECT} WHERE a.id = ?", (audit_id,))
        return None if row is None else _record(row)

    async def each(  # noqa: D417  (each of them narrows the lines down)
        self,
        *,
        member: MemberId | None = None,
        verb: Verb | None = None,
        noun: Noun | None = None,
        subject: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        before: AuditId | None = None,
    ) -> AsyncIterator[Record]:
        """Lines that fit, the newest first, read in chunks.

        Args:
            before: only lines that were written before this one.
        """
        values = {
            "member": member,
            "verb": verb,
            "noun": noun,
            "subject": subject,
            "since": text_of(since),
            "until": text_of(until),
            "before": before,
        }
        while True:
            rows = await self.connection.all(_SELECT + _where(values), {**values, "chunk": CHUNK})
            for row in rows:
                yield _record(row)
            if len(rows) < CHUNK:
                return
            values["before"] = rows[-1]["id"]

    async def _number(self, person_id: PersonId, now: datetime) -> MemberId:
        return (await Staff(self.connection).numbered(person_id, now=now)).id


_CONDITIONS = {
    "member": "a.member_id = :member",
    "verb": "a.verb = :verb",
    "noun": "a.noun = :noun",
    "subject": "a.subject = :subject",
    "since": "a.done_at >= :since",
    "until": "a.done_at < :until",
    "before": "a.id < :before",
}


def _where(values: Mapping[str, object]) -> str:
    wanted = [condition for name, condition in _CONDITIONS.items() if values[name] is not None]
    return f"{'WHERE ' if wanted else ''}{' AND '.join(wanted)} ORDER BY a.id DESC LIMIT :chunk"


def _record(row: Row) -> Record:
    return Record(
        id=AuditId(row["id"]),
        member=row["member_id"],
        name=row["name"] or "",
        actor_id=row["actor_id"],
        verb=Verb(row["verb"]),
        noun=Noun(row["noun"]),
        subject=row["subject"],
        person_id=row["person_id"],
        details=json.loads(row["details"]),
        done_at=moment_of(row["done_at"]),
    )
