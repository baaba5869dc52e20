"""Edits of a YAML text: what is asked for is there, and every other byte is as it was."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qstd.edits.patch import patched
from qstd.edits.patch.asked import as_asked
from qstd.model.edit import Drop, Edit, Insert, Move, Put, UneditableError
from qstd.yaml_source import Parsed, parse
from qstd.yaml_source.spans import Node, spans
from tests.edits.odd_files import odd_file, words

ROOT = Path(__file__).parent.parent.parent
MANY = settings(
    max_examples=int(os.environ.get("QSTD_FUZZ", "0")) or 150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# An empty line that comes to stand below such a block would be part of it, so the block is written in another way.
_KEEPS_EMPTY_LINES = re.compile(r"[|>]\d?\+")
KINDS = {"put": Put, "drop": Drop, "insert": Insert, "move": Move}


def values(text: str) -> Any:
    return parse(text.encode()).value


# ---------- Cases ----------


def _cases() -> list[Any]:
    import yaml

    folder = ROOT / "tests" / "cases" / "edits"
    return [
        pytest.param(each, id=f"{file.stem}: {each['about']}")
        for file in sorted(folder.glob("*.yaml"))
        for each in yaml.safe_load(file.read_text("utf-8"))
    ]


def _edit(given: dict[str, Any]) -> Edit:
    kind = next(each for each in KINDS if each in given)
    path = tuple(given[kind])
    if kind == "move":
        return Move(path, given["to"])
    if kind == "drop":
        return Drop(path)
    return KINDS[kind](path, given["value"], tuple(given.get("after", ())))  # type: ignore[no-any-return]  # a class among several of one shape


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    edits = [_edit(each) for each in case["edits"]]
    if "after" in case:
        assert patched(case["before"], edits) == case["after"]
    else:
        with pytest.raises(UneditableError):
            patched(case["before"], edits)


# ---------- Properties ----------


def _paths(node: Node, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = node.names() if node.kind == "map" else range(len(node.items))
    inside = [(*path, step) for step in steps]
    return inside + [
        below for step, item in zip(steps, node.items, strict=True) for below in _paths(item, (*path, step))
    ]


def _node(root: Node, path: tuple[Any, ...]) -> Node:
    for step in path:
        found = root.at(step)
        assert found is not None
        root = found
    return root


@given(st.data(), odd_file())
@MANY
def test_put_changes_one_value_and_nothing_around_it(data: st.DataObject, text: str) -> None:
    root = spans(text.replace("\r\n", "\n"))
    assert root is not None
    scalars = [each for each in _paths(root) if _node(root, each).kind == "scalar"]
    path = data.draw(st.sampled_from(scalars))
    edit = Put(path, data.draw(words()))
    made = patched(text, [edit])
    assert values(made) == as_asked(values(text), edit)
    plain, after = text.replace("\r\n", "\n"), made.replace("\r\n", "\n")
    node = _node(root, path)
    key_line = plain.rfind("\n", 0, node.start) + 1
    assert after.startswith(plain[:key_line] if node.start != node.end else plain[: _home(root, path)])
    rest = plain[plain.find("\n", node.end) :] if "\n" in plain[node.end :] else ""
    assert after.endswith(rest)
    assert ("\r\n" in made) == ("\r\n" in text)
    back = patched(made, [Put(path, _value(values(text), path))])
    assert values(back) == values(text)


def _home(root: Node, path: tuple[Any, ...]) -> int:
    home = _node(root, path[:-1])
    return home.keys[home.names().index(path[-1])].start if home.kind == "map" else home.start


def _value(root: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        root = root[step]
    return root


@given(st.data(), odd_file())
@MANY
def test_entries_come_and_go_and_move(data: st.DataObject, text: str) -> None:
    count = len(values(text)["sections"])
    kind = data.draw(st.sampled_from(["insert", "drop", "move"] if count else ["insert"]))
    at = data.draw(st.integers(0, count - (kind != "insert")))
    edit: Edit
    if kind == "insert":
        edit = Insert(("sections", at), {"topic": "price", "heading": "Ny", "body": "Linje en.\nLinje to.\n"})
    elif kind == "drop":
        edit = Drop(("sections", at))
    else:
        edit = Move(("sections", at), data.draw(st.integers(0, count - 1)))
    made = patched(text, [edit])
    assert values(made) == as_asked(values(text), edit)
    old, new = text.split("\n"), made.split("\n")
    if kind == "move":
        assert sorted(old) == sorted(new) or _KEEPS_EMPTY_LINES.search(text)
    elif kind == "insert":
        assert _is_within([each for each in old if ": [" not in each], new)
        assert patched(made, [Drop(("sections", at))]).count("\n") <= text.count("\n") + 1
    else:
        assert _is_within([each for each in new if ": [" not in each], old)


def _is_within(few: list[str], many: list[str]) -> bool:
    """Tell whether lines stand among others in their order."""
    rest = iter(many)
    return all(each in rest for each in few)


@given(st.data(), odd_file())
@MANY
def test_keys_come_and_go(data: st.DataObject, text: str) -> None:
    count = len(values(text)["sections"])
    home: tuple[Any, ...] = (
        ("sections", data.draw(st.integers(0, count - 1))) if count and data.draw(st.booleans()) else ()
    )
    keys = list(_value(values(text), home))
    gone = data.draw(st.sampled_from(keys))
    if len(keys) > 1:
        made = patched(text, [Drop((*home, gone))])
        assert values(made) == as_asked(values(text), Drop((*home, gone)))
    fresh = Put((*home, "fresh"), data.draw(words()), (data.draw(st.sampled_from(keys)),))
    grown = patched(text, [fresh])
    assert values(grown) == as_asked(values(text), fresh)
    assert values(patched(grown, [Drop(fresh.path)])) == values(text)


@pytest.mark.parametrize("value", ["\ud800", "x\n\ud800", {"a": "\udfff"}, "\0", "\x07"])
def test_what_no_file_can_hold_is_not_put_in(value: Any) -> None:
    with pytest.raises(UneditableError):
        patched("a: 1\n", [Put(("a",), value)])


@pytest.mark.parametrize(
    "edit",
    [Put((), 1), Drop(()), Insert((), 1), Insert((0,), 1), Insert(("l", "x"), 1), Move((), 0), Move(("l", 9), 0)],
)
def test_a_path_that_leads_nowhere_is_refused(edit: Edit) -> None:
    with pytest.raises(UneditableError):
        patched("l: [a]\nb: 1\n", [edit])


def _files() -> list[Path]:
    files = [*(ROOT / "standards").rglob("*.yaml"), *(ROOT / "tests" / "cases").glob("**/standards/**/*.yaml")]
    return sorted(each for each in files if _is_whole(parse(each.read_bytes())))


def _is_whole(parsed: Parsed) -> bool:
    return not parsed.problems and isinstance(parsed.value, dict)


@pytest.mark.parametrize("file", _files(), ids=lambda each: "/".join(each.parts[-3:]))
def test_every_value_of_our_own_files_can_be_changed_and_changed_back(file: Path) -> None:
    text = file.read_bytes().decode()
    root = spans(text)
    assert root is not None
    for path in _paths(root):
        if _node(root, path).kind == "scalar":
            old = _value(values(text), path)
            if not isinstance(old, str):
                continue
            made = patched(text, [Put(path, f"{old}mere\n" if old.endswith("\n") else f"{old}x")])
            assert made != text
            assert patched(made, [Put(path, old)]) == text, path
