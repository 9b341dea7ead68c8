"""What a template makes of the rules: severities and typed options.

A template's file gives option values of any YAML type, and numbers or true and false perhaps as characters; they become
what the rule's options dataclass has as default: text, whole number, number, yes or no, or a list of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from proceedings_editor.errors import TemplateError
from proceedings_editor.model.finding import Severity
from proceedings_editor.model.template import RuleSettings, Template
from proceedings_editor.rules.rule import OptionError, Rule
from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class Setting:
    """One rule as the template wants it; `changed` says that the template gave it a severity."""

    rule: Rule
    severity: Severity
    options: object
    changed: bool


def settings_of(template: Template, rules: tuple[Rule, ...]) -> tuple[Setting, ...]:
    """Return the rules that are on, with their severity and options.

    Raises:
        TemplateError: The template names a rule or an option there is not, or gives an option a wrong value; the
            sentence names its line.
    """
    known = {rule.code: rule for rule in rules}
    for code in template.rules:
        if code not in known:
            what = text(
                "The template sets the rule “{code}”, which does not exist; take it out of “rules:”.", code=code
            )
            raise _fault(template.rules[code], what)
    wanted = ((rule, template.rules.get(rule.code, RuleSettings())) for rule in rules)
    return tuple(_setting(rule, settings) for rule, settings in wanted if _is_on(rule, settings))


def _is_on(rule: Rule, settings: RuleSettings) -> bool:
    return settings.severity != "off" if rule.on else settings.severity not in ("", "off")


def _setting(rule: Rule, settings: RuleSettings) -> Setting:
    severity = rule.severity
    if settings.severity and settings.severity != "off":
        severity = settings.severity
    return Setting(rule, severity, _options(rule, settings), changed=bool(settings.severity))


def _options(rule: Rule, settings: RuleSettings) -> object:
    options: Any = rule.options
    defaults = {field.name: getattr(options, field.name) for field in fields(options)}
    converted = {name: _value(rule, name, settings, defaults) for name in settings.options}
    try:
        return replace(options, **converted) if converted else options
    except OptionError as error:
        raise _fault(settings, _wrong(rule.code, error.name, error.wanted), error.name) from error


def _value(rule: Rule, name: str, settings: RuleSettings, defaults: Mapping[str, object]) -> object:
    if name not in defaults:
        raise _fault(settings, _no_option(rule.code, name, tuple(defaults)), name)
    kind = type(defaults[name])
    converted = _CONVERTERS[kind](settings.options[name])
    if converted is None:
        raise _fault(settings, _wrong(rule.code, name, _WANTED[kind]), name)
    return converted


def _wrong(code: str, name: str, wanted: Text) -> Text:
    return text(
        "In the template the option “{name}” of the rule {code} must be {wanted}.", name=name, code=code, wanted=wanted
    )


def _fault(settings: RuleSettings, what: Text, option: str = "") -> TemplateError:
    """Return the error; it names file and line where the settings come from a file."""
    origin = settings.origin
    if origin is None:
        return TemplateError(what)
    line = origin.options.get(option, origin.line)
    return TemplateError(text("{file}, line {line}: {fault}", file=origin.file, line=line, fault=what))


def _no_option(code: str, name: str, known: tuple[str, ...]) -> Text:
    if not known:
        return text("In the template the rule {code} is given “{name}”, but it has no options.", code=code, name=name)
    return text(
        "In the template the rule {code} is given “{name}”, but its options are: {known}.",
        code=code,
        name=name,
        known=", ".join(known),
    )


def _flag(value: object) -> bool | None:
    return {"true": True, "false": False}.get(str(value).lower())


def _whole(value: object) -> int | None:
    return int(str(value)) if re.fullmatch(r"-?[0-9]{1,9}", str(value)) else None


def _number(value: object) -> float | None:
    return float(str(value)) if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", str(value)) else None


def _words(value: object) -> str | None:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _list_of_words(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list | tuple):
        return None
    words = tuple(map(_words, value))
    return None if None in words else tuple(word for word in words if word is not None)


_CONVERTERS: Final[Mapping[type, Callable[[object], object]]] = {
    bool: _flag,
    int: _whole,
    float: _number,
    str: _words,
    tuple: _list_of_words,
}
_WANTED: Final[Mapping[type, Text]] = {
    bool: text("true or false"),
    int: text("a whole number"),
    float: text("a number"),
    str: text("a text"),
    tuple: text("a list of words"),
}
