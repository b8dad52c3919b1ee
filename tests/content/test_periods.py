"""The dates that the timeline is drawn from are those that the answers name."""

import re
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts

YEARS = re.compile(r"(\d{4})–(\d{4})")


@pytest.fixture(scope="module")
def texts(folder) -> Texts:
    return Texts.load(folder, languages=["uk", "en"], zone=ZoneInfo("Europe/Kyiv"), strict=True)


@pytest.mark.parametrize("language", ["uk", "en"])
def test_period_is_what_the_answer_on_the_years_says_first(knowledge, language):
    plans = knowledge.of_kind("plan")
    assert len(plans) == 7
    for plan in plans:
        said = YEARS.search(knowledge.entries[f"{plan.id}-years"].texts[language].fact)
        assert said, plan.id
        assert (str(plan.period.first.year), str(plan.period.last.year)) == said.groups(), plan.id


@pytest.mark.parametrize("language", ["uk", "en"])
def test_day_of_approval_is_the_answers(knowledge, texts, language):
    say = texts.speaker(language)
    for plan in knowledge.of_kind("plan"):
        entry = knowledge.entries.get(f"{plan.id}-when")
        assert (plan.adopted is None) == (entry is None), plan.id
        if entry is not None:
            assert say.as_of(plan.adopted) in entry.texts[language].fact.replace("\u00a0", " "), plan.id
