"""The secretariat's desk: what there is to be done, how a member narrows it down, and whose case is whose."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationId
from bot.domain.people import PersonId

#: Characters of what is looked for; the rest is let go.
LONGEST_WORDS = 300
#: How long the next message is taken for the words that are looked for.
PATIENCE = timedelta(minutes=30)


class Tray(StrEnum):
    """A list of proposals by what is to be done with them.

    A proposal that its author has just answered or contested also waits: it lies in two.
    """

    WAITING = "waiting"
    #: Nobody has taken it up yet.
    NEW = "new"
    #: Its author has answered a question.
    ANSWERED = "answered"
    #: Its author has contested the refusal.
    APPEALED = "appealed"
    #: Hidden from public view, and the author contests that.
    CONTESTED = "contested"
    #: The reply-by date has passed.
    OVERDUE = "overdue"
    #: In the hands of the member who looks.
    MINE = "mine"
    ASKED = "asked"
    #: All that have no decision yet, those whose authors were asked too.
    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    #: Hidden from public view.
    HIDDEN = "hidden"
    #: Nothing is to be done with them any more.
    SETTLED = "settled"
    ALL = "all"


class Whose(StrEnum):
    """In whose hands a case is."""

    ANYBODYS = "anybodys"
    MINE = "mine"
    NOBODYS = "nobodys"


class Filters(BaseModel):
    """What a member narrows the desk down to. It stays as it was left.

    Attributes:
        tray: the list that they were in last.
        consultation: only what was submitted to it; 0 for all.
        topic: id of the content; "" for any.
        region: likewise.
        is_overdue: only what is late.
        whose: in whose hands.
        words: only what has these words; "" for any.
    """

    model_config = ConfigDict(frozen=True)

    tray: Tray = Tray.WAITING
    consultation: ConsultationId = ConsultationId(0)
    topic: str = ""
    region: str = ""
    is_overdue: bool = False
    whose: Whose = Whose.ANYBODYS
    words: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether they leave anything out, besides the list."""
        return self != Filters(tray=self.tray)


class DeskView(BaseModel):
    """The desk as a member has left it.

    Attributes:
        page: of the list, from 0.
        asked_at: since when the next message is taken for the words that are looked for.
    """

    model_config = ConfigDict(frozen=True)

    person_id: PersonId
    filters: Filters = Filters()
    page: int = 0
    asked_at: datetime | None = None

    def waits(self, now: datetime) -> bool:
        """Whether the next message is taken for words."""
        return self.asked_at is not None and now - self.asked_at <= PATIENCE
