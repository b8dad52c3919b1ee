"""The search that is kept from one start to the next: the same answers, and never one of something else."""

import io
import os
import pickle
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.domain.knowledge import Language
from bot.services.answers import Answers
from bot.services.knowledge import load_knowledge
from bot.services.search.kept import KeptSearch, Parts

CITY = Path(__file__).parent / "content"
ASKED = ("Коли ухвалили першу програму?", "who is on the board", "скильки членив у лихтарній раді", "погода?")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CITY, tmp_path / "city"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.search"


def started(city: Path, file: Path | None) -> list[object]:
    """What a bot that is just started answers."""
    answers = Answers(load_knowledge(city), city, kept=file)
    return [answers.ask(text, Language("uk")) for text in ASKED]


def test_kept_search_answers_as_one_that_is_made_anew(city, file):
    fresh = started(city, None)
    assert started(city, file) == fresh
    written = file.stat()
    assert started(city, file) == fresh
    assert file.stat().st_mtime_ns == written.st_mtime_ns
    assert written.st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ("en/knowledge/entries/all.yaml", None),
        ("uk/knowledge/search/silences.yaml", "- Яка погода?\n"),
        ("knowledge/search/leanings.yaml", "1.5: погода\n"),
    ],
)
def test_search_of_other_content_is_made_anew(city, file, changed, text):
    started(city, file)
    before = file.read_bytes()
    path = city / changed
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        text = path.read_text(encoding="utf-8").replace(" board", " council")
    path.write_text(text, encoding="utf-8")
    started(city, file)
    assert file.read_bytes() != before


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda whole: whole[:-100],
        lambda whole: whole[:50] + b"?" + whole[51:],
        lambda _: b"",
        lambda _: b"no search",
    ],
)
def test_spoilt_file_is_as_good_as_none(city, file, spoilt: Callable[[bytes], bytes]):
    fresh = started(city, file)
    whole = file.read_bytes()
    file.write_bytes(spoilt(whole))
    assert started(city, file) == fresh
    assert file.stat().st_size == len(whole)


class _Harmful:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self._path),)


def test_file_runs_nothing_but_the_parts_of_a_search(city, file, tmp_path):
    kept = KeptSearch(file, load_knowledge(city), city)
    kept.write(_Harmful(tmp_path / "harm"))
    assert file.exists()
    assert kept.read() is None
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize(
    "name",
    [
        "bot.services.search.lists\nPath",
        "bot.services.search.lexicon\nre",
        "bot.services.search.kept\nParts",
        "builtins\neval",
    ],
)
def test_what_a_part_imports_is_no_part(name):
    with pytest.raises(pickle.UnpicklingError):
        Parts(io.BytesIO(f"c{name}\n.".encode())).load()


def test_nothing_is_kept_where_there_is_no_folder(city, tmp_path):
    assert started(city, tmp_path / "missing" / "bot.search") == started(city, None)
    assert not (tmp_path / "missing").exists()


def test_nothing_is_kept_where_a_list_cannot_be_read(city, file):
    (city / "de/knowledge/search/words.yaml").mkdir(
        parents=True
    )  # of a language that the content does not have
    assert started(city, file) == started(city, None)
    assert not file.exists()


def test_what_cannot_be_kept_leaves_nothing_behind(city, file):
    file.mkdir()
    assert started(city, file) == started(city, None)
    assert {*file.parent.iterdir()} == {file, city}


def test_search_may_be_kept_by_several_at_once(city, file):
    with ThreadPoolExecutor() as pool:
        found = [*pool.map(lambda _: started(city, file), range(4))]
    assert found == [started(city, None)] * 4
    assert {*file.parent.iterdir()} == {file, city}
    assert KeptSearch(file, load_knowledge(city), city).read() is not None
