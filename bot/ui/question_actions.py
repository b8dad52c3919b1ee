"""The actions on questions and letters. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.letters import LetterId
from bot.domain.questions import AskedId, QuestionId
from bot.ui.action import ROW, Action


class RateAnswer(Action, prefix="ra"):
    """Say whether an answer has helped."""

    asked: Annotated[AskedId, ROW]
    was_helpful: bool


class PassQuestion(Action, prefix="qp"):
    """Pass a question on to the secretariat."""

    asked: Annotated[AskedId, ROW]


class AskRather(Action, prefix="qi"):
    """Have a question answered in which a wish was seen."""

    asked: Annotated[AskedId, ROW]


class ShowOwnQuestion(Action, prefix="qo"):
    """Read one's own question to the secretariat, with its answer."""

    question: Annotated[QuestionId, ROW]


class RateReply(Action, prefix="rr"):
    """Say whether the secretariat's answer has helped."""

    question: Annotated[QuestionId, ROW]
    was_helpful: bool


class WriteLetter(Action, prefix="lw"):
    """Write to the secretariat."""


class ReviseLetter(Action, prefix="lr"):
    """Write the letter anew."""

    letter: Annotated[LetterId, ROW]


class ResumeLetter(Action, prefix="fl"):
    """Go on with a letter."""

    letter: Annotated[LetterId, ROW]


class SendLetter(Action, prefix="lx"):
    """Send the letter."""

    letter: Annotated[LetterId, ROW]


class AddOther(Action, prefix="js"):
    """Write the same in another language too."""

    letter: Annotated[LetterId, ROW]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class DropOther(Action, prefix="jt"):
    """Do without the text in another language."""

    letter: Annotated[LetterId, ROW]


class FillReason(Action, prefix="ju"):
    """Take a ready reason for the text.

    Attributes:
        choice: id of the reason.
    """

    letter: Annotated[LetterId, ROW]
    choice: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,24}$")]


class LeaveLetter(Action, prefix="lc"):
    """Throw the letter away."""


class ShowWaiting(Action, prefix="ib"):
    """List the questions that wait for the secretariat.

    Attributes:
        page: from 0.
    """

    page: Annotated[int, ROW]


class ShowCase(Action, prefix="qs"):
    """Read a question, as a member of the secretariat."""

    question: Annotated[QuestionId, ROW]


class AnswerQuestion(Action, prefix="qa"):
    """Write the answer to a question."""

    question: Annotated[QuestionId, ROW]


class ConfirmClosing(Action, prefix="qc"):
    """Ask whether to close a question without an answer."""

    question: Annotated[QuestionId, ROW]


class CloseQuestion(Action, prefix="qx"):
    """Close a question without an answer."""

    question: Annotated[QuestionId, ROW]


class DraftEntry(Action, prefix="qe"):
    """Hand out an answered question as a draft of a content entry."""

    question: Annotated[QuestionId, ROW]


class ShowStatistics(Action, prefix="sx"):
    """Show the figures."""
