"""Attachments on screens: their list, the ways to take one out, and handing them over."""

from collections.abc import Sequence

from bot.domain.attachments import Attachment, AttachmentKind
from bot.domain.drafts import Draft, Step
from bot.domain.proposals import Proposal
from bot.services.attachments import Followed
from bot.texts import Html, Speaker
from bot.ui import buttons
from bot.ui.attachment_actions import RemoveAttachment, SendAttachments
from bot.ui.buttons import Row
from bot.ui.screen import Button, Screen, lines, paragraphs

#: How much of what is written under a file stands in a list.
CAPTION = 200


def attachment_lines(say: Speaker, attachments: Sequence[Attachment]) -> str:
    """Names with sizes, a line each, as plain text; empty where there are none."""
    return "\n".join(_line(say, one) for one in attachments)


def section(say: Speaker, attachments: Sequence[Attachment]) -> Html:
    """The list under its heading; empty where there are no files."""
    if not attachments:
        return Html("")
    heading = say(f"proposal-step-{Step.ATTACHMENTS}")
    return say("draft-field", heading=heading, text=attachment_lines(say, attachments))


def removals(say: Speaker, draft: Draft, attachments: Sequence[Attachment]) -> list[Row]:
    """A button for each file that takes it out."""
    return [
        [
            buttons.button(
                say.plain("attachment-button-remove", name=one.name),
                RemoveAttachment(draft=draft.id, attachment=one.id),
            )
        ]
        for one in attachments
    ]


def fetching(say: Speaker, proposal: Proposal, attachments: Sequence[Attachment]) -> list[Row]:
    """The button that hands a proposal's files over; none where there are no files."""
    if not attachments:
        return []
    label = say.plain("attachment-button-fetch", count=len(attachments))
    return [[Button(label, SendAttachments(proposal=proposal.id))]]


def added(say: Speaker, attachment: Attachment, *, is_spoken: bool) -> Html:
    """What has just been attached; of what was spoken, that the bot does not listen to it."""
    return lines(
        [
            say("attachment-added", name=attachment.name, size=say.size(attachment.size)),
            say("attachment-voice") if is_spoken else "",
            say("attachment-public"),
        ]
    )


def brought(say: Speaker, attachment: Attachment | None) -> Html:
    """What a message had attached before a crash, or nothing."""
    if attachment is None:
        return Html("")
    return added(say, attachment, is_spoken=attachment.kind is AttachmentKind.VOICE)


def handed(say: Speaker, proposal: Proposal, attachment: Attachment) -> Html:
    """What stands under one file."""
    return say("attachment-handed", reference=proposal.reference, file=_line(say, attachment))


def followed(say: Speaker, followed: Followed) -> Html:
    """What an edited message has done to the file that it brought: to what is written under it, or nothing."""
    name = followed.attachment.name
    return lines(
        [
            say("attachment-described", name=name) if followed.is_described else "",
            say("attachment-other", name=name) if followed.is_other else "",
        ]
    )


def all_handed(
    say: Speaker, proposal: Proposal, *, count: int, missing: Sequence[Attachment], back: Button
) -> Screen:
    """After the files: how many came, which could not be found, and the way back to the proposal."""
    return Screen(
        paragraphs(
            say("attachment-all-handed", count=count, reference=proposal.reference),
            say("attachment-missing", files=attachment_lines(say, missing)) if missing else "",
        ),
        [[back], [buttons.to_menu(say)]],
    )


def _line(say: Speaker, attachment: Attachment) -> str:
    size = say.size(attachment.size)
    if not attachment.caption:
        return say.plain("attachment-line", name=attachment.name, size=size)
    caption = " ".join(attachment.caption.split())[:CAPTION]
    return say.plain("attachment-line-captioned", name=attachment.name, size=size, caption=caption)
