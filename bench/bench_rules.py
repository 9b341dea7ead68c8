"""The rules: on one entry, on the text under the cursor after a key, on three hundred entries. CPU time, no layout."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench.crowd import ENTRIES, write_crowd
from bench.long_article import long_article
from bench.subject import EXAMPLES, Subject, subject
from bench.timing import cpu_of_calls, report
from proceedings_editor.app.checking import check_collection
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.live_check import LiveReport, check_more, check_place
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.registry import RULES

FIRST = ("META001", "UDC001", "UDC002", "IDN001", "IDN005", "MAIL001", "SEC001", "COLL001", "COLL002", "CITE001")
FIRST += ("CITE002", "CHAR001")
"""The rules the window was first built with; they have a limit of their own."""
KEYS = 200


def main() -> None:
    """Measure everything and print it."""
    measured = subject()
    print(f"measured on {measured.name}, {len(RULES)} rules")
    _one_entry(measured)
    _one_key()
    _many(measured)


def _one_entry(measured: Subject) -> None:
    first = tuple(rule for rule in RULES if rule.code in FIRST)
    found = cpu_of_calls(
        {
            "first": lambda turn: Engine(measured.workspace, rules=first).check(),
            "all": lambda turn: Engine(measured.workspace).check(),
        },
        rounds=30,
    )
    report(f"check of one entry, the first {len(first)} rules", found["first"], "ms", 15)
    report(f"check of one entry, all {len(RULES)} rules", found["all"], "ms", 40)


def _one_key() -> None:
    opened = open_collection(EXAMPLES / "steppe-2026")
    entry = replace(opened.workspace.entries[0], body=long_article(opened.workspace.entries))
    workspace = replace(opened.workspace, entries=(entry, *opened.workspace.entries[1:]))
    known = LiveReport()
    while not known.is_complete(workspace):
        known = check_more(known, workspace, entry.id, NeverCancelled())
    index = max(
        (index for index, block in enumerate(entry.body) if isinstance(block, Paragraph)),
        key=lambda index: len(str(entry.body[index])),
    )
    times = [_typed(known, workspace, entry, index, key) for key in range(KEYS)]
    note = f"longest paragraph; median {statistics.median(times):.2f}"
    report("rules on the text under the cursor after a key, p95", sorted(times)[KEYS * 95 // 100], "ms", 3, note)


def _typed(known: LiveReport, workspace: Workspace, entry: Entry, index: int, key: int) -> float:
    block = entry.body[index]
    assert isinstance(block, Paragraph)
    longer = replace(block, text=(*block.text, Span(" сөз" * (key % 7) + "ә" * (key % 5))))
    changed = replace(entry, body=(*entry.body[:index], longer, *entry.body[index + 1 :]))
    after = replace(workspace, entries=(changed, *workspace.entries[1:]))
    begin = time.process_time()
    check_place(known, after, changed, Place(block=(index,)))
    return (time.process_time() - begin) * 1000


def _many(measured: Subject) -> None:
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        write_crowd(measured, folder)
        begin = time.process_time()
        opened = open_collection(folder)
        loaded = time.process_time()
        found = check_collection(opened).findings
        done = time.process_time()
        note = f"{len(found)} findings; opening the collection took {loaded - begin:.1f} s more"
        report(f"check of {ENTRIES} entries in one process", done - loaded, "s", 12, note)


if __name__ == "__main__":
    main()
