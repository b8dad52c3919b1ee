"""What the search has learnt from, and is never measured on: questions in `learning/`, answered and unanswered.

The content does not heed them: no way of asking is added because of one, so that they are asked as strangers ask.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from tests.search.questions import Question

FOLDER = Path(__file__).parent / "learning"


@cache
def answered() -> tuple[Question, ...]:
    """Questions with the entries that answer them."""
    return tuple(
        Question(f"answered-{number}", "answered", row["lang"], row["text"], expect=tuple(row["expect"]))
        for number, row in enumerate(_rows("answered*.yaml"))
    )


@cache
def unanswered() -> tuple[Question, ...]:
    """Questions that the content is silent on."""
    return tuple(
        Question(f"unanswered-{number}", "unanswered", row["lang"], row["text"], abstain=True)
        for number, row in enumerate(_rows("unanswered*.yaml"))
    )


def _rows(pattern: str) -> Iterator[dict[str, object]]:
    for path in sorted(FOLDER.glob(pattern)):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))
