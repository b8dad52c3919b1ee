"""Questions passed on to the secretariat, letters being written, and what is counted of questions.

A notice may go to the secretariat's group, and a single one only once to the same chat about the same thing.
"""

STATEMENTS = (
    """
    CREATE TABLE asked (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id),
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        entity TEXT,
        offered TEXT NOT NULL CHECK (json_valid(offered)),
        entry TEXT,
        was_helpful INTEGER CHECK (was_helpful IN (0, 1)),
        asked_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX asked_by_person ON asked (person_id, id)",
    "CREATE INDEX asked_by_age ON asked (asked_at)",
    """
    CREATE TABLE attention (
        person_id INTEGER PRIMARY KEY REFERENCES people (id),
        entity TEXT NOT NULL,
        since TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE questions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        asker_id INTEGER REFERENCES people (id),
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        entity TEXT,
        state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
        asked_id INTEGER UNIQUE,
        letter_id INTEGER UNIQUE,
        asked_at TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT '',
        reply_id INTEGER UNIQUE,
        answered_by INTEGER,
        answered_at TEXT,
        was_helpful INTEGER CHECK (was_helpful IN (0, 1))
    ) STRICT
    """,
    "CREATE INDEX questions_open ON questions (id) WHERE state = 'open'",
    "CREATE INDEX questions_by_asker ON questions (asker_id)",
    "CREATE INDEX questions_by_age ON questions (asked_at)",
    """
    CREATE TABLE letters (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id),
        question_id INTEGER REFERENCES questions (id),
        text TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('asks', 'preview', 'aside')),
        typed_at TEXT,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX letters_by_person ON letters (person_id, coalesce(question_id, 0))",
    "CREATE UNIQUE INDEX letters_in_hand ON letters (person_id) WHERE state <> 'aside'",
    "CREATE INDEX letters_by_question ON letters (question_id)",
    # Counted without a person: nobody can be told from these rows.
    """
    CREATE TABLE question_counts (
        day TEXT NOT NULL,
        language TEXT NOT NULL,
        ending TEXT NOT NULL CHECK (ending IN ('answered', 'offered', 'abstained')),
        count INTEGER NOT NULL,
        PRIMARY KEY (day, language, ending)
    ) STRICT
    """,
    """
    CREATE TABLE unanswered (
        day TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, language, text)
    ) STRICT
    """,
    """
    CREATE TABLE feedback (
        day TEXT NOT NULL,
        entry TEXT NOT NULL,
        helpful INTEGER NOT NULL,
        unhelpful INTEGER NOT NULL,
        PRIMARY KEY (day, entry)
    ) STRICT
    """,
    # SQLite cannot take NOT NULL from a column: the table is made anew with its rows.
    """
    CREATE TABLE notices_anew (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campaign_id INTEGER REFERENCES campaigns (id),
        person_id INTEGER REFERENCES people (id),
        group_id INTEGER,
        kind TEXT NOT NULL,
        subject_id INTEGER NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('pending', 'claimed', 'sent', 'failed', 'unreachable', 'cancelled')),
        not_before TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        problem TEXT,
        created_at TEXT NOT NULL,
        settled_at TEXT,
        UNIQUE (campaign_id, person_id),
        CHECK ((person_id IS NULL) <> (group_id IS NULL))
    ) STRICT
    """,
    """
    INSERT INTO notices_anew (id, campaign_id, person_id, kind, subject_id, state, not_before, attempts,
        problem, created_at, settled_at)
    SELECT id, campaign_id, person_id, kind, subject_id, state, not_before, attempts, problem, created_at,
        settled_at
    FROM notices
    """,
    "DROP TABLE notices",
    "ALTER TABLE notices_anew RENAME TO notices",
    "CREATE INDEX notices_due ON notices (not_before, id) WHERE state = 'pending'",
    "CREATE INDEX notices_claimed ON notices (id) WHERE state = 'claimed'",
    "CREATE INDEX notices_by_person ON notices (person_id)",
    """
    CREATE UNIQUE INDEX notices_single ON notices (kind, subject_id, coalesce(person_id, group_id))
    WHERE campaign_id IS NULL
    """,
)
