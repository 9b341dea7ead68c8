"""Findings that a person has decided to leave as they are: how they are known again, and taken out of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from proceedings_editor.language.sentence import sentence_around
from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    Figure,
    Heading,
    ListBlock,
    Listing,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
    plain_text,
)
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.path import value_at
from proceedings_editor.model.person import Affiliation, Person
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import children, text_of, texts
from proceedings_editor.rules.passage import COLLECTION, key_of

_KINDS: Final[Mapping[type, str]] = {
    Paragraph: "paragraph",
    Heading: "heading",
    ListBlock: "list",
    Quotation: "quotation",
    Table: "table",
    Figure: "figure",
    DisplayFormula: "formula",
    Listing: "listing",
    PageBreak: "page_break",
}
_READING: Final = "readings."


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """A finding with the decision that takes it out of the report."""

    finding: Finding
    ignored: Ignored


def ignored_of(finding: Finding, entry: Entry | None, collection: Collection, reason: str, day: date) -> Ignored:
    """Return the decision to leave a finding as it is.

    Args:
        finding: The finding.
        entry: The entry it is about, None for one about the collection.
        collection: The collection.
        reason: Why.
        day: When.
    """
    where, words = _around(finding.place, entry, collection)
    first, last = _sentence(words, finding.place)
    nth = words.count(finding.text, first, max(first, finding.place.start)) + 1 if finding.text else 1
    return Ignored(finding.code, where, finding.text, words[first:last], reason, day, nth)


def sifted(
    findings: Iterable[Finding], entries: Iterable[Entry], collection: Collection
) -> tuple[tuple[Finding, ...], tuple[IgnoredFinding, ...]]:
    """Return the findings that count, and those somebody has decided to ignore.

    Args:
        findings: What the rules said.
        entries: The entries they are about.
        collection: The collection.
    """
    found = tuple(findings)
    owners = {entry.id: entry for entry in entries if entry.ignored}
    if not owners and not collection.ignored:
        return found, ()
    decided = {id: {one.subject: one for one in entry.ignored} for id, entry in owners.items()}
    decided[""] = {one.subject: one for one in collection.ignored}
    kept: list[Finding] = []
    ignored: list[IgnoredFinding] = []
    for finding in found:
        decision = None
        if known := decided.get(finding.entry):
            subject = ignored_of(finding, owners.get(finding.entry), collection, "", date.min).subject
            decision = known.get(subject)
        if decision is None:
            kept.append(finding)
        else:
            ignored.append(IgnoredFinding(finding, decision))
    return tuple(kept), tuple(ignored)


def _sentence(words: str, place: Place) -> tuple[int, int]:
    if not place.end:
        return 0, len(words)
    return sentence_around(words, place.start, place.end)


def _around(place: Place, entry: Entry | None, collection: Collection) -> tuple[str, str]:
    """Return the kind of a place, and the whole text the place is in."""
    if place.block and entry is not None:
        block = _block(entry, place.block)
        return ("", "") if block is None else (_KINDS[type(block)], _words_of(block))
    path = place.field
    where = key_of(path)
    if path.startswith(_READING) and entry is not None:
        index = int(path.split(".")[1])
        found = entry.readings[index] if index < len(entry.readings) else None
        return (where, "") if found is None else (_READING + key_of(found.field), found.text)
    if path.startswith(COLLECTION):
        return where, _words_at(collection, path.removeprefix(COLLECTION))
    return where, _words_at(entry, path)


def _block(entry: Entry, path: tuple[int, ...]) -> Block | None:
    found: Block | None = None
    blocks = entry.body
    for index in path:
        if index >= len(blocks):
            return None
        found = blocks[index]
        blocks = children(found)
    return found


def _words_of(block: Block) -> str:
    """A block without words of its own is known by the first ones inside it."""
    own = plain_text(text_of(block))
    match block:
        case _ if own:
            return own
        case Figure(file=words) | Listing(text=words) | DisplayFormula(formula=words):
            return str(getattr(words, "source", words))
        case _:
            return next((plain_text(inner) for _, inner in texts(children(block))), "")


def _words_at(owner: object, path: str) -> str:
    """The words of a field; of an empty one, the name of the person or organisation it belongs to."""
    steps = path.split(".")
    for length in range(len(steps), 0, -1):
        try:
            value = value_at(owner, ".".join(steps[:length]))
        except (LookupError, ValueError):
            continue
        if words := _told(value):
            return words
    return ""


def _told(value: object) -> str:
    match value:
        case str():
            return value
        case Reference():
            return plain_text(value.text)
        case Person():
            return value.full_name
        case Affiliation():
            return value.organisation.best("kk")
        case _:
            return ""
