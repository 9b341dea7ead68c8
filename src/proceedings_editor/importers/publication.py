"""Number, pages, codes and title: rows of the table and lines of the head that tell the same facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.importers.form import Form, Row
from proceedings_editor.importers.head_part import HeadPart
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.language.folding import skeleton
from proceedings_editor.language.identifier import split_label
from proceedings_editor.language.udc import split_udc
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, Language, LocalText
from proceedings_editor.model.path import value_at, with_value
from proceedings_editor.model.template import Template
from proceedings_editor.templates.capitals import capitals
from proceedings_editor.templates.wording import codes, page_range, printed_number
from proceedings_editor.texts import text

_NUMBER: Final = re.compile(r"\D{0,20}?(\d{1,6})\D{0,3}")
_PAGES: Final = re.compile(r"\D{0,20}?(\d{1,6})(?:\s*[-–—−‒]+\s*(\d{1,6}))?\D{0,10}")
_LABEL: Final = re.compile(r"^[^\W\d_]+[\s:.№–—/-]+")
_CODE_KINDS: Final = ("irsti", "bbk")
_IDENTIFIERS: Final = ("doi", "edn")


@dataclass(frozen=True, slots=True)
class Source:
    """One wording of a fact and where it stands."""

    words: str
    source: str
    place: str
    line: int


def sources(form: Form, key: str) -> tuple[Source, ...]:
    """Return every row and head line that tells `key`, rows first: they win."""
    rows = (Source(row.value, row.value, row.place, row.line) for row in form.rows if row.key == key and row.value)
    parts = (Source(part.words, part.source, "head", part.line) for part in form.head if part.kind == key)
    return (*rows, *parts)


def with_publication(entry: Entry, form: Form, template: Template, ledger: Ledger) -> Entry:
    """Return the entry with number, pages and codes."""
    entry = _with_number(entry, form, ledger)
    entry = _with_pages(entry, form, template, ledger)
    entry = _with_udc(entry, form, ledger)
    for kind in _CODE_KINDS:
        entry = _with_codes(entry, form, kind, ledger)
    for kind in _IDENTIFIERS:
        entry = _with_identifier(entry, form, kind, ledger)
    return entry


def _with_number(entry: Entry, form: Form, ledger: Ledger) -> Entry:
    for found in sources(form, "number"):
        match = _NUMBER.fullmatch(found.words)
        number = int(match[1]) if match else None
        entry = entry if entry.number is not None else replace(entry, number=number)
        printed = printed_number(entry.number, entry.number or 0)
        ledger.read("number", found.source, found.place, found.line, (printed,))
        if number is None or number != entry.number:
            _differs(ledger, found, "number", printed)
    return entry


def _with_pages(entry: Entry, form: Form, template: Template, ledger: Ledger) -> Entry:
    for found in sources(form, "pages"):
        match = _PAGES.fullmatch(found.words)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (None, None)
        if entry.first_page is None:
            entry = replace(entry, first_page=first, last_page=last)
        printed = page_range(entry, template.wording)
        ledger.read("first_page", found.source, found.place, found.line, (printed,))
        if first is None or (first, last) != (entry.first_page, entry.last_page):
            _differs(ledger, found, "first_page", printed)
    return entry


def _with_udc(entry: Entry, form: Form, ledger: Ledger) -> Entry:
    for found in sources(form, "udc"):
        _, values = split_udc(found.words)
        entry = entry if entry.udc else replace(entry, udc=values)
        _read_code(ledger, "udc", found, codes(values), codes(entry.udc))
        if values != entry.udc:
            _differs(ledger, found, "udc", codes(entry.udc))
    return entry


def _with_codes(entry: Entry, form: Form, kind: str, ledger: Ledger) -> Entry:
    for found in sources(form, kind):
        bare = _LABEL.sub("", split_label(found.words)[1])
        values = tuple(code.strip() for code in re.split(r"[;,]", bare) if code.strip())
        known = value_at(entry, kind) or values
        entry = entry_with(entry, kind, known)
        printed = codes(known) if isinstance(known, tuple) else ""
        _read_code(ledger, kind, found, codes(values), printed)
        if values != known:
            _differs(ledger, found, kind, printed)
    return entry


def _with_identifier(entry: Entry, form: Form, kind: str, ledger: Ledger) -> Entry:
    for found in sources(form, kind):
        value = split_label(found.words)[1]
        known = str(value_at(entry, kind) or value)
        entry = entry_with(entry, kind, known)
        _read_code(ledger, kind, found, value, known)
        if value != known:
            _differs(ledger, found, kind, known)
    return entry


def _read_code(ledger: Ledger, path: str, found: Source, bare: str, known: str) -> None:
    """A line of the head begins with the label of its code, which says nothing more; a row has a label of its own."""
    if found.place == "head" and bare == known:
        ledger.account(found.source, found.line)
    else:
        ledger.read(path, found.source, found.place, found.line, (known,))


def entry_with(entry: Entry, path: str, value: object) -> Entry:
    """Return the entry with one value changed."""
    changed: Entry = with_value(entry, path, value)
    return changed


def _differs(ledger: Ledger, found: Source, path: str, printed: str) -> None:
    sentence = (
        text("“{words}” is not what was found before: {printed}", words=found.source, printed=printed)
        if printed
        else text("“{words}” was not understood.", words=found.source)
    )
    ledger.doubt("disagreement" if printed else "doubt", sentence, found.line, path)


# ------------------------------------------------------------------------------------------------------------ title


def read_title(form: Form, language: Language, template: Template, ledger: Ledger) -> LocalText:
    """Return the titles by language: the table's wins unless it is the cut beginning of the head's."""
    title = LocalText()
    found = sources(form, "title")
    for version, group in _by_language(found, language):
        chosen = next((source for source in group if not _is_cut(source, group)), group[0])
        title = title.with_version(version, _one_line(chosen.words))
        for source in group:
            words = title[version]
            ledger.read(f"title.{version}", source.source, source.place, source.line, (words, capitals(words)))
            if skeleton(source.words) != skeleton(words):
                ledger.doubt(
                    "disagreement",
                    text("The title differs: “{words}” and “{other}”.", words=source.words, other=words),
                    source.line,
                    f"title.{version}",
                )
    return title


def _by_language(found: Iterable[Source], language: Language) -> list[tuple[Language, list[Source]]]:
    """The first title is in the article's language, whatever its letters seem to say."""
    groups: dict[Language, list[Source]] = {}
    first_guess = ""
    for source in found:
        guess = guess_language(source.words)
        first_guess = first_guess or guess
        version = language if guess == first_guess else next((known for known in LANGUAGES if known == guess), language)
        groups.setdefault(version, []).append(source)
    return list(groups.items())


def _is_cut(source: Source, others: Iterable[Source]) -> bool:
    return any(is_cut_off(source.words, other.words) for other in others)


def is_cut_off(words: str, whole: str) -> bool:
    """Whether `words` are only the beginning of `whole`."""
    short, long = skeleton(words), skeleton(whole)
    return len(short) < len(long) and long.startswith(short)


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def unused_rows(rows: Iterable[Row], ledger: Ledger) -> None:
    """Tell of rows with a label nobody knows, and of rows with a label but no value."""
    for row in rows:
        if row.key is None:
            words = ": ".join(filter(None, (row.label, row.value)))
            sentence = text("No field takes this row of the table; the article begins with it: {words}", words=words)
            ledger.no_place(sentence, words, row.line)


def head_strangers(parts: Iterable[HeadPart], ledger: Ledger) -> None:
    """Tell of lines of the head that are nothing known."""
    for part in parts:
        if part.kind == "unknown":
            sentence = text(
                "No field takes this line of the head; the article begins with it: {words}", words=part.source
            )
            ledger.no_place(sentence, part.source, part.line)
