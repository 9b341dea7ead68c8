"""What a person calls the severities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from proceedings_editor.model.finding import Severity
from proceedings_editor.texts import Text, text

SEVERITY_NAMES: Final[Mapping[Severity, Text]] = {
    "error": text("error"),
    "warning": text("warning"),
    "information": text("information"),
}
