from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.model.body import (
    Cell,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Span,
    Table,
)
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.storage.entry_file import entry_from_text, entry_text
from proceedings_editor.storage.folder import read_entry_file, save_entry
from tests.strategies import entries

HEAD = "format: 1\nid: abc\n"


@given(entries())
@settings(max_examples=100)
def test_an_entry_comes_back_equal_and_its_file_byte_for_byte(entry: Entry) -> None:
    words = entry_text(entry)
    again = entry_from_text(words.encode(), "x.yaml")
    assert again == entry
    assert entry_text(again) == words


@given(entries(wild=True))
@settings(max_examples=80)
def test_even_what_no_person_would_make_comes_back_equal(entry: Entry) -> None:
    words = entry_text(entry)
    assert entry_from_text(words.encode(), "x.yaml") == entry


@given(entries(wild=True))
@settings(max_examples=25)
def test_a_file_with_windows_line_ends_and_a_byte_order_mark_says_the_same(entry: Entry) -> None:
    data = b"\xef\xbb\xbf" + entry_text(entry).encode().replace(b"\n", b"\r\n")
    assert entry_from_text(data, "x.yaml") == entry


def test_values_mean_what_their_field_says_and_nothing_yaml_would_guess() -> None:
    entry = entry_from_text(
        HEAD + "number: 070\nlanguage: en\nreceived: 2025-04-07\noriginality: 76.50\nudc: [070, NO, 1e3]\n"
        "title: {en: null}\ndoi: 10.1000\n",
        "x.yaml",
    )
    assert entry.number == 70
    assert entry.received == date(2025, 4, 7)
    assert entry.originality == Decimal("76.50")
    assert entry.udc == ("070", "NO", "1e3")
    assert entry.title.en == "null"
    assert entry.doi == "10.1000"


def test_a_key_with_nothing_after_it_is_an_empty_field() -> None:
    entry = entry_from_text(HEAD + "number:\nauthors:\ntitle:\n  kk:\n", "x.yaml")
    assert entry == Entry("abc")


def test_blocks_read_as_a_person_would_write_them() -> None:
    words = HEAD + (
        "body:\n"
        "  - h2: Кіріспе\n"
        '  - p: Бұл <b>мәтін</b><note id="a"/>\n'
        "  - list: [бірінші, екінші]\n"
        "    ordered: true\n"
        "    marker: 1)\n"
        "  - quote: Дәйексөз\n"
        "  - table:\n"
        "      - [Жыл, {blocks: Саны, columns: 2}]\n"
        "      - ['2020', 1, '']\n"
        "    header_rows: 1\n"
        "  - code: |\n"
        "      a = 1\n"
        "      b = 2\n"
        "notes:\n"
        "  a: Ескертпе\n"
    )
    note = Note((Paragraph((Span("Ескертпе"),)),))

    def one(text: str) -> tuple[Paragraph, ...]:
        return (Paragraph((Span(text),)),)

    assert entry_from_text(words, "x.yaml").body == (
        Heading((Span("Кіріспе"),), 2),
        Paragraph((Span("Бұл "), Span("мәтін", bold=True), note)),
        ListBlock((ListItem(one("бірінші")), ListItem(one("екінші"))), ordered=True, marker="1)"),
        Quotation(one("Дәйексөз")),
        Table(
            ((Cell(one("Жыл")), Cell(one("Саны"), columns=2)), (Cell(one("2020")), Cell(one("1")), Cell())),
            header_rows=1,
        ),
        Listing("a = 1\nb = 2\n"),
    )


def test_a_canonical_file_is_plain_to_read() -> None:
    entry = Entry(
        "abc",
        number=7,
        title=LocalText(kk="Жайық өзені: экология"),
        body=(Paragraph((Span("Өзен – ел ырысы [1]."),)), Paragraph((Span("Сол "), Span("су", italic=True)))),
    )
    first, *lines = entry_text(entry).splitlines()
    assert "keeps no comments" in first
    assert lines == [
        "format: 1",
        "id: abc",
        "number: 7",
        "title:",
        '  kk: "Жайық өзені: экология"',
        "body:",
        "  - p: Өзен – ел ырысы [1].",
        "  - p: Сол <i>су</i>",
    ]


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    def noted(words: str) -> Paragraph:
        return Paragraph((Span(words), Note((Paragraph((Span(f"туралы {words}"),)),))))

    words = entry_text(Entry("abc", body=(noted("бір"), Quotation((noted("екі"),)), noted("үш"))))
    assert re.findall(r'(\w+)<note id="(n\d)"/>', words) == [("бір", "n1"), ("екі", "n2"), ("үш", "n3")]
    assert words.endswith("notes:\n  n1: туралы бір\n  n2: туралы екі\n  n3: туралы үш\n")


