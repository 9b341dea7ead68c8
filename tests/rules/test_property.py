"""What holds for every rule and every fix, whatever stands in the entry."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.app.importing import import_manuscript
from proceedings_editor.model.edit import Edit, ReplaceText, SetField, Together
from proceedings_editor.model.finding import Finding, Fix
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.resources import shipped
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.passage import Passage, passages_of, passages_of_collection
from proceedings_editor.rules.protected import Stretch, protected
from proceedings_editor.rules.registry import rule_of
from tests.rules.any_entry import workspaces
from tests.rules.defect import DAY

MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
SOME = settings(MANY, max_examples=30)
EXAMPLE = shipped("examples", "steppe-2026")
_EDITED = ("block", "reference", "field")
TWIN = Path(__file__).parent / "pages" / "defects-kk.md"


def facts_of(where: Workspace) -> Facts:
    return gather_facts(EXAMPLE, where, DAY)


def safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def grave(where: Workspace) -> int:
    """How many errors and warnings there are."""
    return sum(finding.severity != "information" for finding in Engine(where, facts_of(where)).check().findings)


def fixes(where: Workspace) -> Iterator[tuple[Finding, Fix]]:
    report = Engine(where, facts_of(where)).check()
    assert report.broken == ()
    return ((finding, finding.fix) for finding in report.findings if finding.fix is not None)


# ------------------------------------------------------------------------------------------------- what is judged


def assert_safe_fixes_settle(where: Workspace) -> None:
    """Made until nothing changes they leave nothing to do, and are no worse off than before."""
    once = fix_workspace(where, safe, facts=facts_of)
    assert once.broken == ()
    again = fix_workspace(once.workspace, safe, facts=facts_of)
    assert [(one.finding.code, one.fix.before, one.fix.after) for one in again.fixed] == []
    assert again.workspace == once.workspace
    assert grave(once.workspace) <= grave(where), [
        (one.finding.code, one.fix.before, one.fix.after) for one in once.fixed
    ]


def assert_no_fix_does_harm(where: Workspace) -> None:
    """Looks at one fix of each rule, safe and proposed."""
    before = grave(where)
    found = Engine(where, facts_of(where)).check().findings
    for finding, fix in {(finding.code, fix.safe): (finding, fix) for finding, fix in fixes(where)}.values():
        after = fix.edit.apply(where)
        if fix.safe:
            left = Engine(after, facts_of(after)).check().findings
            told = (finding.code, fix.before, fix.after)
            assert sum(one.severity != "information" for one in left) <= before, told
            assert fix.edit.apply(after) == after or count(finding.code, left) < count(finding.code, found), told
        assert_shown_truly(fix, where, after)
        assert_protected(finding, fix, where, after)


def assert_shown_truly(fix: Fix, where: Workspace, after: Workspace) -> None:
    """What the preview shows is what happens, where one text changes by words."""
    if not all(isinstance(edit, ReplaceText) or _sets_words(edit) for edit in _single(fix.edit)):
        return
    changed = list(changed_texts(where, after, fix.edit.entry))
    if len(changed) != 1:
        return
    old, new = changed[0]
    shown = [words.replace("↵", "\n") for words in (fix.before, fix.after)]
    starts = (index for index in range(len(old) + 1) if old.startswith(shown[0], index))
    assert any(old[:i] + shown[1] + old[i + len(shown[0]) :] == new for i in starts), (fix, old, new)


def count(code: str, findings: Iterable[Finding]) -> int:
    return sum(finding.code == code for finding in findings)


def _single(edit: Edit) -> Iterator[Edit]:
    if isinstance(edit, Together):
        for inner in edit.edits:
            yield from _single(inner)
    else:
        yield edit


def _sets_words(edit: Edit) -> bool:
    return isinstance(edit, SetField) and isinstance(edit.value, str)


def assert_protected(finding: Finding, fix: Fix, where: Workspace, after: Workspace) -> None:
    """Quotations, addresses, codes, titles of references stay letter for letter, but for the rule's own subject."""
    rule = rule_of(finding.code)
    assert rule is not None
    for passage, new in changed_passages(where, after, fix.edit.entry):
        if is_whole(finding, passage):
            continue
        changed = changed_stretches(passage.text, new)
        for stretch in protected(passage, rule.about):
            if stretch.protection not in rule.subject and any(stretch.meets(*one) for one in changed):
                told = (finding.code, passage.text, new, stretch)
                assert stretch.protection == "name", told
                assert not fix.safe or letters(passage.text, stretch, new) == letters(passage.text, stretch), told


