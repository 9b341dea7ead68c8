"""`mail` as a person meets it: a dry run first, then drafts, then what was sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.mailing import KINDS
from proceedings_editor.cli.main import run
from proceedings_editor.storage.outbox import read_log
from tests.app.post import SPOILT, collection
from tests.rules.sample import another, author, entry

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    def start(*words: object, language: str = "en") -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([f"--lang={language}", *(str(word) for word in words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One entry to be returned, one without an address."""
    silent = another(authors=(author(email=""),), udc=("34:",))
    return collection(tmp_path / "c", entry(**SPOILT), silent)


def test_a_dry_run_shows_what_would_go_out_and_writes_nothing(folder: Path, command: Command) -> None:
    code, out, err = command("mail", folder, "--letter", "returned", "--jobs", 1)
    assert code == 1  # one entry has no address
    lines = out.splitlines()
    assert "To: Сәрсенова Әлия Бекқызы <aliya@example.kz>" in lines
    assert "Subject: [Жинақ] 012 Сәрсенова Ә. Б. – түзетулер" in lines
    assert any(line.startswith("Attached: 012_sarsenova_ab_draft.pdf, information page + 1 page, 0.") for line in lines)
    assert "Құрметті Әлия Бекқызы!" in lines
    assert "013" in err
    assert "No author has an e-mail address that can be used; enter one." in err
    assert "nothing was written. Add --really" in err
    assert not (folder / "outbox").exists()


def test_really_makes_the_drafts_and_says_so(folder: Path, command: Command) -> None:
    code, _, err = command("mail", folder, "--letter", "returned", "--entry", 12, "--really")
    assert code == 0
    assert "1 draft is in the outbox." in err
    (record,) = read_log(folder)
    assert (folder / "outbox" / record.folder / record.draft).is_file()


def test_the_same_as_json_and_nothing_else(folder: Path, command: Command) -> None:
    code, out, err = command("mail", folder, "--letter", "returned", "--really", "--json", "--jobs", 1)
    first, second = json.loads(out)
    assert (code, err) == (1, "")
    assert first["to"] == ["aliya@example.kz"]
    assert first["goes_out"] is True
    assert first["draft"] == "012_sarsenova_ab_returned"
    assert [file["pages"] for file in first["files"]] == [2, None]
    assert second["goes_out"] is False
    assert second["obstacles"]
    assert second["draft"] is None


def test_open_errors_refuse_final_files(folder: Path, command: Command) -> None:
    code, out, err = command("mail", folder, "--letter", "accepted", "--entry", 12, "--really")
    assert (code, out) == (1, "")
    assert "1 error is open; correct it" in err
    assert read_log(folder) == ()


def test_marking_as_sent_gives_the_state_and_the_next_run_leaves_it_out(folder: Path, command: Command) -> None:
    command("mail", folder, "--letter", "returned", "--entry", 12, "--really")
    code, _, err = command("mail", folder, "--letter", "returned", "--sent")
    assert (code, err) == (0, "1 mail marked as sent.\n")
    (returned,) = [one for one in open_collection(folder).workspace.entries if one.number == 12]
    assert returned.state == "returned"
    assert returned.returned
    assert [record.what for record in read_log(folder)] == ["prepared", "sent"]
    code, out, err = command("mail", folder, "--letter", "returned", "--jobs", 1)
    assert out == ""
    assert "Sent already, on " in err
    code, out, _ = command("mail", folder, "--letter", "returned", "--entry", 12)  # asked for by name
    assert (code, "Attached: 012_sarsenova_ab_draft.pdf" in out) == (0, True)
    assert command("mail", folder, "--letter", "returned", "--sent")[2] == "0 mails marked as sent.\n"


def test_a_deadline_is_asked_for_and_must_be_a_day(folder: Path, command: Command) -> None:
    _, out, _ = command("mail", folder, "--letter", "returned", "--entry", 12, "--deadline", "01.06.2026")
    assert "1 маусым 2026" in out
    assert command("mail", folder, "--letter", "returned", "--deadline", "soon")[0] == 2


def test_wrong_usage_and_damage_have_their_codes(folder: Path, command: Command, tmp_path: Path) -> None:
    assert command("mail", folder)[0] == 2
    assert command("mail", folder, "--letter", "../../x")[0] == 2
    assert command("mail", folder, "--letter", "returned", "--entry", "nobody")[0] == 2
    assert command("mail", tmp_path / "gone", "--letter", "returned")[0] == 3
    (folder / "outbox").mkdir()
    (folder / "outbox" / "log.csv").write_text("head\nx\n", encoding="utf-8")
    assert command("mail", folder, "--letter", "returned")[0] == 3


def test_an_entry_file_that_is_damaged_is_told(folder: Path, command: Command) -> None:
    (folder / "entries" / "099.yaml").write_text("{", encoding="utf-8")
    code, out, err = command("mail", folder, "--letter", "returned", "--entry", 12)
    assert code == 3
    assert "099.yaml" in err
    assert "012_sarsenova_ab_draft.pdf" in out


def test_every_kind_of_letter_can_be_asked_for(folder: Path, command: Command) -> None:
    for kind in KINDS:
        assert command("mail", folder, "--letter", kind.name, "--entry", 12)[0] in (0, 1)
