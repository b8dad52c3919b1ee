"""The same question has the same answer in every process, whatever seed Python hashes with."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.search.questions import questions

ROOT = Path(__file__).parents[2]
SEEDS = ("0", "1")
#: Of the development set every so many-eth question.
EVERY = 8


def test_answers_do_not_depend_on_the_hash_seed() -> None:
    asked = questions()[::EVERY]
    assert len(asked) >= 140
    lines = "".join(
        json.dumps({"id": one.id, "text": one.text, "lang": one.lang}, ensure_ascii=False) + "\n"
        for one in asked
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "bot", "ask", "--batch"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for seed in SEEDS
    ]
    first, second = (process.communicate(lines, timeout=60)[0].splitlines() for process in processes)
    assert len(first) == len(asked)
    assert first == second
