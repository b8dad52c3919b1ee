"""How many links a proposal has, and until when the secretariat is to respond."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.limits import LINKS, TooManyLinks, check_links, links_in
from bot.domain.proposals import ProposalText
from bot.domain.workdays import ReplyTerm

KYIV = ZoneInfo("Europe/Kyiv")


def text(**answers: str) -> ProposalText:
    return ProposalText.model_validate({"title": "Trees", "problem": "Heat", "solution": "Plant", **answers})


@pytest.mark.parametrize(
    ("problem", "count"),
    [
        ("https://example.org and http://example.org/a?b=c", 2),
        ("HTTPS://EXAMPLE.ORG, www.example.org", 2),
        ("t.me/joinchat/abc", 1),
        ("tg://resolve?domain=a", 1),
        ("https://example.org/a.b/c.d/e", 1),
        ("приклад.укр/сторінка", 1),
        ("a@example.org, data.gov.ua, 1.5/2, та/або, і т.д./тощо", 0),
        ("§ 12.3/4, 24.11.2026/25.11.2026", 0),
    ],
)
def test_links_are_counted(problem: str, count: int):
    assert links_in(text(problem=problem)) == count


def test_links_count_in_all_answers_together():
    link = "https://example.org "
    check_links(text(problem=link * 3, partners=link * (LINKS - 3)))
    with pytest.raises(TooManyLinks) as refused:
        check_links(text(problem=link * 3, partners=link * (LINKS - 2)))
    assert refused.value.args_of_text == {"count": LINKS + 1, "most": LINKS}


@pytest.mark.parametrize(
    ("received", "days", "reply_by"),
    [
        ("2026-11-24 10:00", 1, "2026-11-25"),
        ("2026-11-27 10:00", 1, "2026-11-30"),
        ("2026-11-28 10:00", 1, "2026-11-30"),
        ("2026-11-24 23:30", 20, "2026-12-22"),
        ("2026-12-23 10:00", 3, "2026-12-29"),
    ],
)
def test_response_is_due_at_the_end_of_a_working_day_of_the_zone(received: str, days: int, reply_by: str):
    moment = datetime.fromisoformat(received).replace(tzinfo=KYIV).astimezone(UTC)
    term = ReplyTerm(days, KYIV, frozenset({date(2026, 12, 25)}))
    assert term(moment).astimezone(KYIV) == datetime.fromisoformat(f"{reply_by} 18:00").replace(tzinfo=KYIV)
