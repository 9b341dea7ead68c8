"""Check: what the rules say about a collection or some of its entries, and what stands against a final export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from textwrap import shorten
from typing import Final

from proceedings_editor.app.collection import chosen_entries
from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.errors import ExportRefused
from proceedings_editor.model.entry import Entry, ForcedExport
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import Language
from proceedings_editor.model.path import value_at
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken
from proceedings_editor.rules.engine import Engine, Report
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.place_name import field_name
from proceedings_editor.storage.folder import Opened
from proceedings_editor.texts import Text, plural, text

_MISSING: Final = "META001"
_ABOUT_FACTS: Final = frozenset({"META"})
_TITLE: Final = 32
"""Characters of a title that stand for the entry."""


def check_collection(
    opened: Opened, names: Sequence[str] = (), facts: Facts | None = None, cancel: CancelToken | None = None
) -> Report:
    """Check the named entries, or everything.

    Args:
        opened: The collection.
        names: Numbers, ids or file names of entries; then of the collection's findings those that name one of them.
        facts: What is known from outside the collection's files.
        cancel: Asked between two texts and two rules; None where nobody can stop it.

    Raises:
        Cancelled: Somebody stopped it.
        UsageError: A name fits no entry.
        TemplateError: The template sets a rule or an option that does not exist.
    """
    entries = chosen_entries(opened, names)
    engine = Engine(opened.workspace, facts, cancel=cancel)
    if not names:
        return engine.check()
    chosen = {entry.id for entry in entries}

    def concerns(found: Finding) -> bool:
        return not chosen.isdisjoint((found.entry, *found.also))

    alone = [engine.check_alone(entry) for entry in entries]
    shared = engine.check_collection()
    findings = [finding for report in alone for finding in report.findings]
    ignored = [one for report in alone for one in report.ignored]
    findings += filter(concerns, shared.findings)
    ignored += (one for one in shared.ignored if concerns(one.finding))
    return Report(tuple(findings), shared.broken, tuple(ignored))


def open_errors(workspace: Workspace, entry: Entry, facts: Facts | None = None) -> tuple[Finding, ...]:
    """Return the entry's own errors, which stand against its final export; see also `missing_facts`.

    Raises:
        TemplateError: The template sets a rule or an option that does not exist.
    """
    findings = Engine(workspace, facts).check_alone(entry).findings
    return tuple(finding for finding in findings if finding.severity == "error")


def missing_facts(workspace: Workspace) -> tuple[Finding, ...]:
    """Return the errors about facts of the conference that every entry prints and that are empty.

    They stand against every final export; other errors of the collection block only the book.

    Raises:
        TemplateError: The template sets a rule or an option that does not exist.
    """
    found = Engine(workspace, families=_ABOUT_FACTS).check_collection().findings
    return tuple(one for one in found if one.code == _MISSING and one.severity == "error")


def refuse_missing_facts(missing: Sequence[Finding]) -> None:
    """Refuse a final export because the conference's facts are not filled in.

    Raises:
        ExportRefused: Something is missing; the sentence names the first of it.
    """
    if missing:
        first = field_name(missing[0].place.field)
        raise ExportRefused(
            plural(
                "Nothing was exported, because “{field}” of the collection is empty. "
                "Fill it in under Collection settings, export a draft, or force the export.",
                "Nothing was exported, because {count} facts of the collection are empty, the first is “{field}”. "
                "Fill them in under Collection settings, export a draft, or force the export.",
                len(missing),
                field=first,
            )
        )


def fact_findings(workspace: Workspace) -> tuple[Finding, ...]:
    """Return what the rules say about facts of the collection that are filled in: nothing yet about those missing.

    Raises:
        TemplateError: The template sets a rule or an option that does not exist.
    """
    found = Engine(workspace).check_collection().findings
    return tuple(one for one in found if one.place.field.startswith(COLLECTION) and _is_filled(workspace, one))


def refuse_open_errors(errors: Sequence[tuple[Entry, Sequence[Finding]]]) -> None:
    """Refuse a final export because of the errors of its entries.

    Raises:
        ExportRefused: An entry has errors; the sentence names each such entry and how many.
    """
    counts = [(entry, len(found)) for entry, found in errors if found]
    if not counts:
        return
    named = ", ".join(f"{entry_name(entry)} ({count})" for entry, count in counts)
    raise ExportRefused(_refusal(sum(count for _, count in counts), named))


def forced(entry: Entry, errors: Sequence[Finding], day: date) -> Entry:
    """Return the entry with a note that it was exported although `errors` were open; once for the same errors a day."""
    note = ForcedExport(day, tuple(_noted(finding) for finding in errors))
    if not errors or note in entry.forced_exports:
        return entry
    return replace(entry, forced_exports=(*entry.forced_exports, note))


def entry_name(entry: Entry) -> str:
    """Return what a person calls an entry on the command line: its number, else its id."""
    return entry.id if entry.number is None else f"{entry.number:03}"


def shown_name(entry: Entry, language: Language) -> str:
    """Return what a person in the window calls an entry: its number, else the beginning of its title.

    Args:
        entry: The entry.
        language: The window's, for an entry that has neither.
    """
    if entry.number is not None:
        return entry_name(entry)
    title = " ".join(entry.title.best(entry.language).split())
    return shorten(title, _TITLE, placeholder="…") if title else text("New entry").in_language(language)


def _is_filled(workspace: Workspace, finding: Finding) -> bool:
    try:
        return bool(value_at(workspace.collection, finding.place.field.removeprefix(COLLECTION)))
    except LookupError:
        return False


def _refusal(count: int, named: str) -> Text:
    return plural(
        "Nothing was exported, because {count} error is open in {entries}. "
        "Correct it, export a draft, or force the export.",
        "Nothing was exported, because {count} errors are open in {entries}. "
        "Correct them, export a draft, or force the export.",
        count,
        entries=named,
    )


def _noted(finding: Finding) -> str:
    """One line in the entry's file, the same in every language: code, place, exact characters."""
    place = finding.place
    where = place.field or "body." + ".".join(map(str, place.block))
    return " ".join(filter(None, (finding.code, where, finding.text[:80])))
