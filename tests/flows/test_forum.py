"""The secretariat's forum: a topic a case, its talk kept inside, and answers that go to authors only when meant to."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from bot.app import rooms
from bot.domain.forum import LONGEST_TITLE
from bot.domain.hidings import HidingStep, Rule
from bot.domain.letters import LONGEST
from bot.domain.people import Actor, PersonId
from bot.domain.proposals import Proposal, ProposalState
from bot.sandbox import ChatMessage, Group, Person, Sandbox
from bot.sandbox.forum import Topic
from tests.flows.cases import REASON, TITLE, changes_of, colleague, now_of, received
from tests.flows.conftest import House
from tests.flows.scenes import press, write
from tests.flows.test_handoff import UNKNOWN, pass_on

FORUM = -1_000_000_004_400
BASIC = -4400
LACKS = frozenset({"can_manage_topics"})
WORDS = "Про які саме <дороги> & роки?"


async def stationed(house: House, sandbox: Sandbox, officer: Person, **group: object) -> Group:
    """The secretariat's group, and a bot that knows of it. Taras is in it too, and no officer."""
    taras = sandbox.people.get(1009) or sandbox.add_person(1009, "Тарас")
    values = {"id": FORUM, "is_forum": True, "bot_status": "administrator", **group}
    made = sandbox.add_group(title="Секретаріат", members=[officer, taras], **values)
    made.members_open_topics = False
    await house.stop()
    house.settings = house.settings.model_copy(update={"staff_chat": made.id})
    await house.start()
    return made


@pytest.fixture
async def forum(house: House, sandbox: Sandbox, officer: Person, olena: Person) -> Group:
    """The secretariat's forum, in which the bot may manage topics."""
    return await stationed(house, sandbox, officer)


@pytest.fixture
def taras(sandbox: Sandbox, forum: Group) -> Person:
    """Somebody in the secretariat's group who is no officer."""
    return sandbox.people[1009]


async def until(group: Group, is_so: Callable[[], object]) -> None:
    """Wait for something in a group to be so."""
    while not is_so():
        names = [(topic.name, topic.is_closed) for topic in group.forum.topics.values()]
        assert await group.changed.wait(30), f"{names}\n{group.transcript()}"


def seen(group: Group, topic: Topic, word: str) -> list[ChatMessage]:
    """What the bot has said in a topic with this word in it."""
    return [one for one in group.forum.messages(topic) if one.from_bot and word in one.text]


async def opened(group: Group, name: str, word: str = "") -> Topic:
    """The topic whose name contains this, once it has a message with this word."""
    await until(group, lambda: any(name in topic.name for topic in group.forum.topics.values()))
    topic = group.forum.named(name)
    await until(group, lambda: seen(group, topic, word))
    return topic


async def case(house: House, group: Group, author: Person, **fields: object) -> tuple[Proposal, Topic]:
    """A proposal that has come, and its topic with its notice."""
    proposal = await received(house, author, **fields)
    return proposal, await opened(group, proposal.reference, "Нова пропозиція")


async def prepared(group: Group, topic: Topic, writer: Person, text: str = WORDS) -> ChatMessage:
    """An answer written in a topic, up to its preview."""
    await writer.send(f"/answer {text}", chat=group, topic=topic.id)
    return await writer.wait_for("Автор отримає", chat=group)


async def confirm(group: Group, shown: ChatMessage, who: Person, label: str, word: str) -> ChatMessage:
    await who.press(label, message=shown, chat=group)
    return await who.wait_for(word, chat=group)


def rows(house: House, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(house.settings.database)) as database:
        return database.execute(sql).fetchall()


