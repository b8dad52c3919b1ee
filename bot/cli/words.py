"""The command line's own texts: in the terminal's language, English where that is not offered."""

import os
from zoneinfo import ZoneInfo

from bot.settings import SHIPPED
from bot.texts import Speaker, Texts, choose


def _speaker() -> Speaker:
    """By the usual variables (POSIX, "Environment Variables": LC_ALL, LC_MESSAGES, LANG)."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    offered = sorted((path.parent.name for path in SHIPPED.glob("*/cli.ftl")), key=lambda code: code != "en")
    language = choose(named.partition("_")[0].partition(".")[0], offered)
    return Texts.load(SHIPPED, languages=[language], zone=ZoneInfo("UTC")).speaker(language)


say = _speaker()
