"""Handing out proposals: what, in which form, and the file. Rights are checked in the service."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from bot.domain.consultations import ConsultationId
from bot.domain.exports import Scope
from bot.domain.people import Role
from bot.services.export_files import Order
from bot.ui import exports as screens
from bot.ui.action import Action
from bot.ui.context import Context
from bot.ui.export_actions import (
    ChooseExport,
    ChooseExportConsultation,
    ChooseExportForm,
    ExportAttachments,
    ExportProposals,
    ExportTable,
)
from bot.ui.waiting import watched


async def choose(context: Context, _: ChooseExport | None = None) -> None:
    """Offer what there is."""
    await context.show(screens.choose(context.say, await context.services.exports.offer(context.actor)))


async def choose_consultation(context: Context, action: ChooseExportConsultation) -> None:
    """Offer the consultations."""
    offered = await context.services.exports.offer(context.actor)
    await context.show(screens.choose_consultation(context.say, offered, action.page))


async def choose_form(context: Context, action: ChooseExportForm) -> None:
    """Say how much it is, and offer the forms."""
    order, chosen = await _order(context, action)
    weight = await context.services.exports.weigh(order)
    await context.show(
        screens.choose_form(context.say, chosen, weight, is_observer=not order.by.may(Role.OFFICER))
    )


async def table(context: Context, action: ExportTable) -> None:
    """Hand out a table."""
    order, chosen = await _order(context, action)
    is_observer = not order.by.may(Role.OFFICER)

    async def work() -> None:
        async with context.services.exports.table(action.format, order) as made:
            await context.show(
                screens.table(context.say, chosen, made, action.format, context.now, is_observer=is_observer)
                if made.paths
                else screens.nothing(context.say, made.words)
            )

    await _watched(context, order, chosen, work)


async def attachments(context: Context, action: ExportAttachments) -> None:
    """Hand out what is attached."""
    order, chosen = await _order(context, action)

    async def work() -> None:
        async with context.services.exports.archives(order) as made:
            for number in range(1, len(made.paths) + 1):
                await context.show(screens.archive(context.say, made, number, context.now))
            if not made.paths:
                await context.show(screens.no_files(context.say, chosen, made.words))

    await _watched(context, order, chosen, work)


async def table_of_all(context: Context, action: ExportProposals) -> None:
    """Hand out all proposals: a button of an earlier release."""
    everything = ExportTable(scope=Scope.ALL, consultation=ConsultationId(0), format=action.format)
    await table(context, everything)


async def hand_out_again(context: Context, _: int = 0) -> None:
    """After a crash or a broken line: the file that the log has already."""
    if context.query is None:
        await choose(context)
        return
    action, _stays = Action.unpacked(context.query.data or "")
    await ACTIONS[type(action)](context, action)


async def _order(
    context: Context, action: ChooseExportForm | ExportTable | ExportAttachments
) -> tuple[Order, screens.Chosen]:
    by = context.actor
    selection = await context.services.exports.select(action.scope, action.consultation, by)
    order = Order(by, selection, context.say, is_again=context.is_again)
    return order, screens.Chosen(action.scope, action.consultation)


async def _watched(
    context: Context, order: Order, chosen: screens.Chosen, work: Callable[[], Coroutine[Any, Any, None]]
) -> None:
    """Make and send, and say how far it is where that takes long; afterwards the choice is there again."""
    await context.answer_query(context.say.plain("export-toast"))
    await context.preparing_file()
    weight = await context.services.exports.weigh(order)
    is_observer = not order.by.may(Role.OFFICER)
    await watched(
        context,
        work(),
        lambda: screens.working(context.say, weight.words, order.progress),
        afterwards=screens.choose_form(context.say, chosen, weight, is_observer=is_observer),
    )


COMMANDS = {"export": choose}
ACTIONS: Mapping[type[Action], Callable[[Context, Any], Coroutine[Any, Any, None]]] = {
    ChooseExport: choose,
    ChooseExportConsultation: choose_consultation,
    ChooseExportForm: choose_form,
    ExportTable: table,
    ExportAttachments: attachments,
    ExportProposals: table_of_all,
}
