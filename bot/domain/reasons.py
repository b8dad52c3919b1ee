"""Ready reasons: texts that fit many proposals, for the secretariat to begin with."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict, Field

ReasonId = NewType("ReasonId", str)


class Fit(StrEnum):
    """What a reason is for: a decision, or a question to the author. The names are those of the states."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    DECLINED = "declined"
    MERGED = "merged"
    CLARIFICATION = "clarification"


class ReasonText(BaseModel):
    """A ready reason in one language.

    Attributes:
        title: label of its button, at most 40 characters.
        text: what the author reads, unless the officer changes it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(min_length=1, max_length=40)
    text: str = Field(min_length=1, max_length=1500)


class Reason(BaseModel):
    """A ready reason.

    Attributes:
        id: short, because it stands in a button beside the letter.
        fits: what it is for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: ReasonId = Field(pattern=r"^[A-Za-z0-9_-]{1,24}$")
    fits: tuple[Fit, ...] = Field(min_length=1)
    texts: Mapping[str, ReasonText]

    def title(self, language: str) -> str:
        """What its button says in this language, or in another where this one is missing."""
        return (self.texts.get(language) or next(iter(self.texts.values()))).title
