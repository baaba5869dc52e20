"""Names and addresses in a Word file: what may be linked to, and what a bookmark is called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd.writers.docx_names import SECTION_PREFIX, address, attribute, bookmark


@pytest.mark.parametrize(
    ("href", "target"),
    [
        (
            "https://www.retsinformation.dk/eli/lta/2025/1129#P99",
            "https://www.retsinformation.dk/eli/lta/2025/1129#P99",
        ),
        ("HTTPS://Example.org", "https://example.org"),
        ("https://blåbær.dk/æ ø?a=100%", "https://xn--blbr-roah.dk/%C3%A6%20%C3%B8?a=100%25"),
        ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&b=2#c"),
        ("mailto:post@example.org", "mailto:post@example.org"),
        ("tel:+45 12 34 56 78", "tel:+4512345678"),
    ],
)
def test_safe_addresses_are_targets(href: str, target: str) -> None:
    assert address(href) == target


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "\\\\server\\share",
        "//example.org/x",
        "https:example.org",
        "https://user:secret@example.org/",
        "https://exa mple.org/",
        "https://a..b/",
        "https://[::1]/",
        "https://example.org/\x00",
        "mailto:",
        "mailto:a b",
        "tel:abc",
        "../anden.html",
        "anden.html#a1",
        "#findes-ikke",
        "",
        "https://example.org/" + "x" * 3000,
    ],
)
def test_other_addresses_are_not(href: str) -> None:
    assert address(href) == ""


@given(href=st.text() | st.text().map("https://example.org/".__add__) | st.text().map("mailto:".__add__))
def test_a_target_is_a_plain_address(href: str) -> None:
    assert re.fullmatch(r"((https?://|mailto:|tel:\+?\d)[!#-;=?-Z_a-z~]*)?", address(href))


@given(name=st.text(min_size=1))
def test_a_bookmark_is_valid(name: str) -> None:
    assert re.fullmatch(r"qstd_[A-Za-z0-9_]{1,35}", bookmark(name, SECTION_PREFIX))


@pytest.mark.parametrize(
    ("section", "name"),
    [("need", "qstd_need"), ("follow-up", "qstd_follow_up"), ("special_2", "qstd_special_2")],
)
def test_a_usual_section_keeps_its_name(section: str, name: str) -> None:
    assert bookmark(section, SECTION_PREFIX) == name


def test_names_that_were_cut_or_changed_stay_apart() -> None:
    assert bookmark("x" * 60, SECTION_PREFIX) != bookmark("x" * 61, SECTION_PREFIX)
    assert bookmark("æ", "_") != bookmark("ø", "_")
    assert bookmark("A1", "_").lower() != bookmark("a1", "_").lower()


def test_an_attribute_is_one_line_between_quotes() -> None:
    assert attribute('a"b\n<c>&\x00') == "a&quot;b &lt;c&gt;&amp;"
