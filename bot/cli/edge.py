"""Where commands meet the terminal: settings in; data, one clear error line and an exit status out."""

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from functools import wraps
from typing import Any, NoReturn, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.app import Rooms, rooms
from bot.cli.logs import configure
from bot.cli.words import say
from bot.domain.errors import CivicError
from bot.services.content.problems import ContentInvalid, Problem
from bot.services.file_problems import FileInvalid
from bot.settings import SettingInvalid, Settings

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

FAILED = 1
#: Telegram's ids have at most 52 significant bits; SQLite's integers 63.
LARGEST_ID, LARGEST_NUMBER = 2**53, 2**63 - 1
#: With these a sentence is at its end, or goes on in the next line.
_ENDS = (".", "!", "?", "…", ":", ";", ",")


def command(
    function: Callable[Parameters, Coroutine[Any, Any, Result]],
) -> Callable[Parameters, Result]:
    """Run an async command; what a person can act on becomes one line on stderr and exit status 1."""

    @wraps(function)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        configure()
        try:
            with asyncio.Runner(loop_factory=_fast_loop) as runner:
                return runner.run(function(*args, **kwargs))
        except KeyboardInterrupt:
            raise typer.Exit(FAILED) from None
        except BrokenPipeError:
            sys.stderr.close()  # whoever read us has had enough
            raise typer.Exit(FAILED) from None
        except SettingInvalid as error:
            fail(say.plain("cli-setting-invalid", name=error.name, wants=say(error.wants)))
        except ContentInvalid as error:
            fail(*map(content_line, error.problems))
        except CivicError as error:
            fail(one_line(say.plain(error.id, **error.args_of_text)))
        except OSError as error:
            reason = error.strerror or str(error)
            fail(say.plain("cli-file-error", path=str(error.filename or ""), reason=reason))

    return run


def _fast_loop() -> asyncio.AbstractEventLoop:
    """uvloop's, where it is to be had."""
    try:
        import uvloop  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def with_rooms(
    function: Callable[..., Coroutine[Any, Any, Result]],
) -> Callable[..., Coroutine[Any, Any, Result]]:
    """Give the command the open rooms as its first argument; it may run while the bot runs."""

    @wraps(function)
    async def run(*args: Any, **kwargs: Any) -> Result:
        async with rooms(Settings.load()) as opened:
            return await function(opened, *args, **kwargs)

    return run


def fail(*lines: str) -> NoReturn:
    """End with status 1 and a clear line (or one a problem) on stderr."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(FAILED)


def one_line(text: str) -> str:
    """A message of several lines as sentences one after another."""
    said = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return " ".join(one if one.endswith(_ENDS) else f"{one}." for one in said)


def file_problems(file: str, error: FileInvalid) -> list[str]:
    """A line a problem: file, line, field and what it wants."""
    return [
        say.plain(
            "cli-import-problem",
            file=file,
            line=str(problem.line),
            field=problem.field or "-",
            wants=say(f"import-wants-{problem.wants}"),
        )
        for problem in error.problems
    ]


def content_line(problem: Problem) -> str:
    """One problem of the content: file, line, and what is wanted there."""
    return say.plain(
        "cli-content-warning" if problem.is_warning else "cli-content-problem",
        file=problem.file,
        line=str(problem.line),
        wants=content_sentence(problem),
    )


def content_sentence(problem: Problem) -> str:
    """What is wanted, without the place."""
    return " ".join(say.plain(f"cli-content-wants-{problem.kind}", **dict(problem.args)).split())


def show(rows: Sequence[Mapping[str, Any]], *, as_json: bool, headings: Mapping[str, str]) -> None:
    """Print rows: a table on a terminal, tab-separated lines in a pipe, JSON where asked for.

    Args:
        rows: what to print; JSON has all of it. Times are in the zone in which they are to be shown.
        as_json: whether `--json` was given.
        headings: the columns of the table, with their headings.
    """
    if as_json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=2, default=datetime.isoformat))
    elif sys.stdout.isatty():
        table = Table(*headings.values())
        for row in rows:
            table.add_row(*(Text(cell(row[column])) for column in headings))  # people's words are no markup
        Console().print(table)
    else:
        for row in rows:
            typer.echo("\t".join(" ".join(cell(row[column]).split()) for column in headings))


def moment(text: str, zone: ZoneInfo) -> datetime:
    """A time of ISO 8601 as an option has it; without an offset it is in the configured zone."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(say.plain("cli-export-bad-since")) from None
    return read if read.tzinfo else read.replace(tzinfo=zone)


def cell(value: object) -> str:
    """A value as people read it; times to the minute, with their offset."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if value or is_number else ""


__all__ = [
    "FAILED",
    "LARGEST_ID",
    "LARGEST_NUMBER",
    "Rooms",
    "cell",
    "command",
    "content_line",
    "content_sentence",
    "fail",
    "file_problems",
    "moment",
    "one_line",
    "show",
    "with_rooms",
]
