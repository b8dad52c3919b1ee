"""Files sent while a proposal is being written: attached at once, listed, taken out, handed over."""

import os

import pytest

from bot.domain.attachments import AT_MOST, LARGEST
from bot.domain.hidings import HidingStep, Rule
from bot.domain.people import Actor, PersonId
from bot.sandbox import ChatMessage, Person, Sandbox
from storage import AttachmentFiles
from tests.flows.conftest import House
from tests.flows.scenes import PROBLEM, begin, click, data_of, draft, follow, press, submit, write

PDF = b"%PDF-1.4 plan"
REFUSED = {
    "a kind that is not taken": (lambda person: person.send_document("virus.exe", b"MZ"), "такого виду"),
    "no ending": (lambda person: person.send_document("README", b"text"), "такого виду"),
    "an ending hidden by its direction": (
        lambda person: person.send_document("plan\u202efdp.exe", b"MZ"),
        "такого виду",
    ),
    "no byte": (lambda person: person.send_document("plan.pdf", b""), "порожній"),
    "no byte where Telegram says otherwise": (
        lambda person: person.send_document("plan.pdf", b"", size=9),
        "порожній",
    ),
    "50 MB": (lambda person: person.send_document("plan.pdf", PDF, size=50_000_000), "завеликий"),
    "a byte too many": (lambda person: person.send_document("plan.pdf", PDF, size=LARGEST + 1), "завеликий"),
}


async def attach(person: Person, name: str = "plan.pdf", content: bytes = PDF, **more: str) -> ChatMessage:
    await person.send_document(name, content, "application/pdf", **more)
    return await person.wait_for()


async def at_files(person: Person) -> ChatMessage:
    """At the step of files, with title and problem written in the full mode."""
    await draft(person, upto=2)
    kept = await write(person, "/propose")
    shown = await follow(person, kept, "dc:")
    data = data_of(shown, "pg:")
    assert data is not None
    number = data.split(":")[1]
    await click(person, f"dm:{number}:full")
    return await click(person, f"pg:{number}:attachments:0")


async def of_draft(house: House, person: Person) -> list:
    async with house.rooms.database.view() as view:
        found = await view.drafts.find(PersonId(person.id))
        return [] if found is None else list(await view.attachments.of_draft(found.id))


async def test_step_says_what_may_be_sent(olena: Person):
    shown = await at_files(olena)
    assert "Найбільше файлів: 10, кожен до 20 МБ" in shown.text.replace("\u00a0", " ")
    assert all(kind in shown.text for kind in ("PDF", "DOCX", "XLSX", "CSV", "фото", "Архівів і програм не"))
    assert "Пропустити крок" in shown.labels


async def test_file_is_downloaded_at_once_and_listed(house: House, settings, olena: Person):
    await at_files(olena)
    shown = await attach(olena)
    assert "Файл додано: «plan.pdf»" in shown.text
    assert "• plan.pdf (13" in shown.text
    assert shown.labels[0] == "Далі"
    assert "Прибрати plan.pdf" in shown.labels
    assert "Пропустити крок" not in shown.labels
    (file,) = await of_draft(house, olena)
    path = AttachmentFiles.beside(settings.database).path(file.sha256)
    assert path.read_bytes() == PDF
    assert path.stat().st_mode & 0o777 == 0o600


async def test_file_is_taken_at_any_step_and_in_the_quick_mode(olena: Person):
    await draft(olena, upto=1)
    shown = await attach(olena)
    assert "Проблема" in shown.text
    assert "Файл додано" in shown.text
    assert "Рішення" in (await write(olena, PROBLEM)).text


async def test_file_shows_in_the_preview(olena: Person):
    preview = await draft(olena)
    shown = await attach(olena)
    assert shown.id != preview.id
    assert "Перевірте пропозицію" in shown.text
    assert "• plan.pdf (13" in shown.text
    assert "Змінити файли" in shown.labels


async def test_photo_sound_and_film_are_taken(house: House, olena: Person):
    await at_files(olena)
    await olena.send_photo(b"picture")
    await olena.wait_for("photo.jpg")
    await olena.send_medium("audio", b"sound", "audio/mpeg")
    await olena.wait_for("audio.mp3")
    await olena.send_medium("video", b"film", "video/mp4")
    await olena.wait_for("video.mp4")
    await olena.send_photo(b"another picture")
    await olena.wait_for("photo (2).jpg")
    assert [file.kind for file in await of_draft(house, olena)] == ["photo", "audio", "video", "photo"]


