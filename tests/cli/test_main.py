"""The command line as a person meets it: whole commands, exit codes, where words go."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from proceedings_editor.cli.main import run

PAGE = """# МАЗМҰНЫ / СОДЕРЖАНИЕ / CONTENTS

## Мақала туралы мәлімет

Конференция атауы\t«Дала мен су» халықаралық конференция материалдарының жинағы
Название конференции\t«Степь и вода». Сборник материалов международной конференции
Conference title\tProceedings of the International Conference «Steppe and Water»
Өткізілген күні\t12 мамыр 2026, Қарағаш
ISBN\t978-601-7000-00-1
Жинақтағы жариялану №\t012
Жинақтағы беттері\t45-46
ӘОЖ/УДК/UDC\tӘОЖ 556.5(574)
Секция\tСекция II. I Өзендер / Реки
Автор(лар)\tСәрсенова Әлия Бекқызы
Мәртебесі\tМагистрант
Ғылыми жетекші\tЕсенов Қ. Т.
Мақала атауы\tДАЛА ӨЗЕНДЕРІНІҢ СУЫ

## СЕКЦИЯ II. СУ РЕСУРСТАРЫ / ВОДНЫЕ РЕСУРСЫ

### Секция II. I Өзендер / Реки

ӘОЖ 556.5(574)

#### ДАЛА ӨЗЕНДЕРІНІҢ СУЫ

Сәрсенова Әлия Бекқызы

[aliya@example.kz](mailto:aliya@example.kz)

Қарағаш дала университетінің 3-курс студенті, Қарағаш қаласы, Қазақстан Республикасы

Ғылыми жетекшісі: Қарағаш дала университетінің доценті, т.ғ.к. Есенов Қ. Т.

Дала өзендері көктемде ғана тасиды [1]. Жазда олардың суы азаяды.

### ҚОЛДАНЫЛҒАН ӘДЕБИЕТТЕР ТІЗІМІ

1. Есенов Қ. Т. Дала сулары. – Қарағаш : Дала, 2020. – 120 б.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "мақала жаңа (2).md"
    file.write_text(PAGE, encoding="utf-8")
    return file


