"""What the secretariat writes to authors: in which language, in two, from ready reasons, and never too long."""

import pytest

from bot.domain.letters import LONGEST
from bot.domain.proposals import DECISIONS, ChangedBy, ChangeId, ProposalChange, ProposalState
from bot.sandbox import Person
from bot.services.desk import Told
from bot.ui import pages, proposals
from tests.flows.cases import REASON, at, changes_of, now_of, open_case, received
from tests.flows.conftest import House
from tests.flows.scenes import press, write
from tests.flows.test_cases import asked

S = ProposalState


async def begin(officer: Person, house: House, author: Person, label: str = "Відхилити"):
    proposal = await at(house, author, S.UNDER_REVIEW, is_told=False)
    await open_case(officer, proposal)
    await press(officer, "Вирішити")
    return proposal, await press(officer, label)


async def test_officer_is_told_which_language_the_author_reads(
    house: House, olena: Person, alex: Person, officer: Person
):
    _, shown = await begin(officer, house, alex)
    assert "Автор читає англійською." in shown.text
    _, shown = await begin(officer, house, olena)
    assert "Автор читає українською." in shown.text
    assert "Автор читає українською." in (await write(officer, REASON)).text


async def test_author_reads_their_language_first_and_the_public_too(
    house: House, alex: Person, olena: Person, officer: Person
):
    proposal, _ = await begin(officer, house, alex)
    await write(officer, "Because of the law.")
    shown = await press(officer, "Додати українською")
    assert "Напишіть те саме українською" in shown.text
    shown = await write(officer, "Через закон.")
    assert shown.text.index("Because of the law.") < shown.text.index("Через закон.")
    await press(officer, "Надіслати рішення")
    notice = await alex.wait_for("Because of the law.")
    assert notice.text.index("Because of the law.") < notice.text.index("Через закон.")
    shown = await write(olena, f"/start p_{proposal.reference}")
    assert shown.text.index("Через закон.") < shown.text.index("Because of the law.")
    change = (await changes_of(house, proposal))[-1]
    assert (change.reason, change.other, change.other_language) == (
        "Because of the law.",
        "Через закон.",
        "uk",
    )


async def test_second_language_is_changed_or_left_out(house: House, olena: Person, officer: Person):
    proposal, _ = await begin(officer, house, olena)
    await write(officer, REASON)
    await press(officer, "Додати англійською")
    await press(officer, "Лишити одну мову")
    await press(officer, "Додати англійською")
    await write(officer, "First words.")
    await press(officer, "Змінити англійською")
    shown = await write(officer, "Second words.")
    assert "First words." not in shown.text
    await press(officer, "Лишити одну мову")
    await press(officer, "Надіслати рішення")
    assert (await changes_of(house, proposal))[-1].other == ""


async def test_ready_reason_fills_the_letter_and_stays_editable(house: House, olena: Person, officer: Person):
    proposal, shown = await begin(officer, house, olena)
    assert "Це вирішує інший орган" in shown.labels
    assert "Увійде до плану дій" not in shown.labels
    shown = await press(officer, "Це вирішує інший орган")
    assert "Це питання вирішує" in shown.text
    assert "Перевірте текст" in shown.text
    await press(officer, "Додати англійською")
    shown = await press(officer, "Це вирішує інший орган")
    assert "This is decided by" in shown.text
    shown = await press(officer, "Надіслати рішення")
    assert "Не заповнено: [назвіть орган]" in shown.text
    assert (await now_of(house, proposal)).state is S.UNDER_REVIEW
    await press(officer, "Написати інакше")
    await write(officer, "Рада вирішила інакше.")
    await press(officer, "Лишити одну мову")
    await press(officer, "Надіслати рішення")
    assert (await now_of(house, proposal)).response == "Рада вирішила інакше."


async def test_ready_question_is_in_the_authors_language(house: House, alex: Person, officer: Person):
    proposal = await received(house, alex, is_told=False)
    await open_case(officer, proposal)
    await press(officer, "Запитати автора")
    shown = await press(officer, "Хто має це зробити?")
    assert "Which body, in your view" in shown.text


async def test_text_over_the_limit_is_kept_and_says_by_how_much(house: House, olena: Person, officer: Person):
    await begin(officer, house, olena)
    await write(officer, "а" * LONGEST)
    await press(officer, "Додати англійською")
    shown = await write(officer, "b" * 25)
    assert "Задовго на 25 знаків" in shown.text
    assert "Текст збережено" in shown.text
    shown = await press(officer, "Лишити одну мову")
    assert "а" * LONGEST in shown.text


async def test_reply_to_a_question_says_the_language_too(house: House, alex: Person, officer: Person):
    question = await asked(house, alex)
    await officer.press(data=f"qa:{question.id}")
    assert "Автор читає англійською." in (await officer.wait_for("Відповідь на запитання")).text


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("state", [*sorted(DECISIONS), S.CLARIFICATION])
@pytest.mark.parametrize("other", ["", "w"])
async def test_longest_text_with_its_heading_fits_one_message(
    house: House, olena: Person, language: str, state: ProposalState, other: str
):

    proposal = await received(house, olena, "Ш" * 150, is_told=False)
    proposal = proposal.model_copy(update={"state": state})
    change = ProposalChange(
        id=ChangeId(1),
        proposal_id=proposal.id,
        was=S.UNDER_REVIEW,
        became=state,
        actor=ChangedBy.STAFF,
        reason="ж" * (LONGEST - 1500 * bool(other)),
        other=other * 1500,
        other_language="en" if other else "",
        changed_at=house.clock.now(),
    )
    say = house.rooms.texts.speaker(language)
    shown = proposals.told(say, Told(change, proposal, proposal), house.clock.now())
    assert "…" not in shown.text.replace("Ш…", "")
    assert pages.length(shown.text) <= 4096
