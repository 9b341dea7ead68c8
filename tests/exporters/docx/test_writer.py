"""A written DOCX is valid, says what was meant, and every id in it leads somewhere."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from PIL import Image

from proceedings_editor.errors import ReadBackError
from proceedings_editor.exporters.composition.element import (
    FigureElement,
    NoteMark,
    PageStyle,
    Part,
    Words,
)
from proceedings_editor.exporters.composition.picture import picture_bytes
from proceedings_editor.exporters.docx.readback import check_docx
from proceedings_editor.exporters.docx.writer import write_docx
from tests.conftest import Need
from tests.exporters.docx.sample import LOOKS, composition, page, paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "дала.png"
    Image.new("RGB", (300, 200), "olive").save(path)
    return path


@pytest.fixture(scope="module")
def data(picture: Path) -> bytes:
    return write_docx(composition(picture=picture))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(data)[name])


def test_the_schema_validator_finds_nothing(data: bytes, need: Need, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    run = subprocess.run([*need("ooxml-validator"), str(file)], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


def test_every_word_comes_back_in_order(data: bytes, picture: Path) -> None:
    check_docx(data, composition(picture=picture))


def test_every_style_resolves(data: bytes) -> None:
    known = {style.get(f"{W}styleId") for style in tree(data, "word/styles.xml").iter(f"{W}style")}
    used = set()
    for name in (
        "word/document.xml",
        "word/footnotes.xml",
        "word/styles.xml",
        "word/header1.xml",
        "word/footer2.xml",
    ):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used |= {node.get(f"{W}val") for node in tree(data, name).iter(f"{W}{tag}")}
    assert used
    assert used <= known


def test_every_numbering_resolves(data: bytes) -> None:
    numbering = tree(data, "word/numbering.xml")
    known = {num.get(f"{W}numId") for num in numbering.iter(f"{W}num")}
    abstract = {num.get(f"{W}abstractNumId") for num in numbering.iter(f"{W}abstractNum")}
    used = [
        n.get(f"{W}val") for part in ("document", "footnotes") for n in tree(data, f"word/{part}.xml").iter(f"{W}numId")
    ]
    assert set(used) == known
    assert {node.get(f"{W}val") for node in numbering.iter(f"{W}abstractNumId")} == abstract


def test_every_relation_resolves(data: bytes) -> None:
    files = parts(data)
    for name in ("document", "footnotes"):
        relations = etree.fromstring(files[f"word/_rels/{name}.xml.rels"])
        known = {relation.get("Id") for relation in relations}
        assert set(re.findall(rb'r:(?:id|embed)="(\w+)"', files[f"word/{name}.xml"])) <= {k.encode() for k in known}
        inside = [relation.get("Target") for relation in relations if relation.get("TargetMode") != "External"]
        assert all(f"word/{target}" in files for target in inside)


def test_every_link_inside_leads_to_a_bookmark(data: bytes) -> None:
    document = tree(data, "word/document.xml")
    bookmarks = [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")]
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    assert anchors == {"_ref_1"}
    assert anchors <= set(bookmarks)
    assert len(bookmarks) == len(set(bookmarks))


def test_headings_are_real_and_stand_in_the_outline(data: bytes) -> None:
    levels = [
        (node.getparent().getparent().findtext(f".//{W}t"), node.get(f"{W}val"))
        for node in tree(data, "word/document.xml").iter(f"{W}outlineLvl")
    ]
    assert levels == [("Секіріп түскен", "2")]  # its style is a fourth level; the others have their style's own
    names = [p.style.name for p in Document(io.BytesIO(data)).paragraphs]
    assert {"Heading 1", "Heading 2", "Heading 4", "Reference Heading", "List Paragraph", "Quote"} <= set(names)


def test_foreign_words_carry_their_language(data: bytes) -> None:
    runs = [run for run in tree(data, "word/document.xml").iter(f"{W}r") if run.findtext(f"{W}t") == "русские слова"]
    assert [run.find(f".//{W}lang").get(f"{W}val") for run in runs] == ["ru-RU"]
    default = tree(data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert default.get(f"{W}val") == "kk-KZ"


def test_a_table_repeats_its_header_rows_and_says_what_it_shows(data: bytes) -> None:
    table = tree(data, "word/document.xml").findall(f".//{W}tbl")[-1]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")] == [
        True,
        True,
        False,
    ]
    assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val") == "Екі дақылдың өнімі"
    assert [len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")] == [2, 3, 3]


def test_pictures_have_alternative_texts(data: bytes) -> None:
    found = re.findall(rb'<wp:docPr [^>]*descr="([^"]*)"', parts(data)["word/document.xml"])
    assert [text.decode() for text in found] == ["Дала суреті"]


def test_the_folio_begins_where_the_entry_does_and_the_information_page_has_none(data: bytes) -> None:
    sections = list(tree(data, "word/document.xml").iter(f"{W}sectPr"))
    assert [s.find(f"{W}pgNumType") is not None for s in sections] == [False, True]
    assert sections[1].find(f"{W}pgNumType").get(f"{W}start") == "323"
    assert b"PAGE" not in parts(data)["word/footer2.xml"]
    assert b"PAGE" in parts(data)["word/footer4.xml"]
    assert "ЖОБА".encode() in parts(data)["word/header3.xml"]


def test_the_properties_name_title_and_authors(data: bytes) -> None:
    properties = Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Дала өсімдіктері",
        "А. Б.",
        "kk-KZ",
    )
    assert properties.created.date().isoformat() == "2025-04-07"


def test_the_same_input_gives_the_same_parts(data: bytes, picture: Path) -> None:
    assert parts(write_docx(composition(picture=picture))) == parts(data)


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a\0\0\0\0", b"\xff\xd8\xff\xe0\0"]
)
def test_a_damaged_picture_becomes_its_placeholder(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(content)
    figure = FigureElement(file, "Балама", LOOKS["figure"], 0, "Сурет ашылмады")
    data = write_docx(composition(figure))
    assert "Сурет ашылмады" in [p.text for p in Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("ending", ["webp", "tiff", "gif", "bmp", "jpg"])
def test_pictures_of_other_kinds_are_shown(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{ending}"
    Image.new("RGB", (30, 20), "olive").save(file)
    if ending == "jpg":  # as some programs write it: no JFIF and no Exif header
        data = file.read_bytes()
        length = int.from_bytes(data[4:6], "big")
        file.write_bytes(data[:2] + data[4 + length :])
    data = write_docx(composition(FigureElement(file, "Балама", LOOKS["figure"], 60)))
    assert b'<wp:extent cx="762000" cy="508000"/>' in parts(data)["word/document.xml"]


def test_a_drawing_is_shown_as_the_picture_drawn_of_it(tmp_path: Path) -> None:
    """Word before 2016, LibreOffice and phones show a PNG; all of them show the same."""
    file = tmp_path / "a.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path/></svg>', encoding="utf-8")
    made = composition(FigureElement(file, "Балама", LOOKS["figure"], 60))
    shown = parts(write_docx(made))
    assert b'<wp:extent cx="762000" cy="508000"/>' in shown["word/document.xml"]
    assert [data for name, data in shown.items() if name.startswith("word/media/")] == [picture_bytes(file)]
    assert parts(write_docx(made)) == shown


def test_characters_xml_forbids_are_left_out_and_nothing_else(need: Need) -> None:
    made = composition(paragraph("а\x00б\x0bв\ufffeг \x1f қ", Words("\ud800", bold=True)))
    data = write_docx(made)
    check_docx(data, made)
    assert "абвг  қ" in [p.text for p in Document(io.BytesIO(data)).paragraphs]


def test_mirrored_pages_and_outer_numbers_have_two_sides(tmp_path: Path, need: Need) -> None:
    base = composition(paragraph("Мәтін"))
    style = page(7, number=("bottom", "outside"))
    mirrored = PageStyle(**{**{name: getattr(style, name) for name in style.__slots__}, "mirrored": True})
    made = type(base)(
        (Part("article", "kk", mirrored, base.parts[1].elements),),
        base.title,
        (),
        "kk",
        base.font,
        base.styles,
    )
    data = write_docx(made)
    settings = parts(data)["word/settings.xml"]
    assert b"mirrorMargins" in settings
    assert b"evenAndOddHeaders" in settings
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    run = subprocess.run([*need("ooxml-validator"), str(file)], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


def test_an_empty_article_is_a_valid_document(tmp_path: Path, need: Need) -> None:
    base = composition()
    made = type(base)((Part("article", "kk", page(), ()),), "", (), "kk", base.font, base.styles)
    file = tmp_path / "a.docx"
    file.write_bytes(write_docx(made))
    run = subprocess.run([*need("ooxml-validator"), str(file)], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


def test_a_lost_word_is_noticed() -> None:
    whole = composition(paragraph("Бірінші екінші"), paragraph("үшінші", NoteMark(1, (paragraph("ескертпе"),))))
    less = composition(paragraph("Бірінші"), paragraph("үшінші", NoteMark(1, (paragraph("ескертпе"),))))
    other_note = composition(paragraph("Бірінші екінші"), paragraph("үшінші", NoteMark(1, (paragraph("басқа"),))))
    for wrong in (less, other_note):
        with pytest.raises(ReadBackError, match="would say"):
            check_docx(write_docx(wrong), whole)
