"""What is counted of questions: numbers a day, and nobody's name."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from bot.domain.questions import Ending, QuestionState
from bot.domain.responses import Tally


class UnansweredQuestion(BaseModel):
    """Words to which the bot had no answer, and how often they were asked."""

    model_config = ConfigDict(frozen=True)

    text: str
    language: str
    count: int


class ConsultationFigures(BaseModel):
    """How far the proposals to a consultation are answered."""

    model_config = ConfigDict(frozen=True)

    slug: str
    proposals: Tally


class Statistics(BaseModel):
    """Figures of a number of days.

    Attributes:
        days: of how many, today included.
        asked: questions to the bot, by what became of them.
        passed_on: questions passed on to the secretariat in these days, by their state now.
        waiting: open questions, however old.
        helpful: answers that people said helped.
        unhelpful: answers that people said did not.
        proposals: how far proposals are answered, however old.
        consultations: the same of each to which there are any.
        unanswered: what the bot had no answer to, the most frequent first.
    """

    model_config = ConfigDict(frozen=True)

    days: int
    asked: Mapping[Ending, int]
    passed_on: Mapping[QuestionState, int]
    waiting: int
    helpful: int
    unhelpful: int
    proposals: Tally = Tally()
    consultations: Sequence[ConsultationFigures] = ()
    unanswered: Sequence[UnansweredQuestion]

    @property
    def total(self) -> int:
        """All questions to the bot."""
        return sum(self.asked.values())
