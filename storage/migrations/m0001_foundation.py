"""People, drafts, proposals, consultations, subscriptions, and the two durable queues."""

STATEMENTS = (
    """
    CREATE TABLE people (
        id INTEGER PRIMARY KEY,
        language TEXT,
        language_code TEXT,
        is_reachable INTEGER NOT NULL DEFAULT 1 CHECK (is_reachable IN (0, 1)),
        met_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE consultations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        slug TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('call', 'remarks')),
        state TEXT NOT NULL
            CHECK (state IN ('draft', 'scheduled', 'open', 'closed', 'answered', 'withdrawn')),
        closes_at TEXT NOT NULL,
        url TEXT,
        created_at TEXT NOT NULL,
        published_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE consultation_texts (
        consultation_id INTEGER NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        summary TEXT NOT NULL,
        PRIMARY KEY (consultation_id, language)
    ) STRICT
    """,
    """
    CREATE TABLE drafts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL UNIQUE REFERENCES people (id),
        consultation_id INTEGER REFERENCES consultations (id),
        step TEXT NOT NULL,
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
        returns INTEGER NOT NULL CHECK (returns IN (0, 1)),
        answered_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE proposals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reference TEXT NOT NULL UNIQUE,
        draft_id INTEGER NOT NULL UNIQUE,
        author_id INTEGER REFERENCES people (id),
        consultation_id INTEGER REFERENCES consultations (id),
        state TEXT NOT NULL
            CHECK (state IN ('received', 'clarification', 'under_review', 'accepted', 'partly_accepted',
                             'declined', 'merged', 'in_plan', 'implemented', 'withdrawn')),
        title TEXT NOT NULL,
        problem TEXT NOT NULL,
        solution TEXT NOT NULL,
        contact TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL,
        consent_version INTEGER NOT NULL,
        submitted_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        revision INTEGER UNIQUE
    ) STRICT
    """,
    # Every change gives the row the next revision, so that an incremental pull can miss none.
    """
    CREATE TRIGGER proposals_added AFTER INSERT ON proposals BEGIN
        UPDATE proposals SET revision = (SELECT coalesce(max(revision), 0) + 1 FROM proposals)
        WHERE id = new.id;
    END
    """,
    """
    CREATE TRIGGER proposals_changed AFTER UPDATE ON proposals WHEN new.revision = old.revision BEGIN
        UPDATE proposals SET revision = (SELECT max(revision) + 1 FROM proposals) WHERE id = new.id;
    END
    """,
    "CREATE INDEX proposals_by_author ON proposals (author_id)",
    "CREATE INDEX proposals_by_consultation ON proposals (consultation_id)",
    """
    CREATE TABLE reference_numbers (
        year INTEGER PRIMARY KEY,
        last INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE subscriptions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL UNIQUE REFERENCES people (id),
        created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE inbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        bot_id INTEGER NOT NULL,
        update_id INTEGER NOT NULL,
        lane INTEGER,
        payload TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('received', 'applied', 'done', 'failed')),
        outcome TEXT,
        outcome_id INTEGER NOT NULL DEFAULT 0,
        incident TEXT,
        received_at TEXT NOT NULL,
        settled_at TEXT,
        UNIQUE (bot_id, update_id)
    ) STRICT
    """,
    "CREATE INDEX inbox_waiting ON inbox (bot_id, id) WHERE state IN ('received', 'applied')",
    "CREATE INDEX inbox_settled ON inbox (settled_at) WHERE state IN ('done', 'failed')",
    "CREATE INDEX inbox_by_lane ON inbox (lane, id) WHERE lane IS NOT NULL",
    """
    CREATE TABLE campaigns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        subject_id INTEGER NOT NULL,
        expanded_to INTEGER NOT NULL DEFAULT 0,
        until INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (kind, subject_id)
    ) STRICT
    """,
    """
    CREATE TABLE notices (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        campaign_id INTEGER REFERENCES campaigns (id),
        person_id INTEGER NOT NULL REFERENCES people (id),
        kind TEXT NOT NULL,
        subject_id INTEGER NOT NULL,
        state TEXT NOT NULL
            CHECK (state IN ('pending', 'claimed', 'sent', 'failed', 'unreachable', 'cancelled')),
        not_before TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        problem TEXT,
        created_at TEXT NOT NULL,
        settled_at TEXT,
        UNIQUE (campaign_id, person_id)
    ) STRICT
    """,
    "CREATE INDEX notices_due ON notices (not_before, id) WHERE state = 'pending'",
    "CREATE INDEX notices_claimed ON notices (id) WHERE state = 'claimed'",
    "CREATE INDEX notices_by_person ON notices (person_id)",
    """
    CREATE TABLE registrations (
        scope TEXT PRIMARY KEY,
        digest TEXT NOT NULL
    ) STRICT
    """,
)
