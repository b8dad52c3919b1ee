"""The development set: questions in many kinds, half to tune on, half to report.

The half is decided by the question's id; the sets called `held-…` are for reporting alone. Whoever tunes looks at the
tuning half alone.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "questions"
_HELD = "held-"
_BLIND = ("judge-", "fresh-", "round-a-", "round-b-", "round-d-", "round-e-", "held-c-", "held-f-", _HELD)


@dataclass(frozen=True)
class Question:
    """A question and what must become of it: one of some entries, a wish, or an honest "I don't know"."""

    id: str
    kind: str
    lang: str
    text: str
    expect: tuple[str, ...] = ()
    intent: str | None = None
    about: str | None = None
    abstain: bool = False

    @property
    def group(self) -> str:
        """The kind whose figures it counts in: sets that were written blind are no kinds of their own."""
        group = self.kind
        for prefix in _BLIND:
            group = group.removeprefix(prefix)
        return group

    @property
    def is_for_tuning(self) -> bool:
        return not self.kind.startswith(_HELD) and zlib.crc32(self.id.encode()) % 2 == 0


@dataclass(frozen=True)
class Reply:
    """What a search made of a question, by ids."""

    entry: str | None = None
    candidates: tuple[str, ...] = ()
    intent: str | None = None
    abstained: bool = False


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in the order of the files."""
    return tuple(
        Question(
            id=row["id"],
            kind=path.stem,
            lang=row["lang"],
            text=row["text"],
            expect=tuple(row.get("expect", ())),
            intent=row.get("intent"),
            about=row.get("about"),
            abstain=row.get("abstain", False),
        )
        for path in sorted(FOLDER.glob("*.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


@dataclass
class Tally:
    """Counts over some questions; shares are of those that they are about."""

    answerable: int = 0
    right: int = 0
    among: int = 0
    wrong: int = 0
    false_abstentions: int = 0
    unanswerable: int = 0
    abstained: int = 0
    wishes: int = 0
    granted: int = 0
    false_wishes: int = 0

    @property
    def not_wishes(self) -> int:
        return self.answerable + self.unanswerable

    def add(self, question: Question, reply: Reply) -> str:
        """Count a reply; says in a word what it was."""
        if question.abstain:
            self.unanswerable += 1
            self.false_wishes += reply.intent is not None
            ok = reply.entry is None and reply.intent is None
            self.abstained += ok
            return "abstained" if ok else "wrong"
        if not question.expect:
            self.wishes += 1
            self.granted += reply.intent == question.intent
            return "granted" if reply.intent == question.intent else "wrong wish"
        self.answerable += 1
        if reply.entry in question.expect or (question.intent and reply.intent == question.intent):
            self.right += 1
            self.among += 1
            return "right"
        if reply.entry or reply.intent:
            self.wrong += 1
            self.false_wishes += reply.intent is not None
            return "wrong"
        if set(reply.candidates[:3]) & set(question.expect):
            self.among += 1
            return "among three"
        self.false_abstentions += 1
        return "false abstention"


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def measured(ask: Callable[[Question], Reply], *, tuning: bool) -> dict[str, Tally]:
    """Ask one half; tallies by group of kinds, by language (`uk`…) and over `all`."""
    tallies: dict[str, Tally] = {}
    for question in questions():
        if question.is_for_tuning == tuning:
            reply = ask(question)
            for group in ("all", question.group, question.lang):
                tallies.setdefault(group, Tally()).add(question, reply)
    return tallies
