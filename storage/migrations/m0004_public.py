"""Proposals taken out of public view, searches among public ones, and why a contested block stands."""

STATEMENTS = (
    # Telegram's own id of a file, while its name there is the name that we hand out: sent again without its bytes.
    "ALTER TABLE attachments ADD COLUMN file_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE blocks ADD COLUMN keep_reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE blocks ADD COLUMN keep_letter_id INTEGER",
    "CREATE UNIQUE INDEX blocks_by_keep_letter ON blocks (keep_letter_id) WHERE keep_letter_id IS NOT NULL",
    """
    CREATE TABLE hidings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        step TEXT NOT NULL CHECK (step IN ('hidden', 'contested', 'kept', 'shown')),
        rule TEXT NOT NULL,
        actor_id INTEGER,
        letter_id INTEGER UNIQUE,
        reason TEXT NOT NULL DEFAULT '',
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX hidings_by_proposal ON hidings (proposal_id, id)",
    """
    CREATE TABLE searches (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id),
        consultation_id INTEGER REFERENCES consultations (id),
        words TEXT NOT NULL DEFAULT '',
        asked_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX searches_by_person ON searches (person_id)",
    # Of one person's searches, one at the most waits for its words.
    "CREATE UNIQUE INDEX searches_waiting ON searches (person_id) WHERE words = ''",
)
