"""Tables in PDF: with rules, with rules across only, with none; over pages; with spans, and inside each other."""

from qstd.model.outline import Table, paragraphs
from tests.readers.pdf_parts import LEADING, LEFT, Page, outline, pdf, rows, tables, texts

CARE = (
    "Hjælpen gives efter en konkret vurdering af, hvad borgeren selv kan klare i sin hverdag, og hvad "
    "der er brug for støtte til."
)
XS = (LEFT, 140.0, 380.0)
LABEL, TEXT = 18, 46


def ruled(*pages: list[tuple[str, str]], closed: bool = True) -> bytes:
    """Lay rows out as a table of two columns, a page for each list of rows."""
    made = []
    for count, each in enumerate(pages):
        page, y, ys = Page(), 60.0, [50.0]
        for label, text in each:
            end = max(page.block(XS[0] + 4, y, label, LABEL), page.block(XS[1] + 4, y, text, TEXT))
            ys.append(end - 4)
            y = end + 8
        if not closed and count < len(pages) - 1:
            page.rule(XS[0], ys[0], XS[-1], ys[0])
            for x in XS:
                page.rule(x, ys[0], x, ys[-1])
            for top in ys[1:-1]:
                page.rule(XS[0], top, XS[-1], top)
        else:
            page.grid(XS, ys)
        made.append(page)
    return pdf(*made)


def flat(table: Table) -> list[list[str]]:
    return [[cell.replace("-\n", "").replace("\n", " ") for cell in row] for row in rows(table)]


def test_a_ruled_table_is_read_row_by_row() -> None:
    (table,) = tables(outline(ruled([("1. Formål", CARE), ("2. Klage", "Til kommunen.")])).blocks)
    assert flat(table) == [["1. Formål", CARE], ["2. Klage", "Til kommunen."]]


def test_a_row_over_two_pages_is_one_row_with_the_line_ends_kept() -> None:
    found = outline(
        ruled([("1. Formål", "Der gives støtte med hen-")], [("", "blik på hverdagen."), ("2. Klage", "Nej.")])
    )
    (table,) = tables(found.blocks)
    assert rows(table) == [["1. Formål", "Der gives støtte med hen-\nblik på hverdagen."], ["2. Klage", "Nej."]]


def test_a_label_torn_with_its_text_is_put_together() -> None:
    first = [("12. Hvad er ydelsens mål og", "Støtten skal gives af")]
    (table,) = tables(outline(ruled(first, [("omfang i praksis?", "kommunens egne folk.")])).blocks)
    assert flat(table) == [
        ["12. Hvad er ydelsens mål og omfang i praksis?", "Støtten skal gives af kommunens egne folk."]
    ]


def test_a_row_that_no_rule_closes_goes_on_though_its_label_begins_large() -> None:
    pages = [("Formål for", "Støtten gives, så borgeren kan")], [("Ældre borgere", "klare sig selv.")]
    (joined,) = tables(outline(ruled(*pages, closed=False)).blocks)
    assert flat(joined) == [["Formål for Ældre borgere", "Støtten gives, så borgeren kan klare sig selv."]]
    (apart,) = tables(outline(ruled(*pages)).blocks)
    assert len(apart.rows) == 2


def test_a_numbered_label_always_opens_a_row() -> None:
    (table,) = tables(
        outline(ruled([("1. Formål", "Uden slutning")], [("2. Klage", "småt begyndt")], closed=False)).blocks
    )
    assert len(table.rows) == 2


def test_a_header_printed_again_is_furniture_and_marks_the_first_as_header() -> None:
    head = ("Emne", "Indhold")
    found = outline(ruled([head, ("1. Formål", CARE)], [head, ("2. Klage", CARE)], [head, ("3. Pris", "Gratis.")]))
    (table,) = tables(found.blocks)
    assert [row[0] for row in rows(table)] == ["Emne", "1. Formål", "2. Klage", "3. Pris"]
    assert [cell.head for cell in table.rows[0].cells] == [True, True]
    assert not any(cell.head for row in table.rows[1:] for cell in row.cells)
    assert [(each.kind, each.text, each.spot.page) for each in found.furniture] == [
        ("repeated", "Emne Indhold", 2),
        ("repeated", "Emne Indhold", 3),
    ]


def test_a_table_with_other_columns_on_the_next_page_is_another_table() -> None:
    other = Page().grid((LEFT, 250.0, 380.0), (50.0, 70.0)).text(LEFT + 4, 62, "Pris").text(254, 62, "Gratis.")
    first = Page().grid(XS, (50.0, 70.0)).text(LEFT + 4, 62, "Klage").text(XS[1] + 4, 62, "Ja.")
    assert len(tables(outline(pdf(first, other)).blocks)) == 2


def test_a_row_longer_than_its_page_has_only_upright_rules_there() -> None:
    middle = Page()
    for x in XS:
        middle.rule(x, 40, x, 560)
    middle.block(XS[1] + 4, 60, CARE, TEXT)
    first = Page().grid(XS, (50.0, 570.0)).text(LEFT + 4, 62, "Formål").text(XS[1] + 4, 560, "Her begynder")
    last = Page().grid(XS, (40.0, 80.0)).text(XS[1] + 4, 60, "her slutter.")
    (table,) = tables(outline(pdf(first, middle, last)).blocks)
    assert len(table.rows) == 1
    assert rows(table)[0][0] == "Formål"


