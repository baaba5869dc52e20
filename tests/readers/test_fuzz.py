"""Damaged files of every format, through the same door as people's files: reading never raises and never hangs, and an
account that says PASS has lost no letter.

The files of the corpus are changed byte by byte, cut off, and given each other's pieces and names. `QSTD_FUZZ=2000` tries
more of them.
"""

import os
import time
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.model.draft import Recognition
from qstd.model.outline import Outline, Reading
from qstd.readers.source import FORMATS, read
from qstd.recognise import Hints, recognise

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "15")), deadline=None)
CORPUS = Path(__file__).parent.parent / "cases" / "read"
FORMAT = pytest.mark.parametrize("ending", ["docx", "odt", "pdf", "html", "md", "txt"])
SECONDS = 20
MARKUP = [
    b"<",
    b">",
    b"</p>",
    b"<table>",
    b"<!--",
    b"&",
    b"\x00",
    b"\xff",
    b"|",
    b"\t",
    b"-\n",
    b"\n\n",
    b"]]>",
    b"endobj",
    b"PK",
]


@cache
def sources(ending: str) -> tuple[bytes, ...]:
    """The smallest files of the corpus with this ending."""
    found = sorted(CORPUS.glob(f"*/source.{ending}"), key=lambda path: (path.stat().st_size, path))
    assert found, f"no source.{ending} in the corpus"
    return tuple(path.read_bytes() for path in found[:3])


def damaged(data: bytes, other: bytes, chance: Random) -> bytes:
    """A file with some of its bytes changed, lost, doubled, or those of another file."""
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(out) + 1)
        end = at + chance.choice([1, 1, 3, 20, 200])
        match chance.randrange(6):
            case 0:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del out[at:end]
            case 2:
                out[at:at] = out[at:end]
            case 3:
                out[at:at] = chance.choice(MARKUP)
            case 4:
                start = chance.randrange(len(other) + 1)
                out[at:end] = other[start : start + end - at]
            case _:
                if chance.random() < 0.2:
                    del out[at:]
    return bytes(out)


def read_soon(data: bytes, file: str) -> Reading:
    """Read a file, which may not take long."""
    began = time.process_time()
    reading = read(data, file)
    assert time.process_time() - began < SECONDS
    assert reading.outline is not None or reading.findings
    assert all(finding.hint for finding in reading.findings if finding.severity == "error")
    return reading


def letters(text: str) -> Counter[str]:
    """The letters and digits of a text; how they make words does not matter."""
    return Counter(letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum())


def lost(outline: Outline, found: Recognition) -> Counter[str]:
    """The letters of a file that stand neither in a standard nor in what its reader put aside."""
    texts = [each.text for each in outline.furniture]
    for draft in found.drafts:
        standard = draft.standard
        texts += [standard.title, (standard.approval and standard.approval.text) or ""]
        for section in standard.sections:
            texts += [section.number or "", section.heading, section.body, prose.text(section.body)]
    return letters(outline.plain or "") - letters(" ".join(texts))


@FORMAT
@FUZZ
@given(st.integers(0, 2**32))
def test_damaged_files(ending: str, seed: int) -> None:
    chance = Random(seed)
    other = chance.choice(sources(chance.choice(["docx", "odt", "pdf", "html", "md", "txt"])))
    data = damaged(chance.choice(sources(ending)), other, chance)

    outline = read_soon(data, f"a.{ending}").outline

    if outline is None:
        return
    found = recognise(outline, Hints())
    assert found.account.status != "PASS" or outline.plain is not None
    aside = sum(count for _, count in found.account.furniture)
    if found.account.status == "PASS" and aside == sum(_furniture(outline).values()):
        assert not lost(outline, found)


def _furniture(outline: Outline) -> Counter[str]:
    from qstd.recognise.words import words

    return Counter(word for each in outline.furniture for word in words(each.text))


@FUZZ
@given(st.binary(max_size=300), st.sampled_from(sorted(FORMATS)))
def test_any_bytes_under_any_name(data: bytes, ending: str) -> None:
    read_soon(data, f"a{ending}")


@FORMAT
def test_every_cut(ending: str) -> None:
    data = sources(ending)[0]

    for end in range(0, len(data), max(1, len(data) // 15)):
        read_soon(data[:end], f"a.{ending}")


@FORMAT
@pytest.mark.parametrize("name", ["a", "a.pdf", "a.docx", "a.HTML", "a.txt", "a.xyz"])
def test_any_name(ending: str, name: str) -> None:
    read_soon(sources(ending)[0], name)
