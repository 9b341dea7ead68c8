from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from proceedings_editor.exporters.report.page import EntryRows, ReportPage, Row, RuleRows, Words, html_page

WORDS = Words("Мазмұны", "Орны", "Мәселе", "Ештеңе табылмады.")
ROW = Row("5-абзац", "[9;4]", "Дереккөз жоқ.", "Түзету: қосу")
RULE = RuleRows("CITE001", "Тізімде жоқ", "қате", "error", (ROW, Row("6-абзац", "", "Тағы.")))
ENTRY = EntryRows("070 · Сәрсенова Ә.", "2 қате", (RULE,))


def page(**facts: object) -> ReportPage:
    default = {"language": "kk", "title": "Тексеру", "lines": ("12 мамыр",), "words": WORDS, "entries": (ENTRY, ENTRY)}
    return ReportPage(**{**default, **facts})  # type: ignore[arg-type]


def test_headings_tables_and_contents_give_the_page_its_structure() -> None:
    tree = html.document_fromstring(html_page(page()))
    assert tree.get("lang") == "kk"
    assert [node.tag for node in tree.iter("h1", "h2", "h3")] == ["h1", "h2", "h3", "h2", "h3"]
    assert tree.xpath("//nav/@aria-label") == ["Мазмұны"]
    anchors = tree.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    assert {link.lstrip("#") for link in tree.xpath("//a/@href")} <= set(anchors)
    assert set(tree.xpath("//@aria-labelledby")) <= set(anchors)
    assert all(cell.get("scope") == "col" for cell in tree.iter("th"))
    assert tree.xpath("string(//h3)") == "қате CITE001 Тізімде жоқ"
    assert [row.text_content() for row in tree.xpath("(//tbody)[1]/tr")] == [
        "5-абзац[9;4]Дереккөз жоқ.Түзету: қосу",
        "6-абзацТағы.",
    ]


def test_nothing_is_loaded_and_nothing_runs() -> None:
    tree = html.document_fromstring(html_page(page()))
    assert not list(tree.iter("script", "link", "img", "iframe", "object"))
    assert "http" not in html_page(page()).replace("http-equiv", "")
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv]/@content)")


def test_a_page_without_findings_says_so_and_what_was_ignored_stands_at_its_end() -> None:
    tree = html.document_fromstring(html_page(page(entries=(), ignored_title="Елеусіз", ignored=(ENTRY,))))
    assert "Ештеңе табылмады." in tree.text_content()
    assert [node.text for node in tree.iter("h2")] == ["Елеусіз", "070 · Сәрсенова Ә."]
    assert not list(tree.iter("nav"))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


@given(
    st.text(min_size=1, max_size=40) | st.sampled_from(("<script>alert(1)</script>", '"><img src=x>', "&amp;", "</q>"))
)
def test_whatever_is_found_stays_text(words: str) -> None:
    def tags(inner: str) -> list[str]:
        row = Row(inner, inner, inner, inner)
        made = page(title=inner, entries=(EntryRows(inner, inner, (RuleRows("A001", inner, inner, "error", (row,)),)),))
        reader = _Tags()
        reader.feed(html_page(made))
        return reader.found

    assert tags(words) == tags("сөз")
