"""Proposals: what a submitted one holds, which states it goes through, and what each change needs."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Self

from pydantic import BaseModel, ConfigDict

from bot.domain.consultations import ConsultationId, ConsultationKind
from bot.domain.drafts import DraftId
from bot.domain.errors import CivicError
from bot.domain.people import PersonId
from bot.domain.proposal_states import AWAITING, DECISIONS, PAST_SUPPORT, REASONED, TRANSITIONS, ProposalState

ProposalId = NewType("ProposalId", int)
ChangeId = NewType("ChangeId", int)

#: Which text on the processing of personal data the author has agreed to; raise it when that text changes.
CONSENT_VERSION = 2
#: The author hears of these numbers of supporters, and of no other.
MILESTONES = (5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)


class OgpValue(StrEnum):
    """A value that a commitment serves (OGP, Articles of Governance: the open government values)."""

    ACCESS = "access"
    PARTICIPATION = "participation"
    ACCOUNTABILITY = "accountability"
    TECHNOLOGY = "technology"


class Identity(StrEnum):
    """What is known of an author: by name to everybody, by name to the secretariat alone, or nothing."""

    PUBLIC = "public"
    NAMED = "named"
    ANONYMOUS = "anonymous"


class ChangedBy(StrEnum):
    """Who has changed a proposal."""

    AUTHOR = "author"
    STAFF = "staff"


class ProposalUnknown(CivicError):
    """No such proposal, or not this person's."""

    message_id = "proposal-error-unknown"


class ChangeImpossible(CivicError):
    """The proposal's state does not allow this (any more); it is as it was.

    Attributes:
        state: the state it is in.
        wanted: the one that it was to go over into.
    """

    message_id = "proposal-error-state"

    def __init__(self, *, state: ProposalState | None = None, wanted: ProposalState | None = None) -> None:
        super().__init__()
        self.state = state
        self.wanted = wanted


class MergeImpossible(CivicError):
    """The other proposal cannot carry this one on: it is the same, withdrawn, or carried on by this one."""

    message_id = "proposal-error-merge"


class SupportImpossible(CivicError):
    """One's own proposal, or one that is decided against or carried on by another, cannot be supported."""

    message_id = "public-error-support"


class ReasonMissing(CivicError):
    """A change of which the author must read the reason came without one."""

    message_id = "proposal-error-reason"


