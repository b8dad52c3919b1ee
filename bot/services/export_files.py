"""Making the files that are handed out: in a thread, from one snapshot, a proposal at a time.

Neither memory nor anybody's answer depends on how many proposals there are.
"""

import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from bot.domain.attachments import Attachment
from bot.domain.clock import Clock
from bot.domain.exports import ExportFormat, ExportUnwritten, Progress, Selection
from bot.domain.people import Actor, Role
from bot.domain.proposals import Proposal
from bot.services.archives import Archives
from bot.services.content.live import LiveContent
from bot.services.explanations import About, in_words
from bot.services.tables import ENCODERS, Encoded, Table, record_of
from bot.services.workbooks import Workbook
from bot.texts import Speaker
from storage import AttachmentFiles, Database, Scratch, View

#: Seconds of work after which the thread lets the event loop have its turn, and for how long. Otherwise the loop would
#: wait for 5 ms (`sys.getswitchinterval`) each time that it wants to go on.
BREATH, PAUSE = 0.003, 0.0001


@dataclass(frozen=True)
class Order:
    """Who wants what.

    Attributes:
        say: the language of what explains it; the bot's own by default.
        progress: told how far it is.
        is_again: whether the log has it already, as after a crash.
    """

    by: Actor
    selection: Selection = field(default_factory=Selection)
    say: Speaker | None = None
    progress: Progress = field(default_factory=Progress)
    is_again: bool = False

    @property
    def of_files(self) -> Selection:
        """The proposals whose files are theirs to see: an observer's are the public ones."""
        return self.selection.model_copy(update={"is_public": not self.by.may(Role.OFFICER)})


@dataclass(frozen=True)
class Made:
    """What has been made.

    Attributes:
        words: what is in it, in words.
        count: proposals, or files of an archive.
        cursor: from which the next pull goes on.
        missing: files that are not beside the database any more.
        paths: where it lies, where it was made for sending.
    """

    words: str
    count: int
    cursor: int = 0
    missing: int = 0
    paths: Sequence[Path] = ()


class ExportFiles:
    """Makes them.

    Args:
        database: where the proposals are.
        clock: the time.
        content: what names states, regions and topics.
        zone: the zone of the times in the table.
        files: where the contents of attachments are.
        scratch: where workbooks are put together.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        content: LiveContent,
        *,
        zone: ZoneInfo,
        files: AttachmentFiles,
        scratch: Scratch,
    ) -> None:
        self._database = database
        self._clock = clock
        self._content = content
        self._zone = zone
        self._files = files
        self._scratch = scratch

    async def table(self, target: IO[bytes], form: ExportFormat, order: Order) -> Made:
        """Write the table of every proposal that is meant.

        Raises:
            ExportUnwritten: the disk is full or fails.
        """
        say, progress = self.speaker(order), order.progress
        words = in_words(say, order.selection)

        async def work(view: View) -> Made:
            cursor = await view.proposals.revision()
            progress.begin(await view.selections.count(order.selection))
            explains = About(words, self._clock.now(), self._zone, cursor, order.by.may(Role.OFFICER))
            with self._scratch.room() as folder:
                table = self._begun(target, form, say, explains, folder)
                try:
                    table.begin()
                    async for proposal, files in _each(view, order.selection):
                        table.row(record_of(proposal, files, order.by, self._zone))
                        progress.done += 1
                    table.end(progress.done)
                    target.flush()
                finally:
                    table.abandon()
            return Made(words, progress.done, cursor)

        return await self._apart(work)

    async def table_at(self, path: Path, form: ExportFormat, order: Order) -> Made:
        """The same into a new file."""
        try:
            target = path.open("x+b")
        except OSError as error:
            raise _unwritten(error) from error
        with target:
            return await self.table(target, form, order)

    async def archives(self, folder: Path, name: str, order: Order, *, largest: int | None = None) -> Made:
        """Write archives of every file of the proposals that are meant.

        Args:
            folder: where they are written.
            name: of an archive, with a place for its `{number}`.
            order: who wants what.
            largest: bytes of an archive at the most; without it, there is but one.

        Raises:
            ExportUnwritten: the disk is full or fails.
        """
        progress = order.progress

        async def work(view: View) -> Made:
            progress.begin((await view.selections.weigh(order.of_files))[0])
            archives = Archives(folder, name, zone=self._zone, largest=largest)
            try:
                archives.begin()
                async for proposal, files in _each(view, order.of_files):
                    for number, file in enumerate(files, start=1):
                        archives.add(proposal.reference, number, file, self._files.path(file.sha256))
                        progress.done += 1
                archives.close()
            finally:
                archives.abandon()
            words = in_words(self.speaker(order), order.selection)
            return Made(words, progress.done, missing=archives.missing, paths=archives.paths)

        return await self._apart(work)

    @asynccontextmanager
    async def room(self) -> AsyncIterator[Path]:
        """A folder for files that are to be sent; it goes with them.

        Raises:
            ExportUnwritten: the disk is full or fails.
        """
        made = self._scratch.room()
        try:
            folder = made.__enter__()
        except OSError as error:
            raise _unwritten(error) from error
        try:
            yield folder
        finally:
            made.__exit__(None, None, None)

    def sweep(self) -> int:
        """Delete what a crash has left; how many folders."""
        return self._scratch.sweep()

    def speaker(self, order: Order) -> Speaker:
        """Who explains it."""
        texts = self._content.texts
        return order.say or texts.speaker(texts.languages[0])

    def _begun(
        self, target: IO[bytes], form: ExportFormat, say: Speaker, explains: About, folder: Path
    ) -> Table:
        if form is ExportFormat.XLSX:
            return Workbook(target, folder, say, knowledge=self._content.knowledge, explains=explains)
        return Encoded(target, ENCODERS[form]())

    async def _apart(self, work: Callable[[View], Coroutine[None, None, Made]]) -> Made:
        try:
            return await self._database.apart(work)
        except OSError as error:
            raise _unwritten(error) from error


async def _each(view: View, selection: Selection) -> AsyncIterator[tuple[Proposal, Sequence[Attachment]]]:
    """Every proposal that is meant with its files, and a breath now and then."""
    breathed = time.monotonic()
    async for proposal in view.proposals.each(selection):
        yield proposal, await view.attachments.of_proposal(proposal.id)
        if time.monotonic() - breathed > BREATH:
            time.sleep(PAUSE)  # noqa: ASYNC251  (a thread of its own)
            breathed = time.monotonic()


def _unwritten(error: OSError) -> ExportUnwritten:
    return ExportUnwritten(reason=error.strerror or str(error))
