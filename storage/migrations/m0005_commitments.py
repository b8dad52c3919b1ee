"""Statuses of commitments: the page that one refers to, and the letter in which it was written."""

STATEMENTS = (
    "ALTER TABLE commitment_changes ADD COLUMN link TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE commitment_changes ADD COLUMN letter_id INTEGER",
    """
    CREATE UNIQUE INDEX commitment_changes_by_letter ON commitment_changes (letter_id)
    WHERE letter_id IS NOT NULL
    """,
)
