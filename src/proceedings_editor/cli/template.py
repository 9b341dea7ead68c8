"""`template list|check|new`: look at templates and make one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import text


def register(commands: Commands) -> None:
    """Declare the commands."""
    group = commands.add("template", text("List, check and make templates.")).group("action")
    group.add("list", text("List the shipped templates."), _list)
    check = group.add("check", text("Check a template file; a mistake is one sentence with its line."), _check)
    check.argument("file", text("A template file, or a folder of a collection."), type=Path)
    new = group.add("new", text("Copy a shipped template to a file for editing."), _new)
    new.argument("file", text("The file to make; it must not exist."), type=Path)
    new.argument("--from", text("Name of the template to copy."), dest="like", default=DEFAULT_TEMPLATE)

    learn = group.add("learn", text("Propose a template from a sample document (.docx)."), _learn)
    learn.argument("file", text("A document laid out as the conference asks."), type=Path)
    learn.argument(
        "--from", text("Template that says what the sample does not show."), dest="like", default=DEFAULT_TEMPLATE
    )
    learn.argument("--out", text("Write the proposal to this new file."), type=Path, metavar="FILE")


def _list(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.template import list_templates

    for template in list_templates():
        console.result(f"{template.name}\t{template.title.best(console.language)}")
    return 0


def _check(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.template import check_template

    template = check_template(chosen.file)
    console.say(text("{file} is a valid template: {name}.", file=chosen.file, name=template.name))
    return 0


def _new(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.template import new_template

    new_template(chosen.file, chosen.like)
    console.say(text("{file} is ready for editing.", file=chosen.file))
    return 0


def _learn(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.template import learn_template, write_template

    name = chosen.out.stem if chosen.out else chosen.file.stem
    learned = learn_template(chosen.file, chosen.like, name)
    say = console.language
    for one in learned.learnt:
        console.result(f"{one.what.in_language(say)}: {one.value.in_language(say)}\n    {one.where.in_language(say)}")
    if chosen.out is None:
        console.say(text("This is a proposal; “--out FILE” makes a template of it."))
        return 0
    write_template(chosen.out, learned.template)
    console.say(text("{file} is ready for editing.", file=chosen.out))
    return 0
