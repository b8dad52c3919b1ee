"""Learns how much words lean to silence, for `python -m tests.bench.fit`: a logistic regression that keeps few weights.

It learns from the content's ways of asking, which are answered; from its silences, which are not; and from
`tests/search/learning` and the tuning half of the development set, where some are and some are not.
"""

import math
import textwrap
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bot.domain.knowledge import Knowledge
from bot.services.search.leanings import marks_of
from bot.services.search.lexicon import Lexicon
from tests.search.learning import answered, unanswered
from tests.search.questions import questions

#: How dear a weight is, whatever it is: what tells little apart gets none.
PRICE = 0.1
#: Steps of the descent.
STEPS = 400
#: Weights are written in such steps.
GRAIN = 0.5
_WIDTH = 116
HEAD = """\
# How much words speak for a question that the content is silent on (above nothing) or answers (below), and pairs
# "one>other" that stand side by side. Learnt and written by `python -m tests.bench.fit`; do not edit by hand.
"""


class Example(NamedTuple):
    """A question to learn from: the marks of its words, and whether the content is silent on it."""

    text: str
    marks: Collection[str]
    is_silent: bool


def examples(knowledge: Knowledge, lexicon: Lexicon, silences: Iterable[str]) -> list[Example]:
    """All that is learnt from."""
    ways = [way for entry in knowledge.entries.values() for text in entry.texts.values() for way in text.ways]
    tuning = [one for one in questions() if one.is_for_tuning and (one.expect or one.abstain)]
    return [
        *(Example(text, frozenset(marks_of(lexicon.read(text))), False) for text in ways),
        *(Example(text, frozenset(marks_of(lexicon.read(text))), True) for text in silences),
        *(
            Example(one.text, frozenset(marks_of(lexicon.question(one.text))), one.abstain)
            for one in (*tuning, *answered(), *unanswered())
        ),
    ]


def folded(text: str, folds: int) -> int:
    """To which of so many parts a text belongs."""
    return zlib.crc32(text.encode()) // 2 % folds


def learn(some: Sequence[Example]) -> dict[str, float]:
    """The weights of marks, by descent with momentum (FISTA); those that tell nothing are left out."""
    some = [one for one in some if one.marks]
    names = sorted({mark for one in some for mark in one.marks})
    place = {mark: number for number, mark in enumerate(names)}
    rows = np.repeat(np.arange(len(some)), [len(one.marks) for one in some])
    columns = np.array([place[mark] for one in some for mark in sorted(one.marks)])
    share = np.repeat([1 / math.sqrt(len(one.marks)) for one in some], [len(one.marks) for one in some])
    silent = np.array([float(one.is_silent) for one in some])

    def summed(weights: Any) -> Any:
        return np.bincount(rows, share * weights[columns], len(some))

    step = 4 / (_longest(rows, columns, share, len(some), len(names)) + len(some))
    weights: Any = np.zeros(len(names))
    moved: Any = weights
    bias, pace = math.log(silent.mean() / (1 - silent.mean())), 1.0
    for _ in range(STEPS):
        wrong = 1 / (1 + np.exp(-summed(moved) - bias)) - silent
        slope = np.bincount(columns, share * wrong[rows], len(names))
        bias -= step * wrong.sum()
        further = moved - step * slope
        further = np.sign(further) * np.maximum(np.abs(further) - step * PRICE, 0.0)
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        moved = further + (pace - 1) / faster * (further - weights)
        weights, pace = further, faster
    return {name: float(weight) for name, weight in zip(names, weights, strict=True) if weight}


def _longest(rows: Any, columns: Any, share: Any, height: int, width: int) -> float:
    """The greatest eigenvalue of the marks multiplied with themselves, which bounds how bent the loss is."""
    length = 1.0
    direction: Any = np.ones(width)
    for _ in range(30):
        direction = direction / np.linalg.norm(direction)
        across = np.bincount(rows, share * direction[columns], height)
        direction = np.bincount(columns, share * across[rows], width)
        length = float(np.linalg.norm(direction))
    return length


def written(weights: Mapping[str, float]) -> dict[float, list[str]]:
    """Weights as the content keeps them: in steps, each with its marks."""
    steps: dict[float, list[str]] = {}
    for mark, weight in sorted(weights.items()):
        rounded = round(weight / GRAIN) * GRAIN
        if rounded:
            steps.setdefault(rounded, []).append(mark)
    return dict(sorted(steps.items()))


def write(weights: Mapping[str, float], path: Path) -> None:
    """Write the content's file."""
    blocks = [
        f"{weight}: >-\n"
        + textwrap.fill(
            " ".join(marks),
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for weight, marks in written(weights).items()
    ]
    path.write_text(HEAD + "\n".join(blocks) + "\n", encoding="utf-8")
