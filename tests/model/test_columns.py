"""Tables split into groups of columns: nothing lost, nothing twice but what is repeated, anchors once."""

from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from qstd.model.columns import column_groups
from qstd.model.document import Cell, Paragraph, Row, Table, Text, plain

Kind = Literal["law", "baseline", "spread"]


def cell(words: str, *kinds: Kind, place: int = 0, anchor: str = "") -> Cell:
    return Cell((Paragraph((Text(words),)),), kinds=kinds, place=place, id=anchor)


def table(own: int, *kinds: Kind) -> Table:
    """A table with a name, one column of each kind, and `own` others; two rows and a group between them."""
    ground = [*((each,) for each in kinds), *[()] * own]
    heads = tuple(cell(f"K{at}", *each, place=at, anchor=f"k{at}") for at, each in enumerate(ground, 1))
    rows = tuple(
        Row(
            (cell("navn"), *(cell(f"{name}{at}", place=at, anchor=f"{name}{at}") for at in range(1, len(ground) + 1))),
            name,
        )
        for name in "ab"
    )
    group = Row((Cell((Paragraph((Text("gruppe"),)),), colspan=len(ground) + 1),), kind="group")
    return Table((Row((cell("hjørne"), *heads)),), (rows[0], group, rows[1]), kind="comparison")


def words(row: Row) -> list[str]:
    return [plain(each.inlines) for one in row.cells for each in one.blocks if isinstance(each, Paragraph)]


def test_what_fits_stays_one_table() -> None:
    whole = table(3, "law")
    (part,) = column_groups(whole, 4)

    assert part.table == whole
    assert (part.first, part.last, part.total) == (1, 3, 3)


def test_law_and_baseline_stand_in_each_group() -> None:
    parts = column_groups(table(5, "law", "baseline"), 4)

    assert [words(each.table.head[0]) for each in parts] == [
        ["hjørne", "K1", "K2", "K3", "K4"],
        ["hjørne", "K1", "K2", "K5", "K6"],
        ["hjørne", "K1", "K2", "K7"],
    ]
    assert [(each.first, each.last, each.total) for each in parts] == [(1, 2, 5), (3, 4, 5), (5, 5, 5)]
    assert [each.table.body[1].cells[0].colspan for each in parts] == [5, 5, 4]


def test_what_is_counted_across_all_has_a_table_of_its_own() -> None:
    first, *rest = column_groups(table(7, "spread", "law"), 4)

    assert words(first.table.head[0]) == ["hjørne", "K1"]
    assert (first.last, first.total) == (0, 7)
    assert "K1" not in [each for part in rest for each in words(part.table.head[0])]


def anchors_of(whole: Table) -> list[str]:
    rows = [row.id for row in whole.body]
    return [each for each in (*rows, *(cell.id for row in whole.body for cell in row.cells)) if each]


@given(st.integers(0, 30), st.lists(st.sampled_from(("law", "baseline", "spread")), unique=True), st.integers(1, 9))
def test_no_cell_is_lost_and_every_anchor_is_there_once(own: int, kinds: list[Kind], most: int) -> None:
    whole = table(own, *kinds)
    parts = column_groups(whole, most)
    anchors = [each for part in parts for each in anchors_of(part.table)]
    expected = anchors_of(whole)

    if own:
        assert sorted(anchors) == sorted(expected)
    for part in parts:
        assert {len(row.cells) for row in part.table.body if not row.kind} == {len(part.columns)}
