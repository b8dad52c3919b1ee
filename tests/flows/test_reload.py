"""Content changes on disk while the bot runs: the sound is served, the faulty is refused."""

import asyncio
import os
import shutil
import signal
from pathlib import Path

import pytest

from bot.app import load_content
from bot.app.content import Reloader
from bot.cli.running import reload_on_signal
from bot.domain.commitments import CommitmentStatus
from bot.domain.people import Actor
from bot.domain.proposals import ProposalState
from bot.sandbox import Person, Sandbox
from bot.services.content.live import LiveContent
from bot.settings import SHIPPED, Settings
from tests.flows.cases import at
from tests.flows.conftest import OFFICER, House
from tests.flows.scenes import click, press, write

QUESTION = "When was the second programme adopted?"
CITY = Path(__file__).parents[1] / "search" / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CITY, tmp_path / "city"))


@pytest.fixture
def settings(sandbox: Sandbox, tmp_path: Path, content: Path) -> Settings:
    return Settings(
        _env_file=None,
        token=sandbox.token,
        api_url=sandbox.url,
        database=tmp_path / "bot.sqlite3",
        admins=frozenset({OFFICER}),
        content=content,
        language="en",
        timezone="America/New_York",
    )


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


async def look(house: House) -> None:
    """Have the bot look at the files, and wait until it has."""
    news = house.services.content.news()
    house.reload.set()
    await asyncio.wait_for(news, 30)


async def test_changed_answer_is_served_without_a_restart(house: House, content: Path, alex: Person):
    assert "9 May 2033" in (await write(alex, QUESTION)).text
    change(content / "en/knowledge/entries/all.yaml", "9 May 2033", "10 May 2033")
    await look(house)
    assert "10 May 2033" in (await write(alex, QUESTION)).text


async def test_faulty_content_is_refused_and_staff_are_told(
    house: House, content: Path, alex: Person, officer: Person
):
    entries = content / "en/knowledge/entries/all.yaml"
    change(
        entries, "fact: The town hall adopted it on 9 May 2033.", "fat: The town hall adopted it on 1 May."
    )
    await look(house)
    assert "9 May 2033" in (await write(alex, QUESTION)).text
    assert {(one.file, one.kind) for one in house.services.content.problems} == {
        ("en/knowledge/entries/all.yaml", "field"),
        ("en/knowledge/entries/all.yaml", "no-such-field"),
    }
    assert "2 помилки" in (await write(officer, "/staff")).text
    change(
        entries, "fat: The town hall adopted it on 1 May.", "fact: The town hall adopted it on 11 May 2033."
    )
    await look(house)
    assert house.services.content.problems == ()
    assert "11 May 2033" in (await write(alex, QUESTION)).text
    assert "помилки" not in (await write(officer, "/staff")).text


async def test_new_entry_is_found_and_one_that_is_gone_is_missed_kindly(
    house: House, content: Path, alex: Person
):
    answer = await write(alex, "how many seats has the lantern board")
    assert "Nine" in answer.text
    for language in ("en", "uk"):
        change(content / language / "knowledge/entries/all.yaml", "board-count:", "board-seats:")
    change(content / "knowledge/entries.yaml", "board-count:", "board-seats:")
    await look(house)
    assert "Nine" in (await write(alex, "how many seats has the lantern board")).text
    gone = await click(alex, "n:board-count", message=answer)
    assert "Nine" not in gone.text
    assert gone.labels


async def test_commitment_joins_a_plan_and_leaves_it_while_the_bot_runs(
    house: House, content: Path, alex: Person, officer: Person
):
    proposal = await at(house, alex, ProposalState.UNDER_REVIEW, ProposalState.ACCEPTED)
    await click(officer, f"fm:{proposal.id}:0")
    assert "knowledge/commitments.yaml" in (await click(officer, f"kc:{proposal.id}:programme-2:0")).text
    neutral = "paths:\n  plan: programme-2\n  code: '3'\n  sources: [hall]\n  as_of: '2033'\n"
    files = [content / folder / "knowledge/commitments.yaml" for folder in (".", "en", "uk")]
    for path, text in zip(files, (neutral, *["paths:\n  title: Lit paths\n"] * 2), strict=True):
        path.write_text(text, encoding="utf-8")
    await look(house)
    await click(officer, f"kc:{proposal.id}:programme-2:0")
    await press(officer, "3 · Lit paths")
    await press(officer, "Внести до плану дій")
    shown = await write(alex, f"/start p_{proposal.reference}")
    assert "3 · Lit paths" in shown.text
    assert proposal.reference in " ".join((await press(alex, "Show the commitment")).labels)
    await house.services.commitments.state("3", CommitmentStatus.LIMITED, Actor.operator(), note="Half lit.")
    await alex.wait_for("Half lit.")
    for path in files:
        path.unlink()
    await look(house)
    assert "no such commitment" in (await write(alex, "/start k_paths")).text
    shown = await write(alex, f"/start p_{proposal.reference}")
    assert "State: in the action plan" in shown.text
    assert "Show the commitment" not in shown.labels


async def test_changed_sentences_reach_screens_and_telegrams_menus(
    house: House, sandbox: Sandbox, content: Path, alex: Person
):
    change(content / "en/own.ftl", "<b>Welcome to Lit Streets</b>", "<b>Welcome to the lanterns</b>")
    change(content / "en/own.ftl", "command-about = about Lit Streets", "command-about = about lanterns")
    await look(house)
    sam = sandbox.add_person(2001, "Sam", language_code="en")
    assert "Welcome to the lanterns" in (await write(sam, "/start")).text
    await sam.wait_quiet()
    assert "about lanterns" in [one["description"] for one in sam.commands]


async def test_language_can_join_while_the_bot_runs(house: House, content: Path, alex: Person):
    for path in (content / "en").rglob("*.yaml"):
        copy = content / "eo" / path.relative_to(content / "en")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    for path in (SHIPPED / "en").glob("*.ftl"):
        if path.name != "cli.ftl":
            shutil.copy(path, content / "eo")
    change(content / "eo/people.ftl", "language-own-name = English", "language-own-name = Esperanto")
    change(content / "content.yaml", "[en, uk]", "[en, uk, eo]")
    await look(house)
    assert "Esperanto" in (await write(alex, "/language")).labels


async def test_nothing_is_read_where_nothing_has_changed(settings: Settings):
    live = LiveContent(load_content(settings))
    before = live.current
    reloader = Reloader(settings, live)
    await reloader.reload_changed()
    assert live.current is before
    change(settings.content / "en/own.ftl", "Lit Streets", "the lanterns")
    await reloader.reload_changed()
    assert live.current is not before


async def test_update_keeps_the_content_that_it_began_with(settings: Settings):
    live = LiveContent(load_content(settings))
    before = live.current
    with live.held():
        live.swap(load_content(settings))
        assert live.current is before
    assert live.current is not before


async def test_hang_up_asks_for_a_look_at_the_files():
    told = reload_on_signal()
    os.kill(os.getpid(), signal.SIGHUP)
    await asyncio.wait_for(told.wait(), 30)
