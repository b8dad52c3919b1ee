"""What the official page names beside its figures stands in the answers: tasks, directions, places, bodies."""

import pytest

#: Answer; word stems that its Ukrainian text must hold; the same in English.
NAMES = [
    ("founding-where", ["Генеральної Асамблеї ООН", "Нью-Йорк"], ["General Assembly", "New York"]),
    ("ukraine-ceremony", ["Президент України", "готова приєднатися"], ["President of Ukraine", "ready to join"]),
    ("declaration-what", ["підписали", "засновниц"], ["signed", "founding"]),
    ("members-duties", ["громадянським суспільством", "відкрито", "радиться", "незалежне"],
     ["civil society", "open", "consults", "independent"]),
    ("transparency-what", ["відкриті", "повні", "вчасно", "без перешкод", "стандарти відкритих даних"],
     ["open", "complete", "in time", "freely", "open data standards"]),
    ("participation-what", ["обговорює", "думку людей", "дієвішими", "новаторськішими"],
     ["discusses", "what people think", "work better", "innovative"]),
    ("accountability-what", ["Правила", "пояснювати", "вимагають", "критику", "відповідальність"],
     ["Rules", "explain", "requirements", "criticism", "responsibility"]),
    ("technology-what", ["доступ до технологій", "інновації", "ширше"],
     ["access to technology", "innovation", "more widely"]),
    ("steering-committee-where", ["Сполучених Штатах Америки"], ["United States of America"]),
    ("steering-committee-who", ["урядів", "громадянського суспільства"], ["governments", "civil society"]),
    ("steering-committee-selection", ["виборах", "регіонами"], ["elections", "regions"]),
    ("plan-1-share", ["громадські експерти"], ["Civic experts"]),
    ("plan-1-consultation", ["Національному круглому столі"], ["National Round Table"]),
    ("plan-1-recognition", ["Глобальному саміті", "найкращих"], ["Global Summit", "best"]),
    ("plan-2-author", ["Робоча група", "Секретаріаті Кабінету Міністрів", "виконавча влада", "громадські"],
     ["working group", "Secretariat of the Cabinet of Ministers", "executive", "civil society"]),
    ("plan-2-consultation", ["Інтернеті", "публічних заходах"], ["Online", "public events"]),
    ("directions-list",
     ["громадських організацій", "державній політиці", "публічної інформації", "корупцією",
      "адміністративні", "соціальні", "електронне урядування", "електронна демократія"],
     ["civil society", "state policy", "public information", "corruption", "administrative", "social",
      "e-government", "e-democracy"]),
    ("award-prozorro-what", ["електронних публічних закупівель", "перемогла"], ["procurement", "won"]),
    ("award-prozorro-where", ["Парижі", "Глобальному саміті"], ["Paris", "Global Summit"]),
    ("plan-3-tasks",
     ["адміністративні послуги", "електронно", "бенефіціарним", "закупівлі", "Community policing",
      "електронної демократії"],
     ["administrative services", "electronically", "beneficial", "procurement", "community policing",
      "e-democracy"]),
    ("plan-3-call", ["соціальних мережах"], ["social networks"]),
    ("plan-3-meetings", ["відкриті", "робочі групи Координаційної ради"], ["open", "Coordination Council"]),
    ("plan-3-recognition", ["Інструментарію участі та спільного творення", "зразок"], ["Toolkit", "example"]),
    ("plan-4-goals", ["Цілей сталого розвитку", "інтерактивно", "пропозиції"],
     ["Sustainable Development Goals", "interactive", "Proposals"]),
    ("plan-4-support", ["інформаційні заходи", "регіонах", "голосувати"], ["information events", "regions", "vote"]),
    ("plan-4-open-data", ["освіту", "науку", "довкілля", "бюджетний", "технічну допомогу"],
     ["education", "science", "environment", "budget", "technical assistance"]),
    ("plan-4-tasks", ["електронні послуги", "закупівлі", "бенефіціарних", "видобувних", "будівництва", "платформу"],
     ["e-services", "procurement", "beneficial", "Extractive", "Construction", "platform"]),
    ("plan-5-tasks",
     ["громадяни", "інфраструктура", "видобувні", "публічними фінансами", "державної власності", "патенти",
      "інновації", "бенефіціарних", "гендерно"],
     ["citizens", "infrastructure", "extractive", "public finance", "state property", "patents",
      "innovation", "beneficial", "gender"]),
    ("council-what", ["Кабінет Міністрів", "виконавчої влади"], ["Cabinet of Ministers", "executive"]),
    ("council-chairs", ["Державний секретар Кабінету Міністрів", "громадськість"],
     ["State Secretary of the Cabinet of Ministers", "public"]),
    ("council-selection", ["конкурсі"], ["competition"]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "ukrainian", "english"), NAMES)
def test_answer_names_what_the_page_names(entry, ukrainian, english, answer):
    assert [word for word in ukrainian if word.casefold() not in answer(entry, "uk").casefold()] == []
    assert [word for word in english if word.casefold() not in answer(entry, "en").casefold()] == []
