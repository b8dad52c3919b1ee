"""Reading content: all of it or a list of what is wrong, each with file and line."""

import shutil
from pathlib import Path

import pytest

from bot.domain.knowledge import EntryId, Language
from bot.services.knowledge import ContentInvalid, Problem, load_knowledge

CITY = Path(__file__).parent / "content"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CITY, tmp_path / "city"))


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(ContentInvalid) as invalid:
        load_knowledge(folder)
    return invalid.value.problems


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_content_of_a_city_is_read_in_its_order() -> None:
    knowledge = load_knowledge(CITY)
    assert knowledge.code == "VERB"
    assert list(knowledge.entities) == ["lanterns", "programme-1", "programme-2", "board", "hall-contact"]
    assert knowledge.entities["programme-2"].ordinal == 2
    entry = knowledge.entries[EntryId("programme-2-when")]
    assert (entry.as_of, entry.ages, entry.sources) == ("2033-05", True, ("hall",))
    assert entry.texts[Language("en")].fact == "The town hall adopted it on 9 May 2033."


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "words"),
    [
        ("knowledge/entries.yaml", "entity: board", "entity: bord", 34, "entity: no entity is called bord"),
        (
            "knowledge/entries.yaml",
            "links: [gazette]",
            "links: [blog]",
            38,
            "links: no source is called blog",
        ),
        ("knowledge/entries.yaml", "as_of: 2032", "as_of: May", 21, "as_of: String should match pattern"),
        ("knowledge/entries.yaml", "ages: true", "age: true", 27, "age: Extra inputs are not permitted"),
        (
            "knowledge/entities.yaml",
            "ordinal: 1",
            "ordinal: 1\n  period: {start: '2033', end: 2031-05}",
            6,
            "period: Value error, ends before it starts",
        ),
        (
            "knowledge/entities.yaml",
            "ordinal: 1",
            "ordinal: 1\n  adopted: '2031-13'",
            6,
            "adopted: Value error, month must be in 1..12",
        ),
        ("knowledge/sources.yaml", "gazette:", "hall:", 4, "hall stands twice"),
        ("knowledge/entities.yaml", "kind: initiative", "kind: [", 4, "did not find expected"),
        ("knowledge/attributes.yaml", "count: {}", "count: many", 5, "count must have fields"),
        ("en/knowledge/entries/all.yaml", "title: What Lit", "fact: What Lit", 3, "fact stands twice"),
        ("en/knowledge/entries/all.yaml", "board-who:", "board-whom:", 25, "board-whom is unknown"),
        (
            "en/knowledge/entities.yaml",
            "short: Board",
            f"short: {'Board' * 9}",
            4,
            "short: String should have",
        ),
    ],
)
def test_every_problem_names_its_file_and_line(
    city: Path, file: str, old: str, new: str, line: int, words: str
) -> None:
    change(city / file, old, new)
    found = problems(city)
    assert any(one.file == file and one.line == line and one.text.startswith(words) for one in found), found


def test_entry_without_a_translation_is_a_problem(city: Path) -> None:
    change(city / "uk/knowledge/sources.yaml", "gazette: {title: Вербівська газета}", "")
    assert problems(city) == (Problem("knowledge/sources.yaml", 4, "gazette has no text in uk"),)


def test_entry_described_in_two_files_is_a_problem(city: Path) -> None:
    entries = city / "en/knowledge/entries"
    shutil.copy(entries / "all.yaml", entries / "more.yaml")
    assert Problem(
        "en/knowledge/entries/more.yaml",
        1,
        "lanterns-what stands twice: also in en/knowledge/entries/all.yaml:1",
    ) in problems(city)


def test_all_problems_come_together(city: Path) -> None:
    change(city / "knowledge/entries.yaml", "as_of: 2032", "as_of: May")
    change(city / "uk/knowledge/entities.yaml", "short: Рада", "shorts: Рада")
    (city / "en/knowledge/sources.yaml").unlink()
    files = {problem.file for problem in problems(city)}
    assert {"knowledge/entries.yaml", "uk/knowledge/entities.yaml", "en/knowledge/sources.yaml"} <= files


def test_folder_without_content_is_a_problem(tmp_path: Path) -> None:
    assert Problem("content.yaml", 1, "the file is missing") in problems(tmp_path)
