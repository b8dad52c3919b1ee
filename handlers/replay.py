"""After a crash: an update whose change is committed is not handled again, its outcome is shown again."""

from bot.domain.consultations import ConsultationId
from bot.domain.proposals import ProposalId
from bot.domain.updates import Outcome
from bot.ui import consultations as consultation_screens
from bot.ui import drafts as draft_screens
from bot.ui import people as people_screens
from bot.ui import proposals as proposal_screens
from bot.ui.context import Context
from handlers import menu, people, proposals


async def show(context: Context, outcome: Outcome | None) -> None:
    """Show what an update came to.

    Args:
        context: of the same person and chat; without a person where they have erased their data.
        outcome: as the unit of work recorded it; the menu where it recorded none.
    """
    services = context.services
    outcome = outcome or Outcome(noun="menu")
    if outcome.noun == "erased" or context.person is None:
        await context.show(people_screens.erased(context.say))
        await context.answer_query()
        return
    match outcome.noun:
        case "proposal":
            proposal = await services.proposals.own(context.me.id, ProposalId(outcome.id))
            await context.show(proposal_screens.receipt(context.say, proposal))
        case "draft":
            draft = await services.proposals.draft_of(context.me.id)
            if draft is None:
                await menu.show(context)
            else:
                await proposals.show_draft(context, draft)
        case "discarded":
            await context.show(draft_screens.discarded(context.say))
        case "subscription":
            await people.show_subscription(context)
        case "language":
            await context.show(people_screens.language_chosen(context.say))
        case "published":
            consultation = await services.consultations.get(ConsultationId(outcome.id))
            recipients = await services.consultations.recipients()
            await context.show(
                consultation_screens.published(context.say, consultation, recipients=recipients)
            )
        case _:
            await menu.show(context)
    await context.answer_query()
