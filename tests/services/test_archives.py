"""Attachments as archives: what is in them, under which names, and what the manifest says."""

import csv
import hashlib
import io
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import Rooms
from bot.domain.exports import Selection
from bot.domain.people import Actor, Role
from bot.domain.proposals import ProposalId, ProposalState
from bot.services.archives import Archives, safe_name
from bot.services.export_files import Order
from storage import AttachmentFiles
from tests.services.proposed import NOW, appoint, attach, file, put

OPERATOR = Actor.operator()


def manifest(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig"), newline="")))


def kept(opened: Rooms) -> AttachmentFiles:
    return AttachmentFiles.beside(opened.settings.database)


@pytest.fixture
async def scene(opened: Rooms) -> Rooms:
    """Two proposals with the same file, one of which has another besides, which is gone."""
    sha256 = kept(opened).put(b"the plan")
    async with opened.database.unit() as unit:
        for number in (1, 2, 3):
            await put(unit, number, state=ProposalState.ACCEPTED if number == 1 else ProposalState.RECEIVED)
    await attach(
        opened.database, 1, file(1, "план.pdf", b"the plan", sha256), file(2, "=1.csv", b"gone", "c" * 64)
    )
    await attach(opened.database, 2, file(3, "план.pdf", b"the plan", sha256))
    return opened


async def packed(opened: Rooms, folder: Path, order: Order) -> zipfile.ZipFile:
    await opened.services.exports.pack(folder, "files.zip", order)
    return zipfile.ZipFile(folder / "files.zip")


async def test_archive_has_a_folder_a_proposal_and_a_manifest(scene: Rooms, tmp_path: Path):
    with await packed(scene, tmp_path, Order(OPERATOR)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "UA-2026-0001/01-план.pdf",
            "UA-2026-0002/01-план.pdf",
            "manifest.csv",
        ]
        assert archive.read("UA-2026-0002/01-план.pdf") == b"the plan"
        first, gone, second = manifest(archive)
    assert first == {
        "reference": "UA-2026-0001",
        "file": "UA-2026-0001/01-план.pdf",
        "name": "план.pdf",
        "type": "application/pdf",
        "size": "8",
        "sha256": hashlib.sha256(b"the plan").hexdigest(),
        "status": "ok",
    }
    assert (gone["file"], gone["name"], gone["status"]) == ("", "'=1.csv", "missing")
    assert (second["reference"], second["status"]) == ("UA-2026-0002", "ok")


async def test_content_that_is_not_what_came_is_named(scene: Rooms, tmp_path: Path):
    kept(scene).path(hashlib.sha256(b"the plan").hexdigest()).write_bytes(b"another")
    with await packed(scene, tmp_path, Order(OPERATOR)) as archive:
        assert [row["status"] for row in manifest(archive)] == ["changed", "missing", "changed"]


async def test_archive_has_the_files_of_what_is_meant(scene: Rooms, tmp_path: Path):
    order = Order(OPERATOR, Selection(states=(ProposalState.RECEIVED,)))
    with await packed(scene, tmp_path, order) as archive:
        assert [row["reference"] for row in manifest(archive)] == ["UA-2026-0002"]


async def test_observer_gets_the_files_of_public_proposals_only(scene: Rooms, tmp_path: Path):
    async with scene.database.unit() as unit:
        await unit.proposals.hide(ProposalId(1), is_hidden=True, now=NOW)
    observer = Order(await appoint(scene.database, Role.OBSERVER))
    assert (await scene.services.exports.weigh(observer)).files == 1
    with await packed(scene, tmp_path, observer) as archive:
        assert [row["reference"] for row in manifest(archive)] == ["UA-2026-0002"]


async def test_archive_of_nothing_is_an_archive_with_an_empty_manifest(opened: Rooms, tmp_path: Path):
    with await packed(opened, tmp_path, Order(OPERATOR)) as archive:
        assert archive.namelist() == ["manifest.csv"]
        assert manifest(archive) == []


def test_more_than_fits_goes_into_the_next_archive_each_with_its_own_manifest(tmp_path: Path):
    (tmp_path / "content").write_bytes(b"x" * 30_000)
    out = tmp_path / "out"
    out.mkdir()
    archives = Archives(out, "{number}.zip", zone=ZoneInfo("Europe/Kyiv"), largest=105_000)
    for number in range(1, 8):
        one = file(number, "Ґ" * 90 + ".pdf", b"x" * 30_000, "d" * 64)
        archives.add(f"UA-2026-{number:04d}", 1, one, tmp_path / "content")
    archives.close()
    assert [path.name for path in archives.paths] == ["1.zip", "2.zip", "3.zip"]
    assert sorted(path.name for path in out.iterdir()) == ["1.zip", "2.zip", "3.zip"]
    listed = []
    for path in archives.paths:
        assert path.stat().st_size <= 105_000
        with zipfile.ZipFile(path) as archive:
            rows = manifest(archive)
            assert [row["file"] for row in rows] == archive.namelist()[:-1]
            listed += [row["reference"] for row in rows]
    assert listed == [f"UA-2026-{number:04d}" for number in range(1, 8)]


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_name_is_safe_on_every_system(name: str):
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 160
    assert not set(safe) & set('<>:"|?*/\\')
    assert safe.isprintable()
    assert safe == safe.rstrip(" .")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("план.pdf", "план.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("🌳" * 90 + ".pdf", "🌳" * 36 + ".pdf"),
        ("й.txt", "й.txt"),
    ],
)
def test_name_keeps_what_it_can(name: str, safe: str):
    assert safe_name(name) == safe
