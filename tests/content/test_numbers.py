"""Dates, numbers and names of the official page stand in the answers that are about them."""

import re

import pytest

#: Answer; what its Ukrainian text must hold; what its English text must hold.
TOKENS = [
    ("founding-when", "20 вересня 2011 року", "20 September 2011"),
    ("founders-how-many", "8", "8"),
    ("members-how-many", "1 січня 2021 року", "1 January 2021"),
    ("members-how-many", "78", "78"),
    ("members-how-many", "76", "76"),
    ("members-local", "76", "76"),
    ("action-plans-years", "дворічні", "two-year"),
    ("principles-how-many", "4", "4"),
    ("steering-committee-how-many", "4 регіонів", "4 regions"),
    ("steering-committee-how-many", "по 4", "4 representatives"),
    ("plan-1-when", "5 квітня 2012 року", "5 April 2012"),
    ("plan-1-order", "№ 220 від 5 квітня 2012 року", "No. 220 of 5 April 2012"),
    ("plan-1-share", "80 %", "80%"),
    ("plan-1-who", "2012", "2012"),
    ("plan-2-years", "2014–2015", "2014–2015"),
    ("plan-2-when", "26 листопада 2014 року", "26 November 2014"),
    ("plan-2-order", "№ 1176 від 26 листопада 2014 року", "No. 1176 of 26 November 2014"),
    ("plan-2-regions", "4 регіонах", "4 regions"),
    ("plan-2-consultation", "4 регіонах", "4 regions"),
    ("plan-2-partners", "«Партнери»", "“Partners”"),
    ("directions-years", "2012–2016", "2012–2016"),
    ("directions-list", "2012–2016", "2012–2016"),
    ("award-prozorro-when", "7 грудня 2016 року", "7 December 2016"),
    ("award-prozorro-recognition", "Open Government Awards 2016", "Open Government Awards 2016"),
    ("award-prozorro-recognition", "третя", "third"),
    ("award-prozorro-where", "Парижі", "Paris"),
    ("plan-3-when", "30 листопада 2016 року", "30 November 2016"),
    ("plan-3-order", "№ 909 від 30 листопада 2016 року", "No. 909 of 30 November 2016"),
    ("plan-3-meetings", "5", "5"),
    ("plan-3-regions", "23", "23"),
    ("plan-3-event", "world café", "world café"),
    ("plan-3-voting", "5", "5"),
    ("plan-3-call", "«Громадянське суспільство і влада»", "“Civil Society and Government”"),
    ("plan-4-when", "18 грудня 2018 року", "18 December 2018"),
    ("plan-4-order", "№ 1088 від 18 грудня 2018 року", "No. 1088 of 18 December 2018"),
    ("plan-4-goals", "2030", "2030"),
    ("plan-4-goals", "5", "5"),
    ("plan-4-voting", "www.discuto.io", "www.discuto.io"),
    ("plan-4-support", "Програма розвитку ООН", "United Nations Development Programme"),
    ("plan-5-when", "24 лютого 2021 року", "24 February 2021"),
    ("plan-5-order", "№ 149 від 24 лютого 2021 року", "No. 149 of 24 February 2021"),
    ("plan-5-how-many", "14", "14"),
    ("plan-5-platform", "«ВзаємоДія»", "VzaiemoDiia"),
    ("council-when", "13 червня 2012 року", "13 June 2012"),
    ("council-order", "№ 671 від 13 червня 2012 року", "No. 671 of 13 June 2012"),
    ("council-how-many", "7", "7"),
    ("council-chairs", "двоє", "two"),
    ("site-link", "https://www.opengovpartnership.org/", "https://www.opengovpartnership.org/"),
    ("facebook-link", "https://www.facebook.com/ogpUkraine", "https://www.facebook.com/ogpUkraine"),
    (
        "film-link",
        "https://www.youtube.com/watch?v=B_WeADzVgjI",
        "https://www.youtube.com/watch?v=B_WeADzVgjI",
    ),
]
FOUNDERS = {
    "uk": [
        "Бразилія", "Індонезія", "Мексика", "Норвегія", "Південно-Африканська Республіка",
        "Сполучене Королівство", "Сполучені Штати Америки", "Філіппіни",
    ],
    "en": [
        "Brazil", "Indonesia", "Mexico", "Norway", "South Africa",
        "United Kingdom", "United States of America", "Philippines",
    ],
}  # fmt: skip
REGIONS = {"uk": ["Африка", "Азія", "Америка", "Європа"], "en": ["Africa", "Asia", "America", "Europe"]}


@pytest.mark.parametrize(("entry", "ukrainian", "english"), TOKENS)
def test_answer_holds_what_the_page_gives(entry, ukrainian, english, answer):
    assert stands(ukrainian, answer(entry, "uk"))
    assert stands(english, answer(entry, "en"))


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_founding_country_is_named(language, answer):
    assert [name for name in FOUNDERS[language] if name not in answer("founders-who", language)] == []


@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_region_of_the_committee_is_named(language, answer):
    text = answer("steering-committee-regions", language)
    assert [name for name in REGIONS[language] if name not in text] == []


@pytest.mark.parametrize("plan", range(1, 8))
def test_plan_is_known_by_its_ordinal(plan, knowledge):
    assert knowledge.entities[f"plan-{plan}"].ordinal == plan


@pytest.mark.parametrize(
    ("plan", "number"), [(1, "220"), (2, "1176"), (3, "909"), (4, "1088"), (5, "149"), (6, "1049-р")]
)
def test_plan_is_known_by_the_number_of_its_order(plan, number, knowledge):
    assert number in knowledge.entities[f"plan-{plan}"].numbers


def test_answers_in_both_languages_give_the_same_figures(knowledge):
    """Whoever mends a figure in one language mends it in all."""
    different = {
        entry.id: sorted(ours ^ theirs)
        for entry in knowledge.entries.values()
        if (ours := figures(entry.texts["uk"])) != (theirs := figures(entry.texts["en"]))
    }
    assert different == {}


def stands(token: str, text: str) -> bool:
    """Whether the token stands in the text, and not as a part of a longer number or word."""
    start = r"(?<!\w)" if re.match(r"\w", token) else ""
    end = r"(?!\d)" if token[-1].isdigit() else ""
    return re.search(start + re.escape(token) + end, text) is not None


def figures(text) -> set[str]:
    """Numbers of two digits or more; small ones may be words in either language."""
    return set(re.findall(r"\d{2,}", f"{text.title} {text.fact} {text.details}"))
