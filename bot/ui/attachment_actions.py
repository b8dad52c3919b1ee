"""The actions on attachments. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from pydantic import Field

from bot.domain.attachments import AttachmentId
from bot.domain.drafts import DraftId
from bot.domain.proposals import ProposalId
from bot.ui.action import Action

#: SQLite's integers; a forged number beyond them is no action of ours.
_ROW = Field(ge=1, le=2**63 - 1)


class RemoveAttachment(Action, prefix="tr"):
    """Take a file out of a draft."""

    draft: Annotated[DraftId, _ROW]
    attachment: Annotated[AttachmentId, _ROW]


class SendAttachments(Action, prefix="ts"):
    """Hand over the files of a proposal."""

    proposal: Annotated[ProposalId, _ROW]
