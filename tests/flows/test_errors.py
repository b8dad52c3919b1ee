"""Buttons that are old, forged or nonsense, and chats that are none of ours: nothing breaks, nothing changes."""

import pytest

from bot.domain.drafts import Draft
from bot.sandbox import Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import PROBLEM, TITLE, click, draft, submit, write

GARBAGE = [
    "", "x", "zz:1", "m:1", "+", "++m", "c", "c:", "c:abc", "c:-1", f"c:{2**63}", f"c:{10**50}", "c:1.5", "c: ", "ps:-5",
    "pg:1:nonsense:0", "pg:1:title:maybe", "pg:1", "ex:2", "xp:exe", "lg:UK", "e:../../etc/passwd", "e:no-such",
    "n:", "o:', 1) --", "🙂" * 16, "\x00", "m\n",
]  # fmt: skip
OTHERS = ["pg:1:problem:0", "pk:1:contact", "px:1", "pc:1", "pp:1", "pt:1", "pm:1:1", "o:1"]


@pytest.mark.parametrize("data", GARBAGE)
async def test_garbage_behind_a_button_opens_a_fresh_menu(olena: Person, data):
    shown = await click(olena, data)
    assert "Та кнопка вже не діє" in shown.text
    assert "Нічого не втрачено" in shown.text
    assert "Написати пропозицію" in shown.labels
    assert sum(query.answered for query in olena.callbacks) == 1


async def test_old_button_in_english(alex: Person):
    assert "no longer works" in (await click(alex, "old:1:2:3")).text


async def test_old_button_leaves_the_message_and_an_open_draft_as_they_are(house: House, olena: Person):
    asked = await draft(olena, upto=1)
    shown = await click(olena, "old:1")
    assert "на крок «Проблема»" in shown.text
    assert olena.chat.by_id[asked.id].text == asked.text
    assert "Крок 3 з 8" in (await write(olena, PROBLEM)).text


async def kept(house: House, person: Person) -> Draft | None:
    """The person's draft, but for the message that shows it."""
    kept = await house.services.proposals.draft_of(person.id)
    return kept and kept.model_copy(update={"shown_id": None, "screen_id": None})


@pytest.mark.parametrize("data", OTHERS)
async def test_button_of_somebody_elses_draft_or_proposal_changes_nothing(
    house: House, olena: Person, alex: Person, data
):
    await house.consult()
    await submit(olena) if data == "o:1" else await draft(olena)
    before = await kept(house, olena)
    shown = await click(alex, data)
    assert TITLE not in shown.text
    assert "no longer there" in shown.text or "not found" in shown.text or "is deleted" in shown.text
    assert "‹ Menu" in shown.labels
    assert await kept(house, olena) == before
    assert not await house.services.proposals.mine(alex.id)


@pytest.mark.parametrize("data", ["c:999", "ps:999", f"c:{2**63 - 1}", "o:999", "pp:999", "pm:1:999"])
async def test_button_of_a_row_that_is_not_there_says_so(olena: Person, data):
    shown = await click(olena, data)
    assert "немає" in shown.text or "не знайдено" in shown.text
    assert "‹ Меню" in shown.labels


async def test_wordless_and_enormous_questions_are_answered(olena: Person):
    for text in ("🙂", "…", "а" * 4096, "\u202e\u200b", "<b>", "{ $x }", "%s %(x)s", "\\"):
        shown = await write(olena, text)
        assert "‹ Меню" in shown.labels, text
        assert "помилка бота" not in shown.text


async def test_groups_are_left_in_peace(house: House, sandbox: Sandbox, olena: Person):
    group = sandbox.add_group(-1_000_000_000_777, "Громада", members=[olena])
    await olena.wait_quiet()
    said = len([message for message in group.messages if message.from_bot])  # it has said who it is
    for text in ("Просто розмова", "/publish x", "/nonsense", "/help@another_bot", "/subscribe@another_bot"):
        await olena.send(text, chat=group)
    await olena.send_sticker(chat=group)
    await olena.wait_quiet()
    assert len([message for message in group.messages if message.from_bot]) == said
    assert await house.services.proposals.draft_of(olena.id) is None


async def test_flood_of_messages_is_answered_to_the_last(olena: Person):
    for _ in range(30):
        await olena.send("/help")
    while helped(olena) < 30:
        assert await olena.chat.changed.wait(30)
    await olena.wait_quiet()
    assert helped(olena) == 30


def helped(person: Person) -> int:
    """How often a person has been told what the bot can do."""
    return sum("Що вміє бот" in message.text for message in person.chat.messages)


async def test_screen_that_telegram_refuses_ends_in_a_word_and_an_answered_button(
    house: House, olena: Person, sandbox: Sandbox
) -> None:
    sandbox.faults.answer("sendMessage", 400)
    await olena.send("/help")
    refused = await olena.wait_for()
    assert "секретаріат" in refused.text
    await olena.send("/menu")
    await olena.wait_for("Меню")
    sandbox.faults.answer("editMessageText", 400)
    await olena.press("Про Ініціативу")
    told = await olena.wait_for()
    assert told.buttons
    assert all(query.answered for query in olena.callbacks)


async def test_button_is_answered_before_its_screen_has_had_its_turn(
    house: House, olena: Person, sandbox: Sandbox
) -> None:
    sandbox.faults.delay("editMessageText", 1.0)
    await olena.press("Про Ініціативу")
    await olena.wait_for_answer(timeout=0.8)


async def test_button_is_answered_once_when_its_screen_needs_another_try(
    house: House, olena: Person, sandbox: Sandbox
) -> None:
    sandbox.faults.drop("editMessageText", applied=False)
    await olena.press("Про Ініціативу")
    await olena.wait_for("Оберіть")
    await olena.wait_quiet()
    assert len(sandbox.calls_of("answerCallbackQuery")) == 1
