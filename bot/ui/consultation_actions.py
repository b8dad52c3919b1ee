"""The actions on consultations that anybody may read. Prefixes are written down in chats: change none, add freely."""

from typing import Annotated, Literal

from pydantic import Field

from bot.domain.consultations import ConsultationId, ConsultationKind, DocumentId
from bot.services.consultations import Wanted
from bot.ui.action import ROW, Action

#: An id of the content, or nothing; two of them fit callback data.
_ID = Field(pattern=r"^[A-Za-z0-9_-]{0,24}$")
#: Kinds in one letter.
_LETTERS = {"": None, "c": ConsultationKind.CALL, "r": ConsultationKind.REMARKS}


class BrowseConsultations(Action, prefix="cb"):
    """List consultations.

    Attributes:
        topic: id of the content; empty for any.
        region: likewise.
        kind: the first letter of one; empty for both.
        is_past: those that are over instead of the open ones.
        page: from 0.
    """

    topic: Annotated[str, _ID] = ""
    region: Annotated[str, _ID] = ""
    kind: Literal["", "c", "r"] = ""
    is_past: bool = False
    page: Annotated[int, Field(ge=0, le=99)] = 0

    @property
    def wanted(self) -> Wanted:
        """The filters."""
        return Wanted(self.topic, self.region, _LETTERS[self.kind], self.is_past)


class ChooseFilter(Action, prefix="cx"):
    """Offer the choices of a filter.

    Attributes:
        which: topics or regions.
        page: of the choices, from 0.
    """

    which: Literal["t", "r"]
    topic: Annotated[str, _ID] = ""
    region: Annotated[str, _ID] = ""
    kind: Literal["", "c", "r"] = ""
    is_past: bool = False
    page: Annotated[int, Field(ge=0, le=9)] = 0

    @property
    def browsing(self) -> BrowseConsultations:
        """The list that it is chosen for."""
        return BrowseConsultations(topic=self.topic, region=self.region, kind=self.kind, is_past=self.is_past)


class ReadConsultation(Action, prefix="cg"):
    """Read a page of a consultation."""

    consultation: Annotated[ConsultationId, ROW]
    page: Annotated[int, ROW] = 0


class ShowConsultationHistory(Action, prefix="ch"):
    """List what has been changed in a consultation."""

    consultation: Annotated[ConsultationId, ROW]
    page: Annotated[int, ROW] = 0


class SendDocument(Action, prefix="cf"):
    """Hand over a document."""

    document: Annotated[DocumentId, ROW]


class SendCalendar(Action, prefix="ci"):
    """Hand over the deadline for a calendar."""

    consultation: Annotated[ConsultationId, ROW]
