"""What is markup and what is a person's own words: the line that keeps the former out of the latter."""

import re
from html import escape, unescape

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


class Html(str):
    """Text that is already Telegram's HTML: as an argument of a text it is not escaped again."""

    __slots__ = ()


def escaped(text: str) -> str:
    """The same words as HTML, also safe inside a quoted attribute."""
    return str(text) if isinstance(text, Html) else escape(text)


def without_markup(html: str) -> str:
    """What a person sees of this HTML: no tags, entities as characters."""
    return unescape(_TAG.sub("", html))
