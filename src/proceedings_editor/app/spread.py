"""Work on many entries, spread over processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context, parent_process
from typing import Final, TypeVar

from proceedings_editor.progress import CancelToken, stop_if_cancelled

Job = TypeVar("Job")
Result = TypeVar("Result")

ALONE: Final = 8
"""Up to this many jobs one process is quicker than starting others."""


def spread(work: Callable[[Job], Result], jobs: Sequence[Job], processes: int, cancel: CancelToken) -> Iterator[Result]:
    """Yield the result of each job as it is finished, in any order.

    Args:
        work: A function of a module; jobs, results and errors travel between processes.
        jobs: What to do.
        processes: How many may work, 0 for as many as there are processors.
        cancel: Asked between the jobs.

    Raises:
        Cancelled: The person stopped; jobs under way are finished first.
    """
    processes = max(processes, 0) or os.cpu_count() or 1
    if processes == 1 or len(jobs) <= ALONE:
        for job in jobs:
            stop_if_cancelled(cancel)
            yield work(job)
        return
    # "spawn" on every system: a fork would copy the window's threads and locks in an unknown state.
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=_end_with_parent) as pool:
        waiting = [pool.submit(work, job) for job in jobs]
        try:
            for future in as_completed(waiting):
                stop_if_cancelled(cancel)
                yield future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _end_with_parent() -> None:
    """In a worker: end when the program that started it is killed, instead of waiting for ever for its next job."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
