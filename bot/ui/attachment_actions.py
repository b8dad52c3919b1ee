"""The actions on attachments. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from bot.domain.attachments import AttachmentId
from bot.domain.drafts import DraftId
from bot.domain.proposals import ProposalId
from bot.ui.action import ROW, Action


class RemoveAttachment(Action, prefix="tr"):
    """Take a file out of a draft."""

    draft: Annotated[DraftId, ROW]
    attachment: Annotated[AttachmentId, ROW]


class SendAttachments(Action, prefix="ts"):
    """Hand over the files of a proposal."""

    proposal: Annotated[ProposalId, ROW]
