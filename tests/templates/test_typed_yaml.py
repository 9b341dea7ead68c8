from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pytest

from proceedings_editor.errors import ReadError
from proceedings_editor.templates.format_version import Migrations, migrated
from proceedings_editor.templates.node import Mapped, Source, parse
from proceedings_editor.templates.typed_yaml import Schema
from proceedings_editor.templates.yaml_text import rendered

SOURCE = Source("a.yaml")


@dataclass(frozen=True)
class Tree:
    name: str
    kind: Literal["oak", "pine"] = "oak"
    height: float = 0
    planted: int | None = None
    alive: bool = True
    below: tuple[Tree, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


def read(words: str) -> Tree:
    return Schema().read(Tree, parse(words, SOURCE), SOURCE)


def test_a_dataclass_is_read_by_its_annotations() -> None:
    tree = read(
        "name: 070\nheight: 12.5\nplanted: 1999\nalive: false\nbelow:\n  - {name: b, kind: pine}\nnotes: {a: 1}\n"
    )
    below = (Tree("b", kind="pine"),)
    assert tree == Tree("070", height=12.5, planted=1999, alive=False, below=below, notes={"a": "1"})


def test_defaults_are_left_out_and_fields_stand_in_order() -> None:
    tree = Tree("a", planted=5, below=(Tree("b"),), height=3.0)
    assert rendered(Schema().tree(tree)) == "name: a\nheight: 3\nplanted: 5\nbelow:\n  - name: b\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("nmae: x\n", "line 1: the key “nmae” is not known here; did you mean “name”?"),
        ("name: x\nkind: birch\n", "line 2: “birch” is not possible here; possible are: oak, pine."),
        ("name: x\nkind: pin\n", "line 2: “pin” is not possible here; did you mean “pine”?"),
        ("name: x\nalive: yes\n", "line 2: “yes” is not true or false."),
        ("name: x\nheight: tall\n", "line 2: “tall” is not a number."),
        ("name: x\nheight: 1e+999\n", "line 2: “1e+999” is not a number."),
        ("name: x\nplanted: 1.5\n", "line 2: “1.5” is not a whole number."),
        ("name: x\nbelow:\n  - kind: oak\n", "line 3: the key “name” is missing."),
        ("name: x\nnotes: [a]\n", "line 2: “key: value” lines are expected here."),
    ],
)
def test_what_does_not_fit_is_one_sentence(words: str, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(words)
    assert str(caught.value) == f"a.yaml, {sentence}"


def test_a_type_without_a_form_is_a_programming_error() -> None:
    with pytest.raises(TypeError):
        Schema().codec(set[str])
    with pytest.raises(TypeError):
        Schema().codec(int | str)


def _renamed(root: Mapped) -> Mapped:
    values = {"name" if key == "title" else key: node for key, node in root.values.items()}
    keys = {"name" if key == "title" else key: node for key, node in root.keys.items()}
    return Mapped(values, root.line, keys)


STEPS: Migrations = {1: _renamed, 2: lambda root: root.without("colour")}


@pytest.mark.parametrize(
    "words", ["format: 1\ntitle: x\ncolour: y\n", "format: 2\nname: x\ncolour: y\n", "format: 3\nname: x\n"]
)
def test_older_versions_are_led_to_today_s_step_by_step(words: str) -> None:
    content = migrated(parse(words, SOURCE), SOURCE, STEPS)
    assert Schema().read(Tree, content, SOURCE) == Tree("x")


def test_a_fault_in_an_older_file_keeps_its_line() -> None:
    content = migrated(parse("format: 1\n\ntitle: [x]\n", SOURCE), SOURCE, STEPS)
    with pytest.raises(ReadError, match="line 3"):
        Schema().read(Tree, content, SOURCE)


def test_a_newer_version_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.yaml was written by a newer version of the program \(format 4\)"):
        migrated(parse("format: 4\n", SOURCE), SOURCE, STEPS)
