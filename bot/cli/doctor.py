"""`doctor`: a line for each part, with what to do where something is wrong."""

import json
from datetime import datetime
from typing import Annotated

import typer

from bot.app import Finding, examined
from bot.cli.edge import FAILED, command
from bot.cli.words import say
from bot.settings import SettingInvalid, Settings

#: The sign before each line; its words say as much.
_SIGNS = {True: "✓", False: "✗", None: "–"}


@command
async def doctor(
    *, as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False
) -> None:
    """Look at everything and say what is wrong, each part as soon as it was looked at."""
    found: list[Finding] = []
    try:
        async for one in examined(Settings.load()):
            found.append(one)
            if not as_json:
                typer.echo(f"{_SIGNS[one.is_fine]} {_sentence(one)}")
    except SettingInvalid as error:
        args = {"name": error.name, "wants": say(error.wants)}
        found.append(Finding("settings", is_fine=False, result="bad", args={**args}))
        if not as_json:
            typer.echo(f"{_SIGNS[False]} {_sentence(found[-1])}")
    if as_json:
        rows = [_row(one) for one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=datetime.isoformat))
    if any(one.is_fine is False for one in found):
        raise typer.Exit(FAILED)


def _sentence(found: Finding) -> str:
    return " ".join(say.plain(f"doctor-{found.check}-{found.result}", **found.args).split())


def _row(found: Finding) -> dict[str, object]:
    return {
        "check": found.check,
        "ok": found.is_fine,
        "result": found.result,
        **found.args,
        "text": _sentence(found),
    }
