"""The desk: its filters and marks, whose case is whose, notes, decisions on many at once, lateness."""

STATEMENTS = (
    # What a member of the secretariat has narrowed the desk down to, and marked there.
    """
    CREATE TABLE desk_views (
        person_id INTEGER PRIMARY KEY REFERENCES people (id),
        filters TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(filters)),
        page INTEGER NOT NULL DEFAULT 0,
        asked_at TEXT
    ) STRICT
    """,
    # The same text in another language, for whoever reads that one.
    "ALTER TABLE letters ADD COLUMN other TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letters ADD COLUMN other_language TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letters ADD COLUMN writes_other INTEGER NOT NULL DEFAULT 0 CHECK (writes_other IN (0, 1))",
    "ALTER TABLE proposal_changes ADD COLUMN other TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE proposal_changes ADD COLUMN other_language TEXT NOT NULL DEFAULT ''",
    # Since when a response is late: the first date that was promised. Until then it is in `reply_by`, which
    # moves on each time that it has passed.
    "ALTER TABLE proposals ADD COLUMN late_since TEXT",
    """
    CREATE INDEX proposals_due ON proposals (coalesce(late_since, reply_by), id)
    WHERE state IN ('received', 'under_review')
    """,
    """
    CREATE TABLE assignments (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER REFERENCES proposals (id),
        question_id INTEGER REFERENCES questions (id),
        member_id INTEGER NOT NULL REFERENCES members (id),
        given_by INTEGER REFERENCES members (id),
        since TEXT NOT NULL,
        ended_at TEXT,
        CHECK ((proposal_id IS NULL) <> (question_id IS NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX assignments_of_proposals ON assignments (proposal_id)
    WHERE proposal_id IS NOT NULL AND ended_at IS NULL
    """,
    """
    CREATE UNIQUE INDEX assignments_of_questions ON assignments (question_id)
    WHERE question_id IS NOT NULL AND ended_at IS NULL
    """,
    "CREATE INDEX assignments_by_member ON assignments (member_id) WHERE ended_at IS NULL",
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER REFERENCES proposals (id),
        question_id INTEGER REFERENCES questions (id),
        actor_id INTEGER,
        letter_id INTEGER UNIQUE,
        text TEXT NOT NULL,
        written_at TEXT NOT NULL,
        CHECK ((proposal_id IS NULL) <> (question_id IS NULL))
    ) STRICT
    """,
    "CREATE INDEX notes_by_proposal ON notes (proposal_id, id) WHERE proposal_id IS NOT NULL",
    """
    CREATE TABLE desk_marks (
        person_id INTEGER NOT NULL REFERENCES people (id),
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        PRIMARY KEY (person_id, proposal_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE bulks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER,
        became TEXT NOT NULL,
        letter_id INTEGER UNIQUE,
        created_at TEXT NOT NULL,
        sent_at TEXT
    ) STRICT
    """,
    "CREATE INDEX bulks_by_person ON bulks (person_id) WHERE sent_at IS NULL",
    """
    CREATE TABLE bulk_items (
        bulk_id INTEGER NOT NULL REFERENCES bulks (id),
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        seen INTEGER NOT NULL,
        version INTEGER NOT NULL,
        outcome TEXT CHECK (outcome IN ('done', 'withdrawn', 'decided', 'changed', 'unfit')),
        PRIMARY KEY (bulk_id, proposal_id)
    ) STRICT, WITHOUT ROWID
    """,
    # Every promised date that has passed, with the one that took its place.
    """
    CREATE TABLE lateness (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        due_at TEXT NOT NULL,
        next_at TEXT NOT NULL,
        noticed_at TEXT NOT NULL,
        UNIQUE (proposal_id, due_at)
    ) STRICT
    """,
    "CREATE INDEX proposals_promised ON proposals (reply_by, id) WHERE state IN ('received', 'under_review')",
    # One message a day and recipient: a member of their own cases, everybody (no member) of nobody's.
    """
    CREATE TABLE warnings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        member_id INTEGER REFERENCES members (id),
        day TEXT NOT NULL,
        created_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX warnings_a_day ON warnings (day, coalesce(member_id, 0))",
    """
    CREATE TABLE warned (
        proposal_id INTEGER NOT NULL REFERENCES proposals (id),
        reply_by TEXT NOT NULL,
        warning_id INTEGER NOT NULL REFERENCES warnings (id),
        PRIMARY KEY (proposal_id, reply_by)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX warned_of ON warned (warning_id)",
    "CREATE INDEX notes_by_question ON notes (question_id, id) WHERE question_id IS NOT NULL",
)
