"""What finding words over a collection takes, as the window does it: bodies rest until they are looked through."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from bench.crowd import ENTRIES, write_crowd
from bench.subject import subject
from bench.timing import report
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.searching import Query, find
from proceedings_editor.progress import NeverCancelled

QUERIES = (Query("сөз150"), Query("мен"), Query(r"\w+[ыі]ң", expression=True))
"""A rare word, a frequent one, and an expression that meets words everywhere."""


def main() -> None:
    """Measure and print, on the clock: somebody waits for it."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        write_crowd(subject(), folder)
        for query in QUERIES:
            entries = open_collection(folder, Path(work)).workspace.entries
            begin = time.perf_counter()
            found = find(entries, query, NeverCancelled())
            note = f"{len(found)} places"
            report(f"find {query.words} over {ENTRIES} entries", time.perf_counter() - begin, "s", 1, note)


if __name__ == "__main__":
    main()
