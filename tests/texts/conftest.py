from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture(scope="session")
def shipped() -> Texts:
    locales = Path(__file__).parents[2] / "locales"
    return Texts.load(locales, languages=("uk", "en"), zone=KYIV, strict=True)


@pytest.fixture
def texts_of(tmp_path: Path) -> Callable[..., Texts]:
    """Texts made of Fluent source in the test itself: `texts_of(uk="…", en="…")`."""

    def make(*, strict: bool = True, zone: str = "Europe/Kyiv", **sources: str) -> Texts:
        for language, source in sources.items():
            (tmp_path / language).mkdir()
            (tmp_path / language / "some.ftl").write_text(source, encoding="utf-8")
        return Texts.load(tmp_path, languages=tuple(sources), zone=ZoneInfo(zone), strict=strict)

    return make
