"""Searching public proposals: what is asked, what is found, and the ways on where nothing is."""

from bot.domain.consultations import Consultation, ConsultationId
from bot.domain.drafts import Draft
from bot.services.searches import Found
from bot.texts import Html, Speaker
from bot.ui import buttons, public
from bot.ui.buttons import Row
from bot.ui.public_actions import ShowPublicList
from bot.ui.screen import Button, Screen, lines, paragraphs, shortened
from bot.ui.search_actions import SearchProposals, ShowFound

#: How much of what was looked for is quoted.
QUOTED = 80


def asking(say: Speaker, consultation: Consultation | None, draft: Draft | None) -> Screen:
    """The next message has the words.

    Args:
        say: the person's language.
        consultation: among whose proposals; None for all.
        draft: what they were writing, which is kept.
    """
    return Screen(
        lines([say("search-ask"), _about(say, consultation)]),
        [*_to_draft(say, draft), [_to_list(say, consultation)], [buttons.to_menu(say)]],
    )


def found(say: Speaker, found: Found, consultation: Consultation | None, draft: Draft | None) -> Screen:
    """What was found, a page of it, the closest first; or that nothing was, and what to do.

    Args:
        say: the person's language.
        found: the page.
        consultation: among whose proposals; None for all.
        draft: what they were writing, which is kept.
    """
    search, listed = found.search, found.listed
    row = search.consultation_id or ConsultationId(0)
    again = [Button(say.plain("button-search-again"), SearchProposals(consultation=row))]
    wider = [Button(say.plain("button-search-all"), SearchProposals())]
    words = shortened(search.words, QUOTED)
    on: list[Row] = [*_to_draft(say, draft), [_to_list(say, consultation)], [buttons.to_menu(say)]]
    if not listed.total:
        return Screen(
            lines([say("search-none", words=words), _about(say, consultation)]),
            [again, *([wider] if consultation else []), [buttons.propose(say, search.consultation_id)], *on],
        )
    return Screen(
        paragraphs(
            lines([say("search-found", count=listed.total, words=words), _about(say, consultation)]),
            public.entries(say, listed.proposals),
        ),
        [
            *public.to_each(listed.proposals),
            *buttons.turns(
                say, listed.page.at, listed.page.count, lambda page: ShowFound(search=search.id, page=page)
            ),
            again,
            *on,
        ],
        stays=True,
    )


def ended(say: Speaker) -> Screen:
    """No words are waited for any more."""
    return Screen(say("search-ended"), [[_to_list(say, None)], [buttons.to_menu(say)]])


def _about(say: Speaker, consultation: Consultation | None) -> Html:
    return say("public-of", title=consultation.text(say.language)[1].title) if consultation else Html("")


def _to_list(say: Speaker, consultation: Consultation | None) -> Button:
    action = ShowPublicList(consultation=consultation.id) if consultation else ShowPublicList()
    return Button(say.plain("button-all-proposals"), action)


def _to_draft(say: Speaker, draft: Draft | None) -> list[Row]:
    return [[buttons.resume(say, draft.id)]] if draft is not None and draft.answers else []
