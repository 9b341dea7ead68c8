"""Fonts: every character comes back, every width is the font's own."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from proceedings_editor.errors import WriteError
from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import TextMark
from proceedings_editor.exporters.pdf.raster import page_text
from tests.exporters.pdf.sheet import REGULAR, Sheet, composition


def painted(words: str, face: str = REGULAR) -> bytes:
    sheet = Sheet()
    node = sheet.node("P")
    for line, start in enumerate(range(0, len(words), 40)):
        sheet.text(node, 57, 800 - 14 * line, words[start : start + 40], face)
    return paint(sheet.layout(), composition(), archival=True)


def fonts(data: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            pikepdf.Dictionary(
                First=font.FirstChar,
                Widths=pikepdf.Array(list(font.Widths)),
                Program=pikepdf.String(font.FontDescriptor.FontFile2.read_bytes()),
                Text=pikepdf.String(font.ToUnicode.read_bytes()),
            )
            for font in pdf.pages[0].Resources.Font.values()
        ]


def test_kazakh_letters_brackets_and_backslashes_come_back() -> None:
    words = "ӘәҒғҚқҢңӨөҰұҮүҺһІі(a)\\[b]{c}«»–—№…"
    assert page_text(painted(words), 0).strip() == words


def test_characters_beyond_the_first_plane_come_back() -> None:
    words = "\U0001d434\U0001d465"
    assert page_text(painted(words, "DejaVuSerif"), 0).strip() == words


def test_a_no_break_space_reads_as_a_space() -> None:
    assert page_text(painted("100\xa0км"), 0).strip() == "100 км"


def test_a_face_becomes_several_fonts_when_more_characters_are_used_than_a_byte_can_name() -> None:
    known = [chr(c) for c in sorted(load_face("DejaVuSerif").widths) if 0x0400 <= c < 0x0530 or 0x21 <= c < 0x250]
    words = "".join(c for c in known if c.isprintable() and c.isalnum())
    data = painted(words, "DejaVuSerif")
    assert len(fonts(data)) == 3
    assert "".join(page_text(data, 0).split()) == words


def test_no_code_reads_as_nothing_and_no_block_is_too_long() -> None:
    text = bytes(fonts(painted("".join(map(chr, range(0x410, 0x450))) * 2))[0].Text).decode()
    assert "<0000>" not in text
    assert all(int(line.split()[0]) <= 100 for line in text.splitlines() if line.endswith("beginbfchar"))


@pytest.mark.parametrize("face", [REGULAR, "DejaVuSansMono", "DejaVuSerif-Bold"])
def test_the_widths_in_the_file_are_those_of_the_embedded_program_in_whole_numbers(face: str) -> None:
    font = fonts(painted("Әлем (x) 12", face))[0]
    program = TTFont(io.BytesIO(bytes(font.Program)))
    cmap = program["cmap"].tables[0].cmap
    units = program["head"].unitsPerEm
    for code, glyph in cmap.items():
        width = font.Widths[code]
        assert isinstance(width, int)
        if width:
            assert program["hmtx"][glyph][0] * 1000 / units == pytest.approx(width, abs=0.5)


def test_a_character_the_face_lacks_is_named() -> None:
    sheet = Sheet()
    sheet.text(sheet.node("P"), 57, 800, "a")
    (mark,) = sheet.marks
    assert isinstance(mark, TextMark)
    sheet.marks = [replace(mark, text="水")]
    with pytest.raises(WriteError, match=r"水 \(U\+6C34\)"):
        paint(sheet.layout(), composition(), archival=True)
