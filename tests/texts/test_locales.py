"""The shipped texts: the same in every language, well set, safe as Telegram's HTML, short on buttons."""

import re

import pytest
from babel import Locale

from tests.texts.shipped import LANGUAGES, PLACE, entries, leaves, selectors

FIRST, *OTHERS = LANGUAGES
TAG = re.compile(r"<[^<>]*>")
#: https://core.telegram.org/bots/api#html-style
TELEGRAMS_TAG = re.compile(
    r"""<(?P<close>/)?(?P<name>b|strong|i|em|u|ins|s|strike|del|tg-spoiler|a|code|pre|blockquote)
    (?(close)|(?:\ href="[^"<>]*"|\ class="[^"<>]*"|\ expandable)?)>""",
    re.VERBOSE,
)
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
PLURALS = frozenset({"zero", "one", "two", "few", "many"})
BUTTON = re.compile(r"(^|-)button(-|$)")
IN_EVERY_LANGUAGE = {
    "three dots instead of …": re.compile(r"\.\.\."),
    "an exclamation mark": re.compile(r"!"),
    "№ without a no-break space": re.compile(r"№(?!\u00a0)"),
    "a space before a stop": re.compile(r" [,.;:?](?=\s|$)"),
}
IN_UKRAINIAN = {
    "a straight quotation mark": re.compile(r'"'),
    "a curly English quotation mark": re.compile(r"[“”]"),
    "a wrong apostrophe": re.compile(r"(?<=\w)['`ʼ‘](?=\w)"),
    "a letter that only Russian has": re.compile(r"[ыэёъЫЭЁЪ]"),
}


def _broken_by(rules, language):
    return [
        f"{leaf.where}: {what}: {leaf.text[max(found.start() - 20, 0) : found.end() + 20]!r}"
        for leaf in leaves(language)
        for what, rule in rules.items()
        if (found := rule.search(TAG.sub("", leaf.text)))
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts(shipped, language):
    assert shipped.ids(language).keys() == shipped.ids(FIRST).keys()


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_wants_the_same_variables(shipped, language):
    ours, first = shipped.ids(language), shipped.ids(FIRST)
    differ = {name: (ours[name], first[name]) for name in ours.keys() & first if ours[name] != first[name]}
    assert not differ


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_words_with_hyphens(shipped, language):
    assert [name for name in shipped.ids(language) if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_typography(language):
    assert _broken_by(IN_EVERY_LANGUAGE, language) == []


def test_ukrainian_typography():
    assert _broken_by(IN_UKRAINIAN, "uk") == []


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ('<a href="x">«сім’я»</a> №\u00a05…', True),
        ('"сім’я"', False),
        ("сім'я", False),
        ("сім`я", False),
        ("№ 5", False),
        (f"№{PLACE}", False),
        ("далі...", False),
        ("Дякуємо!", False),
    ],
)
def test_typography_rules_tell_right_from_wrong(text, sound):
    rules = (IN_EVERY_LANGUAGE | IN_UKRAINIAN).values()
    broken = any(rule.search(TAG.sub("", text)) for rule in rules)
    assert broken is not sound


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_selectors_have_every_form_of_the_language(language):
    needed = frozenset(Locale(language).plural_form.rules) | {"other"}
    wrong = [
        f"{where}: {sorted(keys)}, needs {sorted(needed)}"
        for where, keys in selectors(language)
        if keys & PLURALS and not needed <= keys
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_html_that_telegram_takes(language):
    assert [f"{leaf.where}: {why}" for leaf in leaves(language) if (why := _bad_html(leaf.text))] == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (f'<b>a</b> <a href="{PLACE}">b</a> <blockquote expandable>c</blockquote> &amp;', True),
        ("<b>a", False),
        ("<b><i>a</b></i>", False),
        ("<br>", False),
        ("1 < 2", False),
        ("a & b", False),
    ],
)
def test_html_rule_tells_right_from_wrong(text, good):
    assert (_bad_html(text) is None) is good


def _bad_html(text: str) -> str | None:
    opened: list[str] = []
    for tag in TELEGRAMS_TAG.finditer(text):
        if not tag["close"]:
            opened.append(tag["name"])
        elif not opened or opened.pop() != tag["name"]:
            return f"{tag[0]} closes nothing"
    if opened:
        return f"<{opened[-1]}> stays open"
    rest = ENTITY.sub("", TELEGRAMS_TAG.sub("", text))
    found = re.search(r"[<>&].{0,20}", rest)
    return f"not Telegram's HTML: {found[0]!r}" if found else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_button_labels_fit(shipped, language):
    speaker = shipped.speaker(language)
    labels = {
        name: speaker.plain(name)
        for name, variables in shipped.ids(language).items()
        if BUTTON.search(name) and not variables
    }
    assert {name: label for name, label in labels.items() if len(label) > 24 or label != label.strip()} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_a_value(language):
    assert [where for where, entry in entries(language) if entry.value is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_a_message_of_telegram(language):
    assert [leaf.where for leaf in leaves(language) if len(leaf.text) > 2400] == []
