"""Whatever a role is needed for leaves a line in the log: read from the code of the services."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.texts.shipped import LANGUAGES, entries

SERVICES = Path(__file__).parents[1] / "bot" / "services"
#: Verbs that need a role and leave no line, each with the reason.
SILENT = {
    "consultation_drafts.begin": "an officer's own draft, which nobody else sees",
    "consultation_drafts.take_up": "the same",
    "briefings.switch": "what the bot writes to oneself in the morning",
}


def functions() -> Iterator[tuple[str, ast.AsyncFunctionDef]]:
    for path in sorted(SERVICES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AsyncFunctionDef):
                yield f"{path.stem}.{node.name}", node


def called(function: ast.AsyncFunctionDef) -> Iterator[str]:
    """What is called: of repositories `unit.audit.add`, of oneself `self.put`, of other services the verb alone."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.startswith(("unit.", "view.")):
                yield name.replace("view.", "unit.", 1)
            else:
                yield name if name.count(".") == 1 and name.startswith("self.") else _verb(name)


def writes(function: ast.AsyncFunctionDef) -> bool:
    """Whether it opens a transaction, or is handed one."""
    return "unit" in called(function) or any(argument.arg == "unit" for argument in function.args.args)


def acting(found: Mapping[str, set[str]]) -> list[str]:
    """Verbs that check a role in the transaction in which they write."""
    return [name for name in found if {"unit.staff.require", "_check_right"} & found[name]]


def is_logged(name: str, found: Mapping[str, set[str]], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a line is added in the function, or in one that it calls, of whatever service."""
    seen |= {name}
    return "unit.audit.add" in found[name] or any(
        is_logged(other, found, seen) for other in found if other not in seen and _calls(name, other, found)
    )


def _calls(name: str, other: str, found: Mapping[str, set[str]]) -> bool:
    """Whether one calls the other; a verb of one's own is meant before another module's of the same name."""
    verb = _verb(other)
    own = f"{name.partition('.')[0]}.{verb}"
    return verb in found[name] or (f"self.{verb}" in found[name] and (other == own or own not in found))


def _verb(name: str) -> str:
    return name.rpartition(".")[2]


FOUND = {name: set(called(node)) for name, node in functions() if writes(node)}


def test_there_are_as_many_verbs_of_the_secretariat_as_we_know():
    assert len(acting(FOUND)) > 25


@pytest.mark.parametrize("name", acting(FOUND))
def test_every_verb_that_needs_a_role_leaves_a_line(name):
    assert is_logged(name, FOUND) is (name not in SILENT)


def details() -> set[str]:
    """Names of what is written down besides who, what and when."""
    known = {"now", "person_id", "was", "became"}
    return {
        keyword.arg
        for _, function in functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"unit.audit.add", "log_look"}
        for keyword in node.keywords
        if keyword.arg and keyword.arg not in known
    }


@pytest.mark.parametrize("name", sorted(details()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_detail_has_its_word(language, name):
    assert f"{language}/audit.ftl: audit-detail-{name}" in dict(entries(language))