async def test_voice_is_kept_and_text_asked_for(house: House, olena: Person):
    await draft(olena, upto=1)
    await olena.send_voice(b"OggS words")
    shown = await olena.wait_for()
    assert "voice.ogg" in shown.text
    assert "Напишіть головне ще й текстом" in shown.text
    assert "Проблема" in shown.text
    (file,) = await of_draft(house, olena)
    assert file.kind == "voice"


@pytest.mark.parametrize("case", REFUSED)
async def test_refused_file_loses_nothing(house: House, olena: Person, case: str):
    send, reason = REFUSED[case]
    await draft(olena, upto=1)
    await send(olena)
    shown = await olena.wait_for()
    assert reason in shown.text
    assert "Усе написане збережено" in shown.text
    assert "Проблема" in shown.text
    assert await of_draft(house, olena) == []
    assert "Рішення" in (await write(olena, PROBLEM)).text


@pytest.mark.parametrize("only_path", [False, True], ids=["by its id", "at the download"])
async def test_file_that_telegram_has_no_more_is_asked_for_again(
    house: House, olena: Person, *, only_path: bool
):
    await draft(olena, upto=1)
    async with house.away():
        sent = await olena.send_document("plan.pdf", PDF)
        await olena.lose(sent, only_path=only_path)
    shown = await olena.wait_for()
    assert "Telegram уже не має файлу «plan.pdf»" in shown.text
    assert "Проблема" in shown.text
    assert "Файл додано" in (await attach(olena)).text


async def test_broken_line_is_tried_again(sandbox: Sandbox, house: House, olena: Person):
    await draft(olena, upto=1)
    sandbox.faults.answer("getFile", 502)
    sandbox.faults.drop("download", applied=False)
    assert "Файл додано" in (await attach(olena)).text
    assert len(await of_draft(house, olena)) == 1


async def test_more_files_than_may_be_are_refused(house: House, olena: Person):
    await at_files(olena)
    for number in range(AT_MOST):
        await attach(olena, f"{number}.pdf")
    shown = await attach(olena, "one-more.pdf")
    assert "«one-more.pdf» не додано: файлів уже 10" in shown.text
    assert len(await of_draft(house, olena)) == AT_MOST
    shown = await press(olena, "Прибрати 0.pdf", message=shown)
    assert "• 0.pdf" not in shown.text
    assert "Файл додано" in (await attach(olena, "one-more.pdf")).text


async def test_album_is_attached_whole_and_shown_once(house: House, olena: Person):
    step = await at_files(olena)
    async with house.away():
        for number in range(4):
            await olena.send_document(f"{number}.pdf", PDF + bytes([number]), album="trees")
    await olena.wait_for("3.pdf")
    await olena.wait_quiet()
    screens = [one for one in olena.chat.messages if one.from_bot and one.id > step.id]
    assert len(screens) == 1
    assert all(f"• {number}.pdf" in screens[0].text for number in range(4))
    assert len(await of_draft(house, olena)) == 4


async def test_refused_part_of_an_album_is_told_and_the_others_taken(house: House, olena: Person):
    await at_files(olena)
    async with house.away():
        for name in ("a.pdf", "b.exe", "c.pdf"):
            await olena.send_document(name, PDF + name.encode(), album="trees")
    await olena.wait_for("c.pdf")
    await olena.wait_quiet()
    assert "Файлів такого виду не приймаємо: «b.exe»" in olena.chat.transcript()
    assert [file.name for file in await of_draft(house, olena)] == ["a.pdf", "c.pdf"]


async def test_caption_is_an_answer_and_its_edit_changes_it(house: House, olena: Person):
    await draft(olena, upto=1)
    shown = await attach(olena, caption=PROBLEM)
    assert "Рішення" in shown.text
    assert "Файл додано" in shown.text
    kept = await house.services.proposals.draft_of(PersonId(olena.id))
    assert kept.answers["problem"] == PROBLEM
    (file,) = await of_draft(house, olena)
    assert file.caption == ""
    sent = next(one for one in reversed(olena.chat.messages) if not one.from_bot)
    await olena.edit(sent.id, f"{PROBLEM} Ніде.")
    await olena.wait_for("Рішення")
    kept = await house.services.proposals.draft_of(PersonId(olena.id))
    assert kept.answers["problem"] == f"{PROBLEM} Ніде."


