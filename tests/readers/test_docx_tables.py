"""Word files: tables, with cells that span columns and rows."""

from qstd.model.outline import Reading, Table
from qstd.readers.docx import read
from tests.readers.word_parts import docx, lines, p, tbl, tc, tr

START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def read_body(body: str) -> Reading:
    return read(docx(body), "prøve.docx")


def first(reading: Reading) -> Table:
    assert reading.outline is not None
    found = reading.outline.blocks[0]
    assert isinstance(found, Table)
    return found


def test_cells_that_span_columns_and_rows() -> None:
    body = tbl(
        tr(tc("over to", '<w:gridSpan w:val="2"/>'), "c"),
        tr(tc("ned", START), "b", tc("c", START)),
        tr(tc("", ON), "b2", tc("rest", ON)),
        tr("a", "b", "c"),
    )

    assert lines(read_body(body)) == [
        "| 2x1 over to | c |",
        "| 1x2 ned | b | 1x2 c / rest |",
        "| b2 |",
        "| a | b | c |",
    ]


def test_a_joined_cell_ends_where_another_begins() -> None:
    body = tbl(tr(tc("a", START)), tr("b"), tr(tc("c", ON)), tr(tc("d", START)), tr(tc("e", START)))

    assert lines(read_body(body)) == ["| a |", "| b |", "| c |", "| d |", "| e |"]


def test_a_row_that_begins_further_in() -> None:
    body = tbl(tr("a", "b", "c"), tr("b", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'))

    assert lines(read_body(body)) == ["| a | b | c |", "|  | b |  |"]
    assert first(read_body(body)).columns == 3


def test_rows_that_are_repeated_are_headings() -> None:
    body = tbl(tr("Emne", "Indhold", properties="<w:tblHeader/>"), tr("a", "b", properties='<w:tblHeader w:val="0"/>'))

    assert lines(read_body(body)) == ["| ! Emne | ! Indhold |", "| a | b |"]


def test_nested_tables_and_their_places() -> None:
    body = p("før") + tbl(tr("a", tc(p("b") + tbl(tr("c")) + p("d"))), tr("e", "f"))
    reading = read_body(body)

    assert lines(reading) == ["før", "| a | b / | c | / d |", "| e | f |"]
    assert reading.outline is not None
    table = reading.outline.blocks[1]
    assert isinstance(table, Table)
    inner = table.rows[0].cells[1].blocks[1]
    assert isinstance(inner, Table)
    assert (table.spot.table, table.layout, inner.spot.table, inner.layout) == (1, False, 2, True)
    assert [(cell.blocks[0].spot.row, cell.blocks[0].spot.column) for cell in table.rows[1].cells] == [(2, 1), (2, 2)]
    assert table.rows[0].cells[1].blocks[2].spot.table == 1


def test_spans_that_no_table_has() -> None:
    assert first(read_body(tbl(tr(tc("a", '<w:gridSpan w:val="999999999"/>'))))).columns == 100
    assert first(read_body(tbl(tr(tc("a", '<w:gridSpan w:val="-3"/>'))))).columns == 1


def test_paragraphs_where_none_should_stand() -> None:
    assert lines(read_body(f"<w:tbl>{p('i tabellen')}<w:tr>{p('i rækken')}</w:tr></w:tbl>")) == [
        "| i tabellen |",
        "| i rækken |",
    ]


def test_a_table_without_rows() -> None:
    assert lines(read_body("<w:tbl/>" + p("efter"))) == ["efter"]
