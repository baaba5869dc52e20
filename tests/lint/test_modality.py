"""How binding sentences are, by cases; and that no text at all makes the judgement break down or wait."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.lint.shared.modality import classify, is_conditional, is_fragment, main_clauses, plain, reserved, softens
from qstd.yaml_source import parse
from tests.pace import is_even

FILE = Path(__file__).parents[1] / "cases" / "modality.yaml"
CASE = re.compile(r"(?:\[(?P<lead>[^]]*)\] )?(?P<sentence>.*?)(?: >> (?P<following>.*))?", re.DOTALL)
SAID = parse(FILE.read_bytes()).value
CASES = [(binding, case) for binding, sentences in SAID.items() for case in sentences]
TEXT = st.lists(
    st.sampled_from(
        "der ydes ikke kan gives hjælp hvis som udgangspunkt at , . ? : ( ) - dog i særlige tilfælde".split()
    )
    | st.text(max_size=8),
    max_size=30,
).map(" ".join)


@pytest.mark.parametrize(("binding", "case"), CASES, ids=[f"{binding}: {case}" for binding, case in CASES])
def test_case(binding: str, case: str) -> None:
    parts = CASE.fullmatch(case)
    assert parts is not None

    found = classify(parts["sentence"], parts["lead"] or "", parts["following"] or "")

    assert found == ("" if binding == "none" else binding)


def test_there_are_enough_cases_of_every_kind() -> None:
    assert len(CASES) >= 120
    assert len(set(CASES)) == len(CASES)
    assert set(SAID) == {"must", "as_rule", "may", "exceptional", "not", "not_as_rule", "none"}
    assert min(len(sentences) for sentences in SAID.values()) >= 8


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(TEXT, TEXT, TEXT)
def test_any_text_has_an_answer(sentence: str, lead: str, following: str) -> None:
    found = classify(sentence, lead, following)

    assert found in ("must", "as_rule", "may", "exceptional", "not", "not_as_rule", "")
    assert (
        found == classify(f"  {sentence}\u200b ".upper(), lead, following) or "ß" in sentence or not sentence.isascii()
    )
    assert is_fragment(sentence) in (True, False)
    assert is_conditional(sentence) in (True, False)


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(st.sampled_from([case for case in SAID["not"] if "[" not in case and ">>" not in case]))
def test_a_reservation_before_it_takes_the_edge_off_a_refusal(case: str) -> None:
    assert classify(case, "Hvad indgår som udgangspunkt ikke?") == "not_as_rule"
    assert classify(case, "", "I særlige tilfælde kan kommunen gøre det alligevel.") == "not_as_rule"


@pytest.mark.parametrize(
    "word", ["ikke ", "der ikke ", "ydes ikke ", "at ", "hvis ", "som ", "a", "kan der ", "ydes, ", "konkret og "]
)
def test_a_very_long_sentence_takes_no_longer_than_its_length(word: str) -> None:
    assert is_even(lambda text: classify(text, word * 2_000, word * 2_000), word * 20_000)


def test_clauses_that_depend_on_others_are_left_out() -> None:
    said = "hvis du ikke kan det, kan du få hjælp, som ikke koster noget"

    assert list(main_clauses(said)) == ["kan du få hjælp"]


def test_signs_that_cannot_be_seen_are_no_part_of_a_text() -> None:
    assert plain(" Der\u200b ydes\u00ad\u202e  IKKE\n") == "der ydes ikke"


@pytest.mark.parametrize(
    "text", ["som udgangspunkt", "i særlige tilfælde", "medmindre", "en konkret, individuel vurdering"]
)
def test_what_makes_room_for_exceptions(text: str) -> None:
    assert reserved(f"Det sker {text}.")


@pytest.mark.parametrize("text", ["", "Dog ikke om natten.", "Hvad sker der dog?", "Hjælpen er dyr."])
def test_what_takes_nothing_back(text: str) -> None:
    assert not softens(text)
