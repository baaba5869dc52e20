"""Passages: what the file says after something was done to a section."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.edits.patch import patched
from qstd.model.edit import Edit
from qstd.model.standard import StandardFile
from qstd.verbs.editing import passages
from qstd.verbs.editing.files import said
from tests.cases.corpus import HEAD

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "write" / "passages.yaml").read_text("utf-8"))
BODY = """\
sections:
- topic: purpose
  heading: Formål  # kort
  body: Vi hjælper.
- topic: price
  heading: Pris
  body: Hjælpen er gratis.
facts:
- {kind: price, mode: free, evidence: {section: price, quote: Hjælpen er gratis.}}
waive:
- {code: A003, reason: Vi vil, section: price}
"""


def edits(file: StandardFile, do: dict[str, Any]) -> tuple[Edit, ...]:
    if "section" in do:
        return passages.section_edits(file, do["section"], {k: v for k, v in do.items() if k != "section"})
    if "remove" in do:
        return passages.removed(file, do["remove"])
    if "move" in do:
        return passages.moved(do["move"], do["to"])
    if "add" in do:
        return passages.added(file, do["add"], do["topic"])
    return passages.whole_edits(file, do["whole"])


@pytest.mark.parametrize("case", CASES, ids=lambda each: each["about"])
def test_after(case: dict[str, Any]) -> None:
    before = HEAD + BODY
    file = said(before)
    assert file is not None
    made = edits(file, case["do"])
    assert bool(made) is not case.get("same", False)
    text = patched(before, made)
    assert said(text) is not None
    if "after" in case:
        assert text == HEAD + case["after"]
    for each in case.get("has", ()):
        assert each in text, text
    for each in case.get("lacks", ()):
        assert each not in text, text
