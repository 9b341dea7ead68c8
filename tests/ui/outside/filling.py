"""Filling a form in by the keyboard alone: Tab leads from field to field, in whatever order the window has."""

from __future__ import annotations

from typing import Any

import pyatspi
from day import ADD, Keys, Typed
from screen import NotSeenError, Screen, has, identity, wait, words_of


class Filling:
    """Types into the fields of one form as the keyboard comes to them."""

    def __init__(self, screen: Screen, fields: Typed) -> None:
        self._screen = screen
        self._left = {_name_of(path, typed): typed for path, typed in fields.items()}
        self._stops: list[Any] = []
        self._at = 0

    def run(self) -> None:
        """Fill every field in; the keyboard must be in one of them.

        Raises:
            NotSeenError: Tab does not come to a field, or it does not show what was typed.
        """
        patience = 4 * len(self._left) + 20
        while self._left:
            here = self._focused()
            self._fill(here, self._left.pop(identity(here), None))
            patience -= 1
            if not patience:
                raise NotSeenError(f"Tab never came to {sorted(self._left)}")

    def _fill(self, here: Any, typed: str | Keys | None) -> None:
        if isinstance(typed, Keys):
            self._screen.press(*typed.keys)
        elif typed:
            self._screen.type(typed)
            wait(f"{typed!r} in {identity(here)}", lambda: words_of(here) == typed)
        if typed != ADD and self._left:
            self._screen.press("Tab")
        wait(f"the keyboard elsewhere than in {identity(here)}", lambda: not self._left or not is_in(here))

    def _focused(self) -> Any:
        """Return the part with the keyboard: mostly the one behind the last, else the window has changed."""
        return wait("the keyboard in a field", lambda: self._among_stops() or self._look_anew())

    def _among_stops(self) -> Any:
        stops = [*self._stops[self._at :], *self._stops[: self._at]]
        found = next((stop for stop in stops if is_in(stop)), None)
        self._at = self._stops.index(found) if found else 0
        return found

    def _look_anew(self) -> Any:
        self._stops = self._screen.stops()
        return self._among_stops()


def is_in(part: Any) -> bool:
    """Whether the keyboard is in a part."""
    return has(part, pyatspi.STATE_FOCUSED)


def _name_of(path: str, typed: str | Keys) -> str:
    return ("add_" if typed == ADD else "field_") + path.replace(".", "_")
