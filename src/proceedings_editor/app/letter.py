"""Letters that return articles to their authors: only what the author must do, in the author's language.

Left out is what the secretary mends herself: remarks that block nothing, what has a safe fix or only has to be laid
aside, what rules find that are not the author's (`Rule.for_author`), and the collection's own facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from proceedings_editor.app.collection import largest_number
from proceedings_editor.exporters.letter.fault_list import Fault, FaultGroup, fault_list
from proceedings_editor.exporters.letter.letter_text import Letter, read_letter
from proceedings_editor.language.date import format_date
from proceedings_editor.language.quotation import unquoted
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.edit import DropReading
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import Language
from proceedings_editor.model.person import Author
from proceedings_editor.model.walk import texts
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import manual_of
from proceedings_editor.rules.passage import COLLECTION
from proceedings_editor.rules.place_name import place_name
from proceedings_editor.rules.registry import rule_of
from proceedings_editor.storage.letter_file import letter_file
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.templates.wording import page_range, printed_number
from proceedings_editor.texts import Text, text

RETURNED: Final = "returned"
_NOT_THEIRS: Final = (COLLECTION, "template.")
_READINGS: Final = "readings"
_BEGINNING: Final = 40
_LONGEST: Final = 90


@dataclass(frozen=True, slots=True)
class EntryLetter:
    """The letter about one entry.

    Attributes:
        entry: The entry.
        addresses: E-mail addresses of its authors.
        faults: How many places the author has to look at.
        letter: Subject and text.
    """

    entry: Entry
    addresses: tuple[str, ...]
    faults: int
    letter: Letter


def letters_of_return(
    folder: Path,
    workspace: Workspace,
    findings: Iterable[Finding],
    entries: Sequence[Entry],
    language: Language,
    today: date,
    deadline: date | None = None,
) -> tuple[EntryLetter, ...]:
    """Return the letters for those of the entries in which the author has something to do.

    Args:
        folder: The collection's folder, where its own letter texts are.
        workspace: The collection.
        findings: What a check said.
        entries: The entries to write about.
        language: Language of the letters.
        today: The day of the letters.
        deadline: When the corrected article is wanted.

    Raises:
        TemplateError: The letter's text cannot be read or has an unknown field.
    """
    words = read_letter(*letter_file(folder, language, RETURNED))
    known = {entry.id: entry for entry in entries}
    theirs = [one for one in findings if one.entry in known and is_for_author(one, known[one.entry])]
    written = []
    for entry in entries:
        findings = [one for one in theirs if one.entry == entry.id]
        facts = letter_facts(workspace, entry, findings, language, today, deadline)
        written.append(EntryLetter(entry, _addresses(entry), len(findings), words.filled(facts)))
    return tuple(letter for letter in written if letter.faults)


def is_for_author(finding: Finding, entry: Entry) -> bool:
    """Say whether only the author of the entry can set this right."""
    rule = rule_of(finding.code)
    if rule is None or not rule.for_author or _field(finding, entry).startswith(_NOT_THEIRS):
        return False
    fix = finding.fix
    lays_aside = fix is not None and isinstance(fix.edit, DropReading)
    return finding.severity != "information" and not lays_aside and not (fix and fix.safe)


def _field(finding: Finding, entry: Entry) -> str:
    """The field a finding is about, also where that was found by an importer."""
    steps = finding.place.field.split(".")
    return entry.readings[int(steps[1])].field if steps[0] == _READINGS else finding.place.field


def letter_facts(
    workspace: Workspace,
    entry: Entry,
    findings: Sequence[Finding],
    language: Language,
    today: date,
    deadline: date | None = None,
) -> dict[str, str]:
    """Return what a letter about an entry may tell; see `exporters.letter.letter_text.FIELDS`.

    Args:
        workspace: The collection.
        entry: The entry.
        findings: What its author shall correct.
        language: Language of the letter.
        today: The day of the letter.
        deadline: When an answer is wanted.
    """
    author = next((one for one in entry.authors if one.corresponding), entry.authors[0] if entry.authors else Author())
    return {
        "day": format_date(today, language),
        "deadline": format_date(deadline, language) if deadline else "",
        "name": _called(author, language),
        "author": person_name(author, "surname_initials", language),
        "title": entry.title.best(language),
        "number": printed_number(entry.number, largest_number(workspace.entries)),
        "conference": unquoted(workspace.collection.name.best(language)),  # the letters have marks of their own
        "pages": page_range(entry, workspace.template.wording),
        "count": str(len(findings)),
        "faults": fault_list(_groups(findings, entry, language)),
    }


def _addresses(entry: Entry) -> tuple[str, ...]:
    corresponding = [one.email for one in entry.authors if one.corresponding and one.email]
    return tuple(dict.fromkeys(corresponding or [one.email for one in entry.authors if one.email]))


def _called(author: Author, language: Language) -> str:
    """What a polite letter calls a person: given name and patronymic, in English given name and surname."""
    if not author.given_name or author.given_name.endswith("."):
        return author.full_name or text("author").in_language(language)
    parts = (author.given_name, author.surname if language == "en" else author.patronymic)
    return " ".join(filter(None, parts))


def _groups(findings: Sequence[Finding], entry: Entry, language: Language) -> Iterator[FaultGroup]:
    """Yield the faults by rule, in the order in which the rules come first; equal sentences are told once."""
    for code in dict.fromkeys(finding.code for finding in findings):
        rule = rule_of(code)
        title = manual_of(rule.manual).title.in_language(language) if rule else code
        places: dict[str, list[str]] = {}
        for finding in findings:
            if finding.code == code:
                what = finding.message.in_language(language)
                places.setdefault(what, []).append(_place(finding, entry).in_language(language))
        yield FaultGroup(title, tuple(Fault(what, tuple(dict.fromkeys(where))) for what, where in places.items()))


def _place(finding: Finding, entry: Entry) -> Text:
    """Say where, with the words concerned; a paragraph by its first words too, because authors do not count them."""
    where = place_name(finding.place, entry)
    begin = next((plain_text(words) for path, words in texts(entry.body) if path == finding.place.block), "")
    if begin and finding.place.start > _BEGINNING:
        where = text("{place} (“{beginning}”)", place=where, beginning=_shortened(begin, _BEGINNING))
    words = (finding.text or begin).strip().lstrip("«“„")  # it is quoted anyway
    return text("{place}: “{words}”", place=where, words=_shortened(words, _LONGEST)) if words else where


def _shortened(words: str, most: int) -> str:
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
