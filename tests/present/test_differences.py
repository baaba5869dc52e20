"""Only the differences: what is said of the whole comparison stays true, and what is left out is counted."""

from collections.abc import Iterator

from hypothesis import given, settings

from qstd.compare import Entry, compare
from qstd.compare.select import only_different
from qstd.model.comparison import Comparison
from qstd.model.document import Block, Document, Paragraph, Row, Table, plain
from qstd.model.standard import Standard
from qstd.present.comparison import comparison_document
from qstd.present.differences import differences_document
from tests.standards_strategies import standards


def beside(one: Standard, other: Standard) -> Comparison:
    return compare([Entry("a/x", "A", one), Entry("b/x", "B", other)])


def rows(document: Document) -> list[Row]:
    return [row for block in document.blocks if isinstance(block, Table) for row in block.body if row.kind != "group"]


def sentences(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (plain(each.inlines) for each in blocks if isinstance(each, Paragraph))


@settings(deadline=None)
@given(standards(), standards())
def test_the_whole_is_summed_up_and_the_rest_is_counted(one: Standard, other: Standard) -> None:
    comparison = beside(one, other)
    different = only_different(comparison)
    whole, document = comparison_document(comparison), differences_document(comparison, different)
    assert document.description == whole.description
    told = " ".join(sentences(document.blocks))
    assert whole.description in told
    gone = len(rows(whole)) - len(rows(document))
    assert (f"{gone} række" in told) or not rows(document)


@settings(deadline=None)
@given(standards())
def test_of_what_is_the_same_nothing_is_shown(one: Standard) -> None:
    comparison = beside(one, one)
    document = differences_document(comparison, only_different(comparison), paper=True)
    assert rows(document) == []
    assert "Der er ingen forskelle." in sentences(document.blocks)
