"""Proposals from meetings: where they were collected, and the codes by which authors take them over; staff's mornings.

Of a code only its digest is kept. The tries are counted a person and day.
"""

STATEMENTS = (
    """
    CREATE TABLE gatherings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        held_on TEXT NOT NULL,
        letter_id INTEGER UNIQUE,
        created_at TEXT NOT NULL,
        UNIQUE (name, held_on)
    ) STRICT
    """,
    # A proposal that the secretariat has entered; the key is what a file calls it.
    """
    CREATE TABLE gathered (
        proposal_id INTEGER PRIMARY KEY REFERENCES proposals (id),
        gathering_id INTEGER NOT NULL REFERENCES gatherings (id),
        consent_version INTEGER NOT NULL,
        key TEXT UNIQUE,
        entered_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX gathered_by_gathering ON gathered (gathering_id)",
    "ALTER TABLE drafts ADD COLUMN gathering_id INTEGER REFERENCES gatherings (id)",
    """
    CREATE TABLE claims (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        digest TEXT NOT NULL UNIQUE,
        issued_at TEXT NOT NULL,
        used_at TEXT,
        revoked_at TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX claims_open ON claims (proposal_id) WHERE used_at IS NULL AND revoked_at IS NULL",
    """
    CREATE TABLE claim_tries (
        person_id INTEGER PRIMARY KEY REFERENCES people (id),
        day TEXT NOT NULL,
        tries INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE briefings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL UNIQUE,
        since TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE briefing_refusals (
        person_id INTEGER PRIMARY KEY REFERENCES people (id),
        since TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX notices_failed ON notices (settled_at) WHERE state = 'failed'",
)
