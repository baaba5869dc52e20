"""Any bytes at all: encodings, sizes, depths, and what nobody would write."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import workspace
from qstd.readers import explain
from qstd.yaml_source import MAX_BYTES, Parsed, parse
from tests.cases.case_file import told
from tests.pace import is_even

LATIN = "title: ok\nheading: Støtte og ældre\n".encode("latin-1")


def findings(data: bytes, expected: list[str]) -> list[str]:
    return told(expected, [explain.problem(each, "x.yaml") for each in parse(data).problems])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (LATIN, "Y002 2:12 | ikke gemt som UTF-8: tegnet med koden F8 | Notesblok"),
        ("æøå: ".encode() + b"\xe6\n", "Y002 1:6 | tegnet med koden E6"),
        ("title: Støtte\n".encode("utf-16"), "Y002 1:1 | tegnet med koden FF"),
        ("title: ok\n".encode("utf-16-be"), "Y013 1:1 | (U+0000)"),
        (b"a: \xed\xa0\x80\n", "Y002 1:4 | koden ED"),
        (b"\xff\xd8\xff\xe0 JFIF", "Y002 1:1 | koden FF"),
    ],
    ids=["latin_1", "latin_1_after_utf_8", "utf_16", "utf_16_without_mark", "half_a_pair", "picture"],
)
def test_encoding(data: bytes, expected: str) -> None:
    assert [expected] == findings(data, [expected])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends(end: str) -> None:
    parsed = parse(f"\ufeffa: 1{end}b: |{end}  en{end}  to{end}".encode())

    assert parsed.value == {"a": 1, "b": "en\nto\n"}
    assert [parsed.places[key,][:2] for key in "ab"] == [(1, 1), (2, 1)]


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    data = workspace.read(path)

    assert len(data) == MAX_BYTES + 1
    assert findings(data, ["Y001 0:0 | mere end 2 MB | den rigtige fil"]) == [
        "Y001 0:0 | mere end 2 MB | den rigtige fil"
    ]


def test_the_limit_itself_is_read() -> None:
    assert findings(b"a: " + b"x" * (MAX_BYTES - 3), []) == []


NESTED = {
    "brackets": ("[" * 10_000, "depth"),
    "braces": ('{"a":' * 10_000, "depth"),
    "dashes": ("- " * 10_000, "depth"),
    "questions": ("? " * 10_000, "key"),
    "keys": ("{" * 10_000, "key"),
    "both": ("[{" * 10_000, "key"),
    "lines": ("\n".join(" " * at + "a:" for at in range(1000)), "depth"),
    "anchors": ("&a " * 10_000, "anchor"),
    "tags": ("!a " * 10_000, "tag"),
    "colons": ("a: " * 10_000, "syntax"),
    "quotation_marks": ('"' * 10_001, "syntax"),
    "blocks": ("|\n" * 10_000, "syntax"),
    "line_feeds": ("\n" * 100_000, "empty"),
    "entries": ("-\n" * 10_000, ""),
    "aliases": ("&a [a]\n" + "- *a\n" * 1000, "anchor"),
}


@pytest.mark.parametrize(("text", "problem"), NESTED.values(), ids=NESTED.keys())
def test_nothing_breaks_or_hangs(text: str, problem: str) -> None:
    parsed = parse(text.encode())

    assert problem == (parsed.problems[0].kind if parsed.problems else "")
    assert is_even(lambda text: parse(text.encode()), text)


FRAGMENTS = st.lists(
    st.sampled_from(
        [*"{}[],:?-|>&*!%@`'\"\\#\n\t =~<0a", "\n  ", "- ", ": ", "---\n", "...\n", "&a", "*a", "!!x ", "<<", "\0", "é"]
    )
    | st.text(max_size=3)
).map("".join)


def well_formed(parsed: Parsed) -> bool:
    return all(each.line >= 0 and each.column >= 0 and each.kind in explain.PROBLEMS for each in parsed.problems)


@settings(max_examples=150, deadline=None)
@given(st.binary() | FRAGMENTS.map(str.encode))
def test_nothing_raises(data: bytes) -> None:
    assert well_formed(parse(data))
