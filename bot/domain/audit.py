"""The audit log: who of the secretariat did what to what, and when. It only grows."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.people import PersonId
from bot.domain.staff import MemberId

AuditId = NewType("AuditId", int)


class Noun(StrEnum):
    """What was acted on; the subject is its public name: a reference, a slug, a number."""

    PROPOSAL = "proposal"
    QUESTION = "question"
    CONSULTATION = "consultation"
    COMMITMENT = "commitment"
    BROADCAST = "broadcast"
    PERSON = "person"
    BLOCK = "block"
    MEMBER = "member"
    INVITATION = "invitation"
    EXPORT = "export"
    GATHERING = "gathering"
    DATABASE = "database"


class Verb(StrEnum):
    """What was done. Each has a sentence `audit-verb-…` in every language."""

    #: Personal data was looked at, or taken out.
    LOOKED = "looked"
    EXPORTED = "exported"
    ERASED = "erased"
    #: A proposal's or a consultation's state; the details say from which to which.
    CHANGED = "changed"
    #: A question got its answer, or was closed without.
    ANSWERED = "answered"
    CLOSED = "closed"
    #: Of a consultation's life.
    PREPARED = "prepared"
    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDREW = "withdrew"
    #: Of public view, and of whom may submit.
    HID = "hid"
    SHOWED = "showed"
    KEPT = "kept"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    #: Of a broadcast.
    PAUSED = "paused"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    #: Of a case: in whose hands it is, what is noted about it.
    ASSIGNED = "assigned"
    RELEASED = "released"
    NOTED = "noted"
    #: Many proposals at once; each has its own line too.
    CHANGED_MANY = "changed-many"
    #: Of proposals from meetings: entered, from a file, and a code handed out again.
    ENTERED = "entered"
    IMPORTED = "imported"
    CODED = "coded"
    #: The database was put back from a copy.
    RESTORED = "restored"
    #: Of people of the secretariat.
    INVITED = "invited"
    REVOKED = "revoked"
    JOINED = "joined"
    ADDED = "added"
    REMOVED = "removed"


class Record(BaseModel):
    """A line of the log.

    Attributes:
        member: who did it, by their number in the secretariat; None for the operator at the command line.
        name: how they are called, as far as it is known still.
        actor_id: Telegram's id of who did it; None for the operator, or once they have erased their data.
        subject: the public name of what it was done to, never a person's.
        person_id: the person whom it was about, where it was one; None once they have erased their data.
        details: what else is to be known: names of fields and states, never a person's words.
    """

    model_config = ConfigDict(frozen=True)

    id: AuditId
    member: MemberId | None
    name: str = ""
    actor_id: PersonId | None = None
    verb: Verb
    noun: Noun
    subject: str = ""
    person_id: PersonId | None = None
    details: Mapping[str, str | int]
    done_at: datetime
