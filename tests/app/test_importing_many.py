"""Many manuscripts: one that cannot be read keeps no other out, and what is missing is told by file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.importing_many import bring_in, bring_in_anew, is_manuscript, refusal_of
from proceedings_editor.errors import Cancelled, UsageError
from proceedings_editor.model.body import Figure, Span
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.storage.attachment import figure_path
from proceedings_editor.texts import Text
from tests.app.sample import copied_sample

NEVER = NeverCancelled()


def manuscript(home: Path, name: str, words: str = "Өзен суы азаяды.") -> Path:
    home.mkdir(exist_ok=True)
    file = home / name
    file.write_text(f"# {name}\n\n{words}\n", encoding="utf-8")
    return file


def test_every_manuscript_that_can_be_read_becomes_an_entry_of_one_step(tmp_path: Path) -> None:
    folder = copied_sample(tmp_path)
    workspace = open_collection(folder).workspace
    files = [manuscript(tmp_path / "кіріс", f"{name}.md") for name in ("бір", "екі")]
    files.insert(1, tmp_path / "жоқ.md")
    brought = bring_in(files, folder, workspace, NoProgress(), NEVER)
    for edit in brought.edits:
        workspace = edit.apply(workspace)
    new = [entry for entry in workspace.entries if entry.id in brought.entries]
    assert {entry.manuscripts[0] for entry in new} == {"бір.md", "екі.md"}
    assert len(set(brought.entries)) == 2
    assert [(file, str(sentence)) for file, sentence in brought.told] == [
        ("жоқ.md", f"There is no file {files[1]}. Check the name.")
    ]


def test_the_first_manuscript_makes_the_collection(tmp_path: Path) -> None:
    folder = tmp_path / "жаңа"
    broken = tmp_path / "бос.md"
    broken.write_bytes(b"")
    files = [broken, *(manuscript(tmp_path / "кіріс", f"{name}.md") for name in ("бір", "екі"))]
    brought = bring_in_anew(files, folder, NoProgress(), NEVER)
    assert len(open_collection(folder).workspace.entries) == len(brought.entries) == 2
    assert [file for file, _ in brought.told] == ["бос.md", "жаңа"]
    assert "4 facts of the conference" in str(brought.told[1][1])


def test_a_collection_that_exists_takes_them(tmp_path: Path) -> None:
    folder = copied_sample(tmp_path)
    before = len(open_collection(folder).workspace.entries)
    bring_in_anew([manuscript(tmp_path / "кіріс", "бір.md")], folder, NoProgress(), NEVER)
    assert len(open_collection(folder).workspace.entries) == before + 1


def test_a_folder_with_something_else_in_it_is_refused_once(tmp_path: Path) -> None:
    files = [manuscript(tmp_path / "кіріс", f"{name}.md") for name in ("бір", "екі")]
    with pytest.raises(UsageError, match="not empty"):
        bring_in_anew(files, tmp_path / "кіріс", NoProgress(), NEVER)


def test_missing_pictures_are_told_by_file_and_hostile_ones_are_missing(tmp_path: Path) -> None:
    folder = copied_sample(tmp_path)
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    words = "![А](a.png)\n\n![Б](../../etc/passwd)\n\n![В](../secret.png)\n\n![Г](/etc/hostname)"
    file = manuscript(tmp_path / "кіріс", "бір.md", words)
    brought = bring_in([file], folder, open_collection(folder).workspace, NoProgress(), NEVER)
    told = [str(sentence).partition(" beside")[0] for _, sentence in brought.told]
    assert told == [
        "There is no picture a.png",
        "There is no picture ../../etc/passwd",
        "There is no picture ../secret.png",
        "There is no picture /etc/hostname",
    ]
    assert not (folder / "figures" / brought.entries[0]).exists()


HEAD = "УДК 34\n\n# Вода\n\nПосвящается реке\n\nЛескова М. И.\n\na@b.example\n\n"


def test_what_no_field_takes_is_told_with_its_line(tmp_path: Path) -> None:
    folder = copied_sample(tmp_path)
    file = tmp_path / "вода.md"
    file.write_text(HEAD + "Текст.", encoding="utf-8")
    sentence = ("вода.md:5", "No field takes this line of the head; the article begins with it: Посвящается реке")
    into_open = bring_in([file], folder, open_collection(folder).workspace, NoProgress(), NEVER)
    assert [(place, str(words)) for place, words in into_open.told] == [sentence]
    anew = bring_in_anew([file], tmp_path / "жаңа", NoProgress(), NEVER)
    assert [(place, str(words)) for place, words in anew.told][:1] == [sentence]


def test_it_can_be_stopped_between_files(tmp_path: Path) -> None:
    class AfterOne(NoProgress):
        cancelled = False

        def step(self, done: int, total: int, what: Text) -> None:
            del done, total, what
            self.cancelled = True

    stop = AfterOne()
    files = [manuscript(tmp_path / "кіріс", f"{name}.md") for name in ("бір", "екі")]
    folder = tmp_path / "жаңа"
    with pytest.raises(Cancelled):
        bring_in_anew(files, folder, stop, stop)
    assert len(open_collection(folder).workspace.entries) == 1


@pytest.mark.parametrize(("name", "is_one"), [("a.md", True), ("A.MD", True), ("b.markdown", True), ("c.docx", False)])
def test_manuscripts_are_known_by_their_ending(name: str, is_one: bool) -> None:
    assert is_manuscript(Path(name)) is is_one
    assert (refusal_of([Path(name)]) is None) is is_one


def test_one_sentence_names_what_cannot_come_in_and_what_can() -> None:
    sentence = str(refusal_of([Path("x/a.docx"), Path("b.md"), Path("c.pdf")]))
    assert sentence.startswith("Not imported: a.docx, c.pdf. Manuscripts come in from Markdown files (.md, .markdown)")


def test_a_picture_written_as_a_tag_comes_along_like_any_other(tmp_path: Path) -> None:
    """Converters write `<img>` where a picture has a size."""
    folder = copied_sample(tmp_path)
    words = 'Сөз.\n\n<img src="media/%D0%B1%D1%96%D1%80.png" style="width:3in" alt="Карта" title="Өзендер" />\n\n<img>'
    file = manuscript(tmp_path / "кіріс", "бір.md", words)
    (file.parent / "media").mkdir()
    Image.new("RGB", (3, 2)).save(file.parent / "media" / "бір.png")
    brought = bring_in([file], folder, open_collection(folder).workspace, NoProgress(), NEVER)
    added = brought.edits[0].apply(open_collection(folder).workspace)
    entry = next(entry for entry in added.entries if entry.id == brought.entries[0])
    assert Figure("бір.png", (Span("Өзендер"),), "Карта") in entry.body
    assert figure_path(folder, entry.id, "бір.png") and len(brought.told) == 1
    assert str(brought.told[0][1]) == "HTML is not understood: <img> was kept as text."
