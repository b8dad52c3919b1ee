"""A screen: text, buttons and perhaps a file. Knows nothing of how it is delivered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.consultation_drafts import ConsultationDraftId
from bot.domain.drafts import DraftId
from bot.texts import Html
from bot.ui.action import Action

#: Telegram Bot API, sendMessage: up to 4096 characters after entities parsing.
LONGEST_TEXT = 4096
#: A label longer than this is cut by a phone in a row of two.
LONGEST_HALF = 17
#: Telegram Bot API, captions of files and pictures: up to 1024 characters after entities parsing.
LONGEST_CAPTION = 1024


@dataclass(frozen=True)
class Button:
    """A button under a message: it does an action or opens an address.

    Attributes:
        label: at most 24 characters fit a phone in two columns.
    """

    label: str
    action: Action | None = None
    url: str | None = None


@dataclass(frozen=True)
class File:
    """A document or a picture to hand over."""

    name: str
    content: bytes


@dataclass(frozen=True)
class StoredFile:
    """A document to hand over that lies on the disk, however large: it is read while it is sent."""

    path: Path

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name


@dataclass(frozen=True)
class Screen:
    """What a person sees.

    Attributes:
        text: Telegram's HTML.
        rows: the buttons, row by row.
        file: a document; the text is then its caption.
        photo: a picture, shown large above the text, which is then its caption.
        stays: whether the message is worth keeping (a receipt, an answer): its buttons open new messages
            instead of replacing it.
        is_of_draft: whether the screen belongs to the draft in hand, so that it needs no reminder of it.
        asks_for: the draft of which it shows the present step; the message that shows it is remembered.
        asks_for_work: the same of an officer's work on a consultation.
    """

    text: Html
    rows: Sequence[Sequence[Button]] = ()
    file: File | StoredFile | None = None
    photo: File | None = None
    stays: bool = False
    is_of_draft: bool = False
    asks_for: DraftId | None = None
    asks_for_work: ConsultationDraftId | None = None

    def with_further(self, row: Sequence[Button]) -> "Screen":
        """The screen with further buttons above its last row, which is the way back."""
        return replace(self, rows=[*self.rows[:-1], row, *self.rows[-1:]])

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them."""
        if not self.rows:
            return None
        return InlineKeyboardMarkup(
            [
                [_telegram_button(button, stays=self.stays) for button in row]
                for planned in self.rows
                for row in _fitting(planned)
            ]
        )


def paragraphs(*parts: str) -> Html:
    """Parts that are Telegram's HTML already, with an empty line between; empty ones are left out."""
    return Html("\n\n".join(part for part in parts if part))


def lines(parts: Iterable[str]) -> Html:
    """Parts that are Telegram's HTML already, a line each; empty ones are left out."""
    return Html("\n".join(part for part in parts if part))


def shortened(text: str | None, most: int) -> str:
    """A person's words in so many characters: cut after a word where one ends near the edge."""
    if not text or len(text) <= most:
        return text or ""
    head = text[: most - 1]
    whole = head.rpartition(" ")[0] if text[most - 1] != " " else head
    return f"{(whole if len(whole) > most // 2 else head).rstrip(' ,.:;–-')}…"


def _fitting(row: Sequence[Button]) -> Sequence[Sequence[Button]]:
    """The row, or a row for each of its buttons where a phone would cut a label."""
    is_cut = len(row) > 1 and any(len(button.label) > LONGEST_HALF for button in row)
    return [[button] for button in row] if is_cut else [row]


def _telegram_button(button: Button, *, stays: bool) -> InlineKeyboardButton:
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url)
    assert button.action is not None
    return InlineKeyboardButton(button.label, callback_data=button.action.packed(stays=stays))