def is_whole(finding: Finding, passage: Passage) -> bool:
    """Whether the finding is about a field as a whole, or what was found for it; the field then is its subject."""
    place = finding.place
    if place.field.startswith("readings."):
        return passage.kind == "field"
    whole = place.end == 0 or (place.start, place.end) == (0, len(passage.text))
    return whole and passage.kind == "field" and place.field == passage.place.field


def texts(where: Workspace, entry: str) -> tuple[Passage, ...]:
    if not entry:
        return passages_of_collection(where.collection)
    return tuple(passage for each in where.entries if each.id == entry for passage in passages_of(each))


def changed_texts(where: Workspace, after: Workspace, entry: str) -> Iterator[tuple[str, str]]:
    return ((passage.text, new) for passage, new in changed_passages(where, after, entry))


def changed_passages(where: Workspace, after: Workspace, entry: str) -> Iterator[tuple[Passage, str]]:
    """Yield the texts that changed, with what they are now; none where texts were moved, joined or taken out."""
    old = {(one.kind, one.place): one for one in texts(where, entry) if one.kind in _EDITED}
    new = {(one.kind, one.place): one.text for one in texts(after, entry) if one.kind in _EDITED}
    changed = [at for at in old if old[at].text != new.get(at)]
    moved = {old[at].text for at in changed} & {new.get(at) for at in changed}
    if old.keys() == new.keys() and not moved:
        yield from ((old[at], new[at]) for at in changed)


def changed_stretches(old: str, new: str) -> list[tuple[int, int]]:
    """Where the old text differs from the new."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(first, last) for kind, first, last, _, _ in steps if kind != "equal"]


def letters(old: str, stretch: Stretch, new: str | None = None) -> list[str]:
    """The letters of a stretch; of the new text where that is given, found by what stands around it."""
    inside = old[stretch.start : stretch.end]
    if new is not None:
        inside = new[stretch.start : len(new) - (len(old) - stretch.end)]
    return [char for char in inside if char.isalpha()]


# ------------------------------------------------------------------------------------------------- on what


@MANY
@given(workspaces())
def test_no_rule_fails_whatever_stands_in_any_text(where: Workspace) -> None:
    report = Engine(where, facts_of(where)).check()
    assert report.broken == ()
    for finding in report.findings:
        for language in ("kk", "ru", "en"):
            assert finding.message.in_language(language)
            assert finding.fix is None or finding.fix.edit.label.in_language(language)


@SOME
@given(workspaces(most=1))
def test_safe_fixes_settle(where: Workspace) -> None:
    assert_safe_fixes_settle(where)


@SOME
@given(workspaces(most=1))
def test_no_fix_does_harm(where: Workspace) -> None:
    assert_no_fix_does_harm(where)


@pytest.fixture(params=["sample", "twin", "seed"])
def real(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    """The shipped sample, our page of defects, and the real entry."""
    folder = tmp_path / "c"
    if request.param == "sample":
        shutil.copytree(EXAMPLE, folder)
    else:
        page = TWIN if request.param == "twin" else request.getfixturevalue("seed")
        import_manuscript(page, folder, "kz-conference")
    return open_collection(folder).workspace


def test_on_real_texts_safe_fixes_settle(real: Workspace) -> None:
    assert_safe_fixes_settle(real)


def test_on_real_texts_no_fix_does_harm(real: Workspace) -> None:
    assert_no_fix_does_harm(real)


def test_what_was_mended_is_not_found_again(real: Workspace) -> None:
    once = fix_workspace(real, safe, facts=facts_of).workspace
    left = Engine(once, facts_of(once)).check().findings
    assert not [finding for finding in left if safe(finding)]
