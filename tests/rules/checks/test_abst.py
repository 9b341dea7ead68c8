from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from proceedings_editor.model.body import Heading, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.template import Limits, Range
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import entry, found, mended, only, template, texts, with_rule, workspace

SU = ("су", "дала", "өзен")
VODA = ("вода", "степь", "река")
WATER = ("water", "steppe", "river")


def limited(where: Entry, **limits: object) -> Workspace:
    return workspace(where, template=template(limits=Limits(**limits)))  # type: ignore[arg-type]


def words(kk: tuple[str, ...] = (), ru: tuple[str, ...] = (), en: tuple[str, ...] = ()) -> Entry:
    return entry(keywords=LocalWords(kk, ru, en))


def headings(*names: str) -> Entry:
    return entry(body=(*entry().body, *(Heading((Span(name),), 1) for name in names)))


# ------------------------------------------------------------------------------------------------------ ABST001: parts


def test_nothing_is_wanted_of_an_article_without_abstract_and_keywords() -> None:
    assert not found("ABST001", entry())


@pytest.mark.parametrize(("language", "own"), [("kk", SU), ("ru", VODA), ("en", WATER)])
def test_abstract_and_keywords_of_a_language_go_together(language: str, own: tuple[str, ...]) -> None:
    abstract, keywords = LocalText(**{language: "Дала."}), LocalWords(**{language: own})
    assert not found("ABST001", entry(abstract=abstract, keywords=keywords))
    for half, missing in (({"abstract": abstract}, "keywords"), ({"keywords": keywords}, "abstract")):
        finding = only("ABST001", entry(**half))
        assert (finding.severity, finding.place.field, finding.fix) == ("warning", f"{missing}.{language}", None)


def test_what_the_template_requires_is_told_by_another_rule() -> None:
    half = entry(keywords=LocalWords(kk=SU))
    where = workspace(half, template=template(required=("abstract.kk",)))
    assert not found("ABST001", where)
    assert found("META001", where)


@pytest.mark.parametrize(
    "names",
    [("Кіріспе", "Қорытынды"),
     ("1. КІРІСПЕ", "4 Қорытындылар"), ("Введение", "Заключение"), ("I. Introduction", "Заключение")],
)  # fmt: skip
def test_listed_headings_are_found_in_any_form(names: tuple[str, ...]) -> None:
    wanted = with_rule("ABST001", headings=["Кіріспе|Введение|Introduction", "Қорытынды|Заключение"])
    assert not found("ABST001", workspace(headings(*names), template=wanted))


@pytest.mark.parametrize("names", [("Кіріспе",), ("Введение", "Выводы"), ("Introduction", "Methods"), ("Кіріспе", "")])
def test_a_listed_heading_that_is_missing_is_a_warning(names: tuple[str, ...]) -> None:
    wanted = with_rule("ABST001", headings=["Кіріспе|Введение|Introduction", "Қорытынды|Заключение"])
    finding = only("ABST001", workspace(headings(*names), template=wanted))
    assert (finding.severity, finding.place.field) == ("warning", "body")
    assert "Қорытынды / Заключение" in str(finding.message)


# ----------------------------------------------------------------------------------------------------- ABST002: counts


@pytest.mark.parametrize("count", [3, 4, 5])
def test_an_abstract_within_its_limits_is_silent(count: int) -> None:
    abstract = LocalText(kk=" ".join(["дала"] * count), ru=" ".join(["степь"] * count))
    assert not found("ABST002", limited(entry(abstract=abstract), abstract_words=Range(3, 5)))
    assert not found("ABST002", entry(abstract=abstract))


@pytest.mark.parametrize(
    ("abstract", "limits"),
    [
        ("дала мен су", {"abstract_words": Range(most=2)}),
        ("степь и вода", {"abstract_words": Range(least=4)}),
        ("дала мен су", {"abstract_characters": Range(most=10)}),
        ("степь и вода", {"abstract_characters": Range(least=13)}),
    ],
)
def test_an_abstract_beyond_its_limits_is_a_warning(abstract: str, limits: dict[str, Range]) -> None:
    finding = only("ABST002", limited(entry(abstract=LocalText(ru=abstract)), **limits))
    assert (finding.severity, finding.text, finding.place.field) == ("warning", abstract, "abstract.ru")


@pytest.mark.parametrize(
    "keywords", [words(SU, VODA, WATER), words(SU), words(), words(SU, en=WATER), words(("су, мұз", "дала"))]
)
def test_equal_numbers_of_keywords_are_silent(keywords: Entry) -> None:
    assert not found("ABST002", keywords)


def test_the_language_with_fewer_keywords_is_named() -> None:
    finding = only("ABST002", words(SU, VODA, WATER[:2]))
    assert (finding.severity, finding.place.field, finding.fix) == ("warning", "keywords.en", None)
    assert len(found("ABST002", words(SU[:1], VODA, WATER[:2]))) == 2


@pytest.mark.parametrize(("limit", "count"), [(Range(most=2), 3), (Range(least=4), 3), (Range(1, 3), 0)])
def test_keywords_keep_the_limits(limit: Range, count: int) -> None:
    findings = found("ABST002", limited(words(SU, VODA, WATER), keywords=limit))
    assert len(findings) == count


@pytest.mark.parametrize(
    ("typed", "right", "safe"),
    [
        (("су; дала; өзен",), SU, True),
        (("су", "дала;", "өзен."), SU, True),
        (("вода", "степь; река"), VODA, True),
        (("вода, степь, река.",), VODA, False),
        (("су;мұз, қар", "дала"), ("су", "мұз, қар", "дала"), False),
    ],
)
def test_keywords_are_divided(typed: tuple[str, ...], right: tuple[str, ...], safe: bool) -> None:
    spoilt = words(typed)
    finding = only("ABST002", spoilt)
    assert finding.fix is not None
    assert (finding.fix.safe, finding.text) == (safe, typed[0])
    after = mended(finding, spoilt).entries[0]
    assert after.keywords.kk == right
    assert not found("ABST002", after)


def test_undivided_keywords_are_counted_as_if_divided() -> None:
    assert len(found("ABST002", words(("су; дала; өзен",), VODA, WATER))) == 1


# ------------------------------------------------------------------------------------------------- ORIG001: originality


@pytest.mark.parametrize(("found_percent", "least"), [("76", 75), ("75", 75), ("52", 0), (None, 0), ("100", 80)])
def test_enough_originality_is_silent(found_percent: str | None, least: int) -> None:
    percent = Decimal(found_percent) if found_percent else None
    assert not found("ORIG001", limited(entry(originality=percent), originality=least))


@pytest.mark.parametrize(("percent", "words_found"), [(Decimal(52), "52"), (Decimal("74.90"), "74.90"), (None, "")])
def test_too_little_or_unknown_originality_is_a_warning(percent: Decimal | None, words_found: str) -> None:
    finding = only("ORIG001", limited(entry(originality=percent), originality=75))
    assert (finding.severity, finding.text, finding.place.field) == ("warning", words_found, "originality")
    assert "75" in str(finding.message)


def test_every_entry_is_judged_by_itself() -> None:
    second = replace(entry(originality=Decimal(80)), id="e2", number=13, first_page=47, last_page=48)
    where = replace(limited(entry(), originality=75), entries=(entry(originality=Decimal(10)), second))
    assert texts(found("ORIG001", where)) == ["10"]