@pytest.fixture
def collection(page: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "жинақ"
    assert run(["import", str(page), "--into", str(folder)]) == 0
    return folder


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def start(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return start


def test_a_page_becomes_a_collection_and_its_files(collection: Path, command: Command, tmp_path: Path) -> None:
    code, out, err = command("export", collection, "--out", tmp_path / "out")
    assert (code, err.splitlines()[-1]) == (0, f"2 files written to {tmp_path / 'out'}.")
    assert [Path(line).name for line in out.splitlines()] == ["012_sarsenova_ab.pdf", "012_sarsenova_ab.docx"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "012_sarsenova_ab.docx",
        "012_sarsenova_ab.pdf",
    ]


def test_the_original_is_kept(collection: Path, page: Path) -> None:
    assert [file.read_bytes() for file in (collection / "manuscripts").iterdir()] == [page.read_bytes()]


def test_a_disagreement_is_told_and_is_no_failure(page: Path, command: Command, tmp_path: Path) -> None:
    code, out, _ = command("import", page, "--into", tmp_path / "a", "--json")
    remarks = json.loads(out)["remarks"]
    assert code == 0
    assert any(r["kind"] == "disagreement" and r["field"].startswith("authors.0") for r in remarks)


def test_a_second_import_adds_an_entry_and_changes_no_fact(collection: Path, page: Path, command: Command) -> None:
    facts = (collection / "collection.yaml").read_bytes()
    page.write_text(
        PAGE.replace("978-601-7000-00-1", "978-601-7000-01-8").replace("12 мамыр", "13 мамыр"), encoding="utf-8"
    )
    code, out, _ = command("import", page, "--into", collection, "--json")
    report = json.loads(out)
    assert code == 0
    assert not report["collection_made"]
    differing = {remark["field"] for remark in report["remarks"] if remark["kind"] == "collection"}
    assert {"collection.isbn", "collection.first_day"} <= differing
    assert (collection / "collection.yaml").read_bytes() == facts
    assert len(list((collection / "entries").iterdir())) == 2


@pytest.mark.parametrize("name", ["12", "012", "012_sarsenova_ab", "012_sarsenova_ab.yaml"])
def test_an_entry_is_named_by_number_or_file(collection: Path, name: str, command: Command, tmp_path: Path) -> None:
    code, out, _ = command("export", collection, "--entry", name, "--pdf", "--out", tmp_path / "out")
    assert code == 0
    assert len(out.splitlines()) == 1


def test_part_and_draft_stand_in_the_file_name(collection: Path, command: Command, tmp_path: Path) -> None:
    _, out, _ = command("export", collection, "--part", "article", "--draft", "--docx", "--out", tmp_path / "out")
    assert Path(out.strip()).name == "012_sarsenova_ab_article_draft.docx"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["export", "{folder}", "--out", "{out}", "--entry", "99"], 2, "There is no entry “99”"),
        (["export", "{nothing}", "--out", "{out}"], 3, "There is no folder"),
        (["export", "{file}", "--out", "{out}"], 3, "is a file"),
        (["import", "{nothing}", "--into", "{folder}"], 3, "There is no file"),
        (["import", "{file}", "--into", "{new}", "--template", "no-such"], 2, "There is no template “no-such”"),
        (["new", "{folder}"], 2, "is not empty"),
        (["template", "check", "{file}"], 3, "line "),
        (["--lang", "de", "template", "list"], 2, "no language"),
        (["export", "{folder}"], 2, "--out"),
        (["no-such-command"], 2, "no-such-command"),
        (["export", "{folder}", "--out", "{file}/x"], 4, "could not be"),
    ],
)
def test_a_mistake_is_one_sentence_and_an_exit_code(
    words: list[str], code: int, sentence: str, collection: Path, page: Path, command: Command, tmp_path: Path
) -> None:
    places = {
        "folder": collection,
        "file": page,
        "out": tmp_path / "o",
        "nothing": tmp_path / "n",
        "new": tmp_path / "new",
    }
    found, _, err = command(*(word.format(**places) for word in words))
    assert found == code
    assert sentence in err
    assert "Traceback" not in err


@pytest.mark.parametrize(("language", "word"), [("kk", "файл"), ("ru", "файл"), ("en", "files")])
def test_sentences_come_in_the_language_asked_for(
    language: str, word: str, collection: Path, command: Command, tmp_path: Path
) -> None:
    _, _, err = command("export", collection, "--out", tmp_path / "out", f"--lang={language}")
    assert word in err


def test_templates_are_listed_checked_and_copied(command: Command, tmp_path: Path) -> None:
    code, out, _ = command("template", "list")
    names = [line.split("\t")[0] for line in out.splitlines()]
    assert (code, names[0]) == (0, "kz-conference")
    assert len(names) == 2
    copy = tmp_path / "own.yaml"
    assert command("template", "new", copy, "--from", names[1])[0] == 0
    assert command("template", "check", copy)[0] == 0
    assert command("template", "new", copy, "--from", names[1])[0] == 2
    assert command("new", tmp_path / "c", "--template", copy)[0] == 0
    assert command("export", tmp_path / "c", "--out", tmp_path / "o")[0] == 0


def test_a_damaged_entry_is_told_and_the_others_are_exported(
    collection: Path, command: Command, tmp_path: Path
) -> None:
    (collection / "entries" / "013_x.yaml").write_text("format: 1\nid: [", encoding="utf-8")
    code, out, err = command("export", collection, "--out", tmp_path / "out")
    assert code == 3
    assert "013_x.yaml" in err
    assert len(out.splitlines()) == 2


