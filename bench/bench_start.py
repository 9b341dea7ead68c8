"""From the start of the process to the first painted window, beside a bare QMainWindow; and until it can be used."""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import proceedings_editor
from bench.crowd import ENTRIES, write_crowd
from bench.subject import subject
from bench.timing import LARGE, report
from proceedings_editor.app.collection import open_collection, write_index_of
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.storage.preferences_file import PROGRAM

ROUNDS = 9


def main() -> None:
    """Measure and print; the contenders take turns, the median counts.

    The program is compiled first, as an installer leaves it: a development tree may never be.
    """
    compileall.compile_dir(Path(proceedings_editor.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as work, _screen() as environment:
        folder = Path(work) / "collection"
        write_crowd(subject(), folder)
        large = Path(work) / "large"
        write_crowd(subject(), large, LARGE)
        write_index_of(open_collection(large), large, Path(work) / "cache" / PROGRAM, NeverCancelled())
        own = {"XDG_CONFIG_HOME": f"{work}/config", "XDG_CACHE_HOME": f"{work}/cache", "HOME": work}
        calls: dict[str, Sequence[str]] = {"bare": ("bare",), "start": ("start",), "open": ("open", str(folder))}
        calls |= {"large": ("open", str(large))}
        taken: dict[str, list[list[float]]] = {name: [] for name in calls}
        for turn in range(ROUNDS + 1):
            for name, words in calls.items():
                found = _run(words, {**environment, **own})
                if turn:
                    taken[name].append(found)
    first = {name: statistics.median(times[0] for times in found) for name, found in taken.items()}
    usable = statistics.median(times[-1] for times in taken["open"])
    many = statistics.median(times[-1] for times in taken["large"])
    page = statistics.median(times[-1] for times in taken["start"])
    note = f"{first['start']:.0f} ms against {first['bare']:.0f} ms of a bare window; start page after {page:.0f} ms"
    report("first painted window, times a bare QMainWindow", first["start"] / first["bare"], "x", 1.5, note)
    report(f"usable with {LARGE} entries", many, "ms", 1500)
    report(f"usable with {ENTRIES} entries: list and form filled", usable, "ms", 1500)


def _run(words: Sequence[str], environment: Mapping[str, str]) -> list[float]:
    """Return the milliseconds from the start of the process to each line it printed."""
    begin = time.monotonic_ns()
    command = [sys.executable, "-m", "bench.watched_start", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, timeout=60)
    return [(int(line) - begin) / 1e6 for line in done.stdout.split()]


class _screen:  # noqa: N801  # used like a function
    """A virtual screen where there is Xvfb, else Qt's own picture in memory; yields the environment."""

    def __enter__(self) -> dict[str, str]:
        """Start the screen."""
        self._server: subprocess.Popen[bytes] | None = None
        environment = {key: value for key, value in os.environ.items() if key not in ("WAYLAND_DISPLAY", "DISPLAY")}
        program = shutil.which("Xvfb")
        if program is None:
            print("Xvfb is not here: measured on Qt's offscreen platform")
            return {**environment, "QT_QPA_PLATFORM": "offscreen"}
        ready, other = os.pipe()
        self._server = subprocess.Popen(
            [program, "-displayfd", str(other), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            pass_fds=[other],
            stderr=subprocess.DEVNULL,
        )
        os.close(other)
        number = os.fdopen(ready).readline().strip()
        return {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def __exit__(self, *_: object) -> None:
        """End the screen."""
        if self._server:
            self._server.terminate()
            self._server.wait()


if __name__ == "__main__":
    main()
