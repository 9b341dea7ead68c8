from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import ReadError, TemplateError
from proceedings_editor.templates import node
from proceedings_editor.templates.node import Listed, Mapped, Scalar, Source, parse, read_mapping

SOURCE = Source("a.yaml")


def test_scalars_stay_characters_and_know_their_line() -> None:
    root = parse('a: 070\nb: "NO"\nc:\n  - 2025-04-07\n', SOURCE)
    assert root.values["a"] == Scalar("070", 1)
    assert root.values["b"] == Scalar("NO", 2, plain=False)
    assert root.values["c"] == Listed((Scalar("2025-04-07", 4),), 4)
    assert root.line_of("c") == 3


@given(st.text(max_size=60) | st.text("ab:-[]{}\"'|>#&*!%@`,? \n\t", max_size=60))
def test_any_text_is_read_or_refused_in_one_sentence(words: str) -> None:
    try:
        assert isinstance(parse(words, SOURCE), Mapped)
    except ReadError as error:
        assert str(error).startswith("a.yaml, line ")
        assert 1 <= int(str(error).split("line ")[1].split(":")[0]) <= len(words.splitlines()) + 1


def test_without_the_c_library_the_same_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    words = 'a: [1, "2"]\nb: {c: |2-\n  x}\n'.replace("{c: |2-\n  x}", "\n  c: |\n    x\n    y")
    fast = parse(words, SOURCE)
    monkeypatch.setattr(node, "_LOADER", yaml.SafeLoader)
    assert parse(words, SOURCE) == fast
    for bad in ("a: [", "a: \x07", "a: " + "[" * 2000, "a: &x 1"):
        with pytest.raises(ReadError, match=r"^a\.yaml, line 1: "):
            parse(bad, SOURCE)


def test_the_error_is_the_kind_the_source_names() -> None:
    with pytest.raises(TemplateError):
        parse("", Source("t.yaml", TemplateError))


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in [
        (tmp_path / "pipe", "is not a file"),
        (tmp_path, "is not a file"),
        (tmp_path / "x", "no file"),
    ]:
        with pytest.raises(ReadError, match=reason):
            read_mapping(tmp_path / path, SOURCE)