def test_cells_that_no_rule_parts_are_one() -> None:
    page = Page().grid((LEFT, 140.0, 260.0, 380.0), (50.0, 70.0, 90.0, 110.0))
    page.drawn = [each for each in page.drawn if not each.startswith("0.5 w 140.0")]
    page.rule(140, 70, 140, 110).rule(140, 50, 140, 50.5)
    page.text(44, 62, "Praktisk hjælp efter lov").text(44, 82, "Emne").text(144, 82, "Ydelse").text(264, 82, "Omfang")
    page.text(44, 102, "Bad").text(144, 102, "Ugentlig").text(264, 62, "Pris")
    (table,) = tables(outline(pdf(page)).blocks)
    assert [[cell.colspan for cell in row.cells] for row in table.rows] == [[2, 1], [1, 1, 1], [1, 1, 1]]
    assert rows(table)[0] == ["Praktisk hjælp efter lov", "Pris"]


def test_a_cell_over_two_rows_spans_them() -> None:
    page = Page().grid(XS, (50.0, 110.0)).rule(XS[1], 80, XS[2], 80)
    page.text(44, 62, "Rengøring").text(144, 62, "Gulvvask").text(144, 92, "Opvask")
    (table,) = tables(outline(pdf(page)).blocks)
    assert [[cell.rowspan for cell in row.cells] for row in table.rows] == [[2, 1], [1]]


def test_a_table_inside_a_cell_stands_between_its_paragraphs() -> None:
    page = Page().grid(XS, (50.0, 200.0)).grid((150.0, 250.0, 370.0), (80.0, 100.0, 120.0))
    page.text(44, 62, "Indkøb").text(144, 62, "Før tabellen.").text(144, 150, "Efter tabellen.")
    page.text(154, 92, "Varer").text(254, 92, "Ugentlig").text(154, 112, "Medicin").text(254, 112, "Ved behov")
    (table,) = tables(outline(pdf(page)).blocks)
    cell = table.rows[0].cells[1]
    assert [type(block).__name__ for block in cell.blocks] == ["Para", "Table", "Para"]
    assert rows(tables(cell.blocks)[0]) == [["Varer", "Ugentlig"], ["Medicin", "Ved behov"]]


def test_a_box_around_text_is_no_table() -> None:
    page = Page().grid((LEFT, 380.0), (50.0, 80.0, 110.0)).text(44, 62, "Formål").text(44, 92, "Støtte i hverdagen.")
    assert texts(outline(pdf(page)).blocks) == ["Formål", "Støtte i hverdagen."]


def unruled(entries: list[tuple[str, str]], across: bool = False, y: float = 60.0) -> Page:
    page = Page()
    for label, text in entries:
        end = max(page.block(LEFT, y, label, LABEL, bold=True), page.block(XS[1], y, text, TEXT))
        if across:
            page.rule(LEFT, end - 4, 380, end - 4)
        y = end + (6 if across else 0)
    return page


ENTRIES = [("1. Hvad er formålet med ydelsen?", CARE), ("2. Klage", "Til kommunen."), ("3. Pris", CARE)]


def test_labels_and_text_without_rules_are_a_table() -> None:
    (table,) = tables(outline(pdf(unruled(ENTRIES))).blocks)
    assert flat(table) == [list(each) for each in ENTRIES]
    assert [para.reasons for para in paragraphs(table.rows[0].cells[0].blocks)] == [("bold", "numbered", "label")]


def test_rules_across_part_the_rows_though_labels_have_no_number() -> None:
    entries = [("Formål med ydelsen", CARE), ("Klage", "Til kommunen."), ("Pris", "Gratis."), ("Frist", CARE)]
    (table,) = tables(outline(pdf(unruled(entries, across=True))).blocks)
    assert flat(table) == [list(each) for each in entries]


def test_text_alone_on_the_next_page_goes_on_with_the_last_row() -> None:
    alone = Page()
    alone.block(XS[1], 60, "og derfor følger kommunen op hver sjette måned.", TEXT)
    first = unruled([*ENTRIES, ("4. Opfølgning", "Behovet kan ændre sig")])
    (table,) = tables(outline(pdf(first, alone)).blocks)
    assert flat(table)[-1] == ["4. Opfølgning", "Behovet kan ændre sig og derfor følger kommunen op hver sjette måned."]


def test_a_single_row_before_the_end_of_a_page_belongs_to_the_table_after_it() -> None:
    page = Page()
    page.block(LEFT, 60, CARE, 64)
    page.text(LEFT, 110, "Frist").text(XS[1], 110, "14 dage")
    (table,) = tables(outline(pdf(page, unruled(ENTRIES))).blocks)
    assert [row[0] for row in flat(table)][:2] == ["Frist", "1. Hvad er formålet med ydelsen?"]


def test_three_columns_without_upright_rules() -> None:
    page, y = Page(), 60.0
    for cells in (
        ("Ydelse", "Indhold", "Omfang"),
        ("Bad", "Brusebad", "Ugentlig"),
        ("Vask", "Tøj og linned", "Hver uge"),
    ):
        for x, text in zip((LEFT, 140.0, 280.0), cells, strict=True):
            page.text(x, y, text)
        page.rule(LEFT, y + 4, 380, y + 4)
        y += 16
    (table,) = tables(outline(pdf(page)).blocks)
    assert table.columns == 3
    assert rows(table)[1] == ["Bad", "Brusebad", "Ugentlig"]


def test_the_spot_of_a_cell_names_page_table_row_and_column() -> None:
    (table,) = tables(outline(ruled([("1. Formål", CARE), ("2. Klage", "Nej.")])).blocks)
    spot = table.rows[1].cells[1].blocks[0].spot
    assert (spot.page, spot.table, spot.row, spot.column) == (1, 1, 2, 2)
    assert spot.box
    assert spot.box[1] < spot.box[3] < spot.box[1] + 2 * LEADING
