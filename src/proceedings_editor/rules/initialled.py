"""Names with initials in a passage, found once for the rules about their spaces."""

from __future__ import annotations

from proceedings_editor.language.initials import Initialled, find_initialled
from proceedings_editor.rules.passage import Passage


def initialled(passage: Passage) -> tuple[Initialled, ...]:
    """Return the names with initials of a passage; ask with `passage.once(initialled)`."""
    return tuple(find_initialled(passage.prose())) if "." in passage.characters() else ()
