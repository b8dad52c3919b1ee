"""Where the browser's tests find Chromium: Debian's package, or Google Chrome."""

import os
import shutil

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)

#: On a machine that says so (continuous integration), a missing browser fails the tests instead.
_IS_REQUIRED = os.environ.get("OGP_TEST_BROWSER") == "required"

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and not _IS_REQUIRED, reason="no Chromium here: apt-get install chromium runs this test"
)

#: As root in a container Chromium wants no sandbox of its own; the rest keeps it off the network.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
