"""The secretariat's queue: counts on its buttons, lists that are narrowed down and stay so, the search, what is next."""

from datetime import timedelta
from functools import partial

import pytest

from bot.domain.consultations import ConsultationEvent
from bot.domain.errors import NotAllowed
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import ChangedBy, ProposalState
from bot.sandbox import ChatMessage, Person
from tests.flows import cases
from tests.flows.cases import REASON, decide, open_case
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import click, press, write

S = ProposalState
#: Their notices would come among the screens.
received, at = partial(cases.received, is_told=False), partial(cases.at, is_told=False)


def order_of(shown: ChatMessage) -> list[str]:
    """The references on the buttons, from the top."""
    return [label.partition(" · ")[0] for label in shown.labels if label.startswith("UA-")]


async def answered(house: House, author: Person, *, contested: bool = False) -> str:
    """A proposal whose author has answered a question, or contested a refusal."""
    proposal = await at(house, author, S.UNDER_REVIEW, S.DECLINED if contested else S.CLARIFICATION)
    async with house.rooms.database.unit() as unit:
        await house.services.life.change(
            unit,
            proposal,
            S.UNDER_REVIEW,
            actor=Actor(person_id=PersonId(author.id)),
            side=ChangedBy.AUTHOR,
            reason=REASON,
        )
    return proposal.reference


async def test_queue_tells_apart_what_is_new_answered_and_contested(
    house: House, olena: Person, officer: Person
):
    new = await received(house, olena)
    reply, appeal = await answered(house, olena), await answered(house, olena, contested=True)
    await officer.wait_for("Автор відповів")
    await officer.wait_for("Автор оскаржив")
    shown = await write(officer, "/inbox")
    assert "Автори відповіли чи оскаржили: 2" in shown.text
    for label, reference in (
        ("Нові · 1", new.reference),
        ("Відповіді авторів · 1", reply),
        ("Оскаржені відмови · 1", appeal),
    ):
        listed = await press(officer, label)
        assert order_of(listed) == [reference]
        shown = await press(officer, "‹ Назад")
    assert "Пропозиції чекають · 3" in shown.labels


async def test_filters_combine_and_stay_as_they_were_left(house: House, olena: Person, officer: Person):
    await house.consult("open-data")
    (call,) = await house.services.consultations.list(Actor.operator())
    wanted = await received(
        house, olena, "Та сама", consultation_id=call.id, topic="open-data", region="vinnytsia", days=-1
    )
    for fields in (
        {"topic": "open-data", "region": "vinnytsia", "days": -1},
        {"consultation_id": call.id, "region": "vinnytsia", "days": -1},
        {"consultation_id": call.id, "topic": "open-data", "days": -1},
        {"consultation_id": call.id, "topic": "open-data", "region": "vinnytsia", "days": 9},
    ):
        await received(house, olena, "Інша", **fields)
    await write(officer, "/inbox")
    await press(officer, "Змінити умови")
    await press(officer, "Обрати консультацію")
    await press(officer, "Відкриті дані про дороги")
    await press(officer, "Обрати тему")
    await press(officer, "Відкриті дані")
    await press(officer, "Обрати регіон")
    await click(officer, "jf:vinnytsia")
    shown = await press(officer, "Лише прострочені")
    assert "тема: Відкриті дані" in shown.text
    shown = await press(officer, "Показати · 1")
    assert order_of(shown) == [wanted.reference]
    await house.stop()
    await house.start()
    shown = await write(officer, "/inbox")
    assert "лише прострочені" in shown.text
    assert "Пропозиції чекають · 1" in shown.labels
    shown = await press(officer, "Прибрати умови")
    assert len(order_of(shown)) == 5


async def test_list_goes_on_where_it_was_left(house: House, olena: Person, officer: Person):
    for days in range(1, 8):
        await received(house, olena, f"Строк {days}", days=days)
    await click(officer, "fq:new:0")
    shown = await press(officer, "Далі ›")
    left = order_of(shown)
    await press(officer, "UA-2026-0006 · Строк 6")
    assert order_of(await click(officer, "ja")) == left


async def test_words_are_looked_for_in_any_form_and_with_the_filters(
    house: House, olena: Person, officer: Person
):
    for title, topic in (("Ліхтарі у дворах", "open-data"), ("Ліхтар на розі", ""), ("Дерева", "open-data")):
        proposal = await received(house, olena, title, topic=topic)
        async with house.rooms.database.unit() as unit:
            await unit.words.replace(proposal.id, house.services.similar.words_of(proposal))
    shown = await write(officer, "/inbox ліхтарів")
    assert order_of(shown) == ["UA-2026-0001", "UA-2026-0002"]
    await click(officer, "je:open-data")
    shown = await click(officer, "ja")
    assert order_of(shown) == ["UA-2026-0001"]
    assert "слова: «ліхтарів»" in shown.text
    await press(officer, "Шукати")
    shown = await write(officer, "дерево")
    assert order_of(shown) == ["UA-2026-0003"]


