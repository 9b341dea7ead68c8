"""The letter to an author: what it says, what it leaves out, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from proceedings_editor.app.collection import new_collection
from proceedings_editor.app.letter import EntryLetter, letters_of_return
from proceedings_editor.errors import TemplateError
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.registry import RULES
from tests.rules.sample import COLLECTION, author, body, entry, reading, workspace

DAY = date(2026, 5, 12)
SOME = tuple(
    rule for rule in RULES if rule.code in ("UDC001", "UDC002", "META001", "CITE001", "CITE002", "SEC001", "IDN001")
)
LONG = "Дала өзендері көктемде ғана тасып, жазда суы азаятын қысқа өзендер [2;5], ал күзде [7] толады [1]."
SPOILT = entry(
    udc=("342.4 (574)", "34:"),  # the first has a safe fix
    authors=(author(email=""),),
    body=body(LONG, "[7] жоқ, [7] та жоқ, [8] де жоқ."),
    readings=(reading("section", "Секция VII. Өзендер"), reading("collection.isbn", "978-601-262-578-5")),
)


def letters(where: Workspace, folder: Path, language: Language = "kk", **how: date) -> tuple[EntryLetter, ...]:
    findings = Engine(where, rules=SOME).check().findings
    return letters_of_return(folder, where, findings, where.entries, language, DAY, **how)


def letter(some: Entry, folder: Path, language: Language = "kk", **how: date) -> EntryLetter:
    (made,) = letters(workspace(some), folder, language, **how)
    return made


def test_it_names_only_what_the_author_must_do(tmp_path: Path) -> None:
    made = letter(SPOILT, tmp_path, "en")
    lines = made.letter.body.splitlines()
    assert "   – UDC: “34:”" in lines
    assert "342.4 (574)" not in made.letter.body  # mended without asking
    assert "VII" not in made.letter.body  # the secretary chooses the section
    assert "978-601" not in made.letter.body  # a fact of the collection
    assert any(line.startswith("   – Author 1: E-mail") for line in lines)
    assert made.faults == 6


def test_equal_faults_are_told_once_with_their_places_and_numbers_run_through(tmp_path: Path) -> None:
    body = letter(SPOILT, tmp_path, "en").letter.body
    lines = body.splitlines()
    numbers = [line.partition(". ")[0] for line in lines if line[:1].isdigit()]
    assert numbers == [str(index) for index in range(1, len(numbers) + 1)]
    source = next(index for index, line in enumerate(lines) if "Source 7 is cited" in line)
    assert lines[source + 1 : source + 3] == [
        "   – Paragraph 1 (“Дала өзендері көктемде ғана тасып…”): “[7]”",
        "   – Paragraph 2: “[7]”",
    ]


@pytest.mark.parametrize(
    ("language", "greeting", "subject"),
    [
        ("kk", "Құрметті Әлия Бекқызы!", "[Жинақ] 012 Сәрсенова Ә. Б. – түзетулер"),
        ("ru", "Здравствуйте, Әлия Бекқызы!", "[Сборник] 012 Сәрсенова Ә. Б. – замечания"),
        ("en", "Dear Әлия Сәрсенова,", "[Proceedings] 012 Сәрсенова Ә. Б. – corrections"),
    ],
)
def test_it_greets_by_name_in_the_language_of_the_letter(
    language: Language, greeting: str, subject: str, tmp_path: Path
) -> None:
    made = letter(SPOILT, tmp_path, language).letter
    assert made.body.splitlines()[0] == greeting
    assert made.subject == subject
    kazakh = "әдебиеттер тізімінде"
    assert (kazakh in made.body) == (language == "kk")


def test_initials_are_no_name_to_greet_with(tmp_path: Path) -> None:
    initials = replace(SPOILT, authors=(author(given_name="Ә.", patronymic="Б.", email=""),))
    assert letter(initials, tmp_path).letter.body.startswith("Құрметті Сәрсенова Ә. Б.!")
    nobody = replace(SPOILT, authors=())
    assert letter(nobody, tmp_path).letter.body.startswith("Құрметті автор!")


def test_a_deadline_is_told_only_when_there_is_one(tmp_path: Path) -> None:
    assert "12 маусым 2026" in letter(SPOILT, tmp_path, deadline=date(2026, 6, 12)).letter.body
    assert "мерзімі" not in letter(SPOILT, tmp_path).letter.body


def test_it_goes_to_the_corresponding_author_else_to_all(tmp_path: Path) -> None:
    one, two = author(email="a@mail.kz"), author(surname="Оспан", given_name="Ерлан", email="b@mail.kz")
    assert letter(replace(SPOILT, authors=(one, two)), tmp_path).addresses == ("a@mail.kz", "b@mail.kz")
    two = replace(two, corresponding=True)
    made = letter(replace(SPOILT, authors=(one, two)), tmp_path)
    assert made.addresses == ("b@mail.kz",)
    assert made.letter.body.startswith("Құрметті Ерлан")


def test_an_author_who_has_nothing_to_do_gets_no_letter(tmp_path: Path) -> None:
    where = workspace(entry(), replace(SPOILT, id="e2", number=13, first_page=47, last_page=48))
    assert [made.entry.id for made in letters(where, tmp_path)] == ["e2"]
    assert letters(workspace(entry(udc=("342.4 (574)",))), tmp_path) == ()


def own_letter(folder: Path, words: str, language: str = "kk") -> None:
    new_collection(folder, "kz-conference", COLLECTION)
    (folder / "letters" / language / "returned.txt").write_text(words, encoding="utf-8-sig", newline="\r\n")


def test_the_collections_own_text_is_taken(tmp_path: Path) -> None:
    own_letter(tmp_path / "c", "# жазба\nҚайтарылды: {title}\n\n{faults}\n")
    titled = replace(SPOILT, title=LocalText(kk="Дала\n суы"))
    made = letter(titled, tmp_path / "c").letter
    assert made.subject == "Қайтарылды: Дала суы"
    assert "\r" not in made.body


def test_a_missing_text_is_taken_from_the_shipped_ones(tmp_path: Path) -> None:
    own_letter(tmp_path / "c", "x {name}\n{faults}\n")
    (tmp_path / "c" / "letters" / "ru" / "returned.txt").unlink()
    assert letter(SPOILT, tmp_path / "c", "ru").letter.subject.startswith("[Сборник]")


def test_an_unknown_field_is_one_sentence(tmp_path: Path) -> None:
    own_letter(tmp_path / "c", "Тақырып\n\n{surname}\n")
    with pytest.raises(TemplateError, match=r"letters/kk/returned.txt, line 3: “\{surname\}” is not possible here"):
        letter(SPOILT, tmp_path / "c")


def folders(folder: Path) -> Sequence[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.txt"))


def test_a_new_collection_has_the_letters_to_change(tmp_path: Path) -> None:
    new_collection(tmp_path / "c", "kz-conference", COLLECTION)
    kinds = ("accepted", "published", "returned")
    assert folders(tmp_path / "c") == [
        f"letters/{language}/{kind}.txt" for language in ("en", "kk", "ru") for kind in kinds
    ]
