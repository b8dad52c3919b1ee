"""Groups and channels: an NGO adds the bot, its administrators choose, and everybody else is left in peace."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.app.opening import rooms
from bot.domain.commitments import CommitmentChange, CommitmentStatus
from bot.domain.consultations import ConsultationChange, ConsultationEvent, ConsultationState
from bot.domain.notices import NoticeKind
from bot.domain.people import Actor
from bot.gateway.budget import Budget
from bot.sandbox import ChatMessage, Person, Sandbox
from bot.sandbox.chats import Group
from bot.settings import Settings
from tests.flows.conftest import House, MovableClock
from tests.flows.scenes import write

OPENED = "Нова консультація"
GROUP, SUPER, CHANNEL = -4242, -1_000_000_004_242, -1_000_000_007_777


def said(chat: Group) -> list[ChatMessage]:
    return [message for message in chat.messages if message.from_bot]


def told(chat: Group, word: str = OPENED) -> list[ChatMessage]:
    return [message for message in said(chat) if word in message.text]


async def choose(person: Person, chat: Group, label: str) -> ChatMessage:
    """Press a button in a group, and read what comes there."""
    await person.press(label, chat=chat)
    return await person.wait_for(chat=chat)


async def until(chat: Group, word: str, *, count: int = 1) -> ChatMessage:
    """The newest message of the bot with this word, once there are so many."""
    while len(told(chat, word)) < count:
        assert await chat.changed.wait(30), chat.transcript()
    return told(chat, word)[-1]


@pytest.fixture
async def group(house: House, sandbox: Sandbox, olena: Person, alex: Person) -> Group:
    """A group of Olena's, with Alex in it, to which she has just added the bot."""
    group = sandbox.add_group(GROUP, "Громадська рада", members=[olena, alex])
    await until(group, "Бот Партнерства")
    return group


@pytest.fixture
async def subscribed(sandbox: Sandbox, group: Group, olena: Person) -> Group:
    await olena.send("/subscribe", chat=group)
    await until(group, "Сповіщення увімкнено")
    return group


async def test_bot_says_in_one_message_what_it_can_do_and_how(group: Group, sandbox: Sandbox, olena: Person):
    await olena.wait_quiet()
    (introduction,) = said(group)
    assert "/subscribe" in introduction.text
    assert "адміністратори" in introduction.text
    assert introduction.labels[0] == "Увімкнути сповіщення"


