"""`python -m tests.bench.fit`: fits the weights of `merits.py` and `sureness.py` in the search, and prints them.

Those of merits first, for they decide which entry is the best; run it again once they stand there. What leans to
silence is learnt too, and written to the content; a case is judged by weights that were learnt without it. The cases:
strangers' questions, which the content does not heed (`tests/search/learning`); the tuning half of the development set;
and, as less weighty ones, every eighth of the content's own ways of asking, put to a search that lacks it. For the tuning
half some of the silences are left out, and then the others: they were written by those who knew it, and would count for
more than they are worth. A case is right if the best entry is one that was meant. The reporting half is never looked at.
"""

# ruff: noqa: T201 - weights go to the terminal

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import numpy as np

from bot.domain.knowledge import EntityId, Entry, EntryId, Knowledge
from bot.services.answers import texts_of
from bot.services.knowledge import load_knowledge
from bot.services.search.engine import Engine, Ranked
from bot.services.search.intents import Intents
from bot.services.search.leanings import Leanings
from bot.services.search.lexicon import Lexicon
from bot.services.search.lists import Lists, read_lists
from bot.services.search.merits import Merits
from bot.services.search.sureness import Signs
from tests.bench.leanings import Example, examples, folded, learn, write, written
from tests.search.learning import answered, unanswered
from tests.search.questions import Question, questions

CONTENT = Path(__file__).parents[2] / "locales"
LEANINGS = CONTENT / "knowledge" / "search" / "leanings.yaml"
#: One of so many ways of asking is left out and put as a question.
LEFT_OUT = 8
#: What such a case counts beside a question of the development set: the content asks in its own words.
OF_CONTENT = 0.1
#: And what a stranger's question counts, which the content does not heed; of those that have no answer there are many.
OF_STRANGERS, OF_UNANSWERED = 2.0, 0.2
#: How dear a weight is: of merits, and of signs, which are more than the cases can tell apart.
RIDGE, DEAR = 1.0, 10.0
ROUNDS = 50
#: What is learnt for cases is learnt from all but one of so many parts.
FOLDS = 5
#: The weight of the score in choosing, to begin with.
SHARPNESS = 10.0
#: numpy's arrays.
Table = Any
THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)


class Case(NamedTuple):
    """A question, and what the search made of it.

    Attributes:
        weighed: the merits of the entries that fit best, and whether each is one that was meant.
        signs: those of the best entry.
        is_right: whether it is one that was meant.
        is_known: whether there is one.
    """

    weighed: list[tuple[Merits, bool]]
    signs: Signs
    is_right: bool
    is_known: bool


#: Cases, and what each counts.
Group = tuple[list[Case], float]


