from __future__ import annotations

from proceedings_editor.exporters.letter.fault_list import Fault, FaultGroup, fault_list


def test_numbers_run_through_all_groups() -> None:
    groups = (
        FaultGroup(
            "Сілтемелер", (Fault("Дереккөз жоқ.", ("5-абзац: «[9]»", "7-абзац: «[9]»")), Fault("Пішіні басқа.", ()))
        ),
        FaultGroup("Пошта", (Fault("Мекенжай қате.", ("1-автор",)),)),
    )
    assert fault_list(groups) == (
        "Сілтемелер\n1. Дереккөз жоқ.\n   – 5-абзац: «[9]»\n   – 7-абзац: «[9]»\n2. Пішіні басқа.\n\n"
        "Пошта\n3. Мекенжай қате.\n   – 1-автор"
    )


def test_nothing_is_nothing() -> None:
    assert fault_list(()) == ""
