"""Metadata: the same in both places, and nothing that changes from run to run."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from lxml import etree

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.pdf.paint import paint
from tests.exporters.pdf.sheet import Sheet, composition


def painted(of: Composition) -> bytes:
    sheet = Sheet()
    sheet.paragraph(700, "Сөз ")
    return paint(sheet.layout(), of, archival=True)


def test_title_authors_language_subject_keywords_and_day_are_in_the_metadata() -> None:
    with pikepdf.open(io.BytesIO(painted(composition()))) as pdf:
        with pdf.open_metadata(update_docinfo=False) as xmp:
            assert xmp["dc:title"] == "Дала өсімдіктері"
            assert xmp["dc:creator"] == ["А. Б. Сейітова", "I. Smith & <Co>"]
            assert xmp["dc:language"] == {"kk"}
            assert xmp["dc:description"] == "Биология"
            assert xmp["pdf:Keywords"] == "дала, шөп"
            assert xmp["xmp:CreateDate"] == "2025-04-07T00:00:00Z"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert str(pdf.docinfo.Title) == "Дала өсімдіктері"
        assert str(pdf.docinfo.Author) == "А. Б. Сейітова; I. Smith & <Co>"
        assert str(pdf.docinfo.CreationDate) == "D:20250407000000Z"
        assert str(pdf.Root.Lang) == "kk"


def test_a_day_that_is_unknown_is_not_now() -> None:
    with pikepdf.open(io.BytesIO(painted(composition(day="")))) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        with pdf.open_metadata(update_docinfo=False) as xmp:
            assert "xmp:CreateDate" not in xmp


def test_metadata_that_no_xml_can_hold_do_not_break_the_packet() -> None:
    of = replace(composition("A\x00\x0b <b>&amp; ]]> \ud800\uffff Ә"), authors=(), keywords=(), subject="")
    with pikepdf.open(io.BytesIO(painted(of))) as pdf:
        packet = etree.fromstring(pdf.Root.Metadata.read_bytes())
    titles = packet.findall(".//{http://purl.org/dc/elements/1.1/}title//{*}li")
    assert {title.text for title in titles} == {"A <b>&amp; ]]>  Ә"}


def test_the_same_input_gives_the_same_bytes() -> None:
    assert painted(composition()) == painted(composition())
    assert painted(composition()) != painted(composition(day="2025-04-08"))


def test_the_profile_of_the_output_intent_has_no_date_of_today() -> None:
    with pikepdf.open(io.BytesIO(painted(composition()))) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile[36:40] == b"acsp"
    assert int.from_bytes(profile[24:26], "big") == 2026
    assert profile[28:36] == b"\x00\x01" + bytes(6)
