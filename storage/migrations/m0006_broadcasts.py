"""Campaigns that can be paused and cancelled and that count their notices, and the messages that show how they go."""

STATEMENTS = (
    """
    ALTER TABLE campaigns ADD COLUMN state TEXT NOT NULL DEFAULT 'running'
        CHECK (state IN ('running', 'paused', 'cancelled', 'done'))
    """,
    # When nothing is left of it; a cancelled campaign has notices to put away until then.
    "ALTER TABLE campaigns ADD COLUMN ended_at TEXT",
    # Counted with every settlement, for counting a million notices takes its time.
    "ALTER TABLE campaigns ADD COLUMN queued INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE campaigns ADD COLUMN sent INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE campaigns ADD COLUMN failed INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE campaigns ADD COLUMN unreachable INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE campaigns ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0",
    # Messages a second, as measured last.
    "ALTER TABLE campaigns ADD COLUMN pace REAL NOT NULL DEFAULT 0",
    """
    UPDATE campaigns SET
        queued = (SELECT count(*) FROM notices AS n WHERE n.campaign_id = campaigns.id),
        sent = (SELECT count(*) FROM notices AS n WHERE n.campaign_id = campaigns.id AND n.state = 'sent'),
        failed = (SELECT count(*) FROM notices AS n WHERE n.campaign_id = campaigns.id AND n.state = 'failed'),
        unreachable =
            (SELECT count(*) FROM notices AS n WHERE n.campaign_id = campaigns.id AND n.state = 'unreachable'),
        cancelled =
            (SELECT count(*) FROM notices AS n WHERE n.campaign_id = campaigns.id AND n.state = 'cancelled')
    """,
    """
    UPDATE campaigns SET state = 'done', ended_at =
        coalesce((SELECT max(n.settled_at) FROM notices AS n WHERE n.campaign_id = campaigns.id), created_at)
    WHERE expanded_to >= until AND NOT EXISTS
        (SELECT 1 FROM notices AS n WHERE n.campaign_id = campaigns.id AND n.state IN ('pending', 'claimed'))
    """,
    "CREATE INDEX campaigns_open ON campaigns (id) WHERE ended_at IS NULL",
    # By campaign, so that what is paused is never in the way of what is not.
    "DROP INDEX notices_due",
    "CREATE INDEX notices_due ON notices (campaign_id, not_before, id) WHERE state = 'pending'",
    """
    CREATE TABLE broadcast_views (
        campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
        chat_id INTEGER NOT NULL,
        message_id INTEGER NOT NULL,
        PRIMARY KEY (campaign_id, chat_id)
    ) STRICT, WITHOUT ROWID
    """,
)
