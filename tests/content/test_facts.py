"""Every single fact of the official page is stated by some answer."""

from pathlib import Path

import pytest
import yaml

FACTS = yaml.safe_load(
    (Path(__file__).parents[2] / "locales" / "knowledge" / "facts.yaml").read_text(encoding="utf-8")
)


def test_inventory_covers_the_whole_page():
    sections = {item["section"] for item in FACTS}
    assert len(FACTS) >= 160
    assert sections == {
        "about", "members", "principles", "steering committee", "plan 1", "plan 2", "directions", "award",
        "plan 3", "plan 4", "plan 5", "coordination", "links",
    }  # fmt: skip


def test_no_fact_is_listed_twice():
    keys = [(item["section"], item["fact"]) for item in FACTS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("item", FACTS, ids=lambda item: item["fact"][:60])
def test_fact_is_stated_in_every_language(item, knowledge):
    assert item["entries"]
    for entry in item["entries"]:
        assert set(knowledge.entries[entry].texts) == set(knowledge.languages)
