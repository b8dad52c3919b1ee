"""A search made ready, kept in a file, so that the next start need not make it anew.

The file is a cache and no more: whatever is wrong with it, the search is made as if there were none. Its digest is of
all that the search was made of and of the file itself: one of another content, code or interpreter, and one that was
cut short, is as good as none. It is read through a door that lets in nothing but the parts of a search, so that whoever
could write the file could make the bot err, but not run their code.
"""

import hashlib
import io
import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.domain.knowledge import Knowledge
from bot.services.search.lists import files_of_lists

_HERE = Path(__file__).parent
#: What makes a search beside this package: what puts it together, and what reads its lists.
_BESIDE = (_HERE.parent / "answers.py", _HERE.parent / "lined_yaml.py")
_OWN = f"{__package__}."
#: What the parts of a search are made of beside their own classes.
_PLAIN = frozenset(
    {
        ("array", "_array_reconstructor"),
        ("array", "array"),
        ("builtins", "dict"),
        ("builtins", "list"),
        ("builtins", "set"),
        ("collections", "Counter"),
        ("collections", "defaultdict"),
        ("functools", "partial"),
        ("re", "_compile"),
    }
)
#: So long is the digest at the end of the file.
_SEAL = hashlib.sha256().digest_size
#: What a file that is no search, or one of another time, may make of reading it.
_UNREADABLE = (
    OSError,
    pickle.PickleError,
    EOFError,
    ImportError,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
)


class KeptSearch:
    """The file of one content's search.

    Args:
        path: where it is; its folder may be missing, then nothing is kept.
        knowledge: the content.
        folder: where it was read from.
    """

    def __init__(self, path: Path, knowledge: Knowledge, folder: Path) -> None:
        self._path = path
        self._content = knowledge.model_dump_json().encode()
        self._folder = folder
        self._made_of = self._digest()

    def read(self) -> Any:
        """The search; None where the file has none, or that of something else."""
        if self._made_of is None:
            return None
        with suppress(*_UNREADABLE):
            whole = memoryview(self._path.read_bytes())
            content, seal = whole[:-_SEAL], whole[-_SEAL:]
            if seal == self._sealing(self._made_of, content).digest():
                return Parts(io.BytesIO(content)).load()
        return None

    def write(self, search: object) -> None:
        """Keep a search in one step, if its lists have not changed since; a folder that takes no file takes none."""
        if self._made_of is None or self._digest() != self._made_of:
            return
        name = f"{self._path.name}."
        with suppress(OSError), NamedTemporaryFile(dir=self._path.parent, prefix=name, delete=False) as file:
            written = Path(file.name)
            try:
                pickle.dump(search, file, pickle.HIGHEST_PROTOCOL)
                file.flush()
                file.write(self._sealing(self._made_of, written.read_bytes()).digest())
                file.close()
                written.replace(self._path)
            finally:
                written.unlink(missing_ok=True)  # what stopped half way; what is kept has another name by now

    @staticmethod
    def _sealing(made_of: bytes, content: bytes | memoryview) -> "hashlib._Hash":
        sealing = hashlib.sha256(made_of)
        sealing.update(content)
        return sealing

    def _digest(self) -> bytes | None:
        """Of all that a search is made of; None where a list is gone or not for us: then nothing is known by it."""
        digest = hashlib.sha256(self._content)
        with suppress(OSError):
            for part in self._parts():
                digest.update(hashlib.sha256(part).digest())
            return digest.digest()
        return None

    def _parts(self) -> Iterator[bytes]:
        yield sys.version.encode()
        yield version("PyStemmer").encode()
        for path in (*files_of_lists(self._folder), *sorted(_HERE.glob("*.py")), *_BESIDE):
            yield path.as_posix().encode()
            yield path.read_bytes()


class Parts(pickle.Unpickler):
    """Reads nothing but the parts of a search."""

    def find_class(self, module: str, name: str) -> Any:
        """One of them; a class or function of the search's own, none that is only imported there, nor this door."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        is_own = module.startswith(_OWN) and module != __name__ and "." not in name
        found = super().find_class(module, name) if is_own else None
        if getattr(found, "__module__", None) != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
