import asyncio
import datetime as dt

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox import Sandbox


def keyboard(**buttons):
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data)] for text, data in buttons.items()]
    )


async def last_update(bot):
    return (await bot.get_updates(offset=-1))[-1]


@pytest.mark.parametrize(
    ("kind", "send"),
    [
        ("sticker", lambda person: person.send_sticker()),
        ("voice", lambda person: person.send_voice()),
        ("photo", lambda person: person.send_photo(b"x", caption="/a")),
        ("document", lambda person: person.send_document("a.txt", b"x")),
        ("location", lambda person: person.send_location()),
        ("contact", lambda person: person.send_contact()),
        ("video", lambda person: person.send_medium("video", b"x", "video/mp4")),
        ("poll", lambda person: person.send_raw({"poll": {"id": "1", "question": "?", "options": []}})),
    ],
)
async def test_person_sends_everything_that_telegram_has(bot, sandbox, olena, kind, send):
    await send(olena)
    message = sandbox.pending_updates()[-1]["message"]
    assert kind in message
    if kind != "poll":
        assert getattr((await last_update(bot)).message, kind)


async def test_wait_for_finds_what_came_after_the_last_action_only(bot, olena):
    await bot.send_message(1001, "Меню")
    assert (await olena.wait_for("Меню")).text == "Меню"
    await olena.send("ще")
    with pytest.raises(AssertionError, match="'Меню' did not come"):
        await olena.wait_for("Меню", timeout=0.01)


async def test_wait_for_shows_the_chat_when_nothing_came(bot, olena):
    await bot.send_message(1001, "Оберіть", reply_markup=keyboard(Так="1"))
    with pytest.raises(AssertionError) as failure:
        await olena.wait_for("інше", timeout=0.01)
    assert "#1 Олена: /start\n#2 bot: Оберіть\n    [Так]" in str(failure.value)


async def test_wait_for_wakes_for_new_and_edited_messages(bot, olena):
    waiting = asyncio.create_task(olena.wait_for(lambda message: message.edited))
    sent = await bot.send_message(1001, "Шукаю…")
    await bot.edit_message_text("Знайдено", 1001, sent.message_id)
    assert (await waiting).text == "Знайдено"
    assert (await olena.wait_for("Шукаю")).text == "Шукаю…", "a state that passed counts"
    assert (await olena.wait_for()).id == sent.message_id


async def test_reply_after_an_action_of_somebody_else(bot, olena):
    reply = await olena.reply_after(bot.send_message(1001, "Нова консультація"), "консультація")
    assert reply.from_bot


async def test_pressed_button_is_the_newest_with_that_text(bot, olena):
    await bot.send_message(1001, "a", reply_markup=keyboard(Далі="old"))
    await bot.send_message(1001, "b", reply_markup=keyboard(Далі="new"))
    await olena.press("Далі")
    assert (await last_update(bot)).callback_query.data == "new"
    await olena.press("Далі", message=2)
    assert (await last_update(bot)).callback_query.data == "old"


async def test_press_without_such_a_button_shows_the_chat(olena):
    with pytest.raises(AssertionError, match="no button 'Ні'"):
        await olena.press("Ні")


async def test_forged_data_reaches_the_bot(bot, olena):
    sent = await bot.send_message(1001, "a", reply_markup=keyboard(Далі="x"))
    await olena.press(data="forged", message=sent.message_id)
    assert (await last_update(bot)).callback_query.data == "forged"


async def test_pressed_button_carries_the_message_as_it_is_now(bot, olena):
    sent = await bot.send_message(1001, "a", reply_markup=keyboard(Далі="x"))
    await bot.edit_message_text("b", 1001, sent.message_id)
    await olena.press(data="x", message=sent.message_id)
    assert (await last_update(bot)).callback_query.message.text == "b"
    await bot.delete_message(1001, sent.message_id)
    await olena.press(data="x", message=sent.message_id)
    assert not (await last_update(bot)).callback_query.message.is_accessible


async def test_link_that_starts_the_bot_is_followed(bot, olena):
    button = InlineKeyboardButton("Статус", url="https://t.me/ogp_sandbox_bot?start=p_UA-2026-0042")
    await bot.send_message(1001, "a", reply_markup=InlineKeyboardMarkup([[button]]))
    await olena.press("Статус")
    assert olena.chat.last.text == "/start p_UA-2026-0042"


async def test_edited_message_comes_as_an_update(bot, olena):
    sent = await olena.send("a")
    await olena.edit(sent.id, "b")
    update = await last_update(bot)
    assert (update.edited_message.text, update.edited_message.message_id) == ("b", sent.id)


async def test_language_of_later_updates_changes(bot, olena):
    olena.language_code = "en"
    await olena.send("x")
    assert (await last_update(bot)).effective_user.language_code == "en"


async def test_wait_for_answer_returns_alerts(bot, olena):
    await bot.send_message(1001, "a", reply_markup=keyboard(Далі="x"))
    await olena.press("Далі")
    query = (await last_update(bot)).callback_query
    await query.answer("Готово", show_alert=True)
    answer = await olena.wait_for_answer()
    assert (answer.text, answer.is_alert) == ("Готово", True)
    await olena.send("x")
    with pytest.raises(AssertionError):
        await olena.wait_for_answer(timeout=0.01)


async def test_wait_quiet_waits_for_updates_and_calls(bot, sandbox, olena):
    sandbox.latency = 0.02

    async def answer():
        offset = 0
        while batch := await bot.get_updates(offset=offset):
            offset = batch[-1].update_id + 1
            for update in batch:
                await bot.send_message(1001, update.message.text)

    answering = asyncio.create_task(answer())
    await olena.wait_quiet()
    assert olena.chat.last.text == "/start"
    assert olena.chat.last.from_bot
    await answering


async def test_wait_quiet_says_what_is_not_quiet(olena):
    with pytest.raises(AssertionError, match="1 updates not acknowledged"):
        await olena.wait_quiet(timeout=0.01)


async def test_dates_come_from_the_clock():
    moment = dt.datetime(2026, 11, 23, 18, 0, tzinfo=dt.UTC)
    async with Sandbox(clock=lambda: moment) as sandbox:
        person = sandbox.add_person(id=1, first_name="x")
        assert (await person.send("x")).date == moment
        async with Bot(sandbox.token, base_url=f"{sandbox.url}/bot") as bot:
            assert (await bot.send_message(1, "x")).date == moment
