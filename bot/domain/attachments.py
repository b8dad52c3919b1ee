"""Attachments: files that belong to a proposal."""

from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError

AttachmentId = NewType("AttachmentId", int)

#: Bytes. Telegram Bot API, getFile: "bots can download files of up to 20MB in size".
LARGEST = 20_000_000
#: So many files go with one proposal; an album of Telegram's has at most ten.
AT_MOST = 10
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


class AttachmentKind(StrEnum):
    """As what Telegram has sent it."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"


class AttachmentTooLarge(CivicError):
    """The file is larger than Telegram hands over to a bot; nothing else is lost."""

    message_id = "attachment-error-large"


class AttachmentEmpty(CivicError):
    """The file has no byte."""

    message_id = "attachment-error-empty"


class AttachmentOfThisKind(CivicError):
    """A kind of file that is not taken."""

    message_id = "attachment-error-kind"


class TooManyAttachments(CivicError):
    """The proposal has as many files as it may have."""

    message_id = "attachment-error-many"


class AttachmentGone(CivicError):
    """Telegram does not have the file any more."""

    message_id = "attachment-error-gone"


class Attachment(BaseModel):
    """A file of a draft or a proposal; its content lies beside the database, under its SHA-256.

    Attributes:
        message_id: Telegram's id of the message that brought it.
        name: as the person named it; never used as a path.
        size: bytes.
        sha256: of the content, in hexadecimal.
    """

    model_config = ConfigDict(frozen=True)

    id: AttachmentId
    message_id: int
    kind: AttachmentKind
    name: str
    mime: str
    size: int
    sha256: str
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
        raise AttachmentTooLarge(name=name, size=size, most=LARGEST)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise AttachmentOfThisKind(name=name)
