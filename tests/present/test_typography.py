"""Places where a line must not break; ~ stands for the space that does not break."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.present.slugs import slug
from qstd.present.typography import NBSP, glue

PIECES = st.sampled_from(
    (
        "§",
        " ",
        "99",
        "afsnit",
        "år",
        "dage",
        "kr.",
        "stk.",
        "nr.",
        "-",
        "–",
        "46",
        "4644",
        "12345678",
        ".",
        "x",
        "\n",
        "%",
    )
)


@pytest.mark.parametrize(
    "expected",
    [
        "efter §~99 og §~83 a",
        "se afsnit~6",
        "inden for 7~dage, 4~uger eller 1~døgn",
        "voksne 18~–~64~år",
        "1.105~kr. pr. måned",
        "stk.~2, nr.~3",
        "Telefon 46~46~44~20 eller 4646~4420",
        "5~% af 2~timer",
        "12 børn og 3 åringer",
        "46~46~44~20 1, 146 46 44 20",
        "§ a, stk. x, afsnittet 6",
    ],
)
def test_glue(expected: str) -> None:
    assert expected.replace("~", NBSP) == glue(expected.replace("~", " "))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=20))
def test_the_words_stay(text: str) -> None:
    glued = glue(text)

    assert text.replace(NBSP, " ") == glued.replace(NBSP, " ")
    assert glued == glue(glued)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målgruppe", "maalgruppe"),
        ("Støtte- og kontaktperson", "stoette-og-kontaktperson"),
        ("  § 99!  ", "99"),
        ("ÆØÅ", "aeoeaa"),
        ("local_history", "local-history"),
        ("§", ""),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert expected == slug(text)
