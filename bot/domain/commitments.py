"""Commitments of action plans: what a proposal may become, and how far it has been carried out."""

import re
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId

CommitmentId = NewType("CommitmentId", str)
CommitmentChangeId = NewType("CommitmentChangeId", int)

#: An address on a line of its own; longer ones no program that we know makes.
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,1000}")


class CommitmentStatus(StrEnum):
    """How far a commitment is carried out (the IRM's levels of completion), or that it was withdrawn."""

    NOT_STARTED = "not_started"
    LIMITED = "limited"
    SUBSTANTIAL = "substantial"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class CommitmentUnknown(CivicError):
    """The content has no such commitment.

    Args:
        nearest: the ids that look most like it, as one line; empty where none does.
    """

    message_id = "commitment-error-unknown"

    def __init__(self, *, nearest: str = "") -> None:
        if nearest:
            super().__init__("commitment-error-nearest", nearest=nearest)
        else:
            super().__init__()


class CommitmentNoteMissing(CivicError):
    """A status came without a word on it."""

    message_id = "commitment-error-note"


class CommitmentChange(BaseModel):
    """A commitment's status as the secretariat has stated it.

    Attributes:
        note: what the public reads with it.
        link: the page that shows it; empty where there is none.
        changed_by: Telegram's id of the member of staff; None for the operator, or once they have erased their data.
        letter_id: the letter in which it was written; the key against repeats. None for the operator's.
    """

    model_config = ConfigDict(frozen=True)

    id: CommitmentChangeId = CommitmentChangeId(0)
    commitment: CommitmentId
    status: CommitmentStatus
    note: str = ""
    link: str = ""
    changed_by: PersonId | None = None
    letter_id: int | None = None
    changed_at: datetime


def parted(text: str) -> tuple[str, str]:
    """What was written about a status: the note, and the address in its last line (empty where there is none).

    Raises:
        CommitmentNoteMissing: there is nothing to read but an address, or nothing at all.
    """
    note, _, last = text.strip().rpartition("\n")
    if _ADDRESS.fullmatch(last.strip()):
        link, note = last.strip(), note.strip()
    else:
        link, note = "", text.strip()
    if not any(c.isalnum() for c in note) or _ADDRESS.fullmatch(note):
        raise CommitmentNoteMissing
    return note, link


def is_address(text: str) -> bool:
    """Whether this is an address that can stand beside a status."""
    return _ADDRESS.fullmatch(text) is not None
