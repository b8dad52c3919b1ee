"""What officers write about consultations, step by step: they type, choose, attach, skip, go back."""

import asyncio
import re
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import PurePath
from zoneinfo import ZoneInfo

from bot.domain import moments
from bot.domain.attachments import SentFile, check
from bot.domain.clock import Clock
from bot.domain.consultation_asks import (
    MOMENTS,
    NO,
    NOW,
    YES,
    Ask,
    ChoiceNotOffered,
    ConsultationDraftUnknown,
    Intent,
    SlugUnclear,
    TooManyDocuments,
)
from bot.domain.consultation_drafts import ConsultationDraft, ConsultationDraftId, Typed
from bot.domain.consultations import (
    MOST_DOCUMENTS,
    ConsultationKind,
    DeadlineTooEarly,
    Document,
    OpeningInThePast,
)
from bot.domain.knowledge import ID_PATTERN
from bot.domain.people import Actor, PersonId, Role
from bot.services.consultation_links import LONGEST_TITLE, links_of
from bot.services.consultation_work import Took, held, own
from bot.services.content.live import LiveContent
from storage import AttachmentFiles, Database, UnitOfWork

#: A day alone means, as an opening, this hour of it.
OPENING = time(9)


class ConsultationWriting:
    """Verbs on the steps of an officer's work. Whoever works on something has it in hand.

    Args:
        database: where it is kept.
        clock: the time.
        content: the languages, and what there is to choose from.
        zone: the zone of the clock that officers read.
        files: where documents lie.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        content: LiveContent,
        *,
        zone: ZoneInfo,
        files: AttachmentFiles,
    ) -> None:
        self._database = database
        self._clock = clock
        self._content = content
        self._zone = zone
        self._files = files

    @property
    def languages(self) -> Sequence[str]:
        """The first language, and the second where there is one."""
        return self._content.knowledge.languages[:2]

    @property
    def unasked(self) -> frozenset[Ask]:
        """Steps that the content has nothing to offer for."""
        knowledge = self._content.knowledge
        offered = {
            Ask.TOPICS: knowledge.topics,
            Ask.REGIONS: knowledge.regions,
            Ask.SECOND: self.languages[1:],
        }
        return frozenset(step for step, choices in offered.items() if not choices)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the clock that officers read."""
        return self._zone

    async def content(self, document: Document) -> bytes | None:
        """A document's content; None where it is not beside the database."""
        try:
            return await asyncio.to_thread(self._files.content, document.sha256)
        except FileNotFoundError:
            return None

    async def in_hand(self, person_id: PersonId) -> ConsultationDraft | None:
        """What takes the officer's next message, or None."""
        async with self._database.view() as view:
            return await view.consultation_drafts.in_hand(person_id)

    async def one(self, draft_id: ConsultationDraftId, by: Actor) -> ConsultationDraft:
        """One of the officer's own.

        Raises:
            NotAllowed: the actor is no officer (any more).
            ConsultationDraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.view() as view:
            return await own(view, draft_id, by)

    async def resume(self, draft_id: ConsultationDraftId, by: Actor) -> ConsultationDraft:
        """Take it in hand again.

        Raises:
            ConsultationDraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            return await self.hold(unit, await own(unit, draft_id, by))

    async def put_aside(self, by: Actor) -> None:
        """Leave it for now; it is kept."""
        async with self._database.unit() as unit:
            if by.person_id is not None:
                await unit.consultation_drafts.put_aside(by.person_id)
            unit.came_to("publishing")

    async def discard(self, draft_id: ConsultationDraftId, by: Actor) -> None:
        """Throw it away; pressed again, there is nothing left to throw away."""
        async with self._database.unit() as unit:
            if await unit.consultation_drafts.find(draft_id) is not None:
                await unit.consultation_drafts.delete((await own(unit, draft_id, by)).id)
            unit.came_to("publishing")

    async def answer(self, by: Actor, text: str, *, message_id: int) -> Took:
        """Take a message as the answer to the present step, and go on to the next.

        One that was sent before the present step was shown goes on with the answer before. An answer over its
        limit is kept, and its step is shown again.

        Raises:
            ConsultationDraftUnknown: nothing is in hand, or it asks for no text.
            CivicError: it is no answer to this step; everything is as it was.
        """
        async with self._database.unit() as unit:
            draft = await held(unit, by)
            is_late = draft.is_late(message_id)
            step = draft.parts[-1].step if is_late else draft.step
            if not step.is_typed:
                raise ConsultationDraftUnknown
            part = Typed(step=step, message_id=message_id, text=text)
            taken = self._taken(draft, part, goes_on=is_late)
            if taken.excess(step):
                taken = taken.at(step, returns=draft.returns)
            elif not is_late and step is not Ask.DOCUMENTS:
                taken = taken.past(self.unasked)
            if not is_late:  # what comes before the next screen goes on with this
                taken = taken.model_copy(update={"shown_id": None})
            return Took(await self.hold(unit, taken), step, is_late=is_late and taken.step is not step)

    async def edit(self, by: Actor, message_id: int, text: str) -> Took | None:
        """Let an answer follow a message that was edited in Telegram; no step changes.

        Returns:
            None where that message was no answer.

        Raises:
            CivicError: it is no answer any more; what was there is as it was.
        """
        if by.person_id is None or not by.may(Role.OFFICER):
            return None
        async with self._database.view() as view:
            drafts = await view.consultation_drafts.by(by.person_id)
        if not any(draft.part_of(message_id) for draft in drafts):
            return None
        async with self._database.unit() as unit:
            for draft in await unit.consultation_drafts.by(by.person_id):
                if (part := draft.part_of(message_id)) is not None:
                    changed = self._taken(draft, part.model_copy(update={"text": text}), goes_on=True)
                    changed = changed.model_copy(update={"updated_at": self._clock.now()})
                    await unit.consultation_drafts.save(changed)
                    unit.came_to("consultation_draft", changed.id)
                    return Took(changed, part.step)
        return None

    async def choose(
        self, draft_id: ConsultationDraftId, step: Ask, choice: str, by: Actor
    ) -> ConsultationDraft:
        """Take a pressed button as the answer to a step. Pressed again, it changes nothing more.

        Raises:
            ConsultationDraftUnknown: it is gone, or somebody else's.
            ChoiceNotOffered: this is not on offer (any more).
        """
        if choice not in self._choices(step):
            raise ChoiceNotOffered
        async with self._database.unit() as unit:
            draft = (await own(unit, draft_id, by)).chosen(step, choice)
            return await self.hold(unit, draft.past(self.unasked) if draft.step is step else draft)

    async def tick(
        self, draft_id: ConsultationDraftId, step: Ask, choice: str, by: Actor, *, is_ticked: bool
    ) -> ConsultationDraft:
        """Say whether it is about a topic or a region. Pressed again, it changes nothing more.

        Raises:
            ConsultationDraftUnknown: it is gone, or somebody else's.
            ChoiceNotOffered: the content has no such (any more).
        """
        knowledge = self._content.knowledge
        offered = knowledge.topics if step is Ask.TOPICS else knowledge.regions
        if choice not in offered or step not in {Ask.TOPICS, Ask.REGIONS}:
            raise ChoiceNotOffered
        async with self._database.unit() as unit:
            draft = await own(unit, draft_id, by)
            ticked = set(draft.answers.get(step, "").split(","))
            ticked = ticked | {choice} if is_ticked else ticked - {choice}
            return await self.hold(
                unit, draft.chosen(step, ",".join(one for one in offered if one in ticked))
            )

    async def skip(self, draft_id: ConsultationDraftId, step: Ask, by: Actor) -> ConsultationDraft:
        """Leave a step empty that may be empty.

        Raises:
            ConsultationDraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await own(unit, draft_id, by)
            if draft.step is step and not draft.is_required(step) and step is not Ask.PREVIEW:
                draft = draft.without(step).past(self.unasked)
            return await self.hold(unit, draft)

    async def go_to(
        self, draft_id: ConsultationDraftId, step: Ask, by: Actor, *, returns: bool
    ) -> ConsultationDraft:
        """Show another step.

        Raises:
            ConsultationDraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await own(unit, draft_id, by)
            is_asked = step in {Ask.PREVIEW, Ask.SLUG} or step in draft.steps(self.unasked)
            return await self.hold(unit, draft.at(step if is_asked else Ask.PREVIEW, returns=returns))

    async def attach(self, by: Actor, sent: SentFile, content: bytes) -> ConsultationDraft:
        """Add a file to the documents, once; its caption is its title, else its name.

        Raises:
            ConsultationDraftUnknown: nothing is in hand that has documents.
            AttachmentRefused: its size or its kind.
            TooManyDocuments: as many as may be.
        """
        check(sent.name, len(content))
        sha256 = await asyncio.to_thread(self._files.put, content)
        title = " ".join(sent.caption.split())[:LONGEST_TITLE] or PurePath(sent.name).stem
        document = Document(title=title, name=sent.name, mime=sent.mime, size=len(content), sha256=sha256)
        async with self._database.unit() as unit:
            draft = await held(unit, by)
            if draft.intent not in {Intent.PREPARE, Intent.CORRECT}:
                raise ConsultationDraftUnknown
            return await self.hold(unit, _with(draft, [document]))

    async def take_out(self, draft_id: ConsultationDraftId, mark: str, by: Actor) -> ConsultationDraft:
        """Take a document out; pressed again, it changes nothing more.

        Raises:
            ConsultationDraftUnknown: it is gone, or somebody else's.
        """
        async with self._database.unit() as unit:
            draft = await own(unit, draft_id, by)
            kept = [one for one in draft.documents if one.mark != mark]
            return await self.hold(unit, draft.with_documents(kept))

    async def shown(self, draft_id: ConsultationDraftId, message_id: int, *, is_again: bool = False) -> None:
        """Remember which message shows the present step; as with drafts of proposals."""
        async with self._database.unit(bookkeeping=True) as unit:
            await unit.consultation_drafts.shown(draft_id, message_id, first=0 if is_again else message_id)

    async def hold(self, unit: UnitOfWork, draft: ConsultationDraft) -> ConsultationDraft:
        """Store it and take it in hand: the next message belongs to it, and to nothing else."""
        await unit.letters.put_aside(draft.person_id)
        await unit.drafts.put_aside(draft.person_id)
        before = await unit.consultation_drafts.find(draft.id)
        is_same = before is not None and before.step is draft.step
        update = {
            "is_open": True,
            "shown_id": draft.shown_id if is_same else None,
            "updated_at": self._clock.now(),
        }
        saved = draft.model_copy(update=update)
        if before is None:
            saved = await unit.consultation_drafts.add(saved)
        else:
            await unit.consultation_drafts.save(saved)
        unit.came_to("consultation_draft", saved.id)
        return saved

    def _taken(self, draft: ConsultationDraft, part: Typed, *, goes_on: bool) -> ConsultationDraft:
        step = part.step
        if step in MOMENTS:
            moment = self._moment(draft, step, part.text)
            return draft.taken(part, goes_on=False).chosen(step, moment.isoformat())
        if step is Ask.DOCUMENTS:
            earlier = draft.part_of(part.message_id)
            replaced = {one.key for one in links_of(earlier.text)} if earlier else set()
            kept = draft.with_documents([one for one in draft.documents if one.key not in replaced])
            return _with(kept.taken(part, goes_on=True), links_of(part.text))
        taken = draft.taken(part, goes_on=goes_on)
        if step is Ask.SLUG and not re.fullmatch(ID_PATTERN, taken.answers[step]):
            raise SlugUnclear
        return taken

    def _moment(self, draft: ConsultationDraft, step: Ask, text: str) -> datetime:
        now = self._clock.now()
        if step is Ask.OPENS:
            moment = moments.typed(text, self._zone, now, by_default=OPENING)
            if moment <= now:
                raise OpeningInThePast
            return moment
        moment = moments.typed(text, self._zone, now)
        if moment <= now or (draft.opens_at is not None and moment <= draft.opens_at):
            raise DeadlineTooEarly(closes=moment)
        return moment

    def _choices(self, step: Ask) -> frozenset[str]:
        match step:
            case Ask.KIND:
                return frozenset(ConsultationKind)
            case Ask.OPENS:
                return frozenset({NOW})
            case Ask.SECOND:
                return frozenset({YES, NO})
        return frozenset()


def _with(draft: ConsultationDraft, more: Sequence[Document]) -> ConsultationDraft:
    known = {one.key for one in draft.documents}
    documents = [*draft.documents, *(one for one in more if one.key not in known)]
    if len(documents) > MOST_DOCUMENTS:
        raise TooManyDocuments(most=MOST_DOCUMENTS)
    return draft.with_documents(documents)
