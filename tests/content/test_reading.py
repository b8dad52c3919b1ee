"""Reading content: all of it or a list of what is wrong, each with file and line."""

import shutil
from pathlib import Path

import pytest

from bot.domain.knowledge import EntryId, Language
from bot.services.content.problems import ContentInvalid, Problem, problem
from bot.services.knowledge import load_knowledge

CITY = Path(__file__).parents[1] / "search" / "content"


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
    assert list(knowledge.entities) == ["lanterns", "programme-1", "programme-2", "board", "contact"]
    assert knowledge.entities["programme-2"].ordinal == 2
    entry = knowledge.entries[EntryId("programme-2-when")]
    assert (entry.as_of, entry.ages, entry.sources) == ("2033-05", True, ("hall",))
    assert entry.texts[Language("en")].fact == "The town hall adopted it on 9 May 2033."


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "kind", "args"),
    [
        ("knowledge/entries.yaml", "entity: board", "entity: bord", 34, "entity", {"name": "bord"}),
        (
            "knowledge/entries.yaml",
            "links: [gazette]",
            "links: [blog]",
            38,
            "source",
            {"field": "links", "name": "blog"},
        ),
        ("knowledge/entries.yaml", "as_of: 2032", "as_of: May", 21, "date", {"field": "as_of"}),
        ("knowledge/entries.yaml", "ages: true", "age: true", 27, "no-such-field", {"field": "age"}),
        (
            "knowledge/entities.yaml",
            'start: "2031"',
            'start: "2033"',
            7,
            "period",
            {"field": "period"},
        ),
        (
            "knowledge/entities.yaml",
            "adopted: 2031-03-03",
            "adopted: 2031-13",
            8,
            "date",
            {"field": "adopted"},
        ),
        ("knowledge/sources.yaml", "gazette:", "hall:", 4, "twice", {"name": "hall"}),
        ("knowledge/entities.yaml", "kind: initiative", "kind: [", 4, "yaml", {}),
        ("knowledge/entities.yaml", "kind: initiative", f"kind: {'[' * 50_000}", 2, "deep", {"name": "kind"}),
        ("knowledge/entities.yaml", "kind: initiative", "{a: b}: c", 2, "key", {"name": "lanterns"}),
        ("knowledge/entities.yaml", "kind: initiative", "kind: *lamp", 2, "alias", {"name": "kind"}),
        ("knowledge/entities.yaml", "kind: initiative", f"kind: {'a' * 300_000}", 1, "large", {}),
        ("knowledge/attributes.yaml", "count: {}", "count: many", 5, "fields", {"name": "count"}),
        ("en/knowledge/entries/all.yaml", "title: What Lit", "fact: What Lit", 3, "twice", {"name": "fact"}),
        ("en/knowledge/entries/all.yaml", "board-who:", "board-whom:", 25, "neutral", {"name": "board-whom"}),
        (
            "en/knowledge/entities.yaml",
            "short: Board",
            f"short: {'Board' * 9}",
            4,
            "shorter",
            {"field": "short", "most": "24"},
        ),
    ],
)
def test_every_problem_names_its_file_and_line(
    city: Path, file: str, old: str, new: str, line: int, kind: str, args: dict[str, str]
) -> None:
    change(city / file, old, new)
    found = problems(city)
    assert any(one[:3] == (file, line, kind) and args.items() <= dict(one.args).items() for one in found), (
        found
    )


def test_entry_without_a_translation_is_a_problem(city: Path) -> None:
    change(city / "uk/knowledge/sources.yaml", "gazette: {title: Вербівська газета}", "")
    assert problems(city) == (
        problem("knowledge/sources.yaml", 4, "translation", name="gazette", language="uk"),
    )


def test_entry_described_in_two_files_is_a_problem(city: Path) -> None:
    entries = city / "en/knowledge/entries"
    shutil.copy(entries / "all.yaml", entries / "more.yaml")
    assert problem(
        "en/knowledge/entries/more.yaml",
        1,
        "once",
        name="lanterns-what",
        first="en/knowledge/entries/all.yaml:1",
    ) in problems(city)


def test_all_problems_come_together(city: Path) -> None:
    change(city / "knowledge/entries.yaml", "as_of: 2032", "as_of: May")
    change(city / "uk/knowledge/entities.yaml", "short: Рада", "shorts: Рада")
    (city / "en/knowledge/sources.yaml").unlink()
    files = {problem.file for problem in problems(city)}
    assert {"knowledge/entries.yaml", "uk/knowledge/entities.yaml", "en/knowledge/sources.yaml"} <= files


def test_folder_without_content_is_a_problem(tmp_path: Path) -> None:
    assert problem("content.yaml", 1, "file") in problems(tmp_path)
