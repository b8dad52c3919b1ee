"""A message as a person sees it: plain text, HTML, buttons, files."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.entities import to_html
from bot.sandbox.errors import Json
from bot.sandbox.files import File, Files


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; `data` and `url` are None unless it is a button of that kind."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file under a message."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, eq=False)
class ChatMessage:
    """One state of one message: an edit makes a new ChatMessage with the same `id`.

    Attributes:
        raw: the Bot API's Message object.
        from_bot: whether the bot wrote it.
        revision: grows with every change in the sandbox; orders states across chats.
    """

    raw: Json
    from_bot: bool
    revision: int
    files: Files = field(repr=False)

    @property
    def id(self) -> int:
        """The message's id."""
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Plain text or caption; empty when there is none."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """Entities of the text or of the caption."""
        found: list[Json] = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return found

    @cached_property
    def html(self) -> str:
        """The text in Telegram's HTML, links included that Telegram found by itself."""
        return to_html(self.text, self.entities)

    @property
    def buttons(self) -> list[list[Button]]:
        """Rows of inline buttons."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [Button(cell["text"], cell.get("callback_data"), cell.get("url")) for cell in row] for row in rows
        ]

    @property
    def labels(self) -> list[str]:
        """The inline buttons' texts, in reading order."""
        return [button.text for row in self.buttons for button in row]

    @property
    def file(self) -> File | None:
        """The stored file of a document, photo, voice or other medium; None for a text."""
        for kind in ("document", "voice", "audio", "video", "video_note", "animation", "sticker"):
            if kind in self.raw:
                return self.files.find(self.raw[kind]["file_id"])
        return self.files.find(self.raw["photo"][-1]["file_id"]) if self.raw.get("photo") else None

    @property
    def document(self) -> Document | None:
        """The file sent as a document, with name and bytes."""
        file = self.file
        if file is None or "document" not in self.raw:
            return None
        return Document(file.name, file.content, file.mime)

    @property
    def photo(self) -> bytes | None:
        """Bytes of a photo."""
        file = self.file
        return file.content if file is not None and "photo" in self.raw else None

    @property
    def edited(self) -> bool:
        """Whether its text was changed after it was sent."""
        return "edit_date" in self.raw

    @property
    def date(self) -> dt.datetime:
        """When it was sent; aware, UTC."""
        return dt.datetime.fromtimestamp(self.raw["date"], dt.UTC)

    def button(self, text: str) -> Button | None:
        """The inline button with that text: exactly, else the first that contains it."""
        cells = [cell for row in self.buttons for cell in row]
        exact = next((cell for cell in cells if cell.text == text), None)
        return exact or next((cell for cell in cells if text in cell.text), None)

    def __str__(self) -> str:
        """One paragraph of a transcript."""
        sender = "bot" if self.from_bot else self.raw.get("from", {}).get("first_name", "?")
        body = self.text or f"<{', '.join(sorted(self.raw.keys() & _CONTENT)) or 'service message'}>"
        rows = "".join("\n    " + " ".join(f"[{cell.text}]" for cell in row) for row in self.buttons)
        return f"#{self.id} {sender}{' (edited)' if self.edited else ''}: {body}{rows}"


_CONTENT = frozenset(
    {"document", "photo", "voice", "sticker", "location", "contact", "audio", "video", "poll"}
)


def deep_link(url: str, username: str) -> str | None:
    """The payload of `https://t.me/<bot>?start=payload`; empty without one, None for any other address."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.scheme == "tg" and parts.netloc == "resolve":
        query = parse_qs(parts.query)
        named = query.get("domain", [""])[0]
    elif parts.netloc.lower() in {"t.me", "telegram.me"}:
        query = parse_qs(parts.query)
        named = parts.path.strip("/")
    else:
        return None
    return query.get("start", [""])[0] if named.lower() == username.lower() else None
