"""The secretariat publishes consultations in the chat: prepares, schedules, corrects, ends them."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app import rooms
from bot.domain.consultations import ConsultationEvent
from bot.domain.people import Actor
from bot.domain.proposals import ProposalState
from bot.sandbox import ChatMessage, Person, Sandbox
from tests.flows.conftest import House
from tests.flows.scenes import click, data_of, follow, press, write
from tests.flows.submissions import send

KYIV = ZoneInfo("Europe/Kyiv")
#: What an officer writes, step by step: words, or which button says it (the beginnings of callback data).
STEPS = (
    ("ua:{}:kind:call",),
    "Що робити з дворами",
    "Пропонуємо нові правила для дворів. Що в них змінити?",
    "Міська рада",
    "Мешканці багатоповерхівок",
    "Менше машин у дворах",
    "dvory@example.org або листом",
    ("ut:{}:topics:environment:1", "ug:{}:regions"),
    ("ug:{}:documents",),
    "Проєкт правил https://example.org/rules",
    ("ug:{}:opens",),
    ("ua:{}:opens:now",),
)


def in_days(days: int) -> str:
    return f"{datetime.now(KYIV) + timedelta(days=days):%d.%m.%Y} 18:00"


async def walk(officer: Person, shown: ChatMessage, steps) -> ChatMessage:
    for step in steps:
        if isinstance(step, str):
            shown = await write(officer, step)
        else:
            for start in step:
                shown = await follow(officer, shown, start)
    return shown


async def begin(officer: Person) -> ChatMessage:
    await write(officer, "/publish")
    return await press(officer, "Нова консультація")


async def prepare(officer: Person, *, days: int = 10) -> ChatMessage:
    """A whole consultation, up to its preview; in Ukrainian alone."""
    shown = await walk(officer, await begin(officer), STEPS)
    assert "До якого часу" in shown.text
    shown = await write(officer, in_days(days))
    return await follow(officer, shown, "ua:{}:second:no")


async def test_publishing_by_command_alerts_and_tells_how_many(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    shown = await write(officer, "/publish waiting")
    assert "Консультацію оприлюднено" in shown.text
    assert "Одержувачів сповіщення: 1." in shown.text
    await olena.wait_for("Нова консультація")
    assert "Долучитися можна" in (await press(officer, "Читати консультацію")).text


async def test_publishing_from_the_list_after_a_preview(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    assert "Неоприлюднені консультації: 1" in (await write(officer, "/publish")).text
    shown = await press(officer, "Відкриті дані про дороги · чернетка")
    assert "Перевірка перед оприлюдненням" in shown.text
    assert "Нова консультація" in shown.text
    assert "Консультацію оприлюднено" in (await press(officer, "Оприлюднити консультацію")).text
    assert "Нова консультація" in (await olena.wait_for("Нова консультація")).text
    shown = await press(officer, "‹ Назад")
    assert "Неоприлюднених консультацій: 0" in shown.text


async def test_publishing_twice_is_refused_and_alerts_nobody_again(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    await write(officer, "/publish waiting")
    await olena.wait_for("Нова консультація")
    assert "вже оприлюднено" in (await write(officer, "/publish waiting")).text
    assert "вже оприлюднено" in (await click(officer, "cp:1")).text
    await olena.wait_quiet()
    assert sum("Нова консультація" in message.text for message in olena.chat.messages) == 1


async def test_publishing_an_unknown_slug_lists_what_can_be_published(house: House, officer: Person):
    await house.consult("first", publish=False)
    await house.consult("second", publish=False)
    shown = await write(officer, "/publish frist")
    assert "Консультації «frist» немає" in shown.text
    assert "first, second" in shown.text
    assert "Неоприлюднені консультації: 2" in (await press(officer, "Обрати, що оприлюднити")).text


async def test_publishing_with_nothing_to_publish_says_so(officer: Person):
    assert "Поки жодної" in (await write(officer, "/publish")).text
    assert "нічого не чекає" in (await write(officer, "/publish <b>x</b>")).text


async def test_publishing_after_the_deadline_is_refused(house: House, officer: Person):
    await house.consult("waiting", days=1, publish=False)
    house.clock.ahead = timedelta(days=2)
    assert "Строк уже минув" in (await write(officer, "/publish waiting")).text


async def test_consultation_is_prepared_step_by_step_and_published(
    house: House, officer: Person, olena: Person, alex: Person
):
    await write(olena, "/subscribe")
    await write(alex, "/subscribe")
    shown = await prepare(officer)
    assert "Одержувачів сповіщення: 2" in shown.text
    assert "Нова консультація · збір пропозицій" in shown.text
    assert "Консультацію проводить: Міська рада" in shown.text
    assert "Теми: Довкілля" in shown.text
    shown = await press(officer, "Оприлюднити консультацію")
    assert "Консультацію оприлюднено" in shown.text
    alert = await olena.wait_for("Нова консультація")
    assert "Що робити з дворами" in alert.text
    assert "This text is in Ukrainian only" in (await alex.wait_for("New consultation")).text
    shown = await press(olena, "Читати консультацію", message=alert)
    assert "Можливі наслідки\nМенше машин у дворах" in shown.text
    assert "dvory@example.org" in shown.text
    assert "Проєкт правил" in shown.labels
    (one,) = await house.services.consultations.open_now()
    assert one.slug == "shcho-robyty-z-dvoramy"


async def published(house: House, officer: Person, *, days: int = 10, remarks: bool = False) -> int:
    """Prepared and published; its row id."""
    await prepare(officer, days=days)
    await press(officer, "Оприлюднити консультацію")
    (one,) = await house.services.consultations.open_now()
    return one.id


async def test_recipients_and_the_page_in_both_languages(house: House, officer: Person, alex: Person):
    shown = await prepare(officer)
    assert "Підписників немає: сповіщення не отримає ніхто." in shown.text
    shown = await press(officer, "Змінити: Англійський текст")
    shown = await follow(officer, shown, "ua:{}:second:yes")
    assert "Назва (англ.)" in shown.text
    shown = await click(officer, "ug:1:second_title:1")
    shown = await write(officer, "What to do about yards")
    shown = await click(officer, "ug:1:second_summary:1")
    shown = await write(officer, "We propose new rules for yards.")
    assert "Перевірка перед оприлюдненням" in shown.text
    shown = await press(officer, "Як бачать англійською")
    assert "New consultation" in shown.text
    assert "What to do about yards" in shown.text
    await press(officer, "Оприлюднити консультацію")
    await write(alex, "/consultations")
    assert "We propose new rules for yards." in (await press(alex, "What to do about yards")).text


async def test_work_survives_a_restart_at_any_step_and_goes_on(house: House, officer: Person):
    await walk(officer, await begin(officer), STEPS[:3])
    async with house.away():
        pass
    shown = await write(officer, "/publish")
    shown = await press(officer, "Продовжити: Що робити з дворами")
    assert "Хто проводить" in shown.text
    async with house.away():
        pass
    shown = await write(officer, "Міська рада")
    assert "Кого стосується" in shown.text


async def test_edited_message_changes_the_answer(house: House, officer: Person):
    shown = await walk(officer, await begin(officer), STEPS[:1])
    sent = await officer.send("Що робти з дворами")
    await officer.wait_for()
    await officer.edit(sent.id, "Що робити з дворами та парками")
    shown = await officer.wait_for()
    assert "Відповідь «Назва» оновлено" in shown.text
    shown = await press(officer, "‹ Назад")
    assert "Збережено: «Що робити з дворами та парками»" in shown.text


async def test_text_over_the_limit_is_kept_and_asked_for_again(officer: Person):
    shown = await walk(officer, await begin(officer), STEPS[:1])
    shown = await write(officer, "Назва " * 40)
    assert "Задовго на 39 знаків" in shown.text
    assert "Зміст" in (await write(officer, "Назва коротка")).text


@pytest.mark.parametrize("typed", ["завтра", "31.02.2027", "12", "2027-13-01 10:00", "20.12.2027 25:00", "…"])
async def test_unclear_date_is_explained_with_an_example(officer: Person, typed):
    await walk(officer, await begin(officer), STEPS)
    shown = await write(officer, typed)
    assert "Дати не зрозуміло" in shown.text
    assert " 18:00" in shown.text
    shown = await write(officer, in_days(10))
    assert "англійський" in shown.text


async def test_date_in_the_past_is_refused_and_nothing_is_lost(officer: Person):
    await walk(officer, await begin(officer), STEPS)
    assert "Зарано" in (await write(officer, "01.02.2020 10:00")).text
    assert "Продовжити: Що робити з дворами" in (await write(officer, "/publish")).labels


async def test_words_where_a_button_is_to_be_pressed_are_answered(officer: Person):
    await begin(officer)
    assert "Тут оберіть кнопкою" in (await write(officer, "Про двори")).text


async def test_cancel_asks_before_anything_is_thrown_away(officer: Person):
    await walk(officer, await begin(officer), STEPS[:3])
    shown = await write(officer, "/cancel")
    assert "Видалити цю консультацію?" in shown.text
    shown = await press(officer, "Зберегти й вийти")
    assert "Продовжити: Що робити з дворами" in shown.labels
    await press(officer, "Продовжити: Що робити з дворами")
    await write(officer, "/cancel")
    shown = await press(officer, "Не зберігати")
    assert not any(label.startswith("Продовжити") for label in shown.labels)


async def test_menu_puts_the_work_aside_and_a_question_is_a_question_again(officer: Person):
    await walk(officer, await begin(officer), STEPS[:3])
    await write(officer, "/menu")
    shown = await write(officer, "Коли затвердили четвертий план дій?")
    assert "18 грудня 2018" in shown.text


async def test_file_and_link_become_documents_and_are_handed_out(
    house: House, sandbox: Sandbox, officer: Person, olena: Person
):
    await walk(officer, await begin(officer), STEPS[:9])
    await officer.send_document("rules.pdf", b"%PDF-1.4 rules", "application/pdf", caption="Правила дворів")
    shown = await officer.wait_for()
    assert "Додано файл «rules.pdf»" in shown.text or "rules.pdf" in shown.text
    shown = await write(officer, "без адреси")
    assert "Це не схоже на посилання" in shown.text
    shown = await write(officer, "https://example.org/rules Пояснення")
    assert "Прибрати Пояснення" in shown.labels
    shown = await walk(officer, shown, STEPS[10:])
    await write(officer, in_days(10))
    await press(officer, "Не додавати")
    await press(officer, "Оприлюднити консультацію")
    await write(olena, "/consultations")
    shown = await press(olena, "Що робити з дворами")
    for _ in range(2):
        await olena.press("Правила дворів (14\u00a0Б)", message=shown)
        handed = await olena.wait_for("Правила дворів")
        assert handed.document.name == "rules.pdf"
        assert handed.document.content == b"%PDF-1.4 rules"
        await olena.wait_for("Документ вище")
    sent = sandbox.calls_of("sendDocument")
    assert isinstance(sent[-1].params["document"], str)


async def until_scheduling(officer: Person, *, closes: int) -> ChatMessage:
    """To the look before a consultation is scheduled: it opens in two days and closes in so many."""
    await walk(officer, await begin(officer), STEPS[:-1])
    await write(officer, in_days(2))
    await write(officer, in_days(closes))
    return await press(officer, "Не додавати")


async def test_album_and_files_are_kept_from_the_sweeper(house: House, officer: Person):
    await walk(officer, await begin(officer), STEPS[:9])
    await officer.send_document("rules.pdf", b"%PDF-1.4 rules", "application/pdf")
    await officer.wait_for()
    async with house.rooms.database.view() as view:
        (work,) = await view.consultation_drafts.by(officer.id)
        assert await view.attachments.is_used(work.documents[0].sha256)
        assert not await view.attachments.is_used("0" * 64)


async def test_scheduled_one_is_invisible_until_its_time_and_opens_by_itself(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    shown = await until_scheduling(officer, closes=10)
    assert "Час відкриття" in shown.text
    shown = await press(officer, "Запланувати відкриття")
    assert "Консультацію заплановано" in shown.text
    assert "Відкриється сама" in shown.text
    assert "Консультації не знайдено" in (await click(olena, "c:1")).text
    assert "Зараз відкритих консультацій немає" in (await write(olena, "/consultations")).text
    house.clock.ahead = timedelta(days=3)
    assert "Що робити з дворами" in (await write(olena, "/consultations")).text
    await olena.wait_for("Нова консультація")


async def test_scheduled_one_can_be_taken_off_the_schedule_and_edited(house: House, officer: Person):
    await until_scheduling(officer, closes=10)
    await press(officer, "Запланувати відкриття")
    await press(officer, "Керувати консультацією")
    shown = await press(officer, "Зняти з плану")
    assert "Запланувати відкриття" in shown.labels
    await press(officer, "Змінити чернетку")
    await press(officer, "Змінити: Назва")
    await write(officer, "Що робити з парками")
    await press(officer, "Зберегти чернетку")
    house.clock.ahead = timedelta(days=3)
    assert not await house.services.consultations.open_now()
    (one,) = await house.services.consultations.drafts(await house.services.people.actor(officer.id))
    assert one.title("uk") == "Що робити з парками"


async def test_one_that_could_not_open_before_its_deadline_is_a_draft_again(house: House, officer: Person):
    await until_scheduling(officer, closes=3)
    await press(officer, "Запланувати відкриття")
    house.clock.ahead = timedelta(days=5)
    assert not await house.services.consultations.open_now()
    shown = await write(officer, "/publish")
    assert "Що робити з дворами · чернетка" in shown.labels


async def test_moved_deadline_reaches_those_who_were_told_and_says_what_it_was(
    house: House, officer: Person, olena: Person, alex: Person
):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    await write(alex, "/subscribe")  # after the opening: nothing was told
    await click(officer, f"um:{row}")
    shown = await press(officer, "Змінити чи виправити")
    assert "Що змінити?" in shown.text
    await press(officer, "Змінити: Строк участі")
    shown = await write(officer, in_days(20))
    assert "Одержувачів сповіщення: 1." in shown.text
    await press(officer, "Змінити: Пояснення")
    shown = await write(officer, "Просили більше часу")
    assert "Чому: Просили більше часу" in shown.text
    shown = await press(officer, "Оприлюднити зміни")
    assert "Зміни оприлюднено" in shown.text
    told = await olena.wait_for("Зміни в консультації")
    assert "Строк участі: було «" in told.text
    assert "», стало «" in told.text
    assert "Просили більше часу" in told.text
    shown = await press(olena, "Читати консультацію", message=told)
    assert "змінено" in shown.text
    await alex.wait_quiet()
    assert not any("Changes in a consultation" in message.text for message in alex.chat.messages)
    _, changes = await _history(house, row)
    assert changes[-1].deadlines is not None


async def _history(house: House, row: int):
    record = await house.services.consultations.record(row)
    return record.consultation, record.changes


async def test_change_pressed_again_tells_nobody_twice(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    await click(officer, f"uw:{row}:correct")
    await press(officer, "Змінити: Назва")
    shown = await write(officer, "Що робити з двориками")
    data = data_of(shown, "uo:")
    assert data is not None
    assert "Зміни оприлюднено" in (await click(officer, data)).text
    await officer.press(data=data)
    await officer.wait_for_answer()
    await olena.wait_for("Зміни в консультації")
    await olena.wait_quiet()
    assert sum("Зміни в консультації" in message.text for message in olena.chat.messages) == 1


async def test_deadline_is_never_moved_into_the_past(house: House, officer: Person):
    row = await published(house, officer)
    await click(officer, f"uw:{row}:correct")
    await press(officer, "Змінити: Строк участі")
    assert "Зарано" in (await write(officer, "01.02.2020")).text
    consultation, changes = await _history(house, row)
    assert len(changes) == 1
    assert consultation.is_open(datetime.now(UTC))


async def test_closing_early_is_told_with_the_reason_and_stops_the_rest(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    await click(officer, f"um:{row}")
    await press(officer, "Закрити зараз")
    shown = await write(officer, "Досить пропозицій")
    assert "Закрити консультацію зараз?" in shown.text
    assert "Консультацію закрито" in (await press(officer, "Закрити консультацію")).text
    told = await olena.wait_for("Консультацію закрито раніше")
    assert "Досить пропозицій" in told.text
    assert "Строк участі: було «" in told.text
    assert "більше не приймає" in (await click(olena, f"db:{row}")).text


async def test_withdrawal_needs_a_reason(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    await click(officer, f"um:{row}")
    shown = await press(officer, "Відкликати консультацію")
    assert "Чому консультацію відкликають?" in shown.text
    assert "Пропустити крок" not in shown.labels
    shown = await write(officer, "Помилка в документі")
    assert "Відкликати консультацію?" in shown.text
    assert "Консультацію відкликано" in (await press(officer, "Відкликати")).text
    assert "Помилка в документі" in (await olena.wait_for("Консультацію відкликано")).text
    shown = await click(olena, f"c:{row}")
    assert "Консультацію відкликано. Долучитися вже не можна." in shown.text


async def test_two_officers_see_each_others_change_and_overwrite_nothing(
    house: House, sandbox: Sandbox, officer: Person
):
    row = await published(house, officer)
    await house.stop()
    await house.start(admins=frozenset({officer.id, 1009}))
    other = sandbox.add_person(1009, "Ігор", language_code="uk")
    await write(other, "/start")
    await click(officer, f"uw:{row}:correct")
    await press(officer, "Змінити: Назва")
    mine = await write(officer, "Що робити з двориками")
    shown = await click(other, f"um:{row}")
    assert "зараз працює ще 1 колега" in shown.text
    await click(other, f"uw:{row}:correct")
    await press(other, "Змінити: Зміст")
    await write(other, "Пропонуємо нові правила для дворів і парків.")
    await press(other, "Оприлюднити зміни")
    shown = await press(officer, "Оприлюднити зміни", message=mine)
    assert "колега вже змінив" in shown.text
    assert "і парків" in shown.text
    await press(officer, "Оприлюднити зміни")
    consultation, _ = await _history(house, row)
    assert consultation.texts["uk"].title == "Що робити з двориками"
    assert consultation.texts["uk"].summary.endswith("і парків.")


async def test_results_wait_for_every_response_and_lead_to_the_missing_ones(
    house: House, officer: Person, olena: Person
):
    row = await published(house, officer)
    await send(house, olena, consultation_id=row)
    await officer.wait_for("Нова пропозиція")
    house.clock.ahead = timedelta(days=11)
    await house.services.consultations.open_due()
    shown = await click(officer, f"uw:{row}:answer")
    assert "На відповідь чекає 1 пропозиція." in shown.text
    assert "Дати відповіді" in shown.labels
    await house.services.life.answer(
        1, ProposalState.ACCEPTED, Actor.operator(), reason="Слушно, візьмемо до плану."
    )
    await click(officer, f"uw:{row}:answer")
    shown = await press(officer, "Пропустити крок")
    assert "Оголосити результати?" in shown.text
    await press(officer, "Оголосити")
    told = await olena.wait_for("Результати консультації")
    assert "Надійшла 1 пропозиція" in told.text
    assert "прийнято: 1" in told.text
    shown = await click(olena, f"c:{row}")
    assert "Результати оголошено" in shown.text


@pytest.mark.parametrize(
    "data", ["un", "uw:1:correct", "uw:1:withdraw", "uo:1:o:00000000", "us:1", "uq:1", "um:1", "uc:1", "ux:1"]
)
async def test_citizen_who_forges_a_button_of_the_officers_is_refused(
    house: House, officer: Person, olena: Person, data
):
    await house.consult("open-data")
    await walk(officer, await begin(officer), STEPS[:3])
    assert "Це може лише секретаріат" in (await click(olena, data)).text


async def test_work_of_a_colleague_is_not_there_for_another_officer(
    house: House, sandbox: Sandbox, officer: Person
):
    await walk(officer, await begin(officer), STEPS[:3])
    await house.stop()
    await house.start(admins=frozenset({officer.id, 1009}))
    other = sandbox.add_person(1009, "Ігор", language_code="uk")
    await write(other, "/start")
    assert "Цієї чернетки вже немає" in (await click(other, "uc:1")).text
    assert "Цієї чернетки вже немає" in (await click(other, "ux:1")).text


async def test_document_is_added_after_publishing_and_the_history_is_there_to_read(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    await click(officer, f"uw:{row}:correct")
    await press(officer, "Змінити: Документи")
    await write(officer, "Пояснювальна записка https://example.org/note")
    shown = await press(officer, "Готово")
    assert "було «Проєкт правил», стало «Проєкт правил; Пояснювальна записка»" in shown.text
    await press(officer, "Оприлюднити зміни")
    told = await olena.wait_for("Зміни в консультації")
    assert "Пояснювальна записка" in told.text
    await click(officer, f"uw:{row}:close")
    await press(officer, "Пропустити крок")
    await press(officer, "Закрити консультацію")
    await olena.wait_for("закрито раніше")
    await click(olena, f"c:{row}")
    shown = await press(olena, "Що змінювалося")
    assert "· змінено" in shown.text
    assert shown.text.index("· закрито") < shown.text.index("· змінено")


async def test_those_who_write_or_have_written_hear_of_a_change_without_a_subscription(
    house: House, officer: Person, olena: Person, alex: Person
):
    row = await published(house, officer)
    await send(house, olena, consultation_id=row)
    await click(alex, f"db:{row}")
    await write(alex, "Yards for people")
    await officer.wait_for("Нова пропозиція")
    await click(officer, f"uw:{row}:withdraw")
    shown = await write(officer, "Помилка в документі")
    assert "Одержувачів сповіщення: 2" in shown.text
    await press(officer, "Відкликати")
    assert "чернетка збережена" in (await olena.wait_for("Консультацію відкликано")).text
    assert "your draft is kept" in (await alex.wait_for("Consultation withdrawn")).text


async def test_closed_before_its_alerts_have_gone_it_alerts_nobody(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    await house.consult("waiting", publish=False)
    async with house.away(), rooms(house.settings, clock=house.clock) as opened:
        service = opened.services.consultations
        await service.publish("waiting", Actor.operator())
        await service.step("waiting", ConsultationEvent.WITHDRAWN, Actor.operator(), note="Помилка")
    await olena.wait_quiet(gap=1.0)
    assert not any("Нова консультація" in message.text for message in olena.chat.messages)


async def test_same_short_name_is_refused(house: House, officer: Person):
    await house.consult("open-data")
    await prepare(officer)
    await press(officer, "Змінити: Код")
    assert "Такий код не підійде" in (await write(officer, "відкриті дані")).text
    await write(officer, "open-data")
    assert "уже зайнято" in (await press(officer, "Оприлюднити консультацію")).text
    await press(officer, "Продовжити")
    await press(officer, "Змінити: Код")
    await write(officer, "yards")
    assert "Консультацію оприлюднено" in (await press(officer, "Оприлюднити консультацію")).text
    assert await house.services.consultations.find("yards")


async def test_remarks_cannot_be_asked_for_without_the_draft(officer: Person):
    shown = await begin(officer)
    shown = await follow(officer, shown, "ua:{}:kind:remarks")
    shown = await walk(officer, shown, STEPS[1:9])
    assert "Спершу надішліть проєкт" in shown.text
    shown = await follow(officer, shown, "ug:{}:opens")
    await follow(officer, shown, "ua:{}:opens:now")
    await write(officer, in_days(10))
    shown = await press(officer, "Не додавати")
    assert "Ще бракує: Документи" in shown.text
    await press(officer, "Заповнити решту")
    await write(officer, "Проєкт https://example.org/draft")
    shown = await press(officer, "Готово")
    assert "зауваження до проєкту" in shown.text
    assert "Оприлюднити консультацію" in shown.labels


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
async def test_what_an_officer_did_is_shown_after_a_broken_line_and_done_once(
    house: House, sandbox: Sandbox, officer: Person, olena: Person, method: str
):
    await write(olena, "/subscribe")
    await walk(officer, await begin(officer), STEPS[:1])
    for _ in range(2):
        sandbox.faults.drop(method, applied=False)
    await officer.send("Що робити з дворами")
    await officer.wait_for("Крок 3 з 13")
    await walk(officer, officer.chat.messages[-1], STEPS[2:])
    await write(officer, in_days(10))
    await press(officer, "Не додавати")
    for _ in range(2):
        sandbox.faults.drop(method, applied=False)
    await officer.press("Оприлюднити консультацію")
    await officer.wait_for("Консультацію оприлюднено")
    await olena.wait_for("Нова консультація")
    (one,) = await house.services.consultations.open_now()
    for _ in range(2):
        sandbox.faults.drop(method, applied=False)
    await officer.press(data=f"uw:{one.id}:close")
    await officer.wait_for("Чому консультацію закривають раніше?")
    await press(officer, "Пропустити крок")
    for _ in range(2):
        sandbox.faults.drop(method, applied=False)
    await officer.press("Закрити консультацію")
    await officer.wait_for("Консультацію закрито")
    await olena.wait_for("закрито раніше")
    _, changes = await _history(house, one.id)
    assert [change.event for change in changes] == ["opened", "closed"]
    await olena.wait_quiet()
    assert sum("закрито раніше" in message.text for message in olena.chat.messages) == 1


async def test_scheduled_one_is_edited_and_waits_for_its_new_time(house: House, officer: Person):
    await until_scheduling(officer, closes=10)
    await press(officer, "Запланувати відкриття")
    await press(officer, "Керувати консультацією")
    await press(officer, "Змінити чернетку")
    await press(officer, "Змінити: Коли відкрити")
    await write(officer, in_days(5))
    shown = await press(officer, "Запланувати відкриття")
    assert "Консультацію заплановано" in shown.text
    house.clock.ahead = timedelta(days=3)
    assert not await house.services.consultations.open_now()
    house.clock.ahead = timedelta(days=6)
    assert len(await house.services.consultations.open_now()) == 1


# What is looked over is what goes out


def without_now(text: str) -> str:
    """A text without the moment at which something was done: minutes pass."""
    return re.sub("стало «[^»]*»", "стало «зараз»", text)


async def test_preview_is_word_for_word_what_subscribers_read(
    house: House, officer: Person, olena: Person, alex: Person
):
    await write(olena, "/subscribe")
    await write(alex, "/subscribe")
    shown = await prepare(officer)
    in_english = await press(officer, "Як бачать англійською")
    await press(officer, "Оприлюднити консультацію")
    assert shown.text.endswith((await olena.wait_for("Нова консультація")).text)
    assert in_english.text.endswith((await alex.wait_for("New consultation")).text)
    (one,) = await house.services.consultations.open_now()
    await click(officer, f"uw:{one.id}:correct")
    await press(officer, "Змінити: Строк участі")
    shown = await write(officer, in_days(20))
    await press(officer, "Оприлюднити зміни")
    assert shown.text.endswith((await olena.wait_for("Зміни в консультації")).text)
    await click(officer, f"uw:{one.id}:close")
    shown = await write(officer, "Досить пропозицій")
    await press(officer, "Закрити консультацію")
    told = await olena.wait_for("Консультацію закрито раніше")
    assert without_now(shown.text).endswith(without_now(told.text))
    await click(officer, f"uw:{one.id}:answer")
    shown = await write(officer, "Дякуємо всім.")
    await press(officer, "Оголосити")
    told = await olena.wait_for("Результати консультації")
    assert shown.text.endswith(told.text)
    assert "Консультацію проводить: Міська рада" in told.text
    assert "This text is in Ukrainian only." in (await alex.wait_for("Results of a consultation")).text


async def test_preview_of_a_scheduled_one_counts_the_days_from_its_opening(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    shown = await until_scheduling(officer, closes=10)
    assert "залишилося 8 днів" in shown.text
    await press(officer, "Запланувати відкриття")
    managed = await press(officer, "Керувати консультацією")
    house.clock.ahead = datetime.now(KYIV).replace(hour=18, minute=1) + timedelta(days=2) - datetime.now(KYIV)
    await house.services.consultations.open_due()
    alert = await olena.wait_for("Нова консультація")
    assert alert.text in shown.text
    assert alert.text in managed.text


async def test_change_of_every_field_at_its_longest_fits_one_message(
    house: House, officer: Person, olena: Person
):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    for round_number in range(2):
        await click(officer, f"uw:{row}:correct")
        work = await house.services.publishing.in_hand(officer.id)
        for step, most in (
            ("title", 200),
            ("summary", 2000),
            ("authority", 300),
            ("affected", 600),
            ("consequences", 600),
            ("ways", 600),
            ("note", 600),
        ):
            await click(officer, f"ug:{work.id}:{step}:1")
            await write(officer, ("слово " * 400)[: most - 2] + f"{round_number}.")
        await press(officer, "Оприлюднити зміни")
        await olena.wait_quiet()
    told = [message for message in olena.chat.messages if "Зміни в консультації" in message.text]
    assert len(told) == 2
    for field in ("Назва", "Зміст", "Хто проводить", "Кого це стосується", "Можливі наслідки", "Електронна"):
        assert f"\n{field}" in told[1].text
    assert "Читати консультацію" in told[1].labels
    await write(olena, "/start c_shcho-robyty-z-dvoramy")
    assert "Що змінювалося" in (await press(olena, "Що змінювалося")).text


async def test_another_file_of_the_same_title_is_a_change(house: House, officer: Person, olena: Person):
    await write(olena, "/subscribe")
    row = await published(house, officer)
    await olena.wait_for("Нова консультація")
    await click(officer, f"uw:{row}:correct")
    await press(officer, "Змінити: Документи")
    await press(officer, "Прибрати Проєкт правил")
    await officer.send_document("new.pdf", b"%PDF-1.4 new", "application/pdf", caption="Проєкт правил")
    await officer.wait_for()
    await press(officer, "Готово")
    await press(officer, "Оприлюднити зміни")
    assert "Документи: змінено" in (await olena.wait_for("Зміни в консультації")).text
