"""What a review of the look found, each with a check that it stays found."""

from pathlib import Path
from typing import Literal

import pytest
from lxml import html as lxml_html

from qstd.model.document import Block, Cell, Document, Heading, Note, Paragraph, Row, Table, Text
from qstd.writers.html import Page, write
from qstd.writers.html_inlines import Medium
from qstd.writers.html_page import parts
from tests.checkers import View, chromium, opened
from tests.writers.html_theme import lay_out, theme

LONG = "Socialpsykiatriskstøttekontaktpersonordningsvisitationsafgørelse"
SCREENS = (Medium(str), Medium(str, paper=True))


def paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def section(*blocks: Block, number: str = "1", title: str = "Pris") -> tuple[Block, ...]:
    return Heading(2, (Text(title),), id=f"a{number.replace('.', '-')}", number=number), *blocks


def table(columns: int, kind: Literal["", "comparison", "texts"] = "") -> Table:
    head = tuple(Cell((paragraph(f"Kolonne {i}"),), header="column") for i in range(columns))
    group = Row((Cell((paragraph("For hvem"),), header="group", colspan=columns),), kind="group")
    cells = tuple(Cell((paragraph("ord " * 40),)) for _ in range(columns - 1))
    row = Row((Cell((paragraph("Alder"),), header="row"), *cells), id="alder")
    return Table((Row(head),), (group, row), kind=kind)


def as_html(*blocks: Block, medium: Medium = SCREENS[0]) -> lxml_html.HtmlElement:
    laid_out = parts(Document("T", blocks), medium)
    return lxml_html.fromstring("<div>" + laid_out.intro + "".join(each.html for each in laid_out.sections) + "</div>")


@pytest.mark.parametrize("medium", SCREENS)
def test_quotation_of_the_text_is_open_and_plain(medium: Medium) -> None:
    tree = as_html(*section(Note((paragraph("Vi lover det."),), kind="quote")), medium=medium)
    assert [each.text_content() for each in tree.xpath("//blockquote[@class='citat']")] == ["Vi lover det."]
    assert not tree.xpath("//details | //*[@class='q']")


@pytest.mark.parametrize("medium", SCREENS)
def test_titled_quote_is_evidence(medium: Medium) -> None:
    tree = as_html(
        *section(Note((paragraph("»18 år«"),), kind="quote", title=(Text("Ordlyd, afsnit 6"),))), medium=medium
    )
    assert tree.xpath("//*[@class='q']/blockquote[not(@class)]")
    assert bool(tree.xpath("//details")) is not medium.paper


def test_frame_of_a_table_is_named_by_the_heading_above() -> None:
    tree = as_html(*section(table(3), table(7, "comparison")))
    names = tree.xpath("//*[@class='scroll']/@aria-labelledby")
    assert len(names) == 2
    assert all("Pris" in tree.get_element_by_id(name).text_content() for name in names)
    assert not tree.xpath("//*[@class='scroll'][@aria-label]")


def test_frame_of_a_table_is_named_by_its_caption_or_by_a_word() -> None:
    captioned = Table((), table(2).body, caption=(Text("Takster"),))
    assert as_html(*section(captioned)).xpath("//*[@class='scroll']/@aria-label") == ["Takster"]
    assert as_html(table(2)).xpath("//*[@class='scroll']/@aria-label") == ["Tabel"]


@pytest.mark.parametrize(("number", "kind"), [("1", "n"), ("10", "n"), ("2.1", "n"), ("2.1.10", "n long")])
def test_only_a_short_number_hangs_in_the_margin(number: str, kind: str) -> None:
    assert as_html(*section(number=number)).xpath("//h2/span/@class") == [kind]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    many = [section(paragraph("Ord."), number=str(i)) for i in range(3, 9)]
    blocks = (
        *section(table(3), Note((paragraph("Vi lover det."),), kind="quote"), number="2.1.10"),
        *section(title=LONG, number="2"),
        *(block for each in many for block in each),
    )
    compared = section(table(9, "comparison")) + section(table(9, "texts"), number="2")
    narrow = section(table(4, "comparison"))
    pages = {
        "standard.html": Document("T", blocks),
        "wide.html": Document("T", compared, kind="comparison"),
        "cards.html": Document("T", narrow, kind="comparison"),
    }
    written = {name: write(document, Page(), theme()) for name, document in pages.items()}
    return lay_out(tmp_path_factory.mktemp("look"), written)[0].parent


def test_contents_follow_the_width_and_can_always_be_opened(site: Path) -> None:
    problems: dict[str, None] = {}
    with chromium() as browser, opened(browser, View(320, dark=False), problems) as tab:
        tab.goto((site / "standard.html").as_uri())
        is_open = "document.querySelector('.toc details').open"
        assert not tab.evaluate(is_open)
        tab.click(".toc summary")
        assert tab.evaluate(is_open)
        assert tab.evaluate("document.documentElement.scrollWidth") == 320
        tab.set_viewport_size({"width": 1280, "height": 900})
        tab.wait_for_function(is_open)
        tab.click(".toc summary")
        assert not tab.evaluate(is_open)
        assert tab.evaluate("getComputedStyle(document.querySelector('.toc summary')).listStyleType") != "none"
    assert not problems


def test_cards_are_a_table_after_a_turn_too(site: Path) -> None:
    problems: dict[str, None] = {}
    with chromium() as browser, opened(browser, View(1280, dark=False), problems) as tab:
        tab.goto((site / "cards.html").as_uri())
        tab.set_viewport_size({"width": 700, "height": 900})
        assert tab.locator(".cmp [role=cell]").count() == 3
        assert tab.locator("thead [role=columnheader]").count() == 4
        assert tab.locator("tbody [role=rowheader]").count() == 2
    assert not problems


def test_columns_of_a_wide_comparison_hold_words(site: Path) -> None:
    problems: dict[str, None] = {}
    with chromium() as browser, opened(browser, View(1280, dark=False), problems) as tab:
        tab.goto((site / "wide.html").as_uri())
        widths = "table => [...table.querySelectorAll('td')].map(cell => cell.getBoundingClientRect().width)"
        facts, texts = (tab.locator(".cmp.wide").nth(i).evaluate(widths) for i in range(2))
        assert min(facts) >= 112  # 7 rem; what is left of the frame is shared
        assert min(texts) >= 288  # 18 rem
    assert not problems


def test_print_of_a_comparison_keeps_its_border_and_its_quotes_readable(site: Path) -> None:
    problems: dict[str, None] = {}
    with chromium() as browser, opened(browser, View(1000, dark=False), problems) as tab:
        tab.goto((site / "wide.html").as_uri())
        tab.emulate_media(media="print")
        room = "document.querySelector('main').getBoundingClientRect().right"
        edge = "document.querySelector('.cmp').getBoundingClientRect().right"
        assert tab.evaluate(f"{room} - {edge}") > 1
        assert tab.evaluate("getComputedStyle(document.querySelector('.text-t tbody tr')).breakInside") == "auto"
    assert not problems
