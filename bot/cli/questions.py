"""`ask`: the same answers as in the chat, for a terminal and for scripts."""

import json
import sys
from typing import Annotated, Any

import typer

from bot.app import load_texts
from bot.cli.edge import command, fail
from bot.cli.words import say
from bot.domain.knowledge import Entry, Knowledge, Language
from bot.services.answers import Answers
from bot.services.knowledge import load_knowledge
from bot.settings import Settings
from bot.texts import Texts
from bot.texts.markup import without_markup
from bot.ui.knowledge import answer_text


@command
async def ask(
    question: Annotated[str | None, typer.Argument(help=say.plain("cli-ask-question"))] = None,
    *,
    lang: Annotated[str | None, typer.Option(help=say.plain("cli-ask-lang"))] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.plain("cli-json"))] = False,
    batch: Annotated[bool, typer.Option("--batch", help=say.plain("cli-ask-batch"))] = False,
) -> None:
    """Answer one question, or a question a line."""
    settings = Settings.load()
    knowledge = load_knowledge(settings.content)
    answers = Answers(knowledge, settings.content, kept=settings.kept_search)
    asker = _Asker(knowledge, answers, load_texts(settings, knowledge.languages))
    if batch:
        asker.batch()
        return
    if not question:
        raise typer.BadParameter(say.plain("cli-ask-nothing"))
    outcome = asker.ask(question, lang or settings.language)
    if as_json:
        typer.echo(json.dumps(outcome, ensure_ascii=False))
    elif outcome["answer"]:
        typer.echo(outcome["answer"])
    elif outcome["intent"]:
        typer.echo(say.plain("cli-ask-intent", intent=outcome["intent"]))
    elif outcome["candidates"]:
        typer.echo("\n\n".join([say.plain("cli-ask-candidates"), *outcome["candidates"]]))
    else:
        typer.echo(say.plain("cli-ask-unknown"))


class _Asker:
    def __init__(self, knowledge: Knowledge, answers: Answers, texts: Texts) -> None:
        self._knowledge = knowledge
        self._answers = answers
        self._texts = texts

    def batch(self) -> None:
        """A JSON line in, a JSON line out, at once."""
        for number, line in enumerate(sys.stdin, start=1):
            if not line.strip():
                continue
            try:
                asked = json.loads(line)
                text, language = str(asked["text"]), str(asked.get("lang") or self._texts.languages[0])
            except (ValueError, KeyError, TypeError, AttributeError):
                fail(say.plain("cli-ask-bad-line", line=str(number)))
            typer.echo(json.dumps({"id": asked.get("id"), **self.ask(text, language)}, ensure_ascii=False))
            sys.stdout.flush()

    def ask(self, text: str, language: str) -> dict[str, Any]:
        """What a citizen would get, as plain text with its particulars."""
        language = self._texts.choose(language)
        found = self._answers.ask(text, Language(language))
        entry = found.entry
        return {
            "answer": self._plain(entry, language) if entry else "",
            "abstained": found.abstained,
            "intent": found.intent,
            "candidates": [self._plain(one, language) for one in found.candidates],
            "source": self._knowledge.sources[entry.sources[0]].url if entry else None,
            "as_of": entry.as_of if entry else None,
            "score": round(found.score, 4),
        }

    def _plain(self, entry: Entry, language: str) -> str:
        return without_markup(answer_text(self._texts.speaker(language), self._knowledge, entry))
