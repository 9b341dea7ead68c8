"""Work in threads: order, results in the window's thread, stopping, failing, shutting down."""

from __future__ import annotations

import logging
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from proceedings_editor.errors import Cancelled, ProceedingsError, ReadError
from proceedings_editor.progress import CancelToken, stop_if_cancelled
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs


class Ledger(QObject):
    """Notes what came back, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[object] = []
        self.failed: list[ProceedingsError] = []
        self.threads: set[int] = set()

    def note(self, value: object) -> None:
        self.threads.add(threading.get_ident())
        self.done.append(value)

    def note_failure(self, error: ProceedingsError) -> None:
        self.threads.add(threading.get_ident())
        self.failed.append(error)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


@pytest.fixture
def ledger(qtbot: QtBot) -> Ledger:
    return Ledger()


def test_work_is_done_in_a_thread_and_its_result_comes_to_the_window(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    jobs.start("a", lambda _: threading.get_ident(), ledger.note, ledger.note_failure)
    assert ledger.done == []
    qtbot.waitUntil(lambda: len(ledger.done) == 1)
    assert ledger.done[0] != threading.get_ident()
    assert ledger.threads == {threading.get_ident()}


def test_of_what_waits_only_the_newest_is_done(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    gate = threading.Event()
    done_by: list[int] = []

    def work(number: int) -> int:
        gate.wait(10)
        done_by.append(number)
        return number

    for number in range(5):
        jobs.start("a", lambda _, n=number: work(n), ledger.note, ledger.note_failure)
    gate.set()
    qtbot.waitUntil(lambda: len(ledger.done) == 2 and len(ledger.failed) == 3)
    assert ledger.done == done_by == [0, 4]
    assert all(isinstance(error, Cancelled) for error in ledger.failed)


def test_kinds_do_not_wait_for_each_other(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    gate = threading.Event()
    jobs.start("slow", lambda _: gate.wait(10), ledger.note, ledger.note_failure)
    jobs.start("quick", lambda _: "quick", ledger.note, ledger.note_failure)
    qtbot.waitUntil(lambda: ledger.done == ["quick"])
    assert jobs.is_busy("slow") and not jobs.is_busy("quick")
    gate.set()
    qtbot.waitUntil(lambda: ledger.done == ["quick", True])


def test_work_of_one_kind_never_runs_twice_at_a_time(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(_: CancelToken) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.002)
        inside.pop()

    for _ in range(40):
        jobs.start("a", work, ledger.note, ledger.note_failure)
        qtbot.wait(1)
    qtbot.waitUntil(lambda: len(ledger.done) + len(ledger.failed) == 40)
    assert max(most) == 1


def test_a_sentence_of_the_work_comes_as_it_is(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    error = ReadError(text("The file is gone."))

    def work(_: CancelToken) -> None:
        raise error

    jobs.start("a", work, ledger.note, ledger.note_failure)
    qtbot.waitUntil(lambda: ledger.failed == [error])


def test_a_mistake_of_the_program_is_logged_and_becomes_a_sentence(
    qtbot: QtBot, jobs: Jobs, ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        jobs.start("a", lambda _: {}["nothing"], ledger.note, ledger.note_failure)
        qtbot.waitUntil(lambda: len(ledger.failed) == 1)
    assert "KeyError" in str(ledger.failed[0].sentence)
    assert "Traceback" in caplog.text
    jobs.start("a", lambda _: 1, ledger.note, ledger.note_failure)
    qtbot.waitUntil(lambda: ledger.done == [1])


def test_stopped_work_fails_as_cancelled_and_what_waits_never_begins(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    begun = threading.Event()

    def work(token: CancelToken) -> None:
        begun.set()
        while True:
            stop_if_cancelled(token)
            time.sleep(0.001)

    jobs.start("a", work, ledger.note, ledger.note_failure)
    jobs.start("a", lambda _: "never", ledger.note, ledger.note_failure)
    assert begun.wait(5)
    jobs.cancel("a")
    qtbot.waitUntil(lambda: len(ledger.failed) == 2)
    assert ledger.done == []
    assert not jobs.is_busy("a")


def test_nothing_comes_back_after_shutting_down(qtbot: QtBot, ledger: Ledger) -> None:
    jobs = Jobs()
    ended = threading.Event()

    def work(token: CancelToken) -> None:
        while not token.cancelled:
            time.sleep(0.001)
        ended.set()

    jobs.start("a", work, ledger.note, ledger.note_failure)
    jobs.start("a", work, ledger.note, ledger.note_failure)
    jobs.shut_down()
    assert ended.is_set()
    jobs.start("b", work, ledger.note, ledger.note_failure)
    qtbot.wait(20)
    assert ledger.done == ledger.failed == []


def test_a_receiver_that_is_gone_is_not_called(qtbot: QtBot, jobs: Jobs, ledger: Ledger) -> None:
    gate = threading.Event()
    gone = Ledger()
    jobs.start("a", lambda _: gate.wait(5), gone.note, gone.note_failure)
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy("a"))
    assert gone.done == []


def test_jobs_that_go_unasked_stop_their_work_and_wait(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    jobs = Jobs()
    begun, ended = threading.Event(), threading.Event()

    def work(token: CancelToken) -> None:
        begun.set()
        while not token.cancelled:
            time.sleep(0.001)
        ended.set()

    jobs.start("a", work, lambda _: None, lambda _: None)
    assert begun.wait(5)
    delete(jobs)
    assert ended.is_set()
    assert "Error" not in capfd.readouterr().err


def test_steps_of_work_come_to_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[int, int, int]] = []
    steps = jobs.steps(lambda done, total: heard.append((done, total, threading.get_ident())))
    jobs.start("a", lambda _: [steps.step(done, 3, text("Open")) for done in (1, 2, 3)], lambda _: None, raise_it)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [(done, 3, threading.get_ident()) for done in (1, 2, 3)]


def test_steps_for_a_dialog_that_is_gone_reach_nobody(qtbot: QtBot, jobs: Jobs) -> None:
    gone, kept = Steps(), Steps()
    gate, ended = threading.Event(), Ledger()
    both = [jobs.steps(gone.note), jobs.steps(kept.note)]

    def work(_: CancelToken) -> None:
        gate.wait(10)
        for number in range(200):
            for steps in both:
                steps.step(number, 200, text("Open"))

    jobs.start("a", work, ended.note, raise_it)
    heard = gone.heard
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: len(ended.done) == 1)
    assert (len(kept.heard), heard) == (200, [])


def test_what_a_job_holds_goes_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    """Whoever waits for a result may be held by nothing but the job: a widget must not go in a worker."""
    gone: list[threading.Thread] = []
    ended: list[int] = []
    for number in range(1000):
        waiting = Waiting(number, ended)
        weakref.finalize(waiting, lambda: gone.append(threading.current_thread()))
        jobs.start(f"kind {number % 4}", waiting.work, waiting.note, waiting.note)
        del waiting
        if number % 4 == 0:
            qtbot.wait(0)
    qtbot.waitUntil(lambda: len(ended) == 1000, timeout=20_000)
    jobs.shut_down()
    assert len(gone) == 1000, "without any search"
    assert set(gone) == {threading.main_thread()}


class Waiting(QObject):
    """Gives work, every second time such that fails, and waits for its end."""

    def __init__(self, number: int, ended: list[int]) -> None:
        super().__init__()
        self._number, self._ended = number, ended

    def work(self, _: CancelToken) -> int:
        if self._number % 2:
            raise ReadError(text("The file is gone."))
        return self._number

    def note(self, _: object) -> None:
        self._ended.append(self._number)


class Steps(QObject):
    """Notes how far work is."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def note(self, done: int, total: int) -> None:
        self.heard.append(done)


def raise_it(error: ProceedingsError) -> None:
    raise error
