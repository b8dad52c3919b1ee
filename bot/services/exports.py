"""Handing out proposals: as a table, and what is attached to them as archives. Each file is a line of the audit log."""

import asyncio
import math
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from bot.domain.audit import Noun, Verb
from bot.domain.clock import Clock
from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.exports import LARGEST_SENT, MOST_SENT, ExportFormat, ExportTooLarge, Scope, Selection
from bot.domain.people import Actor, Role
from bot.services.explanations import in_words
from bot.services.export_files import ExportFiles, Made, Order
from storage import Database

#: Files that are made for the chat at the same time; whoever comes later waits.
AT_ONCE = 2
#: What the log calls archives of attachments.
ZIP = "zip"


@dataclass(frozen=True)
class Offered:
    """What there is to choose from.

    Attributes:
        proposals: how many there are in each scope.
        consultations: those that have proposals, with how many.
    """

    proposals: Mapping[Scope, int]
    consultations: Sequence[tuple[Consultation, int]]


@dataclass(frozen=True)
class Weight:
    """How much is meant.

    Attributes:
        words: what, in words.
        size: bytes of the files.
    """

    words: str
    proposals: int
    files: int
    size: int


class ExportsService:
    """Verbs on what is handed out.

    Args:
        database: where the proposals are.
        clock: the time.
        files: makes the files.
        zone: by which days are named.
    """

    def __init__(self, database: Database, clock: Clock, files: ExportFiles, *, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._files = files
        self._zone = zone
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def offer(self, by: Actor) -> Offered:
        """What can be chosen, with counts.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        by.require(Role.OBSERVER)
        now = self._clock.now()
        async with self._database.view() as view:
            counts = await view.selections.count_by_consultation()
            listed = [(one, counts[one.id]) for one in await view.consultations.list() if one.id in counts]
            proposals = {scope: await view.selections.count(scope.selection(now)) for scope in Scope}
        proposals[Scope.CONSULTATION] = sum(counts.values())
        return Offered(proposals, listed)

    async def select(self, scope: Scope, consultation: ConsultationId, by: Actor) -> Selection:
        """The proposals of a scope.

        Args:
            scope: which.
            consultation: row id, for the scope of a consultation.
            by: who asks.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ConsultationUnknown: no such consultation.
        """
        by.require(Role.OBSERVER)
        slug = None
        if scope is Scope.CONSULTATION:
            async with self._database.view() as view:
                slug = (await view.consultations.get(consultation)).slug
        return scope.selection(self._clock.now(), slug)

    async def weigh(self, order: Order) -> Weight:
        """How many proposals are meant, and what is attached to them.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
        """
        order.by.require(Role.OBSERVER)
        async with self._database.view() as view:
            proposals = await view.selections.count(order.selection)
            files, size = await view.selections.weigh(order.of_files)
        return Weight(in_words(self._files.speaker(order), order.selection), proposals, files, size)

    async def write(self, target: IO[bytes], form: ExportFormat, order: Order) -> Made:
        """Write the table of every proposal that is meant, from one snapshot.

        Args:
            target: where the bytes go; for a workbook, a file in which one can go back.
            form: the file format.
            order: who wants what.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ExportUnwritten: the disk is full or fails.
        """
        order.by.require(Role.OBSERVER)
        made = await self._files.table(target, form, order)
        await self._record(form, order, made)
        return made

    async def pack(self, folder: Path, name: str, order: Order) -> Made:
        """Write an archive of every file of the proposals that are meant; an observer gets those of public ones.

        Args:
            folder: where it is written.
            name: its own.
            order: who wants what.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ExportUnwritten: the disk is full or fails.
        """
        order.by.require(Role.OBSERVER)
        made = await self._files.archives(folder, name, order)
        await self._record(ZIP, order, made)
        return made

    @asynccontextmanager
    async def table(self, form: ExportFormat, order: Order) -> AsyncIterator[Made]:
        """The table as a file for sending, gone afterwards; no file where nothing is meant.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ExportUnwritten: the disk is full or fails.
            ExportTooLarge: Telegram does not take so large a file.
        """
        weight = await self.weigh(order)
        async with self._turns, self._files.room() as folder:
            made = Made(weight.words, 0)
            if weight.proposals:
                path = folder / f"{self._name('proposals', order)}.{form}"
                made = replace(await self._files.table_at(path, form, order), paths=[path])
                _check(path.stat().st_size, LARGEST_SENT)
                await self._record(form, order, made)
            yield made

    @asynccontextmanager
    async def archives(self, order: Order) -> AsyncIterator[Made]:
        """The attachments as archives for sending, each small enough; no archive where nothing is attached.

        Raises:
            NotAllowed: the actor is no member of the secretariat.
            ExportUnwritten: the disk is full or fails.
            ExportTooLarge: it would be too many of them.
        """
        weight = await self.weigh(order)
        _check(weight.size, LARGEST_SENT * MOST_SENT)
        async with self._turns, self._files.room() as folder:
            made = Made(weight.words, 0)
            if weight.files:
                name = f"{self._name('attachments', order)}-{{number}}.zip"
                made = await self._files.archives(folder, name, order, largest=LARGEST_SENT)
                await self._record(ZIP, order, made)
            yield made

    async def sweep(self) -> int:
        """Delete what a crash has left of files that were being made; how many folders."""
        return await asyncio.to_thread(self._files.sweep)

    def _name(self, what: str, order: Order) -> str:
        day = self._clock.now().astimezone(self._zone)
        return f"{what}-{order.selection}-{day:%Y-%m-%d}"

    async def _record(self, form: str, order: Order, made: Made) -> None:
        """Log it before it is handed on, if they still may have it; after a crash it is the same hand-out."""
        role = Role.OFFICER if order.by.may(Role.OFFICER) else Role.OBSERVER
        if order.is_again:
            async with self._database.view() as view:
                await view.staff.require(order.by, role)
            return
        async with self._database.unit() as unit:
            await unit.staff.require(order.by, role)
            await unit.audit.add(
                order.by,
                Verb.EXPORTED,
                Noun.EXPORT,
                "attachments" if form == ZIP else "proposals",
                now=self._clock.now(),
                format=form,
                scope=str(order.selection),
                count=made.count,
            )
            unit.came_to("export")


def _check(size: int, most: int) -> None:
    if size > most:
        raise ExportTooLarge(size=math.ceil(size / 2**20), most=most // 2**20)
