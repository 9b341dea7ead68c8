"""LIST001 to LIST003: markers, marks at the ends, numbers."""

from __future__ import annotations

import pytest

from proceedings_editor.model.body import Block, ListBlock, ListItem, plain_text
from proceedings_editor.model.edit import EditError, SetMarker
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.walk import text_of, walk
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text
from tests.rules.sample import entry, found, in_language, mended, only, paragraph, template, texts, workspace
from tests.rules.subject.list_date import typed_list


def holding(*blocks: Block, language: Language = "kk") -> Entry:
    return entry(language=language, body=(*entry().body, *blocks))


def numbered(*items: str, start: int = 1, markers: tuple[str, ...] = ()) -> ListBlock:
    own = markers or ("",) * len(items)
    return ListBlock(
        tuple(ListItem((paragraph(words),), marker) for words, marker in zip(items, own, strict=True)),
        ordered=True,
        marker="1.",
        start=start,
    )


def lists(where: Workspace) -> list[ListBlock]:
    return [block for _, block in walk(where.entries[0].body) if isinstance(block, ListBlock)]


def words(where: Workspace) -> list[str]:
    """The texts behind those of the sample."""
    return [plain_text(text_of(block)) for _, block in walk(where.entries[0].body[1:]) if text_of(block)]


@pytest.mark.parametrize(
    "typed",
    [
        ["– көктем; – жаз."],
        ["- весна; - лето."],
        ["• spring; • summer.", "• rain; • snow."],
        ["- бір; - екі.", "- үш; - төрт."],
    ],
)
def test_one_marker_in_all_lists_is_right(typed: list[str]) -> None:
    assert not found("LIST001", holding(*map(typed_list, typed)))


@pytest.mark.parametrize(
    ("typed", "odd"),
    [("– көктем; - жаз; – күз.", "жаз;"), ("- весна; - лето; • осень.", "осень."), ("– spring; • summer.", "summer.")],
)
def test_another_marker_in_a_list_is_a_warning_at_its_item(typed: str, odd: str) -> None:
    spoilt = holding(typed_list(typed))
    finding = only("LIST001", spoilt)
    assert (finding.severity, finding.text) == ("warning", odd)
    assert finding.place.block[:1] == (1,)
    assert finding.fix is not None
    assert finding.fix.safe
    after = mended(finding, spoilt)
    assert not any(item.marker for item in lists(after)[0].items)
    assert not found("LIST001", after)


def test_of_two_markers_equally_common_the_templates_stays() -> None:
    spoilt = holding(typed_list("- көктем; – жаз."))
    assert lists(mended(only("LIST001", spoilt), spoilt))[0].marker == "–"
    bullets = workspace(spoilt, template=template(list_marker="•"))
    assert lists(mended(only("LIST001", bullets), bullets))[0].marker == "-"


def test_lists_with_another_marker_are_mentioned_once_and_mended_together() -> None:
    spoilt = holding(*map(typed_list, ("– a; – b; – c.", "- d; - e.", "– f; – g.", "• h; • i.")))
    finding = only("LIST001", spoilt)
    assert (finding.severity, finding.text, finding.place.block) == ("information", "d;", (2, 0))
    after = mended(finding, spoilt)
    assert [one.marker for one in lists(after)] == ["–"] * 4
    assert not found("LIST001", after)


def test_a_mixed_list_beside_another_marker_gives_both() -> None:
    spoilt = holding(*map(typed_list, ("– a; – b.", "– c; - d; - e.", "- f; - g.", "– h; – i.")))
    assert [finding.severity for finding in found("LIST001", spoilt)] == ["warning", "information"]


def test_numbered_lists_and_lists_inside_lists_may_have_their_own() -> None:
    inner = typed_list("- a; - b.")
    outer = ListBlock((ListItem((paragraph("Бір:"), inner)), ListItem((paragraph("Екі."),))), marker="–")
    assert not found("LIST001", holding(outer, numbered("бір.", "екі.")))


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("kk", "– көктем; – жаз; – күз."),
        ("kk", "– Көктем келеді. – Жаз шығады."),
        ("kk", "– кім бар? – не болды!"),
        ("ru", "– весна, – лето, – осень."),
        ("ru", "– Весна. – Лето…"),
        ("en", "– spring; – summer."),
    ],
)
def test_items_with_their_marks_are_right(language: Language, typed: str) -> None:
    assert not found("LIST002", holding(paragraph("Мыналар:"), typed_list(typed), language=language))


