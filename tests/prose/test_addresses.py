"""Which addresses may be published."""

import pytest

from qstd import prose
from qstd.model.document import Link, Paragraph

SAFE = [
    *("https://example.org", "HTTPS://example.org/æ?b=1#c", "http://example.org:8080/"),
    *("mailto:post@example.org", "tel:+4512345678"),
    *("#afsnit", "/fra-roden", "./her", "../op/her.html", "side.html", "side", "æøå/hjælp.html"),
    *("a/b:c", "side?x=a:b", "side#a:b", "mailto"),
]
UNSAFE = [
    *("javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", "vbscript:x"),
    *("file:///etc/passwd", "ftp://example.org", "blob:https://example.org/x", "C:\\skema.doc"),
    *("java\tscript:alert(1)", "java\nscript:alert(1)", "java\x00script:alert(1)", "javascript\t:x"),
    *("\x01javascript:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)", "\u00a0javascript:x"),
    *("//example.org", "/\\example.org", "\\\\example.org", "/\t/example.org", "https:example.org"),
    *("", "?x=1", ":", "a\n"),
]


@pytest.mark.parametrize("address", SAFE)
def test_safe(address: str) -> None:
    assert prose.safe(address)


@pytest.mark.parametrize("address", UNSAFE, ids=repr)
def test_unsafe(address: str) -> None:
    assert not prose.safe(address)


DISGUISED = [
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](< javascript:alert(1)>)",
    "[x](vbscript:x 'title')",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](java\\script:alert(1))",
    "<javascript:alert(1)>",
    "<JavaScript:alert(1)>",
    "![x](javascript:alert(1))",
    "[![x](y)](javascript:alert(1))",
    "[x](//example.org)",
]


@pytest.mark.parametrize("body", DISGUISED)
def test_no_disguise_makes_a_link(body: str) -> None:
    links = [
        inline
        for block in prose.blocks(body)
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Link)
    ]

    assert [each for each in links if "script" in each.href.casefold() or "data:" in each.href] == []
    assert prose.problems(body)