class _Recording(Engine):
    """An engine that remembers what it weighed and judged last."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.weighed: list[tuple[Merits, EntryId]] = []
        self.judged: tuple[Signs, EntryId] | None = None
        self.learnt: Sequence[Leanings] = ()
        self.text = ""

    def _merits(self, place: int, *args: Any, **named: Any) -> Merits:
        merits = super()._merits(place, *args, **named)
        self.weighed.append((merits, self._index.entries[place].id))
        return merits

    def _signs(self, ranked: Sequence[Ranked], question: Any) -> Signs:
        signs = super()._signs(ranked, question)
        if self.learnt:
            leaning = self.learnt[folded(self.text, FOLDS)].of(question.words, goes_on=question.goes_on)
            signs = signs._replace(leaning=leaning)
        self.judged = signs, self._index.entries[ranked[0].place].id
        return signs


class _Search:
    def __init__(self, knowledge: Knowledge, lists: Lists) -> None:
        self._lexicon = Lexicon(lists, texts_of(knowledge))
        self._intents = Intents(lists, self._lexicon)
        self._engine = _Recording(knowledge, self._lexicon, lists.silences)
        self.examples = examples(knowledge, self._lexicon, lists.silences)
        self._engine.learnt = [
            Leanings(_as_written([one for one in self.examples if folded(one.text, FOLDS) != fold]))
            for fold in range(FOLDS)
        ]

    def case(self, text: str, meant: Collection[str], about: str | None = None) -> Case | None:
        """What is made of a question; None where it does not come to judging."""
        words = self._lexicon.question(text)
        if self._intents.find(words) is not None:
            return None
        engine = self._engine
        engine.weighed, engine.judged, engine.text = [], None, text
        engine.find(words, EntityId(about) if about else None)
        if engine.judged is None:
            return None
        signs, best = engine.judged
        weighed = [(merits, entry in meant) for merits, entry in engine.weighed]
        return Case(weighed, signs, best in meant, bool(meant))


def main() -> None:
    """Write what leans, print the weights and what each threshold would do to each group of cases."""
    knowledge = load_knowledge(CONTENT)
    lists = read_lists(CONTENT, knowledge.languages)
    whole = _Search(knowledge, lists)
    weights = learn(whole.examples)
    write(weights, LEANINGS)
    print(f"{sum(map(len, written(weights).values()))} marks lean; {LEANINGS.name} is written")
    halves = [_Search(knowledge, replace(lists, silences=lists.silences[start::2])) for start in (0, 1)]
    tuning = [one for one in questions() if one.is_for_tuning]
    groups = {
        "the tuning half": ([case for half in halves for case in _cases(half, tuning)], 0.5),
        "strangers' questions": (_cases(whole, answered()), OF_STRANGERS),
        "unanswered ones": (_cases(whole, unanswered()), OF_UNANSWERED),
        "ways of asking": (list(_of_variants(knowledge, lists)), OF_CONTENT),
    }
    for name, (group, count) in groups.items():
        right = mean([case.is_right for case in group if case.is_known] or [0])
        print(f"{len(group):5} of {name}, each counted {count}: the best is right in {right:.3f}")
    for name, weight in zip(Merits._fields, _of_merits(groups.values()), strict=True):
        print(f"    {name}={weight:.3g},")
    print()
    fitted = _of_signs(groups.values())
    for name, weight in zip((*Signs._fields, "bias"), fitted, strict=True):
        print(f"    {name}={weight:.3g},")
    for name, (group, _) in groups.items():
        _print_thresholds(name, group, fitted)


def _print_thresholds(name: str, group: Sequence[Case], fitted: Table) -> None:
    """What answering from each sureness on would do to some cases."""
    print(f"\n{'SURE':8}{'right':>10}{'wrong':>10}{'beside':>10}  of {name}")
    sure = _sureness(_table(group), fitted)
    known = sum(case.is_known for case in group)
    for threshold in THRESHOLDS:
        told = [case for case, one in zip(group, sure, strict=True) if one >= threshold]
        right = sum(case.is_right for case in told)
        silent = sum(not case.is_known for case in told)
        shares = ((right, known), (len(told) - right - silent, known), (silent, len(group) - known))
        print(
            f"{threshold:<8}"
            + "".join(f"{part / whole:10.3f}" if whole else f"{'–':>10}" for part, whole in shares)
        )


def _as_written(some: Sequence[Example]) -> dict[str, float]:
    return {mark: weight for weight, marks in written(learn(some)).items() for mark in marks}


def _cases(search: _Search, some: Iterable[Question]) -> list[Case]:
    """What is made of questions, of those that come to judging."""
    found = (search.case(one.text, one.expect, one.about) for one in some if one.expect or one.abstain)
    return [case for case in found if case is not None]


def _of_variants(knowledge: Knowledge, lists: Lists) -> Iterator[Case]:
    search = _Search(_without(knowledge), lists)
    for entry in knowledge.entries.values():
        for text in entry.texts.values():
            for variant in filter(_is_left_out, text.variants):
                case = search.case(variant, (entry.id,))
                if case is not None:
                    yield case


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
    return folded(variant, LEFT_OUT) == 0


def _table(cases: Sequence[Case]) -> Table:
    return np.array([[*case.signs.weighed, 1.0] for case in cases])


def _sureness(table: Table, weights: Table) -> Table:
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def _of_merits(groups: Iterable[Group]) -> Table:
    """The weights with which the entries meant come out best, by Newton's method; that of the score is one."""
    weights = np.zeros(len(Merits._fields))
    weights[0] = SHARPNESS
    chances = [
        (
            count,
            np.array([merits for merits, _ in case.weighed]),
            np.array([float(meant) for _, meant in case.weighed]),
        )
        for cases, count in groups
        for case in cases
        if 0 < sum(meant for _, meant in case.weighed) < len(case.weighed)
    ]
    for _ in range(ROUNDS):
        slope, bend = -RIDGE * weights, RIDGE * np.eye(len(weights))
        for count, table, meant in chances:
            chance = np.exp(table @ weights - (table @ weights).max())
            chance /= chance.sum()
            wanted = chance * meant / (chance @ meant)
            slope += count * table.T @ (wanted - chance)
            bend += count * ((table.T * chance) @ table - np.outer(table.T @ chance, table.T @ chance))
        weights += np.linalg.solve(bend, slope)
    return np.asarray(weights / weights[0])


def _of_signs(groups: Iterable[Group]) -> Table:
    """The weights of a logistic regression with a ridge, by Newton's method; the bias last."""
    cases = [case for group, _ in groups for case in group]
    table = _table(cases)
    count = np.array([count for group, count in groups for _ in group])
    right = np.array([float(case.is_right) for case in cases])
    middle, spread = table.mean(0), table.std(0) + 1e-9
    middle[-1], spread[-1] = 0.0, 1.0
    scaled = (table - middle) / spread
    dear = DEAR * np.eye(table.shape[1])
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
