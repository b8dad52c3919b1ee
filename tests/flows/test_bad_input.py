"""What nobody should send: markup, hidden directions, emoji, floods of characters, forged buttons and links."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from enum import StrEnum
from typing import Any

import pytest

from bot.domain.hidings import HidingStep, Rule
from bot.domain.letters import LONGEST
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import ProposalId
from bot.sandbox import Person
from bot.settings import Settings
from bot.ui.action import Action
from tests.flows.conftest import House
from tests.flows.scenes import PROBLEM, RESULT, SOLUTION, TITLE, begin, click, draft, follow, press, write
from tests.flows.submissions import send

#: Markup of Telegram's, of Fluent's and of a spreadsheet's, and half of an entity.
NASTY = "=<b>Дерева</b> & { $x } <a href='tg://user?id=1'>усім</a> &amp; *_`[x](y) <i"
HEBREW = "שקיפות תקציב העיר"
OVERRIDE = "Дерева\u202e для вулиць\u200b\u2066\ufeff"
FAILED = ("помилка бота", "bot made an error")


def all_of(person: Person) -> str:
    """Everything that the bot has ever shown in a chat, the edited states too."""
    return "\n".join(one.text for one in person.chat.since(0) if one.from_bot)


def labels_of(person: Person) -> str:
    return "\n".join(label for one in person.chat.messages if one.from_bot for label in one.labels)


async def test_markup_in_a_proposal_is_shown_as_typed_on_every_screen(
    house: House, olena: Person, alex: Person, officer: Person
):
    sent = await send(house, olena, title=NASTY, problem=f"{NASTY} Дерев на вулицях немає.")
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    assert proposal.title == NASTY
    assert NASTY in sent.text
    assert NASTY in (await officer.wait_for("Нова пропозиція")).text
    for person, data in (
        (olena, f"o:{proposal.id}"),
        (alex, f"br:{proposal.id}:0"),
        (alex, "bl:0:0:0"),
        (officer, f"fc:{proposal.id}:0"),
        (officer, "fq:waiting:0"),
        (officer, f"gr:{proposal.id}"),
        (officer, f"gh:{proposal.id}:insult"),
        (officer, f"fa:{proposal.id}"),
        (officer, f"fs:{proposal.id}"),
    ):
        assert NASTY in (await click(person, f"+{data}")).text, data
    await write(olena, "/my")
    assert NASTY in olena.chat.last.text
    await click(alex, "+bw:0")
    found = await write(alex, f"дерева {NASTY}")
    assert found.text.count("<b>Дерева</b>") == 2
    await begin(alex)
    await write(alex, "Дерева усім вулицям")
    assert NASTY in (await write(alex, "Дерев на вулицях немає, усім спекотно.")).text
    reason = f"Тут {NASTY}"
    by = Actor.operator()
    for step, rule in ((HidingStep.HIDDEN, Rule.INSULT), (HidingStep.SHOWN, None)):
        await house.services.hidings.take(proposal.id, step, by, reason=reason, rule=rule)
        assert NASTY in (await olena.wait_for(reason)).text
    assert reason in (await click(officer, f"+fc:{proposal.id}:0")).text
    for person in (olena, alex, officer):
        assert not any(word in all_of(person) for word in FAILED)


async def test_hidden_directions_and_widths_are_left_out_and_other_scripts_stay(
    house: House, olena: Person, alex: Person
):
    await send(house, olena, title=HEBREW, problem=f"{HEBREW} {PROBLEM}")
    await begin(alex)
    await write(alex, OVERRIDE)
    kept = await house.services.proposals.draft_of(PersonId(alex.id))
    assert kept.answers["title"] == "Дерева для вулиць"
    shown = await click(alex, "+br:1:0")
    assert HEBREW in shown.text
    shown = await click(alex, "+bl:0:0:0")
    assert HEBREW in shown.text
    assert not {*"\u202e\u200b\u2066\ufeff"} & {*all_of(alex), *labels_of(alex)}


@pytest.mark.parametrize(
    "title",
    ["🙂", "🇺🇦🇺🇦🇺🇦🇺🇦🇺🇦", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "❤️ … 🌳!", "\u2800\u2800\u2800\u2800\u2800\u2800", "\u3164" * 9],
)
async def test_title_without_a_word_is_asked_for_again(house: House, olena: Person, title: str):
    await begin(olena)
    shown = await write(olena, title)
    assert "немає слів" in shown.text
    assert "«Заголовок»" in shown.text
    kept = await house.services.proposals.draft_of(PersonId(olena.id))
    assert "title" not in kept.answers
    assert "Проблема" in (await write(olena, TITLE)).text


async def test_title_with_emoji_and_words_is_taken(house: House, olena: Person):
    await begin(olena)
    assert "Проблема" in (await write(olena, "🌳 Дерева для вулиць 👩‍👩‍👧‍👦")).text
    kept = await house.services.proposals.draft_of(PersonId(olena.id))
    assert kept.answers["title"].startswith("🌳 Дерева")


async def test_ten_thousand_characters_of_a_letter_are_kept_and_told_by_how_much(
    house: House, olena: Person, officer: Person
):
    await send(house, olena)
    await officer.wait_for("Нова пропозиція")
    await click(officer, "gh:1:insult")
    for part in ("а" * 4096, "б" * 4096, "в" * 1808):
        await officer.send(part)
    shown = await officer.wait_for("Задовго на 6502 знаки")
    letter = await house.services.letters.in_hand(PersonId(officer.id))
    assert len(letter.text.replace("\n", "")) == 10_000
    assert letter.excess == len(letter.text) - LONGEST
    assert "Приховати й пояснити" not in shown.labels
    assert not (await house.services.hidings.of(ProposalId(1), Actor.operator()))


@pytest.mark.parametrize(
    "reference",
    [
        "UA-2026-0001' OR '1'='1",
        "UA-2026-0001; DROP TABLE proposals",
        "../../etc/passwd",
        "<b>UA-2026-0001</b>",
        "UA-２０２６-０００１",
        "ua-2026-0001\u202e",
        "%00",
        "{ $x }",
        "_" * 4000,
        "-1",
        "",
    ],
)
@pytest.mark.parametrize("kind", ["p", "c", "s", "q"])
async def test_forged_link_is_answered_kindly(house: House, alex: Person, reference: str, kind: str):
    shown = await write(alex, f"/start {kind}_{reference}")
    assert "‹ Menu" in shown.labels or "Write a proposal" in shown.labels
    assert not any(word in shown.text for word in FAILED)


#: What a stranger must not learn.
SECRETS = ("таємна чернетка", "olena@example.org", "Олена Коваль", "ґречний лист")
#: Whose rows a stranger must not touch: table → whose they are.
ROWS = {
    "drafts": "person_id = 1001",
    "proposals": "author_id = 1001",
    "attachments": "person_id = 1001",
    "letters": "person_id = 1001",
    "questions": "asker_id = 1001",
    "blocks": "person_id = 1001",
    "searches": "person_id = 1001",
    "hidings": "1",
    "proposal_changes": "1",
    "subscriptions": "person_id = 1001",
    "people": "id = 1001",
}


def rows(settings: Settings) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(settings.database)) as connection:
        kept = {}
        for table, whose in ROWS.items():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            # Anybody may support a public proposal, and take that back.
            wanted = ", ".join(one for one in columns if one not in {"endorsements", "revision"})
            kept[table] = connection.execute(f"SELECT {wanted} FROM {table} WHERE {whose}").fetchall()
        return kept


def forged(kind: type[Action]) -> list[str]:
    """The action with the numbers of Olena's rows; with every choice where it has one."""
    fields = kind.model_fields
    choices = {
        name: list(field.annotation)
        for name, field in fields.items()
        if isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum)
    }
    texts = {"choice": "lviv", "seen": "1.00000000", "hours": "22-8", "language": "uk"}
    made = []
    for number in range(max([1, *map(len, choices.values())])):
        given: dict[str, Any] = {
            name: choices[name][number % len(choices[name])]
            if name in choices
            else texts.get(name, 0 if name == "page" else 1)
            for name in fields
        }
        data = ":".join([kind.prefix, *(str(value) for value in given.values())])
        if len(data.encode()) <= 63:
            made.append(f"+{data}")
    return made


