"""A finished file is read back: what says something else is an error, what only looks different is not."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from proceedings_editor.errors import ReadBackError
from proceedings_editor.exporters.composition.element import Composition, NoteMark, Part, Words
from proceedings_editor.exporters.pdf.coverage import is_invisible
from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout
from proceedings_editor.exporters.pdf.readback import check_pdf
from proceedings_editor.exporters.pdf.writer import Pdf
from tests.exporters.docx.sample import listing, page, paragraph
from tests.exporters.pdf import sheet as by_hand
from tests.exporters.pdf.sheet import Sheet

NOTE = NoteMark(1, (paragraph("Ескертпе сөзі", style="footnote"),))
MEANT = replace(
    by_hand.composition(),
    parts=(
        Part(
            "article",
            "kk",
            page(),
            (
                paragraph("Бұл мақаланың бірінші", NOTE, " абзацы."),
                listing([(paragraph("тармақ"),)], ordered=True, marker="1."),
            ),
        ),
    ),
)


def laid_out(*lines: str) -> Layout:
    """Return the layout of `MEANT`, or one with other lines in place of the paragraph's two."""
    first, last = lines or ("Бұл мақаланың бірін-", "ші")
    sheet = Sheet()
    body = sheet.node("P")
    sheet.text(body, 57, 780, first)
    end = sheet.text(body, 57, 766, last)
    mark = sheet.text(sheet.node("Reference", body, note="n1"), end, 771, "1", size=7)
    sheet.text(body, mark, 766, " абзацы. ")
    note = sheet.node("Note", note="n1")
    sheet.paragraph(80, "1 ", "Lbl", note)
    sheet.paragraph(76, "Ескертпе сөзі ", "P", note, 64)
    sheet.text(ARTIFACT, 290, 30, "323")
    sheet.turn("323")
    item = sheet.node("LI", sheet.node("L", numbering="Decimal"))
    sheet.paragraph(780, "1. ", "Lbl", item)
    sheet.paragraph(780, "тармақ ", "P", sheet.node("LBody", item), 75)
    return sheet.layout()


def finished(layout: Layout) -> Pdf:
    return Pdf(paint(layout, MEANT, archival=True), layout)


def test_a_broken_word_a_note_a_label_and_a_page_number_are_no_difference() -> None:
    check_pdf(finished(laid_out()), MEANT)


def test_the_preview_reads_back_too() -> None:
    layout = laid_out()
    check_pdf(Pdf(paint(layout, MEANT, archival=False), layout), MEANT)


@pytest.mark.parametrize(
    "lines", [("Бұл мақаланың", ""), ("Бұл бірінші", "мақаланың"), ("Бұл мақаланың бірінші", "екінші")]
)
def test_a_lost_word_a_wrong_order_and_a_word_too_many_are_errors(lines: tuple[str, str]) -> None:
    with pytest.raises(ReadBackError, match="lacks words of the article near"):
        check_pdf(finished(laid_out(*lines)), MEANT)


def test_a_lost_note_is_an_error() -> None:
    other = replace(MEANT.parts[0], elements=(paragraph("Бұл мақаланың бірінші абзацы."), MEANT.parts[0].elements[1]))
    with pytest.raises(ReadBackError):
        check_pdf(finished(laid_out()), replace(MEANT, parts=(other,)))


def test_a_page_that_says_something_else_than_was_laid_out_is_named() -> None:
    data = finished(laid_out("Бұл мақаланың бірін", "өші")).data
    with pytest.raises(ReadBackError, match=r"Page 1 of the PDF does not read back as written near “.*бірін-ші"):
        check_pdf(Pdf(data, laid_out()), MEANT)


def test_a_page_too_few_is_an_error() -> None:
    layout = laid_out()
    short = paint(replace(layout, pages=layout.pages[:1]), MEANT, archival=False)
    with pytest.raises(ReadBackError, match="1 pages instead of 2"):
        check_pdf(Pdf(short, layout), MEANT)


def test_a_font_that_is_not_embedded_is_named() -> None:
    pdf, out = finished(laid_out()), io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        for font in opened.pages[0].Resources.Font.values():
            del font.FontDescriptor["/FontFile2"]
        opened.save(out)
    with pytest.raises(ReadBackError, match=r"The font .*\+Tinos.* is not embedded"):
        check_pdf(Pdf(out.getvalue(), pdf.layout), MEANT)


@pytest.mark.parametrize("keep", [0, 9, 0.5, -40])
def test_a_cut_off_file_is_an_error(keep: float) -> None:
    pdf = finished(laid_out())
    end = int(len(pdf.data) * keep) if 0 < keep < 1 else int(keep)
    with pytest.raises(ReadBackError):
        check_pdf(replace(pdf, data=pdf.data[:end]), MEANT)


@pytest.mark.parametrize(
    "words", ["שלום עולם", "Å ﬁ ½ é e\u0301 Ǆ", "а\u00adб в\u200bг д\u2011е", "x\u2212y \U0001d434"]
)
def test_other_scripts_ligatures_and_unseen_characters_are_no_difference(words: str) -> None:
    seen = "".join("-" if c == "\u2011" else c for c in words if c not in "\u00ad\u200b")
    sheet = Sheet()
    sheet.text(sheet.node("P"), 57, 780, seen, "DejaVuSerif" if "\U0001d434" in words else by_hand.REGULAR)
    meant = _saying(words)
    check_pdf(finished(sheet.layout()), meant)


def _saying(words: str) -> Composition:
    return replace(MEANT, parts=(replace(MEANT.parts[0], elements=(paragraph(Words(words)),)),))


@pytest.mark.parametrize("face", [by_hand.REGULAR, "DejaVuSerif", "DejaVuSansMono"])
def test_every_character_a_face_has_reads_back(face: str) -> None:
    drawn = [
        chr(c) for c in sorted(load_face(face).widths) if not is_invisible(chr(c)) and c not in range(0xD800, 0xE000)
    ]
    lines = ["".join(f"ж{c}" for c in drawn[start : start + 8]) + "ж" for start in range(0, len(drawn), 8)]
    sheet = Sheet()
    for start in range(0, len(lines), 50):
        node = sheet.node("P")
        for place, line in enumerate(lines[start : start + 50]):
            sheet.text(node, 57, 800 - 15 * place, line, face, 9)
        sheet.turn()
    check_pdf(finished(sheet.layout()), _saying("".join(lines)))
