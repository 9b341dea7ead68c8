"""`check FOLDER`: say what the rules find."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.errors import ReadError
from proceedings_editor.texts import plural, text

if TYPE_CHECKING:
    from proceedings_editor.model.entry import Entry
    from proceedings_editor.model.finding import Finding
    from proceedings_editor.model.place import Place
    from proceedings_editor.model.workspace import Workspace

ERRORS_FOUND: Final = 1
"""Exit code of a check that found errors."""

_LONGEST: Final = 70


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("check", text("Check entries by the rules of the template."), _run)
    command.argument("folder", text("Folder of the collection."), type=Path)
    command.argument(
        "--entry",
        text("Only this entry: its number, id or file name. May be repeated."),
        action="append",
        default=[],
    )
    command.flag("--json", text("Print the findings as JSON."))


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.checking import check_collection
    from proceedings_editor.app.collection import open_collection

    opened = open_collection(chosen.folder)
    for problem in opened.problems:
        console.say(problem.sentence)
    report = check_collection(opened, chosen.entry)
    if chosen.json:
        console.json([_as_json(finding, console) for finding in report.findings])
    else:
        _print(report.findings, opened.workspace, console)
    say_broken(report.broken, console)
    if opened.problems:
        return ReadError.exit_code
    return ERRORS_FOUND if any(finding.severity == "error" for finding in report.findings) else 0


def say_broken(broken: Iterable[str], console: Console) -> None:
    """Tell of rules that failed themselves."""
    for code in broken:
        console.say(text("The rule {code} failed and says nothing here; please report this.", code=code))


def heading(entry_id: str, workspace: Workspace) -> str:
    """Return the words above the findings of an entry: number, first author, title; "" for the collection's."""
    found = next((entry for entry in workspace.entries if entry.id == entry_id), None)
    return "" if found is None else _entry_heading(found, workspace)


def shortened(words: str) -> str:
    """Return words in one line that fits beside others."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _entry_heading(entry: Entry, workspace: Workspace) -> str:
    from proceedings_editor.app.collection import largest_number
    from proceedings_editor.templates.person_line import person_name
    from proceedings_editor.templates.wording import printed_number

    number = printed_number(entry.number, largest_number(workspace.entries)) or entry.id
    author = person_name(entry.authors[0], "surname_initials", entry.language) if entry.authors else ""
    return " · ".join(filter(None, (number, author, shortened(entry.title.best(entry.language)))))


def _as_json(finding: Finding, console: Console) -> dict[str, object]:
    fix = finding.fix
    return {
        "code": finding.code,
        "severity": finding.severity,
        "entry": finding.entry,
        "place": _place(finding.place),
        "text": finding.text,
        "message": console.words(finding.message),
        "fix": fix
        and {
            "label": console.words(fix.edit.label),
            "safe": fix.safe,
            "before": fix.before,
            "after": fix.after,
        },
    }


def _place(place: Place) -> dict[str, object]:
    where: dict[str, object] = {"block": list(place.block)} if place.block else {"field": place.field}
    return {**where, "start": place.start, "end": place.end}


def _print(findings: tuple[Finding, ...], workspace: Workspace, console: Console) -> None:
    order = {entry.id: index for index, entry in enumerate(workspace.entries)}
    in_order = sorted(findings, key=lambda finding: order.get(finding.entry, len(order)))
    for entry_id, group in groupby(in_order, key=lambda finding: finding.entry):
        console.result(heading(entry_id, workspace) or console.words(text("The collection")))
        for finding in group:
            for line in _lines(finding, workspace, console):
                console.result(line)
        console.result("")
    counts = Counter(finding.severity for finding in findings)
    sentence = text(
        "{errors}, {warnings}, {information}.",
        errors=plural("{count} error", "{count} errors", counts["error"]),
        warnings=plural("{count} warning", "{count} warnings", counts["warning"]),
        information=plural("{count} remark", "{count} remarks", counts["information"]),
    )
    console.result(console.words(sentence if findings else text("Nothing was found.")))


def _lines(finding: Finding, workspace: Workspace, console: Console) -> Iterable[str]:
    from proceedings_editor.rules.place_name import place_name
    from proceedings_editor.rules.severity import SEVERITY_NAMES

    entry = next((entry for entry in workspace.entries if entry.id == finding.entry), None)
    where = place_name(finding.place, entry)
    if finding.text:
        where = text("{place}: “{words}”", place=where, words=shortened(finding.text))
    yield f"  {console.words(SEVERITY_NAMES[finding.severity])} {finding.code}  {console.words(where)}"
    yield f"      {console.words(finding.message)}"
    if finding.fix is not None:
        label = finding.fix.edit.label
        offer = text("Fix: {label}", label=label) if finding.fix.safe else text("Proposal: {label}", label=label)
        yield f"      {console.words(offer)}"
