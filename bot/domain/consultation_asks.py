"""The steps of an officer's work on a consultation: what is asked, within which limits, what is refused."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.consultations import ConsultationText
from bot.domain.draft_steps import AnswerEmpty, AnswerTooShort, Limit, readable
from bot.domain.errors import CivicError


class Intent(StrEnum):
    """What the work comes to once it is confirmed."""

    #: A new consultation, or one that nobody has been told of yet.
    PREPARE = "prepare"
    #: A correction of what is published.
    CORRECT = "correct"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    ANSWER = "answer"


class Ask(StrEnum):
    """A screen of the work, in the order in which they are shown. `second_…` is of the second language."""

    KIND = "kind"
    TITLE = "title"
    SUMMARY = "summary"
    AUTHORITY = "authority"
    AFFECTED = "affected"
    CONSEQUENCES = "consequences"
    WAYS = "ways"
    TOPICS = "topics"
    REGIONS = "regions"
    DOCUMENTS = "documents"
    OPENS = "opens"
    CLOSES = "closes"
    SECOND = "second"
    SECOND_TITLE = "second_title"
    SECOND_SUMMARY = "second_summary"
    SECOND_AUTHORITY = "second_authority"
    SECOND_AFFECTED = "second_affected"
    SECOND_CONSEQUENCES = "second_consequences"
    SECOND_WAYS = "second_ways"
    SLUG = "slug"
    NOTE = "note"
    PREVIEW = "preview"

    @property
    def is_typed(self) -> bool:
        """Whether a message answers it; documents are links and files."""
        return self in LIMITS or self in MOMENTS or self is Ask.DOCUMENTS

    @property
    def is_second(self) -> bool:
        """Whether it is a text in the second language."""
        return self.startswith("second_")

    @property
    def field(self) -> str:
        """The field of a text that it fills."""
        return self.removeprefix("second_")


#: Texts of the notice, in the first and in the second language.
TEXTS = tuple(Ask(name) for name in ConsultationText.model_fields)
SECOND_TEXTS = tuple(Ask(f"second_{name}") for name in ConsultationText.model_fields)
MOMENTS = frozenset({Ask.OPENS, Ask.CLOSES})
#: In characters. The whole fits two screens of a phone, its beginning the alert.
_OF_TEXT = {
    "title": Limit(least=5, most=200),
    "summary": Limit(least=10, most=2000),
    "authority": Limit(least=3, most=300),
    "affected": Limit(least=3, most=600),
    "consequences": Limit(least=3, most=600),
    "ways": Limit(least=3, most=600),
}
LIMITS: Mapping[Ask, Limit] = {
    **{step: _OF_TEXT[step.field] for step in (*TEXTS, *SECOND_TEXTS)},
    Ask.SLUG: Limit(least=1, most=60),
    Ask.NOTE: Limit(least=3, most=600),
}
#: The answer to `Ask.OPENS` that waits for nobody, and those to `Ask.SECOND`.
NOW, YES, NO = "now", "yes", "no"
#: Without these none can be published.
REQUIRED = frozenset({Ask.KIND, Ask.TITLE, Ask.SUMMARY, Ask.OPENS, Ask.CLOSES})
_ONE_LINE = frozenset({Ask.TITLE, Ask.SECOND_TITLE, Ask.SLUG, Ask.AUTHORITY, Ask.SECOND_AUTHORITY})
#: What is asked for a new one, and what of a published one can be corrected.
PREPARED = tuple(step for step in Ask if step not in {Ask.SLUG, Ask.NOTE, Ask.PREVIEW})
CORRECTED = (Ask.CLOSES, *TEXTS, Ask.DOCUMENTS, *SECOND_TEXTS, Ask.NOTE)


class ConsultationDraftUnknown(CivicError):
    """It was confirmed, thrown away, or never this officer's."""

    message_id = "publishing-error-gone"


class ConsultationIncomplete(CivicError):
    """An answer is missing or over its limit; everything is kept."""

    message_id = "publishing-error-incomplete"


class ChoiceNotOffered(CivicError):
    """What was chosen is not on offer (any more)."""

    message_id = "publishing-error-choice"


class LinkUnclear(CivicError):
    """A line that should be a link has no address that a button can open."""

    message_id = "publishing-error-link"


class SlugUnclear(CivicError):
    """A short name has other signs than it may."""

    message_id = "publishing-error-slug"


class TooManyDocuments(CivicError):
    """The consultation has as many documents as it may have."""

    message_id = "publishing-error-documents"


def words_of(step: Ask, text: str) -> str:
    """A typed answer as it is kept.

    Raises:
        AnswerEmpty: nothing readable is left.
        AnswerTooShort: fewer characters than `LIMITS` asks for.
    """
    answer = readable(text, is_one_line=step in _ONE_LINE)
    if not any(c.isalnum() for c in answer):
        raise AnswerEmpty
    if len(answer) < LIMITS[step].least:
        raise AnswerTooShort(least=LIMITS[step].least, length=len(answer))
    return answer
