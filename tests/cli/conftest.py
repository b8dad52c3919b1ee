import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(**settings: str) -> dict[str, str]:
    """The machine's, without settings of its own and in English."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("OGP_BOT_", "LC_", "LANG"))
    }
    return {**kept, "PYTHONPATH": str(ROOT), "LANG": "en_GB.UTF-8", "COLUMNS": "200", **settings}


@pytest.fixture
def ogp_bot(tmp_path: Path) -> Run:
    """Runs the command line in an empty folder, as a process of its own."""

    def run(*words: str, given: str | None = None, **settings: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=tmp_path,
            env=environment(**settings),
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run
