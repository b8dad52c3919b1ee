"""Every button of every screen leads somewhere, in both languages, for citizens and for staff."""

import re

import pytest

import handlers
from bot.domain.people import Role
from bot.sandbox import ChatMessage, Sandbox
from bot.ui.action import Action
from tests.flows.conftest import OFFICER, House
from tests.flows.crawling import Crawl, Seen

ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")
LONG = "Дуже довга назва консультації, яку ніхто не скоротив, бо так було записано в розпорядженні " * 2
#: Letters' and cases' actions have flows of their own: what is written in the middle of a crawl would end it.
OF_LETTERS = {"ReviseLetter", "SendLetter", "DraftEntry", "RateReply"}
#: Later stations of a proposal's life, blocks, and what only a long list or text has.
OF_OTHER_FLOWS = {
    "ShowInvitations",
    "ChangeRole",
    "AskToRemoveMember",
    "RemoveMember",
    "ResumeBroadcast",
    "PauseBroadcast",
    "AskToCancelBroadcast",
    "CancelBroadcast",
    "PlanConsultation",
    "UnscheduleConsultation",
    "PreviewConsultation",
    "ReadConsultation",
    "SendDocument",
    "TakeDocumentOut",
    "AnswerClarification",
    "ContestRefusal",
    "ChooseCommitment",
    "ChooseFromPlan",
    "ListOrigins",
    "ConfirmAdoption",
    "AdoptProposal",
    "ConfirmImplemented",
    "MarkImplemented",
    "ReadOwnProposal",
    "ShowOwnPage",
    "ContestBlock",
    "KeepBlock",
    "LiftBlock",
    "ShowBlock",
    "ShowOwnBlock",
    "SkipOptional",
    "ReadProposal",
    "SupportProposal",
    "TakeSupportBack",
    "SendAttachments",
    "RemoveAttachment",
    "SearchProposals",
    "ShowFound",
    "ContestHiding",
    "KeepHidden",
    "ShowAgain",
    "Subscribe",  # of an earlier release
    "StopFollowing",
    "StopFollowingCommitment",
    "ChooseGroupLanguage",
    "ExportTable",  # only where there are proposals
    "ExportAttachments",
    "ExportProposals",  # of an earlier release
    "ShowMissing",
    "SendFromTopic",  # in a topic of the forum
    "DropFromTopic",
    "ShowMarking",
    "MarkProposal",
    "MarkFound",
    "UnmarkAll",
    "ChooseForMarked",
    "BeginBulk",
    "SendBulk",
    "AddOther",
    "DropOther",
    "ShowNotes",
    "ShowGathering",
    "WriteDown",
    "AskPaperConsent",
    "EnterProposal",
    "ConfirmNewCode",
    "HandOutCode",
    "TakeOver",
    "ConfirmPaperWithdrawal",
    "WithdrawPaper",
    "SwitchBriefing",
}


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("is_officer", [False, True], ids=["citizen", "officer"])
async def test_every_button_leads_to_a_screen_with_a_way_on(
    house: House, sandbox: Sandbox, language, is_officer
):
    await house.consult("open-data")
    await house.consult("one-language", uk=LONG.strip())
    await house.consult("waiting", publish=False)
    person = sandbox.add_person(OFFICER if is_officer else 1001, "Олена", language_code=language)
    crawl = Crawl(sandbox, person)
    own = handlers.STAFF_COMMANDS[Role.ADMINISTRATOR] if is_officer else ()
    commands = (*handlers.CITIZENS_COMMANDS, *own)
    await crawl.walk(commands, house.consult("alerted"))

    answered = [call.params["callback_query_id"] for call in sandbox.calls_of("answerCallbackQuery")]
    assert len(answered) == len(set(answered)) == crawl.presses
    ids = set(house.rooms.texts.ids(language))
    faults = [
        f"{' '.join(one.path)}: {why}\n{one.message}" for one in crawl.seen if (why := _fault(one, ids))
    ]
    assert not faults, "\n\n".join(faults[:5])
    pressed = {Action.unpacked(one.data)[0].__class__ for one in crawl.seen if one.data}
    staff_only = {
        "ShowStaffPanel",
        "ShowMembers",
        "ShowMember",
        "ChooseInvitedRole",
        "InviteMember",
        "RevokeInvitation",
        "ShowAudit",
        "ChooseAuditMember",
        "ChooseAuditNoun",
        "ChooseAuditDays",
        "ShowUnpublished",
        "PublishConsultation",
        "ManageConsultation",
        "ShowBroadcasts",
        "ShowBroadcast",
        "ShowConsultationHistory",
        "BeginConsultation",
        "WorkOn",
        "ContinueWork",
        "ShowWorkStep",
        "ShowWorkPage",
        "ChooseForWork",
        "TickForWork",
        "SkipWorkStep",
        "PreviewIn",
        "ConfirmWork",
        "PutWorkAside",
        "AskDiscardWork",
        "DiscardWork",
        "ChooseExport",
        "ChooseExportConsultation",
        "ChooseExportForm",
        "ShowWaiting",
        "ShowCase",
        "AnswerQuestion",
        "ConfirmClosing",
        "CloseQuestion",
        "ShowStatistics",
        "ShowDesk",
        "ShowTray",
        "ShowProposalCase",
        "TakeUp",
        "AskAuthor",
        "ChooseDecision",
        "Decide",
        "BlockAuthor",
        "ChooseStatus",
        "StateStatus",
        "ShowBlocks",
        "ShowQueue",
        "TakeCase",
        "FillReason",
        "WriteNote",
        "OfferColleagues",
        "GiveCase",
        "ReleaseCase",
        "ShowFilters",
        "OfferChoices",
        "OnlyConsultation",
        "OnlyTopic",
        "OnlyRegion",
        "OnlyOverdue",
        "OnlyOf",
        "ClearFilters",
        "SearchQueue",
        "NextOverdue",
        "ChooseRule",
        "HideProposal",
        "ShowGatherings",
        "NameGathering",
    }
    missed = {kind.__name__ for kind in handlers.ACTIONS} - {kind.__name__ for kind in pressed}
    assert missed == OF_LETTERS | OF_OTHER_FLOWS | (set() if is_officer else staff_only)


def _fault(one: Seen, ids: set[str]) -> str | None:
    message = one.message
    labels = [label for label in message.labels if len(label) > 40]
    if not message.text or len(message.text.encode("utf-16-le")) // 2 > 4096:
        return "no text, or too much"
    if labels:
        return f"labels too long: {labels}"
    if re.search(r"[{}$]", message.text) or ids & set(ID.findall(message.text)):
        return "raw text"
    if "INCIDENT" in message.text or "помилка бота" in message.text or "made an error" in message.text:
        return "an incident"
    return None if _leads_on(message) else "a dead end"


def _leads_on(message: ChatMessage) -> bool:
    """To the menu, or out of a draft, or back; the menu itself, and the alert with its three ways on."""
    prefixes = {(b.data or "").removeprefix("+").partition(":")[0] for row in message.buttons for b in row}
    return bool(prefixes & {"m", "pv", "uv", "pr", "pg", "h", "sn", "lc"})