def test_foreign_keys_below_extra_stay_as_they_were_written() -> None:
    extra = (
        "extra:\n"
        "  other:\n"
        "    count: 010\n"
        "    time: 12:30\n"
        "    yes: yes\n"
        '    word: "yes"\n'
        "    day: 2025-04-07\n"
        "    none: null\n"
        "    big: 1.5\n"
        "    flags:\n"
        "      - true\n"
        "      - 7\n"
    )
    words = entry_text(entry_from_text(HEAD + extra, "x.yaml"))
    assert words.endswith(extra)


BAD = {
    "an unknown key": ("titel: x\n", 3, "did you mean “title”"),
    "an unknown key deep inside": ("authors:\n  - surname: A\n    emial: x\n", 5, "did you mean “email”"),
    "a wrong language": ("language: kz\n", 3, "possible are: kk, ru, en"),
    "a wrong number": ("title: {kk: x}\nnumber: seven\n", 4, "is not a whole number"),
    "a wrong date": ("received: 7.04.2025\n", 3, "2025-04-07"),
    "an impossible date": ("received: 2025-02-30\n", 3, "is not a date"),
    "a list for a text": ("doi: [a]\n", 3, "not a list"),
    "a text with a colon": ("references:\n  - Орал : Дала, 2019\n", 4, "put it in quotation marks"),
    "a text for a list": ("udc: 34\n", 3, "a list is expected"),
    "a text for a mapping": ("title: x\n", 3, "“key: value” lines are expected"),
    "a key twice": ("doi: a\ndoi: b\n", 4, "a second time"),
    "an anchor": ("doi: &a x\n", 3, "not supported"),
    "an alias": ("doi: *a\n", 3, "write the text itself"),
    "a tag": ("doi: !!python/object:os.system x\n", 3, "not supported"),
    "a second document": ("---\nid: b\n", 3, "second document"),
    "a tab": ("title:\n\tkk: x\n", 4, "use spaces"),
    "a control character": ("doi: a\x07\n", 3, "U+0007"),
    "an open quotation mark": ('doi: "a\n', 3, "not valid YAML"),
    "an open bracket": ("udc: [a\n", 3, "not valid YAML"),
    "deep nesting": ("udc: " + "[" * 100_000 + "\n", 3, "nested too deeply"),
    "deep nesting of blocks": ("body:\n" + "".join(f"{'  ' * n}- \n" for n in range(1, 400)), 67, "nested too deeply"),
    "an unknown block": ("body:\n  - paragraph: x\n", 4, "not possible here"),
    "a block that is text": ("body:\n  - x\n", 4, "“key: value” lines are expected"),
    "an unknown key of a block": ("body:\n  - p: x\n    algin: left\n", 5, "did you mean “align”"),
    "two blocks in one": ("body:\n  - p: x\n    h1: y\n", 5, "not known here"),
    "an open tag": ("body:\n  - p: a <b>c\n", 4, "<b> is not closed"),
    "crossed tags": ("body:\n  - p: <b><i>x</b></i>\n", 4, "</b> closes nothing"),
    "an unknown tag": ("body:\n  - p: <blink>x</blink>\n", 4, "not known"),
    "a lone sign": ("body:\n  - p: a < b\n", 4, "&lt;"),
    "a lone ampersand": ("body:\n  - p: a & b\n", 4, "&amp;"),
    "a fault in a later line of a block": ("body:\n  - p: |\n      a\n      <x>\n", 5, "not known"),
    "a missing note": ('body:\n  - p: a<note id="n1"/>\n', 4, "no note “n1”"),
    "a note used twice": ('body:\n  - p: <note id="a"/><note id="a"/>\nnotes: {a: x}\n', 4, "a second time"),
    "a note that holds itself": ('body:\n  - p: <note id="a"/>\nnotes:\n  a: <note id="a"/>\n', 6, "a second time"),
    "a note nobody names": ("notes:\n  a: x\n", 4, "no text names"),
    "endless notes": (
        'body:\n  - p: <note id="n0"/>\nnotes:\n' + "".join(f'  n{n}: <note id="n{n + 1}"/>\n' for n in range(2000)),
        8,
        "nested too deeply",
    ),
    "an endless cell": ("body:\n  - table: [[{columns: 1000000000}]]\n", 4, "spans between 1 and 1000"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_fault_is_one_sentence_with_file_and_line(what: str) -> None:
    words, line, reason = BAD[what]
    with pytest.raises(ReadError) as caught:
        entry_from_text(HEAD + words, "007_x.yaml")
    sentence = str(caught.value)
    assert sentence.startswith(f"007_x.yaml, line {line}: "), sentence
    assert reason in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400


@pytest.mark.parametrize("name", ["../up", "/etc", "con", "", "A", "a" * 33, "a b", "ә"])
def test_an_id_that_is_no_folder_name_is_refused(name: str) -> None:
    with pytest.raises(ReadError, match=r"line 2: .* is no id"):
        entry_from_text(f'format: 1\nid: "{name}"\n', "x.yaml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "line 1: the file must consist of"),
        (b"\x00\x01", "line 1: the control character U\\+0000"),
        (b"- a\n", "line 1: the file must consist of"),
        (b"just words\n", "line 1: the file must consist of"),
        (b"id: a\nformat: 1\ndoi: \xff\n", "line 3: this is not UTF-8"),
        ("format: 1".encode("utf-16"), "line 1: this is not UTF-8"),
        (b"id: a\n", "line 1: the key “format” is missing"),
        (b"format: 1\n", "the key “id” is missing"),
        (b"format: one\nid: a\n", "line 1: “one” is not a whole number"),
        (b"format: 0\nid: a\n", "there is no format 0"),
        (b"format: 99\nid: a\nnew: [key]\n", "newer version of the program .*update the program"),
    ],
)
def test_a_file_that_is_no_entry_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        entry_from_text(data, "x.yaml")


def test_a_file_over_16_mb_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    with (tmp_path / "entries" / "x.yaml").open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    with pytest.raises(ReadError, match="larger than 16 MB"):
        read_entry_file(tmp_path, "x.yaml", {})


def test_a_bomb_of_values_is_refused_in_time() -> None:
    began = time.process_time()
    with pytest.raises(ReadError, match="more values than any article"):
        entry_from_text(HEAD + "udc: [" + "a," * 3_000_000 + "]\n", "x.yaml")
    assert time.process_time() - began < 30


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Entry("abc", doi="a\ud800b"), "half a character"),
        (Entry("abc", body=(Paragraph((Span("a\udfffb"),)),)), "half a character"),
        (Entry("abc", extra={"x\ud83d": 1}), "half a character"),
        (Entry("abc", originality=Decimal("NaN")), "not a number"),
        (Entry("abc", body=(Heading((), 0),)), "level 0"),
        (Entry("abc", extra={"k" * 2000: 1}), "too long"),
        (Entry("Bad Id"), "is no id"),
        (Entry("abc", body=(Table(((Cell(columns=0),),)),)), "spans between"),
        (Entry("abc", doi="x" * 17_000_000), "larger than 16 MB"),
    ],
)
def test_what_could_not_be_read_again_is_not_written(entry: Entry, reason: str, tmp_path: Path) -> None:
    good = replace(entry, id="abc", doi="", extra={}, originality=None, body=())
    name = save_entry(tmp_path, None, good)
    with pytest.raises(WriteError, match=reason):
        save_entry(tmp_path, good, entry, name)
    assert read_entry_file(tmp_path, name, {}) == good
    assert [path.name for path in (tmp_path / "entries").iterdir()] == [name]


def test_nesting_that_no_reader_would_follow_is_not_written() -> None:
    block: Paragraph | Quotation = Paragraph((Span("x"),), "left")
    for _ in range(200):
        block = Quotation((block,))
    with pytest.raises(WriteError, match="nested too deeply"):
        entry_text(Entry("abc", body=(block,)))


def test_a_long_entry_loads_and_saves_fast() -> None:
    sentence = "Өзен бойындағы ауылдардың тіршілігі суға байланысты, сондықтан оны қорғау – ортақ іс [1]. "
    paragraphs = tuple(
        Paragraph((Span(sentence * 3), Span("маңызды", bold=True))) if n % 4 else Paragraph((Span(sentence),))
        for n in range(100)
    )
    entry = Entry("abc", body=paragraphs)
    words = entry_text(entry)
    assert len(words.encode()) > 35_000
    load = min(_seconds(lambda: entry_from_text(words, "x.yaml")) for _ in range(20))
    save = min(_seconds(lambda: entry_text(entry)) for _ in range(20))
    assert load < 0.015
    assert save < 0.010


def _seconds(work: object) -> float:
    began = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - began
