"""Personal data: what is said about it, its copy, its end."""

import json
import re
import sqlite3

import pytest

from bot.sandbox import Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import ANSWERS, CONTACT, TITLE, click, draft, press, submit, write


async def test_privacy_says_what_is_kept_and_offers_copy_and_erasure(olena: Person, alex: Person):
    shown = await write(olena, "/privacy")
    assert "Що зберігає бот" in shown.text
    assert shown.labels == [
        "Отримати копію даних",
        "Видалити мої дані",
        "Тихі години",
        "Прочитати правила",
        "‹ Меню",
    ]
    assert "Резервні копії зберігаються щонайбільше 30 днів" in shown.text
    shown = await write(alex, "/privacy")
    assert "What the bot keeps" in shown.text
    assert "Backups are kept for at most 30 days" in shown.text


async def test_copy_has_everything_in_one_document(olena: Person, alex: Person):
    await write(olena, "/subscribe")
    await submit(olena)
    await submit(alex, title="Roads and their repairs")
    await draft(olena, upto=2)
    shown = await write(olena, "/mydata")
    assert shown.document.name == "my-data.json"
    copy = json.loads(shown.document.content)
    assert copy["person_id"] == olena.id
    assert [proposal["contact"] for proposal in copy["proposals"]] == [CONTACT]
    assert copy["drafts"][0]["answers"]["title"] == TITLE
    assert len(copy["subscriptions"]) == 1
    assert str(alex.id) not in shown.document.content.decode()


async def test_erasure_is_asked_about_and_can_be_thought_better_of(house: House, olena: Person):
    await submit(olena)
    shown = await write(olena, "/delete")
    assert "Видалити ваші дані?" in shown.text
    assert "У вас 1 пропозиція." in shown.text
    assert shown.labels[0] == "Отримати копію даних"
    assert "Що зберігає бот" in (await press(olena, "‹ Назад")).text
    assert len(await house.services.proposals.mine(olena.id)) == 1


@pytest.mark.parametrize(
    ("label", "state", "title"), [("Видалити все", "withdrawn", ""), ("Лишити пропозиції", "received", TITLE)]
)
async def test_erasure_leaves_nothing_of_the_person(house: House, olena: Person, label, state, title):
    await write(olena, "/subscribe")
    await submit(olena)
    await draft(olena, upto=2)
    await write(olena, "/delete")
    assert "Ваші дані видалено" in (await press(olena, label)).text
    await olena.wait_quiet()
    async with house.away():
        with sqlite3.connect(house.settings.database) as database:
            row = database.execute("SELECT author_id, contact, state, title FROM proposals").fetchone()
            dump = "\n".join(database.iterdump())
        database.close()
    assert row == (None, "", state, title)
    assert CONTACT not in dump
    assert "Олена" not in dump
    assert not re.search(rf"(?<![0-9a-f]){olena.id}(?![0-9a-f])", dump)  # a digest may have such figures


async def test_erasure_without_proposals_has_one_button_for_it(olena: Person, alex: Person):
    assert "Лишити пропозиції" not in (await write(olena, "/delete")).labels
    await write(alex, "/delete")
    assert "Your data are erased" in (await press(alex, "Erase everything")).text


async def test_after_erasure_the_person_begins_anew(house: House, olena: Person):
    await write(olena, "/language")
    await press(olena, "English")
    await submit(olena)
    await write(olena, "/delete")
    await press(olena, "Erase everything")
    shown = await press(olena, "‹ Menu")
    assert "Меню" in shown.text
    assert "ще не надіслали жодної" in (await write(olena, "/my")).text


async def test_buttons_from_before_the_erasure_find_nothing(olena: Person):
    receipt = await submit(olena)
    await write(olena, "/delete")
    await press(olena, "Видалити все")
    shown = await press(olena, "Показати пропозицію", message=receipt)
    assert "Пропозиції не знайдено" in shown.text
    for word in ANSWERS:
        assert word not in shown.text


async def test_own_proposals_are_nobody_elses(house: House, sandbox: Sandbox, olena: Person, alex: Person):
    await submit(olena)
    shown = await click(alex, "o:1")
    assert "Proposal not found" in shown.text
    assert TITLE not in shown.text