BUTTONS = sorted(
    {data for kind in Action.known.values() if kind.__module__.startswith("bot.ui.") for data in forged(kind)}
)


async def test_no_forged_button_touches_or_shows_what_is_somebody_elses(
    house: House, settings: Settings, olena: Person, alex: Person, capfd: pytest.CaptureFixture[str]
):
    await draft(olena, title="Таємна чернетка")
    await olena.send_document("таємна чернетка.pdf", b"%PDF")
    await olena.wait_for("таємна чернетка.pdf")
    await write(olena, "/menu")
    await send(house, olena, title="Дерева для вулиць", identity="named")
    await click(olena, "+lw")
    await write(olena, "Це ґречний лист, ще не надісланий.")
    await click(olena, "+bw:0")
    await house.services.hidings.take(
        ProposalId(1), HidingStep.HIDDEN, Actor.operator(), reason="Олена Коваль тут.", rule=Rule.PRIVATE
    )
    await house.services.blocks.block(PersonId(olena.id), Actor.operator(), reason="Олена Коваль.")
    await olena.wait_for("закрито надсилання")
    await olena.wait_quiet()
    before = rows(settings)
    assert all(
        before[table] for table in ("drafts", "proposals", "attachments", "letters", "blocks", "hidings")
    )
    message = await write(alex, "/menu")
    for data in BUTTONS:
        await alex.press(data=data, message=message)
        await alex.wait_for_answer()
    await alex.wait_quiet(timeout=60)
    assert rows(settings) == before
    seen = (all_of(alex) + labels_of(alex)).lower()
    assert [secret for secret in SECRETS if secret.lower() in seen] == []
    files = [one.document for one in alex.chat.messages if one.from_bot and one.document]
    handed = " ".join(file.name + file.content.decode() for file in files).lower()  # their own data alone
    assert [secret for secret in SECRETS if secret.lower() in handed] == []
    failed = [one.text for one in alex.chat.since(0) if any(word in one.text for word in FAILED)]
    assert failed == []
    logged = "".join(capfd.readouterr())
    assert logged.count("not-theirs") >= 10
    assert logged.count("refused") >= 30
    assert not any(secret in logged for secret in SECRETS)


