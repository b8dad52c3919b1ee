"""How often the search is right, beside two baselines on the same content, and what it costs.

The figures are of the half of the development set that nobody tunes on. The baselines never abstain of
themselves, so each gets the score below which it is silent that serves it best on the tuning half.
"""

# ruff: noqa: T201 - figures go to the terminal

import multiprocessing
import re
import resource
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from math import log
from pathlib import Path
from statistics import mean, quantiles
from tempfile import TemporaryDirectory

from bot.domain.knowledge import EntityId, Knowledge, Language
from bot.services.answers import Answers
from bot.services.knowledge import load_knowledge
from tests.search.questions import Question, Reply, Tally, measured, questions, share

CONTENT = Path(__file__).parents[2] / "locales"
#: Finds entries by score, the best first.
Ranking = Callable[[str], list[tuple[str, float]]]
ROUNDS = 3


def run() -> None:
    """Print the table."""
    with TemporaryDirectory() as folder:
        for way in (
            "first start (content read and indexed)",
            "each further one (the search is kept in a file)",
        ):
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                seconds, megabytes, asked, bare = pool.apply(_cost, (Path(folder) / "kept",))
            print(
                f"{way}: {seconds * 1000:.0f} ms, {megabytes:.1f} MB over the bare {bare:.0f} MB,"
                f" {asked:.1f} MB after all questions"
            )
    knowledge = load_knowledge(CONTENT)
    ours = _ours(knowledge)
    searches: dict[str, Callable[[Question], Reply]] = {
        "this search": ours,
        "FTS5 trigram": _with_threshold(_trigram(knowledge)),
        "BM25 on words": _with_threshold(_bm25(knowledge)),
    }
    tallies = {name: measured(search, tuning=False) for name, search in searches.items()}
    print(f"\n{len(knowledge.entries)} entries, {len(questions())} questions, half of them reported")
    print(
        f"{'':15}{'right':>7}{'in 3':>7}{'wrong':>7}{'false —':>8}{'scope':>7}{'neighb.':>8}{'intents':>8}{'ms mean':>8}{'50':>6}{'95':>6}"
    )
    for name, search in searches.items():
        groups = tallies[name]
        average, p50, p95 = _latency(search)
        print(
            f"{name:15}{_shares(groups['all'])}{_abstained(groups['scope']):7.3f}{_abstained(groups['neighbours']):8.3f}"
            f"{share(groups['all'].granted, groups['all'].wishes):8.3f}{average:8.2f}{p50:6.2f}{p95:6.2f}"
        )
    print(
        f"\n{'this search, by':16}{'n':>4}{'right':>7}{'in 3':>7}{'wrong':>7}{'false —':>8}{'silent':>8}{'intents':>8}"
    )
    for group, tally in tallies["this search"].items():
        number = tally.answerable + tally.unanswerable + tally.wishes
        silent = f"{_abstained(tally):8.3f}" if tally.unanswerable else f"{'':8}"
        wishes = f"{share(tally.granted, tally.wishes):8.3f}" if tally.wishes else ""
        print(f"{group:16}{number:4}{_shares(tally) if tally.answerable else ' ' * 29}{silent}{wishes}")
    false = tallies["this search"]["all"]
    print(f"wishes seen in questions: {share(false.false_wishes, false.not_wishes):.4f}")


def _shares(tally: Tally) -> str:
    return (
        f"{share(tally.right, tally.answerable):7.3f}{share(tally.among, tally.answerable):7.3f}"
        f"{share(tally.wrong, tally.answerable):7.3f}{share(tally.false_abstentions, tally.answerable):8.3f}"
    )


def _abstained(tally: Tally) -> float:
    return share(tally.abstained, tally.unanswerable)


