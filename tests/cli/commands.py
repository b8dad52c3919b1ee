"""`python -m tests.cli.commands`: runs commands, each in a process of its own, without importing anew (`tests.nursery`).

An order has `words`, `cwd`, `environment` and the folder `streams`: what the command is given lies there as `stdin`, and
what it prints goes to `stdout` and `stderr`.

The command line is imported once, so the language of its texts is this process's.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from bot import cli
from tests.nursery import serve

#: The streams by their descriptors, as they are named and opened.
STREAMS = (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY | os.O_CREAT), ("stderr", os.O_WRONLY | os.O_CREAT))

#: After which a command is killed.
SECONDS = 60


def _run(order: dict[str, Any]) -> None:
    for descriptor, (name, mode) in enumerate(STREAMS):
        os.dup2(os.open(Path(order["streams"], name), mode, 0o600), descriptor)
    signal.alarm(SECONDS)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - the other one has read ahead
    sys.argv = ["ogp-bot", *order["words"]]
    cli.main()


if __name__ == "__main__":
    serve(_run)
