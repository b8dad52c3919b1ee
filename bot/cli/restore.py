"""`restore`: a backup takes the database's place."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.app import rooms
from bot.cli.edge import command, fail
from bot.cli.words import say
from bot.domain.clock import SystemClock
from bot.gateway.lock import only_one
from bot.settings import Settings
from storage import AttachmentFiles, restoring
from storage.meanwhile import Meanwhile, meanwhile, take_back
from storage.restoring import File


@command
async def restore(
    file: Annotated[Path, typer.Argument(help=say.plain("cli-restore-file"))],
    *,
    yes: Annotated[bool, typer.Option("--yes", help=say.plain("cli-restore-yes"))] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False,
) -> None:
    """Let a backup take the database's place."""
    settings = Settings.load()
    present = settings.database
    if present.exists() and file.exists() and file.samefile(present):
        fail(say.plain("cli-restore-itself", path=str(file)))
    copy = present.with_name(f"{present.name}.restoring")
    with only_one(present):
        try:
            restoring.take_copy(file, copy)
            since = meanwhile(copy, present)
            _confirm(file, present, since, yes=yes)
            is_taken_back = await _prepare(settings, copy, since)
            kept = restoring.put_in_place(copy, present, now=SystemClock().now())
        finally:
            restoring.remove(copy)
    missing = _missing(present)
    if as_json:
        typer.echo(json.dumps(_report(present, kept, since, missing), ensure_ascii=False, indent=2))
    else:
        _tell(present, kept, missing)
    if since is not None and not is_taken_back:
        typer.echo(say.plain("cli-restore-not-compared"), err=True)


async def _prepare(settings: Settings, copy: Path, since: Meanwhile | None) -> bool:
    """Bring the copy up to date and take back in it what was taken back since; the present file is not touched."""
    async with rooms(settings.model_copy(update={"database": copy})) as opened:
        await opened.services.restores.take_back(since)
    return take_back(copy, settings.database)


def _confirm(file: Path, present: Path, since: Meanwhile | None, *, yes: bool) -> None:
    """Say what it means, and ask; without a terminal `--yes` must have said so."""
    typer.echo(say.plain("cli-restore-what", file=str(file), path=str(present)), err=True)
    if since is None:
        typer.echo(say.plain("cli-restore-unknown"), err=True)
    else:
        lines = (
            ("cli-restore-lost", since.received),
            ("cli-restore-erased", len(since.erased)),
            ("cli-restore-withdrawn", len(since.withdrawn)),
        )
        for line, count in lines:
            if count:
                typer.echo(say.plain(line, count=count), err=True)
    if yes:
        return
    if not sys.stdin.isatty():
        fail(say.plain("cli-restore-ask"))
    typer.confirm(say.plain("cli-restore-sure"), abort=True, err=True)


def _missing(present: Path) -> list[File]:
    """Files that the restored rows name and that do not lie beside the database."""
    files = AttachmentFiles.beside(present)
    return [file for file in restoring.files_of(present) if not files.path(file.sha256).exists()]


def _tell(present: Path, kept: Path | None, missing: list[File]) -> None:
    typer.echo(say.plain("cli-restored", path=str(present)))
    if kept is not None:
        typer.echo(say.plain("cli-restore-kept", path=str(kept)))
    if missing:
        typer.echo(say.plain("cli-restore-missing", count=len(missing)), err=True)
    for file in missing:
        typer.echo("\t".join([file.of or "-", file.name, file.sha256]), err=True)


def _report(
    present: Path, kept: Path | None, since: Meanwhile | None, missing: list[File]
) -> dict[str, object]:
    return {
        "restored": str(present),
        "kept": None if kept is None else str(kept),
        "received_since": None if since is None else since.received,
        "erased_again": None if since is None else len(since.erased),
        "withdrawn_again": None if since is None else len(since.withdrawn),
        "missing": [{"belongs_to": file.of, "name": file.name, "sha256": file.sha256} for file in missing],
    }
