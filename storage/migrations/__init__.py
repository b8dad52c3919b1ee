"""Numbered, append-only steps from an empty file to the present schema.

A step and the record that it has been taken share a transaction, so a crash leaves either both or neither.
"""

import asyncio
from collections.abc import Sequence

import aiosqlite

from storage.migrations import (
    m0001_foundation,
    m0002_questions,
    m0003_proposals,
    m0004_public,
    m0005_commitments,
    m0006_broadcasts,
    m0007_consultations,
    m0008_subscriptions,
    m0009_staff,
    m0010_desk,
    m0011_topics,
    m0012_offline,
)

STEPS: Sequence[Sequence[str]] = (
    m0001_foundation.STATEMENTS,
    m0002_questions.STATEMENTS,
    m0003_proposals.STATEMENTS,
    m0004_public.STATEMENTS,
    m0005_commitments.STATEMENTS,
    m0006_broadcasts.STATEMENTS,
    m0007_consultations.STATEMENTS,
    m0008_subscriptions.STATEMENTS,
    m0009_staff.STATEMENTS,
    m0010_desk.STATEMENTS,
    m0011_topics.STATEMENTS,
    m0012_offline.STATEMENTS,
)
HEAD = len(STEPS)


async def run(connection: aiosqlite.Connection, version: int, *, application_id: int) -> None:
    """Take every step after `version`.

    Args:
        connection: the writer, in autocommit mode.
        version: how many steps the file has behind it.
        application_id: SQLite's mark of whose file it is.
    """
    for number, statements in enumerate(STEPS[version:], start=version + 1):
        try:
            await connection.execute("BEGIN IMMEDIATE")
            # Two processes may open a new file at once; the second finds the step taken.
            taken = next(iter(await connection.execute_fetchall("PRAGMA user_version")))[0]
            if taken < number:
                for statement in statements:
                    await connection.execute(statement)
                await connection.execute(f"PRAGMA application_id = {application_id}")
                await connection.execute(f"PRAGMA user_version = {number}")
            await connection.commit()
        except BaseException:
            await asyncio.shield(connection.rollback())
            raise
