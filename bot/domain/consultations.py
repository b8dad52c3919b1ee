"""Consultations: calls for proposals and remarks on published drafts, and the one table of their states."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.errors import CivicError
from bot.domain.people import PersonId

ConsultationId = NewType("ConsultationId", int)
DocumentId = NewType("DocumentId", int)
ConsultationChangeId = NewType("ConsultationChangeId", int)

#: So many documents and links one consultation has: each is a button of its screen.
MOST_DOCUMENTS = 10


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

    @property
    def following(self) -> frozenset["ConsultationState"]:
        """The states that may come next."""
        return TRANSITIONS.get(self, frozenset())

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it."""
        return self not in {ConsultationState.DRAFT, ConsultationState.SCHEDULED}

    @property
    def takes_corrections(self) -> bool:
        """Whether its deadline, texts and documents can be changed before the eyes of those who were told."""
        return self in {ConsultationState.OPEN, ConsultationState.CLOSED}


#: The whole life of a consultation. What is not here does not happen.
TRANSITIONS: Mapping[ConsultationState, frozenset[ConsultationState]] = {
    ConsultationState.DRAFT: frozenset(
        {ConsultationState.SCHEDULED, ConsultationState.OPEN, ConsultationState.WITHDRAWN}
    ),
    ConsultationState.SCHEDULED: frozenset(
        {ConsultationState.DRAFT, ConsultationState.OPEN, ConsultationState.WITHDRAWN}
    ),
    ConsultationState.OPEN: frozenset({ConsultationState.CLOSED, ConsultationState.WITHDRAWN}),
    ConsultationState.CLOSED: frozenset({ConsultationState.ANSWERED, ConsultationState.WITHDRAWN}),
}


class ConsultationText(BaseModel):
    """What people read of a consultation, in one language (plain text).

    The fields are those of the notice of a consultation (resolution № 996 of 3 November 2010).

    Attributes:
        authority: who consults.
        affected: the social groups and interested parties that it touches.
        consequences: what may follow for them.
        ways: the e-address and other ways to take part.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    summary: str
    authority: str = ""
    affected: str = ""
    consequences: str = ""
    ways: str = ""


class Document(BaseModel):
    """A document of a consultation: a link, or a file that lies beside the database.

    Attributes:
        id: row id; 0 before it is stored.
        url: of a link; empty for a file.
        name: of a file.
        size: bytes.
        sha256: of a file's content, in hexadecimal.
        file_id: Telegram's, once the bot has sent the file; it is sent again without its bytes.
    """

    model_config = ConfigDict(frozen=True)

    id: DocumentId = DocumentId(0)
    title: str
    url: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    sha256: str = ""
    file_id: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is handed over and not opened."""
        return not self.url

    @property
    def mark(self) -> str:
        """Eight hexadecimal digits by which a button names it."""
        return hashlib.sha256(self.key.encode()).hexdigest()[:8]

    @property
    def key(self) -> str:
        """What is the same for the same document, whether stored or not."""
        return f"{self.title}\n{self.url or self.sha256}"


class NewConsultation(BaseModel):
    """A consultation as its authors hand it over, not yet stored.

    Attributes:
        slug: short name for deep links and the command line.
        opens_at: aware, UTC; when it is to be opened by itself; None for "when somebody publishes it".
        closes_at: aware, UTC; from this moment on nothing is taken any more.
        url: the official notice.
        topics: ids of the content; none for all.
        regions: ids of the content; none for the whole country or city.
        documents: of `remarks`, the first is the draft that the remarks are on.
        texts: at least one language.
    """

    model_config = ConfigDict(frozen=True)

    slug: str
    kind: ConsultationKind = ConsultationKind.CALL
    opens_at: datetime | None = None
    closes_at: datetime
    url: str | None = None
    topics: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    texts: Mapping[str, ConsultationText]


class Consultation(NewConsultation):
    """A stored consultation.

    Attributes:
        published_at: when it was opened to people; None before.
        sequence: grows with every change of it.
    """

    id: ConsultationId
    state: ConsultationState
    sequence: int = 0
    created_at: datetime
    published_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether people may take part at this moment; the deadline counts even before a job closes it."""
        return self.state is ConsultationState.OPEN and now < self.closes_at

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be opened by itself now."""
        is_time = self.opens_at is not None and self.opens_at <= now
        return self.state is ConsultationState.SCHEDULED and is_time

    def text(self, language: str) -> tuple[str, ConsultationText]:
        """The text in this language, or in another where this one is missing, with its language."""
        if language in self.texts:
            return language, self.texts[language]
        return next(iter(self.texts.items()))

    def title(self, language: str) -> str:
        """The title, in this language where it is to be had."""
        return self.text(language)[1].title

    @property
    def draft_document(self) -> Document | None:
        """What remarks are on."""
        is_remarks = self.kind is ConsultationKind.REMARKS
        return self.documents[0] if is_remarks and self.documents else None


class ConsultationEvent(StrEnum):
    """What happened to a consultation."""

    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"
    #: Its deadline had passed before it could be opened by itself: it is a draft again.
    MISSED = "missed"
    OPENED = "opened"
    CHANGED = "changed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    ANSWERED = "answered"


class FieldChange(BaseModel):
    """One field before and after.

    Attributes:
        field: its name in `NewConsultation` or `ConsultationText`.
        language: of a text; empty for what has none.
        was: a moment is in ISO 8601, documents and ids are lines.
    """

    model_config = ConfigDict(frozen=True)

    field: str
    language: str = ""
    was: str = ""
    became: str = ""


class ConsultationChange(BaseModel):
    """A row of a consultation's history.

    Attributes:
        actor_id: Telegram's id of the officer; None for the operator, and for what came by itself.
        draft_id: the work of an officer's that it came from; the key against repeats.
        note: why, for everybody to read.
        fields: what is another now.
    """

    model_config = ConfigDict(frozen=True)

    id: ConsultationChangeId = ConsultationChangeId(0)
    consultation_id: ConsultationId
    event: ConsultationEvent
    actor_id: PersonId | None = None
    draft_id: int | None = None
    note: str = ""
    fields: tuple[FieldChange, ...] = ()
    changed_at: datetime

    @property
    def deadlines(self) -> tuple[datetime, datetime] | None:
        """The deadline before and after, where it was moved."""
        moved = next((one for one in self.fields if one.field == "closes_at"), None)
        if moved is None:
            return None
        return datetime.fromisoformat(moved.was), datetime.fromisoformat(moved.became)


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


class ConsultationStateWrong(CivicError):
    """From its present state this is not possible; nothing is changed."""

    message_id = "consultation-error-state"


class DeadlineTooEarly(CivicError):
    """A deadline lies in the past, or before the opening."""

    message_id = "consultation-error-deadline"


class OpeningInThePast(CivicError):
    """The moment at which it is to be opened has passed."""

    message_id = "consultation-error-opens"


class SlugTaken(CivicError):
    """Another consultation has this short name."""

    message_id = "consultation-error-slug-taken"


class WithdrawnWithoutReason(CivicError):
    """Those who were told of it must read why it is withdrawn."""

    message_id = "consultation-error-reason"


class DocumentUnknown(CivicError):
    """The consultation has no such document (any more)."""

    message_id = "consultation-error-document"
