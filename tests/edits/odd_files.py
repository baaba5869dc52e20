"""Standards' files as people write them: comments anywhere, quotes of every kind, lists set in or not, long lines."""

from typing import Any

from hypothesis import strategies as st

_LETTERS = st.sampled_from(
    [*"abcæøåÆ§123 .,:;-#'\"!?{}[]()&*%@|>\\/=+_~`", "  ", "\u00a0", "€", "😀", "no", "null", "- "]
)
_LINE = st.lists(_LETTERS, min_size=1, max_size=12).map("".join)
COMMENTS = ("# gennemse: se på det her", "#", "# - ikke et punkt", "#  body: |")


def words() -> st.SearchStrategy[str]:
    """Texts that a file can hold: one line, or several."""
    line = _LINE.filter(lambda each: each.strip() != "")
    many = st.lists(st.one_of(line, st.just("")), min_size=2, max_size=5).map("\n".join)
    ends = st.sampled_from(["", "\n", "\n\n"])
    return st.one_of(
        line, line.map(str.strip), st.tuples(many, ends).map("".join), st.sampled_from(["", "12:30", "010", "true"])
    )


@st.composite
def odd_file(draw: st.DrawFn) -> str:
    """A file with a title, a status, sections and facts."""
    lines = draw(_comments(0))
    lines += _key(draw, "title", draw(words()), 0)
    lines += _key(draw, "status", "draft", 0)
    count = draw(st.integers(0, 3))
    offset = draw(st.sampled_from([0, 0, 2, 4]))
    if not count:
        lines.append(draw(st.sampled_from(["sections: []", "sections: [ ]  # tom"])))
    else:
        lines.append(draw(st.sampled_from(["sections:", "sections:  # afsnit", '"sections":'])))
    for number in range(count):
        lines += draw(_comments(offset)) + _section(draw, number, offset)
        lines += draw(st.sampled_from([[], [], [""], ["", ""]]))
    lines += draw(
        st.sampled_from(
            [[], ["facts: []"], ["facts:", "- {kind: age, min: 18, evidence: {section: price, quote: over 18 år}}"]]
        )
    )
    lines += draw(_comments(0))
    text = "\n".join(lines) + draw(st.sampled_from(["\n", "\n", "", "\n\n"]))
    return text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text


def _comments(indent: int) -> st.SearchStrategy[list[str]]:
    one = st.sampled_from(COMMENTS).map(lambda each: " " * indent + each)
    return st.lists(st.one_of(one, st.just("")), max_size=2)


def _section(draw: st.DrawFn, number: int, offset: int) -> list[str]:
    inner = offset + 2
    out = _key(draw, "topic", draw(st.sampled_from(["price", "purpose"])) + str(number), inner)
    out += _key(draw, "heading", draw(words().filter(lambda each: "\n" not in each)), inner)
    if draw(st.booleans()):
        out += draw(_comments(inner))
    out += _key(draw, "body", draw(words()), inner)
    lead = " " * offset + "-"
    if draw(st.integers(0, 5)) == 0:
        return [lead + draw(st.sampled_from(["", "  # et afsnit"])), *out]
    return [lead + " " + out[0][inner:], *out[1:]]


def _key(draw: st.DrawFn, name: str, value: str, indent: int) -> list[str]:
    """Write a key with its value in some style that can hold it."""
    head = " " * indent + name + ":"
    styles = [style for style in ("plain", "single", "double", "literal") if _fits(style, value)]
    style = draw(st.sampled_from(styles))
    comment = draw(st.sampled_from(["", "", "  # note"]))
    if style == "literal":
        sign = "|-" if not value.endswith("\n") else "|+" if value.endswith("\n\n") else "|"
        deep = " " * (indent + draw(st.sampled_from([2, 2, 4])))
        own = value.removesuffix("\n").split("\n")
        return [f"{head} {sign}{comment}", *(deep + each if each else "" for each in own)]
    if style == "plain":
        return [f"{head} {value}{comment}"]
    if style == "single":
        return [head + " '" + value.replace("'", "''") + "'" + comment]
    return [f"{head} {_double(value)}{comment}"]


def _double(value: str) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _fits(style: str, value: str) -> bool:
    if style == "double":
        return True
    if style == "literal":
        lines = value.split("\n")
        given: Any = [each for each in lines if each.strip()]
        return (
            bool(given)
            and not value.startswith("\n")
            and not given[0].startswith(" ")
            and all(each.strip() or not each for each in lines)
        )
    if "\n" in value:
        return False
    if style == "single":
        return bool(value)
    return (
        bool(value)
        and value.replace(" ", "").replace(".", "").isalpha()
        and value == value.strip()
        and value not in ("null", "true", "no")
    )
