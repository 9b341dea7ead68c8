"""Tables of known defects: what must be found, where, and what must not.

A row names the rule, the field (or the body, or an item of the reference list) and the exact characters there. A field
stands also for what an importer found for it. While a rule is still to be written its rows ask for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.importing import import_manuscript
from proceedings_editor.app.page_count import count_pages
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.path import value_at
from proceedings_editor.model.template import Citations
from proceedings_editor.model.walk import text_of, texts, walk
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.rules.engine import Engine, Report
from proceedings_editor.rules.facts import Facts

DAY = date(2025, 6, 1)
BODY = "body"


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect.

    Attributes:
        id: Number of the kind of defect, the same in every table.
        where: Paths of fields, one of which it is in, apart by spaces; "body"; "references.3".
        words: The characters concerned; "" for any.
        near: Words of the same text, where `words` stand in several.
    """

    id: str
    code: str
    where: str
    words: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """An imported page with its facts."""

    workspace: Workspace
    facts: Facts

    @property
    def entry(self) -> Entry:
        return self.workspace.entries[0]

    def report(self, *, pages_after_comma: bool = False) -> Report:
        """Check it; `pages_after_comma` says that the template wants `[2, б. 5]`, which makes `[2;5]` a wrong form."""
        workspace = self.workspace
        if pages_after_comma:
            template = replace(workspace.template, citations=Citations("comma-page"))
            workspace = replace(workspace, template=template)
        return Engine(workspace, self.facts).check()


def read(page: Path, folder: Path) -> Page:
    """Import a page and find out what can be known about it."""
    import_manuscript(page, folder, "kz-conference")
    workspace = open_collection(folder).workspace
    counted = count_pages(folder, workspace, workspace.entries, NoProgress(), NeverCancelled(), processes=1)
    return Page(workspace, gather_facts(folder, workspace, DAY, counted.pages))


def missed(table: Iterable[Defect], page: Page, findings: Iterable[Finding]) -> list[Defect]:
    """Return the rows that no finding tells; a finding tells one row of a kind."""
    left = list(findings)
    result = []
    for defect in table:
        met = next((finding for finding in left if _tells(finding, defect, page)), None)
        if met is None:
            result.append(defect)
        else:
            left.remove(met)
    return result


def wrong(table: Iterable[Defect], page: Page, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that tell a row of a table of what must not be told."""
    rows = tuple(table)
    return [finding for finding in findings if any(_tells(finding, row, page) for row in rows)]


def missing_words(table: Iterable[Defect], page: Page) -> list[Defect]:
    """Return the rows whose words do not stand where they say: mistakes of the table itself."""
    return [row for row in table if not any(row.words in words and row.near in words for words in _texts(row, page))]


def _texts(row: Defect, page: Page) -> Iterator[str]:
    entry = page.entry
    for path in row.where.split():
        if path == BODY:
            yield from (plain_text(words) for _, words in texts(entry.body))
            continue
        yield from (reading.text for reading in entry.readings if reading.field.startswith(path))
        yield _value(page, path)


def _tells(finding: Finding, row: Defect, page: Page) -> bool:
    if finding.code != row.code or not any(_is_in(finding, path, page) for path in row.where.split()):
        return False
    words = _text_at(finding, page)
    if row.near not in words:
        return False
    place = finding.place
    start, end = (place.start, place.end) if place.end else (0, len(words))
    return not row.words or any(start < at + len(row.words) and end > at for at in _occurrences(words, row.words))


def _occurrences(words: str, part: str) -> Iterator[int]:
    at = words.find(part)
    while at >= 0:
        yield at
        at = words.find(part, at + 1)


def _is_in(finding: Finding, path: str, page: Page) -> bool:
    place = finding.place
    if path == BODY:
        return bool(place.block)
    field = place.field
    if field.startswith("readings."):
        index = int(field.split(".")[1])
        field = page.entry.readings[index].field
    return not place.block and (field == path or field.startswith(f"{path}.") or path.startswith(f"{field}."))


def _text_at(finding: Finding, page: Page) -> str:
    place = finding.place
    if place.block:
        inside = [block for path, block in walk(page.entry.body) if path[: len(place.block)] == place.block]
        return " ".join(plain_text(text_of(block)) for block in inside)
    return _value(page, place.field)


def _value(page: Page, path: str) -> str:
    owner: object = page.workspace.collection if path.startswith("collection.") else page.entry
    try:
        value = value_at(owner, path.removeprefix("collection."))
    except (LookupError, ValueError):
        return ""
    if isinstance(value, Reference):
        return plain_text(value.text)
    return value if isinstance(value, str) else ""
