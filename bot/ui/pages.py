"""Text that is longer than one message: cut where a reader would, never inside a tag or an entity."""

import re
from collections.abc import Iterator

from bot.texts import Html
from bot.texts.markup import without_markup

_PIECE = re.compile(r"<[^>]*>|&[^;\s]*;|.", re.DOTALL)


def pages(html: str, most: int) -> list[Html]:
    """The text in as many messages as it takes; one where it fits.

    Args:
        html: Telegram's HTML whose tags do not reach over an empty line.
        most: longest page, in UTF-16 code units of visible text (the stricter reading of Telegram's
            "characters").
    """
    made: list[str] = []
    page = ""
    for part in _parts(html, most):
        joined = f"{page}\n\n{part}" if page else part
        if length(joined) <= most:
            page = joined
        else:
            made.append(page)
            page = part
    return [Html(one) for one in (*made, page)]


def length(html: str) -> int:
    """Visible length in UTF-16 code units."""
    return len(without_markup(html).encode("utf-16-le")) // 2


def _parts(html: str, most: int) -> Iterator[str]:
    """Paragraphs; one that alone is too long is cut between words."""
    for paragraph in html.split("\n\n"):
        if length(paragraph) <= most:
            yield paragraph
        else:
            yield from _cut(paragraph, most)


def _cut(paragraph: str, most: int) -> Iterator[str]:
    part, size, open_tags = "", 0, list[str]()
    for piece in _PIECE.findall(paragraph):
        if piece.startswith("</"):
            open_tags.pop()
        elif piece.startswith("<"):
            open_tags.append(piece)
        else:
            size += length(piece)
        if size > most:
            head, space, tail = part.rpartition(" ")
            if not space or "<" in tail or length(tail) > most // 4:
                head, tail = part, ""
            yield head + "".join(f"</{tag[1:].split()[0].rstrip('>')}>" for tag in reversed(open_tags))
            part = "".join(open_tags) + tail
            size = length(part) + length(piece)
        part += piece
    yield part
