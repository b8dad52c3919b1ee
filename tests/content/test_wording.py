"""Typography and plain words: the rules a copy editor would check by eye."""

import re
from collections.abc import Iterator

import pytest

STRAIGHT = [
    (r'"', "a straight quotation mark"),
    (r"'", "a straight apostrophe"),
    (r"  |\u00a0 | \u00a0", "two spaces"),
    (r"\s[,.;:!?](?!\w)", "a space before a mark"),
    (r"!", "an exclamation mark"),
    (r" - |—", "a hyphen or a long dash instead of an en dash"),
    (r"\d-\d{4}\b", "a hyphen between years"),
    (r"\.\.|,,", "a doubled mark"),
    (r"^\s|\s$", "a space at the edge"),
]
UKRAINIAN = [
    (r"№(?!\u00a0)", "№ without its no-break space"),
    (r"(?<!№)\u00a0", "a no-break space elsewhere: a search of the copied text would miss it"),
    (r"\d%", "a percentage without its space"),
    (r"[“”„]", "foreign quotation marks"),
    (r"\bм\. ", "«м.» before a city"),
    (r"(?<!-)\bр\.|\bрр\.", "«р.» instead of «року»"),
    ((r"здійснен|здійснюва|в рамках|у рамках|з метою|шляхом|відповідно до|зазначен|даний\b|наразі|вказан|"
     r"забезпечення\b(?! прозорості будівництва)|реалізаці(?!ї в Україні)|впровадженн|на сьогоднішній день|"
     r"приймати участь|являється|слідуюч|на протязі|співпад|вірн|любий|учбов"),
     "officialese or a calque"),
    (r"[ыэъё]", "a Russian letter"),
    (r"[а-яіїєґ][a-z]|[a-z][а-яіїєґ]", "letters of two alphabets in one word"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "what"), STRAIGHT + UKRAINIAN, ids=lambda value: value[:40])
def test_ukrainian_is_set_as_printers_do(pattern, what, knowledge):
    assert found(pattern, shown(knowledge, "uk")) == [], what


@pytest.mark.parametrize(("pattern", "what"), STRAIGHT, ids=lambda value: value[:40])
def test_english_is_set_as_printers_do(pattern, what, knowledge):
    assert found(pattern, shown(knowledge, "en")) == [], what


def test_ukrainian_questions_use_the_same_apostrophe(knowledge):
    asked = (
        (entry.id, variant) for entry in knowledge.entries.values() for variant in entry.texts["uk"].variants
    )
    assert found(r"\w['`´ʼ]\w", asked) == []


def test_english_holds_no_cyrillic_letter(knowledge):
    assert found(r"[а-яіїєґА-ЯІЇЄҐ]", shown(knowledge, "en")) == []


def test_list_lines_start_with_a_bullet_and_end_without_a_stop(knowledge):
    for entry in knowledge.entries.values():
        for language, text in entry.texts.items():
            for line in text.details.split("\n"):
                if line.startswith("•"):
                    assert line.startswith("• "), (entry.id, language)
                    assert line[-1] not in ".;,", (entry.id, language)


def test_facts_and_details_are_whole_sentences(knowledge):
    for entry in knowledge.entries.values():
        for language, text in entry.texts.items():
            assert text.fact.startswith("http") or text.fact[-1] in ".:", (entry.id, language)
            assert text.title[-1] not in ".!?:;", (entry.id, language)


def shown(knowledge, language) -> Iterator[tuple[str, str]]:
    """Every text that a person reads, with the id of its owner; web addresses left out."""
    for entry in knowledge.entries.values():
        text = entry.texts[language]
        for part in (text.title, text.fact, text.details):
            for line in re.sub(r"https?://\S+", "", part).strip().split("\n"):
                yield entry.id, line
    for entity in knowledge.entities.values():
        yield entity.id, entity.texts[language].title
        yield entity.id, entity.texts[language].short
    for attribute in knowledge.attributes.values():
        yield attribute.id, attribute.texts[language].title
    for source in knowledge.sources.values():
        yield source.id, source.texts[language].title


def found(pattern: str, texts) -> list[tuple[str, str]]:
    return [(owner, text) for owner, text in texts if re.search(pattern, text, re.IGNORECASE)]
