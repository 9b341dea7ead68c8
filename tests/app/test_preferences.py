"""Preferences survive a restart, and no file, however damaged, keeps anybody from starting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.preferences import MOST_RECENT, Preferences, load_preferences, save_preferences
from proceedings_editor.errors import WriteError
from proceedings_editor.storage.preferences_file import preferences_path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "preferences.json"
    kept = Preferences("kk", (Path("/Жинақ 2026"), Path("/b")), {"window": bytes(range(256))}, ("Ә", "₸", "\u00a0"))
    save_preferences(kept, path)
    assert load_preferences(path) == kept


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "none.json") == Preferences()


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b'"x"', b"null", b"[" * 100_000, bytes(99)])
def test_a_damaged_file_gives_defaults(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(damage)
    assert load_preferences(path) == Preferences()


@given(st.dictionaries(st.sampled_from(("language", "recent", "layout", "symbols")), JSON))
def test_any_json_gives_preferences_that_can_be_saved(tmp_path_factory: pytest.TempPathFactory, values: object) -> None:
    path = tmp_path_factory.mktemp("any") / "preferences.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    read = load_preferences(path)
    save_preferences(read, path)
    assert load_preferences(path) == read


def test_a_value_that_makes_no_sense_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    values: dict[str, object] = {
        "language": "de",
        "recent": ["/a", 7, "", "/a"],
        "layout": {"window": "AAE=", "rows": "?"},
    }
    values["symbols"] = ["Ә", "әә", 7, "\ud800", "Ә", ""]
    path.write_text(json.dumps(values), encoding="utf-8")
    assert load_preferences(path) == Preferences(None, (Path("/a"),), {"window": b"\0\1"}, ("Ә",))


def test_the_newest_folder_comes_first_and_old_ones_go() -> None:
    kept = Preferences()
    for number in range(MOST_RECENT + 3):
        kept = kept.with_recent(Path(f"/{number}"))
    kept = kept.with_recent(Path("/5"))
    assert kept.recent[0] == Path("/5")
    assert len(kept.recent) == len(set(kept.recent)) == MOST_RECENT
    assert Path("/0") not in kept.recent
    assert Path("/5") not in kept.without_recent(Path("/5")).recent


def test_what_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WriteError):
        save_preferences(Preferences(), tmp_path / "file" / "preferences.json")


def test_they_lie_in_the_settings_folder_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert preferences_path().name == "preferences.json"
    assert preferences_path().parent.name == "proceedings-editor"


def test_clean_pages_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    assert load_preferences(path).marks
    save_preferences(Preferences(marks=False), path)
    assert not load_preferences(path).marks
