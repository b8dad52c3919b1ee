"""Writing a proposal step by step, submitting it, and seeing one's own."""

from bot.domain.consultations import ConsultationId
from bot.domain.drafts import Draft
from bot.services.drafts import Changed
from bot.ui import drafts as draft_screens
from bot.ui import proposals as screens
from bot.ui import questions as question_screens
from bot.ui.actions import (
    AskConsent,
    ConfirmDiscard,
    DetachDraft,
    DiscardDraft,
    MoveDraft,
    SeenDraft,
    SetDraftAside,
    ShowOwnProposal,
    ShowOwnProposals,
    ShowStep,
    SkipStep,
    StartProposal,
    SubmitProposal,
)
from bot.ui.context import Context
from handlers import menu, receipts


async def start(context: Context, action: StartProposal | None = None) -> None:
    """Begin a proposal, or go on with the draft."""
    wanted = (action.consultation or None) if action else None
    draft = await context.services.proposals.start(context.me.id, wanted)
    if wanted is None or draft.consultation_id == wanted:
        await show_draft(context, draft)
    else:
        await _offer_to_move(context, draft, wanted)


async def answer(context: Context, text: str) -> None:
    """Take a message as the answer to the present step."""
    assert context.incoming is not None
    assert context.incoming.effective_message is not None
    message_id = context.incoming.effective_message.message_id
    draft = await context.services.proposals.answer(context.me.id, text, message_id=message_id)
    await show_draft(context, draft)


async def show_step(context: Context, action: ShowStep) -> None:
    """Go to a step."""
    draft = await context.services.proposals.go_to(
        context.me.id, action.draft, action.step, returns=action.returns
    )
    await show_draft(context, draft)


async def skip(context: Context, action: SkipStep) -> None:
    """Leave a step empty."""
    await show_draft(context, await context.services.proposals.skip(context.me.id, action.draft, action.step))


async def detach(context: Context, action: DetachDraft) -> None:
    """Go on without the consultation that has closed."""
    await show_draft(context, await context.services.proposals.move(context.me.id, action.draft, None))


async def move(context: Context, action: MoveDraft) -> None:
    """Go on with the draft for another consultation."""
    draft = await context.services.proposals.move(context.me.id, action.draft, action.consultation)
    await show_draft(context, draft)


async def set_aside(context: Context, _: SetDraftAside) -> None:
    """Save the draft and go to the menu."""
    draft = await context.services.proposals.set_aside(context.me.id)
    await menu.show(context, opening="menu-draft-saved" if draft else "menu-title")


async def cancel(context: Context, action: ConfirmDiscard | None = None) -> None:
    """Leave the letter in hand; of a draft, ask before anything typed is thrown away."""
    if action is None and await context.services.letters.leave(context.me.id):
        await context.show(question_screens.left(context.say))
        return
    draft = await context.services.proposals.draft_of(context.me.id)
    if draft is None or (action is not None and action.draft != draft.id):
        await context.show(draft_screens.nothing_to_cancel(context.say))
    else:
        await context.show(draft_screens.confirm_discard(context.say, draft))


async def discard(context: Context, action: DiscardDraft) -> None:
    """Throw the draft away."""
    await context.services.proposals.discard(context.me.id, action.draft)
    await context.show(draft_screens.discarded(context.say))


async def ask_consent(context: Context, action: AskConsent) -> None:
    """Say what happens to the data before the proposal is sent."""
    seen = action.seen
    draft = await context.services.proposals.ready(context.me.id, seen.draft, revision=seen.revision)
    if isinstance(draft, Changed):
        await _show_changed(context, draft, seen)
    else:
        await context.show(draft_screens.consent(context.say, draft))


async def submit(context: Context, action: SubmitProposal) -> None:
    """Submit, once, however often the button is pressed."""
    seen = action.seen
    proposal = await context.services.proposals.submit(
        context.me.id, seen.draft, revision=seen.revision, language=context.say.language
    )
    if isinstance(proposal, Changed):
        await _show_changed(context, proposal, seen)
    else:
        await receipts.show_receipt(context, proposal)


async def show_own_list(context: Context, _: ShowOwnProposals | None = None) -> None:
    """List one's own proposals."""
    service, me = context.services.proposals, context.me.id
    await context.show(screens.own_list(context.say, await service.mine(me), await service.draft_of(me)))


async def show_own(context: Context, action: ShowOwnProposal) -> None:
    """Show one of them."""
    proposal = await context.services.proposals.own(context.me.id, action.proposal)
    await context.show(screens.own(context.say, proposal))


async def show_draft(context: Context, draft: Draft, *, is_changed: bool = False) -> None:
    """Show the draft's present step; or that the consultation has closed, as soon as it has."""
    title = None
    if draft.consultation_id is not None:
        consultation = await context.services.consultations.get(draft.consultation_id)
        if not consultation.is_open(context.now):
            await context.show(draft_screens.closed(context.say, draft))
            return
        title = consultation.text(context.say.language)[1].title
    await context.show(draft_screens.step(context.say, draft, title, is_changed=is_changed))


async def _show_changed(context: Context, changed: Changed, seen: SeenDraft) -> None:
    """The preview again. A button that does not say what was seen cannot tell whether anything was changed."""
    await show_draft(context, changed.draft, is_changed=bool(seen.revision))


async def _offer_to_move(context: Context, draft: Draft, wanted: ConsultationId) -> None:
    assert draft.consultation_id is not None
    service, say = context.services.consultations, context.say
    present = await service.get(draft.consultation_id)
    title = present.text(say.language)[1].title
    await context.show(draft_screens.elsewhere(say, draft, await service.get(wanted), title))


COMMANDS = {"propose": start, "my": show_own_list, "cancel": cancel}
ACTIONS = {
    StartProposal: start,
    ShowStep: show_step,
    SkipStep: skip,
    DetachDraft: detach,
    MoveDraft: move,
    SetDraftAside: set_aside,
    ConfirmDiscard: cancel,
    DiscardDraft: discard,
    AskConsent: ask_consent,
    SubmitProposal: submit,
    ShowOwnProposals: show_own_list,
    ShowOwnProposal: show_own,
}
