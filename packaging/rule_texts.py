"""For Babel: a rule's file holds sentences in its docstring too, the rule's manual.

`babel.cfg` names `extract` for the files of rules; `./dev texts` and the test of the catalogues use it.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from babel.messages.extract import extract_python

from proceedings_editor.rules.manual import WHAT, manual_of

Message = tuple[int, str, Any, list[str]]


def extract(
    file: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Message]:
    """Yield the sentences marked in the code and those of the manual (line, marker, sentence, comments)."""
    yield from extract_python(file, keywords, comment_tags, options)
    file.seek(0)
    docstring = ast.get_docstring(ast.parse(file.read()), clean=False)
    if docstring and f"\n{WHAT}:\n" in docstring:
        for sentence in manual_of(docstring).sentences():
            yield 1, "text", sentence.key, []
