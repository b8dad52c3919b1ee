"""Files: attached to the draft in hand as soon as they come, taken out of it, handed over to whoever may read it."""

from bot.domain.attachments import Attachment, SentFile
from bot.domain.people import Role
from bot.domain.proposals import Proposal
from bot.services.attachments import Followed
from bot.ui import attachments as screens
from bot.ui import buttons
from bot.ui import drafts as draft_screens
from bot.ui.action import Action
from bot.ui.actions import ShowOwnProposal
from bot.ui.attachment_actions import RemoveAttachment, SendAttachments
from bot.ui.context import Context
from bot.ui.delivery import resend, upload
from bot.ui.downloads import download
from bot.ui.life_actions import ShowProposalCase
from bot.ui.public_actions import ReadProposal
from bot.ui.screen import File
from handlers import drafts


async def attach(context: Context, sent: SentFile) -> None:
    """Fetch a file and attach it to the draft in hand; the content is fetched before anything is changed.

    The parts of an album are one after another taken in. What came before the present step was shown does not
    show it a second time: that screen is brought up to date instead.
    """
    attachments = context.services.attachments
    draft = await attachments.expect(context.me.id, sent)
    async with attachments.turns:
        attached = await attachments.attach(context.me.id, sent, await download(context.bot, sent))
    if draft.screen_id is not None and sent.message_id < draft.screen_id:
        context.over = draft.screen_id
    note = screens.added(context.say, attached.attachment, is_spoken=sent.is_spoken)
    await drafts.show_draft(context, attached.draft, note=note)


async def remove(context: Context, action: RemoveAttachment) -> None:
    """Take a file out of a draft."""
    draft = await context.services.attachments.remove(context.me.id, action.draft, action.attachment)
    await drafts.show_draft(context, draft)


async def hand_over(context: Context, action: SendAttachments) -> None:
    """Send the files of a proposal, each under its own name."""
    attachments, say = context.services.attachments, context.say
    proposal, files = await attachments.of_proposal(action.proposal, context.actor)
    missing: list[Attachment] = []
    for file in files:
        await context.preparing_file()
        if not await _hand(context, proposal, file):
            missing.append(file)
    back = buttons.back(say, _origin(context, proposal))
    context.stays = True
    count = len(files) - len(missing)
    await context.show(screens.all_handed(say, proposal, count=count, missing=missing, back=back))


async def show_followed(context: Context, followed: Followed) -> None:
    """Say what an edited message has done to the file that it brought; of nothing, nothing."""
    note = screens.followed(context.say, followed)
    if note and followed.draft.is_open:
        await drafts.show_draft(context, followed.draft, note=note)
    elif note:
        await context.show(draft_screens.edited(context.say, followed.draft, note))


async def _hand(context: Context, proposal: Proposal, file: Attachment) -> bool:
    """Whether a file could be handed over: as Telegram has it, else as it lies here."""
    attachments, bot, chat = context.services.attachments, context.bot, context.chat
    caption = screens.handed(context.say, proposal, file)
    if file.file_id and await resend(bot, chat, caption, file.file_id):
        return True
    async with attachments.turns:
        content = await attachments.content(file)
        if content is None:
            return False
        file_id = await upload(bot, chat, caption, File(file.name, content))
    await attachments.remember(file.id, file_id)
    return True


def _origin(context: Context, proposal: Proposal) -> Action:
    """Where the button to the files was."""
    if context.actor.may(Role.OBSERVER):
        return ShowProposalCase(proposal=proposal.id)
    if proposal.author_id == context.me.id:
        return ShowOwnProposal(proposal=proposal.id)
    return ReadProposal(proposal=proposal.id)


ACTIONS = {RemoveAttachment: remove, SendAttachments: hand_over}