async def test_caption_that_is_no_answer_stays_with_the_file(house: House, olena: Person):
    await at_files(olena)
    shown = await attach(olena, caption="Фото <b>ями</b> на Хрещатику")
    assert "• plan.pdf (13\u00a0Б): Фото <b>ями</b> на Хрещатику" in shown.text
    await draft(olena, upto=1)
    shown = await attach(olena, caption="так")
    assert "Проблема" in shown.text
    (file,) = await of_draft(house, olena)
    assert file.caption == "так"


async def test_removed_file_is_gone_and_a_second_press_changes_nothing(house: House, olena: Person):
    await at_files(olena)
    shown = await attach(olena)
    data = data_of(shown, "tr:")
    shown = await click(olena, data, message=shown)
    assert "plan.pdf" not in shown.text
    await olena.press(data=data, message=shown)
    await olena.wait_for_answer()
    assert await of_draft(house, olena) == []


async def test_nobody_removes_another_persons_file(house: House, olena: Person, alex: Person):
    await at_files(olena)
    data = data_of(await attach(olena), "tr:")
    refused = await click(alex, data)
    assert "plan.pdf" not in refused.text
    assert len(await of_draft(house, olena)) == 1


async def test_files_outlive_a_restart(house: House, olena: Person):
    await at_files(olena)
    await attach(olena)
    async with house.away():
        pass
    assert "• plan.pdf" in (await attach(olena, "second.pdf")).text


async def test_file_comes_once_however_often_it_is_delivered(house: House, sandbox: Sandbox, olena: Person):
    await draft(olena, upto=1)
    sandbox.faults.drop("sendMessage", applied=False)
    shown = await attach(olena, caption=PROBLEM)
    assert "Рішення" in shown.text
    assert len(await of_draft(house, olena)) == 1


async def test_secretariat_gets_the_files_of_a_proposal(house: House, olena: Person, officer: Person):
    await draft(olena, upto=1)
    await attach(olena, "../../etc/план дій.pdf", PDF, caption="")
    await attach(olena, "план дій.pdf", PDF)
    shown = await write(olena, "/propose")
    shown = await follow(olena, shown, "dc:")
    await submit_on(olena)
    await house.told()
    reference = (await house.services.proposals.mine(PersonId(olena.id)))[0].reference
    case = await write(officer, f"/inbox {reference}")
    assert "• план дій.pdf" in case.text
    await officer.press("Отримати файли: 2", message=case)
    await officer.wait_for(f"Надіслано 2 файли до {reference}")
    sent = [one.document for one in officer.chat.messages if one.from_bot and one.document]
    assert [(one.name, one.content) for one in sent] == [("план дій.pdf", PDF), ("план дій (2).pdf", PDF)]


async def submit_on(person: Person) -> ChatMessage:
    """From the step of the problem to the receipt."""
    for text in (PROBLEM, "Оприлюднити плани й звіти.", "Кожен бачить, що ремонтують."):
        shown = await write(person, text)
    for start in ("dt:", "pg:", "da:{}:anonymous"):
        shown = await follow(person, shown, start)
    consent = await follow(person, shown, "pc:")
    return await follow(person, consent, "pp:")