@pytest.mark.parametrize(
    ("language", "typed", "right"),
    [
        ("kk", "– көктем – жаз – күз", ["көктем;", "жаз;", "күз."]),
        ("kk", "– көктем; – жаз – күз.", ["көктем;", "жаз;", "күз."]),
        ("kk", "– көктем; – жаз;", ["көктем;", "жаз."]),
        ("ru", "– весна; – лето. – осень;", ["весна;", "лето;", "осень."]),
        ("ru", "– Весна. – Лето. – Осень", ["Весна.", "Лето.", "Осень."]),
        ("ru", "– весна, – лето (жара)", ["весна,", "лето (жара)."]),
        ("en", "– spring – summer", ["spring;", "summer."]),
        ("en", "– Spring comes. It rains – Summer", ["Spring comes. It rains.", "Summer."]),
    ],
)
def test_missing_marks_are_mentioned_once_for_a_list_and_proposed(
    language: Language, typed: str, right: list[str]
) -> None:
    spoilt = holding(typed_list(typed), language=language)
    finding = only("LIST002", spoilt)
    assert finding.severity == "information"
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert words(after) == right
    assert not found("LIST002", after)


def test_a_list_inside_a_sentence_may_end_with_a_semicolon() -> None:
    assert not found("LIST002", holding(typed_list("– көктем; – жаз;"), paragraph("сондай-ақ күз.")))


def test_lists_of_one_item_or_of_several_paragraphs_are_not_looked_at() -> None:
    long = ListBlock((ListItem((paragraph("Бір"), paragraph("екі"))), ListItem((paragraph("үш"),))))
    assert not found("LIST002", holding(typed_list("– көктем"), long))


@pytest.mark.parametrize(("lead", "last"), [("Бағыттары", "Бағыттары"), ("Основные направления", "направления")])
def test_the_words_before_a_list_end_with_a_colon(lead: str, last: str) -> None:
    spoilt = holding(paragraph(lead), typed_list("– көктем; – жаз."))
    finding = only("LIST002", spoilt)
    assert finding.text == last
    assert words(mended(finding, spoilt))[0] == f"{lead}:"
    for right in (f"{lead}:", f"{lead}.", f"{lead} [1].", f"{lead}?"):
        assert not found("LIST002", holding(paragraph(right), typed_list("– көктем; – жаз.")))


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("kk", "1) көктем; 2) жаз; 3) күз."),
        ("kk", "1) және 3) тармақтар"),
        ("kk", "Бұл туралы 3) тармақта айтылған."),
        ("ru", "весной: 1) дождь, 2) снег и 3) ветер"),
        ("ru", "см. пункты 1) и 3), а также 5)"),
        ("ru", "1) весна; 2) лето. Другое: 1) зима; 2) осень."),
        ("en", "a) spring; b) summer; f(1) and f(3)"),
    ],
)
def test_numbers_that_follow_each_other_are_right(language: Language, typed: str) -> None:
    assert not found("LIST003", in_language(language, typed))


@pytest.mark.parametrize(
    ("language", "typed", "right"),
    [
        ("kk", "1) көктем; 3) жаз; 4) күз.", "1) көктем; 2) жаз; 3) күз."),
        ("kk", "Себептері: 1) су; 2) жер; 2) ауа.", "Себептері: 1) су; 2) жер; 3) ауа."),
        ("ru", "1) весна, 2) лето и 4) осень", "1) весна, 2) лето и 3) осень"),
        ("ru", "Он назвал: 1) реки; 3) озёра.", "Он назвал: 1) реки; 2) озёра."),
        ("en", "1) rain; 2) snow; 11) wind.", "1) rain; 2) snow; 3) wind."),
    ],
)
def test_a_gap_in_the_text_is_counted_anew(language: Language, typed: str, right: str) -> None:
    spoilt = in_language(language, typed)
    finding = only("LIST003", spoilt)
    assert finding.severity == "warning"
    assert finding.fix is not None
    assert finding.fix.safe
    after = mended(finding, spoilt)
    assert words(after) == [right]
    assert not found("LIST003", after)


def test_an_item_that_keeps_its_typed_number_is_counted_anew() -> None:
    spoilt = holding(numbered("бір;", "үш;", "төрт.", markers=("", "3.", "4.")))
    finding = only("LIST003", spoilt)
    assert (finding.severity, finding.text, finding.place.block) == ("warning", "үш;", (1, 1))
    after = mended(finding, spoilt)
    assert not any(item.marker for item in lists(after)[0].items)
    assert not found("LIST003", after)


def test_a_list_begins_with_one_or_goes_on() -> None:
    first, gap = numbered("бір;", "екі;"), paragraph("Аралықтағы сөз.")
    assert not found("LIST003", holding(first, gap, numbered("үш.", start=3)))
    assert not found("LIST003", holding(first, gap, numbered("бір.", start=1)))
    assert not found("LIST003", holding(numbered("жыл басталды.", start=2010)))
    spoilt = holding(first, gap, numbered("төрт;", "бес.", start=4))
    finding = only("LIST003", spoilt)
    assert finding.text == "төрт;"
    after = mended(finding, spoilt)
    assert [one.start for one in lists(after)] == [1, 3]
    assert not found("LIST003", after)


def test_only_a_list_has_a_marker() -> None:
    edit = SetMarker("e1", ((0,),), "–", text("Put “{marker}” before every item", marker="–"))
    with pytest.raises(EditError):
        edit.apply(workspace(entry()))
    assert texts(()) == []
