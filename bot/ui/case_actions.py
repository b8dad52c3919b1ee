"""The actions on cases of the secretariat's. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.cases import AssignmentId, CaseKind, CaseRef
from bot.domain.people import PersonId
from bot.ui.action import ROW, Action


class OfCase(BaseModel):
    """What is done with a case.

    Attributes:
        row: row id of the proposal or question.
    """

    model_config = ConfigDict(frozen=True)

    kind: CaseKind
    row: Annotated[int, ROW]

    @property
    def case(self) -> CaseRef:
        """Which case."""
        return CaseRef(kind=self.kind, row=self.row)


class TakeCase(OfCase, Action, prefix="jm"):
    """Take a case into one's own hands.

    Attributes:
        over: the row that said who had it; 0 for nobody.
    """

    over: Annotated[AssignmentId, ROW]


class OfferColleagues(OfCase, Action, prefix="jn"):
    """Offer to whom a case may be given."""

    page: Annotated[int, Field(ge=0, le=9999)] = 0


class GiveCase(OfCase, Action, prefix="jo"):
    """Give a case to a colleague, out of whosever hands it is in.

    Attributes:
        to: Telegram's id of the colleague.
        over: of the assignment, which is shorter than the largest row.
    """

    to: Annotated[PersonId, Field(ge=1, le=2**53)]
    over: Annotated[AssignmentId, Field(ge=0, le=2**53)]


class ShowNotes(OfCase, Action, prefix="jq"):
    """Read what colleagues have noted about a case."""

    page: Annotated[int, Field(ge=0, le=9999)] = 0


class WriteNote(OfCase, Action, prefix="jr"):
    """Note something about a case."""


class ReleaseCase(OfCase, Action, prefix="jp"):
    """Take a case out of one's hands."""

    over: Annotated[AssignmentId, ROW]
