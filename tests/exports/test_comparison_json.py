"""The comparison for machines."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.compare import Entry, compare
from qstd.exports.comparison_json import comparison_json
from qstd.exports.words import Words
from qstd.model.comparison import Comparison, Copy, Echo, Passage, Sentence, SharedText, TopicCell, TopicRow
from tests.compare.seeds import ENTRIES
from tests.exports.made import comparisons, spans
from tests.standards_strategies import standards

WORDS = Words(kind=lambda kind, role: f"{kind}/{role}", topic=str.upper, fact=lambda fact: f"vist\u00a0{fact.kind}")
HVIDOVRE, LEJRE, LAW = (each.ref for each in ENTRIES)


def exported(comparison: Comparison) -> Any:
    return json.loads(comparison_json(comparison, WORDS))


def row(whole: Any, kind: str) -> Any:
    return next(each for each in whole["facts"] if each["kind"] == kind)


def test_columns_in_the_order_asked_for() -> None:
    columns = exported(compare(ENTRIES))["columns"]

    assert [each["ref"] for each in columns] == [HVIDOVRE, LEJRE, LAW]
    assert columns[1]["approval"]["date"] == "2015-10-05"
    assert "approval" not in columns[0]


def test_a_row_for_each_kind() -> None:
    whole = exported(compare(ENTRIES))
    age, follow_up = row(whole, "age"), row(whole, "follow_up")

    assert age["verdict"] == "some"
    assert age["label"] == "age/"
    assert age["cells"][0] == {
        "ref": "hvidovre/stoette-og-kontaktperson",
        "state": "stated",
        "values": [
            {
                "min": 18,
                "max": 64,
                "display": "vist age",
                "evidence": {
                    "section": "need",
                    "number": "2",
                    "heading": "Hvilket behov dækker ydelsen",
                    "quote": "voksne mellem 18 – 64 år",
                },
            }
        ],
        "section": "",
        "quote": "",
        "flags": [{"kind": "added_age_limit", "law": "law/sel-99", "missing": [], "total": 0}],
    }
    assert [each["state"] for each in follow_up["cells"]] == ["stated", "none", "absent"]
    assert follow_up["cells"][0]["values"][0]["interval"] == "P6M"


def test_the_groups_of_the_law() -> None:
    law = row(exported(compare(ENTRIES)), "target_group")["cells"][2]

    assert len(law["values"][0]["groups"]) == 3


def test_sections_word_for_word() -> None:
    need = next(each for each in exported(compare(ENTRIES))["sections"] if each["topic"] == "need")
    shown = need["cells"][0]["passages"][0]

    assert (need["label"], need["verdict"]) == ("NEED", "some")
    assert {key: shown[key] for key in ("section", "number", "heading", "body", "audience")} == {
        "section": "need",
        "number": "2",
        "heading": "Hvilket behov dækker ydelsen",
        "body": "Ordningen henvender sig til voksne mellem 18 – 64 år.",
        "audience": "everyone",
    }
    assert (need["cells"][1]["ref"], need["cells"][1]["state"]) == (LEJRE, "absent")
    assert need["cells"][1]["passages"] == []


BODY = "Hjælpen er gratis.\n\nDer er ingen ventetid. Ring til os."


def alike() -> Comparison:
    """One text with a sentence that another has, an echo and a text that two have nearly alike."""
    sentence = Sentence(leaf=1, start=0, end=22, same=(1,), near=(2,))
    passage = Passage("price", "4", "Pris", BODY, "everyone", (sentence,))
    cells = (
        TopicCell("stated", (passage,)),
        TopicCell("absent", (), (Echo(0, "price", "fairly_sure", 0.81449),)),
        TopicCell("absent"),
    )
    columns = compare(ENTRIES).columns
    copies = (
        Copy(0, "price", 0, "Det er gratis."),
        Copy(1, "x", 2, "Det er dyrt.", 0.61, spans("Det er gratis.", "Det er dyrt.")),
    )
    shared = SharedText("Det er gratis.", copies)
    return Comparison(columns, (), (TopicRow("price", "different", cells, (1, 0, 0)),), shared=(shared,), baseline=1)


def test_columns_are_called_by_reference() -> None:
    whole = exported(alike())
    cells = whole["sections"][0]["cells"]

    assert whole["baseline"] == LEJRE
    assert whole["sections"][0]["groups"] == [[HVIDOVRE]]
    assert cells[0]["passages"][0]["sentences"] == [
        {"block": 1, "start": 0, "end": 22, "text": "Der er ingen ventetid.", "same": [LEJRE], "near": [LAW]}
    ]
    assert cells[1]["echoes"] == [
        {
            "ref": HVIDOVRE,
            "section": "price",
            "number": "4",
            "heading": "Pris",
            "confidence": "fairly_sure",
            "score": 0.814,
        }
    ]


def test_a_shared_text_says_where_it_differs() -> None:
    first, second = exported(alike())["shared"][0]["copies"]

    assert (first["ref"], first["number"], first["changes"]) == (HVIDOVRE, "4", [])
    assert second["changes"] == [
        {"op": "same", "old": "Det er ", "new": "Det er "},
        {"op": "deleted", "old": "gratis.", "new": ""},
        {"op": "inserted", "old": "", "new": "dyrt."},
    ]


def test_is_readable_text() -> None:
    data = comparison_json(compare(ENTRIES), WORDS)

    assert data.startswith(b'{\n  "schema": 1,\n')
    assert data.endswith(b"\n}\n")
    assert "Støtte".encode() in data


@given(st.lists(standards(), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_same_comparison_same_bytes_and_no_null_but_the_missing_baseline(made: list[Any]) -> None:
    whole = compare([Entry(f"k/{at}", f"K{at}", each) for at, each in enumerate(made)])
    data = comparison_json(whole, WORDS)

    assert data == comparison_json(whole, WORDS)
    assert data.count(b": null") == data.count(b'"baseline": null') == 1
    assert len(json.loads(data)["facts"]) == len(whole.facts)


@given(comparisons())
@settings(max_examples=60, deadline=None)
def test_nothing_that_a_comparison_holds_is_left_out(made: Comparison) -> None:
    whole = exported(made)

    for own, shown in zip(made.facts, whole["facts"], strict=True):
        assert [len(each.facts) for each in own.cells] == [len(each["values"]) for each in shown["cells"]]
        assert sum(map(len, shown["groups"])) == sum(map(bool, own.groups))
        assert [each["unit"] for each in shown["spreads"]] == [each.unit for each in own.spreads]
    for topic, shown in zip(made.topics, whole["sections"], strict=True):
        for cell, said in zip(topic.cells, shown["cells"], strict=True):
            assert [each.body for each in cell.passages] == [each["body"] for each in said["passages"]]
            assert len(cell.echoes) == len(said["echoes"])
            for passage, told in zip(cell.passages, said["passages"], strict=True):
                blocks = list(prose.block_texts(prose.blocks(passage.body)))
                texts = [each["text"] for each in told["sentences"]]
                assert texts == [blocks[each.leaf][each.start : each.end] for each in passage.sentences]
    for text, shown in zip(made.shared, whole["shared"], strict=True):
        for copy, told in zip(text.copies, shown["copies"], strict=True):
            assert told["text"] == copy.text
            assert "".join(each["new"] for each in told["changes"]) in (copy.text, "")
