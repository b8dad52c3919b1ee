"""Letters: a text being written to the secretariat, or by it: looked over before it goes, and sent once."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError, NotAllowed
from bot.domain.people import PersonId

LetterId = NewType("LetterId", int)

#: Longest letter, in UTF-16 code units: with its heading and the question it answers, it fits one message.
LONGEST = 3500
#: For so long an answer written in a topic waits to be sent or not.
UNSENT_FOR = timedelta(days=7)
#: Telegram's apps cut a long text into messages sent at once; within this time they are one letter.
SAME_BREATH = timedelta(seconds=3)
#: What they cut off is at least half as long as it may be; after less than that, nothing is a continuation.
CUT_OFF = 2000


class LetterState(StrEnum):
    """Where a letter stands: it waits for its text, it is looked over, or it is put aside."""

    ASKS = "asks"
    PREVIEW = "preview"
    ASIDE = "aside"


class Purpose(StrEnum):
    """What a letter is to become."""

    QUESTION = "question"
    REPLY = "reply"
    #: The secretariat asks the author of a proposal.
    CLARIFY = "clarify"
    #: The author answers.
    CLARIFICATION = "clarification"
    #: The secretariat gives the reason of a decision.
    DECIDE = "decide"
    #: The author contests a refusal.
    APPEAL = "appeal"
    #: The secretariat says why the author of a proposal is blocked.
    BLOCK = "block"
    #: Who is blocked contests that.
    BLOCK_APPEAL = "block_appeal"
    #: The secretariat says why the block stands.
    BLOCK_KEEP = "block_keep"
    #: The secretariat says why a proposal is taken out of public view.
    HIDE = "hide"
    #: Its author contests that.
    HIDING_APPEAL = "hiding_appeal"
    #: The secretariat says why it stays hidden, or is shown again.
    HIDING_KEEP = "hiding_keep"
    SHOW_AGAIN = "show_again"
    #: The secretariat says how far a commitment is carried out.
    COMMITMENT = "commitment"
    #: The secretariat notes something about a case for itself.
    NOTE = "note"
    #: The secretariat gives the reason of a decision on many proposals at once.
    BULK = "bulk"
    #: The secretariat names a meeting from which it enters proposals.
    GATHERING = "gathering"


class LetterEmpty(CivicError):
    """Nothing readable was sent."""

    message_id = "letter-error-empty"


class LetterTooLong(CivicError):
    """The letter is over its limit; it is kept."""

    message_id = "letter-error-long"


class TextTooLong(CivicError):
    """A text at hand is longer than a letter may be."""

    message_id = "letter-error-text-long"


class LetterRefused(NotAllowed):
    """The writer has not the right (any more) to send it; it is kept, and `text` is what it says."""

    message_id = "letter-error-refused"


class LetterUnknown(CivicError):
    """The letter was sent, thrown away, or never this person's."""

    message_id = "letter-error-unknown"


class Letter(BaseModel):
    """A letter being written; a row, so that no restart loses it. One a person, purpose and subject.

    Attributes:
        purpose: what it is to become.
        question_id: row id of the question that a reply answers.
        subject_id: row id of what any other letter is about (a proposal); 0 where there is no such thing.
        choice: what the writer has chosen before writing, as those who handle the purpose wrote it down.
        text: what has been typed; kept also over the limit.
        message_id: Telegram's id of the message in a topic of the secretariat's forum that it was written in; 0 for
            what is written in the private chat. Such a letter is never in hand.
        other: the same in another language, for whoever reads that one.
        other_language: which that is.
        writes_other: whether it is that text which is typed now.
        typed_at: when the last part came (Telegram's own time of the message).
    """

    model_config = ConfigDict(frozen=True)

    id: LetterId
    person_id: PersonId
    purpose: Purpose = Purpose.QUESTION
    question_id: int | None = None
    subject_id: int = 0
    choice: str = ""
    text: str = ""
    other: str = ""
    other_language: str = ""
    writes_other: bool = False
    state: LetterState = LetterState.ASKS
    typed_at: datetime | None = None
    created_at: datetime
    message_id: int = 0

    @property
    def excess(self) -> int:
        """By how much the text is over its limit, both texts together; 0 when they fit."""
        return max(0, length(self.text) + length(self.other) - LONGEST)

    @property
    def whole(self) -> str:
        """Both texts, as far as there are two."""
        return f"{self.text}\n\n{self.other}" if self.other else self.text

    @property
    def _typing(self) -> str:
        return self.other if self.writes_other else self.text

    def typed(self, text: str, *, sent_at: datetime) -> "Letter":
        """The letter with a message as its text, or with its continuation where Telegram's app has cut it.

        Raises:
            LetterEmpty: not one letter or digit in it.
        """
        continues = (
            self.typed_at is not None
            and sent_at - self.typed_at <= SAME_BREATH
            and len(self._typing) >= CUT_OFF
        )
        whole = f"{self._typing}\n{text}" if continues else text
        if not any(c.isalnum() for c in whole):
            raise LetterEmpty
        name = "other" if self.writes_other else "text"
        typed = self.model_copy(update={name: whole, "typed_at": sent_at, "state": LetterState.PREVIEW})
        return typed.model_copy(update={"state": LetterState.ASKS}) if typed.excess else typed

    def takes(self, sent_at: datetime) -> bool:
        """Whether a message sent at this moment belongs to the letter."""
        if self.state is LetterState.ASKS:
            return True
        return (
            self.state is LetterState.PREVIEW
            and self.typed_at is not None
            and sent_at - self.typed_at <= SAME_BREATH
            and len(self._typing) >= CUT_OFF
        )


def check_length(text: str) -> None:
    """Let a text at hand be as long as a letter may be.

    Raises:
        TextTooLong: it is longer.
    """
    excess = length(text) - LONGEST
    if excess > 0:
        raise TextTooLong(excess=excess, most=LONGEST)


def length(text: str) -> int:
    """Length as Telegram counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
