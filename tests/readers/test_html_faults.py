"""Web pages that are damaged, hostile, in odd encodings, or no pages at all."""

import os
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.messages import words
from qstd.model.outline import paragraphs
from qstd.readers.html import read
from tests.readers.html_parts import codes, outline, unbalanced

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
TEXT = "Støtte på § 99 – æøå"


def text_of(data: bytes) -> str:
    found = read(data, "a.html").outline
    assert found is not None
    return " ".join(para.text for para in paragraphs(found.blocks))


# ---------- encodings


def declared(name: str) -> str:
    return f'<html><head><meta charset="{name}"></head><body><p>{TEXT}</p></body></html>'


NAMES = ["utf-8", "windows-1252", "iso-8859-1", "macintosh", "UTF-16", "nonsens"]
# Nothing but the name tells one old encoding from another; UTF-8 and a mark at the start are known by their bytes.
PAIRS = [(name, encoding) for name in NAMES for encoding in ("utf-8", "utf-8-sig", "utf-16")]
PAIRS += [("macintosh", "mac-roman"), *((name, "cp1252") for name in NAMES if name != "macintosh")]


@pytest.mark.parametrize(("name", "encoding"), PAIRS)
def test_encodings(name: str, encoding: str) -> None:
    data = declared(name).encode(encoding)

    assert text_of(data) == TEXT


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
    ],
)
def test_legacy_encodings_and_none(head: str) -> None:
    data = f"{head}<p>{TEXT}</p>".encode("cp1252")

    assert text_of(data) == TEXT
    assert codes(read(data, "a.html")) == []


def test_a_wrong_declaration() -> None:
    [said] = read(declared("utf-8").encode("cp1252"), "a.html").findings
    assert said.code == "I154"
    assert "UTF-8, men den er gemt i Windows-1252" in words(said.message, "da")

    [said] = read(declared("iso-8859-1").encode(), "a.html").findings
    assert "Windows-1252, men den er gemt i UTF-8" in words(said.message, "da")


def test_two_encodings_in_one_page() -> None:
    data = f"<p>{TEXT}".encode() + " på".encode("cp1252")

    assert text_of(data) == f"{TEXT} på"
    assert codes(read(data, "a.html")) == ["I154"]


def test_letters_that_were_broken_before_are_kept() -> None:
    data = "<p>StÃ¸tte".encode()

    assert text_of(data) == "StÃ¸tte"
    assert codes(read(data, "a.html")) == ["I155"]


def test_characters_that_cannot_be_read() -> None:
    assert codes(read("<p>St\ufffdtte\x00\x01 hej".encode(), "a.html")) == ["I156"]


def test_composed_form_and_windows_line_ends() -> None:
    assert text_of("<p>A\u030arhus\r\nher</p><pre>a\r\nb</pre>".encode()) == "Århus her a\nb"
    assert text_of(b"<p>A&#x30a;rhus &#150; &aelig;&oslash") == "Århus – æø"


# ---------- no page of text


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"<html></html>", b"<script>x</script>", b"<!-- hej -->", b"<img src=a>"]
)
def test_no_text(data: bytes) -> None:
    reading = read(data, "a.html")

    assert reading.outline is None
    assert codes(reading) == ["I150"]


def test_text_without_tags() -> None:
    assert text_of("bare tekst æ".encode()) == "bare tekst æ"


def test_a_web_archive() -> None:
    head = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"
    reading = read(head + b"--x\r\nContent-Type: text/html\r\n\r\n<p>hej", "a.mht")

    assert reading.outline is None
    assert codes(reading) == ["I151"]


def test_what_is_left_out_is_told() -> None:
    page = "<main><p>Tekst</p><img src=a><img src=b alt=kort><iframe src=c></iframe></main>"
    assert codes(read(page.encode(), "a.html")) == ["I157", "I158"]

    hidden = f"<main><p>{'Tekst ' * 50}</p><div style='display:none'>{'Skjult ' * 40}</div></main>"
    assert codes(read(hidden.encode(), "a.html")) == ["I160"]


# ---------- pages made to break a program