async def test_consultation_that_closes_at_the_consent_offers_the_draft_at_any_time(
    house: House, olena: Person
):
    await house.consult("open-data", days=1)
    await write(olena, "/start c_open-data")
    shown = await follow(olena, await press(olena, "Написати пропозицію"), "dm:{}:quick")
    for text in (TITLE, PROBLEM, SOLUTION, RESULT):
        shown = await write(olena, text)
    for start in ("dt:", "pg:", "da:{}:anonymous"):
        shown = await follow(olena, shown, start)
    consent = await follow(olena, shown, "pc:")
    house.clock.ahead += timedelta(days=2)
    closed = await follow(olena, consent, "pp:")
    assert "Чернетку збережено повністю" in closed.text
    preview = await press(olena, "Продовжити без неї")
    assert TITLE in preview.text
    consent = await follow(olena, preview, "pc:")
    assert "отримано" in (await follow(olena, consent, "pp:")).text


async def test_two_devices_and_ten_presses_at_once_make_one_proposal_and_lose_no_word(
    house: House, olena: Person
):
    preview = await draft(olena)
    consent = await follow(olena, preview, "pc:")
    agree = next(cell.data for row in consent.buttons for cell in row if (cell.data or "").startswith("pp:"))
    more = "Додаю з іншого телефона: ще й дитячі майданчики."
    await asyncio.gather(
        *(olena.press(data=agree, message=consent) for _ in range(5)),
        olena.send(more),
        olena.send_document("plan.pdf", b"%PDF"),
        *(olena.press(data=agree, message=preview) for _ in range(5)),
    )
    await olena.wait_quiet()
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    assert proposal.title == TITLE
    assert sum(proposal.reference in one.text and "отримано" in one.text for one in olena.chat.messages) >= 1
    assert not any(word in all_of(olena) for word in FAILED)
