"""A program that spreads endless work and is killed by its test; every worker keeps its own file growing.

python -m tests.app.working FOLDER
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from proceedings_editor.app.spread import ALONE, spread
from proceedings_editor.progress import NeverCancelled


def work(folder: str) -> None:
    """Let a file grow, a byte every fiftieth of a second."""
    for _ in range(50 * 60):
        with Path(folder, f"{os.getpid()}.alive").open("ab") as file:
            file.write(b".")
        time.sleep(0.02)


if __name__ == "__main__":
    for _ in spread(work, [sys.argv[1]] * (ALONE + 2), 2, NeverCancelled()):
        pass
