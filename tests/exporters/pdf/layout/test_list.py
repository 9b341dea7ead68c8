from __future__ import annotations

import pytest

from proceedings_editor.exporters.composition.element import Element, ItemElement, ListElement
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.model.template import TextStyle
from tests.exporters.pdf.layout.sample import (
    LOOK,
    MARGIN,
    SENTENCE,
    cell,
    composed,
    line_texts,
    lines,
    paragraph,
    table,
    texts,
)

_CM = 72 / 2.54


def _list(*items: tuple[str, tuple[Element, ...]], look: TextStyle = LOOK, **facts: object) -> ListElement:
    values = {"ordered": False, "marker": "–", "start": 1, "style": "list", **facts}
    return ListElement(tuple(ItemElement(label, contents) for label, contents in items), look=look, **values)


def test_the_label_stands_at_the_indent_and_the_words_behind_one_space() -> None:
    layout = lay_out(composed(_list(("–", (paragraph(SENTENCE * 2),)))))
    label, words, second, *_ = texts(layout)
    assert (label.text, label.x) == ("– ", pytest.approx(MARGIN + 1.25 * _CM))
    assert words.x == pytest.approx(label.x + label.width)
    assert second.x == pytest.approx(MARGIN)
    assert (label.word_space, words.word_space > 0) == (0, True)


def test_with_a_negative_indent_labels_hang_beside_the_words() -> None:
    look = TextStyle(left=1.0, indent=-0.75)
    layout = lay_out(composed(_list(("1.", (paragraph(SENTENCE * 2),)), look=look)))
    label, words, second, *_ = texts(layout)
    assert label.x == pytest.approx(MARGIN + 0.25 * _CM)
    assert words.x == second.x == pytest.approx(MARGIN + 1.0 * _CM)


def test_a_label_too_long_for_its_line_stands_above_the_words() -> None:
    layout = lay_out(composed(_list(("– " * 60, (paragraph("мәтін"),)))))
    assert line_texts(layout)[-1] == "мәтін"
    assert lines(layout)[-1][0].y < lines(layout)[0][0].y


def test_items_are_labels_and_bodies() -> None:
    layout = lay_out(
        composed(_list(("1.", (paragraph("бір"),)), ("2.", (paragraph("екі"),)), ordered=True, marker="1."))
    )
    assert [node.role for node in layout.nodes[2:]] == ["L", *["LI", "Lbl", "LBody", "P"] * 2]
    assert [layout.nodes[mark.node].role for mark in texts(layout)] == ["Lbl", "P", "Lbl", "P"]


@pytest.mark.parametrize(
    ("marker", "ordered", "numbering"),
    [
        ("1.", True, "Decimal"),
        ("[1]", True, "Decimal"),
        ("a)", True, "LowerAlpha"),
        ("I.", True, "UpperRoman"),
        ("–", False, "None"),
        ("•", False, "Disc"),
    ],
)
def test_a_list_says_how_it_counts(marker: str, ordered: bool, numbering: str) -> None:
    layout = lay_out(composed(_list((marker, (paragraph("бір"),)), marker=marker, ordered=ordered)))
    assert next(node.numbering for node in layout.nodes if node.role == "L") == numbering


def test_lists_inside_lists_are_indented_by_their_depth() -> None:
    inner = _list(("–", (paragraph("ішкі"),)), depth=1)
    layout = lay_out(composed(_list(("–", (paragraph("сыртқы"), inner)))))
    outer, _, deeper, _ = texts(layout)
    assert deeper.x - outer.x == pytest.approx(0.63 * _CM)


def test_an_item_without_words_has_its_label_above_its_contents() -> None:
    layout = lay_out(composed(_list(("–", (table([[cell("ұяшық")]], 1),)))))
    assert "".join(line_texts(layout)) == "– ұяшық"


def test_an_item_without_contents_keeps_its_label() -> None:
    assert line_texts(lay_out(composed(_list(("[7]", ()))))) == ["[7] "]


def test_links_lead_to_items() -> None:
    items = [(f"{n}.", (paragraph(SENTENCE),)) for n in (1, 2)]
    layout = lay_out(composed(_list(*items, bookmarks=("ref-1", "ref-2"))))
    assert layout.bookmarks["ref-1"][1] > layout.bookmarks["ref-2"][1]
