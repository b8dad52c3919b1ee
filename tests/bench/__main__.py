"""`python -m tests.bench [name …]`: runs the benchmarks, all of this folder's modules that have a `run`."""

# ruff: noqa: T201 - figures go to the terminal

import importlib
import pkgutil
import sys
import time

import tests.bench


def main(names: list[str]) -> int:
    """Run those named, or all; the exit status is 2 for a name that is none."""
    known = sorted(
        module.name for module in pkgutil.iter_modules(tests.bench.__path__) if module.name != "__main__"
    )
    if unknown := sorted(set(names) - set(known)):
        print(f"no benchmark named {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in names or known:
        run = getattr(importlib.import_module(f"tests.bench.{name}"), "run", None)
        if run is None:
            continue
        print(f"== {name}", flush=True)
        start = time.perf_counter()
        run()
        print(f"   ({time.perf_counter() - start:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
