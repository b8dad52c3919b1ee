"""`stats`: the figures that the secretariat sees in the chat, for a terminal and for scripts."""

from typing import Annotated

import typer

from bot.cli.edge import Rooms, command, with_rooms
from bot.cli.words import say
from bot.domain.people import Actor
from bot.domain.questions import Ending, QuestionState
from bot.domain.statistics import Statistics
from bot.texts.markup import without_markup
from bot.ui.secretariat import statistics_text


@command
async def stats(
    *,
    days: Annotated[int, typer.Option(min=1, max=3660, help=say.plain("cli-stats-days"))] = 30,
    as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False,
) -> None:
    """Print the figures of the last days."""
    await _stats(days=days, as_json=as_json)


@with_rooms
async def _stats(rooms: Rooms, *, days: int, as_json: bool) -> None:
    figures = await rooms.services.secretariat.statistics(Actor.operator(), days=days)
    if as_json:
        typer.echo(complete(figures).model_dump_json(indent=2))
    else:
        typer.echo(without_markup(statistics_text(say, figures)))


def complete(figures: Statistics) -> Statistics:
    """The figures with every kind named, also where there is none of it: scripts need not guess."""
    return figures.model_copy(
        update={
            "asked": {ending: figures.asked.get(ending, 0) for ending in Ending},
            "passed_on": {state: figures.passed_on.get(state, 0) for state in QuestionState},
        }
    )
