"""The timeline of all plans: what stands on it, and its picture."""

import asyncio
import struct
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.knowledge import Knowledge, Period
from bot.services.knowledge import load_knowledge
from bot.services.timeline import WIDTH, Timelines, draw, timeline_of
from bot.texts import Texts
from tests.texts.shipped import LANGUAGES, ROOT

#: Telegram, sendPhoto: width and height together at most 10,000.
MOST_SIDES = 10_000


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "locales")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load(ROOT / "locales", languages=LANGUAGES, zone=ZoneInfo("Europe/Kyiv"), strict=True)


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def with_plans(knowledge: Knowledge, **periods: Period | None) -> Knowledge:
    return knowledge.model_copy(
        update={
            "entities": {
                name: one.model_copy(update={"period": periods[name.replace("-", "_")], "adopted": None})
                if name.replace("-", "_") in periods
                else one
                for name, one in knowledge.entities.items()
                if one.kind != "plan" or name.replace("-", "_") in periods
            }
        }
    )


def test_timeline_says_years_and_approval_in_the_persons_language(knowledge, texts):
    for language, approved, unconfirmed in [
        ("uk", "затверджено 18 грудня 2018 року", "затвердження не підтверджено"),
        ("en", "approved on 18 December 2018", "approval not confirmed"),
    ]:
        timeline = timeline_of(texts.speaker(language), knowledge)
        assert [bar.label for bar in timeline.bars] == [
            plan.texts[language].short for plan in knowledge.of_kind("plan")
        ]
        assert (timeline.bars[3].note, timeline.bars[6].note) == (approved, unconfirmed)
        assert "2026" in timeline.as_of


def test_year_lasts_to_its_last_day(knowledge, texts):
    first = timeline_of(texts.speaker("uk"), knowledge).bars[0]
    assert (first.first, first.last, first.adopted) == (
        date(2012, 1, 1),
        date(2013, 12, 31),
        date(2012, 4, 5),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_of_seven_plans_fits_a_phone(knowledge, texts, language):
    assert size_of(draw(timeline_of(texts.speaker(language), knowledge))) == (WIDTH, 1350)


@pytest.mark.parametrize(
    "period",
    [
        Period(start="2026", end="2026"),
        Period(start="1990", end="2055"),
        Period(start="2026-02", end="2026-02"),
    ],
)
def test_picture_of_one_plan_of_any_length_is_drawn(knowledge, texts, period):
    width, height = size_of(draw(timeline_of(texts.speaker("uk"), with_plans(knowledge, plan_7=period))))
    assert width == WIDTH
    assert width + height <= MOST_SIDES


def test_content_that_states_no_years_has_no_timeline(knowledge, texts):
    assert timeline_of(texts.speaker("uk"), with_plans(knowledge, plan_7=None)) is None
    assert timeline_of(texts.speaker("uk"), with_plans(knowledge)) is None


async def test_picture_is_drawn_once_a_language_and_content(knowledge, texts):
    timelines = Timelines()
    ukrainian, again, english = await asyncio.gather(
        *(timelines.picture(timeline_of(texts.speaker(code), knowledge)) for code in ("uk", "uk", "en"))
    )
    assert ukrainian is again
    assert ukrainian != english
    changed = with_plans(knowledge, plan_7=Period(start="2026", end="2028"))
    assert await timelines.picture(timeline_of(texts.speaker("uk"), changed)) != ukrainian
