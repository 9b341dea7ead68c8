"""Starts secretaries in processes of their own and reads what they tell."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

START_SECONDS = 120


@dataclass(frozen=True)
class Told:
    """What a secretary told: words with the time each was in the session, and what she answered."""

    typed: dict[str, float]
    said: list[str]
    locked: list[str]
    events: list[str]


class Desk:
    """One secretary at work; killed at the end where she still works."""

    def __init__(self, folder: Path, home: Path, name: str, seed: int, seconds: float = 1e9, first: int = 0) -> None:
        self.home = home
        home.mkdir(exist_ok=True)
        self._output = home / f"told {first} {seed}.txt"
        words = [str(folder), str(home), name, str(seed), str(seconds), str(first)]
        names = {"LOGNAME": name, "USER": name}
        environment = {**os.environ, **names, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"}
        with self._output.open("wb") as stream, (home / "errors.txt").open("ab") as errors:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "tests.ui.secretary", *words],
                stdout=stream,
                stderr=errors,
                env=environment,
                cwd=Path(__file__).resolve().parents[2],
            )

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def wait_for(self, event: str, times: int = 1) -> None:
        """Wait until the secretary has told so often something that begins so."""
        end = time.monotonic() + START_SECONDS
        while sum(line.startswith(event) for line in self._lines()) < times:
            assert self.program.poll() is None and time.monotonic() < end, self.errors()
            time.sleep(0.02)

    def kill(self) -> float:
        """Kill her with -9; return when."""
        self.program.kill()
        when = time.monotonic()
        self.program.wait()
        return when

    def told(self) -> Told:
        """Return what she told so far."""
        lines = self._lines()
        typed = {line.split()[1]: float(line.split()[2]) for line in lines if line.startswith("typed ")}
        said = [line.removeprefix("said ") for line in lines if line.startswith("said ")]
        locked = [line.removeprefix("locked ") for line in lines if line.startswith("locked ")]
        return Told(typed, said, locked, lines)

    def errors(self) -> str:
        """Return what the program logged."""
        return (self.home / "errors.txt").read_text(encoding="utf-8")

    def _lines(self) -> list[str]:
        words = self._output.read_text(encoding="utf-8", errors="replace")
        return [line.rstrip("\n") for line in words.splitlines(keepends=True) if line.endswith("\n")]
