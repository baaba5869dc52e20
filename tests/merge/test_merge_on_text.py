"""The edits of a merge, made on the text of a file, give a file that says what the merge says."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.edits import patch
from qstd.edits.draft import imported
from qstd.merge import changes, merged
from qstd.model.decode import decode
from qstd.model.standard import StandardFile
from qstd.yaml_source import parse
from tests.merge.edited_standards import threes

many = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)


def said(text: str) -> StandardFile:
    """What the text of a file says."""
    source = parse(text.encode())
    assert not source.problems
    return decode(StandardFile, source.value)


@many
@given(threes(), st.data())
def test_the_edits_of_a_merge(three: tuple[StandardFile, StandardFile, StandardFile], data: st.DataObject) -> None:
    texts = [imported(each, {}) for each in three]
    base, ours, theirs = map(said, texts)
    conflicts = merged(base, ours, theirs).conflicts
    merge = merged(base, ours, theirs, {each.id: data.draw(st.sampled_from(each.options)) for each in conflicts})

    assert said(patch.patched(texts[1], merge.edits)) == merge.record


@many
@given(threes())
def test_changes_of_a_file(three: tuple[StandardFile, StandardFile, StandardFile]) -> None:
    texts = [imported(each, {}) for each in three]
    for old in texts:
        for new in map(said, texts):
            assert said(patch.patched(old, changes(said(old), new))) == new
