"""A program that types without a pause through session and journal writer, until it is killed.

Called as `crashing.py FOLDER CACHE FIRST`: types paragraphs FIRST + 1, FIRST + 2 ... and prints each number with the
time (`time.monotonic`) at which it was typed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody, SetField, Together
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.journal_writer import JournalWriter

SAVED_EVERY = 170

folder, cache, first = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
application = QCoreApplication([])
session = Session(folder, open_collection(folder))
jobs = Jobs()
writer = JournalWriter(session, jobs, cache)
number = first


def type_paragraph() -> None:
    global number
    number += 1
    entry = session.entry("ozera")
    assert entry
    body = (*entry.body, Paragraph((Span(f"Абзац {number}. Әңгіме ғылым туралы."),)))
    place = Place(block=(len(entry.body),))
    label = text("Typing")
    edits = (SetBody("ozera", body, label, place), SetField("ozera", "edn", str(number), label))
    session.apply(Together(edits, label))
    if number % SAVED_EVERY == 0:
        session.save()
    print(number, time.monotonic(), flush=True)  # noqa: T201  # what the test reads


timer = QTimer()
timer.timeout.connect(type_paragraph)
timer.start(25)
application.exec()
