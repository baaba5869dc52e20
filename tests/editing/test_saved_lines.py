"""A save of one field changes the lines of that field and no other byte of the file, however the file is written; also
where somebody else has changed another field meanwhile.
"""

import os
import re
import tempfile
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qstd.edits.patch import patched
from qstd.model.edit import Put, UneditableError
from qstd.model.standard import StandardFile
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.saving import Saved, save
from qstd.yaml_source.spans import Node, spans
from tests.editing.places import ANNA, REF, file_of, small, write
from tests.edits.odd_files import odd_file, words

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
FIELD = tuple[str | int, ...]


def whole_file(text: str) -> str:
    """A file that says all that one must."""
    text = re.sub(r"(?m)^title: (?:''|\"\")", "title: Støtte", text)
    end = "\r\n" if "\r\n" in text else "\n"
    return f"schema: 1{end}service: sel-99  # ydelsen{end}{text}"


def fields(root: Node) -> list[FIELD]:
    """The fields that a writer changes."""
    sections = root.at("sections")
    count = len(sections.items) if sections else 0
    return [("title",), *(("sections", number, key) for number in range(count) for key in ("heading", "body"))]


def lines_of(text: str, path: FIELD) -> tuple[int, int]:
    """The first byte of the first line of a field, and the one after its last line."""
    node = root = spans(text)
    assert root is not None
    for step in path:
        assert node is not None
        node = node.at(step)
    assert node is not None
    start, end = text.rfind("\n", 0, node.start) + 1, text.find("\n", node.end)
    return start, end + 1 if end >= 0 else len(text)


def outside(text: str, *paths: FIELD) -> list[str]:
    """What stands between the lines of some fields."""
    out, at = [], 0
    for start, end in sorted(lines_of(text, path) for path in paths):
        out.append(text[at:start])
        at = end
    return [*out, text[at:]]


@given(st.data(), odd_file().map(whole_file), words(), words(), st.booleans())
@settings(max_examples=EXAMPLES, deadline=None)
def test_only_the_lines_of_the_fields_differ(
    data: st.DataObject, text: str, own: str, other: str, meanwhile: bool
) -> None:
    plain = text.replace("\r\n", "\n")
    root = spans(plain)
    assert root is not None
    path, elsewhere = data.draw(st.permutations([*fields(root), ("status",)]))[:2]
    with tempfile.TemporaryDirectory() as folder:
        drafts = Drafts(small(Path(folder)))
        write(drafts.desk, text)
        try:
            drafts.change(REF, ANNA, [Put(path, _fit(path, own))], "x")
            if meanwhile:
                write(drafts.desk, patched(text, [Put(elsewhere, _fit(elsewhere, other))]))
        except UneditableError:
            assume(False)
        found = save(drafts.desk, drafts, REF, ANNA)
        made = file_of(drafts.desk).read_bytes().decode()

    assert isinstance(found, Saved)
    after = made.replace("\r\n", "\n")
    before = outside(plain, path, *([elsewhere] if meanwhile else []))
    assert after.startswith(before[0])
    assert after.endswith(before[-1])
    assert all(each in after for each in before)
    assert ("\r\n" in made) == ("\r\n" in text)
    assert found.draft.file is not None
    assert _value(found.draft.file, path) == _fit(path, own)
    assert not meanwhile or _value(found.draft.file, elsewhere) == _fit(elsewhere, other)


def _fit(path: FIELD, text: str) -> str:
    """A value that a field can have."""
    if path == ("status",):
        return "approved" if text else "draft"
    return text if path != ("title",) or text.strip() else "Støtte"


def _value(file: StandardFile, path: FIELD) -> object:
    return getattr(file, str(path[0])) if len(path) == 1 else getattr(file.sections[int(path[1])], str(path[2]))
