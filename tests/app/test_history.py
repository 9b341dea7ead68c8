"""Undo to the start gives the first workspace, redo to the end the last one, whatever was done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.history import Caret, History
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text

LABEL = text("Change")
WORKSPACE = Workspace(Collection(), Template("t"), (Entry("a"), Entry("b")))

EDITS = st.builds(
    SetField,
    st.sampled_from(["a", "b", ""]),
    st.sampled_from(["doi", "edn"]),
    st.sampled_from(["", "қ", "қа", "қал"]),
    st.just(LABEL),
).filter(lambda edit: edit.entry or edit.path == "doi")


def typed(words: str, before: int, after: int, history: History, merge: str = "doi") -> None:
    edit = SetField("a", "doi", words, LABEL)
    history.apply(edit, merge=merge, carets=(Caret("line", before, before), Caret("line", after, after)))


@given(st.lists(st.one_of(EDITS, st.sampled_from(["undo", "redo", "close"])), max_size=40))
def test_undo_to_the_start_and_redo_to_the_end_lose_nothing(actions: list[SetField | str]) -> None:
    history = History(WORKSPACE)
    for action in actions:
        match action:
            case SetField():
                history.apply(action, merge=action.path)
            case "undo":
                history.undo()
            case "redo":
                history.redo()
            case _:
                history.close()
    while history.redo():
        pass
    last = history.workspace
    seen = []
    while step := history.undo():
        assert step.before == history.workspace
        seen.append(step)
    assert history.workspace is WORKSPACE
    while history.redo():
        pass
    assert history.workspace is last


def test_typing_in_one_place_is_one_step_until_it_is_closed() -> None:
    history = History(WORKSPACE)
    for place, words in enumerate(("1", "10", "10.")):
        typed(words, place, place + 1, history)
    history.close()
    typed("10.5", 3, 4, history)
    assert history.undo()
    assert history.workspace.entries[0].doi == "10."
    assert history.undo()
    assert history.workspace is WORKSPACE


def test_typing_elsewhere_begins_a_step() -> None:
    history = History(WORKSPACE)
    typed("1", 0, 1, history)
    typed("21", 0, 1, history)  # the cursor was moved to the beginning in between
    history.undo()
    assert history.workspace.entries[0].doi == "1"


def test_an_edit_that_changes_nothing_is_no_step_and_keeps_what_can_be_redone() -> None:
    history = History(WORKSPACE)
    typed("1", 0, 1, history)
    history.undo()
    assert history.apply(SetField("a", "doi", "", LABEL)) is None
    assert history.next_redo is not None
