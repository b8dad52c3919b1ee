import asyncio
import base64
import json

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.sandbox import Sandbox
from tests.browser import ARGUMENTS, CHROMIUM, needs_chromium


@pytest.fixture
async def client(sandbox):
    async with aiohttp.ClientSession(base_url=sandbox.url) as session:
        yield session


async def test_page_and_its_files_are_served(client):
    async with client.get("/") as response:
        assert response.status == 200
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    for name in ("main.js", "style.css", "strings.json", "icon.svg"):
        async with client.get(f"/sandbox/page/{name}") as response:
            assert response.status == 200
    for name in ("nothing.js", "..", "web.py"):
        async with client.get(f"/sandbox/page/{name}") as response:
            assert response.status == 404


async def test_page_speaks_both_languages_completely(client):
    async with client.get("/sandbox/page/strings.json") as response:
        strings = json.loads(await response.text())
    assert strings["uk"].keys() == strings["en"].keys()
    assert strings["uk"]["kinds"].keys() == strings["en"]["kinds"].keys()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example:80"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({}, 200),
    ],
)
async def test_other_sites_cannot_act_for_the_person(client, olena, headers, status):
    body = json.dumps({"text": "x"})
    given = {"Content-Type": "application/json", **headers}
    async with client.post("/sandbox/api/chats/1001/send", data=body, headers=given) as response:
        assert response.status == status
    assert len(olena.chat.messages) == (2 if status == 200 else 1)


@pytest.mark.parametrize("path", ["/", "/sandbox/api/state", "/sandbox/events"])
async def test_rebound_names_are_refused_on_reading_too(client, path):
    async with client.get(path, headers={"Host": "evil.example:8000"}) as response:
        assert response.status == 403


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("send", {"text": " "}),
        ("send", {"text": "x" * 4097}),
        ("press", {"message_id": "1"}),
        ("edit", {"message_id": 999, "text": "x"}),
        ("upload", {"content": "%%%"}),
        ("send", []),
    ],
)
async def test_wrong_requests_of_the_page_are_refused(client, olena, action, body):
    async with client.post(f"/sandbox/api/chats/1001/{action}", json=body) as response:
        assert response.status == 400


async def test_page_acts_through_the_same_people(client, bot, sandbox, olena):
    async def post(action, **body):
        async with client.post(f"/sandbox/api/chats/1001/{action}", json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    sent = await post("send", text="привіт")
    await post("edit", message_id=sent["id"], text="вітаю")
    content = base64.b64encode(b"%PDF").decode()
    await post("upload", name="a.pdf", mime="application/pdf", content=content)
    await bot.send_message(1001, "x", reply_markup=ReplyKeyboardMarkup([["Так"]]))
    assert (await post("keyboard", text="Так"))["text"] == "Так"
    await post("person", language="en")
    await post("person", blocked=True)
    kinds = [next(key for key in update if key != "update_id") for update in sandbox.pending_updates()]
    assert kinds == ["message", "message", "edited_message", "message", "message", "my_chat_member"]
    assert (olena.language_code, olena.chat.is_blocked) == ("en", True)


async def test_html_file_is_never_shown_as_a_page(client, olena):
    message = await olena.send_document("x.html", b"<script>alert(1)</script>", "text/html")
    async with client.get(f"/sandbox/files/{message.file.file_id}") as response:
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.content_type == "application/octet-stream"


async def test_events_tell_what_the_bot_says(client, bot, olena):
    async with client.get("/sandbox/events") as response:
        await response.content.readuntil(b"\n\n")
        await bot.send_message(1001, "<b>a</b> &lt;script&gt;", parse_mode="HTML")
        event = json.loads((await response.content.readuntil(b"\n\n")).removeprefix(b"data: "))
    assert event["event"] == "message"
    assert event["message"]["html"] == "<b>a</b> &lt;script&gt;"


async def _serve(bot: Bot) -> None:
    """A bot small enough to know what the page must show."""
    keyboard = InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton("Далі", callback_data="next"),
                InlineKeyboardButton("Увага", callback_data="!"),
            ],
            [InlineKeyboardButton("Статус", url="https://t.me/ogp_sandbox_bot?start=p_1")],
        ]
    )
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=20):
            offset = update.update_id + 1
            if query := update.callback_query:
                await query.answer(
                    "Читайте" if query.data == "!" else "Збережено", show_alert=query.data == "!"
                )
                if query.data == "next":
                    await query.message.edit_text("<i>Крок 2</i>", parse_mode="HTML", reply_markup=keyboard)
            elif message := update.message:
                if message.document:
                    await bot.send_document(message.chat.id, b"a,b", filename="відповідь.csv")
                else:
                    text = f"<b>Меню</b> {message.text}"
                    await bot.send_message(message.chat.id, text, parse_mode="HTML", reply_markup=keyboard)


