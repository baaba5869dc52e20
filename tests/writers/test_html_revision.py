"""Two versions as a web page: what the signs of changes look like, and what they say to those who do not see them."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as lxml_html

from qstd.model.document import Block, Del, Document, Heading, Inline, Ins, Item, Items, Mark, Note, Paragraph, Text
from qstd.writers import terminal
from qstd.writers.html import Page, write
from qstd.writers.html_inlines import Medium
from qstd.writers.html_page import parts
from tests.checkers import View, axe_problems, chromium, html_problems, opened
from tests.conftest import Gold
from tests.writers.html_theme import lay_out, served, theme
from tests.writers.kitchen_sink import CHANGES, KITCHEN_SINK, paragraph, words

REVISION = replace(
    KITCHEN_SINK,
    kind="revision",
    title="Hvad bliver ændret?",
    blocks=(Heading(1, words("Hvad bliver ændret?")), *CHANGES),
)
SCREEN, PAPER = Medium(str), Medium(str, paper=True)


def as_html(*blocks: Block, medium: Medium = SCREEN) -> lxml_html.HtmlElement:
    laid_out = parts(Document("T", blocks, "revision"), medium)
    return lxml_html.fromstring(f"<div>{laid_out.intro}{''.join(each.html for each in laid_out.sections)}</div>")


def on_terminal(*blocks: Block) -> str:
    return terminal.write(Document("T", blocks), 80, False)


def test_page_looks_as_agreed(gold: Gold) -> None:
    gold("html-revision.html", write(REVISION, Page(downloads=(("Hent som PDF", "x.pdf"),)), theme()).decode())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    pages = {
        "versions.html": write(REVISION, Page(), theme()),
        "note.html": write(replace(REVISION, blocks=(REVISION.blocks[0], CHANGES[1])), Page(), theme()),
        "alone.html": write(REVISION, Page(standalone=True), theme()),
    }
    return lay_out(tmp_path_factory.mktemp("versions"), pages)


def test_pages_are_valid_html(site: list[Path]) -> None:
    assert html_problems([path for path in site if path.name != "note.html"]) == []


def test_pages_are_accessible_and_fit_every_width(site: list[Path]) -> None:
    with served(site[0].parent) as address:
        assert axe_problems([f"{address}/{path.name}" for path in site]) == []


def test_a_link_into_folded_text_unfolds_it(site: list[Path]) -> None:
    problems: dict[str, None] = {}
    with chromium() as browser, opened(browser, View(1280, dark=False), problems) as tab:
        tab.goto(f"{site[0].as_uri()}#a9")
        tab.wait_for_function("document.querySelector('details.same').open")
    assert not problems


# ---------- Words ----------


def test_changed_words_are_heard_with_brackets() -> None:
    text = as_html(paragraph("Der er ", Del(words("4 ")), Ins(words("8 ")), "uger.")).text_content()

    assert text == "Der er  [slettet: 4]   [indsat: 8]  uger."


@pytest.mark.parametrize(
    ("inlines", "html", "text"),
    [
        (
            words("en ", Del(words("u visiteret ")), "ordning"),
            'en <del><span class="w">u visiteret</span></del> ordning',
            "en [− u visiteret] ordning",
        ),
        (words("slut.", Ins(words(" Ny."))), 'slut. <ins><span class="w">Ny.</span></ins>', "slut. [+ Ny.]"),
        (words("a", Del(words(" ")), "b"), 'a<del><span class="w"> </span></del>b', "a[−  ]b"),
    ],
)
def test_spaces_stand_outside_the_marks(inlines: tuple[Inline, ...], html: str, text: str) -> None:
    assert f"<p>{html}</p>" in lxml_html.tostring(as_html(Paragraph(inlines), medium=PAPER), encoding="unicode")
    assert on_terminal(Paragraph(inlines)).strip() == text


def test_the_end_of_a_paragraph_that_is_split_is_marked() -> None:
    split = (Paragraph(words("Første."), change="ins"), paragraph("Anden."))
    [sign] = as_html(*split).xpath("//p/ins[@class='end']")

    assert sign.text_content().split() == ["[indsat:", "nyt", "tekstafsnit]"]
    assert on_terminal(*split) == "Første. [+ ¶]\n\nAnden.\n"


def test_a_paragraph_that_is_new_or_moved_as_a_whole_has_no_such_sign() -> None:
    whole = Paragraph(words(Ins(words("Nyt."))), change="ins")
    moved = Note((Paragraph(words("Flyttet."), change="del"),), "moved", words("Flyttet til afsnit 3"))
    sentence = Paragraph(words(Mark(words("En sætning."), "moved")), change="ins")

    assert not as_html(whole, moved, sentence).xpath("//*[@class='end']")
    assert "¶" not in on_terminal(whole, moved, sentence)


# ---------- Headings, lists, notes ----------


def test_the_number_of_a_section_that_is_gone_is_gone_too() -> None:
    heading = Heading(2, words(Del(words("Leverandør"))), id="a5", number="5", change="del")
    tree = as_html(heading, medium=PAPER)

    assert [each.text_content() for each in tree.xpath("//h2/del")] == ["5. Leverandør"]
    assert not tree.xpath("//h2/span[@class='n']")


def test_the_contents_name_a_section_as_it_is_called_now() -> None:
    renamed = Heading(2, words(Del(words("Pris")), Ins(words("Hvad koster det?"))), id="a1", number="1")
    gone = Heading(2, words(Del(words("Klage"))), id="a2", number="2", change="del")

    assert [each.title for each in parts(Document("T", (renamed, gone)), SCREEN).sections] == [
        "Hvad koster det?",
        "Klage",
    ]


def test_labels_stand_beside_the_heading_and_not_in_it() -> None:
    tree = as_html(Heading(2, words("Pris"), id="a1", tags=words(Mark(words("Indhold"), "tag"))))

    assert tree.xpath("string(//h2)") == "Pris"
    assert tree.xpath("string(//*[@class='h']/*[@class='tags'])") == "Indhold"


def entry(text: str, gone: bool = False) -> Item:
    return Item((Paragraph(words(Del(words(text))), change="del") if gone else paragraph(text),))


def test_an_entry_that_is_gone_does_not_count() -> None:
    items = Items((entry("a"), entry("b", gone=True), entry("c"), entry("d")), "ordered", 3)
    tree = as_html(items)

    assert tree.xpath("//ol/@start") == ["3"]
    assert [(each.get("class"), each.get("value")) for each in tree.xpath("//li")] == [
        (None, None),
        ("gone", None),
        (None, "4"),
        (None, None),
    ]
    assert on_terminal(items) == "3. a\n– [− b]\n4. c\n5. d\n"


def test_a_list_that_is_gone_keeps_its_numbers() -> None:
    items = Items((entry("a", gone=True), entry("b", gone=True)), "ordered")

    assert not as_html(items).xpath("//li/@class")
    assert on_terminal(items) == "1. [− a]\n2. [− b]\n"


def test_folded_text_is_a_part_of_its_own() -> None:
    blocks = (Heading(2, words("Pris"), id="a1"), Note((paragraph("Som før."),), "same", words("Afsnit 2: uændret")))
    tree = as_html(*blocks)

    assert not tree.xpath("//section//details")
    assert tree.xpath("string(//div[@class='sec fold']/details/summary)") == "Afsnit 2: uændret"


def test_what_a_change_is_for_the_citizen_stands_in_words_and_signs() -> None:
    label = words(Mark(words("Mindre for borgeren"), "less"))
    items = Items((Item((paragraph("Længere ventetid."),), label),), "changes")

    assert (
        as_html(items).xpath("string(//ul[@class='chg']/li/*[@class='k']/*[@class='dir dir-less'])")
        == "Mindre for borgeren"
    )
    assert on_terminal(items) == "− Mindre for borgeren\n  Længere ventetid.\n"


def test_a_moved_text_says_where_it_stands_in_the_other_version() -> None:
    note = Note((paragraph("Ordene."),), "moved", words(Mark(words("Flyttet til afsnit 3"), "tag")))

    assert as_html(note).xpath("string(//div[@class='moved']/p[@class='where'])") == "Flyttet til afsnit 3"
    assert on_terminal(note) == "‖ ‹Flyttet til afsnit 3›\n‖ Ordene.\n"


def test_text_is_escaped_in_changes_too() -> None:
    html = write(replace(REVISION, blocks=(paragraph(Ins((Text("<b>&"),))),)), Page(), theme()).decode()

    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html
