"""The steps of a draft: what is asked, in which order, within which limits, and how an answer is cleaned."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError


class Step(StrEnum):
    """A screen of the guided submission, in the order in which they are shown."""

    TITLE = "title"
    PROBLEM = "problem"
    SOLUTION = "solution"
    RESULT = "result"
    VALUES = "values"
    REGION = "region"
    TOPIC = "topic"
    GOAL = "goal"
    BODY = "body"
    PARTNERS = "partners"
    TIME_FRAME = "time_frame"
    INDICATOR = "indicator"
    ATTACHMENTS = "attachments"
    IDENTITY = "identity"
    NAME = "name"
    CONTACT = "contact"
    PREVIEW = "preview"

    @property
    def is_question(self) -> bool:
        """Whether the step asks for something."""
        return self is not Step.PREVIEW

    @property
    def is_typed(self) -> bool:
        """Whether the step is answered by writing."""
        return self in LIMITS

    @property
    def is_choice(self) -> bool:
        """Whether the step is answered by pressing one of several buttons."""
        return self in {Step.VALUES, Step.REGION, Step.TOPIC, Step.GOAL, Step.IDENTITY}

    @property
    def is_required(self) -> bool:
        """Whether a proposal cannot be sent without it."""
        return self.is_question and self not in OPTIONAL and self is not Step.CONTACT


class Mode(StrEnum):
    """Which steps a draft has: all of them, or the obligatory ones."""

    FULL = "full"
    QUICK = "quick"


#: What the quick mode leaves out.
OPTIONAL = frozenset(
    {
        *(Step.REGION, Step.TOPIC, Step.GOAL, Step.BODY, Step.PARTNERS, Step.TIME_FRAME, Step.INDICATOR),
        Step.ATTACHMENTS,
    }
)
#: What is asked of nobody who wants to stay anonymous.
OF_AUTHOR = frozenset({Step.NAME, Step.CONTACT})
#: The answer to `Step.IDENTITY` of those who want to.
ANONYMOUS = "anonymous"
#: The answer to `Step.REGION` that means all of them. No id looks like this.
WHOLE = "*"
#: What is asked of who sends a remark on a draft: the point, the remark, the wording that is proposed.
OF_REMARK = (
    *(Step.TITLE, Step.PROBLEM, Step.SOLUTION, Step.ATTACHMENTS, Step.IDENTITY, Step.NAME, Step.CONTACT),
)
#: Names of points and wordings are shorter than titles and solutions.
LEAST_OF_REMARK = {Step.TITLE: 1, Step.SOLUTION: 3}
QUESTIONS = tuple(step for step in Step if step is not Step.PREVIEW)


class Limit(BaseModel):
    """Length of an answer, in characters."""

    model_config = ConfigDict(frozen=True)

    least: int
    most: int


#: Each fits, with its heading, a screen; what all of them say together may be several.
LIMITS: Mapping[Step, Limit] = {
    Step.TITLE: Limit(least=5, most=150),
    Step.PROBLEM: Limit(least=10, most=1700),
    Step.SOLUTION: Limit(least=10, most=1700),
    Step.RESULT: Limit(least=10, most=1700),
    Step.BODY: Limit(least=2, most=300),
    Step.PARTNERS: Limit(least=2, most=300),
    Step.TIME_FRAME: Limit(least=2, most=300),
    Step.INDICATOR: Limit(least=3, most=300),
    Step.NAME: Limit(least=2, most=100),
    Step.CONTACT: Limit(least=3, most=150),
}


class AnswerEmpty(CivicError):
    """Nothing readable was sent."""

    message_id = "proposal-error-empty"


class AnswerTooShort(CivicError):
    """Fewer characters than make sense for this step."""

    message_id = "proposal-error-short"


#: Answers that are one line, whatever was typed.
_ONE_LINE = frozenset({Step.TITLE, Step.NAME})


def cleaned(step: Step, text: str, *, least: int | None = None) -> str:
    """An answer as it is kept: control and zero-width characters out, white space trimmed.

    Line breaks stay, except in a title or a name, which is one line.

    Args:
        step: whose answer.
        text: as typed.
        least: characters, where they are not those of `LIMITS`.

    Raises:
        AnswerEmpty: nothing readable is left, not one letter or digit.
        AnswerTooShort: fewer characters than `LIMITS` asks for.
    """
    answer = readable(text, is_one_line=step in _ONE_LINE)
    if not any(c.isalnum() for c in answer):
        raise AnswerEmpty
    least = LIMITS[step].least if least is None else least
    if len(answer) < least:
        raise AnswerTooShort(least=least, length=len(answer))
    return answer


def readable(text: str, *, is_one_line: bool) -> str:
    """A text without control and zero-width characters, with its white space trimmed."""
    spaced = "".join(" " if (c.isspace() and c != "\n") or c in _BLANKS else c for c in text)
    kept = "".join(c for c in spaced if c == "\n" or unicodedata.category(c) not in _UNSEEN or c in _JOINERS)
    lines = [" ".join(line.split()) for line in kept.split("\n")]
    return " ".join(filter(None, lines)) if is_one_line else "\n".join(lines).strip()


#: Control, format (bidirectional marks, zero-width), surrogate and private-use characters.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
#: Letters by their category that nobody sees: the fillers of Hangul, and the blank of Braille.
_BLANKS = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}
#: Zero-width joiners are a part of some letters and emoji.
_JOINERS = {"\u200c", "\u200d"}
