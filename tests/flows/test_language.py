"""The person's language: from Telegram, chosen, remembered."""

import pytest

from bot.sandbox import Person
from tests.flows.conftest import House
from tests.flows.scenes import click, draft, press, write


async def test_language_follows_telegram_until_it_is_chosen(olena: Person):
    olena.language_code = "en"
    assert "Menu" in (await write(olena, "/menu")).text
    olena.language_code = "uk"
    assert "Меню" in (await write(olena, "/menu")).text


async def test_chosen_language_wins_over_telegrams_and_survives_a_restart(house: House, olena: Person):
    shown = await write(olena, "/language")
    assert shown.labels[:2] == ["Українська", "English"]
    assert "Language changed" in (await press(olena, "English")).text
    async with house.away():
        pass
    olena.language_code = "uk"
    assert "What the bot can do" in (await write(olena, "/help")).text
    await write(olena, "/language")
    assert "Мову змінено" in (await press(olena, "Українська")).text


async def test_language_can_be_chosen_in_the_middle_of_a_draft(olena: Person):
    await draft(olena, upto=2)
    await write(olena, "/language")
    shown = await press(olena, "English")
    assert "answer to the step “Solution”" in shown.text
    assert "Step 3 of 8" in (await press(olena, "Continue the draft")).text


@pytest.mark.parametrize("code", ["fr", "xx", "EN", "uk-UA", ""])
async def test_language_that_is_not_on_offer_changes_nothing(olena: Person, code):
    shown = await click(olena, f"lg:{code}")
    assert "Та кнопка вже не діє" in shown.text
    assert "Меню" in (await write(olena, "/menu")).text


async def test_screen_of_languages_can_be_recognised_in_either(alex: Person, olena: Person):
    assert "Мова · Language" in (await write(olena, "/menu")).labels
    assert "Language · Мова" in (await write(alex, "/menu")).labels
