"""Entities: those that Telegram finds by itself, the trimming of texts, and HTML written back from entities."""

import html
import re
from collections.abc import Iterable, Iterator

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.markup import utf16

_FOUND = re.compile(
    r"""
      (?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})
    | (?P<url>(?:https?|tg)://[^\s<>"«»]+
        | (?<![\w@.])(?:[\w-]+\.)+(?:ua|com|org|net|info|me|eu|io|gov|edu|укр)\b(?:/[^\s<>"«»]*)?)
    | (?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])
    | (?<!\w)(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b
    | (?<![\w&])(?P<hashtag>\#[\w]*[^\W\d_][\w]*)
    | (?<![\w+])(?P<phone_number>\+\d[\d\- ]{8,14}\d)(?!\d)
    """,
    re.VERBOSE,
)
# What may stand at an end of a sentence does not belong to the address before it.
_TAIL = ".,:;!?)'»…"
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})
_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


def found_in(text: str) -> list[Json]:
    """Commands, links, mentions, hashtags, addresses and numbers that Telegram marks by itself."""
    if not any(sign in text for sign in "/@#.+"):
        return []
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        kind = str(match.lastgroup)
        value = match.group(kind)
        if kind == "url":
            value = value.rstrip(_TAIL)
        found.append({"type": kind, "offset": utf16(text[: match.start(kind)]), "length": utf16(value)})
    return found


def completed(text: str, given: list[Json]) -> list[Json]:
    """`given` entities and those found in the text outside code and links, in Telegram's order."""
    opaque = [entity for entity in given if entity["type"] in _OPAQUE]
    found = [entity for entity in found_in(text) if not any(_overlap(entity, other) for other in opaque)]
    return sorted([*given, *found], key=lambda entity: (entity["offset"], -entity["length"]))


def trimmed(text: str, entities: Iterable[Json]) -> tuple[str, list[Json]]:
    """Text without white space at its ends, and the entities moved and cut to fit."""
    start = utf16(text) - utf16(text.lstrip())
    text = text.strip()
    size = utf16(text)
    kept: list[Json] = []
    for entity in entities:
        begin = min(max(entity["offset"] - start, 0), size)
        end = min(max(entity["offset"] + entity["length"] - start, 0), size)
        if end > begin:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return text, kept


def checked(text: str, given: object) -> list[Json]:
    """Entities that a bot passed by itself.

    Raises:
        ApiError: not a list of objects, or outside the text.
    """
    if not isinstance(given, list):
        raise bad_request("can't parse entities: expected an Array")
    size = utf16(text)
    for entity in given:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad_request("can't parse entities: expected an Object")
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > size:
            raise bad_request(f"ENTITY_BOUNDS_INVALID: entity begins at UTF-16 offset {entity['offset']}")
    return given


COMMAND_LINK = "tg://bot_command?command="


def to_html(text: str, entities: Iterable[Json], *, link_commands: bool = False) -> str:
    """HTML of a message in Telegram's own subset; found entities become links where a click can follow them.

    With `link_commands` commands are links too (`COMMAND_LINK`), as Telegram's apps show them.
    """
    codes = text.encode("utf-16-le")
    shown = [one for one in entities if link_commands or one["type"] != "bot_command"]
    pending = sorted(shown, key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(_rendered(codes, pending, 0, len(codes) // 2))


def _rendered(codes: bytes, pending: list[Json], start: int, end: int) -> Iterator[str]:
    position = start
    while pending and pending[0]["offset"] < end:
        entity = pending.pop(0)
        begin = max(entity["offset"], position)
        stop = min(entity["offset"] + entity["length"], end)
        if stop <= begin:
            continue
        yield _plain(codes, position, begin)
        opening, closing = _tags(entity, codes)
        yield opening
        yield from _rendered(codes, pending, begin, stop)
        yield closing
        position = stop
    yield _plain(codes, position, end)


def _tags(entity: Json, codes: bytes) -> tuple[str, str]:
    kind = str(entity["type"])
    inner = codes[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")
    match kind:
        case "text_link":
            address = str(entity["url"])
        case "url":
            address = inner if "://" in inner else f"http://{inner}"
        case "bot_command":
            address = COMMAND_LINK + inner
        case "email":
            address = f"mailto:{inner}"
        case "text_mention":
            address = f"tg://user?id={entity['user']['id']}"
        case "pre" if entity.get("language"):
            language = html.escape(str(entity["language"]))
            return f'<pre><code class="language-{language}">', "</code></pre>"
        case _:
            return _TAGS.get(kind, ("", ""))
    return f'<a href="{html.escape(address)}">', "</a>"


def _plain(codes: bytes, start: int, end: int) -> str:
    return html.escape(codes[start * 2 : end * 2].decode("utf-16-le", "replace"), quote=False)


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )
