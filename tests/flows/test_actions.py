"""Callback data: short, unmistakable, and read back as it was packed."""

import re
from enum import StrEnum
from typing import Literal, get_args, get_origin

import pytest
from annotated_types import Le, MaxLen
from pydantic.fields import FieldInfo

from bot.ui.action import LONGEST, Action, ActionExpired

#: Texts whose fields do not say how long they may be.
LONG = {"hours": "22-23", "choice": "x" * 24}
KINDS = sorted(
    (kind for kind in Action.known.values() if kind.__module__.startswith("bot.ui.")),
    key=lambda kind: kind.prefix,
)


def longest(kind: type[Action]) -> Action:
    return kind.model_validate({name: _longest(name, one) for name, one in kind.model_fields.items()})


def _longest(name: str, field: FieldInfo) -> object:
    kind = field.annotation
    if kind is bool:
        return True
    if get_origin(kind) is Literal:
        return max(get_args(kind), key=len)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return max(kind, key=len)
    if (said := _said(field)) or name in LONG:
        return said or LONG[name]
    return next((bound.le for bound in field.metadata if isinstance(bound, Le)), 2**63 - 1)


def _said(field: FieldInfo) -> str:
    """The longest text that the field itself describes, where it does."""
    patterns = [getattr(one, "pattern", None) or "" for one in field.metadata]
    ends = [int(most[1]) for pattern in patterns if (most := re.search(r"(\d+)\}\$$", pattern))]
    ends += [bound.max_length for bound in field.metadata if isinstance(bound, MaxLen)]
    texts = (letter * min(ends, default=0) for letter in "aA")
    return next(text for text in texts if not ends or all(re.search(one, text) for one in patterns))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("stays", [False, True])
def test_action_fits_and_is_read_back(kind, stays):
    action = longest(kind)
    data = action.packed(stays=stays)
    assert len(data.encode()) <= LONGEST
    assert Action.unpacked(data) == (action, stays)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_action_with_an_argument_too_many_or_too_few_has_expired(kind):
    data = longest(kind).packed()
    for forged in (f"{data}:1", data.rpartition(":")[0]):
        with pytest.raises(ActionExpired):
            Action.unpacked(forged)


def test_prefixes_are_one_to_three_letters():
    assert all(kind.prefix.isalpha() and len(kind.prefix) <= 3 for kind in KINDS)


def test_prefix_cannot_be_taken_twice():
    with pytest.raises(TypeError, match="share the prefix"):

        class Second(Action, prefix="m"):
            pass
