"""Attachments: files for the draft in hand, taken in, taken out, handed out, and swept away when nobody has them."""

import asyncio
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.attachments import (
    AT_MOST,
    Attachment,
    AttachmentId,
    SentFile,
    TooManyAttachments,
    apart,
    check,
    noted,
    removed_by,
)
from bot.domain.clock import Clock
from bot.domain.drafts import AnswerEmpty, AnswerTooShort, Draft, DraftId, DraftUnknown, Step
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import Proposal, ProposalId, ProposalUnknown
from bot.services.desk import log_look
from bot.services.draft_steps import Answered, DraftSteps, files_of, theirs
from storage import AttachmentFiles, Database, View

#: Seconds that a content without a row is kept: its row may be on the way.
SPARED = 24 * 60 * 60.0
#: Seconds between two looks for such contents.
PAUSE = 60 * 60.0
#: Files that are fetched at the same time: each is in memory as a whole.
AT_ONCE = 8


@dataclass(frozen=True)
class Attached:
    """What a file has become.

    Attributes:
        draft: as it is now.
        attachment: the file.
        answered: what its caption has become, where that was an answer.
    """

    draft: Draft
    attachment: Attachment
    answered: Answered | None


@dataclass(frozen=True)
class Followed:
    """What an edited message has done to the file that it brought.

    Attributes:
        draft: whose.
        attachment: as it was before.
        is_described: whether something else is written under it now.
        is_other: whether the message has another file now, which is not taken.
    """

    draft: Draft
    attachment: Attachment
    is_described: bool
    is_other: bool


