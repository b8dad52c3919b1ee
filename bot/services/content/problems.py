"""What can be wrong with content, and where. The sentences are in `locales/<lang>/cli.ftl`."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic_core import ErrorDetails

#: Fields that have to look like something, and how that is called in the texts.
_LOOKS = {
    "as_of": "date",
    "start": "date",
    "end": "date",
    "adopted": "date",
    "url": "url",
    "code": "code",
    "id": "id",
}
#: What pydantic calls an error → what we call it.
_KINDS = {
    "missing": "field",
    "extra_forbidden": "no-such-field",
    "string_too_long": "shorter",
    "string_too_short": "some",
    "too_short": "some",
    "period_backwards": "period",
}


class Problem(NamedTuple):
    """What is wrong, and where: the file from the content's folder on, the line from 1 on.

    Attributes:
        kind: what is wanted; the id of a text after `cli-content-wants-`.
        args: what that text is given.
        is_warning: whether the content can be used all the same.
    """

    file: str
    line: int
    kind: str
    args: tuple[tuple[str, str], ...] = ()
    is_warning: bool = False

    def __str__(self) -> str:
        words = (f"{name}={value}" for name, value in self.args)
        return " ".join([f"{self.file}:{self.line}:", self.kind, *words])


def problem(file: str, line: int, kind: str, *, is_warning: bool = False, **args: object) -> Problem:
    """A problem with its arguments by name."""
    said = tuple((name, str(value)) for name, value in args.items())
    return Problem(file, line, kind, said, is_warning)


class ContentInvalid(Exception):
    """The content cannot be used; for an operator's terminal, never for a chat.

    Attributes:
        problems: everything that was found, in the order of the files.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def of_model(file: str, line: int, error: ErrorDetails) -> Problem:
    """What a model says about a field, in our words."""
    field = ".".join(map(str, error["loc"]))
    context: Mapping[str, object] = error.get("ctx", {})
    kind = _KINDS.get(error["type"])
    if kind == "shorter":
        return problem(file, line, kind, field=field, most=context["max_length"])
    if kind is not None:
        return problem(file, line, kind, field=field)
    names = [str(step) for step in error["loc"]]
    looks = next((_LOOKS[name] for name in reversed(names) if name in _LOOKS), None)
    if looks is not None and error["type"] in {"string_pattern_mismatch", "value_error"}:
        return problem(file, line, looks, field=field)
    return problem(file, line, "value", field=field, reason=error["msg"])
