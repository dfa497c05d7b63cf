"""What was read and found right, kept as plain data, so that an unchanged pack is not read again.

The folder is the user's own (0700). A file is JSON lines: the first says what the others hold, and each begins with the
SHA-256 of its rest. A file's name is the SHA-256 of every byte of every pack, of the selection, and of the program; so an
edit, another version or another selection is another file. The packs are always read and hashed: no time of change and
no size stands in for their bytes, because an edit within a tick of the clock, or a restored time, would go unseen.

A cache is never code and never trusted: a text in it that `safe` would change, a condition that the grammar could not
have made, a wrong type or a broken line is as good as no cache. No disk, a full or a read-only one is no error.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from scsgame import __version__
from scsgame.life.scenes import Life
from scsgame.life.vocabulary import ActMeaning, Role, ServiceMeaning, Vocabulary
from scsgame.packs.cases import Case
from scsgame.packs.nouns import Fact, Library, PackInfo, Sources, as_usual
from scsgame.packs.shelves import Shelf
from scsgame.packs.tables import gathered, spread
from scsgame.regime.charter import Regime

FORMAT = 1
MOST_FILES = 12
LARGEST = 64 << 20
_SEAL = 65
_PRINTABLE = bytes(range(0x20, 0x7F))

_SHARED = (ActMeaning, ServiceMeaning, Role, Fact, PackInfo)
_NO_CACHE = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
)
"""All that a strange file, a strange disk or a noun that cannot be kept can raise."""
_READERS = ("packs", "conditions", "life", "regime")


def folder() -> Path | None:
    """Return where caches stand: a folder in what SCSGAME_CACHE names, else in the user's own; None where it says off."""
    told = os.environ.get("SCSGAME_CACHE", "").strip()
    if told == "off":
        return None
    return (Path(told) if told else user_cache_path("scsgame")) / "pack-cache"


def key(
    shelves: Sequence[Shelf], lives: Collection[str] | None, regimes: Collection[str] | None, what: str = "library"
) -> str:
    """Return the name of all that what is kept depends on: the packs in their order, the selection, and the program."""
    chosen = [None if names is None else sorted(names) for names in (lives, regimes)]
    packs = [[shelf.digest, shelf.core] for shelf in shelves]
    said = json.dumps([FORMAT, __version__, sorted(_program()), packs, chosen, what])
    return sha256(said.encode()).hexdigest()


def _program() -> Iterator[tuple[str, int, int]]:
    """Yield every module that makes nouns, with its size and time, so that who works on the program sees the work.

    For one version that is installed these never change; packs are never told apart in this way.
    """
    waiting = [os.path.join(os.path.dirname(os.path.dirname(__file__)), room) for room in _READERS]  # noqa: PTH118, PTH120
    with suppress(OSError):
        while waiting:
            for entry in os.scandir(waiting.pop()):
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    yield entry.path, about.st_size, about.st_mtime_ns
                elif entry.is_dir() and entry.name.isalpha():
                    waiting.append(entry.path)


def find(name: str) -> Library | None:
    """Return the library that was kept under a name, if it is there and whole."""
    place = folder()
    if place is None:
        return None
    try:
        content = _content(place, name)
        return None if content is None else _library(name, content)
    except _NO_CACHE:
        return None


def tables(name: str, kinds: Sequence[type[Any]]) -> list[list[Any]] | None:
    """Return the tables of these kinds that were kept under a name, if they are there and whole."""
    place = folder()
    if place is None:
        return None
    try:
        content = _content(place, name)
        if content is None:
            return None
        first, plain = content.split(b"\n")
        if _plain(first) != name:
            return None
        return gathered(_plain(plain), kinds)
    except _NO_CACHE:
        return None


def keep_tables(name: str, things: Sequence[tuple[type[Any], Sequence[Any]]]) -> None:
    """Keep tables under a name, if that is possible."""
    _keep(name, lambda: [_json(name), _json(spread(things))])


def _content(place: Path, name: str) -> bytes | None:
    about = os.lstat(place)
    if not stat.S_ISDIR(about.st_mode) or (hasattr(os, "geteuid") and about.st_uid != os.geteuid()):
        return None
    if os.name == "posix" and about.st_mode & 0o022:
        return None
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    opened = os.open(place / f"{name}.json", flags)
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        return file.read(LARGEST)


