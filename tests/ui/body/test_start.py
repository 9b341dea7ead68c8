"""The editor comes up without the libraries that take long to load."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.ui.body.sample import new_editor, new_session
editor = new_editor(new_session())
editor.grab()  # paints at once; formulas are drawn later, in a worker
heavy = {"docx", "reportlab", "lxml", "pikepdf", "pypdfium2", "ziamath", "latex2mathml", "PIL", "hunspell"}
print(sorted(heavy & set(sys.modules)))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    found = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