def _latency(search: Callable[[Question], Reply]) -> tuple[float, float, float]:
    """Mean, median and 95th percentile in milliseconds, warm."""
    took = []
    for _ in range(ROUNDS):
        for question in questions():
            start = time.perf_counter()
            search(question)
            took.append((time.perf_counter() - start) * 1000)
    warm = took[len(took) // ROUNDS :]
    cuts = quantiles(warm, n=20)
    return mean(warm), cuts[9], cuts[18]


def _ours(knowledge: Knowledge) -> Callable[[Question], Reply]:
    answers = Answers(knowledge, CONTENT)

    def ask(question: Question) -> Reply:
        about = EntityId(question.about) if question.about else None
        outcome = answers.ask(question.text, Language("uk"), about=about)
        offered = () if outcome.entry else tuple(entry.id for entry in outcome.candidates)
        return Reply(outcome.entry.id if outcome.entry else None, offered, outcome.intent, outcome.abstained)

    return ask


def _texts(knowledge: Knowledge) -> dict[str, str]:
    """All text of each entry."""
    return {
        entry.id: "\n".join(
            line
            for text in entry.texts.values()
            for line in (text.title, text.fact, text.details, *text.variants)
        )
        for entry in knowledge.entries.values()
    }


def _trigram(knowledge: Knowledge) -> Ranking:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, text, tokenize = 'trigram')")
    database.executemany("INSERT INTO entry VALUES (?, ?)", _texts(knowledge).items())

    def rank(text: str) -> list[tuple[str, float]]:
        words = [word for word in re.findall(r"\w+", text) if len(word) > 2]
        match = " OR ".join(f'"{word}"' for word in words)
        if not match:
            return []
        rows = database.execute(
            "SELECT id, -bm25(entry) FROM entry WHERE entry MATCH ? ORDER BY bm25(entry) LIMIT 3", (match,)
        )
        return [(str(row[0]), float(row[1])) for row in rows]

    return rank


def _bm25(knowledge: Knowledge) -> Ranking:
    documents = {
        name: Counter(re.findall(r"\w+", text.casefold())) for name, text in _texts(knowledge).items()
    }
    average = mean(counts.total() for counts in documents.values())
    having: dict[str, list[str]] = defaultdict(list)
    for name, counts in documents.items():
        for word in counts:
            having[word].append(name)

    def rank(text: str) -> list[tuple[str, float]]:
        scores: dict[str, float] = defaultdict(float)
        for word in re.findall(r"\w+", text.casefold()):
            names = having.get(word, ())
            rarity = log(1 + (len(documents) - len(names) + 0.5) / (len(names) + 0.5))
            for name in names:
                count = documents[name][word]
                length = documents[name].total() / average
                scores[name] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length))
        return sorted(scores.items(), key=lambda scored: -scored[1])[:3]

    return rank


def _with_threshold(rank: Ranking) -> Callable[[Question], Reply]:
    """A ranking that answers above the score that serves best on the tuning half."""

    def asking(least: float) -> Callable[[Question], Reply]:
        def ask(question: Question) -> Reply:
            ranked = rank(question.text)
            if not ranked or ranked[0][1] < least:
                return Reply(abstained=True)
            return Reply(ranked[0][0], tuple(name for name, _ in ranked[1:]))

        return ask

    def worth(least: float) -> int:
        tally = measured(asking(least), tuning=True)["all"]
        return tally.right - tally.wrong + tally.abstained

    tops = sorted(ranked[0][1] for question in questions() if (ranked := rank(question.text)))
    return asking(max(tops[:: max(1, len(tops) // 20)], key=worth))


def _cost(kept: Path) -> tuple[float, float, float, float]:
    """Seconds to start, megabytes over the bare process then and after all questions, and the bare process's."""
    asked = questions()
    bare = _megabytes()
    start = time.perf_counter()
    answers = Answers(load_knowledge(CONTENT), CONTENT, kept=kept)
    answers.warm()
    seconds = time.perf_counter() - start
    started = _megabytes() - bare
    for question in asked:
        answers.ask(question.text, Language("uk"))
    return seconds, started, _megabytes() - bare, bare


def _megabytes() -> float:
    """Memory now, where the system says it; the most so far elsewhere."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)
