"""Pasting: what is left of what programs put on the clipboard."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd import prose
from qstd.messages import words
from qstd.verbs.editing import paste

CASES = Path(__file__).parent.parent / "cases" / "paste"


@pytest.mark.parametrize("name", sorted(each.stem for each in CASES.glob("*.html")))
def test_what_is_left(name: str) -> None:
    source = (CASES / f"{name}.html").read_text("utf-8")
    assert paste.pasted(source).markdown == (CASES / f"{name}.md").read_text("utf-8").rstrip("\n")


def test_pictures_are_told() -> None:
    made = paste.pasted("<p>Se her</p><img src='x.png' alt='Et kort'>")
    assert [words(each, "da") for each in made.notes] == ["Billeder sættes ikke ind."]


@pytest.mark.parametrize("source", ["", "<p></p>", "<script>x</script>", "<b>" * 5000 + "x"])
def test_nothing_to_paste_is_no_fault(source: str) -> None:
    assert paste.pasted(source).markdown in ("", "x")


def test_too_much_is_said() -> None:
    made = paste.pasted("<p>x</p>" * (paste.MOST // 4))
    assert made.markdown == ""
    assert "mindre bidder" in words(made.notes[0], "da")


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1)
    )
)
def test_words_stay(paragraphs: list[str]) -> None:
    escaped = [each.replace("&", "&amp;").replace("<", "&lt;") for each in paragraphs]
    made = paste.pasted("".join(f"<p>{each}</p>" for each in escaped)).markdown
    letters = [each for each in "".join(paragraphs) if each.isalnum() and each.isascii()]
    assert [each for each in prose.text(made) if each.isalnum() and each.isascii()] == letters
