"""How an error looks: what happened, that nothing was lost, what to do."""

from itertools import islice

from bot.domain.blocks import PersonBlocked
from bot.domain.claims import AlreadyTakenOver, ClaimReplaced, ClaimUnknown, ClaimUsed, TooManyTries
from bot.domain.commitments import CommitmentUnknown
from bot.domain.consultation_asks import (
    ChoiceNotOffered,
    ConsultationDraftUnknown,
    ConsultationIncomplete,
    LinkUnclear,
    SlugUnclear,
    TooManyDocuments,
)
from bot.domain.consultations import (
    ConsultationAlreadyPublished,
    ConsultationClosed,
    ConsultationOverdue,
    ConsultationStateWrong,
    ConsultationUnknown,
    DeadlineTooEarly,
    NothingToPublish,
    OpeningInThePast,
    SlugTaken,
)
from bot.domain.drafts import AnswerEmpty, AnswerTooShort, Draft, DraftOutlived, DraftUnknown, TooManyDrafts
from bot.domain.errors import CivicError
from bot.domain.exports import ExportTooLarge, ExportUnwritten, FileRefused
from bot.domain.gatherings import GatheringUnknown
from bot.domain.limits import SameProposal, TooManyLinks, TooManyProposals
from bot.domain.moments import MomentUnclear
from bot.domain.proposals import ChangeImpossible, ProposalId, ProposalUnknown, SupportImpossible
from bot.domain.questions import EntryUnknown, QuestionForgotten
from bot.domain.reasons import ReasonUnfinished
from bot.domain.responses import ResponsesMissing
from bot.domain.searches import SearchUnknown
from bot.texts import Speaker
from bot.ui import blocks, buttons, draft_steps, drafts, questions
from bot.ui.action import Action
from bot.ui.actions import (
    ShowConsultations,
    ShowContact,
    ShowOwnProposal,
    ShowOwnProposals,
    ShowPlans,
    ShowUnpublished,
    StartProposal,
)
from bot.ui.block_actions import ShowOwnBlock
from bot.ui.buttons import Row
from bot.ui.export_actions import ChooseExport
from bot.ui.gathering_actions import ShowGatherings
from bot.ui.public_actions import ReadProposal, ShowPublicList
from bot.ui.question_actions import ReviseLetter
from bot.ui.queue_actions import ShowMissing
from bot.ui.screen import Button, Screen

#: After these an officer goes on at the list of their work.
_OF_PUBLISHING = (
    NothingToPublish,
    ConsultationAlreadyPublished,
    ConsultationOverdue,
    ConsultationStateWrong,
    ConsultationDraftUnknown,
    ConsultationIncomplete,
    ChoiceNotOffered,
    LinkUnclear,
    SlugUnclear,
    SlugTaken,
    TooManyDocuments,
    DeadlineTooEarly,
    OpeningInThePast,
    MomentUnclear,
)

#: After which errors there is something instead in which list.
_LISTS: tuple[tuple[tuple[type[CivicError], ...], str, Action], ...] = (
    (_OF_PUBLISHING, "button-unpublished", ShowUnpublished()),
    ((ConsultationClosed, ConsultationUnknown), "button-consultations", ShowConsultations()),
    ((CommitmentUnknown,), "button-plans", ShowPlans()),
    ((ProposalUnknown, SupportImpossible, SearchUnknown), "button-all-proposals", ShowPublicList()),
    ((ExportUnwritten, ExportTooLarge, FileRefused), "button-export-other", ChooseExport()),
    ((ClaimUnknown, ClaimUsed, ClaimReplaced, TooManyTries), "button-contact", ShowContact()),
    ((GatheringUnknown, AlreadyTakenOver), "button-gatherings", ShowGatherings()),
)


def known(say: Speaker, error: CivicError, draft: Draft | None) -> Screen:
    """An error that the person can do something about, with the way on that fits it."""
    if isinstance(error, DraftOutlived):
        return drafts.closed(say, error.draft_id)
    rows: list[Row] = []
    if draft is not None and not draft.is_open:
        rows.append([buttons.resume(say)])
    if isinstance(error, AnswerEmpty | AnswerTooShort) and draft and not draft.step.is_required:
        rows.append([draft_steps.skip(say, draft)])
    rows += _elsewhere(say, error)
    if isinstance(error, DraftUnknown | ProposalUnknown | ChangeImpossible):
        rows.append([Button(say.plain("button-my"), ShowOwnProposals())])
    if isinstance(error, SameProposal | TooManyLinks | TooManyProposals | TooManyDrafts):
        rows = _past_limit(say, error, draft)
    if isinstance(error, PersonBlocked):
        rows.insert(0, [Button(say.plain("button-why-blocked"), ShowOwnBlock())])
    if isinstance(error, EntryUnknown):
        rows.append([buttons.ask(say), buttons.plans(say)])
    if isinstance(error, QuestionForgotten):
        rows.append([questions.write(say)])
    rows.append([buttons.to_menu(say)])
    if isinstance(error, CommitmentUnknown):  # the ids that look alike are for the terminal
        return Screen(say(error.message_id), rows)
    return Screen(say(error.id, **error.args_of_text), rows)


def _elsewhere(say: Speaker, error: CivicError) -> list[Row]:
    """To the list in which there is something instead."""
    if isinstance(error, ReasonUnfinished):
        return [[Button(say.plain("button-revise-letter"), ReviseLetter(letter=error.letter_id))]]
    if isinstance(error, ResponsesMissing):
        return [[Button(say.plain("button-to-answer"), ShowMissing(consultation=error.consultation_id))]]
    fitting = (Button(say.plain(label), to) for kinds, label, to in _LISTS if isinstance(error, kinds))
    return [[button] for button in islice(fitting, 1)]


def _past_limit(say: Speaker, error: CivicError, draft: Draft | None) -> list[Row]:
    """To the earlier proposal of the same text; always back to the draft, which is kept; and to the rules."""
    rows: list[Row] = []
    if isinstance(error, SameProposal) and error.is_own:
        earlier = ProposalId(error.proposal_id)
        rows.append([Button(say.plain("button-show-earlier"), ShowOwnProposal(proposal=earlier))])
    elif isinstance(error, SameProposal):
        other = ReadProposal(proposal=ProposalId(error.proposal_id))
        rows.append([Button(say.plain("button-show-earlier"), other)])
    if isinstance(error, TooManyDrafts):
        rows.append([Button(say.plain("button-drafts"), StartProposal())])
    elif draft is not None:
        rows.append([buttons.resume(say)])
    return rows if isinstance(error, TooManyDrafts) else [*rows, [blocks.to_rules(say)]]


def incident(say: Speaker, number: str) -> Screen:
    """An error of ours, with the number under which the operator finds it in the log."""
    return Screen(say("error-incident", number=number), [[buttons.to_menu(say)]])