async def test_proposal_has_a_topic_whose_title_carries_reference_and_state(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    assert topic.name == f"{proposal.reference} · Отримано · {TITLE}"
    (notice,) = seen(forum, topic, "Нова пропозиція")
    assert "/answer" in notice.text
    assert "olena@example.org" not in notice.text
    (button,) = [cell for row in notice.buttons for cell in row]
    assert button.url.endswith(f"start=s_{proposal.reference}")
    await officer.wait_quiet(gap=0.6)
    assert len(forum.forum.messages(topic)) == 1
    assert not [one for one in officer.chat.messages if "Нова пропозиція" in one.text]


async def test_title_follows_the_state_and_who_did_it_is_told_in_the_topic(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    await write(officer, f"/inbox {proposal.reference}")
    await press(officer, "Взяти на розгляд")
    await until(forum, lambda: "На розгляді" in topic.name)
    await until(forum, lambda: seen(forum, topic, "на розгляді"))
    assert not topic.is_closed
    await house.services.life.answer(
        proposal.id, ProposalState.DECLINED, Actor.operator(), reason="Таємна причина."
    )
    await until(forum, lambda: topic.is_closed)
    assert "Відхилено" in topic.name
    (told,) = seen(forum, topic, "відхилено")
    assert "оператор" in told.text
    assert not [one for one in forum.messages if "Таємна причина." in one.text]


async def test_who_has_a_case_is_told_in_its_topic(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    await write(officer, f"/inbox {proposal.reference}")
    await press(officer, "Взяти справу")
    await until(forum, lambda: seen(forum, topic, "Справу веде"))


async def test_appeal_reopens_the_topic_and_a_new_decision_closes_it(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    by = Actor.operator()
    await house.services.life.answer(proposal.id, ProposalState.DECLINED, by, reason=REASON)
    await until(forum, lambda: topic.is_closed)
    await olena.wait_for("відхилено")
    await press(olena, "Оскаржити")
    await write(olena, "Дороги досі не відкриті.")
    await press(olena, "Надіслати оскарження")
    await until(forum, lambda: not topic.is_closed and seen(forum, topic, "оскаржив відмову"))
    await until(forum, lambda: "На розгляді" in topic.name)
    assert not [one for one in forum.messages if "досі не відкриті" in one.text]
    await house.services.life.answer(proposal.id, ProposalState.ACCEPTED, by, reason=REASON)
    await until(forum, lambda: topic.is_closed and "Прийнято" in topic.name)
    assert len(forum.forum.topics) == 1


async def test_question_has_a_topic_and_its_answer_closes_it(
    house: House, forum: Group, olena: Person, officer: Person
):
    await pass_on(olena)
    topic = await opened(forum, "Запитання", "Нове запитання")
    assert topic.name == f"Запитання №\u00a01 · Чекає на відповідь · {UNKNOWN}"
    shown = await prepared(forum, topic, officer, "Ні, <i>таких</i> немає.")
    assert "відповідь на запитання №\u00a01" in shown.text
    assert "Ні, <i>таких</i> немає." in shown.text
    assert rows(house, "SELECT state FROM questions") == [("open",)]
    heard = await olena.reply_after(
        confirm(forum, shown, officer, "Надіслати авторові", "Надіслано авторові"), "Секретаріат відповів"
    )
    assert "Ні, <i>таких</i> немає." in heard.text
    await until(forum, lambda: topic.is_closed and "Є відповідь" in topic.name)
    assert forum.by_id[shown.id].buttons == []


async def test_contested_block_has_a_topic_of_its_own(house: House, forum: Group, olena: Person):
    block = await house.services.blocks.block(PersonId(olena.id), Actor.operator(), reason="Реклама.")
    await olena.wait_for("Вам закрито")
    await press(olena, "Оскаржити")
    await write(olena, "Це була не реклама.")
    await press(olena, "Надіслати оскарження")
    topic = await opened(forum, "Блокування", "оскарж")
    assert topic.name == f"Блокування №\u00a0{block.id} · Оскаржено"
    assert not [one for one in forum.messages if "не реклама" in one.text]
    await house.services.blocks.lift(block.id, Actor.operator())
    await until(forum, lambda: topic.is_closed and "Знято" in topic.name)
    assert seen(forum, topic, "знято")


async def test_contested_hiding_is_the_business_of_its_proposals_topic(
    house: House, forum: Group, olena: Person
):
    proposal, topic = await case(house, forum, olena)
    by = Actor.operator()
    await house.services.life.answer(proposal.id, ProposalState.ACCEPTED, by, reason=REASON)
    await until(forum, lambda: topic.is_closed)
    hide = house.services.hidings.take
    await hide(proposal.id, HidingStep.HIDDEN, by, reason="Номер сусіда.", rule=Rule.PRIVATE)
    author = Actor(person_id=PersonId(olena.id))
    await hide(proposal.id, HidingStep.CONTESTED, author, reason="Номер прибрано.")
    await until(forum, lambda: not topic.is_closed and "Приховування оскаржено" in topic.name)
    await until(forum, lambda: seen(forum, topic, "оскаржує приховування"))
    await hide(proposal.id, HidingStep.SHOWN, by, reason="Так.")
    await until(forum, lambda: topic.is_closed and "Прийнято" in topic.name)
    assert not [one for one in forum.messages if "Номер" in one.text]


async def test_long_title_is_cut_within_telegrams_limit(house: House, forum: Group, olena: Person):
    _, topic = await case(house, forum, olena, title="Дороги 🛣 " * 20)
    assert len(topic.name) <= LONGEST_TITLE
    assert topic.name.endswith("…")


async def test_talk_in_a_topic_stays_in_it_and_is_not_kept(
    house: House, forum: Group, olena: Person, officer: Person, taras: Person, sandbox: Sandbox
):
    _, topic = await case(house, forum, olena)
    (notice,) = forum.forum.messages(topic)
    before = len(forum.messages)
    for who, text, reply_to in (
        (officer, "Хто знає, що з цим робити?", None),
        (taras, "Коли затвердили четвертий план дій?", notice.id),
        (officer, "Треба запитати автора.", notice.id),
    ):
        await who.send(text, chat=forum, topic=topic.id, reply_to=reply_to)
    await officer.send("Між нами.", chat=forum)
    await officer.wait_quiet(gap=0.6)
    assert len(forum.messages) == before + 4
    assert olena.chat.last.text not in {"Хто знає, що з цим робити?", "Треба запитати автора."}
    async with house.away():
        dump = house.settings.database.read_bytes()
        wal = house.settings.database.with_name(f"{house.settings.database.name}-wal")
        dump += wal.read_bytes() if wal.exists() else b""
        assert rows(house, "SELECT count(*) FROM inbox WHERE payload <> ''") == [(0,)]
    assert "Між нами.".encode() not in dump


async def test_bot_that_is_named_in_a_topic_answers_there(
    house: House, forum: Group, sandbox: Sandbox, olena: Person, officer: Person
):
    _, topic = await case(house, forum, olena)
    name = sandbox.world.bot["username"]
    await officer.send(f"@{name} коли затвердили четвертий план дій?", chat=forum, topic=topic.id)
    await until(forum, lambda: seen(forum, topic, "18 грудня 2018"))


async def test_question_to_an_author_is_looked_over_and_sent_by_who_has_written_it(
    house: House, forum: Group, olena: Person, officer: Person, taras: Person, sandbox: Sandbox
):
    proposal, topic = await case(house, forum, olena)
    shown = await prepared(forum, topic, officer)
    assert shown.raw["message_thread_id"] == topic.id
    assert shown.raw["reply_to_message"]["text"] == f"/answer {WORDS}"
    assert shown.labels == ["Надіслати авторові", "Не надсилати"]
    assert "Надіслати може лише Марія" in shown.text
    assert (await now_of(house, proposal)).state is ProposalState.RECEIVED
    for label in shown.labels:
        await taras.press(label, message=shown, chat=forum)
        query = await taras.wait_for_answer()
        assert query.is_alert
        assert query.text
    assert (await now_of(house, proposal)).state is ProposalState.RECEIVED
    heard = await olena.reply_after(
        confirm(forum, shown, officer, "Надіслати авторові", "Надіслано авторові"), WORDS
    )
    assert "Секретаріат запитує" in heard.text
    assert [one.became for one in await changes_of(house, proposal)][-1] is ProposalState.CLARIFICATION
    await until(forum, lambda: "Потрібне уточнення" in topic.name)
    await press(olena, "Відповісти")
    await write(olena, "Про обласні.")
    await press(olena, "Надіслати відповідь")
    await until(forum, lambda: seen(forum, topic, "Автор відповів"))
    assert not [one for one in forum.messages if "Про обласні." in one.text]


async def test_answer_can_be_the_words_of_a_message_that_the_command_replies_to(
    forum: Group, house: House, olena: Person, officer: Person, taras: Person
):
    _, topic = await case(house, forum, olena)
    ready = await taras.send("Готовий текст колеги.", chat=forum, topic=topic.id)
    await officer.send("/answer", chat=forum, topic=topic.id, reply_to=ready.id)
    shown = await officer.wait_for("Автор отримає", chat=forum)
    assert "Готовий текст колеги." in shown.text
    (notice,) = seen(forum, topic, "Нова пропозиція")
    for text, reply_to in (("/answer", None), ("/answer", notice.id), ("/answer …", None)):
        await officer.send(text, chat=forum, topic=topic.id, reply_to=reply_to)
        assert "/answer" in (await officer.wait_for("Щоб написати авторові", chat=forum)).text


async def test_answer_that_is_not_to_be_sent_is_forgotten(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    shown = await prepared(forum, topic, officer)
    gone = await confirm(forum, shown, officer, "Не надсилати", "Не надіслано")
    assert gone.buttons == []
    data = shown.buttons[0][0].data
    await officer.press(data=data, message=shown, chat=forum)
    assert (await officer.wait_for_answer()).is_alert
    assert rows(house, "SELECT count(*) FROM letters") == [(0,)]
    assert (await now_of(house, proposal)).state is ProposalState.RECEIVED
    await prepared(forum, topic, officer)
    house.clock.ahead = timedelta(days=8)
    await house.services.forum_letters.forget_unsent()
    assert rows(house, "SELECT count(*) FROM letters") == [(0,)]


async def test_only_officers_write_to_authors(
    house: House, forum: Group, olena: Person, officer: Person, taras: Person, sandbox: Sandbox
):
    _, topic = await case(house, forum, olena)
    await taras.send(f"/answer {WORDS}", chat=forum, topic=topic.id)
    await taras.wait_for("лише працівники", chat=forum)
    await officer.send_raw(
        {
            "text": f"/answer {WORDS}",
            "entities": [{"type": "bot_command", "offset": 0, "length": 7}],
            "sender_chat": forum.info,
            **forum.forum.place(topic.id, None),
        },
        chat=forum,
    )
    await officer.wait_for("від імені групи", chat=forum)
    second = await colleague(house, sandbox)
    forum.statuses[second.id] = "member"
    shown = await prepared(forum, topic, officer)
    await second.press("Надіслати авторові", message=shown, chat=forum)
    query = await second.wait_for_answer()
    assert query.is_alert
    assert "хтось інший" in query.text
    assert rows(house, "SELECT count(*) FROM letters") == [(1,)]


async def test_what_is_being_written_in_the_private_chat_is_left_alone(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    await write(officer, f"/inbox {proposal.reference}")
    await press(officer, "Запитати автора")
    await write(officer, "Чернетка в приватному чаті.")
    shown = await prepared(forum, topic, officer)
    await confirm(forum, shown, officer, "Не надсилати", "Не надіслано")
    assert rows(house, "SELECT text, state FROM letters") == [("Чернетка в приватному чаті.", "preview")]


async def test_screens_that_were_lost_on_the_way_are_shown_again(
    house: House, forum: Group, sandbox: Sandbox, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    sandbox.faults.drop("sendMessage", applied=False)
    shown = await prepared(forum, topic, officer)
    assert shown.raw["message_thread_id"] == topic.id
    sandbox.faults.drop("editMessageText", applied=False)
    sent = await confirm(forum, shown, officer, "Надіслати авторові", "Надіслано авторові")
    assert WORDS in sent.text
    assert [one.became for one in await changes_of(house, proposal)].count(ProposalState.CLARIFICATION) == 1
    await pass_on(olena)
    other = await opened(forum, "Запитання", "Нове запитання")
    for label, word in (("Не надсилати", "Не надіслано"), ("Надіслати авторові", "Надіслано авторові")):
        shown = await prepared(forum, other, officer, "Так.")
        sandbox.faults.drop("editMessageText", applied=False)
        await confirm(forum, shown, officer, label, word)
    assert rows(house, "SELECT count(*) FROM letters") == [(0,)]


async def test_answer_over_the_limit_is_refused_in_the_topic(
    house: House, forum: Group, olena: Person, officer: Person
):
    _, topic = await case(house, forum, olena)
    await officer.send(f"/answer {'д' * (LONGEST + 1)}", chat=forum, topic=topic.id)
    refused = await officer.wait_for("задовга на 1 знак", chat=forum)
    assert refused.raw["message_thread_id"] == topic.id
    assert rows(house, "SELECT count(*) FROM letters") == [(0,)]


async def test_answer_that_comes_too_late_is_not_sent_and_says_so(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    shown = await prepared(forum, topic, officer)
    await house.services.life.withdraw(proposal.id, Actor(person_id=PersonId(olena.id)))
    late = await confirm(forum, shown, officer, "Надіслати авторові", "Не надіслано.")
    assert "відкликано" in late.text
    await until(forum, lambda: topic.is_closed and topic.name == f"{proposal.reference} · Відкликано")
    await officer.send(f"/answer {WORDS}", chat=forum, topic=topic.id)
    assert "відкликано" in (await officer.wait_for("нічого не надіслати", chat=forum)).text


async def test_news_since_the_answer_was_written_is_read_before_it_goes(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    shown = await prepared(forum, topic, officer)
    await house.services.life.take_up(proposal.id, Actor.operator())
    again = await confirm(forum, shown, officer, "Надіслати авторові", "щось змінилося")
    assert again.labels == ["Надіслати авторові", "Не надсилати"]
    await confirm(forum, again, officer, "Надіслати авторові", "Надіслано авторові")
    assert (await now_of(house, proposal)).state is ProposalState.CLARIFICATION


async def test_author_who_cannot_be_reached_is_named_before_and_after(
    house: House, forum: Group, olena: Person, officer: Person
):
    _, topic = await case(house, forum, olena)
    shown = await prepared(forum, topic, officer)
    assert "зараз це до нього не дійде" not in shown.text
    olena.chat.is_blocked = True  # Telegram has not told the bot
    await confirm(forum, shown, officer, "Надіслати авторові", "Надіслано авторові")
    await until(forum, lambda: seen(forum, topic, "Не доставлено"))
    await pass_on_blocked(house, olena)
    other = await opened(forum, "Запитання", "Нове запитання")
    shown = await prepared(forum, other, officer, "Відповідь.")
    assert "зараз це до нього не дійде" in shown.text
    await confirm(forum, shown, officer, "Надіслати авторові", "Надіслано авторові")
    await until(forum, lambda: seen(forum, other, "Не доставлено"))
    assert len(seen(forum, topic, "Не доставлено")) == 1


async def pass_on_blocked(house: House, person: Person) -> None:
    """A question of somebody who has blocked the bot since."""
    assert house.rooms is not None
    asked = await house.services.questions.ask(PersonId(person.id), UNKNOWN, "uk")
    await house.services.questions.pass_on(PersonId(person.id), asked.asked.id)


async def test_topic_that_was_deleted_by_hand_is_made_anew(
    house: House, forum: Group, olena: Person, officer: Person
):
    proposal, topic = await case(house, forum, olena)
    await officer.wait_quiet(gap=0.6)
    forum.forum.delete(topic)
    await house.services.life.take_up(proposal.id, Actor.operator())
    anew = await opened(forum, "На розгляді", "Нова пропозиція")
    await until(forum, lambda: seen(forum, anew, "на розгляді"))
    await officer.wait_quiet(gap=0.6)
    forum.forum.delete(anew)
    await prepared_again(house, proposal)
    third = await opened(forum, proposal.reference, "Автор відповів")
    assert [topic.id for topic in forum.forum.topics.values()] == [third.id]
    assert rows(house, "SELECT count(*), max(thread_id) FROM topics") == [(1, third.id)]


async def prepared_again(house: House, proposal: Proposal) -> None:
    """The secretariat asks, the author answers: a notice that goes into the topic."""
    life = house.services.life
    await life.answer(proposal.id, ProposalState.CLARIFICATION, Actor.operator(), reason=REASON)
    async with house.rooms.database.unit() as unit:
        await life.change(
            unit,
            await unit.proposals.get(proposal.id),
            ProposalState.UNDER_REVIEW,
            actor=Actor(person_id=proposal.author_id),
            side=(await changes_of(house, proposal))[0].actor,
            reason="Так.",
        )


@pytest.mark.parametrize("what", ["no right", "no forum", "member"])
async def test_without_topics_notices_go_to_the_group_as_such_and_the_panel_says_why(
    house: House, sandbox: Sandbox, olena: Person, officer: Person, what: str
):
    group = await stationed(
        house,
        sandbox,
        officer,
        is_forum=what != "no forum",
        bot_status="member" if what == "member" else "administrator",
    )
    if what == "no right":
        sandbox.set_bot_status(group, "administrator", by=officer, lacks=LACKS)
    proposal = await received(house, olena)
    await until(group, lambda: [one for one in group.messages if proposal.reference in one.text])
    (notice,) = [one for one in group.messages if proposal.reference in one.text]
    assert not notice.raw.get("is_topic_message")
    assert "/answer" not in notice.text
    panel = await write(officer, "/staff")
    assert ("Керування темами" if what != "no forum" else "без тем") in panel.text
    if what == "no forum":
        return
    sandbox.set_bot_status(group, "administrator", by=officer)
    await officer.wait_quiet(gap=0.9)
    other = await received(house, olena, "Інша пропозиція")
    await opened(group, other.reference, "Нова пропозиція")
    assert "темами" not in (await write(officer, "/staff")).text


async def test_right_that_is_taken_away_between_looks_costs_no_notice(
    house: House, forum: Group, sandbox: Sandbox, olena: Person, officer: Person
):
    await case(house, forum, olena)
    forum.bot_lacks = LACKS  # Telegram has not told the bot
    other = await received(house, olena, "Інша пропозиція")
    await until(forum, lambda: [one for one in forum.messages if other.reference in one.text])
    assert [topic for topic in forum.forum.topics.values() if other.reference in topic.name] == []
    assert "Керування темами" in (await write(officer, "/staff")).text


async def test_forum_that_becomes_an_ordinary_group_gets_its_notices_still(
    house: House, forum: Group, sandbox: Sandbox, olena: Person, officer: Person
):
    proposal, _ = await case(house, forum, olena)
    forum.forum.turn_off()
    await prepared_again(house, proposal)
    await until(forum, lambda: [one for one in forum.messages if "Автор відповів" in one.text])


async def test_group_that_becomes_a_forum_is_followed_to_its_new_id(
    house: House, sandbox: Sandbox, olena: Person, officer: Person
):
    group = await stationed(house, sandbox, officer, id=BASIC, is_forum=False)
    first = await received(house, olena)
    await until(group, lambda: [one for one in group.messages if first.reference in one.text])
    moved = sandbox.migrate_group(group, FORUM)
    moved.info["is_forum"] = True
    await officer.wait_quiet()
    before = len(sandbox.calls)
    second = await received(house, olena, "Інша пропозиція")
    await opened(moved, second.reference, "Нова пропозиція")
    assert all(call.text("chat_id") != str(BASIC) for call in list(sandbox.calls)[before:])
    async with house.away():
        pass
    third = await received(house, olena, "Третя пропозиція")
    await opened(moved, third.reference, "Нова пропозиція")


async def test_notices_that_wait_for_the_bot_go_into_topics_at_its_start(
    house: House, forum: Group, olena: Person, officer: Person
):
    async with house.away():
        async with rooms(house.settings, clock=house.clock) as opened_rooms:
            house.rooms = opened_rooms
            proposal = await received(house, olena)
        assert rows(house, "SELECT state FROM notices WHERE kind = 'proposal_received'") == [("pending",)]
    await opened(forum, proposal.reference, "Нова пропозиція")


async def test_command_outside_a_topic_and_in_another_group(
    house: House, forum: Group, sandbox: Sandbox, olena: Person, officer: Person
):
    await officer.send(f"/answer {WORDS}", chat=forum)
    await officer.wait_for("працює в темі справи", chat=forum)
    other = sandbox.add_group(-99, "Громада", members=[olena])
    await until(other, lambda: other.messages)
    await olena.send(f"/answer {WORDS}", chat=other)
    await olena.wait_quiet(gap=0.5)
    assert [one.text for one in other.messages if one.from_bot and "справи" in one.text] == []


async def test_erased_asker_leaves_no_words_in_the_title(
    house: House, forum: Group, olena: Person, officer: Person
):
    await pass_on(olena)
    topic = await opened(forum, "Запитання", "Нове запитання")
    await write(olena, "/delete")
    await press(olena, "Видалити все")
    await until(forum, lambda: topic.is_closed and UNKNOWN not in topic.name)
    assert "фіолетові" not in topic.name
