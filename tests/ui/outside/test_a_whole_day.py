"""A collection and an article made from nothing on a screen, by keys and a mouse; then the files are read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from lxml import etree
from PIL import Image

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.field_text import FieldText, status_text, text_of_field
from proceedings_editor.model.body import (
    Block,
    Body,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Table,
    plain_text,
)
from proceedings_editor.model.fields import Owner, field_of, fields_of
from proceedings_editor.model.path import value_at
from proceedings_editor.model.workspace import Workspace
from tests.conftest import Need
from tests.ui.outside import day
from tests.ui.outside.conftest import Drive

_OWNERS: dict[str, Owner] = {
    "authors": "author",
    "supervisors": "supervisor",
    "affiliations": "affiliation",
    "sections": "section",
}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def test_every_field_a_person_can_type_is_typed() -> None:
    for owner, typed in (("collection", day.COLLECTION), ("entry", day.ENTRY)):
        told = {_field_key(owner, path) for path in typed}
        owners = {one for one, _ in told}
        missing = {(one, field.key) for one in owners for field in fields_of(one)} - told
        assert not missing
    assert len(owners) == 4


def test_a_collection_and_an_article_are_made_from_nothing(need: Need, drive: Drive, tmp_path: Path) -> None:
    folder, picture, out = tmp_path / "жинақ", tmp_path / "сурет.png", tmp_path / "out"
    Image.linear_gradient("L").resize((900, 600)).save(picture, dpi=(300, 300))
    drive("drive_day.py", folder, picture, out, sys.executable, "-m", "proceedings_editor", "--lang", "kk")

    opened = open_collection(folder)
    assert opened.problems == ()
    _require_fields(opened.workspace)
    entry = opened.workspace.entries[0]
    _require_article(entry.body)
    assert tuple(plain_text(one.text) for one in entry.references) == day.REFERENCES
    kept = next(folder.glob(f"figures/{entry.id}/*.png"))
    assert kept.read_bytes() == picture.read_bytes()

    pdf, docx = next(out.glob("*.pdf")), next(out.glob("*.docx"))
    assert "draft" not in pdf.name
    _require_pages(subprocess.run([*need("pdftotext"), pdf, "-"], capture_output=True, text=True, check=True).stdout)
    _require_docx(docx)


# --------------------------------------------------------------------------------------------------------- the fields


def _require_fields(workspace: Workspace) -> None:
    assert len(workspace.entries) == 1
    for owner, value, typed in (
        ("collection", workspace.collection, day.COLLECTION),
        ("entry", workspace.entries[0], day.ENTRY),
    ):
        for path, wanted in typed.items():
            if isinstance(wanted, str):
                words = _form_of(owner, path).write(value_at(value, path))
                assert (path, words) == (path, wanted)
            elif wanted != day.ADD:
                assert (path, value_at(value, path)) == (path, wanted.value)


def _form_of(owner: str, path: str) -> FieldText:
    if path.startswith("editors"):
        return FieldText(str, str)
    of, key = _field_key(owner, path)
    return status_text("kk") if key == "status" else text_of_field(field_of(of, key))


def _field_key(owner: str, path: str) -> tuple[Owner, str]:
    """Return whose field a path leads to, and its key: `authors.0.degree.kk` to an author's `degree`."""
    steps = path.split(".")
    while len(steps) > 2 and steps[0] in _OWNERS and steps[1].isdecimal():
        owner, steps = _OWNERS[steps[0]], steps[2:]
    return owner, steps[0]  # type: ignore[return-value]


# -------------------------------------------------------------------------------------------------------- the article


