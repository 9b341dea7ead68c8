"""Order and words of the head, people apart."""

from __future__ import annotations

from dataclasses import replace

from proceedings_editor.exporters.composition.element import Element, PageBreakElement, TextElement, Words
from proceedings_editor.model.body import Heading, PageBreak, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.template import HeadElement, Template
from tests.exporters.composition.sample import ENTRY, composed, conference, journal, paragraph
from tests.exporters.composition.tree import only, part, said, styled

HEAD_ONLY = replace(ENTRY, body=(), references=())


def _article(entry: Entry = HEAD_ONLY, template: Template | None = None) -> tuple[Element, ...]:
    return part(composed(entry, template), "article")


def _with(*elements: HeadElement) -> Template:
    return replace(conference(), article=elements)


def test_elements_stand_in_the_templates_order() -> None:
    styles = list(dict.fromkeys(one.style for one in only(_article(), TextElement)))
    wanted = ["section", "subsection", "code", "title", "author", "email", "affiliation"]
    assert styles == [*wanted, "supervisor", "abstract", "keywords"]
    styles = list(dict.fromkeys(one.style for one in only(_article(template=journal()), TextElement)))
    assert styles == ["code", "author", "affiliation", "email", "title", "abstract", "keywords"]


def test_section_and_subsection_are_paragraphs_above_the_title() -> None:
    elements = _article()
    assert styled(elements, "section") == ["СЕКЦИЯ IV. ЖАРАТЫЛЫСТАНУ ҒЫЛЫМДАРЫ / ЕСТЕСТВЕННЫЕ НАУКИ"]
    assert styled(elements, "subsection") == ["Секция IV.II. Жұлдызды аспан / Звёздное небо"]
    assert [one.style for one in only(elements, TextElement) if one.level] == ["title"]
    assert {one.source.field for one in elements[:2]} == {"section"}
    russian = [inline.language for inline in elements[0].inlines if isinstance(inline, Words)]
    assert russian[-1] == "ru"


def test_an_entry_without_section_has_none() -> None:
    assert styled(_article(replace(HEAD_ONLY, section="")), "section") == []
    level_one = replace(HEAD_ONLY, section="s4")
    assert len(styled(_article(level_one), "section")) == 1
    assert styled(_article(level_one), "subsection") == []


def test_codes_have_their_label_in_the_entrys_language() -> None:
    kinds = ("udc", "irsti", "bbk", "doi", "edn")
    template = _with(*(HeadElement(kind) for kind in kinds))
    assert styled(_article(template=template), "code") == [
        "ӘОЖ 52-1; 523.4",
        "ҒТАМР 41.01.05",
        "КБЖ 22.6",
        "DOI 10.1000/star.7",
        "EDN ABCDEF",
    ]
    assert styled(_article(replace(HEAD_ONLY, language="ru"), template), "code")[0] == "УДК 52-1; 523.4"
    bare = replace(HEAD_ONLY, udc=("", " "), irsti=(), bbk=(), doi="", edn="")
    assert styled(_article(bare, template), "code") == []


def test_a_doi_leads_to_its_address_and_back_to_its_field() -> None:
    (line,) = only(_article(template=_with(HeadElement("doi", align="right"))), TextElement)
    label, value = line.inlines
    assert (label.url, label.source_start) == ("", -1)
    assert (value.url, value.source_start, line.source.field) == ("https://doi.org/10.1000/star.7", 0, "doi")
    assert line.look.align == "right"


def test_the_title_is_printed_in_the_templates_capitals_and_keeps_exceptions() -> None:
    (title,) = [one for one in only(_article(), TextElement) if one.style == "title"]
    assert said(title) == "ДАЛАДА pH ЖӘНЕ ҚХА-НЫҢ mRNA ЖҰЛДЫЗЫ"
    assert (title.level, title.source.field, title.inlines[0].source_start) == (1, "title.kk", 0)
    assert styled(_article(template=journal()), "title") == ["Далада pH және ҚХА-ның mRNA жұлдызы"]


def test_of_titles_in_several_languages_the_first_is_the_heading() -> None:
    template = _with(HeadElement("title", ("kk", "ru", "en")))
    titles = only(_article(template=template), TextElement)
    assert [one.level for one in titles] == [1, 0, 0]
    assert [one.inlines[0].language for one in titles] == ["", "ru", "en"]
    assert titles[2].source.field == "title.en"


def test_abstract_and_keywords_stand_together_by_language_with_bold_labels() -> None:
    template = _with(HeadElement("abstract", ("kk", "en")), HeadElement("keywords", ("kk", "en")))
    lines = only(_article(template=template), TextElement)
    assert [said(line) for line in lines] == [
        "Аңдатпа. Қысқаша мазмұны.",
        "Түйін сөздер: жұлдыз, дала",
        "Abstract. In short.",
        "Keywords: star, steppe",
    ]
    label, space, words = lines[2].inlines
    assert (label.bold, space.bold, words.bold) == (True, False, False)
    assert {inline.language for inline in lines[2].inlines} == {"en"}
    assert (words.source_start, lines[2].source.field) == (0, "abstract.en")


def test_missing_abstracts_and_keywords_leave_no_label_behind() -> None:
    bare = replace(HEAD_ONLY, abstract=LocalText(kk=" "), keywords=LocalWords(kk=("",)))
    assert styled(_article(bare), "abstract") == []
    assert styled(_article(bare), "keywords") == []


def test_days_that_are_known_follow_the_references() -> None:
    elements = part(composed(template=journal()), "article")
    assert [said(one) for one in elements[-2:]] == [
        "Редакцияға 2024 жылғы 2 мамыр түсті.",
        "Басуға 2024 жылғы 1 маусым қабылданды.",
    ]


def test_page_breaks_that_would_leave_an_empty_page_are_dropped() -> None:
    breaks = (PageBreak(), PageBreak())
    broken = replace(HEAD_ONLY, body=(*breaks, paragraph("а"), *breaks, paragraph("б"), *breaks))
    only_body = _with(HeadElement("body"))
    kinds = [isinstance(one, PageBreakElement) for one in _article(broken, only_body)]
    assert kinds == [False, True, False]


def test_without_a_title_headings_begin_at_level_one() -> None:
    bare = replace(HEAD_ONLY, title=LocalText(), body=(Heading((Span("Кіріспе"),), 2), Heading((Span("Терең"),), 4)))
    levels = [one.level for one in only(_article(bare), TextElement) if one.level]
    assert levels == [1, 2]
