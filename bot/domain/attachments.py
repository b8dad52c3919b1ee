"""Attachments: files that belong to a proposal."""

import unicodedata
from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError

AttachmentId = NewType("AttachmentId", int)

#: Bytes. Telegram Bot API, getFile: "bots can download files of up to 20MB in size", by which 20 << 20 is meant.
LARGEST = 20 * 1024 * 1024
#: So many files go with one proposal; an album of Telegram's has at most ten.
AT_MOST = 10
#: Characters of a name that is kept.
LONGEST_NAME = 100
#: What is taken, by the ending of the name: what any office can open and nothing runs by itself.
ENDINGS = frozenset(
    {
        *("pdf", "doc", "docx", "odt", "rtf", "txt", "md"),
        *("xls", "xlsx", "ods", "csv", "json", "geojson", "xml"),
        *("ppt", "pptx", "odp"),
        *("jpg", "jpeg", "png", "gif", "webp", "heic", "svg", "tif", "tiff"),
        *("mp3", "m4a", "ogg", "oga", "wav", "mp4", "mov"),
    }
)
_FORBIDDEN = frozenset('<>:"|?*/\\')


class AttachmentKind(StrEnum):
    """As what Telegram has sent it."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"


class AttachmentRefused(CivicError):
    """A file that is not attached; the draft is as it was."""

    message_id = "attachment-error-gone"


class AttachmentTooLarge(AttachmentRefused):
    """The file is larger than Telegram hands over to a bot; nothing else is lost."""

    message_id = "attachment-error-large"


class AttachmentEmpty(AttachmentRefused):
    """The file has no byte."""

    message_id = "attachment-error-empty"


class AttachmentOfThisKind(AttachmentRefused):
    """A kind of file that is not taken."""

    message_id = "attachment-error-kind"


class TooManyAttachments(AttachmentRefused):
    """The proposal has as many files as it may have."""

    message_id = "attachment-error-many"


class AttachmentGone(AttachmentRefused):
    """Telegram does not have the file any more."""


class SentFile(BaseModel):
    """A file as it was sent, before its content is here.

    Attributes:
        file_id: Telegram's; the content is fetched with it.
        message_id: Telegram's id of the message that brought it.
        name: of the file, `cleaned`.
        is_as_named: whether Telegram has it as a document under this very name.
        size: bytes, as Telegram says.
        caption: what was written under it.
        is_spoken: whether somebody speaks in it who may think that the bot listens.
    """

    model_config = ConfigDict(frozen=True)

    file_id: str
    message_id: int
    kind: AttachmentKind
    name: str
    mime: str
    size: int
    caption: str = ""
    is_spoken: bool = False
    is_as_named: bool = False


class Attachment(BaseModel):
    """A file of a draft or a proposal; its content lies beside the database, under its SHA-256.

    Attributes:
        message_id: Telegram's id of the message that brought it.
        file_id: Telegram's, where it has the file as a document under this very name; else empty.
        name: as the person named it; never used as a path.
        size: bytes.
        sha256: of the content, in hexadecimal.
        caption: what the person wrote under it, where that was no answer.
    """

    model_config = ConfigDict(frozen=True)

    id: AttachmentId
    message_id: int
    file_id: str = ""
    kind: AttachmentKind
    name: str
    mime: str
    size: int
    sha256: str
    caption: str = ""
    added_at: datetime


def check(name: str, size: int) -> None:
    """Whether a file may be attached.

    Args:
        name: its name.
        size: bytes.

    Raises:
        AttachmentEmpty: it has no byte.
        AttachmentTooLarge: it is over `LARGEST`.
        AttachmentOfThisKind: its ending is not among `ENDINGS`.
    """
    if not size:
        raise AttachmentEmpty(name=name)
    if size > LARGEST:
        raise AttachmentTooLarge(name=name)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise AttachmentOfThisKind(name=name)


def cleaned(name: str, otherwise: str) -> str:
    """A file's name as it is kept and handed out: one line, without folders and what file systems forbid.

    Args:
        name: as it came.
        otherwise: what it is called where nothing is left.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(
        " " if c.isspace() else c for c in last if c.isspace() or unicodedata.category(c)[0] != "C"
    )
    safe = " ".join("".join("_" if c in _FORBIDDEN else c for c in seen).split()).strip(" .")
    path = PurePath(safe or otherwise)
    return path.stem[: LONGEST_NAME - len(path.suffix)].rstrip() + path.suffix


def noted(added: Iterable[AttachmentId], removed: Iterable[AttachmentId]) -> str:
    """What a draft answers to the step of files: which are added, and which of a submitted proposal's go.

    The files themselves are rows of their own; the note lets the draft change whenever they do.
    """
    return ",".join([*map(str, sorted(added)), *(f"-{one}" for one in sorted(removed))])


def removed_by(note: str) -> frozenset[AttachmentId]:
    """The files of a submitted proposal that its correction takes out."""
    return frozenset(AttachmentId(int(one[1:])) for one in note.split(",") if one.startswith("-"))


def apart(name: str, others: Collection[str]) -> str:
    """The name, with a number where another file has it already."""
    taken = {one.casefold() for one in others}
    path = PurePath(name)
    names = (name, *(f"{path.stem} ({number}){path.suffix}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one.casefold() not in taken)
