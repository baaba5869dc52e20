"""Forms for facts: every kind has one, and what is filled in is read as people write it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given

from qstd.model.facts import FACT_KINDS, AnyFact
from qstd.verbs.editing import fact_forms
from qstd.verbs.editing.fact_words import CHOICES, LABELS
from tests.standards_strategies import facts

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "write" / "forms.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda each: f"{each['kind']} {each['given']}")
def test_filled(case: dict[str, Any]) -> None:
    found = fact_forms.filled(case["kind"], case["given"])
    assert [name for name, _ in found.errors] == case.get("wrong", [])
    if "values" in case:
        assert found.values == case["values"]


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_every_field_and_choice_has_a_danish_name(kind: str) -> None:
    for each in fact_forms.form(kind, {}, "da"):
        assert f"{kind}/{each.name}" in LABELS or each.name in LABELS, each.name
        known = CHOICES.get(f"{kind}/{each.name}") or CHOICES.get(each.name)
        if known is not None:
            assert set(known) >= {key for key, _ in each.options}


@given(facts())
def test_a_form_says_what_its_fact_says(fact: AnyFact) -> None:
    values = fact_forms.values_of(fact)
    shown = fact_forms.form(fact.kind, values, "da")
    sent = {each.name: list(each.values) if each.widget == "many" else [each.value] for each in shown}
    ticks = {each.name for each in shown if each.widget == "tick" and each.value != "true"}
    made = fact_forms.filled(fact.kind, {name: each for name, each in sent.items() if name not in ticks})
    assert made.errors == ()
    again = fact_forms.fact_of({**made.values, "evidence": {"section": "x", "quote": "y"}})
    assert fact_forms.values_of(again) == values
