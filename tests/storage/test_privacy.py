"""Privacy by schema: every table says whose data it holds; what is erased is gone, from the file's bytes too."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.attachments import Attachment, AttachmentId, AttachmentKind
from bot.domain.audit import Noun, Verb
from bot.domain.blocks import Block
from bot.domain.broadcasts import BroadcastView
from bot.domain.bulks import Bulk
from bot.domain.cases import CaseKind, CaseRef, Note
from bot.domain.commitments import CommitmentChange, CommitmentChangeId, CommitmentId, CommitmentStatus
from bot.domain.consultation_asks import Ask
from bot.domain.consultation_drafts import ConsultationDraft, ConsultationDraftId
from bot.domain.consultations import (
    ConsultationChange,
    ConsultationEvent,
    ConsultationState,
    ConsultationText,
    NewConsultation,
)
from bot.domain.desk import DeskView, Filters
from bot.domain.drafts import Draft, DraftId, Step
from bot.domain.hidings import Hiding, HidingStep, Rule
from bot.domain.knowledge import EntityId
from bot.domain.letters import Letter, LetterId
from bot.domain.notices import NoticeKind
from bot.domain.occasions import Reminder, ReminderMoment
from bot.domain.people import Actor, PersonId, Role
from bot.domain.proposals import (
    ChangedBy,
    ChangeId,
    Proposal,
    ProposalChange,
    ProposalId,
    ProposalState,
)
from bot.domain.questions import Asked, AskedId, Question, QuestionId, QuestionState
from bot.domain.searches import Search
from bot.domain.updates import UpdateRowId
from storage import Database, UnitOfWork
from storage.privacy import IMPERSONAL, PERSONAL
from tests.storage.conftest import NOW, meet, take

OLENA, OTHER = PersonId(987_654_321), PersonId(123_123_123)
#: Columns that hold a person's (or private chat's) id without saying so by a reference.
IDS = {"person_id", "author_id", "actor_id", "changed_by", "lane", "chat_id", "user_id"}
SECRETS = {
    name: f"{name} that nobody else has written"
    for name in (
        *("draft", "title", "problem", "solution", "contact", "payload", "waiting"),
        *("asked", "question", "answer", "letter"),
        *("file", "block", "reason", "result", "name", "appeal"),
        *("hiding", "looked-for", "notice", "member", "subject", "sought", "note"),
    )
}


def schema(file: Path) -> dict[str, dict[str, str | None]]:
    """Columns of every table, with the table that each refers to."""
    with closing(sqlite3.connect(file)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {
            table: {
                **{row[1]: None for row in connection.execute(f"PRAGMA table_info({table})")},
                **{row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({table})")},
            }
            for table in tables
        }


async def test_every_table_is_declared_once(database: Database, file: Path):
    assert schema(file).keys() == PERSONAL.keys() | IMPERSONAL
    assert not PERSONAL.keys() & IMPERSONAL


async def test_tables_that_point_at_a_person_are_personal(database: Database, file: Path):
    personal = {
        table
        for table, columns in schema(file).items()
        if table == "people" or "people" in columns.values() or columns.keys() & IDS
    }
    assert personal == PERSONAL.keys()


async def test_every_personal_table_erases(database: Database):
    assert [table for table, personal in PERSONAL.items() if not personal.erase] == []
    assert list(PERSONAL)[-1] == "people"


@pytest.mark.parametrize("table", PERSONAL)
async def test_every_column_is_handed_out_or_internal_with_a_reason(
    database: Database, file: Path, table: str
):
    personal = PERSONAL[table]
    with closing(sqlite3.connect(file)) as connection:
        exported = {name for name, *_ in connection.execute(personal.export, {"person": OLENA}).description}
    columns = {*schema(file)[table]}
    assert columns - exported == personal.internal.keys()
    assert all(personal.internal.values())


async def test_export_names_the_consultation_that_is_answered(database: Database):
    await meet(database, OLENA)
    async with database.unit() as unit:
        text = ConsultationText(title="Trees", summary="")
        await unit.consultations.save(
            NewConsultation(slug="trees", closes_at=NOW, texts={"uk": text}), now=NOW
        )
        consultation = await unit.consultations.find("trees")
        assert consultation is not None
        draft = Draft(
            id=DraftId(0),
            person_id=OLENA,
            consultation_id=consultation.id,
            created_at=NOW,
            updated_at=NOW,
        )
        await unit.drafts.add(draft)
        await unit.notices.add(NoticeKind.CONSULTATION_OPENED, consultation.id, to=[OLENA], now=NOW)
        await unit.notices.add(NoticeKind.QUESTION_ANSWERED, consultation.id, to=[OLENA], now=NOW)
    async with database.view() as view:
        exported = await view.personal.export(OLENA)
    assert exported["drafts"][0]["consultation"] == "trees"
    assert [notice["consultation"] for notice in exported["notices"]] == ["trees", None]


async def fill(database: Database, person: PersonId, words: dict[str, str], *, number: int) -> None:
    """A row about the person in every personal table."""
    await meet(database, person)
    first = (await take(database, (number, person), (number + 1, person), payload=json.dumps(words)))[-2]
    async with database.unit(bookkeeping=True) as unit:
        draft = Draft(
            id=DraftId(0),
            person_id=person,
            answers={Step.TITLE: words["draft"]},
            created_at=NOW,
            updated_at=NOW,
        )
        draft = await unit.drafts.add(draft)
        await unit.subscriptions.add(person, now=NOW)
        await unit.notices.begin_campaign(NoticeKind.CONSULTATION_OPENED, number, now=NOW)
        campaign = await unit.notices.unexpanded()
        assert campaign is not None
        await unit.notices.expand(campaign, limit=10, now=NOW)
        await unit.broadcasts.show_in(BroadcastView(broadcast_id=campaign.id, chat_id=person, message_id=1))
        await remind(unit, person, number)
        for index, state in enumerate((ProposalState.RECEIVED, ProposalState.ACCEPTED)):
            await unit.proposals.add(
                Proposal(
                    id=ProposalId(0),
                    reference=f"UA-2026-{number}{state[0]}".upper(),
                    draft_id=DraftId(number * 10 + index),
                    author_id=person,
                    consultation_id=None,
                    consultation=None,
                    state=state,
                    title=words["title"],
                    problem=words["problem"],
                    solution=words["solution"],
                    expected_result=words["result"],
                    author_name=words["name"],
                    contact=words["contact"],
                    language="uk",
                    consent_version=1,
                    submitted_at=NOW,
                    updated_at=NOW,
                )
            )
        await propose(unit, person, words, draft.id)
        await publish(unit, person, words)
        await ask(unit, person, words)
        await work(unit, person, words)
        await unit.inbox.settle([(UpdateRowId(first), None)], now=NOW)


async def remind(unit: UnitOfWork, person: PersonId, number: int) -> None:
    """A digest of a consultation that has opened, and the wish to be reminded of it."""
    await unit.consultations.save(
        NewConsultation(
            slug=f"open-{number}",
            closes_at=NOW + timedelta(days=9),
            texts={"uk": ConsultationText(title="", summary="")},
        ),
        now=NOW,
    )
    consultation = await unit.consultations.find(f"open-{number}")
    assert consultation is not None
    await unit.consultations.set_state(consultation.id, ConsultationState.OPEN, published_at=NOW)
    await unit.notices.begin_campaign(
        NoticeKind.CONSULTATION_OPENED, consultation.id, now=NOW, is_broad=False
    )
    await unit.digests.queue_now(person, now=NOW)
    await unit.occasions.remind(
        Reminder(
            person_id=person,
            consultation_id=consultation.id,
            moment=ReminderMoment.TOMORROW,
            due_at=NOW,
            created_at=NOW,
        )
    )


async def propose(unit: UnitOfWork, person: PersonId, words: dict[str, str], draft_id: DraftId) -> None:
    """What belongs to proposals: files, supporters, history, a block, a word on a commitment."""
    (decided, undecided) = await unit.proposals.by(person)
    for place, name in enumerate(("draft", "undecided", "decided")):
        await unit.attachments.add(
            Attachment(
                id=AttachmentId(0),
                message_id=place,
                kind=AttachmentKind.DOCUMENT,
                name=words["file"] if name != "decided" else "plan.pdf",
                mime="application/pdf",
                size=1,
                sha256="0" * 64,
                added_at=NOW,
            ),
            draft_id=draft_id,
            person_id=person,
        )
        if name != "draft":
            await unit.attachments.submit(draft_id, undecided.id if name == "undecided" else decided.id)
    for proposal in (decided, undecided):
        await unit.changes.add_version(proposal)
        await unit.endorsements.add(proposal.id, person, now=NOW)
        await unit.changes.add(
            ProposalChange(
                id=ChangeId(0),
                proposal_id=proposal.id,
                was=ProposalState.CLARIFICATION,
                became=ProposalState.UNDER_REVIEW,
                actor=ChangedBy.AUTHOR,
                actor_id=person,
                reason=words["reason"] if proposal is undecided else "",
                changed_at=NOW,
            )
        )
    await unit.words.replace(undecided.id, words["title"].split())
    await unit.blocks.save(
        Block(
            person_id=person, reason=words["block"], blocked_at=NOW, appeal=words["appeal"], appealed_at=NOW
        )
    )
    await unit.hidings.add(
        Hiding(
            proposal_id=undecided.id,
            step=HidingStep.CONTESTED,
            rule=Rule.INSULT,
            actor_id=person,
            reason=words["hiding"],
            changed_at=NOW,
        )
    )
    await unit.searches.add(Search(person_id=person, words=words["looked-for"], asked_at=NOW))
    await unit.commitments.add(
        CommitmentChange(
            id=CommitmentChangeId(0),
            commitment=CommitmentId("a"),
            status=CommitmentStatus.LIMITED,
            changed_by=person,
            changed_at=NOW,
        )
    )


async def work(unit: UnitOfWork, person: PersonId, words: dict[str, str]) -> None:
    """A member of the secretariat, who has looked at their own data, and for words at the desk."""
    (mine, *_) = await unit.proposals.by(person)
    case = CaseRef(kind=CaseKind.PROPOSAL, row=mine.id)
    await unit.bulks.mark(person, [mine.id])
    await unit.bulks.add(Bulk(person_id=person, became=ProposalState.UNDER_REVIEW, created_at=NOW))
    await unit.notes.add(Note(case=case, actor_id=person, text=words["note"], written_at=NOW))
    await unit.desk_views.save(
        DeskView(person_id=person, filters=Filters(words=words["sought"]), asked_at=NOW)
    )
    member = await unit.staff.numbered(person, now=NOW)
    await unit.staff.save(member.model_copy(update={"name": words["member"], "role": Role.OFFICER}))
    await unit.registrations.save_menu(1, person, "0" * 64)
    await unit.audit.add(
        Actor(person_id=person), Verb.LOOKED, Noun.PERSON, words["subject"], now=NOW, person_id=person
    )
    await unit.claims.count_try(person, NOW.date())
    await unit.briefings.refuse(person, now=NOW)


async def publish(unit: UnitOfWork, person: PersonId, words: dict[str, str]) -> None:
    """An officer's work on a consultation, and what they have done to it."""
    text = ConsultationText(title="Trees", summary="In streets")
    new = NewConsultation(
        slug="of-olena" if person == OLENA else "of-other", closes_at=NOW, texts={"en": text}
    )
    consultation_id = await unit.consultations.save(new, now=NOW)
    await unit.consultation_drafts.add(
        ConsultationDraft(
            id=ConsultationDraftId(0),
            person_id=person,
            answers={Ask.TITLE: words["notice"]},
            created_at=NOW,
            updated_at=NOW,
        )
    )
    await unit.consultation_changes.add(
        ConsultationChange(
            consultation_id=consultation_id,
            event=ConsultationEvent.OPENED,
            actor_id=person,
            changed_at=NOW,
        )
    )


