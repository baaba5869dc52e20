"""What is read without libyaml is read exactly as with it, each value in its place, or not at all, however a file was
written or spoilt.
"""

import os
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.corpus import corpus
from bench.corpus.folder import as_yaml
from qstd.edits.layout import dump
from qstd.yaml_source import events, own_places, own_style, parse
from tests.house.files import house_files, texts
from tests.pace import is_even
from tests.yaml_source.test_places import VALUES

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
_SOME = 5  # places that are asked for alone
EACH = 200  # spoilt files in each example: most of them cost no more than to look at
GENERATED = [as_yaml(each) for each in corpus(4, 7)]
STYLES = """\
# yaml-language-server: $schema=x
schema: 1
title: 'It''s'

a:
- b: |
    x

      y
  c: "q # : w"
  # a comment
- d
- >-
  fold
  ed
e:
    f: {a: b, c: [1, -2, 010, ~], d: 'x, y'}
    g:
    - h: no
      i: 12:30
    k: a b  c:d#
    l:
    m: "say \\"x\\""
z: -0
n: null
t: true
u: []
"""
FILES = [text for name, text in texts().items() if name.endswith((".yaml", ".yml", ".case"))]


def says_the_same(data: bytes) -> bool:
    """Whether a file is read as libyaml reads it; False where it is left to libyaml."""
    value = own_style.read(data)
    if value is None:
        return False
    known = events.parse(data)
    # By what they look like: 1 is no True.
    assert (repr(value), ()) == (repr(known.value), known.problems), data.decode()
    assert dict(own_places.Places(data)) == known.places, data.decode()
    each_alone = {path: own_places.Places(data)[path] for path in list(known.places)[-_SOME:]}
    assert each_alone == {path: known.places[path] for path in each_alone}, data.decode()
    return True


# ---------- As files are written ----------


def test_every_file_of_the_house() -> None:
    files = [each for each in house_files() if each.suffix in (".yaml", ".yml", ".case")]

    assert sum(says_the_same(each.read_bytes()) for each in files) > len(files) / 3


FAST = [name for name in texts() if name.startswith(("standards/", "qstd/catalogue/")) and name.endswith(".yaml")]


@pytest.mark.parametrize("text", [*GENERATED, STYLES, *(texts()[each] for each in FAST)])
def test_standards_and_the_catalogue_are_read_without_libyaml(text: str) -> None:
    assert says_the_same(text.encode())


@FUZZ
@given(VALUES.filter(lambda value: value is not None), st.booleans())
def test_whatever_is_written(value: Any, flow: bool) -> None:
    says_the_same(yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, width=1000).encode())
    says_the_same(dump(value).encode())


# ---------- As files are spoilt ----------

BITS = [
    *("\t", ": ", " #", ":", "#", " ", "  ", "   ", "\n", "\n\n", "'", '"', "\\", "- ", "-", "|", ">", "|-", ">-"),
    *("|+", ">2", "\x85", "\u2028", "\u2029", "\ufeff", "\r", "\r\n", "\0", "\x07", "\x7f", "\x9f", "\xa0", "é", "😀"),
    *("\ue000", "\uffff", "\ufffd", "[", "]", "{", "}", ",", ", ", "?", "? ", "&a ", "*a", "!x ", "!!str ", "%", "@"),
    *("`", "~", "null", "0", "-1", "010", "1_000", "<<: ", "---\n", "...\n", "--- ", "a: ", "b:", "a: 1\n", " \n"),
    *("  \n", "=", "0x1f", "1e3", ".5", "- - ", "-\n", "''", '""', "x" * 1100, "two words: ", "!", "&", "*"),
]


def spoilt(text: str, chance: Random) -> str:
    """A file, or some lines of it, with a few things put in, taken out, doubled or moved sideways."""
    lines = text.split("\n")
    if len(lines) > 60:
        start = chance.randrange(len(lines))
        lines = [*lines[start : start + chance.randint(3, 40)], *chance.choice([[""], []])]
    for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 5])):
        number = chance.randrange(len(lines))
        line, bit, less = lines[number], chance.choice(BITS), chance.randint(1, 3)
        indent = len(line) - len(line.lstrip())
        value = line.find(": ") + 2
        at = chance.choice([0, len(line), indent, indent + 2, value - 2, value, chance.randrange(len(line) + 1)])
        changed = [line[:at] + bit + line[at:], line[:at] + line[at + less :], " " * less + line, line[less:], bit]
        lines[number : number + 1] = chance.choice([*([each] for each in changed), [], [line, chance.choice(lines)]])
        lines = lines or [""]
    return "\n".join(lines)


