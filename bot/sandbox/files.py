"""Files that people and the bot have sent, kept in memory."""

import hashlib
import struct
from dataclasses import dataclass

from bot.sandbox.errors import Json

MAX_DOWNLOAD = 20 * 1024 * 1024
"""Bytes that `getFile` serves at most."""
MAX_UPLOAD = 50 * 1024 * 1024
"""Bytes that a bot may upload at most."""
MAX_PHOTO = 10 * 1024 * 1024
"""Bytes of a photo at most."""


@dataclass(frozen=True, slots=True)
class File:
    """A stored file; `path` is what `getFile` answers as `file_path`."""

    file_id: str
    unique_id: str
    name: str
    content: bytes
    mime: str
    path: str
    size: int
    """Bytes, as Telegram says; a test may let it say something else."""

    def raw(self) -> Json:
        """The fields that every kind of file shares in the Bot API."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """Every file of the sandbox, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._count = 0

    def add(
        self, name: str, content: bytes, mime: str, *, folder: str = "documents", size: int | None = None
    ) -> File:
        """Keep a file and give it its ids.

        Args:
            name: as it was sent.
            content: its bytes.
            mime: its type.
            folder: the first part of its path.
            size: what Telegram says that it has; by default what it has.
        """
        self._count += 1
        number = self._count
        digest = hashlib.sha256(content).hexdigest()
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        file = File(
            file_id=f"SANDBOX{number:08d}{digest[:24]}",
            unique_id=f"U{digest[:15]}",
            name=name,
            content=content,
            mime=mime,
            path=f"{folder}/file_{number}.{suffix if suffix.isalnum() else 'bin'}",
            size=len(content) if size is None else size,
        )
        self._by_id[file.file_id] = file
        self._by_path[file.path] = file
        return file

    def find(self, file_id: str) -> File | None:
        """The file with that id, if there is one."""
        return self._by_id.get(file_id)

    def lose(self, file: File, *, only_path: bool = False) -> None:
        """Forget a file, as Telegram does with old ones.

        Args:
            file: which.
            only_path: whether `getFile` still names it, so that it is missing at the download alone.
        """
        if not only_path:
            del self._by_id[file.file_id]
        del self._by_path[file.path]

    def find_path(self, path: str) -> File | None:
        """The file at that path, if there is one."""
        return self._by_path.get(path)


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF or JPEG; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in {b"GIF87a", b"GIF89a"} and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        # Start-of-frame segments carry the size; C4, C8 and CC are tables that share their range.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + struct.unpack(">H", content[position + 2 : position + 4])[0]
    return None
