"""Proposals with all their fields, history, attachments, supporters and receipts; blocks; commitments.

A person may keep several drafts, of which one is in hand. A draft of a proposal that was submitted already
holds its correction.
"""

STATEMENTS = (
    "ALTER TABLE people ADD COLUMN quiet_from INTEGER CHECK (quiet_from BETWEEN 0 AND 1439)",
    "ALTER TABLE people ADD COLUMN quiet_until INTEGER CHECK (quiet_until BETWEEN 0 AND 1439)",
    # SQLite cannot take UNIQUE from a column: the table is made anew with its rows.
    """
    CREATE TABLE drafts_anew (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES people (id),
        consultation_id INTEGER REFERENCES consultations (id),
        proposal_id INTEGER REFERENCES proposals (id),
        mode TEXT NOT NULL DEFAULT 'full' CHECK (mode IN ('full', 'quick')),
        step TEXT NOT NULL,
        answers TEXT NOT NULL CHECK (json_valid(answers)),
        parts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(parts)),
        is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
        returns INTEGER NOT NULL CHECK (returns IN (0, 1)),
        shown_id INTEGER,
        screen_id INTEGER,
        reminded_at TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO drafts_anew (id, person_id, consultation_id, step, answers, is_open, returns, created_at,
        updated_at)
    SELECT id, person_id, consultation_id, step, answers, is_open, returns, created_at, updated_at FROM drafts
    """,
    "DROP TABLE drafts",
    "ALTER TABLE drafts_anew RENAME TO drafts",
    "CREATE INDEX drafts_by_person ON drafts (person_id)",
    "CREATE UNIQUE INDEX drafts_in_hand ON drafts (person_id) WHERE is_open",
    "CREATE UNIQUE INDEX drafts_of_proposals ON drafts (proposal_id) WHERE proposal_id IS NOT NULL",
    "CREATE INDEX drafts_unreminded ON drafts (updated_at) WHERE reminded_at IS NULL",
    "ALTER TABLE proposals ADD COLUMN expected_result TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN ogp_values TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(ogp_values))",
    "ALTER TABLE proposals ADD COLUMN goal INTEGER CHECK (goal BETWEEN 1 AND 17)",
    "ALTER TABLE proposals ADD COLUMN region TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN topic TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN responsible_body TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN partners TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN time_frame TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN indicator TEXT NOT NULL DEFAULT ''",
    # Before there was a choice, a contact was given or not, and nothing was shown to others.
    """
    ALTER TABLE proposals ADD COLUMN identity TEXT NOT NULL DEFAULT 'named'
        CHECK (identity IN ('public', 'named', 'anonymous'))
    """,
    "ALTER TABLE proposals ADD COLUMN author_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN content_hash TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN text_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE proposals ADD COLUMN reply_by TEXT",
    "ALTER TABLE proposals ADD COLUMN response TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN responded_at TEXT",
    "ALTER TABLE proposals ADD COLUMN responded_by INTEGER",
    "ALTER TABLE proposals ADD COLUMN commitment TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposals ADD COLUMN merged_into INTEGER REFERENCES proposals (id)",
    "ALTER TABLE proposals ADD COLUMN has_appealed INTEGER NOT NULL DEFAULT 0 CHECK (has_appealed IN (0, 1))",
    "ALTER TABLE proposals ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1))",
    "ALTER TABLE proposals ADD COLUMN endorsements INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX proposals_by_text ON proposals (text_key)",
    "CREATE INDEX proposals_by_state ON proposals (state, id)",
    "CREATE INDEX proposals_by_support ON proposals (endorsements DESC, id DESC)",
    "CREATE INDEX proposals_by_commitment ON proposals (commitment) WHERE commitment <> ''",
    "CREATE INDEX proposals_merged ON proposals (merged_into) WHERE merged_into IS NOT NULL",
    """
    CREATE TABLE proposal_versions (
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        number INTEGER NOT NULL,
        draft_id INTEGER UNIQUE,
        content TEXT NOT NULL CHECK (json_valid(content)),
        content_hash TEXT NOT NULL,
        written_at TEXT NOT NULL,
        PRIMARY KEY (proposal_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE proposal_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        was TEXT,
        became TEXT NOT NULL,
        actor TEXT NOT NULL CHECK (actor IN ('author', 'staff')),
        actor_id INTEGER,
        letter_id INTEGER UNIQUE,
        reason TEXT NOT NULL DEFAULT '',
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX proposal_changes_by_proposal ON proposal_changes (proposal_id, id)",
    """
    CREATE TABLE endorsements (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        person_id INTEGER NOT NULL REFERENCES people (id),
        endorsed_at TEXT NOT NULL,
        UNIQUE (proposal_id, person_id)
    ) STRICT
    """,
    "CREATE INDEX endorsements_by_person ON endorsements (person_id)",
    """
    CREATE TABLE milestones (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        endorsements INTEGER NOT NULL,
        reached_at TEXT NOT NULL,
        UNIQUE (proposal_id, endorsements)
    ) STRICT
    """,
    """
    CREATE TABLE attachments (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER REFERENCES people (id),
        draft_id INTEGER REFERENCES drafts (id) ON DELETE CASCADE,
        proposal_id INTEGER REFERENCES proposals (id),
        message_id INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('document', 'photo', 'voice', 'audio', 'video')),
        name TEXT NOT NULL,
        mime TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        caption TEXT NOT NULL DEFAULT '',
        added_at TEXT NOT NULL,
        UNIQUE (draft_id, message_id)
    ) STRICT
    """,
    "CREATE INDEX attachments_by_proposal ON attachments (proposal_id) WHERE proposal_id IS NOT NULL",
    "CREATE INDEX attachments_by_person ON attachments (person_id)",
    "CREATE INDEX attachments_by_content ON attachments (sha256)",
    # The words by which similar proposals are found, each in its base form.
    """
    CREATE TABLE proposal_words (
        word TEXT NOT NULL,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        PRIMARY KEY (word, proposal_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX proposal_words_by_proposal ON proposal_words (proposal_id)",
    # What was received, for good: rows are added, never changed, so that civil society can check it.
    """
    CREATE TABLE receipts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        reference TEXT NOT NULL,
        version INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        received_at TEXT NOT NULL,
        day TEXT NOT NULL,
        UNIQUE (reference, version)
    ) STRICT
    """,
    "CREATE INDEX receipts_by_day ON receipts (day, number)",
    """
    CREATE TABLE receipt_days (
        day TEXT PRIMARY KEY,
        receipts INTEGER NOT NULL,
        previous TEXT NOT NULL,
        digest TEXT NOT NULL,
        closed_at TEXT NOT NULL
    ) STRICT
    """,
    *(
        f"""
        CREATE TRIGGER {table}_never_{verb} BEFORE {sql} ON {table} BEGIN
            SELECT raise(ABORT, '{table} are never {verb}');
        END
        """
        for table in ("receipts", "receipt_days")
        for verb, sql in (("changed", "UPDATE"), ("deleted", "DELETE"))
    ),
    """
    CREATE TABLE blocks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL UNIQUE REFERENCES people (id),
        reason TEXT NOT NULL,
        blocked_by INTEGER,
        blocked_at TEXT NOT NULL,
        letter_id INTEGER UNIQUE,
        appeal TEXT NOT NULL DEFAULT '',
        appealed_at TEXT,
        appeal_letter_id INTEGER UNIQUE,
        kept_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE commitment_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        commitment TEXT NOT NULL,
        status TEXT NOT NULL
            CHECK (status IN ('not_started', 'limited', 'substantial', 'completed', 'withdrawn')),
        note TEXT NOT NULL DEFAULT '',
        changed_by INTEGER,
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX commitment_changes_by_commitment ON commitment_changes (commitment, id)",
    # A letter may also be about a proposal: a clarification, a decision, an appeal.
    "ALTER TABLE letters ADD COLUMN purpose TEXT NOT NULL DEFAULT 'question'",
    "ALTER TABLE letters ADD COLUMN subject_id INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE letters ADD COLUMN choice TEXT NOT NULL DEFAULT ''",
    "UPDATE letters SET purpose = 'reply' WHERE question_id IS NOT NULL",
    "DROP INDEX letters_by_person",
    """
    CREATE UNIQUE INDEX letters_by_person
    ON letters (person_id, purpose, coalesce(question_id, 0), subject_id)
    """,
)