@FUZZ
@given(st.integers(0, 2**32))
def test_files_that_are_spoilt(seed: int) -> None:
    chance = Random(seed)
    kinds = [FILES, GENERATED, [STYLES]]
    for _ in range(EACH):
        says_the_same(spoilt(chance.choice(chance.choice(kinds)), chance).encode("utf-8", "surrogatepass"))


KEYS = ["a", "b", "c", "d", "no", "æ", "1", "a-b", "a b", "-a", "<<", "null", '"k"', "_", "x" * 101, "x" * 1025]
SCALARS = [
    *("x", "no", "010", "-1", "-0", "1", "x y", "x  y", "x: y", "x:y", "x #y", "x#y", "'q'", "'q''r'", "''", "'''"),
    *('""', '"a"', '"a\\"b"', '"\\n"', '"\\\\"', '"a\\"', "[]", "{}", "[a, b]", "{a: b}", "{a: [b, {c: d}]}"),
    *("{a: b, a: c}", "[a, b", "[a,b]", "{a:b}", '{a: "q, ]"}', "[it's]", "['a','b']", "[ a ]", "[a ]", "[a:b]"),
    *("[-1, - 1]", "[?]", "{a: b?}", "[a: b]", "{a: }", "{a: null}", "{x}", "[a, ]", "[[a]]: b", "~", "null", "-"),
    *("--", "-x", "?", "? x", ":x", ":", "a:", "|", "> x", "&a", "*a", "!x", "%x", "@x", "`x", "=", "<<", "---", "..."),
    *("# c", "x ", "\xa0x", "x\xa0", "§ 1", "true", "!!str x", "'a' b", '"a": b', "x\u3000", "a?", "a,b", ",a", "a]"),
    *('"', "'", 'x"y', "x'y", "2001-01-01", "12:30", "1e3", "é: ø", "x:#", "x: #", "x :y", "99999999999999999999"),
]
TEXTS = ["x", "x y", "", "# n", "- z", "a: 1", "x ", "'"]


def some_lines(chance: Random) -> Iterator[str]:
    """Lines of all that is usual, one after the other as chance has it: at times that is YAML."""
    indent = 0
    for _ in range(chance.randint(1, 9)):
        indent = max(0, indent + chance.choice([0, 0, 0, 0, 2, 2, -2, -2, 1, -1, 4, -4]))
        margin, key, scalar = " " * indent, chance.choice(KEYS[:8] + KEYS), chance.choice(SCALARS)
        space, dash = chance.choice(["", " ", " ", " ", "  "]), chance.choice(["", "", "- ", "-  ", "- - "])
        yield from chance.choice(
            [
                [f"{margin}{key}:{space}{scalar}"],
                [f"{margin}{dash}{key}:"],
                [f"{margin}- {scalar}"],
                [f"{margin}{dash}{key}: {scalar}"],
                [f"{margin}{dash}{key}: {chance.choice(['|', '|-', '>', '>-'])}", *_text(indent, chance)],
                [f"{margin}- |", *_text(indent, chance)],
                [chance.choice(["", margin, "# c", f"{margin}# c", "---", "..."])],
            ]
        )


def _text(indent: int, chance: Random) -> Iterator[str]:
    deeper = chance.choice([1, 2, 2, 4])
    for _ in range(chance.randint(0, 4)):
        yield " " * (indent + chance.choice([deeper, deeper, deeper, deeper, 0, 3])) + chance.choice(TEXTS)


@FUZZ
@given(st.integers(0, 2**32))
def test_lines_as_chance_has_them(seed: int) -> None:
    chance = Random(seed)
    for _ in range(EACH):
        says_the_same(("\n".join(some_lines(chance)) + chance.choice(["\n", "\n", "", "\n\n"])).encode())


# ---------- Where reading might take long, and where things stand ----------

LONG = {
    "quotation_marks": "a: " + "''" * 500_000,
    "one_more": "a: '" + "''" * 500_000,
    "words": "a: " + "x " * 500_000,
    "colons": "a: " + "x:" * 500_000,
    "hashes": "a: " + "x #" * 300_000,
    "empty_lines_in_a_text": "a: |\n  x" + "\n" * 900_000 + " y",
    "spaces": " " * 1_000_000,
    "comments": "#\n" * 500_000,
    "entries": "- a\n" * 400_000,
    "brackets": "a: [" + "x, " * 300_000 + "]\n",
    "open_brackets": "a: " + "[" * 900_000,
    "levels": "".join(" " * at + "a:\n" for at in range(1300)),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_no_text_takes_longer_than_it_is(text: str) -> None:
    assert is_even(lambda text: own_style.read(text.encode()), text)


def test_places_are_those_of_libyaml() -> None:
    data = STYLES.encode()

    assert dict(parse(data).places) == dict(events.parse(data).places)
    assert parse(data).places["a", 0, "b"].text_line == 7
