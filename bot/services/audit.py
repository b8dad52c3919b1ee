"""The audit log as it is read: by administrators, and by the operator at the command line."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import AuditId, Noun, Record, Verb
from bot.domain.people import Actor, PersonId, Role
from bot.domain.staff import MemberId
from storage import Database

#: Lines on one page.
PAGE = 8


@dataclass(frozen=True)
class Lines:
    """Which lines are wanted. What is None narrows nothing down.

    Attributes:
        member: who did it.
        verb: what was done.
        noun: to what kind of thing.
        subject: to which: a reference, a slug, a number.
        since: not before this moment.
    """

    member: MemberId | None = None
    verb: Verb | None = None
    noun: Noun | None = None
    subject: str | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Excerpt:
    """A page of the log, the newest first.

    Attributes:
        older: the line before which the next page goes on; None where there is none.
    """

    records: Sequence[Record]
    older: AuditId | None


class AuditService:
    """Reading the log. It is written where things are done, in the very transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, wanted: Lines, by: Actor, *, before: AuditId | None = None) -> Excerpt:
        """A page of the lines that are wanted.

        Raises:
            NotAllowed: the actor is no administrator.
        """
        found: list[Record] = []
        async with aclosing(self.each(wanted, by, before=before)) as records:  # gives the reader back at once
            async for record in records:
                if len(found) == PAGE:
                    return Excerpt(found, found[-1].id)
                found.append(record)
        return Excerpt(found, None)

    async def each(
        self, wanted: Lines, by: Actor, *, before: AuditId | None = None
    ) -> AsyncGenerator[Record]:
        """Every line that is wanted, the newest first, one at a time and from one snapshot.

        Raises:
            NotAllowed: the actor is no administrator.
        """
        by.require(Role.ADMINISTRATOR)
        async with self._database.view() as view:
            lines = view.audit.each(
                member=wanted.member,
                verb=wanted.verb,
                noun=wanted.noun,
                subject=wanted.subject,
                since=wanted.since,
                before=before,
            )
            async for record in lines:
                yield record

    async def names(self) -> Mapping[MemberId, str]:
        """What everybody is called who has ever acted; empty where it is not known (any more)."""
        async with self._database.view() as view:
            return {one.id: one.name for one in await view.staff.every()}

    async def number_of(self, person_id: PersonId) -> MemberId | None:
        """The number under which a person stands in the log; None where they have never acted."""
        async with self._database.view() as view:
            member = await view.staff.find(person_id)
        return None if member is None else member.id
