"""How long work reports to whoever started it: the caller owns the bar, the thread and the cancel button."""

from __future__ import annotations

from typing import Protocol

from proceedings_editor.errors import Cancelled
from proceedings_editor.texts import Text


class Progress(Protocol):
    """Receives what long work has done so far."""

    def step(self, done: int, total: int, what: Text) -> None:
        """Called after each piece: `done` of `total` pieces, `what` is under way."""


class CancelToken(Protocol):
    """Says whether the person has asked to stop."""

    @property
    def cancelled(self) -> bool:
        """True once the work should stop at its next safe place."""


class NoProgress:
    """For work that nobody watches."""

    def step(self, done: int, total: int, what: Text) -> None:
        """Ignore the step."""


class NeverCancelled:
    """For work that cannot be stopped by a person."""

    cancelled = False


def stop_if_cancelled(token: CancelToken) -> None:
    """Raise `Cancelled` when the person asked to stop; call it between pieces of work that can be thrown away."""
    if token.cancelled:
        raise Cancelled
