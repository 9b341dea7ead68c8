from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from proceedings_editor.exporters.composition.element import TextElement, Words
from proceedings_editor.exporters.pdf import font
from proceedings_editor.exporters.pdf.coverage import is_invisible
from proceedings_editor.exporters.pdf.font import FontError, find_faces, load_face
from proceedings_editor.exporters.pdf.layout.document import lay_out
from tests.exporters.pdf.layout.sample import LOOK, composed, paragraph, texts

_KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_SIGNS = "№–—«»“”…ʼ≤≥≠∑∫√₀₁₂⁴→₸°§±×"
_TIMES = find_faces("Times New Roman")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_face_of_the_twin_has_the_kazakh_letters_and_the_usual_signs(bold: bool, italic: bool) -> None:
    face = find_faces("Times New Roman", bold=bold, italic=italic).primary
    wanted = _KAZAKH + _SIGNS + string.ascii_letters + string.digits + string.punctuation
    assert [c for c in wanted if ord(c) not in face.widths] == []


def test_the_four_styles_are_four_faces() -> None:
    found = {
        find_faces("Times New Roman", bold=bold, italic=italic).primary.name
        for bold in (False, True)
        for italic in (False, True)
    }
    assert found == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


def test_a_single_spaced_line_is_as_high_as_word_makes_it() -> None:
    face = load_face("Tinos-Regular")
    assert face.leading * 12 == pytest.approx(13.8, abs=0.01)
    assert face.ascent + face.descent < face.leading


def test_widths_are_those_of_times_new_roman() -> None:
    """From the AFM of Times Roman: the twin has the same advances."""
    face = load_face("Tinos-Regular")
    assert {c: face.widths[ord(c)] for c in "aAmW. 0"} == {
        "a": 444, "A": 722, "m": 778, "W": 944, ".": 250, " ": 250, "0": 500
    }  # fmt: skip
    assert face.width_of("Wa", 10) == pytest.approx(13.88)


def test_a_face_is_registered_once_under_its_name() -> None:
    assert load_face("Tinos-Bold") is load_face("Tinos-Bold")
    assert pdfmetrics.getFont("Tinos-Bold").fontName == "Tinos-Bold"


@pytest.mark.parametrize("family", ["Times New Roman", "times new roman", " Tinos ", "Times"])
def test_families_are_found_whatever_their_case(family: str) -> None:
    assert find_faces(family).primary.name == "Tinos-Regular"


def test_a_family_without_a_twin_is_a_sentence_that_names_it() -> None:
    with pytest.raises(FontError, match="“Comic Sans MS”"):
        find_faces("Comic Sans MS")


def test_what_the_twin_lacks_comes_from_the_next_face() -> None:
    assert [(face.name, text) for face, text in _TIMES.split("x ∈ M")] == [
        ("Tinos-Regular", "x "),
        ("DejaVuSerif", "∈"),
        ("Tinos-Regular", " M"),
    ]


def test_code_is_drawn_in_a_fixed_width_face_that_looks_as_large() -> None:
    code = find_faces("Times New Roman", bold=True, code=True)
    assert code.primary.name == "DejaVuSansMono-Bold"
    assert code.scale < 1
    assert find_faces("Courier New").scale == 1


@given(st.text(st.sampled_from(_KAZAKH + _SIGNS + "∈∉ℝ "), max_size=40))
def test_splitting_keeps_every_character_and_its_face_has_it(text: str) -> None:
    pieces = _TIMES.split(text)
    assert "".join(piece for _, piece in pieces) == text
    assert all(ord(c) in face.widths for face, piece in pieces for c in piece)


def test_invisible_characters_are_left_out() -> None:
    invisible = "\u00ad\u200b\u200d\u2060\ufeff\x07\ufe0f"
    assert all(map(is_invisible, invisible))
    assert _TIMES.split(f"а{invisible}б") == [(_TIMES.primary, "аб")]
    assert _TIMES.split(invisible) == []
    assert not any(map(is_invisible, "а -\u00a0\u202f"))


def test_a_hyphen_a_face_lacks_is_the_common_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = load_face("Tinos-Regular")
    smaller = font.Face(
        "Tinos-Regular", {ord("-"): 333, ord("а"): 444}, lacking.ascent, lacking.descent, lacking.leading
    )
    monkeypatch.setattr(font, "load_face", lambda name: smaller)
    assert _TIMES.split("а\u2011а") == [(smaller, "а-а")]


@pytest.mark.parametrize(
    ("character", "code", "name"),
    [("漢", "U\\+6F22", "CJK UNIFIED"), ("\ud800", "U\\+D800", ""), ("\ue000", "U\\+E000", "")],
)
def test_a_character_no_face_has_is_named_with_the_words_around_it(character: str, code: str, name: str) -> None:
    element = TextElement((Words(f"Бұл сөйлемде {character} таңбасы тұр"),), "text", LOOK)
    with pytest.raises(FontError, match=code) as caught:
        lay_out(composed(element))
    sentence = str(caught.value)
    assert name in sentence
    assert "сөйлемде" in sentence
    assert "таңбасы" in sentence
    assert sentence.encode()


def test_uncovered_lists_each_missing_character_once() -> None:
    assert _TIMES.uncovered("а漢б字漢\u00ad") == "漢字"


def test_a_character_from_the_fallback_does_not_tear_its_word() -> None:
    layout = lay_out(composed(paragraph("баға∈жиын")))
    assert "".join(mark.text for mark in texts(layout)) == "баға∈жиын"
    assert len({mark.y for mark in texts(layout)}) == 1


def test_a_font_file_that_is_missing_is_a_sentence() -> None:
    with pytest.raises(FontError, match="NoSuchFace"):
        load_face("NoSuchFace")
