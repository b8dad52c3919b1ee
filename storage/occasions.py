"""Occasions' rows: what closes soon, and who wants to be reminded of what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.consultations import ConsultationId
from bot.domain.notices import NoticeKind
from bot.domain.occasions import Lead, Occasion, OccasionId, Reminder, ReminderId, ReminderMoment
from bot.domain.people import PersonId
from storage.rows import Connection, Row, maybe_moment_of, moment_of, text_of
from storage.subscribers import AT_ONCE, NOT_YET, OF_CONSULTATION

_REMINDER = "SELECT id, person_id, consultation_id, moment, due_at, created_at, told_at FROM reminders"
#: Open consultations whose deadline has come so near (`:lead`) and of which that has not been told.
_CLOSING = """
    FROM consultations AS k
    WHERE k.state = 'open' AND k.closes_at > :least AND k.closes_at <= :most AND NOT EXISTS (
        SELECT 1 FROM occasions AS o
        WHERE o.consultation_id = k.id AND o.lead = :lead AND o.closes_at = k.closes_at
    )
"""


@dataclass(frozen=True)
class Occasions:
    """What people are reminded of."""

    connection: Connection

    async def get(self, occasion_id: OccasionId) -> Occasion | None:
        """The occasion, or None."""
        row = await self.connection.one(
            "SELECT id, consultation_id, lead, closes_at FROM occasions WHERE id = ?", (occasion_id,)
        )
        return None if row is None else _occasion(row)

    async def closing(self, lead: Lead, *, now: datetime, limit: int) -> Sequence[Occasion]:
        """Consultations that close so soon and of which nobody has been told that yet; ids are 0."""
        rows = await self.connection.all(
            f"SELECT 0 AS id, k.id AS consultation_id, :lead AS lead, k.closes_at {_CLOSING} LIMIT :limit",
            {
                "lead": lead,
                "least": text_of(now + lead.latest),
                "most": text_of(now + lead.time),
                "limit": limit,
            },
        )
        return [_occasion(row) for row in rows]

    async def add(self, occasion: Occasion) -> OccasionId:
        """Store it; once a consultation, lead and deadline."""
        row = await self.connection.one(
            "INSERT INTO occasions (consultation_id, lead, closes_at) VALUES (?, ?, ?) RETURNING id",
            (occasion.consultation_id, occasion.lead, text_of(occasion.closes_at)),
        )
        assert row is not None
        return OccasionId(row["id"])

    async def told_deadline_at(self, consultation_id: ConsultationId) -> datetime | None:
        """When people were last told of the deadline: at the opening, or as it was moved."""
        row = await self.connection.one(
            """
            SELECT max(coalesce(k.published_at, k.created_at), coalesce((
                SELECT max(h.changed_at) FROM consultation_changes AS h
                WHERE h.consultation_id = k.id AND h.event = 'changed' AND EXISTS (
                    SELECT 1 FROM json_each(h.fields) AS j WHERE j.value ->> 'field' = 'closes_at'
                )
            ), '')) AS told FROM consultations AS k WHERE k.id = ?
            """,
            (consultation_id,),
        )
        return None if row is None else moment_of(row["told"])

    async def tell_writers(self, campaign_id: int, consultation_id: ConsultationId, *, now: datetime) -> int:
        """Tell those first who have begun a proposal to the consultation; how many.

        They are told of their draft, in place of its reminder. Who was reminded of it before is not again: as
        a subscriber they hear that the consultation closes, as everybody does, but first.
        """
        values = {"campaign": campaign_id, "consultation": consultation_id, "now": text_of(now)}
        drafts = """
            SELECT d.person_id, max(CASE WHEN d.reminded_at IS NULL THEN d.id END) AS unreminded
            FROM drafts AS d JOIN people AS p ON p.id = d.person_id
            WHERE d.consultation_id = :consultation AND d.proposal_id IS NULL AND d.answers <> '{}'
                AND p.is_reachable
            GROUP BY d.person_id
        """
        told = await self.connection.run(
            f"""
            INSERT INTO notices (campaign_id, person_id, kind, subject_id, state, not_before, created_at)
            SELECT c.id, w.person_id, iif(w.unreminded IS NULL, c.kind, '{NoticeKind.DRAFT_CLOSING}'),
                coalesce(w.unreminded, c.subject_id), 'pending', :now, :now
            FROM campaigns AS c JOIN ({drafts}) AS w
            WHERE c.id = :campaign AND (w.unreminded IS NOT NULL OR (c.until > 0 AND EXISTS (
                SELECT 1 FROM subscriptions AS s
                WHERE s.person_id = w.person_id AND {AT_ONCE} AND {OF_CONSULTATION} {NOT_YET}
            )))
            ON CONFLICT (campaign_id, person_id) DO NOTHING
            """,  # noqa: S608  (constants of ours)
            values,
        )
        await self.connection.run(
            """
            UPDATE drafts SET reminded_at = :now
            WHERE consultation_id = :consultation AND proposal_id IS NULL AND reminded_at IS NULL
            """,
            values,
        )
        return told

    async def tell_askers(
        self,
        campaign_id: int,
        consultation_id: ConsultationId,
        *,
        now: datetime,
        due_by: datetime,
        is_day_before: bool,
    ) -> int:
        """Tell those who have asked to be reminded of it about now; how many.

        Args:
            campaign_id: that it closes soon.
            consultation_id: which.
            now: the moment.
            due_by: who is to be reminded by then hears of it now, and not of the same twice.
            is_day_before: whether it is the last day, of which some want to be reminded whenever that is.
        """
        values = {
            "campaign": campaign_id,
            "consultation": consultation_id,
            "now": text_of(now),
            "due_by": text_of(due_by),
            "is_day_before": is_day_before,
        }
        due = """
            r.consultation_id = :consultation AND r.told_at IS NULL
            AND CASE WHEN r.due_at IS NULL THEN :is_day_before ELSE r.due_at <= :due_by END
        """
        told = await self.connection.run(
            f"""
            INSERT INTO notices (campaign_id, person_id, kind, subject_id, state, not_before, created_at)
            SELECT :campaign, r.person_id, '{NoticeKind.CONSULTATION_REMINDER}', r.id, 'pending', :now, :now
            FROM reminders AS r WHERE {due}
                AND NOT EXISTS (
                    SELECT 1 FROM proposals AS q WHERE q.author_id = r.person_id
                        AND q.consultation_id = r.consultation_id AND q.state <> 'withdrawn'
                )
            ON CONFLICT (campaign_id, person_id) DO NOTHING
            """,  # noqa: S608  (constants of ours)
            values,
        )
        await self.connection.run(
            f"UPDATE reminders AS r SET told_at = :now WHERE {due}",  # noqa: S608  (a constant of ours)
            values,
        )
        return told

    async def remind(self, reminder: Reminder) -> ReminderId:
        """Remember that somebody wants to be reminded; one of a kind and consultation, the last one counts."""
        values = {
            **reminder.model_dump(exclude={"id", "told_at"}),
            "due_at": text_of(reminder.due_at),
            "created_at": text_of(reminder.created_at),
        }
        await self.connection.run(
            """
            DELETE FROM reminders
            WHERE person_id = :person_id AND consultation_id = :consultation_id AND moment = :moment
            """,
            values,
        )
        row = await self.connection.one(
            """
            INSERT INTO reminders (person_id, consultation_id, moment, due_at, created_at)
            VALUES (:person_id, :consultation_id, :moment, :due_at, :created_at) RETURNING id
            """,
            values,
        )
        assert row is not None
        return ReminderId(row["id"])

    async def forget(self, person_id: PersonId, consultation_id: ConsultationId | None = None) -> int:
        """The person does not want to be reminded of it after all; how many wishes that was.

        Of anything, where no consultation is named: then what they were reminded of is forgotten, too.
        """
        return await self.connection.run(
            """
            DELETE FROM reminders
            WHERE person_id = :person AND (:consultation IS NULL OR (consultation_id = :consultation AND told_at IS NULL))
            """,
            {"person": person_id, "consultation": consultation_id},
        )

    async def reminder(self, reminder_id: ReminderId) -> Reminder | None:
        """One wish, or None."""
        row = await self.connection.one(f"{_REMINDER} WHERE id = ?", (reminder_id,))
        return None if row is None else _reminder(row)

    async def reminders(self, person_id: PersonId, consultation_id: ConsultationId) -> Sequence[Reminder]:
        """What the person is still to be reminded of."""
        rows = await self.connection.all(
            f"{_REMINDER} WHERE person_id = ? AND consultation_id = ? AND told_at IS NULL ORDER BY id",
            (person_id, consultation_id),
        )
        return [_reminder(row) for row in rows]

    async def has_proposed(self, person_id: PersonId, consultation_id: ConsultationId) -> bool:
        """Whether the person has sent a proposal to the consultation."""
        row = await self.connection.one(
            "SELECT 1 FROM proposals WHERE author_id = ? AND consultation_id = ? AND state <> 'withdrawn'",
            (person_id, consultation_id),
        )
        return row is not None

    async def any_due(self, *, now: datetime) -> bool:
        """Whether somebody is to be reminded now."""
        row = await self.connection.one(
            "SELECT 1 FROM reminders WHERE told_at IS NULL AND due_at IS NOT NULL AND due_at <= ? LIMIT 1",
            (text_of(now),),
        )
        return row is not None

    async def queue_due(self, *, now: datetime, limit: int) -> int:
        """Queue what people are to be reminded of now; how many, at the most the limit."""
        values = {"now": text_of(now), "limit": limit}
        due = """
            SELECT id FROM reminders WHERE told_at IS NULL AND due_at IS NOT NULL AND due_at <= :now
            ORDER BY due_at, id LIMIT :limit
        """
        await self.connection.run(
            f"""
            INSERT INTO notices (person_id, kind, subject_id, state, not_before, created_at)
            SELECT person_id, '{NoticeKind.CONSULTATION_REMINDER}', id, 'pending', :now, :now
            FROM reminders WHERE id IN ({due})
            """,  # noqa: S608  (constants of ours)
            values,
        )
        return await self.connection.run(
            f"UPDATE reminders SET told_at = :now WHERE id IN ({due})",  # noqa: S608  (a constant of ours)
            values,
        )


def _occasion(row: Row) -> Occasion:
    return Occasion(
        id=OccasionId(row["id"]),
        consultation_id=row["consultation_id"],
        lead=Lead(row["lead"]),
        closes_at=moment_of(row["closes_at"]),
    )


def _reminder(row: Row) -> Reminder:
    return Reminder(
        id=ReminderId(row["id"]),
        person_id=row["person_id"],
        consultation_id=row["consultation_id"],
        moment=ReminderMoment(row["moment"]),
        due_at=maybe_moment_of(row["due_at"]),
        created_at=moment_of(row["created_at"]),
        told_at=maybe_moment_of(row["told_at"]),
    )
