"""HTML as Telegram reads it: strict, with the errors and byte offsets of its own parser (TDLib).

Offsets and lengths of entities are in UTF-16 code units, the rule of the Bot API.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.sandbox.errors import ApiError, Json, bad_request

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "span": "spoiler",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_TAG = re.compile(r"[^\s>]*")
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"""[^\s=>/"']*""")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
# Without a dot, so that the host in `gov.ua:443` is not taken for one.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+-]*:")
_BARE_HOST = re.compile(r"^(https?://[^/?#]+)($|[?#])", re.IGNORECASE)
_SCHEMES = frozenset({"http", "https", "tg", "ton", "mailto", "tel"})


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


def parse(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities of `source`, unsorted and untrimmed.

    Raises:
        ApiError: `can't parse entities: …`, with the byte offset where Telegram gives one.
    """
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.length = 0
        self.opened: list[_Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        position = 0
        while (start := self.source.find("<", position)) >= 0:
            self._add(self.source[position:start])
            closes = self.source.startswith("</", start)
            position = self._close(start) if closes else self._open(start)
        self._add(self.source[position:])
        if self.opened:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        return "".join(self.pieces), self.entities

    def _add(self, raw: str) -> None:
        text = _decoded(raw)
        self.pieces.append(text)
        self.length += utf16(text)

    def _open(self, start: int) -> int:
        position = _end(_TAG, self.source, start + 1)
        tag = self.source[start + 1 : position].lower()
        if position == len(self.source):
            raise _unparsable(f"Unclosed start tag at byte offset {self._bytes(start)}")
        if tag not in _TYPES:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {self._bytes(start)}')
        attributes: dict[str, str] = {}
        while True:
            position = _end(_SPACE, self.source, position)
            if self.source.startswith(">", position):
                break
            position = self._attribute(start, position, tag, attributes)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(start)}')
        self.opened.append(_Open(tag, attributes, self.length))
        return position + 1

    def _attribute(self, start: int, position: int, tag: str, attributes: dict[str, str]) -> int:
        """Read one attribute into `attributes`; returns where it ends."""
        if position == len(self.source):
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {self._bytes(start)}')
        name_end = _end(_NAME, self.source, position)
        if name_end == position:
            raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(start)}')
        name = self.source[position:name_end].lower()
        attributes[name] = ""
        position = _end(_SPACE, self.source, name_end)
        if not self.source.startswith("=", position):
            return position
        position = _end(_SPACE, self.source, position + 1)
        sign = self.source[position : position + 1]
        if not sign:
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {self._bytes(start)}')
        if sign in {'"', "'"}:
            end = self.source.find(sign, position + 1)
            if end < 0:
                raise _unparsable(f"Unclosed start tag at byte offset {self._bytes(start)}")
            attributes[name] = _decoded(self.source[position + 1 : end])
            return end + 1
        end = _end(_TOKEN, self.source, position)
        attributes[name] = self.source[position:end].lower()
        if end == len(self.source) or self.source[end] not in " \t\r\n>":
            raise _unparsable(f"Unexpected end of name token at byte offset {self._bytes(position)}")
        return end

    def _close(self, start: int) -> int:
        if not self.opened:
            raise _unparsable(f"Unexpected end tag at byte offset {self._bytes(start)}")
        end = self.source.find(">", start)
        if end < 0:
            raise _unparsable(f"Unclosed end tag at byte offset {self._bytes(start)}")
        found, expected = self.source[start + 2 : end].rstrip().lower(), self.opened[-1].tag
        if found and found != expected:
            raise _unparsable(
                f"Unmatched end tag at byte offset {self._bytes(start)}, "
                f'expected "</{expected}>", found "</{found}>"'
            )
        self._finish(self.opened.pop())
        return end + 1

    def _finish(self, tag: _Open) -> None:
        length = self.length - tag.offset
        if not length:
            return
        entity: Json = {"type": _TYPES[tag.tag], "offset": tag.offset, "length": length}
        match tag.tag:
            case "a":
                self._link(entity, tag)
                return
            case "tg-emoji":
                if not tag.attributes.get("emoji-id", "").isdigit():
                    raise _unparsable("Invalid custom emoji identifier specified")
                entity["custom_emoji_id"] = tag.attributes["emoji-id"]
            case "blockquote" if "expandable" in tag.attributes:
                entity["type"] = "expandable_blockquote"
            case "code" if self._names_language(tag):
                entity["language"] = tag.attributes["class"].removeprefix("language-")
            case "pre" if self.entities and _fills(self.entities[-1], entity):
                inner = self.entities.pop()
                if "language" in inner:
                    entity["language"] = inner["language"]
            case _:
                pass
        self.entities.append(entity)

    def _names_language(self, tag: _Open) -> bool:
        """`<pre><code class="language-x">` names the language of the block."""
        inside = bool(self.opened) and self.opened[-1].tag == "pre"
        return inside and tag.attributes.get("class", "").startswith("language-")

    def _link(self, entity: Json, tag: _Open) -> None:
        """A link without a usable address loses its entity and keeps its text, as with Telegram."""
        start = len("".join(self.pieces).encode("utf-16-le")[: tag.offset * 2].decode("utf-16-le"))
        address = tag.attributes.get("href", "").strip() or "".join(self.pieces)[start:]
        if address.startswith("tg://user?id="):
            identifier = address.removeprefix("tg://user?id=")
            if identifier.isdigit():
                entity |= {"type": "text_mention", "user": {"id": int(identifier)}}
                self.entities.append(entity)
            return
        if is_url(address):
            entity["url"] = _normalised(address)
            self.entities.append(entity)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def is_url(address: str) -> bool:
    """Whether Telegram would take `address` as a link: a known scheme (or none) and a host with a dot."""
    if not address or any(character.isspace() for character in address):
        return False
    try:
        parts = urlsplit(_with_scheme(address))
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme.lower() not in _SCHEMES:
        return False
    if parts.scheme.lower() not in {"http", "https"}:
        return True
    return "." in host.strip(".") or host == "localhost"


def _normalised(address: str) -> str:
    """An address as Telegram gives it back: with a scheme, and a slash after a bare host."""
    return _BARE_HOST.sub(r"\1/\2", _with_scheme(address))


def _with_scheme(address: str) -> str:
    return address if _SCHEME.match(address) else f"http://{address}"


def _end(pattern: re.Pattern[str], source: str, position: int) -> int:
    found = pattern.match(source, position)
    return found.end() if found else position


def _fills(inner: Json, outer: Json) -> bool:
    same = inner["offset"] == outer["offset"] and inner["length"] == outer["length"]
    return bool(same and inner["type"] == "code")


def _decoded(raw: str) -> str:
    if "&" not in raw:
        return raw

    def character(found: re.Match[str]) -> str:
        hexadecimal, decimal, name = found.groups()
        if name:
            return _NAMED[name]
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if 0xD800 <= code <= 0xDFFF:
            raise _unparsable("Text contains invalid Unicode characters after decoding HTML entities")
        return chr(code) if 0 < code <= 0x10FFFF else found.group()

    return _CHARACTER.sub(character, raw)


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
