from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from proceedings_editor.errors import TemplateError
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.setting import settings_of
from proceedings_editor.templates.reader import load_template, shipped_path
from tests.rules.sample import template, with_rule


@dataclass(frozen=True, slots=True)
class Options:
    text: str = "x"
    most: int = 3
    share: float = 0.5
    strict: bool = True
    words: tuple[str, ...] = ("a",)


RULE = Rule(code="TEST001", severity="warning", manual="", options=Options())


def options(**values: object) -> object:
    (setting,) = settings_of(template(rules={"TEST001": RuleSettings("", values)}), (RULE,))
    return setting.options


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Options()),
        ({"text": "y", "most": 7, "share": 2, "strict": False}, Options("y", 7, 2.0, False)),
        ({"text": 7, "most": "-7", "share": "0.25", "strict": "false"}, Options("7", -7, 0.25, False)),
        ({"words": ["б", 1]}, Options(words=("б", "1"))),
        ({"words": []}, Options(words=())),
    ],
)
def test_values_become_what_the_option_is(values: dict[str, object], expected: Options) -> None:
    assert options(**values) == expected


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"text": ["y"]}, "“text” of the rule TEST001 must be a text"),
        ({"text": None}, "must be a text"),
        ({"most": "many"}, "“most” of the rule TEST001 must be a whole number"),
        ({"most": 1.5}, "must be a whole number"),
        ({"most": True}, "must be a whole number"),
        ({"share": "half"}, "must be a number"),
        ({"strict": "yes"}, "must be true or false"),
        ({"strict": 1}, "must be true or false"),
        ({"words": "a"}, "must be a list of words"),
        ({"words": [None]}, "must be a list of words"),
        ({"words": {"a": 1}}, "must be a list of words"),
        ({"wrods": []}, "given “wrods”, but its options are: text, most, share, strict, words"),
    ],
)
def test_a_wrong_option_is_one_sentence(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(TemplateError) as error:
        options(**values)
    assert sentence in str(error.value)


def test_an_unknown_rule_and_an_option_of_a_rule_without_any_are_sentences() -> None:
    with pytest.raises(TemplateError, match="“UDC999”, which does not exist"):
        settings_of(with_rule("UDC999"), RULES)
    with pytest.raises(TemplateError, match="UDC001 is given “x”, but it has no options"):
        settings_of(with_rule("UDC001", x=1), RULES)


@pytest.mark.parametrize(
    ("rules", "line", "words"),
    [
        (("  CHAR001: {severity: warning}", "  UDC999: {severity: error}"), 3, "“UDC999”, which does not exist"),
        (("  CHAR001:", "    severity: error", "    options:", "      allow: Qаз"), 5, "“allow” of the rule CHAR001"),
        (("  CHAR001:", "    options:", "      allow: []", "      alow: []"), 5, "given “alow”"),
        (("  CHAR001:", "    severity: warn"), 3, "“warn” is not possible here; did you mean “warning”?"),
        (("  CHAR001:", "    origin: x"), 3, "the key “origin” is not known here"),
        (("  CHAR001: error",), 2, "“key: value” lines"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(rules: tuple[str, ...], line: int, words: str, tmp_path: Path) -> None:
    shipped = shipped_path("kz-conference").read_text(encoding="utf-8")
    file = tmp_path / "үлгі.yaml"
    file.write_text("\n".join((shipped + "rules:", *rules)) + "\n", encoding="utf-8")
    with pytest.raises(TemplateError) as error:
        settings_of(load_template(file), RULES)
    assert str(error.value).startswith(f"үлгі.yaml, line {shipped.count(chr(10)) + line}: ")
    assert words in str(error.value)


def test_severities_and_options_come_from_the_file(tmp_path: Path) -> None:
    rules = "rules:\n  CHAR001: {severity: warning, options: {allow: [Qаз, 10а]}}\n  CITE002: {severity: 'off'}\n"
    file = tmp_path / "template.yaml"
    file.write_text(shipped_path("kz-conference").read_text(encoding="utf-8") + rules, encoding="utf-8")
    settings = {setting.rule.code: setting for setting in settings_of(load_template(file), RULES)}
    assert "CITE002" not in settings
    assert settings["CHAR001"].severity == "warning"
    assert settings["CHAR001"].options.allow == ("Qаз", "10а")  # type: ignore[attr-defined]
    assert settings["UDC001"].severity == "error"
