"""All languages together: loads them, and finds the one for a person."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from bot.texts.bundle import Bundle
from bot.texts.source import read
from bot.texts.speaker import Speaker


class Texts:
    """The texts of every offered language; the first one is the default and the fallback."""

    def __init__(self, bundles: Sequence[Bundle], *, zone: ZoneInfo, strict: bool = False) -> None:
        if not bundles:
            raise ValueError("at least one language is needed")
        self._bundles = {bundle.language: bundle for bundle in bundles}
        self._speakers = {
            bundle.language: Speaker(bundle, bundles[0], zone=zone, strict=strict) for bundle in bundles
        }
        self.languages: tuple[str, ...] = tuple(self._bundles)

    @classmethod
    def load(
        cls,
        folder: Path,
        *,
        languages: Sequence[str],
        zone: ZoneInfo,
        strict: bool = False,
        own: Path | None = None,
        later: bool = False,
    ) -> Self:
        """Read `folder/<language>/*.ftl`, and over them `own/<language>/*.ftl`.

        Args:
            folder: has a folder a language.
            languages: the offered ones; the first is the default and the fallback.
            zone: in which moments are shown.
            strict: raise on whatever is wrong with a text when it is used; for tests.
            own: a country's or a city's own texts in place of those of the same id, and its own languages.
            later: read each language when it is first spoken: a command speaks one, and reading takes its time.

        Raises:
            TextBroken: a file is ill-formed, an id stands twice, a reference leads nowhere.
        """
        bundles = [
            Bundle(language, partial(read, *folders_of(language, folder, own))) for language in languages
        ]
        texts = cls(bundles, zone=zone, strict=strict)
        if not later:
            texts.read()
        return texts

    def read(self) -> None:
        """Read what has not been read yet.

        Raises:
            TextBroken: as of `load`.
        """
        for bundle in self._bundles.values():
            _ = bundle.source

    def choose(self, language_code: str | None) -> str:
        """The offered language for Telegram's IETF code (`uk`, `en-GB`); the default where none fits."""
        return choose(language_code, self.languages)

    def speaker(self, language: str) -> Speaker:
        """Who speaks this language; one that is not offered any more is chosen for as in `choose`."""
        return self._speakers.get(language) or self._speakers[self.choose(language)]

    def ids(self, language: str) -> Mapping[str, frozenset[str]]:
        """Every message id of an offered language (`message.attribute` too), and the variables it wants."""
        return self._bundles[language].variables

    def place(self, language: str, message_id: str) -> tuple[Path, int]:
        """The file and the line where a text of an offered language stands."""
        return self._bundles[language].places[message_id.partition(".")[0]]


def choose(language_code: str | None, languages: Sequence[str]) -> str:
    """The offered language for an IETF code (`uk`, `en-GB`); the first of them where none fits."""
    code = (language_code or "").replace("_", "-").lower()
    offered = {language.lower(): language for language in languages}
    return offered.get(code) or offered.get(code.partition("-")[0]) or languages[0]


def folders_of(language: str, folder: Path, own: Path | None) -> Sequence[Path]:
    """Where the texts of a language lie, the later over the earlier; the first one of all where nowhere."""
    both = [folder / language, *([own / language] if own is not None and own != folder else [])]
    return [place for place in both if any(place.glob("*.ftl"))] or both[:1]
