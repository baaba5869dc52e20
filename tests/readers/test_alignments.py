"""Files of alignments: what is wrong with them is told, the rest counts, and an edit changes nothing else."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.edits import alignments as edits
from qstd.messages import words
from qstd.model.alignments import Alignment
from qstd.readers.alignments_file import read_alignments

FOLDER = Path(__file__).parents[1] / "cases" / "alignments"
FAULTS = yaml.safe_load((FOLDER / "faults.yaml").read_text("utf-8"))
EDITS = yaml.safe_load((FOLDER / "edits.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", FAULTS)
def test_reading(name: str) -> None:
    case = FAULTS[name]
    data = bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode()
    source = read_alignments(data, "standards/alignments.yaml")
    told = sorted(source.findings, key=lambda each: (each.place.line, each.code))
    expected = sorted(case["findings"], key=lambda each: (each[1], each[0]))

    assert [each[:2] for each in expected] == [[each.code, each.place.line] for each in told]
    for found, (_, _, *parts) in zip(told, expected, strict=True):
        text = words(found.message, "da") + (words(found.hint, "da") if found.hint else "")
        assert [each for each in parts if each not in text] == []
    assert case["kept"] == (None if source.record is None else len(source.record.alignments))
    assert source.whole == (not case["findings"])


def test_entries_keep_the_places_that_they_have_in_the_file() -> None:
    source = read_alignments(FAULTS["a faulty entry hides no other"]["text"].encode(), "x.yaml")

    assert source.locate(("alignments", 0), 0).line == 9


@pytest.mark.parametrize("name", EDITS)
def test_editing(name: str) -> None:
    case = EDITS[name]
    if "drop" in case:
        after = edits.without_alignment(case["before"], case["drop"])
    else:
        after = edits.with_alignment(case["before"], case.get("at"), case["put"])

    assert after == case["after"]


SCALARS = st.none() | st.booleans() | st.integers() | st.sampled_from(["a/b", "x", "confirmed", "law/sel-99", "Å"])
ENTRY = st.dictionaries(
    st.sampled_from(["from", "from_", "section", "to", "to_section", "verdict", "note", "?"]), SCALARS, max_size=7
)


@settings(max_examples=150, deadline=None)
@given(
    st.fixed_dictionaries(
        {}, optional={"schema": SCALARS, "alignments": st.lists(ENTRY | SCALARS, max_size=4) | SCALARS}
    )
    | SCALARS
)
def test_reading_never_raises_and_says_what_it_leaves_out(values: Any) -> None:
    source = read_alignments(yaml.safe_dump(values, allow_unicode=True).encode(), "x.yaml")
    entries = values.get("alignments") if isinstance(values, dict) else None
    kept = 0 if source.record is None else len(source.record.alignments)

    assert kept == len(entries if isinstance(entries, list) else ()) or source.findings
    assert all(words(each.message, "da") for each in source.findings)


def entry(number: int, note: str | None) -> Alignment:
    return Alignment(from_="a/b", section=f"s{number}", to="c/d", to_section="t", verdict="confirmed", note=note)


NOTES = st.none() | st.sampled_from(["Set", "nej: # ikke", "to\nlinjer", "- x", "'", "æ »ø«", "a" * 200, "null", "3"])


@settings(max_examples=60, deadline=None)
@given(st.lists(NOTES, min_size=1, max_size=5), st.data())
def test_what_is_written_is_read_again(notes: list[str | None], data: st.DataObject) -> None:
    wanted = [entry(*each) for each in enumerate(notes)]
    text = ""
    for each in wanted:
        text = edits.with_alignment(text, None, fields(each))
    assert list(read(text)) == wanted

    at = data.draw(st.integers(0, len(wanted) - 1))
    changed = edits.with_alignment(text, at, fields(entry(99, data.draw(NOTES))))
    assert [each.section for each in read(changed)] == [
        "s99" if number == at else each.section for number, each in enumerate(wanted)
    ]
    assert list(read(edits.without_alignment(text, at))) == wanted[:at] + wanted[at + 1 :]


def fields(each: Alignment) -> dict[str, str]:
    head = {"from": each.from_, "section": each.section, "to": each.to, "to_section": each.to_section}
    return head | {"verdict": each.verdict} | ({"note": each.note} if each.note else {})


def read(text: str) -> tuple[Alignment, ...]:
    source = read_alignments(text.encode(), "x.yaml")
    assert source.record is not None
    assert source.findings == ()
    return source.record.alignments
