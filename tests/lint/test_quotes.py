"""A quote is found where it stands in the published text, and nowhere else, however the body is written."""

import datetime as dt
import os

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.lint.evidence_quote import RULE
from qstd.lint.rule import Around
from qstd.model.facts import Evidence, Temporary
from qstd.model.finding import Place
from qstd.model.standard import Section, Standard

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")) * 4, deadline=None)
AROUND = Around(dt.date(2026, 1, 1), "lejre", None, lambda path, line: Place("x.yaml"))
SIGNS = "aAæ1-+*_#|>[]()<&;:.,!?§»«'\"`~=\\/ \n\t\xa0–"
WORDS = [
    *("7 dage", "17 dage", "hjælp", "- ", "- - ", "1. ", "2) ", "\n\n", "\n- ", "\n    ", "\n---\n", "\n===\n", "  \n"),
    *("[a](https://b.dk/hjælp)", "*a*", "<!-- a -->", "&amp;", "# "),
]
BODIES = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=12).map("".join)


@FUZZ
@given(BODIES, st.data())
def test_a_quote_stands_in_what_is_published(body: str, data: st.DataObject) -> None:
    """Whatever is cut out of the body, or of its text, or is something else."""
    source = data.draw(st.sampled_from([body, prose.text(body)]) | BODIES)
    start = data.draw(st.integers(0, len(source)))
    quote = source[start : start + data.draw(st.integers(0, 20))]
    evidence = Evidence(section="purpose", quote=quote)
    standard = Standard(
        schema=1,
        title="x",
        service="sel-99",
        status="draft",
        sections=(Section(topic="purpose", body=body),),
        facts=(Temporary(kind="temporary", value=True, evidence=evidence),),
    )
    stands = prose.stands(prose.normal(quote), prose.text(body))

    assert bool(list(RULE.standard(standard, AROUND))) != stands