@pytest.fixture
async def page():
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=ARGUMENTS,
        )
        page = await browser.new_page(viewport={"width": 360, "height": 740})
        page.set_default_timeout(5000)
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda line: line.type == "error" and page.problems.append(line.text))
        yield page
        await browser.close()


@needs_chromium
@pytest.mark.browser
async def test_person_uses_the_bot_in_a_browser(page, bot, sandbox, tmp_path):
    olena = sandbox.add_person(id=1001, first_name="Олена", caption={"uk": "Громадянка", "en": "Citizen"})
    taras = sandbox.add_person(id=1002, first_name="Тарас")
    await bot.set_my_description("Опис бота")
    await bot.set_my_commands([("help", "Допомога")])
    serving = asyncio.create_task(_serve(bot))
    await page.goto(f"{sandbox.url}/")
    await page.locator(".welcome", has_text="Опис бота").wait_for()
    await page.get_by_role("button", name="Почати").click()
    await page.locator(".other b", has_text="Меню").wait_for()

    await page.get_by_role("button", name="Далі").click()
    await page.locator(".other i", has_text="Крок 2").wait_for()
    await page.locator("#toast", has_text="Збережено").wait_for()
    await page.get_by_role("button", name="Увага").click()
    await page.locator("dialog[open]", has_text="Читайте").wait_for()
    await page.get_by_role("button", name="Добре").click()
    await page.get_by_role("button", name="Статус").click()
    await page.locator(".other .text", has_text="Меню /start p_1").wait_for()

    await page.get_by_role("button", name="Команди бота").click()
    await page.get_by_role("button", name="/help").click()
    await page.locator(".other .text", has_text="Меню /help").wait_for()
    await page.locator("#text").fill("перший рядок")
    await page.locator("#text").press("Shift+Enter")
    await page.locator("#text").press_sequentially("другий")
    await page.locator("#text").press("Enter")
    await page.locator(".other .text", has_text="другий").wait_for()
    assert any(message.text == "перший рядок\nдругий" for message in olena.chat.messages)

    own = page.locator(".message.own").last
    await own.hover()
    await own.get_by_role("button", name="Змінити").click()
    await page.locator("#text").fill("виправлено")
    await page.locator("#text").press("Enter")
    await page.locator(".own .footer", has_text="змінено").wait_for()

    upload = tmp_path / "план.txt"
    upload.write_text("зміст")
    await page.set_input_files("#file", upload)
    link = page.get_by_role("link", name="відповідь.csv")
    async with page.expect_download() as download:
        await link.click()
    assert (await (await download.value).path()).read_bytes() == b"a,b"

    await taras.send("/start")
    await page.locator("[data-chat='1002'] .unread", has_text="1").wait_for()
    await page.get_by_role("button", name="English").click()
    await page.get_by_text("Citizen").last.wait_for()
    assert await page.evaluate("document.documentElement.lang") == "en"
    await page.get_by_role("button", name="Actions for this person").click()
    await page.get_by_role("button", name="Block the bot").click()
    await page.get_by_role("button", name="Unblock the bot").wait_for()
    assert olena.chat.is_blocked
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360, "nothing is wider than a phone"
    assert page.problems == []
    assert sandbox.violations == []
    serving.cancel()


