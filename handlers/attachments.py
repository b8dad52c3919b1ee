"""Files: attached to the draft in hand as soon as they come, taken out of it, handed over to the secretariat."""

from bot.domain.attachments import Attachment, SentFile
from bot.domain.people import Role
from bot.ui import attachments as screens
from bot.ui import buttons
from bot.ui.actions import ShowOwnProposal
from bot.ui.attachment_actions import RemoveAttachment, SendAttachments
from bot.ui.context import Context
from bot.ui.delivery import deliver
from bot.ui.downloads import download
from bot.ui.life_actions import ShowProposalCase
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
    note = screens.added(context.say, attached, is_spoken=sent.is_spoken)
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
        async with attachments.turns:
            content = await attachments.content(file)
            if content is None:
                missing.append(file)
            else:
                await deliver(context.bot, context.chat, screens.handed(say, proposal, file, content))
    is_officer = context.actor.may(Role.OFFICER)
    case, own = ShowProposalCase(proposal=proposal.id), ShowOwnProposal(proposal=proposal.id)
    back = buttons.back(say, case if is_officer else own)
    context.stays = True
    count = len(files) - len(missing)
    await context.show(screens.all_handed(say, proposal, count=count, missing=missing, back=back))


ACTIONS = {RemoveAttachment: remove, SendAttachments: hand_over}