def test_no_command_imports_qt_and_little_is_loaded_before_it_is_needed(collection: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom proceedings_editor.cli.main import run\n"
        f"run(['template', 'list'])\nassert not {{'reportlab', 'docx', 'pikepdf', 'pypdfium2'}} & set(sys.modules)\n"
        f"run(['export', {str(collection)!r}, '--out', {str(tmp_path / 'out')!r}])\n"
        "assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def program(*words: object, setup: str = "", stdout: object = subprocess.PIPE) -> tuple[int, str]:
    """Run the command line in a process of its own, after `setup`; return its exit code and what it said."""
    script = f"import sys; {setup or 'pass'}; from proceedings_editor.cli.main import run; sys.exit(run(sys.argv[1:]))"
    call = [sys.executable, "-c", script, *map(str, words)]
    done = subprocess.run(call, stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False)  # type: ignore[call-overload]
    return done.returncode, done.stderr.decode()


def limited(size: int) -> str:
    """A stand-in for a disk that fills up: no file may become larger."""
    return f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"


no_limits = pytest.mark.skipif(sys.platform == "win32", reason="the system has no limits of files")


@no_limits
@pytest.mark.parametrize("size", [1_000, 20_000])
def test_a_collection_that_could_not_be_written_is_not_left_half_made(page: Path, tmp_path: Path, size: int) -> None:
    page.write_text(PAGE.replace("Жазда олардың суы азаяды.", "Жазда олардың суы азаяды. " * 1000), encoding="utf-8")
    code, said = program("import", page, "--into", tmp_path / "жинақ", setup=limited(size))
    assert (code, said.count("\n")) == (4, 1)
    assert "could not be written: the file is too large" in said
    assert not (tmp_path / "жинақ").exists()
    assert run(["import", str(page), "--into", str(tmp_path / "жинақ")]) == 0


@no_limits
def test_an_empty_folder_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "жинақ"
    folder.mkdir()
    (folder / ".keep").write_bytes(b"")
    code, _ = program("new", folder, "--template", "kz-conference", setup=limited(1_000))
    assert code == 4
    assert [path.name for path in folder.iterdir()] == [".keep"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no file that is always full")
@pytest.mark.parametrize("words", [["rules"], ["template", "list"], ["check", "{folder}", "--json"]])
def test_a_result_that_cannot_be_printed_is_one_sentence(collection: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, said = program(*(word.format(folder=collection) for word in words), stdout=full)
    assert (code, said) == (4, "The result could not be printed: the disk is full.\n")


def test_a_folder_nobody_may_look_into_is_one_sentence(page: Path, command: Command, tmp_path: Path) -> None:
    code, _, err = command("--lang", "ru", "import", page, "--into", tmp_path / ("ж" * 200))
    assert (code, err.count("\n")) == (3, 1)
    assert "слишком длинное имя" in err


def test_no_right_to_the_folder_is_one_sentence(
    page: Path, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)  # the tests may run as one who has every right
    code, _, err = command("import", page, "--into", tmp_path / "a")
    assert (code, err) == (3, f"You have no right to read {tmp_path / 'a'}; ask for access to it.\n")


def test_nothing_found_beside_an_unreadable_entry_says_so(collection: Path, command: Command) -> None:
    (entry,) = (collection / "entries").iterdir()
    entry.write_text("id: [", encoding="utf-8")
    facts = collection / "collection.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("7000-00-1", "7000-00-4"), encoding="utf-8")
    code, out, err = command("check", collection)
    assert (code, out) == (3, "Nothing was found in the entries that could be read.\n")
    assert "a value or a closing bracket is missing" in err


def test_a_font_without_a_twin_is_told_with_its_line(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    command("template", "new", file)
    words = file.read_text(encoding="utf-8").replace("font: Times New Roman", "font: Comic Sans MS")
    file.write_text(words, encoding="utf-8")
    line = next(number for number, words in enumerate(words.splitlines(), 1) if "Comic" in words)
    code, _, err = command("template", "check", file)
    assert code == 3
    assert err.startswith(f"a.yaml, line {line}: The program has no font with the widths of “Comic Sans MS”")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("id: a: b", "қос нүкте"),
        ('id: "a', "тырнақша"),
        ("id: {a", "ирек жақша"),
        ("id: @a", "тырнақша"),
        ("%YAML 9", "YAML"),
    ],
)
def test_no_english_stands_in_a_kazakh_sentence_about_a_damaged_file(
    collection: Path, command: Command, damage: str, words: str
) -> None:
    (entry,) = (collection / "entries").iterdir()
    entry.write_text(damage, encoding="utf-8")
    _, _, err = command("--lang", "kk", "check", collection)
    first = err.splitlines()[0].replace(entry.name, "").replace("YAML", "")
    assert words in err
    assert not re.search("[A-Za-z]{3,}", first)
