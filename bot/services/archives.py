"""The files of proposals as ZIP archives, each with a manifest of what is in it."""

import hashlib
import tempfile
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePath
from typing import IO
from zoneinfo import ZoneInfo

from bot.domain.attachments import Attachment, cleaned
from bot.services.tables import Csv

MANIFEST = "manifest.csv"
COLUMNS = ("reference", "file", "name", "type", "size", "sha256", "status")
#: Bytes of a name in an archive: every file system takes 255, and there are things put before and after.
LONGEST_NAME = 150
_CHUNK = 64 * 1024
#: Bytes that an archive needs besides the contents: at its end, for each file, for each letter of a name.
_END, _EACH, _LETTER = 4096, 400, 12


class Archives:
    """Archives that are being written. Contents are stored as they are: what people attach is packed already.

    Args:
        folder: where they are written.
        name: of the file of an archive, by its number from 1.
        zone: by whose clock the files are dated.
        largest: bytes of an archive at the most; whatever more there is goes into the next one.
    """

    def __init__(self, folder: Path, name: str, *, zone: ZoneInfo, largest: int | None = None) -> None:
        self._folder = folder
        self._name = name
        self._zone = zone
        self._largest = largest
        self._archive: zipfile.ZipFile | None = None
        self._manifest: IO[bytes] | None = None
        self._size = 0
        self.paths: list[Path] = []
        self.missing = 0

    def begin(self) -> None:
        """Begin the next archive; it is one also where nothing comes."""
        path = self._folder / self._name.format(number=len(self.paths) + 1)
        self._archive = zipfile.ZipFile(path, "w", zipfile.ZIP_STORED)
        self._manifest = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115  (closed with the archive)
        self._manifest.write(Csv(COLUMNS).begin())
        self._size = _END
        self.paths.append(path)

    def add(self, reference: str, number: int, file: Attachment, content: Path) -> None:
        """Put a file in, under its proposal's reference; one that is not there stands in the manifest alone.

        Args:
            reference: the proposal's.
            number: the file's among those of its proposal, from 1.
            file: what is known of it.
            content: where its content lies.
        """
        inside = f"{reference}/{number:02d}-{safe_name(file.name)}"
        needs = _EACH + _LETTER * len(inside + file.name)
        if self._largest and self._size + file.size + needs > self._largest:
            self.close()
        if self._archive is None:
            self.begin()
        self._size += needs
        try:
            with content.open("rb") as source:
                status = self._copy(source, inside, file)
        except FileNotFoundError:
            status, inside = "missing", ""
            self.missing += 1
        assert self._manifest is not None
        row = (reference, inside, file.name, file.mime, str(file.size), file.sha256, status)
        self._manifest.write(Csv(COLUMNS).row(dict(zip(COLUMNS, row, strict=True))))

    def close(self) -> Sequence[Path]:
        """Finish the archive in hand; all of them."""
        if self._archive is not None and self._manifest is not None:
            self._manifest.seek(0)
            with self._archive.open(self._entry(MANIFEST, datetime.now(self._zone)), "w") as inside:
                _copied(self._manifest, inside)
            self._archive.close()
            self.abandon()
        return self.paths

    def abandon(self) -> None:
        """Let go of what is open."""
        archive, self._archive = self._archive, None
        manifest, self._manifest = self._manifest, None
        if manifest is not None:
            manifest.close()
        if archive is not None and archive.fp is not None:
            archive.fp.close()
            archive.fp = None

    def _copy(self, source: IO[bytes], inside: str, file: Attachment) -> str:
        """Whether the content is what it was when it came: `ok` or `changed`."""
        assert self._archive is not None
        with self._archive.open(self._entry(inside, file.added_at), "w") as target:
            size, sha256 = _copied(source, target)
        self._size += size
        return "ok" if sha256 == file.sha256 else "changed"

    def _entry(self, name: str, moment: datetime) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(name, moment.astimezone(self._zone).timetuple()[:6])
        entry.external_attr = 0o600 << 16
        return entry


def safe_name(name: str) -> str:
    """A file's name as every system takes it: after the number before it, none is a device's or hidden."""
    path = PurePath(unicodedata.normalize("NFC", cleaned(name, "file")))
    ending = path.suffix if len(path.suffix.encode()) <= LONGEST_NAME // 2 else ""
    stem = path.name.removesuffix(ending)
    while len(f"{stem}{ending}".encode()) > LONGEST_NAME:
        stem = stem[:-1]
    return f"{stem}{ending}".rstrip(" .")


def _copied(source: IO[bytes], target: IO[bytes]) -> tuple[int, str]:
    """Copy to the end; how many bytes, and their SHA-256 in hexadecimal."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        target.write(chunk)
    return size, digest.hexdigest()
