"""`rules [CODE]`: list the rules, or print the manual of one."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from typing import Final

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.errors import UsageError
from proceedings_editor.texts import text

_WIDTH: Final = 100


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("rules", text("List the rules, or explain one."), _run)
    command.argument("code", text("Code of a rule, such as UDC001; none lists them all."), nargs="?", default="")


def _run(console: Console, chosen: Namespace) -> int:
    if chosen.code:
        _explain(chosen.code, console)
    else:
        _list(console)
    return 0


def _list(console: Console) -> None:
    from proceedings_editor.rules.manual import manual_of
    from proceedings_editor.rules.registry import RULES
    from proceedings_editor.rules.severity import SEVERITY_NAMES

    for rule in sorted(RULES, key=lambda rule: rule.code):
        severity = console.words(SEVERITY_NAMES[rule.severity])
        console.result(f"{rule.code}\t{severity}\t{console.words(manual_of(rule.manual).title)}")


def _explain(code: str, console: Console) -> None:
    from proceedings_editor.rules.manual import EXAMPLES, RIGHT, SECTIONS, WRONG, manual_of
    from proceedings_editor.rules.registry import rule_of

    rule = rule_of(code)
    if rule is None:
        raise UsageError(text("There is no rule “{code}”; “rules” lists them all.", code=code))
    manual = manual_of(rule.manual)
    console.result(f"{rule.code}  {console.words(manual.title)}")
    for name, title in SECTIONS.items():
        paragraphs = manual.sections.get(name, ())
        if paragraphs or name == EXAMPLES:
            console.result(f"\n{console.words(title)}")
        for paragraph in paragraphs:
            words = textwrap.fill(console.words(paragraph), _WIDTH, initial_indent="  ", subsequent_indent="  ")
            console.result(words)
    for example in manual.examples:
        console.result(f"  {RIGHT if example.right else WRONG} {example.words}")
