"""`python -m tests.bench.fit`: fits the weights of `bot/services/search/sureness.py`, and prints them.

The cases are the tuning half of the development set and, as less weighty ones, every eighth of the content's own
ways of asking, put to a search that lacks it. A case is right if the best entry is one that was meant. The reporting
half is never looked at.
"""

# ruff: noqa: T201 - weights go to the terminal

import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.domain.knowledge import EntityId, Entry, Knowledge
from bot.services.answers import texts_of
from bot.services.knowledge import load_knowledge
from bot.services.search.engine import Engine
from bot.services.search.intents import Intents
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import Lists, read_lists
from bot.services.search.scores import Scored
from bot.services.search.slots import Slots
from bot.services.search.sureness import Signs
from bot.services.search.words import Word
from tests.search.questions import questions

CONTENT = Path(__file__).parents[2] / "locales"
#: One of so many ways of asking is left out and put as a question.
LEFT_OUT = 8
#: What such a case counts beside a question of the development set: the content asks in its own words.
OF_CONTENT = 0.1
#: How dear a weight is, in standard deviations of its sign.
RIDGE = 1.0
ROUNDS = 50
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)

#: Signs, whether the best entry is right, whether there is a right one at all.
Case = tuple[Signs, bool, bool]


class _Recording(Engine):
    """An engine that remembers what it judged last, and which entry."""

    last: tuple[Signs, Entry] | None = None

    def _signs(
        self, ranked: Sequence[tuple[int, float]], scored: Scored, slots: Slots, words: Sequence[Word]
    ) -> Signs:
        signs = super()._signs(ranked, scored, slots, words)
        self.last = signs, self._index.entries[ranked[0][0]]
        return signs


class _Search:
    def __init__(self, knowledge: Knowledge, lists: Lists) -> None:
        self._lexicon = Lexicon(lists, texts_of(knowledge))
        self._intents = Intents(lists, self._lexicon)
        self._engine = _Recording(knowledge, self._lexicon, lists.silences)

    def judged(self, text: str, about: str | None = None) -> tuple[Signs, Entry] | None:
        """The signs and the best entry; None where it does not come to judging."""
        words = self._lexicon.question(text)
        if self._intents.find(words) is not None:
            return None
        self._engine.last = None
        self._engine.find(words, EntityId(about) if about else None)
        return self._engine.last


def main() -> None:
    """Print the weights, and what each threshold would do on the tuning half."""
    knowledge = load_knowledge(CONTENT)
    lists = read_lists(CONTENT, knowledge.languages)
    asked = list(_of_questions(_Search(knowledge, lists)))
    left_out = list(_of_variants(knowledge, lists))
    fitted = _fitted([*asked, *left_out], [1.0] * len(asked) + [OF_CONTENT] * len(left_out))
    print(f"{len(asked)} questions, {len(left_out)} ways of asking")
    for name, weight in zip((*Signs._fields, "bias"), fitted, strict=True):
        print(f"    {name}={weight:.3g},")
    print(f"\n{'SURE':8}{'right':>6}{'wrong':>6}{'should be silent':>18}")
    sure = _sureness(_table(asked), fitted)
    for threshold in THRESHOLDS:
        answered = [case for case, one in zip(asked, sure, strict=True) if one >= threshold]
        right = sum(is_right for _, is_right, _ in answered)
        silent = sum(not is_known for _, _, is_known in answered)
        print(f"{threshold:<8}{right:6}{len(answered) - right - silent:6}{silent:18}")


def _of_questions(search: _Search) -> Iterator[Case]:
    for question in questions():
        if question.is_for_tuning and (question.expect or question.abstain):
            judged = search.judged(question.text, question.about)
            if judged is not None:
                yield judged[0], judged[1].id in question.expect, bool(question.expect)


def _of_variants(knowledge: Knowledge, lists: Lists) -> Iterator[Case]:
    search = _Search(_without(knowledge), lists)
    for entry in knowledge.entries.values():
        for text in entry.texts.values():
            for variant in filter(_is_left_out, text.variants):
                judged = search.judged(variant)
                if judged is not None:
                    yield judged[0], judged[1].id == entry.id, True


def _without(knowledge: Knowledge) -> Knowledge:
    """The content without the ways of asking that are put as questions."""
    entries = {
        name: entry.model_copy(update={"texts": _texts_without(entry)})
        for name, entry in knowledge.entries.items()
    }
    return knowledge.model_copy(update={"entries": entries})


def _texts_without(entry: Entry) -> Mapping[str, Any]:
    return {
        language: text.model_copy(
            update={"variants": tuple(one for one in text.variants if not _is_left_out(one))}
        )
        for language, text in entry.texts.items()
    }


def _is_left_out(variant: str) -> bool:
    return zlib.crc32(variant.encode()) % LEFT_OUT == 0


def _table(cases: Sequence[Case]) -> "np.ndarray[Any, Any]":
    return np.array([[*signs.weighed, 1.0] for signs, _, _ in cases])


def _sureness(table: "np.ndarray[Any, Any]", weights: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def _fitted(cases: Sequence[Case], counts: Sequence[float]) -> "np.ndarray[Any, Any]":
    """The weights of a logistic regression with a ridge, by Newton's method; the bias last."""
    table, count = _table(cases), np.array(counts)
    right = np.array([float(is_right) for _, is_right, _ in cases])
    middle, spread = table.mean(0), table.std(0) + 1e-9
    middle[-1], spread[-1] = 0.0, 1.0
    scaled = (table - middle) / spread
    dear = RIDGE * np.eye(table.shape[1])
    dear[-1, -1] = 0.0
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        sure = _sureness(scaled, weights)
        slope = scaled.T @ (count * (sure - right)) + dear @ weights
        bend = (scaled.T * (count * sure * (1 - sure))) @ scaled + dear
        weights -= np.linalg.solve(bend, slope)
    fitted = weights / spread
    fitted[-1] = weights[-1] - (weights[:-1] * middle[:-1] / spread[:-1]).sum()
    return np.asarray(fitted)


if __name__ == "__main__":
    main()