async def test_administrator_subscribes_the_group_and_it_is_alerted_with_links_alone(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    await house.consult()
    alert = await until(subscribed, OPENED)
    name = sandbox.world.bot["username"]
    assert f"https://t.me/{name}?start=c_open-data" in alert.text
    cells = [cell for row in alert.buttons for cell in row]
    assert cells
    assert all(cell.url and not cell.data for cell in cells)
    await olena.wait_quiet()
    assert len(told(subscribed)) == 1
    assert not [one for one in olena.chat.messages if OPENED in one.text]


async def test_administrator_makes_the_same_choices_in_the_group(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    for label in ("Обрати теми", "Відкриті дані"):
        await choose(olena, subscribed, label)
    assert "Теми: Відкриті дані" in (await choose(olena, subscribed, "‹ Назад")).text
    await choose(olena, subscribed, "Як часто писати")
    shown = await choose(olena, subscribed, "Раз на день")
    assert "щодня о 9:00" in shown.text
    assert "‹ Меню" not in shown.labels
    assert "Тихі години" not in " ".join(shown.labels)
    subscription = await house.services.subscriptions.find(subscribed.id)
    assert subscription.topics == ("open-data",)
    assert not await house.services.subscriptions.is_subscribed(olena.id)


async def test_others_cannot_change_it_by_any_press_and_are_told_so_alone(
    house: House, subscribed: Group, sandbox: Sandbox, alex: Person
):
    before = [message.text for message in said(subscribed)]
    for data in ("yf:0", "yq:0:weekly", "yc:0:topic:open-data:0", "sn", "m", f"yf:{GROUP}", "nonsense"):
        await alex.press(data=data, message=said(subscribed)[-1], chat=subscribed)
        query = await alex.wait_for_answer()
        assert query.is_alert
        assert query.text
    await alex.wait_quiet()
    assert [message.text for message in said(subscribed)] == before
    subscription = await house.services.subscriptions.find(subscribed.id)
    assert subscription.topics == ()
    assert not await house.services.subscriptions.is_subscribed(alex.id)


async def test_right_that_was_taken_away_is_gone_at_the_next_look(
    house: House, subscribed: Group, sandbox: Sandbox, alex: Person
):
    subscribed.statuses[alex.id] = "administrator"
    await alex.press("Вимкнути сповіщення", chat=subscribed)
    await until(subscribed, "Сповіщення вимкнено")
    assert not await house.services.subscriptions.is_subscribed(GROUP)


async def test_who_is_no_administrator_is_shown_how_it_is(
    house: House, group: Group, sandbox: Sandbox, alex: Person
):
    await alex.send("/subscribe", chat=group)
    shown = await until(group, "лише адміністратори")
    assert not shown.labels
    assert not await house.services.subscriptions.is_subscribed(GROUP)
    await alex.send("/unsubscribe", chat=group)
    await until(group, "лише адміністратори", count=2)


async def test_anonymous_administrator_speaks_for_the_group(
    house: House, group: Group, sandbox: Sandbox, olena: Person
):
    await olena.send_raw(
        {
            "text": "/subscribe",
            "entities": [{"type": "bot_command", "offset": 0, "length": 10}],
            "sender_chat": group.info,
            "from": {
                "id": 1087968824,
                "is_bot": True,
                "first_name": "Group",
                "username": "GroupAnonymousBot",
            },
        },
        chat=group,
    )
    await until(group, "Сповіщення увімкнено")
    assert await house.services.subscriptions.is_subscribed(GROUP)


async def test_group_is_told_in_the_language_of_who_added_the_bot_and_of_its_choice(
    house: House, sandbox: Sandbox, alex: Person
):
    group = sandbox.add_group(GROUP, "Open data NGO", members=[alex])
    await until(group, "The bot of the Open Government Partnership")
    await alex.press("Turn alerts on", chat=group)
    await until(group, "Alerts are on")
    await alex.press("Писати українською", chat=group)
    await until(group, "Сповіщення увімкнено")
    await house.consult()
    await until(group, OPENED)


async def test_bot_answers_what_is_said_to_it_and_nothing_else(
    group: Group, sandbox: Sandbox, olena: Person, alex: Person
):
    name = sandbox.world.bot["username"]
    await olena.wait_quiet()
    before = len(said(group))
    for text in (
        "Коли затвердили четвертий план дій?",
        "/help@another_bot",
        "/whatever",
        "@another_bot привіт",
    ):
        await alex.send(text, chat=group)
    await alex.wait_quiet()
    assert len(said(group)) == before
    await alex.send(f"@{name} Коли затвердили четвертий план дій?", chat=group)
    await until(group, "1088")
    await alex.send("Ґринджоли фіолетові?", chat=group, reply_to=said(group)[-1].id)
    await until(group, "я цього не знайшов")
    await alex.send(f"/propose@{name}", chat=group)
    await until(group, "приватному чаті")
    await alex.send("/consultations", chat=group)
    await until(group, "Відкриті консультації")


async def test_removed_bot_is_not_tried_again_and_goes_on_when_it_is_back(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    sandbox.set_bot_status(subscribed, "kicked", by=olena)
    await olena.wait_quiet()
    tries = len(sandbox.calls_of("sendMessage"))
    await house.consult("first")
    await olena.wait_quiet()
    assert len(sandbox.calls_of("sendMessage")) == tries
    sandbox.set_bot_status(subscribed, "member", by=olena)
    await until(subscribed, "вже увімкнено")
    await house.consult("second")
    await until(subscribed, OPENED)
    assert len(told(subscribed)) == 1


@pytest.mark.parametrize("status", ["kicked", "left", "restricted"])
async def test_removal_or_silence_that_went_unnoticed_is_noticed_once(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person, status: str
):
    subscribed.bot_status = status
    await house.consult("first")
    await olena.wait_quiet()
    tries = len(sandbox.calls_of("sendMessage"))
    await house.consult("second")
    await olena.wait_quiet()
    assert len(sandbox.calls_of("sendMessage")) == tries
    assert not (await house.services.groups.find(GROUP)).is_reachable


async def test_silenced_group_is_left_alone_until_the_bot_may_write(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    sandbox.set_bot_status(subscribed, "restricted", by=olena)
    await olena.wait_quiet()
    assert not (await house.services.groups.find(GROUP)).is_reachable


async def test_change_in_a_group_whose_screen_was_lost_is_shown_again(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    sandbox.faults.drop("editMessageText", applied=False)
    await olena.press("Вимкнути сповіщення", chat=subscribed)
    await until(subscribed, "Сповіщення вимкнено")
    assert not await house.services.subscriptions.is_subscribed(GROUP)
    assert not any("видалено" in message.text for message in said(subscribed))


async def test_group_that_becomes_a_supergroup_is_followed(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    moved = sandbox.migrate_group(subscribed, SUPER)
    await olena.wait_quiet()
    await house.consult()
    await until(moved, OPENED)
    await olena.wait_quiet()
    assert len(told(moved)) == 1
    assert not told(subscribed)
    assert await house.services.groups.find(GROUP) is None


async def test_notice_that_meets_the_move_before_the_bot_has_heard_of_it_goes_along(
    house: House, subscribed: Group, sandbox: Sandbox, olena: Person
):
    await house.consult("waiting", publish=False)
    async with house.away():
        await house_publishes(house, "waiting")
        moved = sandbox.migrate_group(subscribed, SUPER)
        sandbox.pending_updates().clear()
    await until(moved, OPENED)
    await olena.wait_quiet()
    assert len(told(moved)) == 1
    assert await house.services.subscriptions.is_subscribed(SUPER)


async def house_publishes(house: House, slug: str) -> None:
    """While the bot is away: by the operator, into the same file."""
    async with rooms(house.settings, clock=house.clock) as opened:
        await opened.services.consultations.publish(slug, Actor.operator())


async def test_group_hears_of_changes_results_ends_and_commitments_with_links_alone(
    house: House, subscribed: Group, olena: Person
):
    services = house.services
    commitment = next(iter(services.knowledge.commitments.values()))
    await services.subscriptions.follow_commitment(GROUP, commitment.id, is_on=True)
    await house.consult(days=20)
    await until(subscribed, OPENED)
    now, consultation = house.clock.now(), await services.consultations.find("open-data")
    async with house.rooms.database.unit() as unit:
        change = await unit.consultation_changes.add(
            ConsultationChange(
                consultation_id=consultation.id,
                event=ConsultationEvent.CHANGED,
                note="Уточнено.",
                changed_at=now,
            )
        )
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_CHANGED, change.id, now=now)
        status = await unit.commitments.add(
            CommitmentChange(
                commitment=commitment.id, status=CommitmentStatus.LIMITED, note="Почато.", changed_at=now
            )
        )
        await unit.notices.begin_campaign(NoticeKind.COMMITMENT_CHANGED, status.id, now=now)
    house.clock.ahead += timedelta(days=13, hours=1)
    await services.occasions.tell_due()
    await until(subscribed, "скоро закриється")
    async with house.rooms.database.unit() as unit:
        await unit.consultations.set_state(consultation.id, ConsultationState.ANSWERED)
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_RESULTS, consultation.id, now=now)
    await olena.wait_quiet()
    for word in ("Уточнено", "Почато", "скоро закриється", "Результати"):
        await until(subscribed, word)
        (shown,) = told(subscribed, word)
        assert "https://t.me/" in shown.text
        assert all(cell.url and not cell.data for row in shown.buttons for cell in row)


# Channels


@pytest.fixture
async def channel(house: House, sandbox: Sandbox, olena: Person, alex: Person) -> Group:
    channel = sandbox.add_channel(CHANNEL, "Новини громади", owner=olena, members=[alex])
    await until(channel, "Бот Партнерства")
    return channel


async def test_channel_has_links_alone_and_is_managed_from_the_private_chat(
    house: House, channel: Group, sandbox: Sandbox, olena: Person
):
    (introduction,) = said(channel)
    cells = [cell for row in introduction.buttons for cell in row]
    assert all(cell.url for cell in cells)
    await olena.press("Обрати сповіщення", chat=channel)
    shown = await olena.wait_for("Новини громади")
    assert "Сповіщення вимкнено" in shown.text
    await olena.press("Увімкнути сповіщення", message=shown)
    await olena.wait_for("Сповіщення увімкнено")
    await house.consult()
    alert = await until(channel, OPENED)
    assert all(cell.url for row in alert.buttons for cell in row)
    assert not await house.services.subscriptions.is_subscribed(olena.id)


async def test_others_cannot_manage_the_channel_by_its_link(
    house: House, channel: Group, sandbox: Sandbox, alex: Person
):
    await write(alex, f"/start g_{-CHANNEL}")
    assert "Only administrators" in alex.chat.messages[-1].text
    shown = await write(alex, "/menu")
    await alex.press(data=f"yo:{CHANNEL}", message=shown)
    assert "Only administrators" in (await alex.wait_for()).text
    assert not await house.services.subscriptions.is_subscribed(CHANNEL)
    assert "not in this group" in (await write(alex, "/start g_1")).text
    assert "not in this group" in (await write(alex, "/start g_x")).text


async def test_channel_is_subscribed_by_a_post(house: House, channel: Group, sandbox: Sandbox, olena: Person):
    await olena.send("/subscribe", chat=channel)
    await until(channel, "вже увімкнено")
    assert await house.services.subscriptions.is_subscribed(CHANNEL)
    await olena.send("Звичайний допис про відкриті дані", chat=channel)
    await olena.wait_quiet()
    assert len(said(channel)) == 2


async def test_channel_in_which_the_bot_may_not_post_is_left_alone(
    house: House, channel: Group, sandbox: Sandbox, olena: Person
):
    await olena.send("/subscribe", chat=channel)
    await until(channel, "вже увімкнено")
    channel.bot_status = "member"
    await house.consult()
    await olena.wait_quiet()
    assert not (await house.services.groups.find(CHANNEL)).is_reachable


# Rates


class TestRates:
    @pytest.fixture
    async def sandbox(self) -> AsyncIterator[Sandbox]:
        async with Sandbox(strict_rates=True) as running:
            yield running
            assert running.violations == []

    @pytest.fixture
    async def house(self, sandbox: Sandbox, settings: Settings) -> AsyncIterator[House]:
        house = House(sandbox, settings, MovableClock(), budget=Budget(rate=30))
        await house.start()
        yield house
        await house.stop()

    async def test_a_group_gets_no_more_than_twenty_a_minute_and_no_429(self, house: House, sandbox: Sandbox):
        person = sandbox.add_person(1001, "Олена")
        await write(person, "/start")
        group = sandbox.add_group(GROUP, "Громадська рада", members=[person])
        await until(group, "Бот Партнерства")
        await house.services.subscriptions.subscribe(GROUP)
        for number in range(25):
            await house.consult(f"number-{number}")
        while len(said(group)) < 20:
            assert await group.changed.wait(30), group.transcript()
        assert not await group.changed.wait(2)
        assert len(said(group)) == 20
        assert sandbox.rate_errors == 0
