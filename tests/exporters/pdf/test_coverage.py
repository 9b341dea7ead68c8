"""What the fonts are said to have is what the PDF writer finds in them."""

from __future__ import annotations

import subprocess
import sys

from proceedings_editor.exporters.pdf.coverage import drawable
from proceedings_editor.exporters.pdf.font import find_faces, load_face
from proceedings_editor.resources import shipped

EVERYTHING = "".join(map(chr, (*range(0xD800), *range(0xE000, 0xFFFE), *range(0x10000, 0x30000))))


def test_it_is_what_the_writer_can_draw() -> None:
    undrawn = set(find_faces("Times New Roman").uncovered(EVERYTHING))
    told = drawable()
    assert {character for character in EVERYTHING if character not in told} == undrawn


def test_every_character_of_every_face_is_in_it() -> None:
    faces = [load_face(path.stem) for path in shipped("fonts").glob("*.ttf")]
    assert {chr(code) for face in faces for code in face.widths if code != 0xFFFF} <= drawable()


def test_kazakh_russian_and_english_are_there_and_chinese_is_not() -> None:
    assert set("Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё Щщ Zz «–—…№§° \u00a0\u00ad\u2011") <= drawable()
    assert "汉" not in drawable()


def test_no_font_library_is_loaded_for_it() -> None:
    words = (
        "import sys; from proceedings_editor.exporters.pdf.coverage import drawable; drawable(); "
        "print('reportlab' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
