"""Work beside the window: threads do it, the window's own thread gets the results.

Work of one kind never runs twice at the same time. What is started meanwhile waits, and only the newest waits: a
preview of yesterday's text is of no use to anybody. Kinds do not wait for each other.

Qt's objects belong to the window's thread and must go there. So a thread is never the last to hold what a job was
given: it drops that before it tells its result, and errors leave it without the frames they passed.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.progress import CancelToken
from proceedings_editor.texts import Text, text

T = TypeVar("T")
Failed = Callable[[ProceedingsError], None]

_LOG: Final = logging.getLogger(__name__)
_THREADS: Final = 4
"""An export, a preview, a check and a save may go on together; one kind takes one thread at most."""

THREAD_NAME: Final = "editor-work"
"""What the system shows each thread as; Linux has room for 15 letters."""

_STACK_BYTES: Final = 16 * 1024 * 1024
"""Threads of macOS and Windows begin with half a megabyte or one, too little for deeply nested bodies."""

_SWITCH_SECONDS: Final = 0.001
"""A worker may keep Python from the window so long; with Python's own 5 ms each key would wait for that."""


class Stop:
    """A cancel token that can be pulled: read by the worker, set by the window."""

    def __init__(self) -> None:
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """True once the work should stop at its next safe place."""
        return self._cancelled

    def pull(self) -> None:
        """Ask the work to stop."""
        self._cancelled = True


class Steps:
    """The progress of a worker for a receiver in the window's thread.

    The worker holds no part of any dialog: one that is closed meanwhile goes, and nothing of it is touched any more.
    """

    def __init__(self, stepped: SignalInstance, receiver: Callable[[int, int], None]) -> None:
        self._stepped, self._receiver = stepped, receiver

    def step(self, done: int, total: int, what: Text) -> None:
        """See `progress.Progress`."""
        del what
        with suppress(RuntimeError):  # the window is gone
            self._stepped.emit(self._receiver, done, total)


class _Receivers(NamedTuple):
    done: Callable[[Any], None]
    failed: Failed


class _Job:
    """What thread and window both hold; the window takes out all that could hold a widget before it lets go."""

    def __init__(self, kind: str, work: Callable[[CancelToken], Any], receivers: _Receivers) -> None:
        self.kind, self.stop = kind, Stop()
        self._parts = [(work, receivers)]

    def do(self) -> Any:  # noqa: ANN401  # whatever the work returns
        """In a thread: work."""
        return self._parts[0][0](self.stop)

    def end(self) -> _Receivers:
        """In the window's thread: let go of the work, return who waits for it."""
        return self._parts.pop()[1]


class Jobs(QObject):
    """Runs work of several kinds in threads.

    For each `start`, exactly one of `done` and `failed` is called, in the thread of the window, later and never inside
    `start`. Work that was replaced by newer work before it began, or stopped, ends in `failed` with `Cancelled`.
    Nothing is called after `shut_down`, nor a method of a QObject that is gone.
    """

    _ended = Signal(object, object, object)
    _stepped = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setObjectName(THREAD_NAME)
        self._pool.setMaxThreadCount(_THREADS)
        self._pool.setStackSize(_STACK_BYTES)
        self._running: dict[str, _Job] = {}
        self._waiting: dict[str, _Job] = {}
        self._is_shut = False
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_pull_all, self._running))  # a pool that goes waits for its threads

    def start(self, kind: str, work: Callable[[CancelToken], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` in a thread, now or when the running work of this kind has ended.

        Args:
            kind: What excludes each other, as "preview".
            work: Called in a thread; it must touch no widget, and should raise `Cancelled` when its token says so.
            done: Gets what `work` returned.
            failed: Gets what it raised; a mistake of the program is logged and comes as a sentence.
        """
        if self._is_shut:
            return
        job = _Job(kind, work, _Receivers(done, failed))
        if kind not in self._running:
            self._run(job)
            return
        replaced = self._waiting.get(kind)
        self._waiting[kind] = job
        if replaced:
            self._ended.emit(replaced, None, Cancelled())

    def cancel(self, kind: str) -> None:
        """Ask running work of this kind to stop, and drop what waits."""
        if running := self._running.get(kind):
            running.stop.pull()
        if waiting := self._waiting.pop(kind, None):
            self._ended.emit(waiting, None, Cancelled())

    def steps(self, receiver: Callable[[int, int], None]) -> Steps:
        """Return a `Progress` for work: `receiver` hears in the window's thread how much of how much is done."""
        return Steps(self._stepped, receiver)

    def is_busy(self, kind: str) -> bool:
        """Say whether work of this kind is under way."""
        return kind in self._running

    def shut_down(self) -> None:
        """Stop everything and wait for the threads; to be called before the window goes."""
        self._is_shut = True
        self._waiting.clear()
        _pull_all(self._running)
        self._pool.waitForDone()
        self._running.clear()

    def _run(self, job: _Job) -> None:
        self._running[job.kind] = job
        self._pool.start(partial(self._work, job))

    def _work(self, job: _Job) -> None:
        """In a thread: nothing may escape from here, or the kind would be blocked for ever."""
        with suppress(RuntimeError):  # the window is gone, nobody waits for the result
            self._ended.emit(job, *_outcome(job))

    def _step(self, receiver: Callable[[int, int], None], done: int, total: int) -> None:
        if not self._is_shut:
            _call(receiver, done, total)

    def _finish(self, job: _Job, result: object, error: ProceedingsError | None) -> None:
        """In the window's thread: first what waits is started, so that a failing receiver cannot block it."""
        if self._is_shut:
            return
        if self._running.get(job.kind) is job:
            del self._running[job.kind]
            if next_job := self._waiting.pop(job.kind, None):
                self._run(next_job)
        done, failed = job.end()
        if error is None:
            _call(done, result)
        else:
            _call(failed, error)


def _pull_all(running: dict[str, _Job]) -> None:
    for job in tuple(running.values()):
        job.stop.pull()


def _outcome(job: _Job) -> tuple[object, ProceedingsError | None]:
    """Return what the work returned, or what it raised."""
    try:
        return job.do(), None
    except ProceedingsError as error:
        return None, _bare(error)
    except BaseException as error:
        _LOG.exception("work of the kind %r failed", job.kind)
        return None, _mistake(error)


def _bare(error: ProceedingsError) -> ProceedingsError:
    """Return an error as it is, without the frames it passed: they hold what the work held, in a circle."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def _mistake(error: BaseException) -> ProceedingsError:
    return ProceedingsError(
        text(
            "A mistake in the program stopped this work ({reason}). Your text is safe; "
            "save it, and report the mistake with the log file.",
            reason=type(error).__name__,
        )
    )


def _call(receiver: Callable[..., None], *values: object) -> None:
    owner = getattr(receiver.func if isinstance(receiver, partial) else receiver, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        receiver(*values)