class AttachmentsService:
    """Verbs on attachments.

    Args:
        database: where their rows are.
        clock: the time.
        files: where their contents are.
        drafts: what takes a caption as an answer.

    Attributes:
        turns: to be held while a content is in memory.
    """

    def __init__(
        self, database: Database, clock: Clock, *, files: AttachmentFiles, drafts: DraftSteps
    ) -> None:
        self._database = database
        self._clock = clock
        self._files = files
        self._drafts = drafts
        self._swept_at: float | None = None
        self.turns = asyncio.Semaphore(AT_ONCE)

    async def expect(self, person_id: PersonId, sent: SentFile) -> Draft:
        """The draft to which a file may be attached; asked before the file is fetched.

        Raises:
            DraftUnknown: no draft is in hand.
            AttachmentRefused: its size, its kind, or too many files.
        """
        check(sent.name, sent.size)
        async with self._database.view() as view:
            draft = await _in_hand(view, person_id)
            await _room(view, draft, sent)
        return draft

    async def attach(self, person_id: PersonId, sent: SentFile, content: bytes) -> Attached:
        """Attach a file to the draft in hand, once; its caption is an answer, or else stays with the file.

        Raises:
            DraftUnknown: no draft is in hand (any more).
            AttachmentRefused: its size, its kind, or too many files.
        """
        check(sent.name, len(content))
        sha256 = await asyncio.to_thread(self._files.put, content)
        async with self._database.unit() as unit:
            draft = await _in_hand(unit, person_id)
            earlier = await _room(unit, draft, sent)
            unit.came_to("draft", draft.id)
            if isinstance(earlier, Attachment):
                return Attached(draft, earlier, None)
            answered = self._answer(draft, sent)
            name = apart(sent.name, [one.name for one in earlier])
            attachment = Attachment(
                id=AttachmentId(0),
                message_id=sent.message_id,
                file_id=sent.file_id if sent.is_as_named and name == sent.name else "",
                kind=sent.kind,
                name=name,
                mime=sent.mime,
                size=len(content),
                sha256=sha256,
                caption="" if answered else sent.caption,
                added_at=self._clock.now(),
            )
            await unit.attachments.add(attachment, draft_id=draft.id, person_id=person_id)
            changed = await _noted(unit, answered.draft if answered else draft)
            held = await self._drafts.hold(unit, changed)
        return Attached(held, attachment, answered and replace(answered, draft=held))

    async def brought(self, person_id: PersonId, message_id: int) -> Attachment | None:
        """The file that a message has brought to one of the person's drafts, or None."""
        async with self._database.view() as view:
            return await view.attachments.of_message(person_id, message_id)

    async def remove(self, person_id: PersonId, draft_id: DraftId, attachment_id: AttachmentId) -> Draft:
        """Take a file out of a draft; pressed again, it changes nothing more.

        One of the proposal that the draft corrects stays with it until the correction is saved.

        Raises:
            DraftUnknown: the draft is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await theirs(unit, person_id, draft_id)
            await unit.attachments.remove(attachment_id, draft_id=draft.id)
            removed = [one.id for one in await files_of(unit, draft) if one.id == attachment_id]
            return await self._drafts.hold(unit, await _noted(unit, draft, removed))

    async def of_proposal(self, proposal_id: ProposalId, by: Actor) -> tuple[Proposal, Sequence[Attachment]]:
        """A proposal with its files, for anybody who may read it: its author, the secretariat, else while it is public.

        Raises:
            ProposalUnknown: no such proposal, or one that is not public.
        """
        async with self._database.view() as view:
            proposal = await view.proposals.get(proposal_id)
            is_theirs = proposal.author_id is not None and proposal.author_id == by.person_id
            if not proposal.is_public and not is_theirs and not by.may(Role.OBSERVER):
                raise ProposalUnknown
            files = await view.attachments.of_proposal(proposal_id)
        if by.may(Role.OBSERVER):
            await log_look(self._database, proposal, by, now=self._clock.now(), files=len(files))
        return proposal, files

    async def content(self, attachment: Attachment) -> bytes | None:
        """A file's content; None where it is not beside the database (a copy was put back without that folder)."""
        try:
            return await asyncio.to_thread(self._files.content, attachment.sha256)
        except FileNotFoundError:
            return None

    async def remember(self, attachment_id: AttachmentId, file_id: str) -> None:
        """Remember under which id Telegram has a file now, so that it need not be sent byte by byte again."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.attachments.remember(attachment_id, file_id)

    async def follow(self, person_id: PersonId, sent: SentFile) -> Followed | None:
        """Let what is written under a file of a draft follow the message that the person has edited in Telegram.

        The file itself stays the one that came first.

        Returns:
            None where no draft of theirs has a file of that message.
        """
        async with self._database.view() as view:
            attachment = await view.attachments.of_message(person_id, sent.message_id)
            draft_id = None if attachment is None else await view.attachments.draft_of(attachment.id)
            if attachment is None or draft_id is None:
                return None
            draft = await theirs(view, person_id, draft_id)
        is_other = (sent.kind, sent.mime, sent.size) != (attachment.kind, attachment.mime, attachment.size)
        is_answer = draft.step_of(sent.message_id) is not None
        is_described = not is_answer and sent.caption != attachment.caption
        if is_described:
            async with self._database.unit() as unit:
                await unit.attachments.describe(attachment.id, sent.caption)
                unit.came_to("draft", draft.id)
        return Followed(draft, attachment, is_described=is_described, is_other=is_other)

    async def sweep(self, *, pause: float = PAUSE) -> int:
        """Delete contents that no row names and that nobody has touched for a day.

        Args:
            pause: seconds since the last time before which nothing is done.

        Returns:
            How many were deleted.
        """
        now = time.time()  # not the clock's: files bear the machine's time
        if self._swept_at is not None and now - self._swept_at < pause:
            return 0
        self._swept_at = now
        count = 0
        for path in await asyncio.to_thread(lambda: list(self._files.older_than(now - SPARED))):
            if not await self._is_used(path):
                await asyncio.to_thread(self._files.drop, path, now - SPARED)
                count += 1
        return count

    async def _is_used(self, path: Path) -> bool:
        async with self._database.view() as view:
            return await view.attachments.is_used(path.name)

    def _answer(self, draft: Draft, sent: SentFile) -> Answered | None:
        """What the caption is an answer to; None where nothing is written, or where it is none."""
        if not sent.caption or not draft.takes(sent.message_id):
            return None
        try:
            return self._drafts.taken(draft, sent.caption, message_id=sent.message_id)
        except (AnswerEmpty, AnswerTooShort):
            return None


async def _in_hand(view: View, person_id: PersonId) -> Draft:
    draft = await view.drafts.get(person_id)
    if not draft.is_open:
        raise DraftUnknown
    return draft


async def _room(view: View, draft: Draft, sent: SentFile) -> Attachment | Sequence[Attachment]:
    """What is attached already, if one more fits; or this very message's file.

    Raises:
        TooManyAttachments: as many as may be.
    """
    own = await view.attachments.of_draft(draft.id)
    same = next((one for one in own if one.message_id == sent.message_id), None)
    if same is not None:
        return same
    files = await files_of(view, draft)
    if len(files) >= AT_MOST:
        raise TooManyAttachments(name=sent.name, most=AT_MOST)
    return files


async def _noted(view: View, draft: Draft, removed: Collection[AttachmentId] = ()) -> Draft:
    """The draft with its note of the files as they are now, and of those that are to go besides."""
    added = [one.id for one in await view.attachments.of_draft(draft.id)]
    gone = removed_by(draft.answers.get(Step.ATTACHMENTS, "")).union(removed)
    return draft.chosen(Step.ATTACHMENTS, noted(added, gone))
