"""What is taken from HTML, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from proceedings_editor.model.body import Body, Figure

Loss = Literal["formula", "picture", "note", "comment", "rest"]
"""A formula kept as a picture, a picture that is not in the clipboard, a footnote without its text, a remark of a
reviewer, and everything behind what is too long to be a paste."""

Keeper = Callable[[bytes, str], Figure | None]
"""Keeps a picture's bytes (and the ending of its name) and returns the figure; None where it is no picture."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The blocks, and each thing that could not be taken."""

    body: Body
    lost: tuple[Loss, ...] = ()
