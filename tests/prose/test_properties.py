"""What holds for any body: the fast lanes agree with the parser, and no word is lost."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.prose import markdown

SIGNS = (
    *(
        "#",
        "# ",
        "## ",
        "-",
        "- ",
        "+",
        "+ ",
        "*",
        "* ",
        "_",
        "**",
        "1.",
        "1. ",
        "12) ",
        "=",
        "==",
        "---",
        "> ",
        "|",
        "|--|",
    ),
    *(
        "\n",
        "\n\n",
        " ",
        "  ",
        "    ",
        "\t",
        "\\",
        "\\\n",
        "`",
        "```",
        "~~~",
        "<",
        ">",
        "<b>",
        "&amp;",
        "&",
        "[",
        "](",
        ")",
    ),
    *(
        "!",
        "<!--",
        "\r",
        "\r\n",
        "\x0b",
        "\x0c",
        "\x85",
        "\u2028",
        "\xa0",
        "\u3000",
        "\u00ad",
        "\ufeff",
        "\0",
        ".",
        ":",
    ),
    *("a", "ord", "b c", "é", "1", "99", "§", "–", "Æ", "0", ")."),
)
ROWS = (
    *(
        "| a | b |",
        "|--|--|",
        "| c |  |",
        "|||",
        "| a |",
        "|--|",
        "a | b",
        "| a | b | c |",
        "|",
        "",
        "x",
        "- | a | b |",
    ),
    *(
        "> | a | b |",
        " | a | b | ",
        "| a \\| b |",
        "|:-|-:|",
        "| [a](https://x.dk) | b |",
        "\xa0| a | b |",
        "| a |\r| b |",
    ),
)
LINKS = (
    "[",
    "[a",
    "[a b-c]",
    "\n[d](https://x.dk)\n",
    "](https://x.dk/a-b)",
    "](http://x.dk)",
    "](https://xn--x.dk/)",
    "](https://x.dk",
    "](tel:1)",
    "![",
)
BODIES = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join) | st.text("# -+*1.\n \\>|=a", max_size=16)


@settings(max_examples=400, deadline=None)
@given(BODIES | st.lists(st.sampled_from((*SIGNS, *LINKS)), max_size=10).map("".join))
@example("a [b](https://x.dk) ![c](https://x.dk)\n[d](https://x.dk)\n===")
@example("\\[a](https://x.dk) [[b](https://x.dk)](https://x.dk) [1. c](https://x.dk)")
@example("a\\\n")
@example("# a\\\nb")
@example("-     a")
def test_words_are_those_of_the_parser(body: str) -> None:
    words = prose.normal(" ".join(prose.block_texts(prose.blocks(body))))

    assert words == prose.text(body)


@settings(max_examples=300, deadline=None)
@given(
    BODIES
    | st.lists(st.sampled_from((*SIGNS, "](javascript:x)", "![", "<br/>", "<a@b.c>")), max_size=10).map("".join)
    | st.lists(st.sampled_from((*SIGNS, *LINKS)), max_size=10).map("".join)
    | st.lists(st.sampled_from(ROWS), max_size=7).map("\n".join)
)
@example("-     a")
@example("1)     a")
@example("- \t    a")
@example("[a](https://x.dk) [b](javascript:x)")
@example("[![a](https://x.dk)](https://x.dk)")
def test_no_problem_is_missed(body: str) -> None:
    assert markdown.parse(body).problems == prose.problems(body)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SIGNS) | st.integers(0, 99).map(lambda number: f"ord{number}x"), max_size=14))
def test_no_word_is_lost(pieces: list[str]) -> None:
    body = "".join(pieces)
    words = re.findall(r"ord\d+x", body)
    pictures = "![" in body  # their addresses are not published, and that is told

    assert pictures or [each for each in words if each not in prose.text(body) + str(prose.blocks(body))] == []


@settings(max_examples=200, deadline=None)
@given(BODIES)
def test_problems_stand_on_lines_of_the_body(body: str) -> None:
    lines = len(re.split(r"\r\n|\r|\n", body))

    assert [each for each in prose.problems(body) if not 1 <= each.line <= lines] == []


@settings(max_examples=100, deadline=None)
@given(st.text(" \n\t\xa0ab7", max_size=12), st.text(" ab7§", max_size=6))
def test_a_quote_stands_where_its_words_stand(text: str, quote: str) -> None:
    folded, words = prose.normal(text), prose.normal(quote)
    found = bool(words) and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", folded))

    assert found <= prose.stands(words, folded)
    assert prose.stands(words, folded) <= (words in folded)