class ProposalText(BaseModel):
    """What an author has written; every later version is one more of these.

    Attributes:
        values: the OGP values that it serves; none in proposals of before there was the question.
        goal: the Sustainable Development Goal, from 1 to 17 (United Nations, resolution 70/1).
        region: id of a region of the content; empty for the whole country.
        topic: id of a topic of the content.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    problem: str
    solution: str
    expected_result: str = ""
    values: tuple[OgpValue, ...] = ()
    goal: int | None = None
    region: str = ""
    topic: str = ""
    responsible_body: str = ""
    partners: str = ""
    time_frame: str = ""
    indicator: str = ""

    @property
    def text(self) -> "ProposalText":
        """The text alone, without what surrounds it."""
        return ProposalText.model_validate(self.model_dump(include=set(ProposalText.model_fields)))

    def fingerprint(self, attachments: Iterable[str] = ()) -> str:
        """SHA-256, in hexadecimal, of the text and of what is attached.

        It is taken of JSON with sorted keys, no spaces between them, UTF-8, with the attachments' own SHA-256
        sums, sorted, under `attachments`: the README says how to reckon it without this program.

        Args:
            attachments: SHA-256 sums, in hexadecimal.
        """
        fields = {**self.text.model_dump(mode="json"), "attachments": sorted(attachments)}
        canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def key(self) -> str:
        """The same for texts that differ in nothing but case, spaces and punctuation."""
        words = f"{self.title} {self.problem} {self.solution}"
        plain = "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if c.isalnum())
        return hashlib.sha256(plain.encode()).hexdigest()


class Proposal(ProposalText):
    """A submitted proposal.

    Attributes:
        reference: what people quote: `UA-2026-0042`.
        author_id: None once the author has erased their data, and before one has taken over what was entered.
        draft_id: the draft it came from; submitting is idempotent by it.
        identity: how far the author is known.
        author_name: empty for an anonymous author.
        contact: how the author wants to be reached besides Telegram.
        language: the language of the author's screens when it was submitted.
        content_hash: `fingerprint` of the present version.
        version: from 1; each correction by the author is one more.
        reply_by: until when the secretariat is to respond; a later date each time that it has not.
        late_since: the first such date that has passed; None while none has.
        response: the reason of the decision, as the author reads it.
        responded_by: Telegram's id of the member of staff; None for the operator.
        commitment: id of the commitment that it has become.
        merged_into: the proposal that carries it on.
        has_appealed: whether a refusal has been contested, which can be done once.
        is_hidden: whether the secretariat has taken it out of public view.
        endorsements: how many people support it.
        gathering: the meeting from which the secretariat has entered it; empty for what came in the chat.
        held_on: the day of that meeting.
    """

    id: ProposalId
    reference: str
    draft_id: DraftId
    author_id: PersonId | None
    consultation_id: ConsultationId | None
    consultation: str | None
    consultation_kind: ConsultationKind | None = None
    state: ProposalState
    identity: Identity = Identity.NAMED
    author_name: str = ""
    contact: str = ""
    language: str
    consent_version: int
    content_hash: str = ""
    version: int = 1
    reply_by: datetime | None = None
    late_since: datetime | None = None
    response: str = ""
    responded_at: datetime | None = None
    responded_by: PersonId | None = None
    commitment: str = ""
    merged_into: ProposalId | None = None
    has_appealed: bool = False
    is_hidden: bool = False
    endorsements: int = 0
    gathering: str = ""
    held_on: date | None = None
    submitted_at: datetime
    updated_at: datetime

    @property
    def is_remark(self) -> bool:
        """Whether it is a remark on a published draft: its title is the point, its solution the wording."""
        return self.consultation_kind is ConsultationKind.REMARKS

    @property
    def is_entered(self) -> bool:
        """Whether the secretariat has entered it for an author who gave it on paper."""
        return self.held_on is not None

    @property
    def is_on_paper(self) -> bool:
        """Whether its author is not in the chat (yet), so that an officer takes it back at their word."""
        return self.is_entered and self.author_id is None

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it."""
        return self.state is not ProposalState.WITHDRAWN and not self.is_hidden

    @property
    def can_be_supported(self) -> bool:
        """Whether it may still be supported: until it is carried out, decided against, or carried on by another."""
        return self.is_public and self.state not in PAST_SUPPORT

    @property
    def due_at(self) -> datetime | None:
        """The first date that was promised for the response."""
        return self.late_since or self.reply_by

    def is_late(self, now: datetime) -> bool:
        """Whether the secretariat is late with its response: not while it waits for the author."""
        is_its_turn = self.state.awaits_response and self.state is not ProposalState.CLARIFICATION
        return is_its_turn and self.due_at is not None and self.due_at < now

    @property
    def can_be_edited(self) -> bool:
        """Whether the author may still correct it: until the secretariat looks at it."""
        return self.state in {ProposalState.RECEIVED, ProposalState.CLARIFICATION}

    @property
    def can_be_withdrawn(self) -> bool:
        """Whether the author may still take it back: until it is decided."""
        return ProposalState.WITHDRAWN in self.state.following

    @property
    def can_be_contested(self) -> bool:
        """Whether the author may contest the refusal."""
        return self.state is ProposalState.DECLINED and not self.has_appealed

    @property
    def wiped(self) -> Self:
        """The marker that stays of a proposal that its author takes back: no text and no person's data."""
        words = {name: "" for name, field in ProposalText.model_fields.items() if field.annotation is str}
        nothing = {**words, "values": (), "goal": None, "author_name": "", "contact": ""}
        return self.model_copy(update=nothing)

    def require(self, became: ProposalState) -> Self:
        """The proposal, if it may go over into this state.

        Raises:
            ChangeImpossible: the table of states does not have it, or a refusal was contested before.
        """
        is_again = self.state is ProposalState.DECLINED and self.has_appealed
        if became not in self.state.following or is_again:
            raise ChangeImpossible(state=self.state, wanted=became)
        return self


class ProposalVersion(BaseModel):
    """A version of a proposal as the author has written it.

    Attributes:
        number: from 1.
        text: None once the author has taken it back; its hash stays.
    """

    model_config = ConfigDict(frozen=True)

    proposal_id: ProposalId
    number: int
    text: ProposalText | None
    content_hash: str
    written_at: datetime


class ProposalChange(BaseModel):
    """A step in a proposal's life. Together they are its history and its correspondence.

    Attributes:
        was: the state before; None for the receipt.
        actor_id: Telegram's id of who did it; None for the operator, or once they have erased their data.
        letter_id: the letter with the reason; the key against repeats.
        reason: what the other side reads: a question, an answer, a reasoned response, an appeal.
        other: the same in another language.
        other_language: which that is.
    """

    model_config = ConfigDict(frozen=True)

    id: ChangeId
    proposal_id: ProposalId
    was: ProposalState | None
    became: ProposalState
    actor: ChangedBy
    actor_id: PersonId | None = None
    letter_id: int | None = None
    reason: str = ""
    other: str = ""
    other_language: str = ""
    changed_at: datetime


__all__ = [
    "AWAITING",
    "CONSENT_VERSION",
    "DECISIONS",
    "MILESTONES",
    "REASONED",
    "TRANSITIONS",
    "ChangeId",
    "ChangeImpossible",
    "ChangedBy",
    "Identity",
    "MergeImpossible",
    "OgpValue",
    "Proposal",
    "ProposalChange",
    "ProposalId",
    "ProposalState",
    "ProposalText",
    "ProposalUnknown",
    "ProposalVersion",
    "ReasonMissing",
    "SupportImpossible",
]
