"""Notices: what the bot tells people unasked. Each is a row of the outbox until Telegram has taken it."""

from datetime import datetime
from enum import StrEnum
from typing import NewType

from pydantic import BaseModel, ConfigDict

from bot.domain.forum import TopicId
from bot.domain.people import PersonId

NoticeId = NewType("NoticeId", int)
CampaignId = NewType("CampaignId", int)


class NoticeKind(StrEnum):
    """What a notice is about; the screen is drawn when it is sent, in the language of that moment."""

    CONSULTATION_OPENED = "consultation_opened"
    #: By the row id of the change: a moved deadline, a correction, an early end, a withdrawal.
    CONSULTATION_CHANGED = "consultation_changed"
    #: By the consultation: every proposal in it has its response.
    CONSULTATION_RESULTS = "consultation_results"
    #: It closes soon. By the row id of the occasion.
    CONSULTATION_CLOSING = "consultation_closing"
    #: The same to who has begun a proposal to it. By the row id of the draft.
    DRAFT_CLOSING = "draft_closing"
    #: Somebody wanted to be reminded of it. By the row id of the reminder.
    CONSULTATION_REMINDER = "consultation_reminder"
    #: What a subscription was not told at once. By the row id of the digest.
    DIGEST = "digest"
    #: To a member of the secretariat: their role has changed. By the row id of the line in the audit log.
    MEMBER_CHANGED = "member_changed"
    #: To who has invited: the invitation was used. By its row id.
    INVITATION_USED = "invitation_used"
    QUESTION_PASSED_ON = "question_passed_on"
    QUESTION_ANSWERED = "question_answered"
    #: The subject is a draft.
    DRAFT_WAITS = "draft_waits"
    #: To the person: blocked, the block stands after an appeal, the block is lifted. By the row id of the block.
    PERSON_BLOCKED = "person_blocked"
    BLOCK_KEPT = "block_kept"
    PERSON_UNBLOCKED = "person_unblocked"
    #: To the secretariat: somebody contests their block.
    BLOCK_CONTESTED = "block_contested"
    #: To the secretariat: a proposal has come; its author has answered or contested. By the row id of each.
    PROPOSAL_RECEIVED = "proposal_received"
    PROPOSAL_ANSWERED = "proposal_answered"
    #: To a member of the secretariat: a colleague has given them a case. By the row id of the assignment.
    CASE_GIVEN = "case_given"
    #: To the author: the promised date has passed. By the row id of the lateness.
    PROPOSAL_LATE = "proposal_late"
    #: To the secretariat: responses are due soon. By the row id of the warning.
    REPLIES_DUE = "replies_due"
    #: To the author: what has changed; what was merged into theirs. By the row id of the change.
    PROPOSAL_CHANGED = "proposal_changed"
    PROPOSAL_JOINED = "proposal_joined"
    #: To the author: the proposal into which theirs was merged has been taken back. By the row id of the merger.
    PROPOSAL_LEFT = "proposal_left"
    #: To the author: hidden from public view, kept so, or shown again. To the secretariat: the author contests
    #: it. By the row id of the step.
    HIDING_CHANGED = "hiding_changed"
    HIDING_CONTESTED = "hiding_contested"
    #: To the author: so many people support it. By the row id of the milestone.
    PROPOSAL_SUPPORTED = "proposal_supported"
    #: To who supports a proposal or whose own was merged into it: it is in a plan. By the row id of the change.
    PROPOSAL_ADOPTED = "proposal_adopted"
    #: To a case's topic: what the secretariat has done about a proposal (by the row id of the change), about a
    #: question, about a contested block; and that a notice has not reached the author (by its row id).
    PROPOSAL_HANDLED = "proposal_handled"
    QUESTION_SETTLED = "question_settled"
    BLOCK_DECIDED = "block_decided"
    HIDING_DECIDED = "hiding_decided"
    #: By the row id of the assignment.
    CASE_TAKEN = "case_taken"
    NOT_DELIVERED = "not_delivered"
    #: To authors and supporters of the proposals that a commitment came from. By the row id of its status.
    COMMITMENT_CHANGED = "commitment_changed"
    #: To the secretariat, in the morning: what waits. By the row id of the briefing.
    STAFF_BRIEFING = "staff_briefing"


class NoticeState(StrEnum):
    """`pending → claimed → sent`, or one of the ends without a message."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    CANCELLED = "cancelled"


class Notice(BaseModel):
    """One message to one person, or to the secretariat's group.

    Attributes:
        person_id: None for a group.
        group_id: Telegram's id of the group; None for a person.
        topic_id: the topic of the secretariat's forum into which it goes.
        thread_id: Telegram's id of that topic; None where there is none, so that it goes to the group as such.
        subject_id: row id of what it is about (a consultation's).
        attempts: how often Telegram has refused or not answered so far.
        language: the language that the person has chosen, if they have.
        language_code: the language of their Telegram.
    """

    model_config = ConfigDict(frozen=True)

    id: NoticeId
    campaign_id: CampaignId | None
    person_id: PersonId | None
    group_id: int | None = None
    topic_id: TopicId | None = None
    thread_id: int | None = None
    kind: NoticeKind
    subject_id: int
    attempts: int = 0
    language: str | None = None
    language_code: str | None = None

    @property
    def chat_id(self) -> int:
        """Where it goes."""
        chat = self.person_id if self.group_id is None else self.group_id
        assert chat is not None
        return chat


class Campaign(BaseModel):
    """One message to many, expanded into notices in bounded chunks.

    Attributes:
        expanded_to: how far its audience has its notices: an id, of what the kind of audience is walked by.
        until: the last such id there was when it began; later ones are not told.
    """

    model_config = ConfigDict(frozen=True)

    id: CampaignId
    kind: NoticeKind
    subject_id: int
    expanded_to: int
    until: int
    created_at: datetime
