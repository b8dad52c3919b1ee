"""`content check`: everything that is wrong, with file and line."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.app import check_content
from bot.services.answers import Answers
from bot.services.content.problems import ContentInvalid, Problem
from bot.services.knowledge import load_knowledge
from bot.settings import SHIPPED
from tests.cli.conftest import environment

ROOT = SHIPPED.parent
CITY = Path(__file__).parents[1] / "search" / "content"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CITY, tmp_path / "city"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def only(problems: tuple[Problem, ...]) -> tuple[str, int, str]:
    (one,) = problems
    return one[:3]


@pytest.mark.parametrize("folder", [SHIPPED, CITY])
def test_our_own_content_is_sound(folder: Path) -> None:
    found = check_content(folder)
    assert (found.problems, found.warnings) == ((), ())


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "kind"),
    [
        ("knowledge/entries.yaml", "attribute: count", "attribute: who", 39, "slot"),
        ("knowledge/entries.yaml", "[programme-1-decision]", "[programme-1-when]", 11, "self"),
        ("knowledge/entities.yaml", "ordinal: 2", "ordinal: 1", 12, "ordinal"),
        ("knowledge/entities.yaml", "kind: initiative", "kind: initiative\n  parent: board", 3, "circle"),
        ("en/knowledge/entries/all.yaml", "what are the lanterns for", "WHEN was the first programme adopted?",
         8, "variant"),
        ("en/knowledge/entries/all.yaml", "what are the lanterns for", "'?!'", 4, "words"),
        ("en/own.ftl", "bot-short-description = Lit", f"bot-short-description = {'L' * 120}", 7, "text-long"),
        ("en/own.ftl", "button-about =", "button-abuot =", 13, "text-unknown"),
        ("en/own.ftl", "button-about = About", "button-about = { $count }", 13, "text-variables"),
        ("en/own.ftl", "button-about =", "button about =", 13, "text-broken"),
        ("en/own.ftl", "= About", "= { no-such-text }", 13, "text-broken"),
    ],
)  # fmt: skip
def test_contradiction_names_its_file_and_line(
    city: Path, file: str, old: str, new: str, line: int, kind: str
) -> None:
    change(city / file, old, new)
    found = check_content(city).problems
    assert (file, line, kind) in [one[:3] for one in found]


def test_slot_that_is_taken_twice_names_both(city: Path) -> None:
    change(city / "knowledge/entries.yaml", "attribute: count", "attribute: who")
    (problem,) = check_content(city).problems
    assert dict(problem.args) == {"name": "board-count", "other": "board-who"}


def test_same_variant_for_one_entry_in_two_languages_is_fine(city: Path) -> None:
    change(city / "uk/knowledge/entries/all.yaml", "навіщо ліхтарі", "what are the lanterns for")
    assert check_content(city).problems == ()


def test_fact_must_be_stated_by_entries_that_exist(city: Path) -> None:
    write(city / "knowledge/facts.yaml", "- fact: Lit\n  entries: [lanterns-what, nothing]\n- fact: Unlit\n")
    assert [one[:3] for one in check_content(city).problems] == [
        ("knowledge/facts.yaml", 2, "entry"),
        ("knowledge/facts.yaml", 3, "fact"),
    ]


def test_what_is_not_used_is_only_a_hint(city: Path) -> None:
    write(
        city / "knowledge/sources.yaml",
        (city / "knowledge/sources.yaml").read_text() + "spare: {url: https://a.example}\n",
    )
    for language in ("en", "uk"):
        path = city / language / "knowledge/sources.yaml"
        write(path, path.read_text(encoding="utf-8") + "spare: {title: Spare}\n")
    (city / "pl/knowledge").mkdir(parents=True)
    found = check_content(city)
    assert found.problems == ()
    assert [one[:3] for one in found.warnings] == [
        ("content.yaml", 3, "language"),
        ("knowledge/sources.yaml", 7, "unused"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "line", "kind"),
    [
        ("en/knowledge/search/words.yaml", "stop: the a\nasking: [who]\n", 2, "list-text"),
        ("en/knowledge/search/words.yaml", "stop: the a\nstopp: an\n", 2, "no-such-list"),
        ("en/knowledge/search/words.yaml", "ordinals:\n  1: [first]\n  two: [second]\n", 3, "numbers"),
        ("en/knowledge/search/synonyms.yaml", "adopt: adopt, approve\n", 1, "list-list"),
        ("en/knowledge/search/intents.yaml", "intents:\n  sing: [sing me]\n", 2, "intent"),
        ("en/knowledge/search/intents.yaml", "beside:\n  sing: song\n", 2, "intent"),
        ("en/knowledge/search/intents.yaml", "- propose\n", 1, "items"),
        ("en/knowledge/search/intents.yaml", "intents:\n  vote:\n    - '! $cast vote'\n", 3, "group"),
        ("knowledge/search/scripts.yaml", "dictionaries: [xx]\n", 1, "dictionary"),
        ("knowledge/search/russian.yaml", "что: [що]\n", 1, "list-text"),
        ("knowledge/search/leanings.yaml", "-1.5: cost\nheavy: price\n", 2, "weight"),
        ("knowledge/search/scripts.yaml", "a: [\n", 2, "yaml"),
    ],
)  # fmt: skip
def test_broken_word_list_is_a_problem(city: Path, file: str, text: str, line: int, kind: str) -> None:
    write(city / file, text)
    assert only(check_content(city).problems) == (file, line, kind)


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        ("knowledge/search/leanings.yaml", "heavy: price\n", "weight"),
        ("en/knowledge/search/words.yaml", "stop: [the, a]\n", "list-text"),
        ("en/knowledge/search/synonyms.yaml", "a: [\n", "yaml"),
    ],
)
def test_search_that_cannot_be_made_of_its_lists_says_where_they_are_wrong(
    city: Path, file: str, text: str, kind: str
) -> None:
    write(city / file, text)
    with pytest.raises(ContentInvalid) as caught:
        Answers(load_knowledge(city), city).warm()
    ((name, _, found),) = [one[:3] for one in caught.value.problems]
    assert (name, found) == (file, kind)


def test_answer_that_no_message_holds_is_a_problem(city: Path) -> None:
    path = city / "en/knowledge/entries/all.yaml"
    names = [f"source-{number}" for number in range(20)]
    change(path, "fact: Nine.", f"fact: {'Nine. ' * 110}\n  details: {'Nine. ' * 400}")
    change(
        city / "knowledge/entries.yaml",
        "attribute: count\n  sources: [hall]",
        f"attribute: count\n  sources: {names}",
    )
    write(
        city / "knowledge/sources.yaml",
        (city / "knowledge/sources.yaml").read_text()
        + "".join(f"{one}: {{url: https://a.example}}\n" for one in names),
    )
    for language in ("en", "uk"):
        texts = city / language / "knowledge/sources.yaml"
        write(
            texts,
            texts.read_text(encoding="utf-8")
            + "".join(f"{one}: {{title: {'A title ' * 20}}}\n" for one in names),
        )
    found = check_content(city).problems
    assert [one[:3] for one in found] == [("en/knowledge/entries/all.yaml", 29, "overlong")]


def test_language_of_its_own_wants_every_text(city: Path) -> None:
    for path in (city / "uk").rglob("*.yaml"):
        shutil.copytree(path.parent, city / "eo" / path.parent.relative_to(city / "uk"), dirs_exist_ok=True)
    change(city / "content.yaml", "[en, uk]", "[en, eo]")
    shutil.rmtree(city / "uk")
    assert only(check_content(city).problems) == ("content.yaml", 1, "untranslated")
    for path in (SHIPPED / "en").glob("*.ftl"):
        shutil.copy(path, city / "eo")
    (city / "eo/cli.ftl").unlink()
    assert check_content(city).problems == ()
    change(city / "eo/menu.ftl", "help-text =", "help-tekst =")
    assert sorted((one.file, one.kind) for one in check_content(city).problems) == [
        ("eo/menu.ftl", "text-missing"),
        ("eo/menu.ftl", "text-unknown"),
    ]


def test_problems_of_every_kind_come_together(city: Path) -> None:
    change(city / "knowledge/entries.yaml", "as_of: 2032", "as_of: May")
    change(city / "knowledge/entries.yaml", "attribute: count", "attribute: who")
    change(city / "en/own.ftl", "button-about =", "button-abuot =")
    write(city / "en/knowledge/search/synonyms.yaml", "adopt: adopt\n")
    assert [one.kind for one in check_content(city).problems] == ["list-list", "text-unknown", "date", "slot"]


def test_terminal_reads_one_line_a_problem(city: Path, tmp_path: Path) -> None:
    def ogp_bot(*words: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=tmp_path,
            env=environment(**settings),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    assert ogp_bot("content", "check", OGP_BOT_CONTENT=str(city)).returncode == 0
    change(city / "knowledge/entries.yaml", "as_of: 2032", "as_of: May")
    change(city / "knowledge/entries.yaml", "attribute: count", "attribute: who")
    ended = ogp_bot("content", "check", OGP_BOT_CONTENT=str(city))
    assert ended.returncode == 1
    assert re.fullmatch(
        r"knowledge/attributes.yaml:5: \(a hint\) count is used nowhere\n"
        r"knowledge/entries.yaml:21: as_of wants a year[^\n]+\n"
        r"knowledge/entries.yaml:39: board-count answers the same question as board-who[^\n]+\n",
        ended.stderr,
    )
    listed = ogp_bot("content", "check", "--json", OGP_BOT_CONTENT=str(city))
    assert listed.returncode == 1
    assert [(one["file"], one["line"], one["kind"]) for one in json.loads(listed.stdout)] == [
        ("knowledge/entries.yaml", 21, "date"),
        ("knowledge/entries.yaml", 39, "slot"),
        ("knowledge/attributes.yaml", 5, "unused"),
    ]


def test_every_kind_of_problem_has_a_sentence() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for room in (
            "bot/services/content",
            "bot/services/knowledge.py",
            "bot/services/lined_yaml.py",
            "bot/texts/own.py",
            "bot/app/content.py",
        )
        for path in ([ROOT / room] if room.endswith(".py") else sorted((ROOT / room).glob("*.py")))
    )
    texts = (SHIPPED / "en/cli.ftl").read_text(encoding="utf-8")
    written = set(re.findall(r"^cli-content-wants-([a-z-0-9]+) =", texts, re.MULTILINE))
    assert {kind for kind in written if f'"{kind}"' not in code} <= {
        "text-long", "overlong", "callback", "list-text", "list-list", "list-fields",
    }  # fmt: skip
