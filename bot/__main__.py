"""`python -m bot` is `ogp-bot`."""

from bot.cli import main

main()
