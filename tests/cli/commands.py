"""`python -m tests.cli.commands`: runs commands, each in a process of its own, without importing anew.

Reads JSON, a line an order: `{"words": [...], "cwd": path, "streams": folder, "environment": {...}}`. What the
command is given lies in the folder as `stdin`; what it prints goes to `stdout` and `stderr` there. The answer to an order is the exit status,
negative for a signal.

The command line is imported once, so the language of its texts is this process's.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from bot import cli

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


def _child(order: dict[str, Any]) -> None:
    status = 1
    try:
        _run(order)
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as an interpreter does
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def main() -> None:
    """Take orders until there are no more."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _child(json.loads(line))
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer is what this process is for


if __name__ == "__main__":
    main()
