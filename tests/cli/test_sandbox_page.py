"""The main job end to end, as somebody with a fresh clone would do it: the command, the page, a browser."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.browser import ARGUMENTS, CHROMIUM, needs_chromium

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """`ogp-bot sandbox` running in an empty folder, by the address that it prints."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("OGP_BOT_", "LC_", "LANG"))
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sandbox", "--port", "0",
        cwd=tmp_path, env={**environment, "PYTHONPATH": str(ROOT)}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    yield found.group()
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 20) == 0


class Phone:
    """The chat page, as one uses it."""

    def __init__(self, page) -> None:
        self.page = page

    async def be(self, name: str) -> None:
        await self.page.locator("#people button", has_text=name).click()

    async def type(self, text: str) -> None:
        await self.page.locator("#text").fill(text)
        await self.page.locator("#text").press("Enter")

    async def press(self, label: str) -> None:
        await self.page.locator("#log button", has_text=label).last.click()

    async def sees(self, text: str) -> None:
        await self.page.locator("#log", has_text=text).wait_for()

    async def shot(self, name: str) -> None:
        """For looking at: with OGP_TEST_SHOTS set to a folder, every screen is kept there."""
        if folder := os.environ.get("OGP_TEST_SHOTS"):
            size = self.page.viewport_size
            await self.page.screenshot(path=f"{folder}/{size['width']}-{name}.png")


@needs_chromium
@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
async def test_citizen_asks_subscribes_proposes_and_officer_publishes_and_pulls(address, width, height):
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(15_000)
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(address)
        phone = Phone(page)

        await phone.be("Олена")
        await phone.shot("01-empty")
        await page.locator("#start-button").click()
        await phone.sees("Написати пропозицію")
        await phone.shot("02-menu")

        await phone.type("Коли затвердили четвертий план дій?")
        await phone.sees("18 грудня 2018 року")
        await phone.sees("Джерело:")
        await phone.shot("03-answer")

        await phone.type("/subscribe")
        await phone.sees("Вимкнути сповіщення")
        await phone.shot("04-subscribed")

        await phone.type("/propose")
        await phone.sees("Крок 1 з 16")
        await phone.shot("05-title")
        await phone.press("Лише обов’язкове")
        await phone.sees("Крок 1 з 8")
        await phone.type("Відкриті дані про ремонт доріг")
        await phone.sees("Крок 2 з 8")
        await phone.type("Ніхто не знає, скільки коштує ремонт кожної вулиці.")
        await phone.sees("Крок 3 з 8")
        await phone.type("Щомісяця публікувати вартість і підрядника кожного ремонту.")
        await phone.sees("Крок 4 з 8")
        await phone.type("Кожен бачить, скільки коштує ремонт його вулиці.")
        await phone.sees("Крок 5 з 8")
        await phone.press("Доступ до інформації")
        await phone.sees("✓ Доступ до інформації")
        await phone.press("Далі")
        await phone.sees("Крок 6 з 8")
        await phone.shot("05-identity")
        await phone.press("Анонімно")
        await phone.sees("Надіслати пропозицію")
        await phone.shot("06-preview")
        await phone.press("Надіслати пропозицію")
        await phone.sees("Погодитися й надіслати")
        await phone.shot("07-consent")
        await phone.press("Погодитися й надіслати")
        await phone.sees("UA-2026-0001" if "2026" in await page.inner_text("#log") else "-0001")
        await phone.shot("08-receipt")

        await phone.be("форум секретаріату")
        await page.locator("#topic option", has_text="-0001 · Отримано").wait_for(state="attached")
        topic = await page.locator("#topic option", has_text="-0001").get_attribute("value")
        await page.locator("#topic").select_option(value=topic)
        await phone.sees("Нова пропозиція")
        await phone.type("/answer Яких саме вулиць?")
        await phone.sees("Автор отримає запитання")
        await phone.shot("08-topic")
        await phone.press("Не надсилати")
        await phone.sees("Не надіслано")

        await phone.be("Марія")
        await page.locator("#start-button").click()
        await phone.sees("Написати пропозицію")
        await phone.type("/publish")
        await phone.sees("Які дані про ремонт")
        await phone.shot("09-unpublished")
        await phone.press("Які дані про ремонт")
        await phone.sees("Оприлюднити консультацію")
        await phone.shot("10-publish-preview")
        await phone.press("Оприлюднити консультацію")
        await phone.shot("11-published")
        await phone.type("/export")
        await phone.sees("Оберіть, що вивантажити")
        await phone.press("Усі (1)")
        await phone.sees("Вивантаження: формат")
        await phone.shot("12-export-form")
        await phone.press("Вивантажити CSV")
        await page.locator("#log a[download]").last.wait_for()
        async with page.expect_download() as download:
            await page.locator("#log a[download]").last.click()
        table = Path(await (await download.value).path()).read_text(encoding="utf-8-sig")
        assert "Відкриті дані про ремонт доріг" in table
        assert table.startswith("reference,status,submitted_at")
        await phone.shot("12-export")

        await phone.be("Олена")
        await phone.sees("Вимкнути сповіщення")
        await phone.sees("Які дані про ремонт доріг варто відкрити")
        await phone.shot("13-alert")
        await phone.press("Читати консультацію")
        await phone.shot("14-consultation")

        await phone.be("Alex")
        await page.locator("#start-button").click()
        await phone.sees("Write a proposal")
        await phone.type("When was the fourth plan approved?")
        await phone.sees("18 December 2018")
        await phone.shot("15-english")
        assert problems == []
        await browser.close()
