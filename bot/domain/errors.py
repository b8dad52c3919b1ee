"""Errors that a person can be told about.

A service raises a fact (`ConsultationClosed`); the edge translates it once. The error carries the id of a
text and that text's arguments, never a sentence.
"""

from datetime import datetime
from typing import ClassVar

TextArgument = str | int | float | datetime


class CivicError(Exception):
    """Something that the person can do something about.

    Args:
        message_id: id of the text that says what happened and what to do; the class's own by default.
        **args: arguments of that text.
    """

    message_id: ClassVar[str] = "error-unexpected"

    def __init__(self, message_id: str | None = None, /, **args: TextArgument) -> None:
        self.id = message_id or self.message_id
        self.args_of_text = args
        super().__init__(self.id, args)


class NotAllowed(CivicError):
    """The person's role does not allow this."""

    message_id = "error-not-allowed"


class NotFound(CivicError):
    """What was asked for does not exist (any more), or is not this person's."""

    message_id = "error-not-found"
