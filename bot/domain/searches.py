"""Searches among public proposals: asked for by a button, the words in the next message."""

from datetime import datetime, timedelta
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationId
from bot.domain.errors import CivicError
from bot.domain.people import PersonId

SearchId = NewType("SearchId", int)

#: Characters of what is looked for; the rest is let go.
LONGEST = 300
#: So many of one person's searches are kept, so that the pages of their results can be turned.
KEPT = 10
#: How long the next message is taken for the words.
PATIENCE = timedelta(minutes=30)


class SearchUnknown(CivicError):
    """The search is not kept any more, or was never this person's; it can be made again."""

    message_id = "search-error-unknown"


class Search(BaseModel):
    """A search.

    Attributes:
        consultation_id: only among what was submitted to it; None for all.
        words: what was typed; empty while they are waited for.
    """

    model_config = ConfigDict(frozen=True)

    id: SearchId = SearchId(0)
    person_id: PersonId
    consultation_id: ConsultationId | None = None
    words: str = ""
    asked_at: datetime
