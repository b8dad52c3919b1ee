"""Consultations: calls for proposals and remarks on published drafts."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError

ConsultationId = NewType("ConsultationId", int)


class ConsultationKind(StrEnum):
    """What is asked of people."""

    CALL = "call"
    REMARKS = "remarks"


class ConsultationState(StrEnum):
    """`draft → scheduled → open → closed → answered`, and `withdrawn` from any before `answered`."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class ConsultationText(BaseModel):
    """What people read of a consultation, in one language (plain text)."""

    model_config = ConfigDict(frozen=True)

    title: str
    summary: str


class NewConsultation(BaseModel):
    """A consultation as its authors hand it over, not yet stored.

    Attributes:
        slug: short name for deep links and the command line.
        closes_at: aware, UTC; from this moment on nothing is taken any more.
        url: the official notice.
        texts: at least one language.
    """

    model_config = ConfigDict(frozen=True)

    slug: str
    kind: ConsultationKind = ConsultationKind.CALL
    closes_at: datetime
    url: str | None = None
    texts: Mapping[str, ConsultationText]


class Consultation(NewConsultation):
    """A stored consultation.

    Attributes:
        published_at: when it was opened to people; None before.
    """

    id: ConsultationId
    state: ConsultationState
    created_at: datetime
    published_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether people may take part at this moment; the deadline counts even before a job closes it."""
        return self.state is ConsultationState.OPEN and now < self.closes_at

    def text(self, language: str) -> tuple[str, ConsultationText]:
        """The text in this language, or in another where this one is missing, with its language."""
        if language in self.texts:
            return language, self.texts[language]
        return next(iter(self.texts.items()))


class ConsultationClosed(CivicError):
    """The consultation takes nothing any more."""

    message_id = "consultation-error-closed"


class ConsultationUnknown(CivicError):
    """No consultation has this slug or id."""

    message_id = "consultation-error-unknown"


class NothingToPublish(ConsultationUnknown):
    """No consultation has this slug; the error lists those that can be published."""

    message_id = "publish-error-unknown"


class ConsultationAlreadyPublished(CivicError):
    """Only what is still a draft can be published."""

    message_id = "consultation-error-published"


class ConsultationOverdue(CivicError):
    """Its deadline has passed before it was published."""

    message_id = "consultation-error-overdue"
