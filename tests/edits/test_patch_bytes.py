"""Edits of files in odd styles, held against where a value was written, which the writer of the file noted itself."""

import os
import re
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from qstd.edits.patch import patched
from qstd.edits.patch.asked import as_asked, same
from qstd.model.edit import Drop, Edit, Insert, Move, Put
from qstd.yaml_source import parse
from tests.edits.odd_files import words
from tests.edits.odd_writing import Path, Spot, Written, odd_writing

MANY = settings(
    max_examples=int(os.environ.get("QSTD_FUZZ", "0")) or 60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
VALUES = st.one_of(
    words(), words(), words(), st.none(), st.booleans(), st.integers(-3, 3000), st.just({"a": "b", "c": ["d", "e\nf\n"]}),
    st.just(["x, y", {"k": True}]), st.just({}), st.just([]),
)  # fmt: skip


def said(text: str) -> Any:
    parsed = parse(text.encode())
    assert not parsed.problems
    return parsed.value


def made_of(text: str, edit: Edit) -> str:
    """Make an edit, and see that it says what was asked."""
    made = patched(text, [edit])
    assert same(said(made), as_asked(said(text), edit))
    return made


def value_at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def drawn(data: st.DataObject, written: Written, wanted: Any) -> Path:
    found = [path for path, spot in written.spots.items() if wanted(path, spot)]
    assume(found)
    return data.draw(st.sampled_from(found))


def shown(written: Written, path: Path) -> Spot:
    """The place of a value, or of the brackets that it stands in."""
    while written.spots[path].flow:
        path = path[:-1]
    return written.spots[path]


def entries(written: Written, home: Path) -> list[Spot]:
    return [written.spots[(*home, at)] for at in range(len(value_at(written.value, home)))]


def is_list(written: Written) -> Any:
    """Tell of a path whether a list with entries on lines of their own stands there."""

    def found(path: Path, spot: Spot) -> bool:
        value = value_at(written.value, path)
        return isinstance(value, list) and bool(value) and not written.spots[(*path, 0)].flow

    return found


@given(st.data(), odd_writing())
@MANY
def test_the_writer_is_right(data: st.DataObject, written: Written) -> None:
    assert same(said(written.text), written.value)


@given(st.data(), odd_writing(), VALUES)
@MANY
def test_put_touches_the_value_alone(data: st.DataObject, written: Written, value: Any) -> None:
    path = drawn(data, written, lambda path, spot: True)
    text, spot = written.text, shown(written, path)
    made = made_of(text, Put(path, value))
    before, after = text[: spot.start], text[spot.line_end :]
    if isinstance(value, (dict, list)):  # its first line may be the next one
        before = before.rstrip(" ")
    if not same(value_at(written.value, path), value):
        assert made.startswith(before)
        # At the end of a file without a last line's end, it may have got one.
        assert made.endswith(after) or (text[-1:] != "\n" and made.endswith(f"{after}\n"))
        assert spot.note.strip() in made[len(before) : len(made) - len(after)]
        kept = _kept_sign(text, spot, value) if not written.spots[path].flow else ""
        assert made[spot.start :].startswith(kept)
    assert same(said(patched(made, [Put(path, value_at(written.value, path))])), written.value)


def _kept_sign(text: str, spot: Spot, value: Any) -> str:
    """The sign with which a value begins that comes in the place of another, where that one's style can hold it."""
    sign = text[spot.start : spot.end][:1]
    if not isinstance(value, str) or not value.strip() or sign not in ("|", "'", '"'):
        return ""
    if sign == "|" or "\n" not in value:
        return "" if sign == "|" and _ends_oddly(value) else sign
    return ""


def _ends_oddly(value: str) -> bool:
    """Tell of a text that a block can hold only where no empty line follows, or that ends in spaces."""
    return value.endswith("\n\n") or not value.splitlines()[-1].strip()


@given(st.data(), odd_writing(), words())
@MANY
def test_an_entry_comes_and_goes_alone(data: st.DataObject, written: Written, body: str) -> None:
    home = drawn(data, written, is_list(written))
    text, spots = written.text, entries(written, home)
    at = data.draw(st.integers(0, len(spots)))
    made = made_of(text, Insert((*home, at), data.draw(st.sampled_from([body, {"topic": "price", "body": body}]))))
    cut = spots[at].own if at < len(spots) else spots[-1].line_end
    assert made.startswith(text[:cut])
    assert made.endswith(text[cut:]) or text[-1:] != "\n"
    assert same(said(patched(made, [Drop((*home, at))])), written.value)


@given(st.data(), odd_writing())
@MANY
def test_a_dropped_entry_takes_its_comments_and_nothing_else(data: st.DataObject, written: Written) -> None:
    home = drawn(data, written, is_list(written))
    text, spots = written.text, entries(written, home)
    at = data.draw(st.integers(0, len(spots) - 1))
    made = made_of(text, Drop((*home, at)))
    before, after = text[: spots[at].own].rstrip(), text[spots[at].line_end :].lstrip()
    if len(spots) > 1:
        assert made.startswith(before)
        assert made.endswith(after)
        assert not made[len(before) : len(made) - len(after)].strip()
    else:
        assert made.endswith(after)
        assert "".join(made.replace("[]", "").split()) == "".join((before + after).replace("[]", "").split())
    old = text.splitlines()
    assert len(spots) == 1 or all(each in old for each in made.splitlines())


@given(st.data(), odd_writing())
@MANY
def test_a_moved_entry_takes_its_comments_and_can_be_moved_back(data: st.DataObject, written: Written) -> None:
    home = drawn(data, written, is_list(written))
    text, spots = written.text, entries(written, home)
    at, to = (data.draw(st.integers(0, len(spots) - 1)) for _ in range(2))
    made = made_of(text, Move((*home, at), to))
    assume(
        not re.search(r"[|>]\d?\+", text)
    )  # a block that keeps empty lines may meet others, and is written otherwise
    assert made.startswith(text[: spots[min(at, to)].own])
    assert made.endswith(text[spots[max(at, to)].line_end :])
    assert all(text[each.own : each.line_end] in made for each in spots)
    assert same(said(patched(made, [Move((*home, to), at)])), written.value)
    assert patched(made, [Move((*home, to), at)]) == text


@given(st.data(), odd_writing(), VALUES)
@MANY
def test_a_key_comes_and_goes_alone(data: st.DataObject, written: Written, value: Any) -> None:
    path = drawn(data, written, lambda path, spot: isinstance(path[-1], str) and not spot.flow)
    text, spot = written.text, written.spots[path]
    home, keys = path[:-1], list(value_at(written.value, path[:-1]))
    grown = made_of(text, Put((*home, "fresh"), value, (str(path[-1]),)))
    assert grown.startswith(text[: spot.line_end])
    assert grown.endswith(text[spot.line_end :])
    back = patched(grown, [Drop((*home, "fresh"))])
    assert back == text or (text[-1:] != "\n" and back.rstrip("\r\n") == text)
    if len(keys) > 1:
        made = made_of(text, Drop(path))
        assert made.startswith(text[: spot.own].rstrip())
        assert made.endswith(text[spot.line_end :].lstrip())
        assert len(made) >= len(text[: spot.own].rstrip()) + len(text[spot.line_end :].lstrip())
