"""PDF files that are locked, damaged, scanned, too large or mutilated: a finding, never an error, always soon."""

import io
import os
import random
import time

import pikepdf
import pytest

from qstd.readers.pdf import library, read
from tests.readers.pdf_parts import LEFT, Page, codes, outline, pdf, texts, unbalanced

FUZZ = int(os.environ.get("QSTD_FUZZ", "120"))
SCAN = "380 0 0 540 20 20 cm /Im Do"


def page(text: str = "Tekst på siden.") -> Page:
    return Page().text(LEFT, 60, text)


def scanned() -> Page:
    made = Page()
    made.drawn.append(f"q {SCAN} Q")
    return made


def test_a_locked_file() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(page()))) as file:
        file.save(out, encryption=pikepdf.Encryption(user="hemmelig", owner="hemmelig"))
    found = read(out.getvalue(), "fil.pdf")
    assert (found.outline, codes(found.findings)) == (None, ["I130"])
    assert found.findings[0].place.file == "fil.pdf"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\3\4", b"<html></html>", b"\0" * 2000, pdf(page())[:300]])
def test_a_damaged_file(data: bytes) -> None:
    found = read(data, "fil.pdf")
    assert (found.outline, codes(found.findings)) == (None, ["I131"])


def test_a_scanned_file_says_what_to_do() -> None:
    found = read(pdf(scanned(), scanned()), "fil.pdf")
    assert (found.outline, codes(found.findings)) == (None, ["I132"])
    assert found.findings[0].message.values == {"pages": 2}
    assert found.findings[0].hint is not None
    assert "ocrmypdf" in found.findings[0].hint.text


def test_a_partly_scanned_file_names_the_pages() -> None:
    found = read(pdf(page(), scanned(), scanned()), "fil.pdf")
    assert found.outline is not None
    assert codes(found.findings) == ["I133"]
    assert found.findings[0].message.values == {"pages": "2, 3"}


def test_the_invisible_text_of_a_scan_that_a_machine_has_read_is_the_text() -> None:
    made = scanned()
    made.text(LEFT, 60, "Læst af en maskine.", mode=3)
    assert texts(outline(pdf(made)).blocks) == ["Læst af en maskine."]


def test_a_file_without_text_or_pictures() -> None:
    assert codes(read(pdf(Page()), "fil.pdf").findings) == ["I138"]
    assert codes(read(pdf(), "fil.pdf").findings) in (["I138"], ["I131"])


def test_pictures_are_counted() -> None:
    made = page()
    made.drawn.append("q 40 0 0 40 20 20 cm /Im Do Q")
    found = read(pdf(made), "fil.pdf")
    assert [(each.code, each.severity, each.message.values) for each in found.findings] == [
        ("I137", "info", {"count": 1})
    ]


def test_more_pages_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "PAGES", 2)
    found = read(pdf(page(), page(), page()), "fil.pdf")
    assert codes(found.findings) == ["I135"]
    assert found.findings[0].message.values == {"pages": 3, "read": 2}


def test_a_page_with_more_characters_than_are_read_still_balances(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "CHARACTERS", 20)
    found = read(pdf(page("Tekst på siden, som er meget lang.")), "fil.pdf")
    assert codes(found.findings) == ["I136"]
    assert found.outline is not None
    assert unbalanced(found.outline) == ({}, {})


def test_a_page_that_cannot_be_read_is_named() -> None:
    data = pdf(page(), page()).replace(
        b"/Type /Page /Parent 2 0 R /MediaBox", b"/Type /Pgge /Qarent 2 0 R /MediaBoy", 1
    )
    found = read(data.replace(b"/Kids [7 0 R", b"/Kids [5 0 R", 1), "fil.pdf")
    assert found.outline is None or len(found.outline.blocks) >= 1
    assert set(codes(found.findings)) <= {"I131", "I134", "I138"}


def test_ten_thousand_rules_are_a_drawing() -> None:
    made = page()
    for number in range(5000):
        made.rule(10 + number % 300, 100 + number // 300 * 7, 10 + number % 300, 400)
        made.rule(10, 100 + number / 20, 300, 100 + number / 20)
    start = time.monotonic()
    found = outline(pdf(made))
    assert time.monotonic() - start < 10
    assert texts(found.blocks) == ["Tekst på siden."]


def mutated(data: bytes, seed: int) -> bytes:
    """Cut, change, leave out or double some bytes."""
    chance, changed = random.Random(seed), bytearray(data)
    at, length = chance.randrange(len(data)), chance.randrange(1, 200)
    kind = seed % 4
    if kind == 0:
        return data[:at]
    if kind == 1:
        for _ in range(chance.choice([1, 3, 10, 100])):
            changed[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == 2:
        del changed[at : at + length]
    else:
        changed[at:at] = data[length : length * 3]
    return bytes(changed)


def test_mutilated_files_are_read_or_refused_and_what_is_read_balances() -> None:
    ruled = page("1. Formål").grid((LEFT - 4, 200.0, 380.0), (50.0, 70.0)).text(204, 62, "Støtte til borgere.")
    link = "/Subtype /Link /Rect [40 500 200 540] /A << /S /URI /URI (https://eksempel.dk) >>"
    data = pdf(ruled.note(link), page("Side to • med tekst."), scanned(), catalog="/Lang (da)")
    start = time.monotonic()
    for seed in range(FUZZ):
        found = read(mutated(data, seed), "fil.pdf")
        assert found.outline is not None or found.findings
        if found.outline is not None:
            assert unbalanced(found.outline) == ({}, {}), seed
    assert time.monotonic() - start < 5 + FUZZ * 0.2
