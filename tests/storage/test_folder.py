from __future__ import annotations

import os
import traceback
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from proceedings_editor.errors import ReadError, TemplateError, UsageError, WriteError
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.resources import shipped
from proceedings_editor.storage.folder import (
    create_folder,
    is_collection,
    open_folder,
    rename_entry,
    save_collection,
    save_entry,
)
from proceedings_editor.templates.reader import shipped_path, template_copy
from tests.storage.fork import fork

COLLECTION = Collection(name=LocalText(kk="Дала және су"), first_day=date(2026, 5, 14))
ENTRY = Entry(
    "k7m2pq",
    number=70,
    authors=(Author(surname="Құсайынова", given_name="Гүлім", patronymic="Ержанқызы"),),
    body=(Paragraph((Span("Мәтін."),)),),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "жинақ"
    create_folder(home, COLLECTION, template_copy(shipped_path("kz-conference")))
    return home


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_new_folder_opens_with_its_collection_and_template(folder: Path) -> None:
    opened = open_folder(folder)
    assert is_collection(folder)
    assert opened.workspace.collection == COLLECTION
    assert opened.workspace.template.name == "kz-conference"
    assert opened.workspace.template.origin.startswith("kz-conference ")
    assert opened.workspace.entries == ()
    assert opened.problems == ()
    letters = sorted(
        f"letters/{path.relative_to(shipped('letters')).as_posix()}" for path in shipped("letters").rglob("*.txt")
    )
    assert sorted(files(folder)) == ["collection.yaml", *letters, "template.yaml"]


def test_a_saved_entry_opens_again(folder: Path) -> None:
    assert save_entry(folder, None, ENTRY) == "070_qusayynova_ge.yaml"
    opened = open_folder(folder)
    assert opened.workspace.entries == (ENTRY,)
    assert opened.sources == {"k7m2pq": "070_qusayynova_ge.yaml"}


def test_an_unchanged_entry_is_not_written(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    path = folder / "entries" / name
    own_words = path.read_text(encoding="utf-8") + "# a comment of a person\n"
    path.write_text(own_words, encoding="utf-8")
    entry = open_folder(folder).workspace.entries[0]
    assert save_entry(folder, entry, replace(entry), name) == name
    assert path.read_text(encoding="utf-8") == own_words


def test_text_that_the_file_has_already_is_not_written(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    path = folder / "entries" / name
    os.utime(path, (1000, 1000))
    save_entry(folder, None, ENTRY, name)
    assert path.stat().st_mtime == 1000


def test_a_file_keeps_its_name_when_the_author_changes(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    changed = replace(ENTRY, authors=(Author(surname="Сүлейменов"),))
    assert save_entry(folder, ENTRY, changed, name) == name
    assert open_folder(folder).workspace.entries == (changed,)


def test_renumbering_renames_the_file(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    moved = replace(ENTRY, number=71)
    save_entry(folder, ENTRY, moved, name)
    assert rename_entry(folder, moved, name) == "071_qusayynova_ge.yaml"
    assert rename_entry(folder, moved, "071_qusayynova_ge.yaml") == "071_qusayynova_ge.yaml"
    assert open_folder(folder).sources == {"k7m2pq": "071_qusayynova_ge.yaml"}


def test_names_that_collide_are_numbered(folder: Path) -> None:
    names = [save_entry(folder, None, replace(ENTRY, id=name)) for name in ("aaa", "bbb", "ccc")]
    assert names == ["070_qusayynova_ge.yaml", "070_qusayynova_ge-2.yaml", "070_qusayynova_ge-3.yaml"]
    assert len(open_folder(folder).workspace.entries) == 3


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (Entry("abc"), "file.yaml"),
        (Entry("abc", number=3), "003.yaml"),
        (Entry("abc", authors=(Author(surname="Con"),)), "con-file.yaml"),
        (Entry("abc", number=1, authors=(Author(surname="Әлі", latin="Ali M. K."),)), "001_ali_mk.yaml"),
    ],
)
def test_every_entry_gets_a_file_name(folder: Path, entry: Entry, name: str) -> None:
    assert save_entry(folder, None, entry) == name


def test_entries_stand_in_the_order_of_their_numbers(folder: Path) -> None:
    for name, number in (("ddd", None), ("ccc", 9), ("bbb", 100), ("aaa", None), ("eee", 9)):
        save_entry(folder, None, Entry(name, number=number))
    assert [entry.id for entry in open_folder(folder).workspace.entries] == ["ccc", "eee", "bbb", "aaa", "ddd"]


def test_one_damaged_file_loses_one_entry_and_stays_as_it_is(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    damaged = folder / "entries" / "071_x.yaml"
    damaged.write_bytes(b"format: 1\nid: x\nbody: [\xff")
    before = files(folder)
    opened = open_folder(folder)
    assert opened.workspace.entries == (ENTRY,)
    assert [(problem.file, str(problem.sentence)) for problem in opened.problems] == [
        ("071_x.yaml", "071_x.yaml, line 3: this is not UTF-8 text; save the file as UTF-8.")
    ]
    assert files(folder) == before
    other = Entry("other", number=71, authors=(Author(surname="X"),))
    assert save_entry(folder, None, other) == "071_x-2.yaml"
    assert damaged.read_bytes() == before["entries/071_x.yaml"]
    assert name in opened.sources.values()


def test_a_second_file_with_the_same_id_is_reported_and_left_out(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    copy = folder / "entries" / "070_qusayynova_ge (copy).yaml"
    copy.write_bytes((folder / "entries" / name).read_bytes())
    opened = open_folder(folder)
    assert len(opened.workspace.entries) == 1
    assert "the same id “k7m2pq”" in str(opened.problems[0].sentence)


def test_equal_numbers_open(folder: Path) -> None:
    save_entry(folder, None, ENTRY)
    save_entry(folder, None, replace(ENTRY, id="zzz"))
    assert [entry.number for entry in open_folder(folder).workspace.entries] == [70, 70]


def test_foreign_files_among_the_entries_are_left_alone(folder: Path) -> None:
    for name in (".DS_Store", "~$a.yaml", "notes.txt", "._070.yaml"):
        (folder / "entries" / name).write_bytes(b"\x00")
    opened = open_folder(folder)
    assert opened.problems == ()
    assert len(list((folder / "entries").iterdir())) == 4


def test_a_folder_named_like_an_entry_is_a_problem(folder: Path) -> None:
    (folder / "entries" / "001_x.yaml").mkdir()
    assert "is not a file" in str(open_folder(folder).problems[0].sentence)


def test_a_collection_without_entries_folder_opens(folder: Path) -> None:
    (folder / "entries").rmdir()
    assert open_folder(folder).workspace.entries == ()
    assert save_entry(folder, None, ENTRY)


def test_a_damaged_collection_or_template_is_one_sentence(folder: Path) -> None:
    (folder / "template.yaml").write_text("format: 1\nname: [", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"template\.yaml, line 2"):
        open_folder(folder)
    (folder / "template.yaml").unlink()
    with pytest.raises(TemplateError, match=r"There is no file template\.yaml"):
        open_folder(folder)
    (folder / "template.yaml").write_bytes(shipped("templates", "kz-conference.yaml").read_bytes())
    (folder / "collection.yaml").write_text("", encoding="utf-8")
    with pytest.raises(ReadError, match=r"collection\.yaml, line 1"):
        open_folder(folder)


def test_what_is_no_collection_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"x")
    for path, reason in [
        (tmp_path / "gone", "There is no folder"),
        (file, "is a file; choose the folder"),
        (tmp_path, "is not a collection"),
        (tmp_path / "a\x00b", "could not be opened|There is no folder"),
        (tmp_path / ("x" * 5000), "could not be opened|There is no folder"),
    ]:
        with pytest.raises(ReadError, match=reason):
            open_folder(path)


def test_a_folder_that_holds_something_is_not_made_a_collection(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"x")
    with pytest.raises(UsageError, match="is not empty"):
        create_folder(tmp_path, COLLECTION, template_copy(shipped_path("kz-conference")))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_folder_with_only_hidden_files_of_a_system_becomes_a_collection(tmp_path: Path) -> None:
    for name in (".DS_Store", "desktop.ini"):
        (tmp_path / name).write_bytes(b"x")
    create_folder(tmp_path, COLLECTION, template_copy(shipped_path("kz-conference")))
    assert open_folder(tmp_path).workspace.collection == COLLECTION


def test_a_wrong_template_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        create_folder(tmp_path / "new", COLLECTION, "format: 1\nname: x\n")
    assert not (tmp_path / "new").exists()


def test_a_folder_cannot_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(WriteError, match="could not be written"):
        create_folder(tmp_path / "file" / "new", COLLECTION, template_copy(shipped_path("kz-conference")))


def test_the_collection_is_written_only_when_it_changed(folder: Path) -> None:
    path = folder / "collection.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# a comment\n", encoding="utf-8")
    before = open_folder(folder).workspace.collection
    save_collection(folder, before, replace(before))
    assert "# a comment" in path.read_text(encoding="utf-8")
    save_collection(folder, before, replace(before, isbn="978-601-262-587-5"))
    assert open_folder(folder).workspace.collection.isbn == "978-601-262-587-5"


def test_a_folder_without_rights_is_one_sentence(folder: Path) -> None:
    if os.geteuid() == 0:
        _as_nobody(folder)
        return
    _check_rights(folder)


def _check_rights(folder: Path) -> None:
    name = save_entry(folder, None, ENTRY)
    before = files(folder)
    (folder / "entries").chmod(0o500)
    try:
        with pytest.raises(WriteError, match="no right to write"):
            save_entry(folder, ENTRY, replace(ENTRY, number=1), name)
        assert files(folder) == before
        (folder / "entries" / name).chmod(0)
        assert "no right to read" in str(open_folder(folder).problems[0].sentence)
        (folder / "entries").chmod(0)
        with pytest.raises(ReadError, match="no right to read"):
            open_folder(folder)
        (folder / "entries").chmod(0o700)
        folder.chmod(0)
        with pytest.raises(ReadError, match="no right to read"):
            open_folder(folder)
    finally:
        folder.chmod(0o700)
        (folder / "entries").chmod(0o700)


def _as_nobody(folder: Path) -> None:
    """The superuser may do everything, so a child gives its rights away first."""
    nobody = 65534
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, nobody, nobody)
    for path in folder.parents:
        if path.stat().st_uid == 0 and "pytest" in str(path):
            path.chmod(0o755)
    child = fork()
    if child == 0:
        try:
            os.setgid(nobody)
            os.setuid(nobody)
            _check_rights(folder)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
