"""Reading: `/about`, `/plans` with their timeline, `/contact`, and the answers behind the buttons."""

from bot.domain.knowledge import EntryId
from bot.domain.questions import EntryUnknown
from bot.services.timeline import timeline_of
from bot.ui import knowledge as screens
from bot.ui.action import ActionExpired
from bot.ui.actions import (
    ShowAbout,
    ShowContact,
    ShowEntity,
    ShowEntry,
    ShowFurther,
    ShowMore,
    ShowPlans,
    ShowTimeline,
)
from bot.ui.context import Context


async def show_about(context: Context, _: ShowAbout | None = None) -> None:
    """List what there is to read besides the plans."""
    await context.show(screens.about(context.say, context.services.knowledge))


async def show_plans(context: Context, _: ShowPlans | None = None) -> None:
    """List the action plans."""
    await context.show(screens.plans(context.say, context.services.knowledge))


async def show_timeline(context: Context, _: ShowTimeline) -> None:
    """Show the plans on one axis of years; the list alone where the content states no years (any more)."""
    shown = timeline_of(context.say, context.services.knowledge)
    if shown is None:
        await show_plans(context)
        return
    await context.preparing_picture()
    picture = await context.services.timelines.picture(shown)
    await context.show(screens.timeline(context.say, context.services.knowledge, shown, picture))


async def show_contact(context: Context, _: ShowContact | None = None) -> None:
    """Say how to reach the secretariat."""
    await context.show(screens.contact(context.say, context.services.knowledge))


async def show_entity(context: Context, action: ShowEntity) -> None:
    """Show what is known of one thing; the content may have lost it since the button was drawn."""
    if action.entity not in context.services.knowledge.entities:
        raise ActionExpired
    await context.services.questions.look_at(context.me.id, action.entity)
    await context.show(screens.entity(context.say, context.services.knowledge, action.entity))


async def show_more(context: Context, action: ShowMore | ShowFurther) -> None:
    """Show what else there is to ask about one thing."""
    entity, page = (action.thing, action.page) if isinstance(action, ShowFurther) else (action.entity, 0)
    if entity not in context.services.knowledge.entities:
        raise ActionExpired
    await context.show(screens.more(context.say, context.services.knowledge, entity, page))


async def show_entry(context: Context, action: ShowEntry) -> None:
    """Show an answer."""
    await show_answer(context, action.entry)


async def show_answer(context: Context, entry_id: EntryId) -> None:
    """Show an answer; the content may have lost it since its button or link was made."""
    entry = context.services.knowledge.entries.get(entry_id)
    if entry is None:
        raise EntryUnknown
    asked = await context.services.questions.read(context.me.id, entry)
    await context.show(screens.answer(context.say, context.services.knowledge, entry, asked))


COMMANDS = {"about": show_about, "plans": show_plans, "contact": show_contact}
ACTIONS = {
    ShowAbout: show_about,
    ShowPlans: show_plans,
    ShowTimeline: show_timeline,
    ShowContact: show_contact,
    ShowEntity: show_entity,
    ShowMore: show_more,
    ShowFurther: show_more,
    ShowEntry: show_entry,
}
