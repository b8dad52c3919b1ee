"""The secretariat publishes consultations: prepares, schedules, corrects, ends them. Rights are in the services."""

from bot.domain.attachments import SentFile, check
from bot.domain.consultation_asks import Ask
from bot.domain.consultation_drafts import ConsultationDraft
from bot.domain.consultations import ConsultationChangeId, ConsultationId
from bot.domain.moments import example
from bot.domain.people import Role
from bot.services.consultation_work import Confirmed, Work
from bot.ui import publishing as screens
from bot.ui import publishing_preview as previews
from bot.ui import publishing_steps as steps
from bot.ui.actions import PreviewConsultation, PublishConsultation, ShowUnpublished
from bot.ui.context import Context
from bot.ui.downloads import download
from bot.ui.publishing_actions import (
    AskDiscardWork,
    BeginConsultation,
    ChooseForWork,
    ConfirmWork,
    ContinueWork,
    DiscardWork,
    ManageConsultation,
    PlanConsultation,
    PreviewIn,
    PutWorkAside,
    ShowWorkPage,
    ShowWorkStep,
    SkipWorkStep,
    TakeDocumentOut,
    TickForWork,
    UnscheduleConsultation,
    WorkOn,
)
from bot.ui.publishing_steps import Bench


async def publish(context: Context) -> None:
    """`/publish`: what there is to work on; `/publish SLUG`: publish that one."""
    context.actor.require(Role.OBSERVER)
    if context.typed:
        await _publish(context, context.typed)
    else:
        await show_list(context)


async def show_list(context: Context, _: ShowUnpublished | None = None) -> None:
    """List what is worked on."""
    listed = await context.services.consultations.at_work(context.actor)
    mine = await context.services.publishing.mine(context.actor)
    may_act = context.actor.may(Role.OFFICER)
    await context.show(screens.at_work(context.say, listed, mine, may_act=may_act))


async def manage(context: Context, action: ManageConsultation | PreviewConsultation) -> None:
    """Show what can be done with one."""
    await show_managed(context, action.consultation)


async def show_managed(context: Context, consultation_id: ConsultationId) -> None:
    """Show what can be done with one; unpublished, as subscribers will see it, with how many they are."""
    context.actor.require(Role.OBSERVER)
    service = context.services.consultations
    consultation = await service.get(consultation_id)
    is_public = consultation.state.is_public
    await context.show(
        screens.manage(
            context.say,
            await service.record(consultation_id),
            context.now,
            knowledge=context.services.knowledge,
            bot_name=context.bot.username,
            hearers=await (
                service.told(consultation_id) if is_public else service.recipients(consultation_id)
            ),
            others=await context.services.publishing.others_on(consultation_id, context.actor),
            may_act=context.actor.may(Role.OFFICER),
        )
    )


async def confirm_publishing(context: Context, action: PublishConsultation) -> None:
    """Publish what has been previewed."""
    context.actor.require(Role.OFFICER)
    consultation = await context.services.consultations.get(action.consultation)
    await _publish(context, consultation.slug)


async def plan(context: Context, action: PlanConsultation) -> None:
    """Let a draft open by itself at the time that was chosen for it."""
    await context.services.publishing.plan(action.consultation, context.actor)
    await show_managed(context, action.consultation)


async def unschedule(context: Context, action: UnscheduleConsultation) -> None:
    """Let it not open by itself."""
    await context.services.publishing.unschedule(action.consultation, context.actor)
    await show_managed(context, action.consultation)


async def begin(context: Context, _: BeginConsultation) -> None:
    """Begin a new one."""
    await show_work(context, await context.services.publishing.begin(context.actor))


async def work_on(context: Context, action: WorkOn) -> None:
    """Begin some work on one."""
    publishing = context.services.publishing
    await show_work(context, await publishing.take_up(action.consultation, action.intent, context.actor))


async def resume(context: Context, action: ContinueWork) -> None:
    """Go on with some work."""
    await show_work(context, await context.services.publishing.resume(action.draft, context.actor))


async def in_hand(context: Context) -> ConsultationDraft | None:
    """What takes the officer's next message, or None; who is no officer (any more) has none."""
    if not context.actor.may(Role.OFFICER):
        return None
    return await context.services.publishing.in_hand(context.me.id)


async def answer(context: Context, draft: ConsultationDraft, text: str) -> None:
    """Take a message as the answer to the present step; where that is chosen, say so."""
    assert context.incoming is not None
    assert context.incoming.effective_message is not None
    message_id = context.incoming.effective_message.message_id
    if not draft.step.is_typed and not draft.is_late(message_id):
        await show_work(context, draft, note=context.say("publishing-press"))
        return
    took = await context.services.publishing.answer(context.actor, text, message_id=message_id)
    note = context.say("draft-added", step=steps.name(context.say, took.step)) if took.is_late else ""
    await show_work(context, took.draft, note=note)


async def edit(context: Context, message_id: int, text: str) -> bool:
    """Let an answer follow an edited message; whether it was one."""
    took = await context.services.publishing.edit(context.actor, message_id, text)
    if took is None:
        return False
    note = context.say("draft-edited", step=steps.name(context.say, took.step))
    if took.draft.is_open:
        await show_work(context, took.draft, note=note)
    else:
        await context.show(steps.edited(context.say, took.draft, note))
    return True


