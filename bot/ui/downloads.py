"""Files that people send: which one a message carries, and fetching it from Telegram."""

import mimetypes
from pathlib import PurePath

from telegram import Animation, Audio, Bot, Document, Message, PhotoSize, Video, VideoNote, Voice
from telegram.error import BadRequest, InvalidToken

from bot.domain.attachments import (
    LARGEST,
    AttachmentEmpty,
    AttachmentGone,
    AttachmentKind,
    AttachmentTooLarge,
    SentFile,
    cleaned,
)

#: Seconds without a byte of a file's content after which the line counts as broken.
READ_TIMEOUT = 20.0

_Medium = Animation | Audio | Document | PhotoSize | Video | VideoNote | Voice
#: The ending of what Telegram names no file for; a type that is not here goes by its usual ending.
_ENDINGS = {"audio/ogg": ".ogg", "audio/mpeg": ".mp3", "audio/mp4": ".m4a", "image/jpeg": ".jpg"}
_USUAL = {
    AttachmentKind.PHOTO: "image/jpeg",
    AttachmentKind.VOICE: "audio/ogg",
    AttachmentKind.AUDIO: "audio/mpeg",
    AttachmentKind.VIDEO: "video/mp4",
    AttachmentKind.DOCUMENT: "application/octet-stream",
}


def sent_file(message: Message) -> SentFile | None:
    """The file of a message; None where it carries none that can be attached."""
    found = _medium(message)
    if found is None:
        return None
    kind, medium = found
    mime = getattr(medium, "mime_type", None) or _USUAL[kind]
    otherwise = f"{kind}{_ENDINGS.get(mime) or mimetypes.guess_extension(mime) or ''}"
    name = cleaned(getattr(medium, "file_name", None) or "", otherwise)
    is_document = kind is AttachmentKind.DOCUMENT
    if not is_document and not PurePath(name).suffix:
        name += PurePath(otherwise).suffix
    return SentFile(
        file_id=medium.file_id,
        message_id=message.message_id,
        kind=kind,
        name=name,
        mime=mime,
        # Telegram need not say it; then it is known once the content is here.
        size=1 if medium.file_size is None else medium.file_size,
        caption=(message.caption or "").strip(),
        is_spoken=isinstance(medium, Voice | VideoNote),
        is_as_named=is_document and getattr(medium, "file_name", None) == name,
    )


async def download(bot: Bot, sent: SentFile) -> bytes:
    """A file's content, over the bot's own transport.

    Raises:
        AttachmentTooLarge: Telegram does not hand it over.
        AttachmentGone: Telegram does not have it any more.
        telegram.error.NetworkError: the line is broken; worth another try.
    """
    try:
        file = await bot.get_file(sent.file_id)
        if file.file_size is not None and file.file_size > LARGEST:
            raise AttachmentTooLarge(name=sent.name)
        return bytes(await file.download_as_bytearray(read_timeout=READ_TIMEOUT))
    except BadRequest as error:
        if "too big" in error.message.lower():
            raise AttachmentTooLarge(name=sent.name) from error
        raise AttachmentGone(name=sent.name) from error
    except InvalidToken as error:  # a path that is not there: the library takes any 404 for a wrong token
        raise AttachmentGone(name=sent.name) from error
    except ValueError as error:  # an empty body, which the library cannot make an array of
        raise AttachmentEmpty(name=sent.name) from error


def _medium(message: Message) -> tuple[AttachmentKind, _Medium] | None:
    # An animation comes with a document beside it, for old clients: the same file, and so the animation first.
    offered: tuple[tuple[AttachmentKind, _Medium | None], ...] = (
        (AttachmentKind.VIDEO, message.animation),
        (AttachmentKind.DOCUMENT, message.document),
        (AttachmentKind.PHOTO, message.photo[-1] if message.photo else None),
        (AttachmentKind.VOICE, message.voice),
        (AttachmentKind.AUDIO, message.audio),
        (AttachmentKind.VIDEO, message.video),
        (AttachmentKind.VIDEO, message.video_note),
    )
    return next(((kind, medium) for kind, medium in offered if medium is not None), None)
