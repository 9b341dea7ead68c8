from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings_editor.model.body import Body, Paragraph, Span, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.path import value_at
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import RuleSettings, Template
from proceedings_editor.model.walk import text_of, walk
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.passage import Passage, block_passage
from proceedings_editor.rules.registry import RULES, rule_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import text
from tests import strategies
from tests.rules.sample import another, author, body, entry, found, reading, reference, template, with_rule, workspace


def fails_late(scope: EntryScope) -> Iterator[Hit]:
    yield Hit(Place(field="title"), "", text("Before the mistake."))
    raise ZeroDivisionError


BROKEN = Rule(code="TEST001", severity="error", manual="", entry=fails_late)


def test_a_rule_that_raises_is_named_and_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    spoilt = workspace(entry(udc=("34:",)), another())
    report = Engine(spoilt, rules=(BROKEN, *RULES)).check()
    assert report.broken == ("TEST001",)
    assert [finding.code for finding in report.findings] == ["UDC001", "TEST001", "TEST001"]
    assert caplog.text.count("rule TEST001 failed") == 1


def test_an_entry_is_checked_with_what_the_collection_says_about_it() -> None:
    twins = workspace(entry(first_page=None), another(number=12), another(id="e3", number=1, state="withdrawn"))
    engine = Engine(twins)
    assert [finding.code for finding in engine.check_entry(twins.entries[0]).findings] == ["COLL001"]
    assert [finding.code for finding in engine.check_entry(twins.entries[1]).findings] == ["COLL001"]
    assert not engine.check_entry(twins.entries[2]).findings
    assert not engine.check_alone(twins.entries[0]).findings


def test_a_passage_is_checked_alone_as_after_a_key() -> None:
    engine = Engine(workspace())
    words = Paragraph((Span("Бұл бiлiм [7]."),))
    findings = engine.check_passage(entry(), block_passage((4,), words.text, "kk"))
    assert [(finding.code, finding.place.block) for finding in findings] == [("CHAR001", (4,)), ("CITE001", (4,))]


def test_what_several_rules_need_is_worked_out_once_for_a_text_and_once_for_an_entry() -> None:
    worked: list[str] = []

    def length(passage: Passage) -> int:
        worked.append(passage.text)
        return 0

    def names(scope: EntryScope) -> None:
        worked.append(scope.entry.id)

    def look(scope: PassageScope) -> Iterator[Hit]:
        if not scope.passage.once(length):
            yield scope.hit(0, 1, text("Looked."))

    def look_whole(scope: EntryScope) -> Iterator[Hit]:
        scope.once(names)
        yield Hit(Place(), "", text("Looked."))

    about = frozenset({"title.kk"})
    one = Rule(code="TEST001", severity="error", manual="", passage=look, about=about, entry=look_whole)
    where = workspace(entry(id="e1"), entry(id="e2", number=13))
    report = Engine(where, rules=(one, replace(one, code="TEST002"), replace(one, code="TEST003"))).check()
    assert len(report.findings) == 12
    title = where.entries[0].title.kk
    assert sorted(worked) == sorted([title, title, "e1", "e2"])


def severities(template: Template, *, udc: str) -> list[str]:
    return [finding.severity for finding in found("UDC001", workspace(entry(udc=(udc,)), template=template))]


def test_a_template_sets_the_severity_and_a_lighter_case_stays_lighter() -> None:
    assert severities(template(), udc="34:") == ["error"]
    assert severities(with_rule("UDC001", "information"), udc="34:") == ["information"]
    assert severities(template(), udc="3424") == ["warning"]
    assert severities(with_rule("UDC001", "error"), udc="3424") == ["warning"]
    assert severities(with_rule("UDC001", "information"), udc="3424") == ["information"]
    assert severities(with_rule("UDC001", "off"), udc="34:") == []


def test_rules_are_listed_once_and_found_in_any_case() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert rule_of("udc001") is rule_of("UDC001") is not None
    assert rule_of("UDC999") is None


# ------------------------------------------------------------------------------------------------------- any text

AWKWARD = (
    "ӘОЖ 34:342.4 (574)", "a@mail.ri", "<x@y>;", "978-601-262-578-5", "ISBN 978-601-262-578-5", "[9;4] [?] [З] [1–99]",
    "бiлiм", "IVғасыр", "0000-0003-4616-0785", "Секция IV. II Су құқығы", "70", "[", "((((", '"20', "\ufffc", "\ud7ff",
    "",
)  # fmt: skip
WORDS = st.one_of(
    st.text(max_size=40), st.sampled_from(AWKWARD), st.lists(st.sampled_from(AWKWARD), max_size=4).map(" ".join)
)


