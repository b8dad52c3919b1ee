"""An answered question as a content entry: refused as it is, taken once the editor has filled it in."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.knowledge import EntityId
from bot.domain.people import PersonId
from bot.domain.questions import Question, QuestionId, QuestionState
from bot.services.entry_drafts import entry_draft
from bot.services.knowledge import ContentInvalid, load_knowledge

SHIPPED = Path(__file__).resolve().parents[2] / "locales"
NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
QUESTION = Question(
    id=QuestionId(12),
    asker_id=PersonId(1),
    text="Що: <b>це</b> 'таке'\n# й навіщо?",
    language="uk",
    entity=EntityId("plan-4"),
    state=QuestionState.ANSWERED,
    asked_at=NOW,
    answer="Перше: речення.\n\nДруге.",
    answered_at=NOW,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "content"))


def paste(folder: Path, **filled: str) -> None:
    for part in entry_draft(QUESTION, load_knowledge(SHIPPED)):
        text = part.text
        for name, value in filled.items():
            text = text.replace(name, value)
        if part.language == "en" and filled:
            text = text.replace("title: ''", "title: What is it").replace("fact: ''", "fact: A thing.")
        with (folder / part.file).open("a", encoding="utf-8") as file:
            file.write(text)


def test_draft_as_it_is_is_refused_with_what_is_missing(folder):
    paste(folder)
    with pytest.raises(ContentInvalid) as refused:
        load_knowledge(folder)
    problems = " ".join(map(str, refused.value.problems))
    for word in ("ATTRIBUTE", "SOURCE", "fact"):
        assert word in problems


def test_filled_in_draft_is_content(folder):
    paste(folder, ATTRIBUTE="tasks", SOURCE="kmu-page")
    entry = load_knowledge(folder).entries["question-12"]
    assert entry.entity == "plan-4"
    assert entry.as_of == "2026-05-04"
    assert entry.texts["uk"].fact == "Перше: речення."
    assert entry.texts["uk"].details == "Друге."
    for language in ("uk", "en"):
        assert entry.texts[language].variants == ("Що: <b>це</b> 'таке' # й навіщо?",)
