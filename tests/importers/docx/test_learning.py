"""A template is learned from a document: from those the program writes itself, and from made ones."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from proceedings_editor.app.collection import new_collection
from proceedings_editor.app.template import check_template, learn_template, write_template
from proceedings_editor.cli.main import run
from proceedings_editor.errors import ReadError, UsageError
from proceedings_editor.importers.docx.learning import Learned
from proceedings_editor.resources import shipped
from proceedings_editor.templates.reader import (
    load_template,
    shipped_path,
    shipped_template,
    shipped_templates,
    template_copy,
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A page of a call: A4, other margins, 14 pt, order with authors before the title."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    lines = (
        ("ӘОЖ 556.5", WD_ALIGN_PARAGRAPH.LEFT, False),
        ("Сәрсенова Әлия Бекқызы", WD_ALIGN_PARAGRAPH.CENTER, True),
        ("Қарағаш дала университетінің студенті, Қарағаш қаласы, Қазақстан", WD_ALIGN_PARAGRAPH.CENTER, False),
        ("ДАЛА ӨЗЕНДЕРІНІҢ СУЫ", WD_ALIGN_PARAGRAPH.CENTER, True),
    )
    for words, align, bold in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = align
        paragraph.add_run(words).bold = bold
    for _ in range(6):
        body = document.add_paragraph("Дала өзендері көктемде ғана тасиды, жазда олардың суы азаяды. " * 4)
        body.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        body.paragraph_format.first_line_indent = Cm(1.25)
        body.paragraph_format.line_spacing = 1.5
    document.add_paragraph("Әдебиеттер тізімі").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Есенов Қ. Т. Дала сулары. – Қарағаш, 2020. – 120 б.")
    path = tmp_path / "үлгі.docx"
    document.save(str(path))
    return path


def learned(path: Path) -> Learned:
    return learn_template(path, "kz-conference", "learned")


def test_page_fonts_spacing_and_order_are_learned(sample: Path) -> None:
    template = learned(sample).template
    page = template.page
    assert (page.top, page.bottom, page.left, page.right) == (2.0, 2.5, 3.0, 1.5)
    assert page.number.place == "none"
    assert template.font == "Times New Roman"
    body, title = template.styles["text"], template.styles["title"]
    assert (body.size, body.align, body.indent, body.line_spacing) == (14, "justify", 1.25, 1.5)
    assert (title.bold, title.align, title.capitals) == (True, "center", True)
    kinds = [element.kind for element in template.article]
    assert kinds == ["udc", "authors", "affiliations", "title", "body", "references"]


def test_each_proposal_says_where_it_was_found(sample: Path) -> None:
    told = {str(one.what): (one.value.in_language("en"), str(one.where)) for one in learned(sample).learnt}
    look = "Times New Roman 14, in the centre, bold, in capitals, line spacing 1"
    assert told["Article title"] == (look, "paragraph 4: “ДАЛА ӨЗЕНДЕРІНІҢ СУЫ”")
    assert told["Margins, cm: top, bottom, left, right"][0] == "2 / 2.5 / 3 / 1.5"


def test_what_is_written_is_a_template_collections_can_use(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "learned.yaml"
    write_template(file, learned(sample).template)
    assert check_template(file) == learned(sample).template
    new_collection(tmp_path / "c", str(file))
    with pytest.raises(UsageError, match="exists already"):
        write_template(file, learned(sample).template)


@pytest.mark.parametrize("like", shipped_templates())
@pytest.mark.parametrize("name", shipped_templates())
@pytest.mark.parametrize("part", ["article", "both"])
def test_a_document_the_program_wrote_teaches_its_own_template(name: str, like: str, part: str, tmp_path: Path) -> None:
    """The information page is not taken for the article, and nothing comes from the template asked to fill gaps."""
    folder = tmp_path / "c"
    shutil.copytree(shipped("examples", "steppe-2026"), folder)
    (folder / "template.yaml").write_text(template_copy(shipped_path(name)), encoding="utf-8")
    out = tmp_path / "out"
    assert run(["export", str(folder), "--docx", "--draft", "--part", part, "--entry", "001", "--out", str(out)]) == 0
    (file,) = out.glob("*.docx")
    own, found = load_template(folder / "template.yaml"), learn_template(file, like, "learned").template
    assert (found.page, found.font, found.article) == (own.page, own.font, own.article)
    for style, look in own.styles.items():
        mine = found.styles[style]
        if style == "section" and "section" not in {element.kind for element in own.article}:
            mine = replace(mine, capitals=look.capitals)  # no words of it are in the document
        assert mine == look, style


def test_other_words_of_the_program_are_in_the_reader_s_language(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang=kk", "template", "learn", str(sample)]) == 0
    told = capsys.readouterr().out
    assert "ортасында, қалың" in told
    assert not re.search(r"\b(?!cm|pt|New|Roman|Times|DOI|IRSTI|UDC)[A-Za-z]{3,}", told)


def test_a_number_is_found_although_the_first_part_has_none(tmp_path: Path) -> None:
    folder = shipped("examples", "steppe-2026")
    assert run(["export", str(folder), "--docx", "--entry", "001", "--out", str(tmp_path)]) == 0
    (file,) = tmp_path.glob("*.docx")
    assert learned(file).template.page.number == load_template(folder / "template.yaml").page.number


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"{\\rtf1 no docx}"])
def test_what_is_no_document_is_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(ReadError, match="no Word document"):
        learned(path)
    with pytest.raises(ReadError, match="no file"):
        learned(tmp_path / "none.docx")
    with pytest.raises(ReadError):
        learned(tmp_path)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/styles.xml", 'w:val="', 'w:val="abc'),
        ("word/styles.xml", 'w:type="paragraph"', 'w:type="-1"'),
        ("word/document.xml", "w:sectPr", "w:nothing"),
        ("word/document.xml", "</w:body>", ""),
        ("[Content_Types].xml", "<Types", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>&a;<Types"),
    ],
)
def test_a_damaged_document_is_one_sentence(part: str, old: str, new: str, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.docx"
    with zipfile.ZipFile(sample) as whole, zipfile.ZipFile(path, "w") as package:
        for name in whole.namelist():
            words = whole.read(name)
            package.writestr(name, words.replace(old.encode(), new.encode()) if name == part else words)
    with pytest.raises(ReadError, match="or it is damaged"):
        learned(path)


def test_a_file_made_to_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 70_000_000)
    with pytest.raises(ReadError, match="too large"):
        learned(path)


def test_an_empty_document_teaches_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.docx"
    Document().save(str(path))
    with pytest.raises(ReadError, match="no text"):
        learned(path)


def test_every_shipped_template_is_written_and_read_again(tmp_path: Path) -> None:
    for name in ("kz-conference", "kz-journal"):
        write_template(tmp_path / f"{name}.yaml", shipped_template(name))
        assert load_template(tmp_path / f"{name}.yaml") == shipped_template(name)
