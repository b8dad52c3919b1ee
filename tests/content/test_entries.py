"""Answers hang together: one question each, next questions, sources."""

import re
from collections import Counter

import pytest


def test_each_attribute_of_an_entity_has_one_answer(knowledge):
    pairs = Counter((entry.entity, entry.attribute) for entry in knowledge.entries.values())
    assert [pair for pair, times in pairs.items() if times > 1] == []


def test_every_entity_attribute_and_source_is_used(knowledge):
    entries = knowledge.entries.values()
    assert set(knowledge.entities) == {entry.entity for entry in entries}
    assert set(knowledge.attributes) == {entry.attribute for entry in entries}
    assert set(knowledge.sources) == {source for entry in entries for source in entry.sources + entry.links}


def test_every_plan_has_an_overview(knowledge):
    plans = [entity.id for entity in knowledge.of_kind("plan")]
    assert plans == [f"plan-{ordinal}" for ordinal in range(1, 8)]
    for plan in plans:
        assert knowledge.about(plan)[0].attribute == "what"


def test_every_answer_leads_on(knowledge):
    for entry in knowledge.entries.values():
        assert 1 <= len(entry.related) <= 4, entry.id
        assert entry.id not in entry.related
        assert len(set(entry.related)) == len(entry.related), entry.id


def test_answer_that_ages_says_its_date(knowledge):
    for entry in knowledge.entries.values():
        if entry.ages:
            for text in entry.texts.values():
                assert re.search(r"20\d\d", f"{text.fact} {text.details}"), entry.id


@pytest.mark.parametrize("language", ["uk", "en"])
def test_answer_is_asked_for_in_many_ways(language, knowledge):
    few = {
        entry.id: len(entry.texts[language].variants)
        for entry in knowledge.entries.values()
        if len(entry.texts[language].variants) < 8
    }
    assert few == {}


@pytest.mark.parametrize("language", ["uk", "en"])
def test_no_way_of_asking_belongs_to_two_answers(language, knowledge):
    owners = Counter(
        variant.casefold()
        for entry in knowledge.entries.values()
        for variant in entry.texts[language].variants
    )
    assert [variant for variant, times in owners.items() if times > 1] == []


@pytest.mark.parametrize("language", ["uk", "en"])
def test_titles_are_all_different(language, knowledge):
    titles = Counter(entry.texts[language].title for entry in knowledge.entries.values())
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize("language", ["uk", "en"])
def test_no_two_buttons_are_alike(language, knowledge):
    for things in (knowledge.entities, knowledge.attributes):
        labels = Counter(
            getattr(thing.texts[language], "short", thing.texts[language].title) for thing in things.values()
        )
        assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("language", ["uk", "en"])
def test_details_are_short(language, knowledge):
    """At most three sentences beside a list."""
    long = []
    for entry in knowledge.entries.values():
        prose = [line for line in entry.texts[language].details.split("\n") if not line.startswith("• ")]
        text = " ".join(prose).replace("No. ", "No ").replace("www.", "")
        if sum(text.count(stop) for stop in (". ", "? ")) + text.endswith(".") > 3:
            long.append(entry.id)
    assert long == []
