"""What a collection counts as right, and who asks: the rule, the live check, copies and zips."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.bundle import unpack_bundle, write_bundle
from proceedings_editor.app.copying import copy_collection
from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.live_check import LiveReport, check_more
from proceedings_editor.app.vocabulary import Vocabulary, read_vocabulary, spelled_alone
from proceedings_editor.model.body import Span
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.passage import block_passage, passages_of
from proceedings_editor.rules.spelling import unknown_words
from proceedings_editor.storage.dictionary_file import write_word
from tests.app.sample import copied_sample, opened
from tests.rules.sample import body, entry, with_rule, workspace

TODAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("own", "word", "is_right"),
    [
        ("геопортал", "геопортал", True),
        ("геопортал", "Геопортал", True),
        ("геопортал", "ГЕОПОРТАЛ", True),
        ("Абыралы", "Абыралы", True),
        ("Абыралы", "АБЫРАЛЫ", True),
        ("Абыралы", "абыралы", False),
        ("don't", "don’t", True),
        ("геопортал", "геопорталл", False),
    ],
)
def test_own_words_are_right_with_the_capitals_they_may_have(own: str, word: str, is_right: bool) -> None:
    assert Vocabulary(frozenset((own,))).is_own(word) is is_right


@given(st.text(alphabet="аәбжҚӨabZ", min_size=1, max_size=12), st.sampled_from(LANGUAGES))
def test_an_own_word_is_right_in_every_language(word: str, language: str) -> None:
    assert Vocabulary(frozenset((word,)))(word, language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("Малакосно стоит", "малакосно"),
        ("Вот так вопрос. Малакосно стоит", "малакосно"),
        ("МАЛАКОСНО стоит", "малакосно"),
        ("это малакосно", "малакосно"),
    ],
)
def test_a_word_is_added_without_the_capital_of_its_sentence(words: str, spelled: str) -> None:
    passage = block_passage((0,), (Span(words),), "ru")
    (word,) = unknown_words(passage, None, Vocabulary())
    assert spelled_alone(passage, word) == spelled


def test_no_dictionary_is_read_where_no_template_asks(tmp_path: Path) -> None:
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from proceedings_editor.app.collection import open_collection\n"
        "from proceedings_editor.app.facts import gather_facts\n"
        "from proceedings_editor.rules.engine import Engine\n"
        "folder = Path(sys.argv[1]); workspace = open_collection(folder).workspace\n"
        "Engine(workspace, gather_facts(folder, workspace, date.today())).check()\n"
        "print('hunspell' in sys.modules)\n"
    )
    words = [sys.executable, "-c", script, str(copied_sample(tmp_path))]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_the_rule_knows_the_collections_own_words(tmp_path: Path) -> None:
    where = workspace(entry(language="ru", body=body("Это геопорталл.")), template=with_rule("LANG004", "warning"))
    assert named(tmp_path, where) == ["геопорталл"]
    write_word(tmp_path, "геопорталл", wanted=True)
    assert named(tmp_path, where) == []


def test_a_new_word_is_looked_at_again_in_every_entry_where_the_rule_is_on() -> None:
    where = workspace(entry(language="ru", body=body("Это геопорталл.")), template=with_rule("LANG004", "warning"))
    old, new = Facts(is_word=Vocabulary()), Facts(is_word=Vocabulary(frozenset(("геопорталл",))))
    report = checked(LiveReport(), where, old)
    assert report.is_complete(where, Facts(is_word=Vocabulary()))
    assert not report.is_complete(where, new)
    again = checked(report, where, new)
    assert [one.text for one in report.findings(where) if one.code == "LANG004"] == ["геопорталл"]
    assert not [one for one in again.findings(where) if one.code == "LANG004"]


def test_the_words_go_along_with_copies_and_zips(tmp_path: Path) -> None:
    session = opened(copied_sample(tmp_path))
    write_word(session.folder, "геопорталл", wanted=True)
    (tmp_path / "copies").mkdir()
    copy_collection(session, tmp_path / "copies")
    (copy,) = (tmp_path / "copies").iterdir()
    write_bundle(session, session.workspace.entries, tmp_path / "a.zip")
    unpacked = unpack_bundle(tmp_path / "a.zip", tmp_path / "copies")
    words = read_vocabulary(session.folder)[0]
    assert words.is_own("геопорталл")
    assert [read_vocabulary(folder)[0] for folder in (copy, unpacked)] == [words] * 2


def test_the_sample_has_no_unknown_words_but_its_own(tmp_path: Path) -> None:
    session = opened(copied_sample(tmp_path))
    words = read_vocabulary(session.folder)[0]
    texts = [(one, text) for one in session.workspace.entries for text in passages_of(one)]
    unknown = {found.word for one, text in texts for found in unknown_words(text, one, Vocabulary(), ("ru", "en"))}
    assert {word.lower() for word in unknown} == words.own


def named(folder: Path, where: Workspace) -> list[str]:
    report = checked(LiveReport(), where, gather_facts(folder, where, TODAY))
    return [one.text for one in report.findings(where) if one.code == "LANG004" and one.place.block]


def checked(report: LiveReport, where: Workspace, facts: Facts) -> LiveReport:
    while not report.is_complete(where, facts):
        report = check_more(report, where, "", NeverCancelled(), facts)
    return report
