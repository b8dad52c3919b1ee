"""Subscriptions by topic, region, consultation and commitment, of people and of groups; digests; reminders."""

STATEMENTS = (
    """
    CREATE TABLE groups (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('group', 'supergroup', 'channel')),
        title TEXT NOT NULL DEFAULT '',
        language TEXT,
        is_reachable INTEGER NOT NULL DEFAULT 1 CHECK (is_reachable IN (0, 1)),
        met_at TEXT NOT NULL
    ) STRICT
    """,
    # SQLite cannot take NOT NULL from a column: the table is made anew with its rows. Who was subscribed before
    # hears of everything, at once.
    """
    CREATE TABLE subscriptions_anew (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER UNIQUE REFERENCES people (id),
        group_id INTEGER UNIQUE REFERENCES groups (id),
        is_broad INTEGER NOT NULL DEFAULT 1 CHECK (is_broad IN (0, 1)),
        topics TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(topics)),
        regions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(regions)),
        consultations TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consultations)),
        commitments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(commitments)),
        all_commitments INTEGER NOT NULL DEFAULT 0 CHECK (all_commitments IN (0, 1)),
        pace TEXT NOT NULL DEFAULT 'at_once' CHECK (pace IN ('at_once', 'daily', 'weekly')),
        told_to INTEGER NOT NULL DEFAULT 0,
        digest_at TEXT,
        paused_until TEXT,
        created_at TEXT NOT NULL,
        CHECK ((person_id IS NULL) <> (group_id IS NULL))
    ) STRICT
    """,
    """
    INSERT INTO subscriptions_anew (id, person_id, created_at) SELECT id, person_id, created_at FROM subscriptions
    """,
    "DROP TABLE subscriptions",
    "ALTER TABLE subscriptions_anew RENAME TO subscriptions",
    "CREATE INDEX subscriptions_due ON subscriptions (digest_at) WHERE digest_at IS NOT NULL",
    """
    CREATE INDEX subscriptions_to_commitments ON subscriptions (person_id)
    WHERE all_commitments OR commitments <> '[]'
    """,
    """
    CREATE INDEX subscriptions_to_consultations ON subscriptions (person_id) WHERE consultations <> '[]'
    """,
    """
    CREATE UNIQUE INDEX notices_to_groups ON notices (campaign_id, group_id)
    WHERE campaign_id IS NOT NULL AND group_id IS NOT NULL
    """,
    "CREATE INDEX notices_by_group ON notices (group_id) WHERE group_id IS NOT NULL",
    """
    CREATE TABLE digests (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER REFERENCES people (id),
        group_id INTEGER REFERENCES groups (id),
        after INTEGER NOT NULL,
        until INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        CHECK ((person_id IS NULL) <> (group_id IS NULL))
    ) STRICT
    """,
    "CREATE INDEX digests_by_person ON digests (person_id) WHERE person_id IS NOT NULL",
    "CREATE INDEX digests_by_group ON digests (group_id) WHERE group_id IS NOT NULL",
    """
    CREATE TABLE occasions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultations (id),
        lead TEXT NOT NULL CHECK (lead IN ('week', 'day')),
        closes_at TEXT NOT NULL,
        UNIQUE (consultation_id, lead, closes_at)
    ) STRICT
    """,
    """
    CREATE TABLE reminders (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id),
        consultation_id INTEGER NOT NULL REFERENCES consultations (id),
        moment TEXT NOT NULL CHECK (moment IN ('tomorrow', 'day_before')),
        due_at TEXT,
        created_at TEXT NOT NULL,
        told_at TEXT,
        UNIQUE (person_id, consultation_id, moment)
    ) STRICT
    """,
    "CREATE INDEX reminders_due ON reminders (due_at) WHERE told_at IS NULL AND due_at IS NOT NULL",
    """
    CREATE INDEX reminders_by_consultation ON reminders (consultation_id)
    WHERE told_at IS NULL AND due_at IS NULL
    """,
    "CREATE INDEX drafts_by_consultation ON drafts (consultation_id) WHERE consultation_id IS NOT NULL",
)
