"""Safe fixes of characters and typography over texts put together from what people type, rightly and wrongly."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.walk import text_of
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.registry import RULES
from tests.rules import sample

WRITING = tuple(rule for rule in RULES if rule.family in ("CHAR", "TYPO", "LANG"))
PIECES = st.sampled_from(
    ["су", "Дала", "пакт", "ғылыми", "тәжірибелік", "река", "это", "Water", "Е.", "А.", "Л.В.", "Сомова",
     "2014", "2016", "70тен", "ХХ", "ІV", "ғ.", "ж.", "г.", "№", "5", "км", "%", "(", ")", "[3]", "«", "»",
     "„", "“", "”", '"', ",", ".", ";", ":", "?", "-", "–", "—", "--", " ", "  ", "\u00a0", "\t", "\n",
     "\u200b", "\u00ad", "и\u0306", "cөз", "сӛз", "Ќазаќ", "ÕÀÁÀÐ", "a@b.kz", "https://a.kz/b", "\uf0b7",
     "жыл", "наурыз", "бұл", "барлық"]
)  # fmt: skip
WORDS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " "])), min_size=1, max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def grave(where: Workspace) -> int:
    return sum(finding.severity != "information" for finding in Engine(where, rules=WRITING).check().findings)


def is_wanted(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe and finding.code.startswith(("CHAR", "TYPO"))


@settings(max_examples=100)
@given(WORDS, st.sampled_from(LANGUAGES))
def test_safe_fixes_come_to_an_end_and_make_nothing_worse(words: str, language: str) -> None:
    where = sample.workspace(sample.entry(language=language, body=sample.body(words)))
    fixed = fix_workspace(where, is_wanted)
    assert not fixed.broken
    left = Engine(fixed.workspace, rules=WRITING).check().findings
    assert not [finding for finding in left if is_wanted(finding)]
    assert grave(fixed.workspace) <= grave(where)
    before, after = (plain_text(text_of(each.entries[0].body[0])) for each in (where, fixed.workspace))
    assert sum(map(str.isdigit, before)) == sum(map(str.isdigit, after))
