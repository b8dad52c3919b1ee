"""After a crash: an update whose change is committed is not handled again, its outcome is shown again."""

from collections.abc import Awaitable, Callable, Mapping

from bot.domain.blocks import BlockId
from bot.domain.bulks import BulkId
from bot.domain.cases import NoteId
from bot.domain.commitments import CommitmentChangeId
from bot.domain.consultation_drafts import ConsultationDraftId
from bot.domain.consultations import ConsultationChangeId, ConsultationId
from bot.domain.gatherings import GatheringId
from bot.domain.hidings import HidingId
from bot.domain.people import Role
from bot.domain.proposals import ChangeId, ProposalId
from bot.domain.questions import AskedId, QuestionId
from bot.domain.searches import SearchId
from bot.domain.staff import MemberId
from bot.domain.updates import Outcome
from bot.services.invitations import Joined
from bot.ui import attachments as attachment_screens
from bot.ui import drafts as draft_screens
from bot.ui import letters as letter_screens
from bot.ui import members as member_screens
from bot.ui import people as people_screens
from bot.ui import publishing as publishing_screens
from bot.ui import questions as question_screens
from bot.ui import searches as search_screens
from bot.ui.context import Context
from bot.ui.public_actions import ReadProposal
from bot.ui.question_actions import ShowCase
from bot.ui.search_actions import ShowFound
from handlers import (
    blocks,
    briefings,
    broadcasts,
    bulks,
    cases,
    claims,
    commitments,
    desk,
    drafts,
    exports,
    gatherings,
    hidings,
    letters,
    life,
    members,
    menu,
    public,
    publishing,
    questions,
    queue,
    receipts,
    reminders,
    searches,
    secretariat,
    subscriptions,
)


async def show(context: Context, outcome: Outcome | None) -> None:
    """Show what an update came to.

    Args:
        context: of the same person and chat; without a person where they have erased their data.
        outcome: as the unit of work recorded it; the menu where it recorded none.
    """
    outcome = outcome or Outcome(noun="menu")
    if outcome.noun == "erased" or context.person is None:
        await context.show(people_screens.erased(context.say))
    else:
        await _SCREENS.get(outcome.noun, _menu)(context, outcome.id)
    await context.answer_query()


async def _menu(context: Context, _: int) -> None:
    await menu.show(context)


async def _proposal(context: Context, row: int) -> None:
    proposal = await context.services.proposals.own(context.me.id, ProposalId(row))
    await receipts.show_receipt(context, proposal)


async def _draft(context: Context, row: int) -> None:
    kept = await context.services.proposals.all_of(context.me.id)
    draft = next((one for one in kept if row in {0, one.id}), None)
    if draft is None:
        await menu.show(context)
        return
    message = context.incoming.message if context.incoming else None
    file = message and await context.services.attachments.brought(context.me.id, message.message_id)
    await drafts.show_draft(context, draft, note=attachment_screens.brought(context.say, file or None))


async def _drafts(context: Context, _: int) -> None:
    await drafts.start(context)


async def _discarded(context: Context, _: int) -> None:
    await context.show(draft_screens.discarded(context.say))


async def _subscription(context: Context, row: int) -> None:
    await subscriptions.show(context, await subscriptions.place_of(context, row))


async def _reminder(context: Context, row: int) -> None:
    await reminders.show(context, ConsultationId(row), is_news=True)


async def _language(context: Context, _: int) -> None:
    await context.show(people_screens.language_chosen(context.say))


async def _published(context: Context, row: int) -> None:
    consultation = await context.services.consultations.get(ConsultationId(row))
    recipients = await context.services.consultations.recipients(consultation.id)
    await context.show(publishing_screens.published(context.say, consultation, recipients=recipients))


async def _publishing(context: Context, _: int) -> None:
    await publishing.show_list(context)


async def _consultation_draft(context: Context, row: int) -> None:
    draft = await context.services.publishing.one(ConsultationDraftId(row), context.actor)
    await publishing.show_work(context, draft)


async def _consultation_change(context: Context, row: int) -> None:
    await publishing.show_confirmed(context, ConsultationChangeId(row))


async def _consultation_staff(context: Context, row: int) -> None:
    await publishing.show_managed(context, ConsultationId(row))


async def _asked(context: Context, row: int) -> None:
    await questions.show_reply(context, await context.services.questions.again(context.me.id, AskedId(row)))


async def _helpful(context: Context, _: int) -> None:
    await context.answer_query(context.say.plain("question-toast-helped"))


async def _unhelpful(context: Context, row: int) -> None:
    asked = await context.services.questions.asked(context.me.id, AskedId(row))
    context.stays = True
    await context.show(question_screens.unhelpful(context.say, asked))


async def _write_again(context: Context, _: int) -> None:
    context.stays = True
    await context.show(question_screens.write_again(context.say))


