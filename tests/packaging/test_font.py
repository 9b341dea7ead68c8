from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from tests.conftest import ROOT

FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
SIGNS = "№–—«»„“₸…•≤≥≠±×÷°√∞→−²³₂ \u00a0\u202f\u2009"


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_shipped_face_has_the_kazakh_letters_and_may_be_embedded(path: str) -> None:
    font = TTFont(path)
    assert not set(KAZAKH + SIGNS) - {chr(code) for code in font.getBestCmap()}
    assert font["OS/2"].fsType == 0


def test_the_document_font_and_its_fallback_have_four_faces() -> None:
    names = {path.name for path in FONTS}
    assert {f"Tinos-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")} <= names
    assert {f"DejaVuSerif{face}.ttf" for face in ("", "-Bold", "-Italic", "-BoldItalic")} <= names
