"""The real program, killed at random moments of real work: seconds of typing are lost, and no file is damaged."""

from __future__ import annotations

import gzip
import logging
import random
import re
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.recovery import find_recoveries
from proceedings_editor.app.session import Session
from proceedings_editor.storage.entry_file import entry_from_text, entry_text
from tests.app.sample import copied_sample
from tests.ui.office import Desk

LOG = logging.getLogger(__name__)
LOST_SECONDS = 5.0
NAME = "Ада"
WORDS = 20
_WORD = re.compile(rf"{NAME}\d+")


@pytest.fixture(autouse=True)
def the_same_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Journals are offered to the person who wrote them; pytest names its folder after the real one."""
    assert tmp_path.exists()
    monkeypatch.setenv("LOGNAME", NAME)


def test_killed_at_some_moments_it_loses_seconds_and_damages_nothing(tmp_path: Path) -> None:
    _work_and_kill(tmp_path, moments=6)


@pytest.mark.soak
def test_killed_at_fifty_moments_it_loses_seconds_and_damages_nothing(tmp_path: Path) -> None:
    _work_and_kill(tmp_path, moments=50)


def _work_and_kill(tmp_path: Path, moments: int) -> None:
    """Each program takes over what the one before left; what one had safe no later one may lose."""
    folder, home = copied_sample(tmp_path), tmp_path / NAME
    chance = random.Random(7)
    safe: set[str] = set()
    typed = recovered = built = 0
    lost = 0.0
    for moment in range(moments):
        with Desk(folder, home, NAME, seed=moment, first=typed) as desk:
            desk.wait_for("typed", 1 if moment % 2 else WORDS)  # a slow machine types little in seconds
            time.sleep(chance.uniform(0.0, 8.0))
            killed = desk.kill()
        told = desk.told()
        assert not told.said, told.said
        recovered += "asked recoveryDialog" in told.events
        built += told.events.count("built")
        safe |= {word for word, when in told.typed.items() if when < killed - LOST_SECONDS}
        kept = _words_kept(folder, home)
        assert safe <= kept, sorted(safe - kept)
        lost = max([lost, *(killed - when for word, when in told.typed.items() if word not in kept)])
        assert "Traceback" not in desk.errors(), desk.errors()
        safe |= kept  # what was found once stays
        typed = max(typed, *(int(word.removeprefix(NAME)) for word in told.typed))
        _require_whole(folder)
    assert recovered > 0 and built > 0 and len(safe) > 5 * moments
    figures = (moments, len(safe), lost, built, recovered)
    LOG.info("%d kills, %d words safe, at most %.1f s of typing lost, %d blocks built, %d recoveries", *figures)


def _words_kept(folder: Path, cache: Path) -> set[str]:
    """Return the words in the files and in what is offered for recovery."""
    session = Session(folder, open_collection(folder))
    assert session.problems == ()
    entries = list(session.workspace.entries)
    found = find_recoveries(session, cache)
    entries += [entry for recovery in found for entry in recovery.left.unsaved.entries]
    return {word for entry in entries for word in _WORD.findall(entry_text(entry))}


def _require_whole(folder: Path) -> None:
    """Every file there is can be read to its end."""
    for path in folder.glob(".proceedings/versions/*/*.gz"):
        words = gzip.decompress(path.read_bytes()).decode()
        assert path.parent.name == "collection" or entry_from_text(words, path.name)
    for path in folder.glob("figures/*/*.png"):
        with Image.open(path) as picture:
            picture.load()
    for path in folder.with_name(f"out of {NAME}").glob("*"):
        if path.suffix == ".pdf":
            with pikepdf.open(path) as document:
                assert len(document.pages) > 0
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None
