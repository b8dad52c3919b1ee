"""The secretariat's screens: the panel and the table of proposals."""

from bot.domain.exports import ExportFormat
from bot.texts import Speaker
from bot.ui import buttons
from bot.ui.actions import ExportProposals, ShowStaffPanel, ShowUnpublished
from bot.ui.block_actions import ShowBlocks
from bot.ui.broadcast_actions import ShowBroadcasts
from bot.ui.life_actions import ShowDesk
from bot.ui.member_actions import ShowAudit, ShowMembers
from bot.ui.question_actions import ShowStatistics
from bot.ui.screen import Button, File, Screen, paragraphs


def panel(
    say: Speaker,
    *,
    unpublished: int,
    subscribers: int,
    waiting: int,
    proposals: int,
    appeals: int = 0,
    faults: int = 0,
    is_administrator: bool = False,
) -> Screen:
    """What a member of staff can do, with counts.

    Args:
        say: the member's language.
        unpublished: consultations that wait to be published.
        subscribers: people who hear of them.
        waiting: questions that wait for an answer.
        proposals: those that wait for an answer.
        appeals: blocks that are contested.
        faults: problems for which changed content is not in use.
        is_administrator: whether people and the log are theirs to see.
    """
    return Screen(
        paragraphs(
            say(
                "staff-panel",
                unpublished=unpublished,
                subscribers=subscribers,
                waiting=waiting,
                proposals=proposals,
            ),
            say("blocks-waiting", count=appeals) if appeals else "",
            say("staff-content-faulty", count=faults) if faults else "",
        ),
        [
            [Button(say.plain("button-desk"), ShowDesk())],
            [Button(say.plain("button-unpublished"), ShowUnpublished())],
            [Button(say.plain("button-broadcasts"), ShowBroadcasts())],
            [Button(say.plain("button-export"), ExportProposals(format=ExportFormat.CSV))],
            [Button(say.plain("button-statistics"), ShowStatistics())],
            [Button(say.plain("button-blocks"), ShowBlocks())],
            *(
                [
                    [Button(say.plain("button-members"), ShowMembers())],
                    [Button(say.plain("button-audit"), ShowAudit())],
                ]
                if is_administrator
                else []
            ),
            [buttons.to_menu(say)],
        ],
    )


def exported(say: Speaker, content: bytes, form: ExportFormat, count: int) -> Screen:
    """The proposals as a document, with the other forms a tap away."""
    others = [
        Button(say.plain(f"button-export-{other}"), ExportProposals(format=other))
        for other in ExportFormat
        if other is not form
    ]
    return Screen(
        say("export-done", count=count),
        [others, [buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]],
        file=File(f"proposals.{form}", content),
        stays=True,
    )


def nothing_to_export(say: Speaker) -> Screen:
    """There is no proposal yet."""
    return Screen(say("export-none"), [[buttons.back(say, ShowStaffPanel()), buttons.to_menu(say)]])