async def ask(unit: UnitOfWork, person: PersonId, words: dict[str, str]) -> None:
    """A question to the bot, one to the secretariat with its answer, and a letter that is not sent."""
    await unit.asked.add(
        Asked(id=AskedId(0), person_id=person, text=words["asked"], language="uk", asked_at=NOW), at_most=5
    )
    await unit.asked.attend(person, EntityId("plan-4"), now=NOW)
    question = await unit.questions.add(
        Question(id=QuestionId(0), asker_id=person, text=words["question"], language="uk", asked_at=NOW)
    )
    await unit.questions.settle(
        question.id, QuestionState.ANSWERED, by=person, now=NOW, answer=words["answer"]
    )
    await unit.letters.add(Letter(id=LetterId(0), person_id=person, text=words["letter"], created_at=NOW))


async def test_export_hands_out_a_row_of_every_personal_table(database: Database):
    await fill(database, OLENA, SECRETS, number=10)
    async with database.view() as view:
        exported = await view.personal.export(OLENA)
    assert exported.keys() == PERSONAL.keys()
    assert all(exported.values())
    text = json.dumps(exported, ensure_ascii=False)
    assert [secret for secret in SECRETS.values() if secret not in text] == []


@pytest.mark.parametrize("with_proposals", [False, True])
async def test_erasing_leaves_no_trace_in_any_cell_or_byte(
    database: Database, file: Path, *, with_proposals: bool
):
    others = {name: f"{name} of somebody else" for name in SECRETS}
    await fill(database, OLENA, SECRETS, number=10)
    await fill(database, OTHER, others, number=20)
    async with database.unit() as unit:
        if with_proposals:
            for proposal in await unit.proposals.by(OLENA):
                if proposal.can_be_withdrawn:
                    withdrawn = proposal.wiped.model_copy(update={"state": ProposalState.WITHDRAWN})
                    await unit.proposals.save(withdrawn)
                    await unit.proposals.wipe(proposal.id)
        await unit.endorsements.delete_all_of(OLENA)
        await unit.personal.erase(OLENA)
    async with database.view() as view:
        waiting = await view.inbox.waiting(1, after=0, limit=10)
    # The update that has asked for it is settled once its answer is shown.
    mine = [row.id for row in waiting if row.lane == OLENA]
    assert [row.payload for row in waiting if row.lane == OLENA] == [""]
    async with database.unit(bookkeeping=True) as unit:
        await unit.inbox.settle([(row, None) for row in mine], now=NOW)
    assert await database.forget()
    # An accepted proposal is part of a public process and stays, without author and contact.
    public = {SECRETS[name] for name in ("title", "problem", "solution", "result")}
    public.add(SECRETS["subject"])  # the log only grows; a subject is no person's name
    if not with_proposals:  # nor are the files and letters of one that goes on
        public |= {SECRETS["file"], SECRETS["reason"]}
    gone = {*SECRETS.values()} - public
    with closing(sqlite3.connect(file)) as connection:
        for table, columns in schema(file).items():
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
                assert OLENA not in row, (table, row)
                cells = " ".join(map(str, row))
                assert str(OLENA) not in cells, (table, row)
                assert [secret for secret in gone if secret in cells] == [], table
        kept = connection.execute(
            "SELECT state, title FROM proposals WHERE author_id IS NULL ORDER BY id"
        ).fetchall()
    assert kept == [
        ("withdrawn", "") if with_proposals else ("received", SECRETS["title"]),
        ("accepted", SECRETS["title"]),
    ]
    content = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    assert [secret for secret in gone if secret.encode() in content] == []
    assert OLENA.to_bytes(4, "big") not in content
    assert str(OLENA).encode() not in content
    assert others["contact"].encode() in content
    async with database.view() as view:
        assert all((await view.personal.export(OTHER)).values())


async def test_old_numbers_of_updates_are_forgotten(database: Database):
    first, *_ = await take(database, (1, OLENA), (2, OLENA))
    async with database.unit(bookkeeping=True) as unit:
        await unit.inbox.settle([(UpdateRowId(first), None)], now=NOW)
        assert await unit.inbox.delete_settled(before=NOW) == 0
        assert await unit.inbox.delete_settled(before=NOW + timedelta(seconds=1)) == 1


async def test_consultation_texts_go_with_a_replaced_draft(database: Database):
    for title in ("first", "second"):
        text = ConsultationText(title=title, summary="")
        async with database.unit() as unit:
            await unit.consultations.save(
                NewConsultation(slug="a", closes_at=NOW, texts={"uk": text}), now=NOW
            )
    async with database.view() as view:
        (found,) = await view.consultations.list()
    assert found.texts["uk"].title == "second"
