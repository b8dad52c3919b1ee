"""Memory while content is read and indexed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Build what is kept: the collector would walk through it again and again, and free nothing.

    Frozen and thawed, all of it counts as old at once; otherwise the collector walked through it on its return.
    """
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_collecting:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
