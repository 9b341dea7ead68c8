"""How the examples of rules about codes and addresses are put into a collection.

`SUBJECTS` says it for each rule; `tests.rules.test_examples` collects the tables of every module here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.manual import Example
from tests.rules import sample


def udc(example: Example) -> Workspace:
    return sample.workspace(sample.entry(udc=(example.words,)))


def isbn(example: Example) -> Workspace:
    return sample.workspace(collection=replace(sample.COLLECTION, isbn=example.words))


def code(example: Example) -> Workspace:
    kind, _, value = example.words.partition(" ")
    if kind == "EDN":
        return sample.workspace(sample.entry(edn=value))
    return sample.workspace(sample.entry(authors=(sample.author(**{kind.lower(): value}),)))


def email(example: Example) -> Workspace:
    return sample.workspace(sample.entry(authors=(sample.author(email=example.words),)))


SUBJECTS: dict[str, Callable[[Example], Workspace]] = {
    "UDC001": udc,
    "UDC002": udc,
    "IDN001": isbn,
    "IDN005": code,
    "MAIL001": email,
}