async def test_author_sees_and_gets_their_files(house: House, olena: Person):
    await draft(olena, upto=1)
    await attach(olena)
    await submit_on(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    own = await click(olena, f"o:{proposal.id}")
    assert "• plan.pdf (13" in own.text
    await olena.press("Отримати файли: 1", message=own)
    await olena.wait_for("Надіслано 1 файл")


def documents(person: Person) -> list[tuple[str, bytes]]:
    """What the bot has handed over."""
    found = [one.document for one in person.chat.messages if one.from_bot and one.document]
    return [(one.name, one.content) for one in found]


async def test_everybody_gets_the_files_of_a_public_proposal(house: House, olena: Person, alex: Person):
    await draft(olena, upto=1)
    assert "зможе отримати кожен" in (await attach(olena, caption="")).text
    await olena.send_photo(b"picture")
    await olena.wait_for("photo.jpg")
    await submit_on(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    shown = await write(alex, f"/start p_{proposal.reference}")
    assert "• plan.pdf (13" in shown.text
    await alex.press("Get the files: 2", message=shown)
    back = await alex.wait_for("2 files of")
    assert documents(alex) == [("plan.pdf", PDF), ("photo.jpg", b"picture")]
    shown = await press(alex, "‹ Back", message=back)
    assert "Support the proposal" in shown.labels


async def test_files_of_a_hidden_or_withdrawn_proposal_are_not_handed_over(
    house: House, olena: Person, alex: Person, officer: Person
):
    await draft(olena, upto=1)
    await attach(olena)
    await submit_on(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    await house.services.hidings.take(
        proposal.id, HidingStep.HIDDEN, Actor.operator(), reason="Чуже фото.", rule=Rule.PRIVATE
    )
    assert "not found" in (await click(alex, f"ts:{proposal.id}")).text
    await olena.press(data=f"ts:{proposal.id}")
    await olena.wait_for("Надіслано 1 файл")
    await officer.press(data=f"ts:{proposal.id}")
    await officer.wait_for("Надіслано 1 файл")
    await house.services.life.withdraw(proposal.id, Actor(person_id=PersonId(olena.id)))
    await click(alex, f"ts:{proposal.id}")
    assert documents(alex) == []


async def test_file_goes_by_telegrams_own_id_and_byte_by_byte_where_that_is_gone(
    house: House, settings, sandbox: Sandbox, olena: Person, alex: Person
):
    await draft(olena, upto=1)
    sent = await olena.send_document("plan.pdf", PDF, "application/pdf")
    await olena.wait_for("plan.pdf")
    (file,) = await of_draft(house, olena)
    await submit_on(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    path = AttachmentFiles.beside(settings.database).path(file.sha256)
    aside = path.rename(path.with_suffix(".aside"))
    await alex.press(data=f"ts:{proposal.id}")
    await alex.wait_for("1 file of")
    assert documents(alex) == [("plan.pdf", PDF)]
    await olena.lose(sent)  # and out of the chat with it
    await alex.press(data=f"+ts:{proposal.id}")
    assert "plan.pdf" in (await alex.wait_for("not in the bot")).text
    aside.rename(path)
    for _ in range(2):  # the second time by the id that Telegram has given it anew
        await alex.press(data=f"+ts:{proposal.id}")
        await alex.wait_for("1 file of")
        if path.exists():
            path.unlink()
    assert documents(alex) == [("plan.pdf", PDF)] * 2


async def test_file_whose_name_was_changed_goes_under_the_changed_name(
    house: House, olena: Person, alex: Person
):
    await draft(olena, upto=1)
    await attach(olena, "plan\u202egnp.pdf")
    await attach(olena, "a/b:plan.pdf")
    await submit_on(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    await alex.press(data=f"ts:{proposal.id}")
    await alex.wait_for("2 files of")
    assert [name for name, _ in documents(alex)] == ["plangnp.pdf", "b_plan.pdf"]


async def test_secretariat_is_told_of_a_file_that_is_not_there(
    house: House, settings, olena: Person, officer: Person
):
    await draft(olena, upto=1)
    sent = await olena.send_document("plan.pdf", PDF)
    await olena.wait_for("plan.pdf")
    (file,) = await of_draft(house, olena)
    await submit_on(olena)
    AttachmentFiles.beside(settings.database).path(file.sha256).unlink()
    await olena.lose(sent)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    await officer.press(data=f"ts:{proposal.id}")
    shown = await officer.wait_for("не знайдено")
    assert "• plan.pdf" in shown.text


def last_sent(person: Person) -> ChatMessage:
    return next(one for one in reversed(person.chat.messages) if not one.from_bot)


async def test_edited_words_under_a_file_describe_it_anew(house: House, olena: Person):
    await at_files(olena)
    await attach(olena, caption="Фото ями")
    await olena.edit(last_sent(olena).id, "Фото ями на <Хрещатику>")
    shown = await olena.wait_for("Підпис до файлу")
    assert "• plan.pdf (13\u00a0Б): Фото ями на <Хрещатику>" in shown.text
    (file,) = await of_draft(house, olena)
    assert file.caption == "Фото ями на <Хрещатику>"


async def test_edited_words_under_a_file_of_a_draft_put_aside_describe_it_too(house: House, olena: Person):
    await at_files(olena)
    await attach(olena, caption="Фото ями")
    sent = last_sent(olena)
    await write(olena, "/menu")
    await olena.edit(sent.id, "Фото двох ям")
    shown = await olena.wait_for("Підпис до файлу")
    assert "Продовжити чернетку" in shown.labels
    kept = await house.services.proposals.draft_of(PersonId(olena.id))
    assert not kept.is_open


async def test_file_replaced_in_a_message_stays_and_the_way_is_said(
    house: House, sandbox: Sandbox, olena: Person
):
    await at_files(olena)
    await attach(olena)
    raw = last_sent(olena).raw
    other = {**raw["document"], "file_name": "other.pdf", "file_size": 99, "file_id": "other"}
    olena.chat.by_id[raw["message_id"]].raw["document"] = other
    await olena.edit(raw["message_id"], "Інший план")
    shown = await olena.wait_for("лишився той")
    assert "Підпис до файлу" in shown.text
    (file,) = await of_draft(house, olena)
    assert (file.name, file.size, file.caption) == ("plan.pdf", len(PDF), "Інший план")


async def test_edit_of_a_message_that_was_no_answer_says_how_to_change_one(house: House, olena: Person):
    asked = await olena.send("Скільки є планів?")
    await olena.wait_for()
    await draft(olena, upto=1)
    await olena.edit(asked.id, "Скільки планів?")
    shown = await olena.wait_for("не було відповіддю")
    assert "Проблема" in shown.text
    kept = await house.services.proposals.draft_of(PersonId(olena.id))
    assert list(kept.answers) == ["title"]


async def test_files_without_a_draft_get_the_kind_word(olena: Person):
    await olena.send_document("plan.pdf", PDF)
    assert "Файли й зображення бот поки не читає" in (await olena.wait_for()).text


async def test_files_of_a_discarded_draft_are_swept_after_a_day(house: House, settings, olena: Person):
    await at_files(olena)
    shown = await attach(olena)
    await attach(olena, "kept.pdf", b"kept")
    await click(olena, data_of(shown, "tr:"), message=shown)
    files = AttachmentFiles.beside(settings.database)
    assert len(list(files.older_than(2e9 * 10))) == 2
    assert await house.services.attachments.sweep(pause=0) == 0
    for path in list(files.older_than(2e9 * 10)):
        os.utime(path, (1, 1))
    assert await house.services.attachments.sweep(pause=0) == 1
    assert [path.read_bytes() for path in files.older_than(2e9 * 10)] == [b"kept"]


async def test_correction_may_bring_a_file(house: House, olena: Person):
    await submit(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    await click(olena, f"fu:{proposal.id}")
    shown = await attach(olena)
    assert "Виправлення пропозиції" in shown.text
    shown = await follow(olena, shown, "pp:")
    (corrected,) = await house.services.proposals.mine(PersonId(olena.id))
    assert corrected.version == 2
    assert corrected.content_hash != proposal.content_hash


async def test_correction_may_take_a_file_out(house: House, olena: Person):
    await draft(olena, upto=1)
    await attach(olena)
    await submit_on(olena)
    (proposal,) = await house.services.proposals.mine(PersonId(olena.id))
    shown = await click(olena, f"fu:{proposal.id}")
    assert "• plan.pdf" in shown.text
    shown = await press(olena, "Змінити файли", message=shown)
    shown = await press(olena, "Прибрати plan.pdf", message=shown)
    assert "plan.pdf" not in shown.text
    assert "• plan.pdf" in (await click(olena, f"o:{proposal.id}")).text
    shown = await click(olena, f"fu:{proposal.id}")
    shown = await press(olena, "Готово") if "Готово" in shown.labels else shown
    shown = await follow(olena, shown, "pg:") if data_of(shown, "pp:") is None else shown
    await follow(olena, shown, "pp:")
    (corrected,) = await house.services.proposals.mine(PersonId(olena.id))
    assert corrected.content_hash != proposal.content_hash
    assert "plan.pdf" not in (await click(olena, f"o:{proposal.id}")).text


async def test_file_that_came_after_the_check_is_shown_before_sending(house: House, olena: Person):
    preview = await draft(olena)
    await attach(olena)
    shown = await follow(olena, preview, "pc:")
    assert "Перевірте ще раз" in shown.text
    assert "• plan.pdf" in shown.text


async def test_draft_of_a_file_alone_is_kept(olena: Person):
    await begin(olena)
    await attach(olena)
    await write(olena, "/menu")
    shown = await write(olena, "/propose")
    assert data_of(shown, "dc:") is not None
