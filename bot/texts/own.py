"""A content folder's own texts: what is wrong with them, all of it, beside those that are shipped."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.texts.errors import TextBroken
from bot.texts.source import Place, Source, entries_of, read

#: Texts of the command line, which stays in the shipped languages.
_TERMINAL = "cli.ftl"


class Flaw(NamedTuple):
    """What is wrong, and where.

    Attributes:
        kind: `text-broken`, `text-unknown`, `text-variables`, `text-missing`, `untranslated`.
        args: what a sentence about it needs.
    """

    place: Place
    kind: str
    args: Mapping[str, str]


def flaws(shipped: Path, own: Path, languages: Iterable[str]) -> Iterator[Flaw]:
    """What is wrong with a folder's own texts.

    Args:
        shipped: the folder with the shipped languages, which has to be sound.
        own: the content folder.
        languages: the languages of the content.
    """
    offered = sorted(path.parent.name for path in shipped.glob(f"*/{_TERMINAL}"))
    for language in languages:
        files = sorted((own / language).glob("*.ftl"))
        if not files and language not in offered:
            yield Flaw(Place(own / "content.yaml", 1), "untranslated", {"language": language})
        if not files or own == shipped:
            continue
        broken = list(_broken(files))
        yield from broken
        if not broken:
            base = [shipped / language] if language in offered else []
            yield from _differences(read(shipped / (language if base else offered[0])), base, own / language)


def _broken(files: Iterable[Path]) -> Iterator[Flaw]:
    """What is no Fluent, file by file."""
    for path in files:
        try:
            list(entries_of(path))
        except TextBroken as error:
            yield _broken_flaw(error, path)


def _differences(known: Source, base: list[Path], folder: Path) -> Iterator[Flaw]:
    """Own texts beside those of the shipped language, or of another one where they are a whole language."""
    try:
        whole = read(*base, folder)
    except TextBroken as error:
        yield _broken_flaw(error, folder)
        return
    for name, variables in whole.variables.items():
        place = whole.places[name.partition(".")[0]]
        if place.path.parent != folder:
            continue
        if name not in known.variables:
            yield Flaw(place, "text-unknown", {"name": name})
        elif variables != known.variables[name]:
            wanted = ", ".join(f"${one}" for one in sorted(known.variables[name])) or "–"
            yield Flaw(place, "text-variables", {"name": name, "wanted": wanted})
    for name in known.variables.keys() - whole.variables.keys():
        there = known.places[name.partition(".")[0]].path.name
        if there != _TERMINAL:
            yield Flaw(Place(folder / there, 1), "text-missing", {"name": name})


def _broken_flaw(error: TextBroken, path: Path) -> Flaw:
    return Flaw(Place(error.path or path, error.line), "text-broken", {"reason": error.why})
