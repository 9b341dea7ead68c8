"""The template's YAML reader and the wording by its patterns."""

from __future__ import annotations

from typing import Final

DEFAULT_TEMPLATE: Final = "kz-conference"
"""The shipped template a collection gets where nobody asks for another."""
