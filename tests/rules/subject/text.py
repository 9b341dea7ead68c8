"""How the examples of rules about text are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

from collections.abc import Callable

from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def prose(example: Example) -> Workspace:
    language = next(known for known in LANGUAGES if known == example.language)
    return sample.workspace(sample.in_language(language, example.words))


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "CHAR001": prose,
}