HOSTILE = {
    "divs": "<div>" * 1_000_000 + "x",
    "tables": "<table><tr><td>" * 100_000 + "x",
    "attributes": "<div " + " ".join(f"a{number}=b" for number in range(50_000)) + ">x",
    "comments": "<!--" * 500_000,
    "tags": "<a " * 500_000,
    "quotes": "<a b=\"'" * 300_000,
    "large": "x" * 20_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_refused_soon(name: str) -> None:
    began = time.process_time()
    reading = read(HOSTILE[name].encode(), "a.html")

    assert reading.outline is None
    assert reading.findings
    assert all(finding.hint for finding in reading.findings)
    assert time.process_time() - began < 10


def test_formatting_that_nobody_closed() -> None:
    found = outline("<p><font><b>et " * 300)

    assert not unbalanced(found)
    assert codes(read(("<p><font><b>et " * 300).encode(), "a.html")) == ["I159"]


def test_deep_tables_are_flattened() -> None:
    found = outline("<table><tr><td>a<td>" * 30 + "x" + "</table>" * 30)

    assert not unbalanced(found)
    assert "a" in {para.text for para in paragraphs(found.blocks)}


def test_nothing_that_runs_is_kept() -> None:
    page = (
        '<a href="javascript:x()">a</a><a href="java\nscript:x()">b</a><a href=" &#1;vbscript:x">c</a><p onclick="x">d'
    )

    assert not [run.href for para in paragraphs(outline(page).blocks) for run in para.runs if run.href]


def test_time_grows_with_the_page() -> None:
    row = "<tr><td>1. Hvad er det?<td><p>Lov om social <b>service</b> § 99.<ul><li>a b c<li>d</ul>"

    def cost(rows: int) -> float:
        page = f"<main><table>{row * rows}</table>".encode()
        return min(_seconds(page) for _ in range(2))

    assert cost(800) < 8 * cost(200) + 0.2


def _seconds(page: bytes) -> float:
    began = time.process_time()
    read(page, "a.html")
    return time.process_time() - began


# ---------- any page

TAGS = """p div span b i u a ul ol li table tr td th thead caption dl dt dd h1 h2 h3 br hr img pre del s ins q summary details
button nav header footer main article section aside form label select textarea script style template noscript svg title
center blockquote o:p x-box sup font""".split()
ATTRIBUTES = """hidden style="display:none" class="accordion-header" id="a" aria-controls="a" aria-expanded="false" role="tab"
href="#a" href="javascript:x" class="sr-only" colspan=3 rowspan="2" aria-hidden=true alt="kort" role=presentation start=3
type=i class="cookie" x=">" y='<p>' " =a data-toggle=collapse""".split()
OTHER = [
    "<!--",
    "-->",
    "<![if x]>",
    "<?x?>",
    "</html>",
    "<",
    "&",
    "&#0;",
    "&nbsp;",
    "&shy;",
    "\x00",
    "\u030a",
    "§",
    "\n",
]
PIECES = st.one_of(
    st.builds("<{} {}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("<{}>".format, st.sampled_from(TAGS)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(["alfa ", " beta", "gamma", "12 34 ", *OTHER]),
)
PAGES = st.lists(PIECES, max_size=60).map("".join)


@FUZZ
@given(PAGES)
def test_any_page_is_read(page: str) -> None:
    read(page.encode("utf-8"), "a.html")


@FUZZ
@given(st.integers(0, 10**9))
def test_pages_in_order_lose_no_word(seed: int) -> None:
    found = read(_page(random.Random(seed)).encode(), "a.html").outline

    assert found is None or not unbalanced(found)


def _page(chance: random.Random, depth: int = 0) -> str:
    """A page whose elements all end where they should. None is among them that ends early, as p does before a list."""
    inner = "ul:li ol:li table:tr:td dl:dt dl:dd details:summary section:div article:div main:div".split()
    alone = "div span b del ins nav aside footer header button blockquote label noscript".split()
    parts: list[str] = []
    for _ in range(chance.randint(1, 5)):
        if depth > 4 or chance.random() < 0.4:
            parts.append(
                chance.choice([" alfa ", "beta", " 12 ", "<br>", '<img alt="kort">', "§&nbsp;99", "o&shy;rd "])
            )
            continue
        names = chance.choice([*inner, *alone]).split(":")
        attribute = chance.choice(["", "", ' hidden=""', ' class="accordion"', ' id="a"', ' aria-controls="a"'])
        opened = "".join(f"<{name}{attribute}>" for name in names)
        parts.append(opened + _page(chance, depth + 1) + "".join(f"</{name}>" for name in reversed(names)))
    return "".join(parts)


@FUZZ
@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    read(data, "a.html")
    read(b"<html><meta charset=macintosh><p>" + data, "a.html")
