from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.exporters.pdf.layout.hyphen import syllable_breaks


def _hyphenated(word: str) -> str:
    places = [0, *syllable_breaks(word), len(word)]
    return "·".join(word[a:b] for a, b in pairwise(places))


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("қалыптастыруға", "қа·лып·тас·ты·ру·ға"),
        ("халықаралық", "ха·лы·қа·ра·лық"),
        ("университетінің", "уни·вер·си·те·ті·нің"),
        ("объект", "объ·ект"),
        ("только", "толь·ко"),
        ("ана", "ана"),
        ("ҚХА", "ҚХА"),
        ("АССАМБЛЕЯ", "АССАМБЛЕЯ"),
        ("study", "study"),
        ("«Ғылымдары»", "«Ғы·лым·да·ры»"),
    ],
)
def test_words_are_parted_between_syllables(word: str, syllables: str) -> None:
    assert _hyphenated(word) == syllables


@given(st.text(alphabet="абгеёийлнтшъьяқөі-", max_size=20))
def test_no_part_is_a_single_letter_or_begins_with_a_sign(word: str) -> None:
    for part in word.split("-"):
        places = [0, *syllable_breaks(part), len(part)]
        pieces = [part[a:b] for a, b in pairwise(places)]
        assert "".join(pieces) == part
        assert len(pieces) == 1 or all(len(piece) > 1 and piece[0] not in "ьъ" for piece in pieces[1:])
