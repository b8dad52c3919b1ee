"""Another city's bot: its own content, texts, languages, prefix and zone, and nothing of Ukraine."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.people import Actor
from bot.sandbox import ChatMessage, Person, Sandbox
from bot.settings import Settings
from tests.flows.conftest import OFFICER, House
from tests.flows.crawling import Crawl
from tests.flows.scenes import press, submit, write

CITY = Path(__file__).parents[1] / "search" / "content"
COUNTRY = re.compile(r"ukrain|україн|kyiv|kiev|київ|києв|cabinet|кабінет|kmu\.gov|\bUA-", re.IGNORECASE)
#: The city writes in this language too; a language is not a country.
LANGUAGE = re.compile(r"українськ(?:а|ою)\b|in Ukrainian only", re.IGNORECASE)


@pytest.fixture
def settings(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("OGP_BOT_CONTENT", str(CITY))
    monkeypatch.setenv("OGP_BOT_LANGUAGE", "en")
    monkeypatch.setenv("OGP_BOT_TIMEZONE", "America/New_York")
    return Settings(
        _env_file=None,
        token=sandbox.token,
        api_url=sandbox.url,
        database=tmp_path / "bot.sqlite3",
        admins=frozenset({OFFICER}),
    )


def foreign(message: ChatMessage) -> list[str]:
    """What on a screen speaks of a country that is not the city's."""
    said = [message.text, *message.labels, *(button.url or "" for row in message.buttons for button in row)]
    return [text for text in said if COUNTRY.search(LANGUAGE.sub("", text))]


async def test_question_is_answered_from_the_citys_content(alex: Person):
    shown = await write(alex, "When was programme II adopted?")
    assert "9 May 2033" in shown.text
    assert "Verbivka town hall" in shown.text


async def test_person_of_another_language_is_spoken_to_in_the_citys_first(house: House, sandbox: Sandbox):
    jean = sandbox.add_person(2001, "Jean", language_code="fr")
    assert "Welcome to Lit Streets" in (await write(jean, "/start")).text


async def test_menu_and_about_speak_of_the_citys_own_initiative(olena: Person, alex: Person):
    assert "About Lit Streets" in (await write(alex, "/menu")).labels
    about = await write(alex, "/about")
    assert {"Lit Streets", "Contact"} <= set(about.labels)
    assert "Про «Світлі вулиці»" in (await write(olena, "/about")).text


async def test_plans_are_the_citys_and_stand_on_its_axis(alex: Person):
    listed = await write(alex, "/plans")
    assert listed.labels[:2] == ["Programme 1", "Programme 2"]
    picture = await press(alex, "Show the timeline")
    assert picture.photo is not None
    assert "3 March 2031" in picture.text
    assert "Fourth" not in picture.text


async def test_contact_is_the_citys(alex: Person):
    assert "Lantern Square" in (await write(alex, "/contact")).text


async def test_reference_has_the_citys_prefix(house: House, alex: Person):
    receipt = await submit(alex)
    reference = f"VERB-{datetime.now(UTC).astimezone(house.settings.zone).year}-0001"
    assert reference in receipt.text
    assert reference in (await write(alex, "/my")).text + "".join(alex.chat.last.labels)
    assert (await write(alex, f"What about {reference}?")).text == alex.chat.last.text


async def test_times_are_the_citys(house: House, alex: Person):
    await house.consult()
    shown = await write(alex, "/consultations")
    assert "New York time" in f"{shown.text} {(await press(alex, shown.labels[0])).text}"


@pytest.mark.parametrize("code", ["en", "uk"])
async def test_no_screen_speaks_of_ukraine(house: House, sandbox: Sandbox, alex: Person, code: str):
    walker = sandbox.add_person(OFFICER, "Walker", language_code=code)
    await house.consult(publish=False)
    crawl = Crawl(sandbox, walker)

    async def alert() -> None:
        await house.services.consultations.publish("open-data", Actor.operator())

    commands = [one["command"] for one in alex.commands if one["command"] != "start"]
    await crawl.walk([*commands, "staff", "inbox", "stats"], alert())
    assert len(crawl.seen) > 40
    assert [(one.path, text) for one in crawl.seen for text in foreign(one.message)] == []
    assert [one for one in alex.commands if COUNTRY.search(LANGUAGE.sub("", one["description"]))] == []


async def test_what_telegram_shows_of_the_bot_is_the_citys(sandbox: Sandbox, alex: Person):
    await alex.wait_quiet()
    for told in (sandbox.descriptions, sandbox.short_descriptions):
        assert "Verbivka" in told[""]
        assert "Verbivka" in told["en"]
        assert "Вербів" in told["uk"]
