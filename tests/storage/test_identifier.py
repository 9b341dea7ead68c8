from __future__ import annotations

from proceedings_editor.storage.identifier import new_id


def test_ids_are_short_safe_and_new() -> None:
    ids: set[str] = set()
    for _ in range(500):
        ids.add(new_id(ids))
    assert len(ids) == 500
    assert all(len(name) == 12 and name.isascii() and name.isalnum() and name.islower() for name in ids)
    assert all(name[0].isalpha() for name in ids)


def test_ids_made_later_come_later() -> None:
    ids = [new_id() for _ in range(2000)]
    moments = [name[:-1] for name in ids]
    assert moments == sorted(moments)
    assert len(set(moments)) > len(ids) // 2


def test_a_taken_id_is_not_given_again() -> None:
    class AllButOne:
        def __contains__(self, name: object) -> bool:
            return not str(name).endswith("k")

    assert new_id(AllButOne()).endswith("k")
