"""What holds for the texts of any standards: no crash, nothing outside its text, no matter in which order."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import Entry, compare
from qstd.compare.sentences import leaves
from qstd.model.alignments import Alignment
from qstd.model.comparison import Comparison, Echo, Passage, Sentence, TopicCell
from tests.compare.text_cases import plain

PARTS = (
    "Borgeren kan klage over afgørelsen inden fire uger.",
    "Borgeren kan klage over afgørelsen inden seks uger.",
    "Ordningen er frivillig, og borgeren har ret til at være anonym.",
    "Hjælpen er gratis, men borgeren betaler selv for kørsel og mad.",
    "### Klage",
    "- én ting\n- to ting",
    "| a | b |\n|---|---|\n| Borgeren kan klage over afgørelsen inden fire uger. | 2 |",
    "<b>ja</b> [x](javascript:1) `kode`",
    "\\",
    "   \t",
    "ingen",
    "",
)
TOPICS = ("price", "special", "rights", "complaints", "odd", "")
BODIES = st.lists(st.sampled_from(PARTS), max_size=3).map("\n\n".join) | st.text(max_size=30)
SECTIONS = st.lists(st.tuples(st.sampled_from(TOPICS), BODIES), max_size=5)
COLUMNS = st.lists(SECTIONS, min_size=1, max_size=11)


def entries(columns: Sequence[Sequence[tuple[str, str]]]) -> list[Entry]:
    return [plain(f"k{at}", *sections) for at, sections in enumerate(columns)]


def cells(whole: Comparison) -> list[tuple[str, int, TopicCell]]:
    return [(row.topic, at, cell) for row in whole.topics for at, cell in enumerate(row.cells)]


@settings(max_examples=80, deadline=None)
@given(COLUMNS)
def test_all_that_is_said_lies_in_the_standards(columns: list[list[tuple[str, str]]]) -> None:
    whole = compare(entries(columns))
    keys = [{topic for topic, _ in each} for each in columns]
    for _, at, cell in cells(whole):
        for passage in cell.passages:
            for each in passage.sentences:
                text = leaves(passage.body)[each.leaf]
                assert text[each.start : each.end].strip() == text[each.start : each.end] != ""
                assert not {at} & {*each.same, *each.near}
                assert not {*each.same} & {*each.near}
        for echo in cell.echoes:
            assert echo.section in keys[echo.column] - {""}
            assert 0 < echo.score <= 1
            assert echo.confidence != "confirmed"
            assert (echo.column == at) == (cell.state in ("absent", "empty"))
    for shared in whole.shared:
        assert len(shared.copies) > 1


@settings(max_examples=50, deadline=None)
@given(SECTIONS)
def test_a_standard_beside_itself_says_all_the_same(sections: list[tuple[str, str]]) -> None:
    whole = compare(entries([sections, sections]))
    alone = compare(entries([sections]))

    for _, at, cell in cells(whole):
        assert all(each.same == (1 - at,) for passage in cell.passages for each in passage.sentences)
    assert not any(cell.echoes or passage.sentences for _, _, cell in cells(alone) for passage in cell.passages)
    assert alone.shared == ()


@settings(max_examples=60, deadline=None)
@given(COLUMNS, st.data())
def test_the_order_of_columns_makes_no_difference(columns: list[list[tuple[str, str]]], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(columns))))
    made = entries(columns)

    def known(whole: Comparison, real: Sequence[int]) -> set[str]:
        return {
            repr((topic, real[at], [passage_of(each, real) for each in cell.passages], echoes_of(cell.echoes, real)))
            for topic, at, cell in cells(whole)
        }

    one = known(compare(made), range(len(made)))
    assert one == known(compare([made[at] for at in order]), order)


def passage_of(passage: Passage, real: Sequence[int]) -> Passage:
    return replace(passage, sentences=tuple(sentence_of(each, real) for each in passage.sentences))


def sentence_of(said: Sentence, real: Sequence[int]) -> Sentence:
    return replace(
        said, same=tuple(sorted(real[at] for at in said.same)), near=tuple(sorted(real[at] for at in said.near))
    )


def echoes_of(echoes: Sequence[Echo], real: Sequence[int]) -> list[Echo]:
    return sorted(
        (replace(each, column=real[each.column]) for each in echoes), key=lambda each: (each.column, each.section)
    )


@settings(max_examples=60, deadline=None)
@given(COLUMNS, st.sampled_from(["confirmed", "rejected"]), st.data())
def test_a_persons_word_is_obeyed(columns: list[list[tuple[str, str]]], verdict: str, data: st.DataObject) -> None:
    made = entries(columns)
    ends = [(at, topic) for at, own in enumerate(columns) for topic, _ in own if topic]
    if len(ends) < 2:
        return
    one, other = data.draw(st.sampled_from(ends)), data.draw(st.sampled_from(ends))
    if one[0] == other[0]:
        return
    said = Alignment(
        from_=made[one[0]].ref,
        section=one[1],
        to=made[other[0]].ref,
        to_section=other[1],
        verdict="confirmed" if verdict == "confirmed" else "rejected",
    )
    whole = compare(made, [said])
    for (here, section), (there, to) in ((one, other), (other, one)):
        own = next(
            cell for _, at, cell in cells(whole) if at == here and section in {each.section for each in cell.passages}
        )
        found = [each for each in own.echoes if (each.column, each.section) == (there, to)]
        assert [each.confidence for each in found] == (["confirmed"] if verdict == "confirmed" else [])
