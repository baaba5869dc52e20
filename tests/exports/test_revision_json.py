"""A revision for machines: a script can rebuild both versions from it."""

import json
from typing import Any

from hypothesis import given, settings

from qstd.compare.versions import Side, revise
from qstd.model.document import Link, Text
from qstd.model.revision import JOINT, Leaf, Revision, Span, Step, Version
from qstd.model.standard import Standard
from qstd.site.data import revision_data
from tests.exports.made import revisions
from tests.standards_strategies import standards


def exported(revision: Revision) -> Any:
    return json.loads(revision_data(revision, "da"))


def texts(whole: Any, side: str) -> list[str]:
    return [leaf["text"] for step in whole["steps"] for leaf in step[side]]


@given(revisions())
@settings(max_examples=60, deadline=None)
def test_the_steps_are_both_versions(revision: Revision) -> None:
    whole = exported(revision)

    assert texts(whole, "old") == [each.text for each in revision.old.leaves]
    assert texts(whole, "new") == [each.text for each in revision.new.leaves]
    assert whole["same"] == revision.same


@given(revisions())
@settings(max_examples=60, deadline=None)
def test_the_spans_are_both_texts(revision: Revision) -> None:
    whole = exported(revision)
    away = {step["move"]: step["old"] for step in whole["steps"] if step["kind"] == "moved_away"}
    for step in whole["steps"]:
        if step["spans"]:
            source = away[step["move"]] if step["kind"] == "moved_here" else step["old"]
            assert "".join(each["old"] for each in step["spans"]) == JOINT.join(leaf["text"] for leaf in source)
            assert "".join(each["new"] for each in step["spans"]) == JOINT.join(leaf["text"] for leaf in step["new"])


@given(standards(), standards())
@settings(max_examples=40, deadline=None)
def test_real_steps_are_both_versions_too(one: Standard, other: Standard) -> None:
    revision = revise(Side("k/a", "HEAD~1", one, "K"), Side("k/a", "", other, "K"))
    whole = exported(revision)

    assert texts(whole, "old") == [each.text for each in revision.old.leaves]
    assert texts(whole, "new") == [each.text for each in revision.new.leaves]
    for step in whole["steps"]:
        if step["kind"] == "edited":
            old, new = (JOINT.join(leaf["text"] for leaf in step[side]) for side in ("old", "new"))
            read = ["".join(each[side] for each in step["spans"]) for side in ("old", "new")]
            assert read == [old, new] if step["spans"] else old == new


@given(revisions())
@settings(max_examples=20, deadline=None)
def test_same_revision_same_bytes(revision: Revision) -> None:
    assert revision_data(revision, "da") == revision_data(revision, "da")


def version(target: str, text: str) -> Version:
    leaf = Leaf("paragraph", 0, text, ((Link(target, (Text(text),)),),))
    return Version("lejre/a", "", "T", "lejre", "sel-99", "in_force", None, (("1", "Klage", "complaints"),), (leaf,))


def test_a_link_that_leads_elsewhere_shows() -> None:
    old, new = version("https://example.org/a", "Se her"), version("https://example.org/b", "Se her")
    step = Step("edited", (0,), (0,), (Span("same", 0, 6, 0, 6),), "substantive")

    shown = exported(Revision(old, new, (step,)))["steps"][0]

    assert shown["old"][0]["marks"] == [{"kind": "link", "text": "Se her", "href": "https://example.org/a"}]
    assert shown["new"][0]["marks"][0]["href"] == "https://example.org/b"
    assert shown["spans"] == [{"op": "same", "old": "Se her", "new": "Se her", "move": 0}]
