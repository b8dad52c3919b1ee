"""Writing a proposal step by step: beginning, answering, choosing, checking, putting aside, throwing away."""

from dataclasses import replace

from bot.domain.drafts import Draft, Step
from bot.services.draft_steps import Answered
from bot.services.drafts import Changed
from bot.ui import drafts as screens
from bot.ui import letters as letter_screens
from bot.ui import queue as queue_screens
from bot.ui import searches as search_screens
from bot.ui import similar as similar_screens
from bot.ui.actions import (
    AskConsent,
    ConfirmDiscard,
    DetachDraft,
    DiscardDraft,
    MoveDraft,
    SeenDraft,
    SetDraftAside,
    ShowStep,
    SkipStep,
    StartProposal,
    SubmitProposal,
)
from bot.ui.context import Context
from bot.ui.draft_actions import (
    BeginDraft,
    ChooseAnswer,
    ChooseConsultation,
    ChooseMode,
    ContinueDraft,
    OfferConsultations,
    ShowDraftPage,
    ShowExample,
    SkipOptional,
    TickValue,
)
from bot.ui.draft_fields import meant, step_name
from bot.ui.draft_steps import Desk, example, question
from bot.ui.publishing_actions import AskDiscardWork
from bot.ui.screen import lines
from handlers import menu, publishing, receipts


async def start(context: Context, action: StartProposal | None = None) -> None:
    """Offer the drafts that are kept, or begin: for the consultation that was named, or asking for which."""
    wanted = (action.consultation or None) if action else None
    drafts = await context.services.proposals.offer(context.me.id)
    alike = [draft for draft in drafts if wanted is None or draft.consultation_id == wanted]
    if alike:
        await context.show(screens.offer(context.say, alike, wanted))
    elif wanted is not None:
        await begin(context, BeginDraft(consultation=wanted))
    else:
        await offer_consultations(context)


async def offer_consultations(context: Context, _: OfferConsultations | None = None) -> None:
    """Ask which consultation the proposal answers; where none is open, begin at once."""
    offered = await context.services.consultations.open_now()
    if offered:
        await context.show(screens.consultations(context.say, offered))
    else:
        await show_draft(context, await context.services.proposals.begin(context.me.id))


async def begin(context: Context, action: BeginDraft) -> None:
    """Begin a new proposal."""
    draft = await context.services.proposals.begin(context.me.id, action.consultation or None)
    await show_draft(context, draft)


async def resume(context: Context, action: ContinueDraft) -> None:
    """Go on with a draft."""
    draft = await context.services.proposals.resume(context.me.id, action.draft or None)
    if draft is None:
        await start(context)
    else:
        await show_draft(context, draft)


async def answer(context: Context, text: str) -> None:
    """Take a message as the answer to the present step."""
    assert context.incoming is not None
    assert context.incoming.effective_message is not None
    message_id = context.incoming.effective_message.message_id
    answered = await context.services.proposals.answer(context.me.id, text, message_id=message_id)
    if answered.asks_what_is_similar:
        found = await context.services.similar.to(answered.draft)
        if found:
            await context.show(similar_screens.similar(context.say, answered.draft, found))
            return
    await show_draft(context, answered.draft, note=_added(context, answered) if answered.is_late else None)


async def take_words(context: Context, draft: Draft, text: str) -> None:
    """A text where a button is to be pressed: what it names is chosen, else the step is shown again."""
    choice = meant(context.say, context.services.knowledge, draft.step, text)
    if choice is None:
        note = context.say("draft-press" if draft.step.is_choice else "draft-attach")
        await show_draft(context, draft, note=note)
    else:
        await choose(context, ChooseAnswer(draft=draft.id, step=draft.step, choice=choice))


async def show_edited(context: Context, edited: Answered, *, besides: str = "") -> None:
    """Show that an answer has followed a message that was edited, and what else there is to say of that."""
    note = lines([_followed(context, edited), besides])
    if edited.draft.is_open:
        await show_draft(context, edited.draft, note=note)
    else:
        await context.show(screens.edited(context.say, edited.draft, note))


async def show_unchanged(context: Context) -> None:
    """An edited message that was no answer: where a draft is in hand, say how its answers are changed."""
    draft = await context.services.proposals.draft_of(context.me.id)
    letter = await context.services.letters.in_hand(context.me.id)
    if draft is not None and draft.is_open and letter is None:
        await show_draft(context, draft, note=context.say("draft-edit-nothing"))


async def choose(context: Context, action: ChooseAnswer) -> None:
    """Answer a step with one of several things."""
    draft = await context.services.proposals.choose(context.me.id, action.draft, action.step, action.choice)
    await show_draft(context, draft)


async def tick(context: Context, action: TickValue) -> None:
    """Say whether the proposal serves a value."""
    draft = await context.services.proposals.tick(
        context.me.id, action.draft, action.value, is_ticked=action.is_ticked
    )
    await show_draft(context, draft)


async def show_step(context: Context, action: ShowStep) -> None:
    """Go to a step."""
    draft = await context.services.proposals.go_to(
        context.me.id, action.draft, action.step, returns=action.returns
    )
    await show_draft(context, draft)


async def show_page(context: Context, action: ShowDraftPage) -> None:
    """Turn a page of the step in hand; where the draft is at another step by now, show that."""
    draft = await context.services.proposals.one(context.me.id, action.draft)
    if not draft.is_open:
        await resume(context, ContinueDraft(draft=draft.id))
    else:
        await show_draft(context, draft, page=action.page if draft.step is action.step else None)


async def show_example(context: Context, action: ShowExample) -> None:
    """Show a good answer to a step."""
    draft = await context.services.proposals.one(context.me.id, action.draft)
    if action.step.is_typed:
        await context.show(example(await _desk(context, draft), action.step))
    else:
        await show_draft(context, draft)


