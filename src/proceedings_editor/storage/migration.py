"""The ways from older versions of our files to today's: one function per version, none needed so far.

A function gets the nodes of a whole file and returns them as the next version has them, so that lines stay known. Add
it here under the number of the version it starts from; the newest version follows from the table.
"""

from __future__ import annotations

from typing import Final

from proceedings_editor.templates.format_version import Migrations

ENTRY: Final[Migrations] = {}
COLLECTION: Final[Migrations] = {}
