"""Entries in the order they are printed in."""

from __future__ import annotations

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import in_order
from proceedings_editor.storage.identifier import new_id


def test_entries_stand_by_number_and_new_ones_behind_them_as_they_were_made() -> None:
    made: list[Entry] = [Entry("zz9k2m"), Entry("b", number=2), Entry("c", number=1)]
    for _ in range(40):
        made.append(Entry(new_id()))
    moments = [one.id[:-1] for one in in_order(reversed(made))]
    assert [one.id for one in in_order(reversed(made))][:3] == ["c", "b", "zz9k2m"]
    assert moments[3:] == sorted(moments[3:])
