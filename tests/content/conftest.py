from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.knowledge import EntryId, Knowledge, Language
from bot.services.knowledge import load_knowledge

FOLDER = Path(__file__).resolve().parents[2] / "locales"


@pytest.fixture(scope="session")
def folder() -> Path:
    return FOLDER


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge(FOLDER)


@pytest.fixture(scope="session")
def answer(knowledge: Knowledge) -> Callable[[str, str], str]:
    """All that a person reads in one answer, with plain spaces."""

    def read(entry: str, language: str) -> str:
        text = knowledge.entries[EntryId(entry)].texts[Language(language)]
        return f"{text.title}\n{text.fact}\n{text.details}".replace("\u00a0", " ")

    return read
