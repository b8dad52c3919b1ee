"""Incidents: an error that nobody expected, its number for the person and its place in the code for the operator."""

import secrets
import traceback
from collections.abc import Sequence

#: So many of the innermost places are worth a line of the log.
_DEEPEST = 6


def new_number() -> str:
    """A number that the person is told and the log has."""
    return secrets.token_hex(4).upper()


def places(error: BaseException) -> Sequence[str]:
    """Where in our code it happened, outermost first; the libraries' own frames are left out.

    The error's words are not among them: they may quote what a person has written.
    """
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in ours[-_DEEPEST:]]
