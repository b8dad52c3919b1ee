"""Commitments as content: what is checked of them, and what ours say."""

import re
import shutil
from pathlib import Path

import pytest

from bot.app import check_content
from bot.domain.knowledge import EntityId, Knowledge
from bot.services.knowledge import load_knowledge
from bot.settings import SHIPPED

CITY = Path(__file__).parents[1] / "search" / "content"
GUIDE = (SHIPPED / "README.md").read_text(encoding="utf-8")
NEUTRAL = """\
paths:
  plan: programme-1
  code: '3'
  period: {start: '2031', end: 2032-06}
  sources: [hall]
  as_of: '2031'
  entry: programme-1-when
squares:
  plan: programme-2
  code: '3'
  sources: [hall]
  as_of: '2033'
"""
TITLES = "paths:\n  title: Lit paths\n  bodies: Office of Lanterns\nsquares:\n  title: Lit squares\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A city with two commitments; one code in two plans is two."""
    folder = Path(shutil.copytree(CITY, tmp_path / "city"))
    (folder / "knowledge/commitments.yaml").write_text(NEUTRAL, encoding="utf-8")
    for language in ("en", "uk"):
        (folder / language / "knowledge/commitments.yaml").write_text(TITLES, encoding="utf-8")
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_commitments_are_read_in_the_order_of_their_plan(city: Path) -> None:
    found = check_content(city)
    assert (found.problems, found.warnings) == ((), ())
    knowledge = load_knowledge(city)
    (paths,) = knowledge.commitments_of(EntityId("programme-1"))
    assert (paths.code, paths.text("en").bodies, paths.period.last.isoformat()) == (
        "3",
        "Office of Lanterns",
        "2032-06-30",
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "kind"),
    [
        ("knowledge/commitments.yaml", "plan: programme-1", "plan: programme-9", 2, "entity"),
        ("knowledge/commitments.yaml", "plan: programme-1", "plan: board", 2, "plan"),
        ("knowledge/commitments.yaml", "entry: programme-1-when", "entry: nothing", 7, "entry"),
        ("knowledge/commitments.yaml", "sources: [hall]", "sources: [nowhere]", 5, "source"),
        ("knowledge/commitments.yaml", "end: 2032-06", "end: '2030'", 4, "period"),
        ("knowledge/commitments.yaml", "plan: programme-2", "plan: programme-1", 10, "code-twice"),
        ("knowledge/commitments.yaml", "squares:", "paths:", 8, "twice"),
        ("knowledge/commitments.yaml", "  plan: programme-2\n", "", 8, "field"),
        ("knowledge/commitments.yaml", "squares:", f"{'s' * 37}:", 8, "shorter"),
        ("en/knowledge/commitments.yaml", "squares:\n  title: Lit squares\n", "", 8, "translation"),
        ("en/knowledge/commitments.yaml", "squares:", "circles:", 4, "neutral"),
        ("en/knowledge/commitments.yaml", "title: Lit paths", f"title: {'x' * 201}", 2, "shorter"),
    ],
)
def test_fault_names_its_file_and_line(
    city: Path, file: str, old: str, new: str, line: int, kind: str
) -> None:
    change(city / file, old, new)
    found = [one[:3] for one in check_content(city).problems]
    place = "knowledge/commitments.yaml" if kind == "translation" else file
    assert (place, line, kind) in found


def test_content_without_commitments_is_sound() -> None:
    assert load_knowledge(CITY).commitments == {}


def test_example_of_the_guide_is_sound(city: Path) -> None:
    (text,) = re.findall(r"```yaml\n# knowledge/commitments.yaml\n(.*?)```", GUIDE, re.DOTALL)
    neutral, texts = text.split("# en/knowledge/commitments.yaml\n")
    (city / "knowledge/commitments.yaml").write_text(neutral, encoding="utf-8")
    for language in ("en", "uk"):
        (city / language / "knowledge/commitments.yaml").write_text(texts, encoding="utf-8")
    assert check_content(city).problems == ()
    assert len(load_knowledge(city).commitments) == 1


def test_ours_are_only_what_a_source_establishes(knowledge: Knowledge) -> None:
    plan = EntityId("plan-6")
    listed = knowledge.commitments_of(plan)
    assert [one.code for one in listed] == ["UA0101", "UA0103", "UA0104", "", "UA0106", "UA0110"]
    assert knowledge.entities[plan].commitments == 10
    for one in listed:
        assert one.entry in knowledge.entries
        assert {text.title for text in one.texts.values()}.isdisjoint({""})
    (unnumbered,) = (one for one in listed if not one.code)
    assert not any(text.bodies for text in unnumbered.texts.values())


def test_every_code_stands_at_its_source(knowledge: Knowledge) -> None:
    for one in knowledge.commitments.values():
        if one.code:
            assert one.code.lower() in knowledge.sources[one.sources[0]].url.lower()
