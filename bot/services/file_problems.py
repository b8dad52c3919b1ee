"""What is wrong in a file that the secretariat hands in: every problem with its line, so that it can be mended there."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.services.lined_yaml import Fault, YamlBroken


class FileProblem(NamedTuple):
    """What is wrong in a file.

    Attributes:
        line: from 1.
        field: the field, with the ones around it (`title.uk`); the key where the YAML is broken; "" for none.
        wants: what the field wants; the id of a text after `import-wants-`.
    """

    line: int
    field: str
    wants: str


class FileInvalid(Exception):
    """Nothing was taken from the file.

    Attributes:
        problems: everything that was found, by line.
    """

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__(problems)
        self.problems = tuple(sorted(problems))


def broken(error: YamlBroken) -> FileInvalid:
    """A file that cannot be read as YAML."""
    wants = "yaml" if error.fault is Fault.ILL_FORMED else f"yaml-{error.fault}"
    return FileInvalid([FileProblem(error.line, error.key, wants)])
