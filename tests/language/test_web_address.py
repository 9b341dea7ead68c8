from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.web_address import check_address, find_addresses, same_address


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Қараңыз: https://dala.kz/1.", ["https://dala.kz/1"]),
        ("(https://dala.kz/a_(b)), тағы", ["https://dala.kz/a_(b)"]),
        ("<https://dala.kz/>; www.dala.kz!", ["https://dala.kz/", "www.dala.kz"]),
        ("«https://dala.kz/1» және http://a.kz?x=1&y=2", ["https://dala.kz/1", "http://a.kz?x=1&y=2"]),
        ("пошта a@www.dala.kz, файл dala.kz", []),
        ("https://dala.kz.[in Russian], https://dala.kz/1[5]", ["https://dala.kz", "https://dala.kz/1"]),
        ("cut https://dala.kz/a...", ["https://dala.kz/a..."]),
    ],
)
def test_addresses_are_found_without_the_punctuation_behind(source: str, found: list[str]) -> None:
    addresses = find_addresses(source)
    assert [address.wording for address in addresses] == found
    assert [source[address.start : address.end] for address in addresses] == found


@pytest.mark.parametrize(
    ("address", "host", "path"),
    [
        ("https://www.Dala.kz/a/b?c", "dala.kz", "/a/b?c"),
        ("http://dala.kz", "dala.kz", ""),
        ("https://dala.kz:80/x", "dala.kz", "/x"),
    ],
)
def test_an_address_has_a_host_and_a_path(address: str, host: str, path: str) -> None:
    (found,) = find_addresses(address)
    assert (found.host, found.path) == (host, path)


def test_the_same_page_may_be_written_in_several_ways() -> None:
    assert same_address("www.dala.kz/а", "https://dala.kz/%D0%B0/")
    assert not same_address("https://dala.kz/1", "https://dala.kz/2")


LABELS = st.text("abcxyz", min_size=1, max_size=8)


@given(
    st.lists(LABELS, min_size=2, max_size=4), st.lists(LABELS, max_size=3), st.sampled_from([".", ",", ")", ";", " "])
)
def test_a_whole_address_is_found_whole_before_any_punctuation(hosts: list[str], path: list[str], mark: str) -> None:
    wording = "https://" + ".".join(hosts) + "".join(f"/{step}" for step in path)
    (found,) = find_addresses(f"({wording}{mark}")
    assert found.wording == wording
    assert check_address(found) is None
