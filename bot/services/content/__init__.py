"""The content as files: read with its lines, checked against itself, and swapped while the bot runs."""
