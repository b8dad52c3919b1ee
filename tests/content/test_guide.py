"""The authoring guide says what is true: its commands run, its example is sound, its steps lead to a bot."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from bot.app import check_content
from bot.settings import SHIPPED, Settings
from tests.cli.test_commands import commands

GUIDE = (SHIPPED / "README.md").read_text(encoding="utf-8")
CITY = Path(__file__).parents[1] / "search" / "content"


def example(heading: str) -> dict[str, dict[str, object]]:
    (text,) = re.findall(rf"```yaml\n# {re.escape(heading)}\n(.*?)```", GUIDE, re.DOTALL)
    return dict(yaml.load(text, Loader=yaml.BaseLoader))


@pytest.mark.parametrize("line", re.findall(r"^ogp-bot .+$|(?<=`)ogp-bot [^`]+(?=`)", GUIDE, re.MULTILINE))
def test_command_exists(line: str) -> None:
    words = line.partition("#")[0].removeprefix("ogp-bot ")
    assert any(words.startswith(known) for known in commands())


def test_settings_exist() -> None:
    names = {name.removeprefix("OGP_BOT_").lower() for name in re.findall(r"OGP_BOT_[A-Z_]+", GUIDE)}
    assert names <= Settings.model_fields.keys()


def test_example_is_an_entry(tmp_path: Path) -> None:
    city = Path(shutil.copytree(CITY, tmp_path / "city"))
    for file, place in (
        ("knowledge/entries.yaml", "knowledge/entries.yaml"),
        ("en/knowledge/entries/programmes.yaml", "en/knowledge/entries/all.yaml"),
    ):
        path = city / place
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        entries |= example(file)
        path.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), encoding="utf-8")
    found = check_content(city)
    assert (found.problems, found.warnings) == ((), ())


def test_copy_for_a_new_country_is_sound(tmp_path: Path) -> None:
    shutil.copy(SHIPPED / "content.yaml", tmp_path)
    for folder in ("knowledge", "uk/knowledge", "en/knowledge"):
        shutil.copytree(SHIPPED / folder, tmp_path / folder)
    (tmp_path / "knowledge/facts.yaml").unlink()
    found = check_content(tmp_path)
    assert (found.problems, found.warnings) == ((), ())