def harmless(line: bytes) -> bool:
    """Tell whether every text in a line of JSON is one that `safe` would leave as it is.

    No barred character stands in it, and after every backslash comes the n of a line's end or a quotation mark, so none is
    hidden in an escape either. (A pack whose texts have backslashes is not kept.) In most content everything is printable.
    """
    escapes = line.count(b"\\")
    if escapes and escapes != line.count(b"\\n") + line.count(b'\\"'):
        return False
    uncommon = line.translate(None, _PRINTABLE).decode()
    if uncommon.isprintable():
        return True
    from scsgame.packs.barriers import BARRED

    return "\t" not in uncommon and BARRED.search(uncommon) is None


def _plain(sealed: bytes) -> Any:
    """Return what a line says, when its checksum is right and its texts may be shown."""
    line = sealed[_SEAL:]
    if sealed[:_SEAL] != _seal(line) or not harmless(line):
        raise ValueError(_SEAL)
    return json.loads(line.decode(), parse_constant=_no_number)


def _no_number(word: str) -> None:
    raise ValueError(word)


def _library(name: str, content: bytes) -> Library:
    first, shared, *others = content.split(b"\n")
    named, kinds = _plain(first)
    if named != name:
        raise ValueError(named)
    lives: dict[str, Life] = {}
    regimes: dict[str, Regime] = {}
    cases: list[Case] = []
    acts, services, roles, facts, packs = gathered(_plain(shared), _SHARED)
    for kind, line in zip(kinds, others, strict=True):
        if kind == "life":
            ((life,),) = gathered(_plain(line), (Life,))
            lives[life.id] = life
        else:
            (regime,), its_cases = gathered(_plain(line), (Regime, Case))
            regimes[regime.id] = regime
            cases += its_cases
    vocabulary = Vocabulary({act.id: act for act in acts}, {service.id: service for service in services},
                            {role.id: role for role in roles})  # fmt: skip
    return Library(vocabulary, lives, as_usual(regimes), Sources({fact.id: fact for fact in facts}), tuple(cases),
                   tuple(packs), regimes)  # fmt: skip


def keep(name: str, library: Library) -> None:
    """Keep a library under a name, if that is possible."""
    _keep(name, lambda: _lines(name, library))


def _keep(name: str, made: Callable[[], list[bytes]]) -> None:
    """Write lines under a name, if that is possible; whoever reads meanwhile finds a whole file or none."""
    place = folder()
    if place is None:
        return
    with suppress(*_NO_CACHE):
        lines = made()
        if all(map(harmless, lines)):
            _write(place, name, b"\n".join([_seal(line) + line for line in lines]))


def _lines(name: str, library: Library) -> list[bytes]:
    words = library.vocabulary
    things = (words.acts, words.services, words.roles, library.sources.facts)
    tables: list[Any] = [list(zip(_SHARED, (*[list(part.values()) for part in things], library.packs), strict=True))]
    tables += [[(Life, [life])] for life in library.lives.values()]
    for regime in map(library.as_written, library.regimes):
        tables.append([(Regime, [regime]), (Case, [case for case in library.cases if case.regime == regime.id])])
    kinds = ["life"] * len(library.lives) + ["regime"] * len(library.regimes)
    return [_json(part) for part in ([name, kinds], *map(spread, tables))]


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _seal(line: bytes) -> bytes:
    return sha256(line).hexdigest().encode() + b" "


def _write(place: Path, name: str, content: bytes) -> None:
    from tempfile import mkstemp

    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        place.mkdir(mode=0o700)
    opened, written = mkstemp(prefix="new-", suffix=".part", dir=place)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(content)
        os.replace(written, place / f"{name}.json")  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            Path(written).unlink()
        raise
    _clear(place)


def _clear(place: Path) -> None:
    """Throw away all but the latest files; another program may be doing the same."""
    aged = []
    for path in (*place.glob("[0-9a-f]" * 64 + ".json"), *place.glob("new-*.part")):
        with suppress(OSError):
            aged.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(aged)[:-MOST_FILES]:
        with suppress(OSError):
            path.unlink()