async def attach(context: Context, sent: SentFile) -> None:
    """Add a file to the documents."""
    check(sent.name, sent.size)
    async with context.services.attachments.turns:
        content = await download(context.bot, sent)
        draft = await context.services.publishing.attach(context.actor, sent, content)
    note = context.say("attachment-added", name=sent.name, size=context.say.size(len(content)))
    await show_work(context, draft, note=note)


async def choose(context: Context, action: ChooseForWork) -> None:
    """Answer a step with one of several things."""
    publishing = context.services.publishing
    await show_work(context, await publishing.choose(action.draft, action.step, action.choice, context.actor))


async def tick(context: Context, action: TickForWork) -> None:
    """Say whether it is about a topic or a region; the same page of them stays."""
    draft = await context.services.publishing.tick(
        action.draft, action.step, action.choice, context.actor, is_ticked=action.is_ticked
    )
    knowledge = context.services.knowledge
    offered = [str(one) for one in (knowledge.topics if action.step is Ask.TOPICS else knowledge.regions)]
    await show_work(context, draft, page=offered.index(action.choice) // steps.PAGE)


async def show_page(context: Context, action: ShowWorkPage) -> None:
    """Turn a page of the choices."""
    draft = await context.services.publishing.one(action.draft, context.actor)
    await show_work(context, draft, page=action.page if draft.step is action.step else 0)


async def show_step(context: Context, action: ShowWorkStep) -> None:
    """Go to a step."""
    publishing = context.services.publishing
    await show_work(
        context, await publishing.go_to(action.draft, action.step, context.actor, returns=action.returns)
    )


async def skip(context: Context, action: SkipWorkStep) -> None:
    """Leave a step empty."""
    await show_work(context, await context.services.publishing.skip(action.draft, action.step, context.actor))


async def take_out(context: Context, action: TakeDocumentOut) -> None:
    """Take a document out."""
    await show_work(
        context, await context.services.publishing.take_out(action.draft, action.mark, context.actor)
    )


async def preview_in(context: Context, action: PreviewIn) -> None:
    """Show how people of another language will see it."""
    draft = await context.services.publishing.one(action.draft, context.actor)
    other = context.bot_data.texts.speaker(action.language) if action.language in context.languages else None
    if draft.step is not Ask.PREVIEW or other is None:
        await show_work(context, draft)
    else:
        await context.show(previews.preview(await _bench(context, draft), other=other))


async def confirm(context: Context, action: ConfirmWork) -> None:
    """Do what has been looked over; what has changed meanwhile is shown first."""
    done = await context.services.publishing.confirm(
        action.draft, action.outcome, context.actor, revision=action.revision
    )
    if isinstance(done, Confirmed):
        await context.show(screens.confirmed(context.say, done))
    else:
        note = "" if done.news else context.say("publishing-changed-meanwhile")
        await context.show(previews.preview(_bench_of(context, done, note)))


async def show_confirmed(context: Context, change_id: ConsultationChangeId) -> None:
    """Show once more what a confirmation has come to."""
    done = await context.services.publishing.again(change_id, context.actor)
    await context.show(screens.confirmed(context.say, done))


async def put_aside(context: Context, _: PutWorkAside) -> None:
    """Save the work, and go to the list."""
    await context.services.publishing.put_aside(context.actor)
    await show_list(context)


async def ask_discard(context: Context, action: AskDiscardWork) -> None:
    """Ask before anything typed is thrown away."""
    draft = await context.services.publishing.one(action.draft, context.actor)
    await context.show(steps.ask_discard(context.say, draft))


async def discard(context: Context, action: DiscardWork) -> None:
    """Throw the work away."""
    await context.services.publishing.discard(action.draft, context.actor)
    await show_list(context)


async def show_work(context: Context, draft: ConsultationDraft, *, note: str = "", page: int = 0) -> None:
    """Show the present step of some work."""
    bench = await _bench(context, draft, note)
    if draft.step is Ask.PREVIEW:
        await context.show(previews.preview(bench))
    else:
        await context.show(steps.question(bench, page=page))


async def _bench(context: Context, draft: ConsultationDraft, note: str = "") -> Bench:
    return _bench_of(context, await context.services.publishing.work(draft), note)


def _bench_of(context: Context, work: Work, note: str) -> Bench:
    moment = example(context.services.publishing.zone, context.now)
    return Bench(
        context.say, context.services.knowledge, work, context.now, moment, context.bot.username, note
    )


async def _publish(context: Context, slug: str) -> None:
    consultation, recipients = await context.services.consultations.publish(slug, context.actor)
    await context.show(screens.published(context.say, consultation, recipients=recipients))


COMMANDS = {"publish": publish}
ACTIONS = {
    ShowUnpublished: show_list,
    PreviewConsultation: manage,
    ManageConsultation: manage,
    PublishConsultation: confirm_publishing,
    PlanConsultation: plan,
    UnscheduleConsultation: unschedule,
    BeginConsultation: begin,
    WorkOn: work_on,
    ContinueWork: resume,
    ChooseForWork: choose,
    TickForWork: tick,
    ShowWorkPage: show_page,
    ShowWorkStep: show_step,
    SkipWorkStep: skip,
    TakeDocumentOut: take_out,
    PreviewIn: preview_in,
    ConfirmWork: confirm,
    PutWorkAside: put_aside,
    AskDiscardWork: ask_discard,
    DiscardWork: discard,
}