async def _passed_on(context: Context, row: int) -> None:
    passed = await context.services.questions.own(context.me.id, QuestionId(row))
    await context.show(question_screens.receipt(context.say, passed))


async def _question(context: Context, row: int) -> None:
    settled = await context.services.questions.passed_on(QuestionId(row))
    await letters.show_settled(context, settled, is_mine=settled.answered_by == context.me.id)


async def _letter(context: Context, _: int) -> None:
    writing = await context.services.letters.writing(context.me.id)
    if writing.letter is None:
        await menu.show(context)
    else:
        await letters.show(context, writing)


async def _letter_left(context: Context, _: int) -> None:
    await context.show(letter_screens.left(context.say))


async def _block(context: Context, row: int) -> None:
    await blocks.show_decided(context, BlockId(row))


async def _own_block(context: Context, _: int) -> None:
    await blocks.show_own(context)


async def _change(context: Context, row: int) -> None:
    await desk.show_change(context, ChangeId(row))


async def _hiding(context: Context, row: int) -> None:
    await hidings.show_step(context, HidingId(row))


async def _search(context: Context, row: int) -> None:
    await searches.show_found(context, ShowFound(search=SearchId(row)))


async def _search_ended(context: Context, _: int) -> None:
    await context.show(search_screens.ended(context.say))


async def _commitment_change(context: Context, row: int) -> None:
    await commitments.show_change(context, CommitmentChangeId(row))


async def _members(context: Context, _: int) -> None:
    if context.actor.may(Role.ADMINISTRATOR):
        await members.show_list(context)
    else:  # they have removed themselves
        await context.show(member_screens.changed(context.say, context.actor.role, context.now))


async def _member(context: Context, row: int) -> None:
    if context.actor.may(Role.ADMINISTRATOR):
        await members.show_member(context, MemberId(row))
    else:
        await _members(context, row)


async def _invitations(context: Context, _: int) -> None:
    await members.show_invitations(context)


async def _joined(context: Context, _: int) -> None:
    if context.actor.role is None:
        await menu.show(context)
    else:
        await context.show(member_screens.joined(context.say, Joined(context.actor.role, is_news=True)))


async def _desk(context: Context, _: int) -> None:
    await queue.show_again(context)


async def _question_case(context: Context, row: int) -> None:
    await secretariat.show_case(context, ShowCase(question=QuestionId(row)))


async def _note(context: Context, row: int) -> None:
    await cases.show_note(context, NoteId(row))


async def _bulk(context: Context, row: int) -> None:
    await bulks.show_bulk(context, BulkId(row))


async def _quiet(context: Context, _: int) -> None:
    await life.show_quiet_hours(context)


async def _public_proposal(context: Context, row: int) -> None:
    await public.show_one(context, ReadProposal(proposal=ProposalId(row)))


async def _gathering(context: Context, row: int) -> None:
    await gatherings.show_named(context, GatheringId(row))


async def _entered(context: Context, row: int) -> None:
    await gatherings.show_again(context, ProposalId(row))


async def _briefing(context: Context, row: int) -> None:
    await briefings.show_switched(context, is_on=bool(row))


async def _taken_over(context: Context, row: int) -> None:
    await claims.show_again(context, ProposalId(row))


#: What to show for each outcome that a unit of work records; the menu for any other.
_SCREENS: Mapping[str, Callable[[Context, int], Awaitable[None]]] = {
    "proposal": _proposal,
    "draft": _draft,
    "drafts": _drafts,
    "discarded": _discarded,
    "subscription": _subscription,
    "reminder": _reminder,
    "language": _language,
    "published": _published,
    "broadcast": broadcasts.show_turned,
    "publishing": _publishing,
    "consultation_draft": _consultation_draft,
    "consultation_change": _consultation_change,
    "consultation_staff": _consultation_staff,
    "asked": _asked,
    "helpful": _helpful,
    "unhelpful": _unhelpful,
    "write_again": _write_again,
    "passed_on": _passed_on,
    "question": _question,
    "letter": _letter,
    "letter_left": _letter_left,
    "block": _block,
    "block_lifted": _block,
    "own_block": _own_block,
    "change": _change,
    "hiding": _hiding,
    "commitment_change": _commitment_change,
    "desk": _desk,
    "desk_case": queue.show_found_case,
    "question_case": _question_case,
    "note": _note,
    "bulk": _bulk,
    "search": _search,
    "search_ended": _search_ended,
    "quiet": _quiet,
    "members": _members,
    "member": _member,
    "invitations": _invitations,
    "joined": _joined,
    "public_proposal": _public_proposal,
    "export": exports.hand_out_again,
    "gathering": _gathering,
    "entered": _entered,
    "taken_over": _taken_over,
    "briefing": _briefing,
}
