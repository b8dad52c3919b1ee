"""The same question has the same answer in every process, whatever seed Python hashes with and whoever made the search."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.search.questions import questions

ROOT = Path(__file__).parents[2]
SEEDS = ("0", "1")
#: Of the development set every so many-eth question.
EVERY = 8


def answered(lines: str, seed: str, database: Path) -> list[str]:
    """What a process of its own answers, whose search is kept beside the database."""
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--batch"],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONIOENCODING": "utf-8",
            "OGP_BOT_DATABASE": str(database),
        },
        input=lines,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return ended.stdout.splitlines()


def test_answers_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    asked = questions()[::EVERY]
    assert len(asked) >= 140
    lines = "".join(
        json.dumps({"id": one.id, "text": one.text, "lang": one.lang}, ensure_ascii=False) + "\n"
        for one in asked
    )
    databases = [tmp_path / f"{seed}.sqlite3" for seed in SEEDS]
    with ThreadPoolExecutor() as pool:
        first, second = pool.map(answered, [lines] * 2, SEEDS, databases)
    assert len(first) == len(asked)
    assert first == second
    kept = tmp_path / f"{databases[0].name}.search"
    made = kept.stat().st_mtime_ns
    assert answered(lines, SEEDS[1], databases[0]) == first
    assert kept.stat().st_mtime_ns == made  # it was read, not made anew
