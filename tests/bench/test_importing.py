"""How the measurement of the import counts: what is lost, what is torn, and that the words asked for are the source's."""

import re

from bench.importing import FORMATS, asked, loss, quiet, words
from bench.peers.importers import python_docx
from tests.cases.read.case import HERE, cases, read

HVIDOVRE = read(HERE / "hvidovre-docx-tabel" / "expected.yaml")


def test_a_word_that_is_nowhere_is_lost() -> None:
    assert loss("en to to", "to en") == (1, 0)


def test_a_word_in_two_lines_is_torn() -> None:
    assert loss("med henblik på", "med hen-\nblik på") == (0, 1)


def test_a_word_in_its_place_is_neither() -> None:
    assert loss("børne- og ungeområdet", "børne- og ungeområdet") == (0, 0)


def test_words_of_a_table_are_found_by_a_tool() -> None:
    tool = python_docx()

    assert tool.formats <= set(FORMATS)
    assert sum(loss(asked(HVIDOVRE), quiet(tool.text, HVIDOVRE.source))) == 0


def test_a_tool_that_breaks_down_gives_nothing() -> None:
    assert quiet(lambda file: str(1 // 0), HVIDOVRE.source) == ""


def test_what_is_asked_for_stands_in_the_text_files() -> None:
    for case in cases():
        if case.source.suffix == ".txt" and not case.layout.get("hyphens") and not case.name.startswith("seed"):
            encoding = case.layout.get("encoding", "utf-8")
            text = re.sub(r"\s+", " ", case.source.read_bytes().decode(encoding))
            assert words(asked(case)) <= words(text), case.name
