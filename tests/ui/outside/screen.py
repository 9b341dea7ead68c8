"""What a person has: eyes (the accessibility tree), hands (real keys and a real mouse), and patience.

Runs in the Python of the system, which has the bindings of AT-SPI, and knows nothing of the program but what it tells
through that interface. Every step waits for what it needs to see; nothing sleeps and hopes.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi

T = TypeVar("T")

PATIENCE = 60
"""Seconds to wait for one thing; machines of a CI are slow."""

_KEY_PAUSE = "15"
"""Milliseconds between keys, as of somebody who types very fast."""


_STOP = (pyatspi.STATE_SHOWING, pyatspi.STATE_FOCUSABLE)

_ITEMS = (pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_TREE_ITEM)


class NotSeenError(Exception):
    """What was waited for did not come."""


def wait(what: str, look: Callable[[], T]) -> T:
    """Return what `look` returns, as soon as that is anything."""
    end, seen = time.monotonic() + PATIENCE, None
    while time.monotonic() < end:
        try:
            seen = look()
        except Exception:  # the tree changes while it is read
            seen = None
        if seen:
            return seen
        time.sleep(0.05)
    raise NotSeenError(f"did not see {what}")


class Screen:
    """The windows of one program."""

    def __init__(self, program: str) -> None:
        self._program = program

    def lay_keys(self, layouts: str) -> None:
        """Give the keyboard layouts; what they lack would be lent a key while others are typed, and letters lost.

        A server gives a layout to the keyboard that was used last: that must be the one keys are going to come from.
        """
        self.press("Shift_L")
        subprocess.run(["setxkbmap", layouts], check=True)

    def wait_for_manager(self) -> None:
        """Wait until there is somebody who gives new windows the keyboard."""
        ask = ["xdotool", "get_desktop"]
        wait("the window manager", lambda: subprocess.run(ask, capture_output=True, check=False).returncode == 0)

    def wait_until_active(self, name: str) -> None:
        """Wait until keys go to a window."""
        wait(f"{name} active", lambda: has(self.see(name), pyatspi.STATE_ACTIVE))

    def see(self, name: str) -> Any:
        """Wait for a part that shows, by the name programs know it by, and return it."""
        return wait(name, lambda: self._find(name))

    def showing(self, name: str) -> list[Any]:
        """Return all parts of a name that show now."""
        return [part for part in self._parts() if identity(part) == name and has(part, pyatspi.STATE_SHOWING)]

    def stops(self) -> list[Any]:
        """Return all parts that show now and can have the keyboard; their items, Qt says, always have it."""
        parts = (part for part in self._parts() if part.getRole() not in _ITEMS)
        return [part for part in parts if all(map(part.getState().contains, _STOP))]

    def chosen(self, name: str) -> str:
        """Return the words that are selected in an editor."""
        text = self.see(name).queryText()
        return str(text.getText(*text.getSelection(0))) if text.getNSelections() else ""

    def words_below(self, name: str) -> str:
        """Return what all parts of a name say, a line for each."""
        return "\n".join(part.name for part in self.showing(name))

    def is_gone(self, name: str) -> bool:
        """Wait until a part shows no more."""
        return wait(f"{name} gone", lambda: self._find(name) is None)

    def words(self, name: str) -> str:
        """Return the text of a part."""
        return words_of(self.see(name))

    def wait_for_words(self, name: str, fit: Callable[[str], bool]) -> str:
        """Wait until the text of a part fits, and return it."""
        found = ""

        def look() -> bool:
            nonlocal found
            part = self._find(name)
            found = words_of(part) if part else "nothing"
            return fit(found)

        try:
            wait(name, look)
        except NotSeenError as error:
            raise NotSeenError(f"{name} shows {found!r}") from error
        return found

    def click(self, name: str) -> None:
        """Click in the middle of a part; where it is scrolled out of sight, it is asked to come first."""
        self.click_part(self.see(name))

    def click_part(self, part: Any) -> None:
        box = part.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        _do("mousemove", "--sync", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1")

    def focus(self, name: str) -> None:
        """Click on a part until the keyboard is with it."""
        part = self.see(name)
        wait(f"focus in {name}", lambda: has(part, pyatspi.STATE_FOCUSED) or self.click_part(part))

    def press(self, *keys: str) -> None:
        """Press keys, as "ctrl+s"."""
        for key in keys:
            _do("key", key)

    def type(self, words: str) -> None:
        """Type letters of the keyboard's layouts."""
        _do("type", "--delay", _KEY_PAUSE, words)

    def tree(self) -> str:
        """Return everything that is there, for whoever looks for a mistake."""
        lines = [f"{part.getRoleName()} {part.name!r} {identity(part)}" for part in self._parts()]
        return "\n".join(lines)

    def _find(self, name: str) -> Any:
        """Return the part that shows, the last one where several have the name: dialogs come behind the window."""
        found = self.showing(name)
        return found[-1] if found else None

    def _parts(self) -> Iterator[Any]:
        for program in list(pyatspi.Registry.getDesktop(0)):
            if program is not None and program.name == self._program:
                yield from _below(program)


def identity(part: Any) -> str:
    """Return the name programs know a part by: Qt gives the way to it."""
    return str(part.get_accessible_id()).rpartition(".")[2]


def words_of(part: Any) -> str:
    """Return the text of an editor, the name of everything else."""
    if "Text" in pyatspi.listInterfaces(part):
        return str(part.queryText().getText(0, -1))
    return str(part.name)


def has(part: Any, state: Any) -> bool:
    """Whether a part is in a state."""
    return bool(part.getState().contains(state))


def _below(part: Any) -> Iterator[Any]:
    for index in range(part.childCount):
        child = part.getChildAtIndex(index)
        if child is not None:
            yield child
            yield from _below(child)


def _do(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)
