"""Reading consultations, and taking them in from files."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.domain.consultations import (
    ConsultationAlreadyPublished,
    ConsultationEvent,
    ConsultationKind,
    ConsultationText,
    Document,
    NewConsultation,
)
from bot.domain.people import Actor
from bot.sandbox import Person
from bot.services.consultation_files import FileInvalid, read
from tests.flows.conftest import House
from tests.flows.scenes import click, press, write

KYIV = ZoneInfo("Europe/Kyiv")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GOOD = """\
slug: open-data
closes: 2030-12-20 18:00
title:
  uk: Відкриті дані
  en: Open data
summary:
  uk: Про дороги.
  en: On roads.
"""


async def test_list_shows_the_open_ones_with_their_deadlines(house: House, olena: Person):
    await house.consult("later", days=9, uk="Пізніша")
    await house.consult("sooner", days=2, uk="Скоріша")
    await house.consult("unpublished", publish=False, uk="Неоприлюднена")
    shown = await write(olena, "/consultations")
    assert shown.labels[:2] == ["Скоріша", "Пізніша"]
    assert "Неоприлюднена" not in shown.text
    assert "(залишилося 2 дні)" in shown.text
    assert "за Києвом" in shown.text


async def test_list_without_any_offers_a_proposal_all_the_same(olena: Person, alex: Person):
    shown = await write(olena, "/consultations")
    assert "Зараз відкритих консультацій немає" in shown.text
    assert shown.labels[0] == "Написати пропозицію"
    assert "No consultation is open now" in (await write(alex, "/consultations")).text


async def test_reading_one_and_going_back(house: House, alex: Person):
    await house.consult()
    await write(alex, "/consultations")
    shown = await press(alex, "Open data on roads")
    assert "You can take part until" in shown.text
    assert "Write a proposal" in shown.labels
    assert "Open consultations" in (await press(alex, "‹ Back")).text


async def test_closed_one_can_be_read_but_not_written_for(house: House, olena: Person):
    await house.consult(days=1)
    house.clock.ahead = timedelta(days=2)
    shown = await write(olena, "/start c_open-data")
    assert "Долучитися вже не можна" in shown.text
    assert "Написати пропозицію" not in shown.labels


async def test_longest_title_and_text_fit_one_message(house: House, olena: Person):
    await house.consult(uk="Слово " * 33)
    shown = await write(olena, "/consultations")
    assert all(len(label) <= 40 for label in shown.labels)
    assert shown.labels[0].endswith("Слово…")


async def test_markup_in_a_title_is_shown_as_written(house: House, olena: Person):
    await house.consult(uk="<b>Дороги</b> & { $title }")
    shown = await write(olena, "/start c_open-data")
    assert "<b>Дороги</b> & { $title }" in shown.text


async def test_unpublished_one_is_there_for_nobody(house: House, olena: Person):
    await house.consult("secret", publish=False)
    shown = await click(olena, "c:1")
    assert "Консультації не знайдено" in shown.text


def test_file_gives_one_consultation_or_many():
    (one,) = read(GOOD, languages=["uk", "en"], zone=KYIV, now=NOW)
    assert one.slug == "open-data"
    assert one.closes_at == datetime(2030, 12, 20, 16, 0, tzinfo=UTC)
    listed = "".join(
        "- " + GOOD.replace("\n", "\n  ").rstrip().replace("open-data", slug) + "\n" for slug in "ab"
    )
    assert [each.slug for each in read(listed, languages=["uk", "en"], zone=KYIV, now=NOW)] == ["a", "b"]


def test_date_alone_means_until_the_end_of_that_day():
    (one,) = read(GOOD.replace(" 18:00", ""), languages=["uk", "en"], zone=KYIV, now=NOW)
    assert one.closes_at.astimezone(KYIV).isoformat() == "2030-12-20T23:59:59+02:00"


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("slug: open-data\n", "", [(1, "slug", "slug")]),
        ("open-data", "open data!", [(1, "slug", "slug")]),
        ("open-data", "x" * 61, [(1, "slug", "slug")]),
        ("2030-12-20 18:00", "soon", [(2, "closes", "closes")]),
        ("2030-12-20 18:00", "2030-02-31", [(2, "closes", "closes")]),
        ("2030-12-20 18:00", "2030-12-20 25:00", [(2, "closes", "closes")]),
        ("  uk: Відкриті дані\n", "  uk: ''\n", [(4, "title.uk", "title")]),
        ("Відкриті дані", "я" * 201, [(4, "title.uk", "title")]),
        ("Про дороги.", "я" * 2001, [(7, "summary.uk", "summary")]),
        ("  en: On roads.\n", "", [(6, "summary", "same-languages")]),
        ("  en: Open data", "  pl: Dane", [(5, "title.pl", "language"), (6, "summary", "same-languages")]),
        ("slug:", "url: not a link\nslug:", [(1, "url", "url")]),
        ("slug:", "kind: party\nslug:", [(1, "kind", "kind")]),
        ("slug:", "colour: red\nslug:", [(1, "colour", "no-such-field")]),
        ("slug:", "slug: twice\nslug:", [(2, "slug", "yaml-twice")]),
        ("title:\n", "title: [\n", [(5, "title", "yaml")]),
        (GOOD, "", [(1, "", "consultations")]),
        (GOOD, "just words\n", [(1, "", "consultations")]),
        (GOOD, "[]\n", [(1, "", "consultations")]),
        (GOOD, "- 1\n- 2\n", [(1, "", "consultations"), (2, "", "consultations")]),
        (GOOD, "\x00", [(1, None, "yaml")]),
        (GOOD, "a: &a [*a]\n", [(1, "a", "yaml-alias")]),
        (GOOD, "a: &a x\nb: *a\n", [(2, "b", "yaml-alias")]),
        (GOOD, "? [a]: b\n", [(1, "", "yaml-key")]),
        ("  uk: Відкриті дані", "  {a: b}: c", [(4, "title", "yaml-key")]),
        (GOOD, "[" * 900 + "]" * 900, [(1, "", "yaml-deep")]),
        (GOOD, "title: " + "[" * 50_000, [(1, "title", "yaml-deep")]),
        (GOOD, "".join(" " * at + "a:\n" for at in range(40)), [(33, "a", "yaml-deep")]),
        (GOOD, "#" * 300_000, [(1, "", "yaml-large")]),
        ("2030-12-20 18:00", "0001-01-01 00:00", [(2, "closes", "closes")]),
        ("2030-12-20 18:00", "２０３０-12-20", [(2, "closes", "closes")]),
        ("2030-12-20 18:00", "2026-11-23 14:00", [(2, "closes", "future")]),
        ("2030-12-20 18:00", "2026-11-22", [(2, "closes", "future")]),
        ("Відкриті дані", '"\\u200b \\u2060"', [(4, "title.uk", "title")]),
        ("Відкриті дані", "…!?", [(4, "title.uk", "title")]),
        ("Про дороги.", '"\\u200b"', [(7, "summary.uk", "summary")]),
    ],
)
def test_broken_file_names_the_line_and_what_is_wanted(old, new, problems):
    with pytest.raises(FileInvalid) as caught:
        read(GOOD.replace(old, new), languages=["uk", "en"], zone=KYIV, now=NOW)
    found = caught.value.problems
    wanted = [(line, field, wants) for line, field, wants in problems]
    assert [
        (p.line, p.field if w[1] is not None else None, p.wants) for p, w in zip(found, wanted, strict=True)
    ] == wanted


@pytest.mark.parametrize(
    "url",
    [
        "https://[bad",
        "https://",
        "https://a b",
        "https://kmu.gov.ua/a b",
        "http://..",
        "http://kmu..ua",
        "https://kmu",
        "https://localhost",
        "https://-kmu.ua",
        "https://kmu_gov.ua",
        "https://kmu.gov.ua:99999",
        "https://1.2",
        "ftp://kmu.gov.ua",
        "https://kmu.gov.ua/" + "a" * 482,
    ],
)
def test_address_that_no_button_can_have_is_refused(url):
    with pytest.raises(FileInvalid) as caught:
        read(f"url: '{url}'\n{GOOD}", languages=["uk", "en"], zone=KYIV, now=NOW)
    assert caught.value.problems == ((1, "url", "url"),)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.kmu.gov.ua/",
        "http://кабмін.укр/дані?a=1#b",
        "https://kmu.gov.ua:8443",
        "http://192.0.2.7/",
    ],
)
def test_address_of_a_page_is_taken(url):
    (one,) = read(f"url: '{url}'\n{GOOD}", languages=["uk", "en"], zone=KYIV, now=NOW)
    assert one.url == url


async def test_every_wish_of_a_broken_file_has_its_words(house: House):
    wishes = (
        "slug",
        "closes",
        "title",
        "summary",
        "same-languages",
        "language",
        "url",
        "kind",
        "no-such-field",
        "yaml",
        "consultations",
        "slug-once",
        "future",
        "yaml-twice",
        "yaml-key",
        "yaml-alias",
        "yaml-deep",
        "yaml-large",
    )
    for language in ("uk", "en"):
        say = house.rooms.texts.speaker(language)
        assert all(say.plain(f"import-wants-{wish}") for wish in wishes)


def test_second_of_the_same_name_is_named():
    listed = "".join("- " + GOOD.replace("\n", "\n  ").rstrip() + "\n" for _ in range(2))
    with pytest.raises(FileInvalid) as caught:
        read(listed, languages=["uk", "en"], zone=KYIV, now=NOW)
    assert [(problem.line, problem.wants) for problem in caught.value.problems] == [(9, "slug-once")]


async def test_nothing_is_taken_in_where_one_is_published_already(house: House):
    await house.consult("old")
    new = read(GOOD, languages=["uk", "en"], zone=KYIV, now=NOW)
    old = read(GOOD.replace("open-data", "old"), languages=["uk", "en"], zone=KYIV, now=NOW)
    with pytest.raises(ConsultationAlreadyPublished):
        await house.services.consultations.take_in([*new, *old], Actor.operator())
    assert [one.slug for one in await house.services.consultations.list(Actor.operator())] == ["old"]


async def test_draft_taken_in_again_is_replaced(house: House):
    for title in ("Перша назва", "Друга назва"):
        new = read(GOOD.replace("Відкриті дані", title), languages=["uk", "en"], zone=KYIV, now=NOW)
        await house.services.consultations.take_in(new, Actor.operator())
    (one,) = await house.services.consultations.list(Actor.operator())
    assert one.texts["uk"].title == "Друга назва"


async def prepared(house: House, slug: str, *, days: int = 10, publish: bool = True, **fields) -> int:
    """A consultation with whatever fields; its row id."""
    texts = fields.pop("texts", None) or {"uk": ConsultationText(title=f"Про {slug}", summary="Зміст")}
    closes_at = datetime.now(UTC) + timedelta(days=days)
    new = NewConsultation(slug=slug, closes_at=closes_at, texts=texts, **fields)
    await house.services.consultations.take_in([new], Actor.operator())
    if publish:
        await house.services.consultations.publish(slug, Actor.operator())
    return (await house.services.consultations.find(slug)).id


async def test_list_is_narrowed_down_by_topic_region_and_kind(house: House, olena: Person):
    await prepared(house, "air", topics=("environment",), regions=("lviv",))
    await prepared(house, "courts", topics=("justice",), kind=ConsultationKind.REMARKS)
    await prepared(house, "everything")
    shown = await write(olena, "/consultations")
    assert shown.labels[:3] == ["Про air", "Про courts", "Про everything"]
    await press(olena, "Обрати тему")
    shown = await press(olena, "Довкілля і клімат")
    assert "Показано: Довкілля і клімат" in shown.text
    assert shown.labels[:2] == ["Про air", "Про everything"]
    await press(olena, "Обрати регіон")
    shown = await press(olena, "Вінницька область")
    assert "Про air" not in shown.text
    assert "Про everything" in shown.text
    shown = await press(olena, "Прибрати умови")
    await press(olena, "Лише пропозиції")
    shown = await press(olena, "Лише зауваження")
    assert shown.labels[0] == "Про courts"
    assert "Про air" not in shown.text


async def test_filters_that_nothing_fits_can_be_cleared(house: House, olena: Person):
    await prepared(house, "courts", topics=("justice",))
    shown = await click(olena, "cb:environment:::0:0")
    assert "Нічого не знайдено" in shown.text
    assert "Про courts" in (await press(olena, "Прибрати умови")).labels


async def test_past_ones_have_a_page_of_their_own(house: House, olena: Person):
    await prepared(house, "old", days=1)
    await prepared(house, "new", days=20)
    house.clock.ahead = timedelta(days=2)
    shown = await write(olena, "/consultations")
    assert "Про old" not in shown.text
    shown = await press(olena, "Показати минулі")
    assert "Минулі консультації" in shown.text
    assert "закрито" in shown.text
    assert shown.labels[0] == "Про old"
    assert "Про new" in (await press(olena, "Показати відкриті")).labels


async def test_many_are_shown_page_by_page(house: House, olena: Person):
    for number in range(8):
        await prepared(house, f"c{number}", days=number + 1)
    shown = await write(olena, "/consultations")
    assert "Про c5" in shown.text
    assert "Про c6" not in shown.text
    shown = await press(olena, "Далі ›")
    assert "Про c6" in shown.text


async def test_link_can_be_shared(house: House, olena: Person):
    await prepared(house, "air")
    shown = await write(olena, "/start c_air")
    assert "https://t.me/ogp_sandbox_bot?start=c_air" in shown.text
    (url,) = [cell.url for row in shown.buttons for cell in row if cell.text == "Поділитися"]
    assert url.startswith(
        "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fogp_sandbox_bot%3Fstart%3Dc_air&text="
    )


async def test_deadline_goes_into_a_calendar(house: House, olena: Person):
    long = "Дуже довга назва консультації про ремонт доріг, мостів і тротуарів у громадах області"
    texts = {"uk": ConsultationText(title=long, summary="Рядок; кома, крапка\nдругий рядок")}
    row = await prepared(house, "roads", texts=texts)
    await write(olena, "/start c_roads")
    shown = await press(olena, "До календаря")
    assert shown.document.name == "roads.ics"
    content = shown.document.content
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines)
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    consultation = await house.services.consultations.get(row)
    assert event["UID"] == f"consultation-{row}@ogp_sandbox_bot.t.me"
    assert event.decoded("DTSTART") == consultation.closes_at.replace(microsecond=0)
    assert event.decoded("SEQUENCE") == consultation.sequence
    assert long in event["SUMMARY"]
    assert "https://t.me/ogp_sandbox_bot?start=c_roads" in event["DESCRIPTION"]
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-1)
    moved = consultation.model_copy(update={"closes_at": consultation.closes_at + timedelta(days=5)})
    async with house.rooms.database.unit() as unit:
        officer = Actor.operator()
        await house.services.consultations.put(
            unit, consultation, ConsultationEvent.CHANGED, officer, becomes=moved
        )
    again = await click(olena, f"ci:{row}")
    later = Calendar.from_ical(again.document.content).walk("VEVENT")[0]
    assert later["UID"] == event["UID"]
    assert later.decoded("SEQUENCE") > event.decoded("SEQUENCE")


async def test_calendar_of_a_closed_one_is_refused_kindly(house: House, olena: Person):
    row = await prepared(house, "air", days=1)
    house.clock.ahead = timedelta(days=2)
    assert "більше не приймає" in (await click(olena, f"ci:{row}")).text


REMARK = (
    "П. 3",
    "Строк у цьому пункті закороткий.",
    "15 днів",
)


async def test_remark_asks_for_point_remark_and_wording_with_the_draft_at_hand(
    house: House, officer: Person, olena: Person
):
    draft = Document(title="Проєкт наказу", url="https://example.org/draft")
    row = await prepared(house, "order", kind=ConsultationKind.REMARKS, documents=(draft,))
    await write(olena, "/start c_order")
    shown = await press(olena, "Надіслати зауваження")
    assert "Крок 1 з 7 · Пункт проєкту" in shown.text
    for text, following in zip(REMARK, ("Зауваження", "Пропонована редакція", "Файли"), strict=True):
        assert "Проєкт наказу" in shown.labels
        shown = await write(olena, text)
        assert following in shown.text
    assert "Проєкт наказу" in shown.labels
    await press(olena, "Пропустити крок")
    await press(olena, "Ім’я лише секретаріату")
    await write(olena, "Олена Коваль")
    shown = await write(olena, "olena@example.org")
    assert "Пункт проєкту\nП. 3" in shown.text
    assert "Пропонована редакція\n15 днів" in shown.text
    assert "Змінити пункт" in shown.labels
    assert "Результат" not in shown.text
    await press(olena, "Надіслати зауваження")
    shown = await press(olena, "Погодитися й надіслати")
    assert "UA-" in shown.text
    (one,) = await house.services.proposals.mine(olena.id)
    assert (one.title, one.problem, one.solution) == REMARK
    assert one.consultation_id == row
    shown = await write(olena, f"/start p_{one.reference}")
    assert "Зауваження до проєкту" in shown.text
    assert "Пропонована редакція\n15 днів" in shown.text


async def test_draft_that_moves_from_a_call_to_remarks_asks_other_things(house: House, olena: Person):
    await prepared(house, "call")
    row = await prepared(house, "order", days=12, kind=ConsultationKind.REMARKS)
    await click(olena, "db:1")
    await write(olena, "Відкриті дані про ремонт доріг")
    await write(olena, "Невідомо, що й коли ремонтують.")
    shown = await write(olena, "Оприлюднити плани й звіти.")
    assert "Результат" in shown.text
    shown = await click(olena, f"pm:1:{row}")
    assert "Файли" in shown.text
