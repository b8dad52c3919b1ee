"""`proposals chain` and `proposals verify`: the public record of what was received, handed out and checked."""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from bot.cli.edge import FAILED, Rooms, command, with_rooms
from bot.cli.words import say
from bot.services.chain import Difference, Verdict
from bot.services.chain_files import read_chain


@command
async def chain(
    *, out: Annotated[Path | None, typer.Option(help=say.plain("cli-export-out"))] = None
) -> None:
    """Write the closed days with their receipts, as JSON Lines."""
    await _chain(out)


@with_rooms
async def _chain(rooms: Rooms, out: Path | None) -> None:
    await rooms.services.receipts.close_days()
    if out is None:
        await _write(rooms, sys.stdout)
        return
    # Written beside and renamed: whoever waits for the file never sees half of it.
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8") as target:
            days = await _write(rooms, target)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    typer.echo(say.plain("cli-chain-written", days=days, path=str(out)), err=True)


async def _write(rooms: Rooms, target: TextIO) -> int:
    days = 0
    async for day in rooms.services.receipts.chain():
        target.write(json.dumps(day, ensure_ascii=False) + "\n")
        days += 1
    return days


@command
async def verify(
    file: Annotated[Path | None, typer.Argument(help=say.plain("cli-verify-file"))] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False,
) -> None:
    """Check that every proposal that was received is there and says what it said."""
    await _verify(file, as_json=as_json)


@with_rooms
async def _verify(rooms: Rooms, file: Path | None, *, as_json: bool) -> None:
    saved = None
    if file is not None:
        with file.open(encoding="utf-8", errors="replace") as lines:
            saved = list(read_chain(lines))
    verdict = await rooms.services.chain.verify(saved)
    if as_json:
        typer.echo(json.dumps(_record(verdict), ensure_ascii=False, indent=2))
    else:
        for line in _lines(verdict, is_compared=saved is not None):
            typer.echo(line)
        for difference in verdict.differences:
            typer.echo(_sentence(difference), err=True)
    if verdict.differences:
        raise typer.Exit(FAILED)


def _lines(verdict: Verdict, *, is_compared: bool) -> list[str]:
    counts = say.plain(
        "cli-verify-counts",
        proposals=verdict.proposals,
        receipts=verdict.receipts,
        days=verdict.days,
        open=verdict.open,
        withdrawn=verdict.withdrawn,
        early=verdict.early,
    )
    if verdict.differences:
        said = say.plain("cli-verify-bad", count=len(verdict.differences))
    else:
        said = say.plain("cli-verify-fine", compared=is_compared)
    last = verdict.last
    digest = [say.plain("cli-verify-last", day=last.day.isoformat(), digest=last.digest)] if last else []
    return [said, counts, *digest]


def _sentence(difference: Difference) -> str:
    kind = difference.kind.replace("_", "-")
    return " ".join(say.plain(f"cli-differs-{kind}", subject=difference.subject).split())


def _record(verdict: Verdict) -> dict[str, object]:
    record = {
        **dataclasses.asdict(verdict),
        "last": verdict.last and {"day": verdict.last.day.isoformat(), "digest": verdict.last.digest},
        "differences": [
            {"kind": one.kind, "subject": one.subject, "says": _sentence(one)} for one in verdict.differences
        ],
    }
    return {"is_fine": not verdict.differences, **record}
