"""What can be wrong with a text. Both are for us and never for a person who uses the bot."""

from pathlib import Path


class TextMissing(LookupError):
    """No text has this id in this language."""


class TextBroken(ValueError):
    """A text, its file, or the arguments that it was given are wrong; the message says where.

    Attributes:
        why: what is wrong.
        path: the file, where it is a file's fault.
        line: the line in it, from 1.
    """

    def __init__(self, why: str, path: Path | None = None, line: int = 1) -> None:
        super().__init__(why if path is None else f"{path}:{line}: {why}")
        self.why = why
        self.path = path
        self.line = line
