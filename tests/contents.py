"""The content as the tests use it."""

from functools import cache
from pathlib import Path

from bot.app import load_content
from bot.services.content.live import Content
from bot.settings import SHIPPED, Settings

#: There is no such folder, so that no search is kept from one run of the tests to the next.
_NOWHERE = Path(__file__).parent / "nowhere" / "bot.sqlite3"


@cache
def strict_content(folder: Path = SHIPPED, language: str = "uk") -> Content:
    """A content, read once for all tests; a missing text raises."""
    settings = Settings(_env_file=None, content=folder, language=language, database=_NOWHERE)
    return load_content(settings, strict=True)
