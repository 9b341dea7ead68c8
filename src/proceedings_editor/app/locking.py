"""The locks of a session: taken at the first edit of an entry, given back when it has no unsaved changes any more.

All work on the files of locks is done by one thread of its own. A person who types waits for it a moment only: where
the file server takes longer, the edit is made, and should somebody else hold the lock after all, the comparison at
saving sees to it that nothing is lost.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import Final

from proceedings_editor.errors import WriteError
from proceedings_editor.storage.lock import SETTINGS, Held, Holder, LockFolder
from proceedings_editor.texts import Text, text

PATIENCE: Final = 0.06
"""Seconds an edit waits for its lock: on a local disk it takes a thousandth, in a network a few hundredths."""

_BEAT: Final = 8.0
"""Seconds between two signs of life."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an edit may not be: somebody else holds the lock of `owner`."""

    owner: str
    holder: Holder


class Locks:
    """The locks one session holds and those it knows of."""

    def __init__(self, locks: LockFolder) -> None:
        self._locks = locks
        self._thread = ThreadPoolExecutor(1, "locks")
        self._guard = Lock()
        self._mine: set[str] = set()
        self._others: Mapping[str, Held] = {}
        self._beaten = 0.0
        self._fault: Text | None = None

    @property
    def mine(self) -> frozenset[str]:
        """Owners this session holds, or believes to get in a moment."""
        with self._guard:
            return frozenset(self._mine)

    @property
    def others(self) -> Mapping[str, Held]:
        """Owners somebody else holds, as last seen."""
        with self._guard:
            return dict(self._others)

    @property
    def fault(self) -> Text | None:
        """Why no locks can be taken here, None where they can; work goes on without."""
        return self._fault

    def ask(self, owners: frozenset[str]) -> Refusal | None:
        """Take the locks of all owners, or none of them; None where they may be edited."""
        with self._guard:
            wanted = owners - self._mine
            if not wanted:
                return None
            if known := sorted(wanted & self._others.keys()):
                return Refusal(known[0], self._others[known[0]].holder)
            self._mine |= wanted
        with suppress(TooSlow):
            return self._thread.submit(self._take, wanted).result(PATIENCE)
        return None

    def keep_only(self, owners: frozenset[str]) -> None:
        """Give back every lock of others than `owners`."""
        with self._guard:
            gone = self._mine - owners
            self._mine -= gone
        if gone:
            self._thread.submit(self._release, gone)

    def look(self) -> frozenset[str]:
        """See who holds what, and show a sign of life; return the owners whose locks were taken over by others.

        It waits for the file server: to be called in a worker.
        """
        try:
            looking = self._thread.submit(self._look)
        except RuntimeError:  # closed meanwhile
            return frozenset()
        return looking.result()

    def take_over(self, owner: str) -> Refusal | None:
        """Take the lock of a program that shows no sign of life; None on success. To be called in a worker."""
        return self._thread.submit(self._take_over, owner).result()

    def close(self) -> None:
        """Give everything back and end."""
        self.keep_only(frozenset())
        self._thread.submit(self._locks.close)
        self._thread.shutdown()

    # ------------------------------------------------------------------------------------------- in the locks' thread

    def _take(self, owners: frozenset[str]) -> Refusal | None:
        taken: set[str] = set()
        try:
            for owner in sorted(owners):
                if holder := self._locks.take(owner):
                    self._release(taken)
                    with self._guard:
                        self._mine -= owners
                        self._others = {**self._others, owner: Held(holder)}
                    return Refusal(owner, holder)
                taken.add(owner)
            self._beaten = time.monotonic()
            self._fault = None
        except WriteError as error:
            self._fault = error.sentence
        return None

    def _release(self, owners: set[str] | frozenset[str]) -> None:
        for owner in owners:
            self._locks.release(owner)

    def _look(self) -> frozenset[str]:
        seen = self._locks.look()
        with self._guard:
            mine = frozenset(self._mine)
            lost = mine & seen.others.keys()
            self._mine -= lost
            self._others = seen.others
        self._take(mine - lost - seen.mine)
        self._release(seen.mine - mine)
        if mine and time.monotonic() - self._beaten > _BEAT:
            self._beaten = time.monotonic()
            self._locks.beat()
        return lost

    def _take_over(self, owner: str) -> Refusal | None:
        held = self.others.get(owner)
        if held is None:
            return None
        try:
            holder = self._locks.take_over(owner, held.holder)
        except WriteError as error:
            self._fault = error.sentence
            return Refusal(owner, held.holder)
        with self._guard:
            others = {one: other for one, other in self._others.items() if one != owner}
            self._others = {**others, owner: Held(holder)} if holder else others
            if holder is None:
                self._mine.add(owner)
        return Refusal(owner, holder) if holder else None


def who(holder: Holder) -> Text:
    """Return the name of a holder as others see it."""
    if not holder.user:
        return text("Somebody")
    return text("{user} ({machine})", user=holder.user, machine=holder.machine)


def when(holder: Holder) -> str:
    """Return since when a lock is held: the time, and the day where it is another one."""
    since, now = holder.since.astimezone(), datetime.now(UTC).astimezone()
    return f"{since:%H:%M}" if since.date() == now.date() else f"{since:%d.%m.%Y %H:%M}"


def banner_sentence(owner: str, held: Held) -> Text:
    """Say who edits an entry or the settings, and whether they may be gone."""
    words = {"who": who(held.holder), "time": when(held.holder)}
    if held.is_silent:
        return text("{who} began to edit this at {time} and shows no sign of life any more.", **words)
    if owner == SETTINGS:
        return text("{who} is editing the settings of the collection since {time}.", **words)
    return text("{who} is editing this entry since {time}.", **words)


def refusal_sentence(refusal: Refusal, title: str) -> Text:
    """Say why a change was not made; `title` names the entry, "" for the settings."""
    words = {"who": who(refusal.holder), "time": when(refusal.holder)}
    if refusal.owner == SETTINGS:
        return text(
            "Nothing was changed, because {who} is editing the settings of the collection since {time}.", **words
        )
    return text("Nothing was changed, because {who} is editing “{title}” since {time}.", title=title, **words)
