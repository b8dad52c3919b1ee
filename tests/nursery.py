"""A process that starts others, each by forking: what they are made of is imported once.

Orders and answers are JSON and numbers, a line each. `{"start": {...}}` answers the process id of what was started;
`{"wait": pid}` its exit status, negative for a signal. At the end of input whatever still runs is killed.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


class Nursery:
    """The other end of `serve`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def start(self, **order: Any) -> int:
        """Start what the order says; its process id."""
        return self._answer({"start": order})

    def wait(self, pid: int) -> int:
        """Wait for its end; the exit status."""
        return self._answer({"wait": pid})

    def _answer(self, order: dict[str, Any]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@contextmanager
def nursery(module: str, environment: Mapping[str, str] | None = None) -> Iterator[Nursery]:
    """Run a module that calls `serve`."""
    with subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield Nursery(process)


def serve(run: Callable[[dict[str, Any]], None]) -> None:
    """Take orders until there are no more.

    Args:
        run: does what an order to start says, in a process of its own.
    """
    running: set[int] = set()
    try:
        for line in sys.stdin:
            order = json.loads(line)
            if "start" in order:
                answer = os.fork()
                if answer == 0:
                    _child(run, order["start"])
                running.add(answer)
            else:
                _, status = os.waitpid(order["wait"], 0)
                running.discard(order["wait"])
                answer = os.waitstatus_to_exitcode(status)
            print(answer, flush=True)  # noqa: T201 - the answer is what this process is for
    finally:
        for pid in running:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def _child(run: Callable[[dict[str, Any]], None], order: dict[str, Any]) -> None:
    status = 1
    try:
        run(order)
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as an interpreter does
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
