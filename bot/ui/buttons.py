"""Buttons that stand on many screens: the same action has the same label everywhere."""

from collections.abc import Callable, Sequence
from urllib.parse import quote, urlencode

from bot.domain.consultations import ConsultationId
from bot.domain.drafts import DraftId
from bot.texts import Speaker
from bot.ui.action import Action
from bot.ui.actions import AskQuestion, ShowConsultations, ShowMenu, ShowPlans, StartProposal
from bot.ui.draft_actions import ContinueDraft
from bot.ui.screen import LONGEST_HALF, Button, shortened

Row = Sequence[Button]

#: A label longer than this is cut on a phone.
LONGEST_LABEL = 40


def button(label: str, action: Action) -> Button:
    """A button whose label comes from data: cut to what a phone shows."""
    return Button(shortened(label, LONGEST_LABEL), action)


def link(label: str, url: str) -> Button:
    """A button that opens an address; its label is cut likewise."""
    return Button(shortened(label, LONGEST_LABEL), url=url)


def to_menu(say: Speaker) -> Button:
    """The way back to the menu."""
    return Button(say.plain("button-menu"), ShowMenu())


def back(say: Speaker, action: Action) -> Button:
    """The way back to the screen before."""
    return Button(say.plain("button-back"), action)


def propose(say: Speaker, consultation: ConsultationId | None = None) -> Button:
    """Write a proposal."""
    return Button(say.plain("button-propose"), StartProposal(consultation=consultation or ConsultationId(0)))


def resume(say: Speaker, draft: DraftId | None = None) -> Button:
    """Go on with a draft; by default with the one in hand, or else the one written on last."""
    return Button(say.plain("button-resume"), ContinueDraft(draft=draft or DraftId(0)))


def ask(say: Speaker) -> Button:
    """Ask a question."""
    return Button(say.plain("button-ask"), AskQuestion())


def plans(say: Speaker) -> Button:
    """Browse the plans."""
    return Button(say.plain("button-plans"), ShowPlans())


def consultations(say: Speaker) -> Button:
    """Browse the open consultations."""
    return Button(say.plain("button-consultations"), ShowConsultations())


def share(say: Speaker, address: str, text: str) -> Button:
    """Opens Telegram's own choice of a chat to send an address to.

    Args:
        say: the person's language.
        address: what is sent.
        text: what is written with it.
    """
    # https://core.telegram.org/widgets/share
    query = urlencode({"url": address, "text": text}, quote_via=quote)
    return Button(say.plain("button-share"), url=f"https://t.me/share/url?{query}")


def turns(
    say: Speaker,
    page: int,
    pages: int,
    to: Callable[[int], Action],
    *,
    before: str = "button-back-page",
    after: str = "button-next-page",
) -> list[Row]:
    """The ways to the pages beside this one, as one row; no row where there is but one page.

    Args:
        say: the person's language.
        page: the one shown, from 0.
        pages: how many there are.
        to: what shows a page.
        before: the label of the way to the page before, by its id.
        after: that of the way to the next one.
    """
    row = [
        *([Button(say.plain(before), to(page - 1))] if page else []),
        *([Button(say.plain(after), to(page + 1))] if page + 1 < pages else []),
    ]
    return [row] if row else []


def in_rows(buttons: Sequence[Button]) -> list[Row]:
    """Buttons in their order, two side by side where both labels fit half the width of a phone."""
    rows: list[list[Button]] = []
    for one in buttons:
        is_short = len(one.label) <= LONGEST_HALF
        if is_short and rows and len(rows[-1]) == 1 and len(rows[-1][0].label) <= LONGEST_HALF:
            rows[-1].append(one)
        else:
            rows.append([one])
    return list(rows)
