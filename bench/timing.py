"""CPU times that can be trusted on a shared machine: contenders take turns, the median counts."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

ROUNDS = 9
LARGE = 1000
"""Entries of a large collection; it stands here, because a bench of memory must not bring in what writes one."""


def cpu_of_calls(contenders: Mapping[str, Callable[[int], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Return each contender's median CPU milliseconds of a call, this process and its threads.

    Each is called once before counting, then in turn; the number of the round is its argument, so that it can
    vary its input where a peer would answer from a cache.
    """
    for call in contenders.values():
        call(0)
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(1, rounds + 1):
        for name, call in contenders.items():
            begin = time.process_time()
            call(turn)
            taken[name].append((time.process_time() - begin) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def cpu_of_commands(contenders: Mapping[str, Sequence[str]], rounds: int = 5) -> dict[str, float]:
    """Return each command's median CPU milliseconds as a whole process with its children, after one warm-up."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(rounds + 1):
        for name, command in contenders.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if turn:
                spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                taken[name].append(spent * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def report(title: str, figure: float, unit: str, limit: float, note: str = "") -> None:
    """Print one figure beside its limit."""
    verdict = "within" if figure <= limit else "MISSED"
    print(f"{title:<52} {figure:8.2f} {unit:<5} limit {limit:g}  {verdict}  {note}")
