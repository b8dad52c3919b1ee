"""Escaping, strictness, fallbacks, languages and what is refused at load."""

from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.texts import Html, TextBroken, TextMissing, Texts
from bot.texts.markup import escaped, without_markup


class Colour(StrEnum):
    RED = "red"


def test_strings_are_escaped_and_markup_of_the_text_is_kept(texts_of):
    say = texts_of(uk='t = <b>{ $name }</b> <a href="{ $url }">тут</a>').speaker("uk")
    assert say("t", name="<i>&", url='a"b') == '<b>&lt;i&gt;&amp;</b> <a href="a&quot;b">тут</a>'


def test_html_is_not_escaped_again(texts_of):
    say = texts_of(uk="outer = — { $inner }\ninner = <b>{ $name }</b>").speaker("uk")
    assert say("outer", inner=Html("<i>x</i>")) == "— <i>x</i>"
    assert say("outer", inner=say("inner", name="<")) == "— <b>&lt;</b>"


def test_plain_has_neither_tags_nor_entities(texts_of):
    say = texts_of(uk='t = <b>{ $name }</b> &amp; <a href="https://x.ua/?a=1&amp;b=2">тут</a>').speaker("uk")
    assert say.plain("t", name="a < b <c> & ’") == "a < b <c> & ’ & тут"


@given(st.text())
def test_what_was_escaped_reads_as_it_was_written(text):
    assert without_markup(f"<b>{escaped(text)}</b>") == text


@pytest.mark.parametrize("length", [499, 501, 2501, 4096])
def test_long_words_of_a_person_are_kept_whole(texts_of, length):
    say = texts_of(uk="t = « { $body } » { $n }").speaker("uk")
    body = "<" * length
    assert say.plain("t", body=body, n=1) == f"« {body} » 1"


def test_states_and_booleans_select_variants(texts_of):
    say = texts_of(
        uk='t = { $c ->\n [red] червоний\n *[other] інший\n }{ $yes ->\n [true] , так\n *[false] {""}\n }'
    ).speaker("uk")
    assert say("t", c=Colour.RED, yes=True) == "червоний, так"
    assert say("t", c="blue", yes=False) == "інший"


def test_moments_as_arguments_are_written_in_words(texts_of):
    formats = """
format-date = { $day } { $month } { $year } року
format-time = { $time } { $zone } { $city }
format-moment = { $date }, { $time }
t = До { $until }
"""
    say = texts_of(uk=formats).speaker("uk")
    until = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert say("t", until=until) == "До 23 листопада 2026 року, 18:00 Europe-Kyiv Kyiv"
    assert say("t", until=until.date()) == "До 23 листопада 2026 року"


def test_attributes_are_texts_of_their_own(texts_of):
    texts = texts_of(uk="t = назва\n    .hint = підказка { $n }\n-term = термін\nu = { -term } { t.hint }")
    say = texts.speaker("uk")
    assert say("t.hint", n=1) == "підказка 1"
    assert say("u", n=2) == "термін підказка 2"
    assert texts.ids("uk") == {"t": frozenset(), "t.hint": frozenset({"n"}), "u": frozenset({"n"})}


def test_strict_speaker_refuses_what_is_missing_or_superfluous(texts_of):
    say = texts_of(uk="t = { $name }\nfixed = так", en="fixed = yes").speaker("uk")
    with pytest.raises(TextMissing, match="no-such"):
        say("no-such")
    with pytest.raises(TextBroken, match="missing arguments: name"):
        say("t")
    with pytest.raises(TextBroken, match="superfluous arguments: other"):
        say("t", name="a", other=1)
    assert say("fixed") == "так"
    with pytest.raises(TextBroken, match="superfluous arguments: n"):
        say("fixed", n=1)
    with pytest.raises(TextBroken, match="cannot say a list"):
        say("t", name=[])


def test_strict_speaker_does_not_borrow_from_the_first_language(texts_of):
    say = texts_of(uk="t = так", en="u = yes").speaker("en")
    assert not say.has("t")
    with pytest.raises(TextMissing):
        say("t")


def test_production_falls_back_to_the_first_language_then_to_the_id_and_logs(texts_of):
    say = texts_of(strict=False, uk="t = так, { $name }", en="u = yes { $name }").speaker("en")
    with capture_logs() as logs:
        assert say("t", name="x") == "так, x"
        assert say("no-such", name="x") == "no-such"
        assert say("u") == "yes name"
        assert say("u", name="x", other="y") == "yes x"
        assert say.plain("u", name=None) == "yes None"
    assert [log["event"] for log in logs] == ["text_missing"] * 2 + ["text_broken"] * 3
    assert {log["log_level"] for log in logs} == {"error"}


def test_log_of_a_broken_text_has_no_words_of_the_person(texts_of):
    say = texts_of(strict=False, uk="t = { $name }").speaker("uk")
    with capture_logs() as logs:
        say("t", name="Леся", other="Українка")
    assert "Леся" not in str(logs)
    assert "Українка" not in str(logs)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("uk", "uk"),
        ("uk-UA", "uk"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("ru", "uk"),
        ("", "uk"),
        (None, "uk"),
    ],
)
def test_language_is_chosen_from_telegrams_code(texts_of, code, language):
    texts = texts_of(uk="t = так", en="t = yes")
    assert texts.choose(code) == language
    assert texts.speaker(code or "").language == language


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("a = так\n\nb так\n", r"some\.ftl:3: .*'b так'"),
        ("a = { $n -> }\n", r"some\.ftl:1: "),
        ("a = так\nb = ні\na = знову\n", r"some\.ftl:3: a already stands at .*some\.ftl:1"),
        ("a = так\nb = { c }\n", r"some\.ftl:2: b refers to c"),
        ("a = { -term }\n", r"a refers to -term"),
        ("a = { b.hint }\nb = так\n", r"a refers to b\.hint"),
        ("a = { b }\nb = { a }\n", r"a -> b -> a runs in a circle"),
        ("-a = { -b }\n-b = { -a }\n", r"-a -> -b -> -a runs in a circle"),
    ],
)
def test_ill_formed_files_are_refused_at_load_with_their_line(texts_of, source, why):
    with pytest.raises(TextBroken, match=why):
        texts_of(strict=False, uk=source)


def test_ids_are_unique_across_the_files_of_a_language(tmp_path):
    (tmp_path / "uk").mkdir()
    for name in ("one", "two"):
        (tmp_path / "uk" / f"{name}.ftl").write_text("a = так", encoding="utf-8")
    with pytest.raises(TextBroken, match=r"two\.ftl:1: a already stands at .*one\.ftl:1"):
        Texts.load(tmp_path, languages=["uk"], zone=ZoneInfo("UTC"))


def test_language_without_a_folder_is_refused(tmp_path):
    with pytest.raises(TextBroken, match="no such folder"):
        Texts.load(tmp_path, languages=["uk"], zone=ZoneInfo("UTC"))
    with pytest.raises(ValueError, match="at least one language"):
        Texts.load(tmp_path, languages=[], zone=ZoneInfo("UTC"))
