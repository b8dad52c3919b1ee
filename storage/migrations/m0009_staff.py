"""Members of the secretariat with their roles, invitations, their command menus, and the audit log.

Whoever has ever acted for the secretariat keeps a row: the audit log names them by it, also after they have erased
their data. The log only grows. One change of a row is allowed: the id of a person whom it was about goes, where that
person erases their data.
"""

STATEMENTS = (
    """
    CREATE TABLE members (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER UNIQUE,
        name TEXT NOT NULL DEFAULT '',
        role TEXT CHECK (role IN ('observer', 'officer', 'administrator')),
        invited_by INTEGER REFERENCES members (id),
        since TEXT NOT NULL,
        ended_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE invitations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        digest TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL CHECK (role IN ('observer', 'officer', 'administrator')),
        invited_by INTEGER REFERENCES members (id),
        created_at TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        used_by INTEGER REFERENCES members (id),
        used_at TEXT,
        revoked_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE menus (
        bot_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (bot_id, person_id)
    ) STRICT
    """,
    # Menus of the settings' administrators were remembered there; they are told anew.
    "DELETE FROM registrations WHERE scope GLOB '*/commands/[0-9]*'",
    """
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        member_id INTEGER REFERENCES members (id),
        verb TEXT NOT NULL,
        noun TEXT NOT NULL,
        subject TEXT NOT NULL DEFAULT '',
        person_id INTEGER,
        details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
        done_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX audit_by_member ON audit (member_id, id)",
    "CREATE INDEX audit_by_subject ON audit (noun, subject, id)",
    "CREATE INDEX audit_by_verb ON audit (verb, id)",
    "CREATE INDEX audit_by_time ON audit (done_at)",
    "CREATE INDEX audit_by_person ON audit (person_id) WHERE person_id IS NOT NULL",
    """
    CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
    WHEN new.person_id IS NOT NULL OR (new.id, new.verb, new.noun, new.subject, new.details, new.done_at)
        IS NOT (old.id, old.verb, old.noun, old.subject, old.details, old.done_at)
        OR new.member_id IS NOT old.member_id
    BEGIN
        SELECT raise(ABORT, 'audit is never changed');
    END
    """,
    """
    CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = new.id)
    BEGIN
        SELECT raise(ABORT, 'audit is never changed');
    END
    """,
    """
    CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit BEGIN
        SELECT raise(ABORT, 'audit is never deleted');
    END
    """,
)
