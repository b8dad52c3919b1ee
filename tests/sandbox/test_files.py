"""Files that people send: named by getFile, downloaded, lost, and too large."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox

SENT = b"%PDF-1.4"


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox() as running:
        yield running


@pytest.fixture
def person(box: Sandbox) -> Person:
    return box.add_person(1, "Olena")


async def get_file(box: Sandbox, file_id: str) -> dict:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{box.url}/bot{box.token}/getFile", json={"file_id": file_id}) as response,
    ):
        return await response.json()


async def download(box: Sandbox, path: str) -> tuple[int, bytes]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{box.url}/file/bot{box.token}/{path}") as response,
    ):
        return response.status, await response.read()


async def test_file_is_named_and_downloaded(box: Sandbox, person: Person):
    sent = await person.send_document("plan.pdf", SENT)
    named = await get_file(box, sent.raw["document"]["file_id"])
    assert named["result"]["file_size"] == len(SENT)
    assert await download(box, named["result"]["file_path"]) == (200, SENT)


async def test_file_over_20_mb_is_not_named(box: Sandbox, person: Person):
    sent = await person.send_document("plan.pdf", SENT, size=50_000_000)
    assert sent.raw["document"]["file_size"] == 50_000_000
    refused = await get_file(box, sent.raw["document"]["file_id"])
    assert refused["description"] == "Bad Request: file is too big"


async def test_lost_file_is_not_named(box: Sandbox, person: Person):
    sent = await person.send_document("plan.pdf", SENT)
    await person.lose(sent)
    refused = await get_file(box, sent.raw["document"]["file_id"])
    assert refused["description"] == "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_file_lost_since_it_was_named_is_not_found(box: Sandbox, person: Person):
    sent = await person.send_document("plan.pdf", SENT)
    named = await get_file(box, sent.raw["document"]["file_id"])
    await person.lose(sent, only_path=True)
    assert (await download(box, named["result"]["file_path"]))[0] == 404


async def test_download_can_fail(box: Sandbox, person: Person):
    sent = await person.send_document("plan.pdf", SENT)
    path = (await get_file(box, sent.raw["document"]["file_id"]))["result"]["file_path"]
    box.faults.answer("download", 502)
    assert (await download(box, path))[0] == 502
    box.faults.drop("download", applied=False, times=2)  # a client may try once more by itself
    with pytest.raises(aiohttp.ClientError):
        await download(box, path)
    assert await download(box, path) == (200, SENT)


async def test_parts_of_an_album_share_its_name(person: Person):
    parts = [await person.send_photo(b"picture", album="trees") for _ in range(2)]
    assert [part.raw["media_group_id"] for part in parts] == ["trees", "trees"]
    assert "media_group_id" not in (await person.send_photo(b"picture")).raw
