"""What is handed out of the proposals, in which forms, and the columns of the table."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.proposals import AWAITING, ProposalState

#: Bytes. Telegram Bot API, "Sending files": bots can send files of any type of up to 50 MB. A margin is left for the
#: form around the file.
LARGEST_SENT = 50 * 1024 * 1024 - 64 * 1024
#: So many archives are sent into a chat at the most.
MOST_SENT = 10


class ExportFormat(StrEnum):
    """A file format of the table."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


#: Fixed, in this order: analysts' spreadsheets and scripts rely on it. What is not there is empty.
COLUMNS = (
    "reference", "status", "submitted_at", "updated_at", "consultation", "title", "problem", "solution",
    "expected_result", "values", "sdg", "region", "topic", "responsible_body", "partners", "time_frame",
    "indicator", "language", "named", "author_name", "author_contact", "attachments", "endorsements",
    "response", "responded_at", "responded_by", "commitment", "content_hash",
)  # fmt: skip


class Selection(BaseModel):
    """Which proposals are handed out; all of them by default.

    Attributes:
        states: only these; all where empty.
        consultation: only of the consultation with this slug.
        since: only those that came or changed at or after this moment.
        after: only those that came or changed after this revision.
        is_public: only what anybody may read.
    """

    model_config = ConfigDict(frozen=True)

    states: tuple[ProposalState, ...] = ()
    consultation: str | None = None
    since: datetime | None = None
    after: int = 0
    is_public: bool = False

    def __str__(self) -> str:
        """For the log and for file names; names of states and consultations, and no person's words."""
        parts = [
            *(["+".join(self.states)] if self.states else []),
            *([self.consultation] if self.consultation else []),
            *([f"since-{self.since:%Y-%m-%d}"] if self.since else []),
            *([f"after-{self.after}"] if self.after else []),
        ]
        return "-".join(parts) or "all"


class Scope(StrEnum):
    """What can be chosen in the chat."""

    ALL = "all"
    WAITING = "waiting"
    DECIDED = "decided"
    WEEK = "week"
    MONTH = "month"
    CONSULTATION = "consultation"

    def selection(self, now: datetime, consultation: str | None = None) -> Selection:
        """The proposals that are meant.

        Args:
            now: the moment from which days are counted back.
            consultation: the slug, for `CONSULTATION`.
        """
        if self is Scope.CONSULTATION:
            return Selection(consultation=consultation)
        if self in _DAYS:
            return Selection(since=now - timedelta(days=_DAYS[self]))
        return Selection(states=_STATES.get(self, ()))


_DAYS = {Scope.WEEK: 7, Scope.MONTH: 30}
_STATES = {
    Scope.WAITING: tuple(state for state in ProposalState if state in AWAITING),
    Scope.DECIDED: tuple(
        state for state in ProposalState if state not in AWAITING and state is not ProposalState.WITHDRAWN
    ),
}


@dataclass
class Progress:
    """How far the making of a file is. One thread writes, others may read.

    Attributes:
        total: proposals, or files of an archive.
        done: how many of them are in the file.
    """

    total: int = 0
    done: int = 0

    def begin(self, total: int) -> Self:
        """So many there are."""
        self.total, self.done = total, 0
        return self


class ExportUnwritten(CivicError):
    """The disk is full or fails: no file has been made, nothing else has changed."""

    message_id = "export-error-disk"


class ExportTooLarge(CivicError):
    """More than Telegram takes from a bot: there are the narrower scope and the command line."""

    message_id = "export-error-large"


class FileRefused(CivicError):
    """Telegram does not take the file."""

    message_id = "export-error-refused"
