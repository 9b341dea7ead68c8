"""How the examples of rules about codes of classification, people, abstracts and private data are put into an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample
from tests.rules.subject.code import isbn, udc


def issn(example: Example) -> Workspace:
    return sample.workspace(collection=replace(sample.COLLECTION, issn=example.words))


def doi(example: Example) -> Workspace:
    return sample.workspace(sample.entry(doi=example.words))


def irsti(example: Example) -> Workspace:
    return sample.workspace(sample.entry(irsti=(example.words,)))


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "UDC003": udc,
    "UDC004": udc,
    "IDN002": isbn,
    "IDN003": issn,
    "IDN004": doi,
    "IDN006": irsti,
}
