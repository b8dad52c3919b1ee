"""The whole notice of a consultation, its documents, its history, and officers' work on it."""

STATEMENTS = (
    "ALTER TABLE consultations ADD COLUMN opens_at TEXT",
    "ALTER TABLE consultations ADD COLUMN topics TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(topics))",
    "ALTER TABLE consultations ADD COLUMN regions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(regions))",
    "ALTER TABLE consultations ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX consultations_by_state ON consultations (state, closes_at)",
    "ALTER TABLE consultation_texts ADD COLUMN authority TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE consultation_texts ADD COLUMN affected TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE consultation_texts ADD COLUMN consequences TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE consultation_texts ADD COLUMN ways TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE consultation_documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        url TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        mime TEXT NOT NULL DEFAULT '',
        size INTEGER NOT NULL DEFAULT 0,
        sha256 TEXT NOT NULL DEFAULT '',
        file_id TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX consultation_documents_by_consultation ON consultation_documents (consultation_id, position)",
    "CREATE INDEX consultation_documents_by_content ON consultation_documents (sha256) WHERE sha256 <> ''",
    """
    CREATE TABLE consultation_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        consultation_id INTEGER NOT NULL REFERENCES consultations (id),
        event TEXT NOT NULL CHECK (event IN ('scheduled', 'unscheduled', 'missed', 'opened', 'changed', 'closed',
            'withdrawn', 'answered')),
        actor_id INTEGER,
        draft_id INTEGER UNIQUE,
        note TEXT NOT NULL DEFAULT '',
        fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(fields)),
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX consultation_changes_by_consultation ON consultation_changes (consultation_id, id)",
    """
    CREATE TABLE consultation_drafts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id),
        intent TEXT NOT NULL CHECK (intent IN ('prepare', 'correct', 'close', 'withdraw', 'answer')),
        consultation_id INTEGER REFERENCES consultations (id),
        sequence INTEGER NOT NULL DEFAULT 0,
        step TEXT NOT NULL,
        base TEXT NOT NULL CHECK (json_valid(base)),
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        parts TEXT NOT NULL CHECK (json_valid(parts)),
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
        returns INTEGER NOT NULL CHECK (returns IN (0, 1)),
        shown_id INTEGER,
        screen_id INTEGER,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX consultation_drafts_in_hand ON consultation_drafts (person_id) WHERE is_open",
    "CREATE INDEX consultation_drafts_by_person ON consultation_drafts (person_id, updated_at)",
)
