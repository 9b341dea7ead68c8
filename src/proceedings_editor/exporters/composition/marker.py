"""Printed labels of list items."""

from __future__ import annotations

import re
from typing import Final

_FORM: Final = re.compile(r"[0-9]+|[ivxlcdm]+|[IVXLCDM]+|[a-z]|[A-Z]")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST: Final = 3999
"""Beyond this no one reads Roman numerals or letters; digits stand instead."""


def item_label(form: str, number: int) -> str:
    """Return the label of item `number` in the form of "1.", "1)", "[1]", "a)" or "I."."""
    core = _FORM.search(form)
    if core is None:
        return form
    return form[: core.start()] + _counted(core[0], number) + form[core.end() :]


def _counted(core: str, number: int) -> str:
    if core.isdigit() or not 0 < number <= _MOST:
        return str(number)
    small = core.lower()
    counted = _roman(number) if set(small) <= set("ivx") else _lettered(number)
    return counted if core == small else counted.upper()


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        signs += sign * count
    return signs


def _lettered(number: int) -> str:
    """Count in letters as Word does: after the last one the first one twice ("aa")."""
    rounds, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (rounds + 1)