@needs_chromium
@pytest.mark.browser
async def test_page_recovers_after_the_sandbox_was_restarted(page):
    sandbox = Sandbox()
    olena = sandbox.add_person(id=1, first_name="Олена")
    await sandbox.start()
    await page.goto(f"{sandbox.url}/")
    await page.get_by_role("button", name="Почати").wait_for()
    await sandbox.stop()
    await olena.send("поки сторінка не чула")
    await sandbox.start()
    await page.locator(".own", has_text="поки сторінка не чула").wait_for()
    await sandbox.stop()


async def test_page_shows_and_serves_the_topics_of_a_forum(client, bot, sandbox, olena):
    forum = sandbox.add_group(
        -1_001_234_567_890, "Секретаріат", members=[olena], is_forum=True, bot_status="administrator"
    )
    thread = (await bot.create_forum_topic(forum.id, "UA-2026-0001")).message_thread_id
    sent = await bot.send_message(forum.id, "справа", message_thread_id=thread)

    async def post(action, **body):
        path = f"/sandbox/api/chats/{forum.id}/{action}"
        async with client.post(path, json={"as": 1001, **body}) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    answer = await post("send", text="між нами", topic=thread, reply_to=sent.message_id)
    assert (answer["topic"], answer["reply_to"]["text"]) == (thread, "справа")
    assert "reply_to" not in await post("send", text="інше", topic=thread)
    assert (await post("send", text="усім", topic=999))["topic"] == 0
    async with client.get(f"/sandbox/api/chats/{forum.id}") as response:
        chat = await response.json()
    assert [topic["name"] for topic in chat["topics"]] == ["", "UA-2026-0001"]
    assert chat["messages"][0]["service"] == "forum_topic_created"
    await post("group", manages_topics=False)
    assert not forum.may("can_manage_topics")
    await post("group", manages_topics=True)
    assert forum.may("can_manage_topics")
    await post("group", delete_topic=thread)
    assert forum.forum.topics == {}


@needs_chromium
@pytest.mark.browser
async def test_person_writes_in_a_topic_in_a_browser(page, bot, sandbox):
    maria = sandbox.add_person(id=1003, first_name="Марія")
    forum = sandbox.add_group(
        -1_001_234_567_890, "Секретаріат", members=[maria], is_forum=True, bot_status="administrator"
    )
    thread = (await bot.create_forum_topic(forum.id, "UA-2026-0001")).message_thread_id
    await bot.send_message(forum.id, "справа", message_thread_id=thread)
    await page.goto(f"{sandbox.url}/")
    await page.locator("#people button", has_text="Секретаріат").click()
    await page.locator("#topic").select_option(label="UA-2026-0001")
    await page.locator(".service", has_text="Створено тему «UA-2026-0001»").wait_for()
    case = page.locator(".message.other", has_text="справа")
    await case.hover()
    await case.get_by_role("button", name="Відповісти").click()
    await page.locator("#text").fill("/answer Так.")
    await page.locator("#text").press("Enter")
    await page.locator(".own .quote", has_text="справа").wait_for()
    assert forum.last.raw["message_thread_id"] == thread
    await bot.edit_forum_topic(forum.id, thread, name="UA-2026-0001 · Прийнято")
    await bot.close_forum_topic(forum.id, thread)
    await page.locator("#topic option", has_text="UA-2026-0001 · Прийнято (закрита)").wait_for(
        state="attached"
    )
    await page.locator(".service", has_text="Тему закрито").wait_for()
    await page.get_by_role("button", name="Дії з людиною").click()
    await page.get_by_role("button", name="Видалити цю тему").click()
    await page.locator("#topic option", has_text="UA-2026").wait_for(state="detached")
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360, "nothing is wider than a phone"
    assert page.problems == []
