"""What belongs to the page: headers, footers, page numbers, tables of contents. What only looks like it stays."""

from tests.readers.pdf_parts import LEFT, Page, outline, pdf, texts

BODY = (
    "Hjælpen gives til borgere i",
    "kommunen efter en konkret",
    "vurdering af behovet hos den",
    "enkelte borger og familien",
)


def paged(count: int, header: str = "", footer: str = "") -> list[Page]:
    """Make pages of different text with the number of the page put into header and footer."""
    pages = []
    for number in range(1, count + 1):
        page = Page()
        if header:
            page.text(LEFT, 30, header.format(number))
        for line, text in enumerate(BODY):
            page.text(LEFT, 80 + 30 * line + number, f"{text} {'abcdefg'[number]}.")
        if footer:
            page.text(LEFT, 570, footer.format(number))
        pages.append(page)
    return pages


def kinds(*pages: Page) -> list[tuple[str, str, int]]:
    return [(each.kind, each.text, each.spot.page) for each in outline(pdf(*pages)).furniture]


def test_headers_and_footers_are_found_by_repetition() -> None:
    pages = paged(3, "Kvalitetsstandard 2024", "Hvidovre Kommune side {}")
    found = outline(pdf(*pages))
    assert [(each.kind, each.text) for each in found.furniture] == [
        (kind, text)
        for number in range(1, 4)
        for kind, text in (("header", "Kvalitetsstandard 2024"), ("footer", f"Hvidovre Kommune side {number}"))
    ]
    assert len(texts(found.blocks)) == 12


def test_page_numbers_are_found_by_counting() -> None:
    assert kinds(*paged(3, footer="- {} -")) == [("page_number", f"- {number} -", number) for number in (1, 2, 3)]
    assert kinds(*paged(2, footer="{}")) == [("page_number", "1", 1), ("page_number", "2", 2)]
    assert kinds(*paged(1, footer="Side {} af 1")) == [("page_number", "Side 1 af 1", 1)]


def test_the_same_sentence_in_the_middle_of_two_pages_stays() -> None:
    pages = paged(2)
    for page in pages:
        page.text(LEFT, 300, "Hjælpen er gratis.")
        page.text(LEFT, 400, f"Slut på siden, {len(page.drawn)} linjer{'a' if page is pages[0] else 'b'}.")
    found = outline(pdf(*pages))
    assert found.furniture == ()
    assert texts(found.blocks).count("Hjælpen er gratis.") == 2


def test_a_lone_number_at_the_edge_of_one_page_stays() -> None:
    assert kinds(paged(1)[0].text(LEFT, 570, "3")) == []


def test_contents_with_leaders_are_furniture_with_their_heading() -> None:
    page = Page().text(LEFT, 60, "Kvalitetsstandarder").text(LEFT, 90, "Indholdsfortegnelse")
    for number, (entry, at) in enumerate((("1. Indledning", 2), ("2. Personlig pleje", 3), ("3. Klage", 7))):
        page.text(LEFT, 110 + 14 * number, f"{entry} {'.' * 20} {at}")
    page.text(LEFT, 200, "Indledning til det hele.")
    found = outline(pdf(page))
    assert texts(found.blocks) == ["Kvalitetsstandarder", "Indledning til det hele."]
    assert [each.kind for each in found.furniture] == ["contents"] * 4


def test_contents_without_leaders_need_their_heading_and_rising_numbers() -> None:
    page = Page().text(LEFT, 60, "Indhold:").text(LEFT, 75, "Indledning 2").text(LEFT, 90, "Personlig pleje 4")
    assert [each.kind for each in outline(pdf(page)).furniture] == ["contents"] * 3
    page = Page().text(LEFT, 60, "Hjælp hver uge 2").text(LEFT, 75, "Hjælp hver dag 4").text(LEFT, 90, "Hjælp i alt 6")
    assert outline(pdf(page)).furniture == ()
    page = Page().text(LEFT, 60, "Indhold").text(LEFT, 75, "Hjælp hver uge 9").text(LEFT, 90, "Hjælp hver dag 4")
    assert outline(pdf(page)).furniture == ()


def test_a_letterhead_in_a_table_on_every_page_is_a_header() -> None:
    pages = paged(2)
    for page in pages:
        page.grid((LEFT, 200.0, 380.0), (20.0, 40.0)).text(LEFT + 4, 32, "Hvidovre Kommune").text(204, 32, "Social")
    found = outline(pdf(*pages))
    assert [(each.kind, each.text) for each in found.furniture] == [("header", "Hvidovre Kommune Social")] * 2