async def test_reference_among_the_words_opens_the_case(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena)
    await write(officer, "/inbox")
    shown = await press(officer, "Шукати")
    assert "Напишіть кілька слів або номер" in shown.text
    shown = await write(officer, f"де {proposal.reference.lower()}?")
    assert "Невідомо, що й коли ремонтують." in shown.text


async def test_search_is_left_with_cancel_and_takes_no_later_message(
    house: House, olena: Person, officer: Person
):
    await received(house, olena)
    await click(officer, "jj")
    assert "Пошук закрито" in (await write(officer, "/cancel")).text
    shown = await write(officer, "Коли затвердили четвертий план дій?")
    assert "18 грудня 2018" in shown.text


async def test_most_urgent_is_a_tap_away_from_queue_case_and_decision(
    house: House, olena: Person, officer: Person
):
    latest = await at(house, olena, S.UNDER_REVIEW, title="Друга", days=-1)
    first = await received(house, olena, "Перша", days=-3)
    await received(house, olena, "Вчасна", days=3)
    await write(officer, "/inbox")
    shown = await press(officer, "Відкрити найтерміновішу")
    assert first.reference in shown.text
    assert "прострочено з" in shown.text
    assert latest.reference in (await press(officer, "Відкрити найтерміновішу")).text
    assert first.reference in (await press(officer, "Відкрити найтерміновішу")).text
    await decide(officer, latest, "Прийняти")
    assert first.reference in (await press(officer, "Відкрити найтерміновішу")).text


async def test_nearest_comes_where_nothing_is_late(house: House, olena: Person, officer: Person):
    await received(house, olena, "Пізніша", days=9)
    near = await received(house, olena, "Ближча", days=2)
    await write(officer, "/inbox")
    assert near.reference in (await press(officer, "Відкрити найтерміновішу")).text


async def test_what_waits_for_its_author_is_not_late(house: House, olena: Person, officer: Person):
    await at(house, olena, S.CLARIFICATION, days=5)
    house.clock.ahead = timedelta(days=9)
    assert "Прострочено: 0" in (await write(officer, "/inbox")).text


@pytest.mark.parametrize(
    "data", ["ja", "jb", "jc:t:0", "jd:0", "je:", "jf:", "jg:1", "jh:mine", "ji", "jj", "jk:0", "jl:1"]
)
async def test_citizen_sees_nothing_of_the_queue(house: House, olena: Person, data: str):
    proposal = await received(house, olena)
    await house.consult()
    shown = await click(olena, data)
    assert "лише секретаріат" in shown.text
    assert proposal.reference not in shown.text


async def test_observer_reads_the_queue(house: House, olena: Person, officer: Person):
    await received(house, olena)
    observer = Actor(person_id=PersonId(OFFICER), role=Role.OBSERVER)
    queue = house.services.queue
    assert (await queue.overview(observer)).counts["new"] == 1
    assert (await queue.open(observer)).listed.total == 1
    with pytest.raises(NotAllowed):
        await queue.overview(Actor(person_id=PersonId(OFFICER)))


async def test_case_says_how_to_the_most_urgent(house: House, olena: Person, officer: Person):
    proposal = await received(house, olena)
    assert "Відкрити найтерміновішу" in (await open_case(officer, proposal)).labels


async def test_what_keeps_results_back_is_a_tap_away(house: House, olena: Person, officer: Person):
    await house.consult()
    (call,) = await house.services.consultations.list(Actor.operator())
    asked = await at(house, olena, S.CLARIFICATION, consultation_id=call.id)
    await received(house, olena, "Інша")
    await house.services.consultations.step(
        "open-data", ConsultationEvent.CLOSED, Actor.operator(), note="Досить."
    )
    shown = await click(officer, f"um:{call.id}")
    assert "Без відповіді · 1" in shown.labels
    assert order_of(await press(officer, "Без відповіді · 1")) == [asked.reference]
    await press(officer, "‹ Назад")
    shown = await click(officer, f"uw:{call.id}:answer")
    assert "Ще не всі відповіді готові." in shown.text
    assert order_of(await press(officer, "Дати відповіді")) == [asked.reference]