async def skip(context: Context, action: SkipStep) -> None:
    """Leave a step empty."""
    await show_draft(context, await context.services.proposals.skip(context.me.id, action.draft, action.step))


async def choose_mode(context: Context, action: ChooseMode) -> None:
    """Ask for everything, or only for what is obligatory."""
    draft = await context.services.proposals.choose_mode(context.me.id, action.draft, action.mode)
    await show_draft(context, draft)


async def skip_optional(context: Context, action: SkipOptional) -> None:
    """Go on past all that is optional."""
    await show_draft(context, await context.services.proposals.skip_optional(context.me.id, action.draft))


async def choose_consultation(context: Context, action: ChooseConsultation) -> None:
    """Ask which consultation the draft is to answer."""
    draft = await context.services.proposals.one(context.me.id, action.draft)
    offered = await context.services.consultations.open_now()
    await context.show(screens.consultations(context.say, offered, draft))


async def detach(context: Context, action: DetachDraft) -> None:
    """Go on without a consultation."""
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
    """Leave the letter or the search in hand; of a draft, ask before anything typed is thrown away."""
    if action is None and await context.services.letters.leave(context.me.id):
        await context.show(letter_screens.left(context.say))
        return
    if action is None and await context.services.searches.end(context.me.id):
        await context.show(search_screens.ended(context.say))
        return
    if action is None and await context.services.queue.end_search(context.me.id):
        await context.show(queue_screens.search_ended(context.say))
        return
    work = None if action else await publishing.in_hand(context)
    if work is not None:
        await publishing.ask_discard(context, AskDiscardWork(draft=work.id))
        return
    drafts = context.services.proposals
    draft = await (drafts.one(context.me.id, action.draft) if action else drafts.draft_of(context.me.id))
    if draft is None or (action is None and not draft.is_open):
        await context.show(screens.nothing_to_cancel(context.say, has_drafts=draft is not None))
    else:
        await context.show(screens.confirm_discard(context.say, draft))


async def discard(context: Context, action: DiscardDraft) -> None:
    """Throw the draft away."""
    await context.services.proposals.discard(context.me.id, action.draft)
    await context.show(screens.discarded(context.say))


async def ask_consent(context: Context, action: AskConsent) -> None:
    """Say what happens to the data before the proposal is sent."""
    seen = action.seen
    draft = await context.services.proposals.ready(context.me.id, seen.draft, revision=seen.revision)
    if isinstance(draft, Changed):
        await show_changed(context, draft, seen)
    else:
        await context.show(screens.consent(context.say, draft))


async def submit(context: Context, action: SubmitProposal) -> None:
    """Submit, once, however often the button is pressed."""
    seen = action.seen
    proposal = await context.services.proposals.submit(
        context.me.id, seen.draft, revision=seen.revision, language=context.say.language
    )
    if isinstance(proposal, Changed):
        await show_changed(context, proposal, seen)
    else:
        await receipts.show_receipt(context, proposal)


async def show_draft(
    context: Context,
    draft: Draft,
    *,
    note: str | None = None,
    page: int | None = None,
    is_changed: bool = False,
) -> None:
    """Show the draft's present step; or that the consultation has closed, as soon as it has."""
    desk = await _desk(context, draft, note)
    if desk.around.is_outlived:
        await context.show(screens.closed(context.say, draft.id))
    elif draft.step is Step.PREVIEW:
        await context.show(screens.preview(desk, page=page or 0, is_changed=is_changed))
    else:
        await context.show(question(desk, page=page))


async def show_refusal(context: Context, draft: Draft, reason: str) -> None:
    """Say why something was not taken, over the present step.

    The message is not remembered as the one that shows the step: the next file of an album would take its place.
    """
    desk = await _desk(context, draft, reason)
    screen = screens.preview(desk) if draft.step is Step.PREVIEW else question(desk)
    await context.show(replace(screen, asks_for=None))


async def show_changed(context: Context, changed: Changed, seen: SeenDraft) -> None:
    """The preview again. A button that does not say what was seen cannot tell whether anything was changed."""
    await show_draft(context, changed.draft, is_changed=bool(seen.revision))


async def _desk(context: Context, draft: Draft, note: str | None = None) -> Desk:
    around = await context.services.proposals.around(draft)
    return Desk(context.say, context.services.knowledge, draft, around, note)


def _added(context: Context, answered: Answered) -> str:
    return context.say("draft-added", step=_name(context, answered.draft, answered.step))


def _followed(context: Context, edited: Answered) -> str:
    excess = edited.draft.excess(edited.step)
    name = _name(context, edited.draft, edited.step)
    if excess:
        return context.say("draft-edited-long", step=name, excess=excess)
    return context.say("draft-edited", step=name)


def _name(context: Context, draft: Draft, step: Step) -> str:
    return step_name(context.say, step, is_remark=draft.is_remark)


COMMANDS = {"propose": start, "cancel": cancel}
ACTIONS = {
    StartProposal: start,
    OfferConsultations: offer_consultations,
    BeginDraft: begin,
    ContinueDraft: resume,
    ChooseAnswer: choose,
    TickValue: tick,
    ShowStep: show_step,
    ShowDraftPage: show_page,
    ShowExample: show_example,
    SkipStep: skip,
    ChooseMode: choose_mode,
    SkipOptional: skip_optional,
    ChooseConsultation: choose_consultation,
    DetachDraft: detach,
    MoveDraft: move,
    SetDraftAside: set_aside,
    ConfirmDiscard: cancel,
    DiscardDraft: discard,
    AskConsent: ask_consent,
    SubmitProposal: submit,
}