def _require_article(body: Body) -> None:
    heading, opening, points, before_table, table, closing, formula, before_figure, figure, last = body
    assert isinstance(heading, Heading) and heading.level == 1 and plain_text(heading.text) == day.HEADING
    assert _words(opening) == f"{day.OPENING} [1]."
    assert isinstance(points, ListBlock)
    assert _outline(points) == [day.POINTS[0], day.POINTS[1], list(day.POINTS[2:4]), day.POINTS[4]]
    assert _words(before_table) == day.BEFORE_TABLE
    assert isinstance(table, Table) and table.header_rows == 1 and plain_text(table.caption) == day.TABLE_CAPTION
    assert [[_words(*cell.blocks) for cell in row] for row in table.rows] == [
        list(day.CELLS[at : at + 2]) for at in (0, 2, 4)
    ]
    assert isinstance(closing, Paragraph)
    assert [_words(*run.blocks) for run in closing.text if isinstance(run, Note)] == [day.NOTE]
    assert _words(closing) == f"{day.CLOSING}\ufffc."
    assert formula == DisplayFormula(FormulaSource(day.LATEX))
    assert _words(before_figure) == f"{day.BEFORE_FIGURE} [2]."
    assert isinstance(figure, Figure) and figure.alt == day.FIGURE_WORDS
    assert plain_text(figure.caption) == day.FIGURE_CAPTION
    assert _words(last) == day.LAST + day.LEFT_OUT


def _words(*blocks: Block) -> str:
    assert all(isinstance(block, Paragraph) for block in blocks)
    return "\n".join(plain_text(block.text) for block in blocks if isinstance(block, Paragraph))


def _outline(points: ListBlock) -> list[object]:
    found: list[object] = []
    for item in points.items:
        found += [_outline(block) if isinstance(block, ListBlock) else _words(block) for block in item.blocks]
    return found


# ---------------------------------------------------------------------------------------------------------- the files


def _require_pages(printed: str) -> None:
    """The information page has the facts; the article's pages have its words in their order."""
    information, _, article = printed.partition("\f")
    on_page = _plain(information)
    for path in ("name.kk", "name.ru", "name.en", "isbn", "place.kk", "sections.0.sections.0.name.kk"):
        assert _plain(str(day.COLLECTION[path])) in on_page
    for path in ("number", "udc", "title.kk", "authors.0.status", "authors.0.surname", "supervisors.0.surname"):
        assert _plain(str(day.ENTRY[path])) in on_page
    assert _plain("41–42") in on_page

    place, words = 0, _plain(article)
    captions = (f"1-кесте – {day.TABLE_CAPTION}", f"1-сурет – {day.FIGURE_CAPTION}")
    for part in (
        *(day.TITLE, "Үмбетова Әсем Нұрқызы", str(day.ENTRY["abstract.kk"]), str(day.ENTRY["keywords.kk"])),
        *(day.HEADING, day.OPENING, *day.POINTS, day.BEFORE_TABLE, captions[0], day.CLOSING),
        *(day.BEFORE_FIGURE, captions[1]),
    ):
        place = words.find(_plain(part), place)
        assert place >= 0, part
    for part in (*day.CELLS, day.NOTE, day.LAST + day.LEFT_OUT, *day.REFERENCES):
        assert _plain(part) in words, part


def _require_docx(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
    tables = document.findall(f".//{_W}tbl")
    assert [_plain(cell) for cell in map(_text, tables[-1].iter(f"{_W}tc"))] == list(map(_plain, day.CELLS))
    assert len(list(document.iter(f"{_W}footnoteReference"))) == 1
    assert _plain(day.NOTE) in _plain(_text(notes))
    described = [one.get("descr") for one in document.iter() if etree.QName(one).localname == "docPr"]
    assert described == [day.FIGURE_WORDS] and len(media) == 1
    assert len(list(document.iter(f"{_M}oMath"))) == 1
    numbered = {_text(one): one.find(f".//{_W}numId") for one in document.iter(f"{_W}p")}
    lists = [number.get(f"{_W}val") for number in map(numbered.get, day.POINTS) if number is not None]
    assert len(lists) == 5 and lists[0] == lists[1] == lists[4] != lists[2] == lists[3]
    words = _plain(_text(document))
    for part in (day.TITLE, *day.POINTS, day.OPENING, day.CLOSING, day.LAST + day.LEFT_OUT, *day.REFERENCES):
        assert _plain(part) in words, part


def _text(element: etree._Element) -> str:
    return "".join(element.itertext(f"{_W}t"))


def _plain(words: str) -> str:
    """Letters and signs without the spaces, which lines and no-break spaces change, and without capitals."""
    return "".join(words.split()).replace("\u00ad", "").casefold()
