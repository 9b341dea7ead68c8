"""Two real programs on one folder at once: different and the same entries, nothing lost, the right sentences."""

from __future__ import annotations

import re
from pathlib import Path

from proceedings_editor.app.collection import open_collection
from proceedings_editor.storage.entry_file import entry_text
from tests.app.sample import copied_sample
from tests.ui.office import Desk

SECONDS = 25.0
_WORD = re.compile(r"(?:Ада|Дана)\d+")
_EXPECTED = re.compile(r"Nothing was changed, because (?:Ада|Дана) \(.+\) is editing “.+” since \d\d:\d\d\.")

_BANNER = re.compile(r"(?:Ада|Дана) \(.+\) is editing this entry since \d\d:\d\d\.")


def test_two_programs_on_one_folder_lose_nothing(tmp_path: Path) -> None:
    folder = copied_sample(tmp_path)
    with (
        Desk(folder, tmp_path / "Ада", "Ада", 1, SECONDS) as ada,
        Desk(folder, tmp_path / "Дана", "Дана", 2, SECONDS) as dana,
    ):
        for desk in (ada, dana):
            assert desk.program.wait(timeout=300) == 0, desk.errors()
    opened = open_collection(folder)
    assert opened.problems == ()
    kept = {word for entry in opened.workspace.entries for word in _WORD.findall(entry_text(entry))}
    for desk in (ada, dana):
        told = desk.told()
        assert len(told.typed) > 50
        assert told.typed.keys() <= kept, sorted(told.typed.keys() - kept)
        assert all(_EXPECTED.fullmatch(sentence) for sentence in told.said), told.said
        assert all(_BANNER.fullmatch(sentence) for sentence in told.locked), told.locked
        assert "Traceback" not in desk.errors(), desk.errors()
    assert any(desk.told().locked for desk in (ada, dana)), "they never met"
    assert not [path for path in (folder / ".proceedings").rglob("*") if path.suffix in (".lock", ".alive", ".json")]
