"""Files: sent, grouped, downloaded."""

import re

from bot.sandbox.call import Call, Upload
from bot.sandbox.calls import content
from bot.sandbox.calls.registry import Result, simulated
from bot.sandbox.entities import found_in
from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.files import MAX_DOWNLOAD, MAX_PHOTO, MAX_UPLOAD, File, image_size
from bot.sandbox.world import World


@simulated("sendDocument")
def send_document(world: World, call: Call) -> Result:
    """A file of at most 50 MB, with a caption of at most 1024 characters."""
    content.recipient(world, call)
    file = _incoming(world, call, call.value("document"), "document")
    return content.send(world, call, {"document": document(file), **content.caption_fields(world, call)}).raw


@simulated("sendPhoto")
def send_photo(world: World, call: Call) -> Result:
    """A picture of at most 10 MB whose sides make at most 10,000 together."""
    content.recipient(world, call)
    file = _incoming(world, call, call.value("photo"), "photo")
    return content.send(
        world, call, {"photo": _checked_photo(file), **content.caption_fields(world, call)}
    ).raw


@simulated("sendVoice", "sendAudio", "sendVideo", "sendAnimation")
def send_other(world: World, call: Call) -> Result:
    """Sound and film; the sandbox does not look inside."""
    content.recipient(world, call)
    kind = call.method.removeprefix("send").lower()
    file = _incoming(world, call, call.value(kind), kind)
    medium = medium_of(kind, file)
    return content.send(world, call, {kind: medium, **content.caption_fields(world, call)}).raw


@simulated("sendMediaGroup")
def send_media_group(world: World, call: Call) -> Result:
    """An album of 2 to 10 photos or documents."""
    chat = content.recipient(world, call)
    media = call.value("media")
    if not isinstance(media, list) or not 2 <= len(media) <= 10:
        raise bad_request("group send failed: wrong number of items")
    items: list[Json] = []
    for item in media:
        kind = str(item.get("type"))
        if kind not in {"photo", "document"}:
            raise ApiError(501, f"Not Implemented: the sandbox groups no {kind}")
        file = _incoming(world, call, item.get("media"), kind)
        caption = content.caption_fields(world, Call(call.method, item, call.at))
        items.append({kind: _checked_photo(file) if kind == "photo" else document(file), **caption})
    fields, _ = content.frame(world, call, chat)
    group = str(chat.clockwork.tick())
    return [world.say(chat, {**item, **fields, "media_group_id": group}).raw for item in items]


@simulated("getFile")
def get_file(world: World, call: Call) -> Result:
    """Where to download a file of at most 20 MB."""
    file = world.files.find(call.text("file_id"))
    if file is None:
        raise bad_request(
            "wrong file_id or the file is temporarily unavailable"
            if call.text("file_id")
            else "file_id not specified"
        )
    if file.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.raw(), "file_path": file.path}


def document(file: File) -> Json:
    """A file as a Document object."""
    return {**file.raw(), "file_name": file.name, "mime_type": file.mime}


def photo(file: File) -> list[Json]:
    """A file as PhotoSizes: a thumbnail and the whole, the biggest last."""
    width, height = image_size(file.content) or (640, 480)
    scale = min(1.0, 90 / max(width, height))
    small = {"width": max(1, int(width * scale)), "height": max(1, int(height * scale))}
    thumbnail = {**file.raw(), **small, "file_unique_id": f"{file.unique_id}s"}
    return [thumbnail, {**file.raw(), "width": width, "height": height}]


def medium_of(kind: str, file: File) -> Json:
    """A file as a Voice, Audio, Video, Animation, VideoNote or Sticker object."""
    medium: Json = {**file.raw(), "mime_type": file.mime}
    if kind in {"voice", "audio", "video", "animation", "video_note"}:
        medium["duration"] = 1
    if kind in {"video", "animation", "sticker"}:
        medium |= {"width": 512, "height": 512}
    if kind == "video_note":
        medium["length"] = 240
    if kind == "sticker":
        medium |= {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"}
        del medium["mime_type"]
    return medium


def _checked_photo(file: File) -> list[Json]:
    size = image_size(file.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if len(file.content) > MAX_PHOTO:
        raise bad_request("file is too big")
    width, height = size
    if width + height > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return photo(file)


def _incoming(world: World, call: Call, given: object, kind: str) -> File:
    """The file that a parameter names: uploaded under its own name, `attach://name`, or an id."""
    reference = "" if given is None else str(given)
    uploaded = call.uploads.get(reference.removeprefix("attach://") if reference else kind)
    if uploaded is not None:
        return _stored(world, uploaded, kind)
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise ApiError(501, "Not Implemented: the sandbox fetches no files from the net")
    file = world.files.find(reference)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def _stored(world: World, upload: Upload, kind: str) -> File:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    # Telegram keeps the last part of a path and turns what file systems forbid into underscores.
    name = re.sub(r'[<>:"|?*\x00-\x1f]', "_", upload.name.replace("\\", "/").rpartition("/")[2]) or kind
    return world.files.add(name, upload.content, upload.mime, folder=f"{kind}s")


def of_album(name: str) -> Json:
    """The field of a message that is a part of an album; nothing without a name."""
    return {"media_group_id": name} if name else {}


def captioned(text: str) -> Json:
    """The fields of what is written under a file, with the entities that Telegram would find."""
    if not text:
        return {}
    found = found_in(text)
    return {"caption": text, **({"caption_entities": found} if found else {})}
