"""Content from files: loaded for the start, checked for whoever writes it, taken anew while the bot runs."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.domain.knowledge import Knowledge
from bot.services.answers import Answers
from bot.services.content.crossings import check_crossings
from bot.services.content.live import Content, LiveContent
from bot.services.content.problems import ContentInvalid, Problem, problem
from bot.services.content.word_lists import check_word_lists
from bot.services.knowledge import Reading, load_knowledge, read_content
from bot.settings import SHIPPED, SettingInvalid, Settings
from bot.texts import Flaw, Texts, flaws
from bot.ui.proofs import proofs

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Checked:
    """What a check found.

    Attributes:
        knowledge: the content; None where it cannot be used at all.
        problems: what must be mended, file by file.
        warnings: what may be meant so.
    """

    knowledge: Knowledge | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def load_content(settings: Settings, *, strict: bool = False) -> Content:
    """Read all that comes from files.

    Args:
        settings: where the content lies, and the operator's language and zone.
        strict: whether a missing text raises, as under test.

    Raises:
        ContentInvalid: the content has faults; each is named with file and line.
        SettingInvalid: the content lacks the operator's language.
    """
    knowledge = load_knowledge(settings.content)
    texts = load_texts(settings, knowledge.languages, strict=strict)
    answers = Answers(knowledge, settings.content, kept=settings.kept_search)
    return Content(knowledge, answers, texts)


def load_texts(settings: Settings, languages: tuple[str, ...], *, strict: bool = False) -> Texts:
    """The texts, the operator's language first: it is for people whose own is not offered.

    Raises:
        ContentInvalid: the content's own texts have faults.
        SettingInvalid: the content has no such language.
    """
    if settings.language not in languages:
        raise SettingInvalid("OGP_BOT_LANGUAGE")
    wrong = [_of_flaw(settings.content, flaw) for flaw in flaws(SHIPPED, settings.content, languages)]
    if wrong:
        raise ContentInvalid(sorted(wrong))
    ordered = sorted(languages, key=lambda language: language != settings.language)
    return Texts.load(
        SHIPPED, languages=ordered, zone=settings.zone, strict=strict, own=settings.content, later=True
    )


def check_content(folder: Path) -> Checked:
    """Everything that is wrong with a content folder, also what the bot could start with."""
    reading = read_content(folder)
    check_crossings(reading)
    check_word_lists(reading.files, reading.languages)
    wrong_texts = [_of_flaw(folder, flaw) for flaw in flaws(SHIPPED, folder, reading.languages)]
    reading.files.problems += wrong_texts
    if reading.knowledge is not None and not wrong_texts:
        reading.files.problems += _shown(reading, reading.knowledge)
    found = reading.problems
    return Checked(
        reading.knowledge,
        tuple(one for one in found if not one.is_warning),
        tuple(one for one in found if one.is_warning),
    )


class Reloader:
    """Takes changed content in use, or goes on with the old where the new one is faulty.

    Args:
        settings: where the content lies.
        live: holds the content in use.
        strict: whether a missing text raises, as under test.
    """

    def __init__(self, settings: Settings, live: LiveContent, *, strict: bool = False) -> None:
        self._settings = settings
        self._live = live
        self._strict = strict
        self._seen = _stamps(settings.content)
        self._looking = asyncio.Lock()

    async def reload_changed(self) -> None:
        """Look at the files, and take them if one of them has changed; off the event loop."""
        async with self._looking:
            seen = await asyncio.to_thread(_stamps, self._settings.content)
            if seen == self._seen:
                return
            # Of before the reading: what is saved meanwhile is taken in the next round.
            self._seen = seen
            try:
                content = await asyncio.to_thread(self._checked)
            except ContentInvalid as error:
                self._live.keep(error.problems)
                for one in error.problems:
                    _log.error("content_refused", at=f"{one.file}:{one.line}", problem=str(one))
            else:
                self._live.swap(content)
                _log.info("content_taken", entries=len(content.knowledge.entries))

    def _checked(self) -> Content:
        checked = check_content(self._settings.content)
        if checked.problems:
            raise ContentInvalid(checked.problems)
        try:
            content = load_content(self._settings, strict=self._strict)
            content.texts.read()
            content.answers.warm()
        except SettingInvalid as error:
            raise ContentInvalid([problem("content.yaml", 1, "operator", name=error.name)]) from error
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise ContentInvalid([problem("content.yaml", 1, "search", reason=str(error))]) from error
        return content


def _stamps(folder: Path) -> Mapping[Path, tuple[int, int]]:
    """Each file's time and size: what changes when somebody saves it."""
    return dict(_stamp(folder))


def _stamp(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for root in {folder, SHIPPED}:
        for pattern in ("*.yaml", "*.ftl"):
            for path in root.rglob(pattern):
                try:
                    stat = path.stat()
                except OSError:  # gone since it was listed
                    continue
                yield path, (stat.st_mtime_ns, stat.st_size)


def _shown(reading: Reading, knowledge: Knowledge) -> Iterator[Problem]:
    """What would not fit a screen, at the text that it comes from."""
    texts = Texts.load(SHIPPED, languages=knowledge.languages, zone=ZoneInfo("UTC"), own=reading.files.folder)
    for proof in proofs(knowledge, texts):
        if proof.kind == "text-long":
            path, line = texts.place(proof.language, proof.item)
            file = _name(reading.files.folder, path)
        else:
            record = reading.texts["entries"][proof.language].get(proof.item) or reading.head
            file, line = record.file, record.line
        yield problem(file, line, proof.kind, name=proof.item, length=proof.length, most=proof.most)


def _of_flaw(folder: Path, flaw: Flaw) -> Problem:
    path, line = flaw.place
    return Problem(_name(folder, path), line, flaw.kind, tuple(flaw.args.items()))


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
