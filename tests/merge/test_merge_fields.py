"""Two people work on the fields of the same sections: each field that both changed is a conflict, and no other is one."""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from qstd.merge import merged
from qstd.model.standard import Section, StandardFile
from tests.merge.edited_standards import FIELDS

THINGS = ("mad", "kørsel", "tolk", "telefon")
CHANGES = st.dictionaries(
    st.tuples(
        st.integers(0, len(THINGS) - 1), st.sampled_from(["number", "heading", "audience", "derived_from", "body"])
    ),
    st.integers(0, 2),
)
VALUES: dict[str, tuple[Any, ...]] = {
    "number": (None, "7", "8"),
    "heading": ("", "Klage", "Frist"),
    "audience": ("professional", "everyone", "professional"),
    "derived_from": (None, "lejre/x#price", "lejre/y#price"),
    "body": ("Ja.", "Nej.", "Måske."),
}
BASE = StandardFile(
    schema=1,
    title="Støtte",
    service="sel-99",
    status="draft",
    sections=tuple(
        Section(
            id=f"s{at}",
            number=str(at),
            heading=f"Om {each}",
            body=f"Vi giver {each}.\nSpørg om {each}.\nDet er {each}.",
        )
        for at, each in enumerate(THINGS)
    ),
)


@given(CHANGES, CHANGES)
def test_conflicts_are_the_fields_that_both_changed(ours: dict[Any, int], theirs: dict[Any, int]) -> None:
    mine, other = changed(ours), changed(theirs)

    merge = merged(BASE, mine, other)

    expected: Counter[str] = Counter()
    for at, old in enumerate(BASE.sections):
        for name in VALUES:
            base, one, two = (getattr(each, name) for each in (old, mine.sections[at], other.sections[at]))
            result = getattr(merge.record.sections[at], name)
            assert result == (two if one == base else one)
            expected[name] += base not in (one, two) and one != two
    assert Counter(each.field for each in merge.conflicts) == +expected
    assert set(FIELDS) >= set(expected)


def changed(steps: dict[Any, int]) -> StandardFile:
    """Make what one person made of the standard."""
    rows = list(BASE.sections)
    for (at, name), choice in steps.items():
        value = VALUES[name][choice]
        if name == "body":
            first, _, last = rows[at].body.split("\n")
            value = f"{first}\n{value}\n{last}"
        made: dict[str, Any] = {name: value}
        rows[at] = replace(rows[at], **made)
    return replace(BASE, sections=tuple(rows))
