"""The secretariat's forum: what it is to the bot, its topics, and which notices go into which.

A topic is a row before Telegram is asked for it, and whatever changes its case marks the row, by whichever way it is
changed. A group that has become a supergroup is known by its new id. The operator's chores are written down. An answer that is written in a topic is a letter
of the message that it stands in.
"""

_CHANGED = """
    UPDATE topics SET wanted = wanted + 1 WHERE noun = '{noun}' AND subject_id = {row}
"""

STATEMENTS = (
    """
    CREATE TABLE forums (
        group_id INTEGER PRIMARY KEY,
        standing TEXT NOT NULL CHECK (standing IN ('unseen', 'ready', 'no_right', 'plain', 'away')),
        seen_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE group_moves (
        old_id INTEGER PRIMARY KEY,
        new_id INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE topics (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        group_id INTEGER NOT NULL,
        noun TEXT NOT NULL CHECK (noun IN ('proposal', 'question', 'block')),
        subject_id INTEGER NOT NULL,
        thread_id INTEGER,
        told TEXT NOT NULL DEFAULT '',
        is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
        wanted INTEGER NOT NULL DEFAULT 1,
        done INTEGER NOT NULL DEFAULT 0,
        created_at TEXT NOT NULL,
        UNIQUE (noun, subject_id, group_id)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX topics_by_thread ON topics (group_id, thread_id) WHERE thread_id IS NOT NULL",
    "CREATE INDEX topics_due ON topics (id) WHERE wanted > done",
    "ALTER TABLE notices ADD COLUMN topic_id INTEGER REFERENCES topics (id)",
    "CREATE INDEX notices_by_topic ON notices (topic_id) WHERE topic_id IS NOT NULL",
    """
    CREATE TABLE upkeep (
        name TEXT PRIMARY KEY,
        done_at TEXT NOT NULL
    ) STRICT
    """,
    "ALTER TABLE letters ADD COLUMN message_id INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX letters_by_person",
    """
    CREATE UNIQUE INDEX letters_by_person
    ON letters (person_id, purpose, coalesce(question_id, 0), subject_id, message_id)
    """,
    "CREATE INDEX letters_of_topics ON letters (created_at) WHERE message_id <> 0",
    *(
        f"CREATE TRIGGER topics_follow_{name} AFTER {event} BEGIN {_CHANGED.format(noun=noun, row=row)}; END"
        for name, event, noun, row in (
            ("proposals", "UPDATE OF state, title ON proposals", "proposal", "new.id"),
            ("hidings", "INSERT ON hidings", "proposal", "new.proposal_id"),
            ("questions", "UPDATE OF state, text ON questions", "question", "new.id"),
            ("blocks", "UPDATE ON blocks", "block", "new.id"),
            ("lifted_blocks", "DELETE ON blocks", "block", "old.id"),
        )
    ),
)
