"""Signs above and below the line as pandoc writes them: `^1^` and `~2~`; manuscripts made from Word have them so."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.rules_inline import StateInline

_RAISED: Final = re.compile(r"(?P<mark>[\^~])(?P<inside>(?:\\[^\w\s]|[^\s\\^~]){1,64})(?P=mark)(?!~)")
"""No space and no second mark inside; so many signs at most, so that a line of marks costs no time."""
_NAMES: Final = {"^": "superscript", "~": "subscript"}


def raised(state: StateInline, silent: bool) -> bool:
    """Read what stands between two marks as text above or below the line."""
    found = _RAISED.match(state.src, state.pos, state.posMax)
    if found is None or state.src[: state.pos].endswith("~"):
        return False
    if not silent:
        name, end = _NAMES[found["mark"]], state.posMax
        state.push(f"{name}_open", "", 1)
        state.pos, state.posMax = found.span("inside")
        state.md.inline.tokenize(state)
        state.push(f"{name}_close", "", -1)
        state.posMax = end
    state.pos = found.end()
    return True
