"""Links as people write them: a title and an address, a line each."""

import re
from collections.abc import Sequence
from ipaddress import IPv4Address
from urllib.parse import urlsplit

from bot.domain.consultation_asks import LinkUnclear
from bot.domain.consultations import Document
from bot.domain.draft_steps import readable

#: Longest title and address, in characters.
LONGEST_TITLE, LONGEST_URL = 150, 500
#: A part of a host's name between dots (RFC 1123).
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def web_address(url: str) -> str:
    """The address, if Telegram takes it for one: one such button that it does not, and it refuses the whole screen.

    Raises:
        ValueError: it is none.
    """
    address = urlsplit(url)
    host = (address.hostname or "").encode("idna").decode("ascii")
    labels = host.split(".")
    is_host = len(labels) > 1 and all(map(_LABEL.fullmatch, labels))
    if address.scheme not in {"http", "https"} or not is_host or not url.isprintable() or " " in url:
        raise ValueError(url)
    if labels[-1].isdecimal():
        IPv4Address(host)
    if address.port == 0:
        raise ValueError(url)
    return url


def links_of(text: str) -> Sequence[Document]:
    """The links of a message, one a line: words and an address, in any order; an address alone is its own title.

    Raises:
        LinkUnclear: a line has no address that a button can open; `line` is it.
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        address = _ADDRESS.search(line)
        try:
            url = web_address(address[0].rstrip(".,;)")) if address else ""
        except ValueError:
            url = ""
        if not url or len(url) > LONGEST_URL:
            raise LinkUnclear(line=line[:100])
        words = readable(line.replace(url, " "), is_one_line=True).strip(" -–—:,.;()")
        found.append(Document(title=(words or urlsplit(url).hostname or url)[:LONGEST_TITLE], url=url))
    return found
