"""The content in use: swapped as a whole while the bot runs, and one and the same for the whole of an update."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from bot.domain.knowledge import Knowledge
from bot.services.answers import Answers
from bot.services.content.problems import Problem
from bot.texts import Texts


@dataclass(frozen=True)
class Content:
    """What is read from files: the official content, the search over it, the sentences."""

    knowledge: Knowledge
    answers: Answers
    texts: Texts


class LiveContent:
    """Holds the content in use.

    Attributes:
        problems: what is wrong with the files as they are now; then the content is what they were before.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._news = asyncio.Event()
        self._held: ContextVar[Content | None] = ContextVar("held", default=None)
        self.problems: tuple[Problem, ...] = ()

    @property
    def current(self) -> Content:
        """The content to work with."""
        return self._held.get() or self._content

    @property
    def knowledge(self) -> Knowledge:
        """The official content."""
        return self.current.knowledge

    @property
    def answers(self) -> Answers:
        """The search."""
        return self.current.answers

    @property
    def texts(self) -> Texts:
        """Every sentence."""
        return self.current.texts

    @contextmanager
    def held(self) -> Iterator[None]:
        """Whatever is swapped meanwhile, the same content for the task in here: an answer found is there to show."""
        token = self._held.set(self._content)
        try:
            yield
        finally:
            self._held.reset(token)

    def swap(self, content: Content) -> None:
        """Use this content from now on."""
        self._content = content
        self._tell(())

    def keep(self, problems: tuple[Problem, ...]) -> None:
        """The files are faulty: go on with the content in use."""
        self._tell(problems)

    def news(self) -> Coroutine[Any, Any, object]:
        """What waits for the next swap or refusal after this call."""
        return self._news.wait()

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self._news.set()
        self._news = asyncio.Event()
