import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.nursery import ROOT, Nursery, nursery

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**settings: str) -> dict[str, str]:
    """The machine's, without settings of its own and in English."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("OGP_BOT_", "LC_", "LANG"))
    }
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8", "COLUMNS": "200", **settings}


@pytest.fixture(scope="session")
def workshop() -> Iterator[Nursery]:
    """The process that runs commands."""
    with nursery("tests.cli.commands", environment()) as running:
        yield running


@pytest.fixture
def ogp_bot(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, workshop: Nursery) -> Run:
    """Runs the command line in an empty folder, as a process of its own."""
    streams = tmp_path_factory.mktemp("streams")

    def run(*words: str, given: str | None = None, **settings: str) -> "subprocess.CompletedProcess[str]":
        if "LANG" in settings:  # the workshop's texts are English
            return alone(tmp_path, *words, given=given, **settings)
        names = ("stdin", "stdout", "stderr")
        for name, text in zip(names, (given or "", "", ""), strict=True):
            (streams / name).write_text(text, encoding="utf-8")
        pid = workshop.start(
            words=words, cwd=str(tmp_path), streams=str(streams), environment=environment(**settings)
        )
        status = workshop.wait(pid)
        _, out, err = ((streams / name).read_text(encoding="utf-8") for name in names)
        return subprocess.CompletedProcess(list(words), status, out, err)

    return run


def alone(
    folder: Path, *words: str, given: str | None = None, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """Run the command line as a shell does, from the interpreter's start on."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env=environment(**settings),
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
