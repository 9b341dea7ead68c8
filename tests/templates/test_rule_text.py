from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.template import RuleSettings
from proceedings_editor.resources import shipped
from proceedings_editor.templates.reader import template_from_text
from proceedings_editor.templates.rule_text import with_rules

SHIPPED = shipped("templates", "kz-conference.yaml").read_text(encoding="utf-8")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
SETTINGS = st.builds(
    RuleSettings,
    st.sampled_from(("", "off", "error", "warning", "information")),
    st.dictionaries(st.sampled_from(("allow", "most", "form")), WORDS | st.lists(WORDS, max_size=3), max_size=2),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nrules:\n  X001:\n    severity: off\n"),
        ("a: 1", "a: 1\nrules:\n  X001:\n    severity: off\n"),
        ("rules: {}\nb: 2\n", "rules:\n  X001:\n    severity: off\nb: 2\n"),
        (
            "rules:\n  Y001: {severity: off}\n\n  Z001:\n    severity: error\n# end\nb: 2\n",
            "rules:\n  X001:\n    severity: off\n# end\nb: 2\n",
        ),
    ],
)
def test_only_the_rules_change(before: str, after: str) -> None:
    assert with_rules(before, {"X001": RuleSettings("off")}).replace('"', "") == after


def test_without_settings_the_key_goes() -> None:
    assert with_rules("a: 1\nrules:\n  X001: {severity: off}\nb: 2\n", {}) == "a: 1\nb: 2\n"


@given(st.dictionaries(st.sampled_from(("UDC001", "CHAR001", "CITE001")), SETTINGS, max_size=3))
def test_what_is_written_is_read_again_and_everything_else_stays(rules: dict[str, RuleSettings]) -> None:
    once = with_rules(SHIPPED, rules)
    kept = {code: settings for code, settings in rules.items() if settings != RuleSettings()}
    assert dict(template_from_text(once, "t.yaml").rules) == kept
    assert with_rules(once, rules) == once
    assert with_rules(once, {}).rstrip("\n") == SHIPPED.rstrip("\n")
