"""A person's own settings: language, quiet hours, personal data."""

from collections.abc import Sequence

from bot.domain.people import QuietHours
from bot.texts import Speaker, Texts
from bot.ui import buttons
from bot.ui.actions import (
    ChooseLanguage,
    ConfirmErasure,
    EraseMyData,
    ExportMyData,
    ShowPrivacy,
    ShowSubscription,
)
from bot.ui.life_actions import ChooseQuietHours, ShowQuietHours
from bot.ui.receipt_actions import ShowRules
from bot.ui.screen import Button, File, Screen, paragraphs
from bot.ui.subscription_actions import ChooseQuietEnd, ChooseQuietStart

#: First and last hour of the quiet hours on offer.
QUIET = ((21, 9), (22, 8), (23, 7))


def languages(say: Speaker, texts: Texts) -> Screen:
    """The languages on offer, each in its own words."""
    offered = [
        Button(texts.speaker(language).plain("language-own-name"), ChooseLanguage(language=language))
        for language in texts.languages
    ]
    return Screen(say("language-choose"), [*buttons.in_rows(offered), [buttons.to_menu(say)]])


def language_chosen(say: Speaker) -> Screen:
    """The bot speaks this language from now on."""
    return Screen(say("language-chosen"), [[buttons.ask(say)], [buttons.to_menu(say)]])


def quiet_hours(say: Speaker, quiet: QuietHours | None, *, is_news: bool) -> Screen:
    """When the bot does not write unasked, and the other choices.

    Args:
        say: the person's language.
        quiet: how it is now.
        is_news: whether this is the receipt of a change just made.
    """
    now = None if quiet is None else (quiet.begins // 60, quiet.ends // 60)
    offered = [
        Button(
            say.plain("quiet-button", begins=str(begins), ends=str(ends)),
            ChooseQuietHours(hours=f"{begins}-{ends}"),
        )
        for begins, ends in QUIET
        if (begins, ends) != now
    ]
    none = [] if quiet is None else [[Button(say.plain("button-quiet-off"), ChooseQuietHours(hours=""))]]
    begins, ends = now or (0, 0)
    state = say("quiet-on", begins=str(begins), ends=str(ends)) if now else say("quiet-off")
    return Screen(
        paragraphs(say("quiet-title", is_news=is_news), state, say("quiet-what")),
        [
            *buttons.in_rows(offered),
            [Button(say.plain("button-quiet-own"), ChooseQuietStart())],
            *none,
            [Button(say.plain("button-subscription"), ShowSubscription()), buttons.to_menu(say)],
        ],
    )


def quiet_start(say: Speaker) -> Screen:
    """When the quiet hours begin: every hour of the day."""
    cells = [Button(f"{hour}:00", ChooseQuietEnd(begins=hour)) for hour in range(24)]
    return Screen(
        say("quiet-start"), [*_clock(cells), [buttons.back(say, ShowQuietHours()), buttons.to_menu(say)]]
    )


def quiet_end(say: Speaker, begins: int) -> Screen:
    """When they end: every other hour."""
    cells = [
        Button(f"{hour % 24}:00", ChooseQuietHours(hours=f"{begins}-{hour % 24}"))
        for hour in range(begins + 1, begins + 24)
    ]
    return Screen(
        say("quiet-end", begins=str(begins)),
        [*_clock(cells), [buttons.back(say, ChooseQuietStart()), buttons.to_menu(say)]],
    )


def _clock(cells: Sequence[Button]) -> list[Sequence[Button]]:
    """Hours, four in a row."""
    return [cells[at : at + 4] for at in range(0, len(cells), 4)]


def privacy(say: Speaker) -> Screen:
    """What is kept about a person and why."""
    return Screen(
        say("privacy-text"),
        [
            [Button(say.plain("button-export-data"), ExportMyData())],
            [Button(say.plain("button-erase-data"), ConfirmErasure())],
            [
                Button(say.plain("button-quiet"), ShowQuietHours()),
                Button(say.plain("button-rules"), ShowRules()),
            ],
            [buttons.to_menu(say)],
        ],
    )


def exported(say: Speaker, document: bytes) -> Screen:
    """One's own data as a document."""
    return Screen(
        say("privacy-export"),
        [[Button(say.plain("button-privacy"), ShowPrivacy()), buttons.to_menu(say)]],
        file=File("my-data.json", document),
        stays=True,
    )


def confirm_erasure(say: Speaker, *, proposals: int, ends_role: bool = False) -> Screen:
    """What will be erased, before it is.

    Args:
        say: the person's language.
        proposals: how many the person has sent.
        ends_role: whether they have a role in the secretariat that ends with it.
    """
    what = paragraphs(say("erase-what"), say("erase-role") if ends_role else "")
    back = [buttons.back(say, ShowPrivacy())]
    export = [Button(say.plain("button-export-data"), ExportMyData())]
    everything = Button(say.plain("button-erase-all"), EraseMyData(with_proposals=True))
    if not proposals:
        return Screen(paragraphs(say("erase-title"), what), [export, [everything], back])
    unsigned = Button(say.plain("button-erase-keep"), EraseMyData(with_proposals=False))
    text = paragraphs(say("erase-title"), what, say("erase-proposals", count=proposals))
    return Screen(text, [export, [everything], [unsigned], back])


def erased(say: Speaker) -> Screen:
    """Nothing is left; the person may begin anew."""
    return Screen(say("erase-done"), [[buttons.to_menu(say)]])
