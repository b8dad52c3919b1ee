"""What letters are about and what they become: what each purpose has to say for itself."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.letters import Letter, LetterId, Purpose
from bot.domain.people import Actor
from storage import UnitOfWork, View


@dataclass(frozen=True)
class Writing:
    """A letter with what it is about.

    Attributes:
        letter: None where there is nothing to write any more: it is settled.
        purpose: of the letter that there is, or would have been.
        subject: what the purpose's `Correspondence` says that it is about; None where it is about nothing.
        is_news: whether something has happened that the writer should read before sending.
        reads, others, fits: as of `About`.
    """

    letter: Letter | None
    purpose: Purpose = Purpose.QUESTION
    subject: object = None
    is_news: bool = False
    reads: str = ""
    others: Sequence[str] = ()
    fits: str = ""


@dataclass(frozen=True)
class Sent:
    """What has become of a letter.

    Attributes:
        subject: what it was about, as it is now.
        is_sent: False where it came too late: somebody else was first.
        text: what was not sent, where it came too late.
    """

    purpose: Purpose
    subject: object
    is_sent: bool = True
    text: str = ""


@dataclass(frozen=True)
class About:
    """What a letter is about.

    Attributes:
        is_open: whether there is anything to write yet.
        asks: whether something else is asked for before the text.
        outcome: what replay shows where there is not: noun and row id.
        reads: the language of who will read it; "" where that is the bot's business alone.
        others: the languages in which it may be written too.
        fits: what a ready reason must fit to be offered; "" where none is.
    """

    subject: object = None
    is_open: bool = True
    asks: bool = False
    outcome: tuple[str, int] = ("menu", 0)
    reads: str = ""
    others: Sequence[str] = ()
    fits: str = ""


class Correspondence(ABC):
    """What letters of a purpose are about, who may write them, and what they become."""

    async def begin(self, view: View, letter: Letter, by: Actor) -> Letter:  # noqa: ARG002
        """The letter as its writer begins it or takes it up, with what is to be remembered in `choice`.

        By default anybody may write it, and there is nothing to remember.

        Raises:
            CivicError: it is not theirs to write.
        """
        return letter

    async def about(self, view: View, letter: Letter) -> About:  # noqa: ARG002
        """What the letter is about; by default nothing that the bot knows."""
        return About()

    async def take(self, view: View, letter: Letter, text: str, sent_at: datetime) -> Letter:  # noqa: ARG002
        """The letter with a message taken into it; by default every message is its text.

        Raises:
            CivicError: the message is nothing that can be taken; the letter stays as it was.
        """
        return letter.typed(text, sent_at=sent_at)

    @abstractmethod
    async def send(self, unit: UnitOfWork, letter: Letter, by: Actor, *, language: str) -> Sent | Letter:
        """Make of the letter what it is to be, and say with `came_to` what that is.

        Returns:
            What has become of it; or the letter as it stays, because its writer should look once more.

        Raises:
            CivicError: it cannot be sent, and is kept.
        """

    @abstractmethod
    async def sent(self, unit: UnitOfWork, letter_id: LetterId, by: Actor) -> Sent | None:
        """What this person's letter has become before, if it was one of these; said with `came_to`."""