@st.composite
def awkward_entries(draw: st.DrawFn) -> Entry:
    some = draw(strategies.entries(wild=True))
    kinds = (
        "udc",
        "section",
        "number",
        "authors.0.email",
        "collection.isbn",
        "authors.0.orcid",
        "edn",
        "title.kk",
        "x.y",
    )
    readings = draw(
        st.lists(
            st.builds(reading, st.sampled_from(kinds), WORDS, st.sampled_from(("head", "table row 9"))), max_size=4
        )
    )
    return replace(
        some,
        udc=tuple(draw(st.lists(WORDS, max_size=2))),
        edn=draw(WORDS),
        section=draw(st.sampled_from(("", "s1", "s3", "?"))),
        authors=(*some.authors, author(email=draw(WORDS), orcid=draw(WORDS), spin=draw(WORDS), surname=draw(WORDS))),
        body=(*some.body, *body(*draw(st.lists(WORDS, max_size=3)))),
        references=(*some.references, reference(draw(WORDS))),
        readings=(*some.readings, *readings),
    )


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    st.lists(awkward_entries(), max_size=2, unique_by=lambda each: each.id),
    strategies.collections(),
    WORDS,
    st.booleans(),
)
def test_no_rule_fails_on_anything_and_every_place_is_in_its_text(
    entries: list[Entry], collection: Collection, isbn: str, book: bool
) -> None:
    where = Workspace(replace(collection, isbn=isbn, udc=isbn), template(), tuple(entries))
    report = Engine(where, Facts(book=book)).check()
    assert report.broken == ()
    for finding in report.findings:
        assert_place(finding, where)
        str(finding.message)
        if finding.fix is not None:
            after = finding.fix.edit.apply(where)
            assert not finding.fix.safe or finding not in Engine(after, Facts(book=book)).check().findings


def assert_place(finding: Finding, where: Workspace) -> None:
    by_id = {each.id: each for each in where.entries}
    words = words_at(finding.place, by_id.get(finding.entry), where.collection)
    if words is None:  # a number, a list, something missing
        assert (finding.place.start, finding.place.end) == (0, 0)
        return
    assert 0 <= finding.place.start <= finding.place.end <= len(words)
    if words[finding.place.start : finding.place.end] != "\ufffc":
        assert finding.text == words[finding.place.start : finding.place.end]


def words_at(place: Place, owner: Entry | None, collection: Collection) -> str | None:
    if place.block:
        assert owner is not None
        return plain_text(text_of(block_at(owner.body, place.block)))
    path = place.field.removeprefix("collection.")
    try:
        value = value_at(owner or collection, path)
    except IndexError:
        return None
    if place.field.startswith("references."):
        return plain_text(value.text)  # type: ignore[attr-defined]
    return value if isinstance(value, str) and value else None


def block_at(blocks: Body, path: tuple[int, ...]) -> object:
    return dict(walk(blocks))[path]


@settings(max_examples=300)
@given(WORDS, WORDS)
def test_a_passage_of_anything_is_checked(first: str, second: str) -> None:
    engine = Engine(workspace())
    rich = (Span(first), Span(second, code=True), Span(first, href="mailto:" + second))
    for finding in engine.check_passage(entry(), block_passage((0,), rich, "ru")):
        assert plain_text(rich)[finding.place.start : finding.place.end] == finding.text
    assert not engine.broken


@dataclass(frozen=True, slots=True)
class Marks:
    mark: str = "!"
    most: int = 2
    share: float = 0.5
    strict: bool = False
    words: tuple[str, ...] = ()


def shows_options(scope: PassageScope) -> Iterator[Hit]:
    yield scope.hit(0, 1, text("{options}", options=scope.options))


def test_a_rule_is_given_its_options() -> None:
    rule = Rule(
        code="TEST002",
        severity="information",
        manual="",
        options=Marks(),
        passage=shows_options,
        about=frozenset({"udc"}),
    )
    set_ = template(rules={"TEST002": RuleSettings("", {"most": "5", "strict": "true", "words": ["a", 7], "share": 1})})
    (finding,) = Engine(workspace(template=set_), rules=(rule,)).check().findings
    assert str(finding.message) == str(Marks("!", 5, 1.0, True, ("a", "7")))
