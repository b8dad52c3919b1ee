"""Every action there is. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.domain.consultations import ConsultationId
from bot.domain.drafts import DraftId, Step
from bot.domain.knowledge import ID_PATTERN, EntityId, EntryId
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action

#: An id with a page beside it has so many characters in callback data.
PAGED_ID = 56


class SeenDraft(BaseModel):
    """A draft as its author has seen it, packed as `12.3fa9c1d2`.

    Attributes:
        draft: row id.
        revision: of what was shown; empty in buttons of a release that did not write it down.
    """

    model_config = ConfigDict(frozen=True)

    draft: Annotated[DraftId, ROW]
    revision: Annotated[str, Field(pattern=r"^([0-9a-f]{8})?$")] = ""

    @model_validator(mode="before")
    @classmethod
    def _unpacked(cls, value: object) -> object:
        if not isinstance(value, int | str):
            return value
        draft, _, revision = str(value).partition(".")
        return {"draft": draft, "revision": revision}

    def __str__(self) -> str:
        return f"{self.draft}.{self.revision}" if self.revision else str(self.draft)


class ShowMenu(Action, prefix="m"):
    """Open the menu."""


class ShowHelp(Action, prefix="h"):
    """Say what the bot can do."""


class AskQuestion(Action, prefix="q"):
    """Invite a question."""


class ShowAbout(Action, prefix="a"):
    """List what there is to read besides the plans."""


class ShowPlans(Action, prefix="pl"):
    """List the action plans."""


class ShowTimeline(Action, prefix="tl"):
    """Show the picture of all plans on one axis of years."""


class ShowEntity(Action, prefix="e"):
    """List what is known of an entity."""

    entity: Annotated[EntityId, Field(pattern=ID_PATTERN)]


class ShowMore(Action, prefix="em"):
    """List what an entity's first screen had no room for."""

    entity: Annotated[EntityId, Field(pattern=ID_PATTERN)]


class ShowFurther(Action, prefix="ef"):
    """List a later page of what an entity's first screen had no room for.

    Attributes:
        thing: id of the entity, of a length that leaves room for the page in a button.
        page: from 0.
    """

    thing: Annotated[EntityId, Field(pattern=ID_PATTERN, max_length=PAGED_ID)]
    page: Annotated[int, Field(ge=0, le=99)]


class ShowEntry(Action, prefix="n"):
    """Show an answer."""

    entry: Annotated[EntryId, Field(pattern=ID_PATTERN)]


class ShowContact(Action, prefix="ct"):
    """Say how to reach the secretariat."""


class ShowConsultations(Action, prefix="cs"):
    """List the open consultations."""


class ShowConsultation(Action, prefix="c"):
    """Read a consultation."""

    consultation: Annotated[ConsultationId, ROW]


class StartProposal(Action, prefix="ps"):
    """Write a proposal, or go on with the draft.

    Attributes:
        consultation: row id; 0 for "at any time".
    """

    consultation: Annotated[ConsultationId, ROW] = ConsultationId(0)


class ShowStep(Action, prefix="pg"):
    """Go to a step of the draft."""

    draft: Annotated[DraftId, ROW]
    step: Step
    returns: bool


class SkipStep(Action, prefix="pk"):
    """Leave a step empty."""

    draft: Annotated[DraftId, ROW]
    step: Step


class SetDraftAside(Action, prefix="pv"):
    """Save the draft and leave it for now."""


class ConfirmDiscard(Action, prefix="pd"):
    """Ask whether to throw the draft away."""

    draft: Annotated[DraftId, ROW]


class DiscardDraft(Action, prefix="px"):
    """Throw the draft away."""

    draft: Annotated[DraftId, ROW]


class AskConsent(Action, prefix="pc"):
    """Say what happens to the data, and ask for consent."""

    seen: SeenDraft


class SubmitProposal(Action, prefix="pp"):
    """Agree, and submit the draft, if it is still what was seen."""

    seen: SeenDraft


class DetachDraft(Action, prefix="pt"):
    """Submit the draft "at any time" instead of to its consultation."""

    draft: Annotated[DraftId, ROW]


class MoveDraft(Action, prefix="pm"):
    """Let the draft answer another consultation."""

    draft: Annotated[DraftId, ROW]
    consultation: Annotated[ConsultationId, ROW]


class ShowOwnProposals(Action, prefix="my"):
    """List one's own proposals."""


class ShowOwnProposal(Action, prefix="o"):
    """Read one's own proposal."""

    proposal: Annotated[ProposalId, ROW]


class ShowSubscription(Action, prefix="sb"):
    """Say whether one is subscribed."""


class Subscribe(Action, prefix="sy"):
    """Hear of new consultations."""


class Unsubscribe(Action, prefix="sn"):
    """Hear of them no more."""


class ShowLanguages(Action, prefix="ls"):
    """Offer the languages."""


class ChooseLanguage(Action, prefix="lg"):
    """Speak this language."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class ShowPrivacy(Action, prefix="pr"):
    """Say what is kept about a person and why."""


class ExportMyData(Action, prefix="md"):
    """Hand out one's own data."""


class ConfirmErasure(Action, prefix="er"):
    """Ask whether to erase one's data."""


class EraseMyData(Action, prefix="ex"):
    """Erase one's data.

    Attributes:
        with_proposals: whether undecided proposals are withdrawn and erased too.
    """

    with_proposals: bool


class ShowStaffPanel(Action, prefix="st"):
    """Open the secretariat's panel."""


class ShowUnpublished(Action, prefix="cd"):
    """List the consultations that wait to be published."""


class PreviewConsultation(Action, prefix="cw"):
    """Show an unpublished consultation as subscribers will see it."""

    consultation: Annotated[ConsultationId, ROW]


class PublishConsultation(Action, prefix="cp"):
    """Publish it and alert the subscribers."""

    consultation: Annotated[ConsultationId, ROW]
