"""Versions: what an entry, or the collection's facts, said at each save.

Each lies as one packed file `.proceedings/versions/<entry id or "collection">/<time>.yaml.gz`, time in UTC. Of each the
last twenty are kept and the first of every day. A version that cannot be kept is logged and never stands in the way
of the save it belongs to.
"""

from __future__ import annotations

import gzip
import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.storage import atomic
from proceedings_editor.storage.layout import PRIVATE
from proceedings_editor.texts import text

COLLECTION_VERSIONS: Final = "collection"
LAST_KEPT: Final = 20
_VERSIONS: Final = "versions"
_TIME: Final = "%Y%m%dT%H%M%S%f"
_NAME: Final = re.compile(r"\d{8}T\d{12}\.yaml\.gz")
_ENDING: Final = ".yaml.gz"
_MOST_BYTES: Final = 100_000_000

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Version:
    """One kept state; `saved` is when it was saved (UTC)."""

    path: Path
    saved: datetime


def keep_version(folder: Path, owner: str, before: bytes, words: str, now: datetime | None = None) -> None:
    """Keep what was just saved, and what stood in the file before where no version says that yet.

    Args:
        folder: The collection's folder.
        owner: Id of the entry, or `COLLECTION_VERSIONS`.
        before: What the file held: somebody else may have written it.
        words: What it holds now.
        now: When (UTC); the time of the clock where not given.
    """
    home = _home(folder, owner)
    moment = now or datetime.now(UTC)
    try:
        kept = versions_of(folder, owner)
        if not kept or _bytes(kept[0].path) != before:
            moment = _write(home, before, moment)
        _write(home, words.encode(), moment)
        for old in _superfluous(versions_of(folder, owner)):
            with suppress(OSError):
                old.path.unlink()
    except (WriteError, ReadError) as error:
        _LOG.warning("no version of %s was kept: %s", owner, error.sentence)


def versions_of(folder: Path, owner: str) -> tuple[Version, ...]:
    """Return what is kept of an entry or of the collection, the newest first; nothing where it cannot be read."""
    found: list[Version] = []
    with suppress(OSError):
        for path in _home(folder, owner).iterdir():
            if _NAME.fullmatch(path.name):
                with suppress(ValueError):
                    moment = datetime.strptime(path.name.removesuffix(_ENDING), _TIME).replace(tzinfo=UTC)
                    found.append(Version(path, moment))
    return tuple(sorted(found, key=lambda version: version.saved, reverse=True))


def version_words(version: Version) -> str:
    """Return the text of a version's file.

    Raises:
        ReadError: It is gone or damaged.
    """
    try:
        return _bytes(version.path).decode()
    except UnicodeDecodeError as error:
        raise _damaged(version.path) from error


def _home(folder: Path, owner: str) -> Path:
    return folder / PRIVATE / _VERSIONS / owner


def _write(home: Path, data: bytes, moment: datetime) -> datetime:
    """Write one version and return the next free moment."""
    with atomic.writing(home):
        home.mkdir(parents=True, exist_ok=True)
        while (path := home / f"{moment.strftime(_TIME)}{_ENDING}").exists():
            moment = moment.replace(microsecond=(moment.microsecond + 1) % 1_000_000)
    atomic.write_bytes(path, gzip.compress(data, mtime=0))
    return moment.replace(microsecond=(moment.microsecond + 1) % 1_000_000)


def _bytes(path: Path) -> bytes:
    try:
        with gzip.open(path) as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(path) from error
    if len(data) > _MOST_BYTES:
        raise _damaged(path)
    return data


def _damaged(path: Path) -> ReadError:
    return ReadError(text("The version {file} is gone or damaged; choose another one.", file=path.name))


def _superfluous(versions: Sequence[Version]) -> Iterator[Version]:
    """Yield what is neither among the last ones nor the first of its day."""
    first_of_day: dict[str, Version] = {}
    for version in versions:  # the newest first: the oldest of a day is the last to be noted
        first_of_day[version.path.name[:8]] = version
    for version in versions[LAST_KEPT:]:
        if first_of_day[version.path.name[:8]] is not version:
            yield version
