"""No case of the scoreboard falls below the best that it has been; `--gold` raises the floor."""

import pytest

from tests.cases.read.case import Case, cases
from tests.recognise.marks import agrees, pairs, stream, words
from tests.recognise.scoreboard import below, floor, raised, score

CASES = list(cases())
SIZE = 80 * 1024


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_no_figure_falls(case: Case, request: pytest.FixtureRequest) -> None:
    figures = score(case).figures
    if request.config.getoption("--gold"):
        raised(case.name, figures)

    assert case.name in floor(), f"no floor for {case.name} yet: pytest --gold writes it"
    assert below(figures, floor()[case.name]) == []


def test_every_case_has_one_small_source() -> None:
    sources = {case.name: [each.stat().st_size for each in case.folder.glob("source.*")] for case in CASES}

    assert {name: sizes for name, sizes in sources.items() if len(sizes) != 1 or sizes[0] > SIZE} == {}


def test_the_floor_knows_only_cases_that_exist() -> None:
    assert set(floor()) <= {case.name for case in CASES}


def test_a_fall_is_seen() -> None:
    assert below({"recall": 0.9, "hyphens": 1}, {"recall": 0.95, "hyphens": 0}) == [
        "recall is 0.9, was 0.95",
        "hyphens is 1, was 0",
    ]


def test_words_in_another_order_are_not_matched() -> None:
    want, got = (stream([("", "", text, (None,))]) for text in ("en to tre", "to en tre"))

    assert len(pairs(want, got)) == 2


def test_soft_hyphens_are_no_part_of_a_word() -> None:
    assert words("hen\u00adblik, § 83 a") == ["henblik", "§", "83", "a"]


@pytest.mark.parametrize(
    ("want", "got", "right"),
    [
        ({"kind": "age", "min": 18}, {"kind": "age", "min": 18, "max": 67}, True),
        ({"kind": "age", "min": 18}, {"kind": "age", "min": 16}, False),
        ({"kind": "price", "amount": 52.5}, {"kind": "price", "amount": "52.50"}, True),
        ({"kind": "contact", "phone": "12 34 56 78"}, {"kind": "contact", "phone": "1234 5678"}, True),
        ({"kind": "complaint", "body": "ledelsen"}, {"kind": "complaint", "body": "Ledelsen af tilbuddet"}, True),
        ({"kind": "complaint", "body": "ledelsen"}, {"kind": "complaint", "body": "Ankestyrelsen"}, False),
        ({"kind": "target_group", "groups": ["a", "b"]}, {"kind": "target_group", "groups": ["b", "a"]}, True),
    ],
)
def test_a_fact_is_right_where_its_wanted_fields_are(
    want: dict[str, object], got: dict[str, object], right: bool
) -> None:
    assert agrees(want, got) is right
