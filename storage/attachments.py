"""Attachments: their rows, and the files beside the database, each under the SHA-256 of its content."""

import hashlib
import os
import secrets
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.attachments import Attachment, AttachmentId, AttachmentKind
from bot.domain.drafts import DraftId
from bot.domain.people import PersonId
from bot.domain.proposals import ProposalId
from storage.rows import Connection, Row, moment_of, text_of

_SELECT = "SELECT id, message_id, file_id, kind, name, mime, size, sha256, caption, added_at FROM attachments"


@dataclass(frozen=True)
class Attachments:
    """Which files belong to which draft or proposal."""

    connection: Connection

    async def add(self, attachment: Attachment, *, draft_id: DraftId, person_id: PersonId) -> bool:
        """Attach a file to a draft; False where this very message's file is attached already."""
        added = await self.connection.run(
            """
            INSERT INTO attachments (person_id, draft_id, message_id, file_id, kind, name, mime, size, sha256,
                caption, added_at)
            VALUES (:person_id, :draft_id, :message_id, :file_id, :kind, :name, :mime, :size, :sha256,
                :caption, :added_at)
            ON CONFLICT DO NOTHING
            """,
            {
                **attachment.model_dump(exclude={"id"}),
                "added_at": text_of(attachment.added_at),
                "draft_id": draft_id,
                "person_id": person_id,
            },
        )
        return bool(added)

    async def of_draft(self, draft_id: DraftId) -> Sequence[Attachment]:
        """A draft's files, in the order in which they came."""
        rows = await self.connection.all(f"{_SELECT} WHERE draft_id = ? ORDER BY id", (draft_id,))
        return [_attachment(row) for row in rows]

    async def of_proposal(self, proposal_id: ProposalId) -> Sequence[Attachment]:
        """A proposal's files, in the order in which they came."""
        rows = await self.connection.all(f"{_SELECT} WHERE proposal_id = ? ORDER BY id", (proposal_id,))
        return [_attachment(row) for row in rows]

    async def of_message(self, person_id: PersonId, message_id: int) -> Attachment | None:
        """The file that this person's message has brought to one of their drafts, or None."""
        row = await self.connection.one(
            f"{_SELECT} WHERE person_id = ? AND message_id = ? AND draft_id IS NOT NULL",
            (person_id, message_id),
        )
        return None if row is None else _attachment(row)

    async def draft_of(self, attachment_id: AttachmentId) -> DraftId | None:
        """The draft that has a file; None where it has gone with a proposal, or is gone."""
        row = await self.connection.one("SELECT draft_id FROM attachments WHERE id = ?", (attachment_id,))
        return None if row is None or row["draft_id"] is None else DraftId(row["draft_id"])

    async def remember(self, attachment_id: AttachmentId, file_id: str) -> None:
        """Remember under which id Telegram has a file."""
        await self.connection.run("UPDATE attachments SET file_id = ? WHERE id = ?", (file_id, attachment_id))

    async def describe(self, attachment_id: AttachmentId, caption: str) -> None:
        """Let something else be written under a file."""
        await self.connection.run("UPDATE attachments SET caption = ? WHERE id = ?", (caption, attachment_id))

    async def remove(self, attachment_id: AttachmentId, *, draft_id: DraftId) -> None:
        """Take a file out of a draft."""
        await self.connection.run(
            "DELETE FROM attachments WHERE id = ? AND draft_id = ?", (attachment_id, draft_id)
        )

    async def take_out(self, attachment_id: AttachmentId, *, proposal_id: ProposalId) -> None:
        """Take a file out of a submitted proposal."""
        await self.connection.run(
            "DELETE FROM attachments WHERE id = ? AND proposal_id = ?", (attachment_id, proposal_id)
        )

    async def submit(self, draft_id: DraftId, proposal_id: ProposalId) -> None:
        """Let a draft's files belong to the proposal that it has become."""
        await self.connection.run(
            "UPDATE attachments SET draft_id = NULL, proposal_id = ? WHERE draft_id = ?",
            (proposal_id, draft_id),
        )

    async def delete_of_proposal(self, proposal_id: ProposalId) -> None:
        """Take all files out of a proposal."""
        await self.connection.run("DELETE FROM attachments WHERE proposal_id = ?", (proposal_id,))

    async def is_used(self, sha256: str) -> bool:
        """Whether any row names this content."""
        row = await self.connection.one(
            """
            SELECT EXISTS (SELECT 1 FROM attachments WHERE sha256 = :content)
                OR EXISTS (SELECT 1 FROM consultation_documents WHERE sha256 = :content AND sha256 <> '')
                OR EXISTS (SELECT 1 FROM consultation_drafts WHERE instr(answers, :content)) AS is_used
            """,
            {"content": sha256},
        )
        assert row is not None
        return bool(row["is_used"])


class AttachmentFiles:
    """The contents. Blocking: call it in a thread.

    Args:
        folder: where they lie; made at the first file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taking = threading.Lock()

    @classmethod
    def beside(cls, database: Path) -> "AttachmentFiles":
        """The folder of a database's attachments: `bot.sqlite3` → `bot.attachments`."""
        return cls(database.with_suffix(".attachments"))

    def put(self, content: bytes) -> str:
        """Keep a content, whole or not at all; the same content is kept once.

        Returns:
            Its SHA-256 in hexadecimal.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256)
        with self._taking:
            if path.exists():
                os.utime(path)  # spares it from being dropped before its row is there
                return sha256
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.parent.mkdir(exist_ok=True, mode=0o700)
        unfinished = path.with_name(f".{sha256}.{secrets.token_hex(4)}")
        with unfinished.open("xb") as file:
            os.fchmod(file.fileno(), 0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return sha256

    def path(self, sha256: str) -> Path:
        """Where a content lies."""
        return self._folder / sha256[:2] / sha256

    def older_than(self, moment: float) -> Iterator[Path]:
        """Contents not touched since a moment, in seconds of Unix time; what a crash left unfinished too."""
        for path in self._folder.glob("??/*"):
            if path.is_file() and path.stat().st_mtime < moment:
                yield path

    def content(self, sha256: str) -> bytes:
        """A content.

        Raises:
            FileNotFoundError: it is not there: the folder was left behind.
        """
        return self.path(sha256).read_bytes()

    def drop(self, path: Path, moment: float) -> None:
        """Delete one of `older_than`, unless it has been touched since that moment."""
        with self._taking:
            if path.exists() and path.stat().st_mtime < moment:
                path.unlink()


def _attachment(row: Row) -> Attachment:
    return Attachment(
        id=row["id"],
        message_id=row["message_id"],
        file_id=row["file_id"],
        kind=AttachmentKind(row["kind"]),
        name=row["name"],
        mime=row["mime"],
        size=row["size"],
        sha256=row["sha256"],
        caption=row["caption"],
        added_at=moment_of(row["added_at"]),
    )
