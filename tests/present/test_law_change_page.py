"""A change in the law laid out: every word of a passage stands there, the provision is marked, the letter has it all."""

from hypothesis import given
from hypothesis import strategies as st

from qstd.model.document import Heading, Inline, Items, Paragraph, Strong, plain
from qstd.model.finding import Place
from qstd.model.law_change import LawChange, Passage, Touched, Wanted
from qstd.present.law_change_page import law_change_document, letters

WORDS = "Hjælpen gives efter § 83 og ikke efter § 85, men § 83 gælder også."


def change(*passages: Passage, rests: bool = True) -> LawChange:
    touched = Touched("lejre/a", "standards/lejre/a.yaml", "Hjemmehjælp", rests, passages, "Lejre Kommune")
    return LawChange(Wanted("SEL", "83"), 3, (touched,), ())


def passage(words: str = WORDS, names: tuple[tuple[int, int], ...] = (), section: str = "Lov") -> Passage:
    return Passage("text", Place("a.yaml", 3), words, names, section)


def said(found: LawChange) -> list[tuple[Inline, ...]]:
    lists = [each for each in law_change_document(found).blocks if isinstance(each, Items)]
    return [
        block.inlines for each in lists for item in each.items for block in item.blocks if isinstance(block, Paragraph)
    ]


SPANS = st.lists(
    st.tuples(st.integers(0, len(WORDS)), st.integers(0, len(WORDS))).map(lambda each: tuple(sorted(each)))
)


@given(SPANS.map(sorted))
def test_no_word_of_a_passage_is_lost(spans: list[tuple[int, int]]) -> None:
    (shown,) = said(change(passage(names=tuple(spans))))
    assert plain(shown).replace("\N{NO-BREAK SPACE}", " ") == f"I afsnittet »Lov«: »{WORDS}«"


def test_each_place_that_names_the_provision_is_marked() -> None:
    names = tuple((at, at + 4) for at in range(len(WORDS)) if WORDS.startswith("§ 83", at))
    (shown,) = said(change(passage(names=names)))
    assert [plain(each.inlines) for each in shown if isinstance(each, Strong)] == ["§\N{NO-BREAK SPACE}83"] * 2


def test_municipalities_and_their_standards_are_apart() -> None:
    one, other = (
        change(passage()).standards[0],
        Touched("hvidovre/b", "b.yaml", "Støtte", False, (), "Hvidovre Kommune"),
    )
    found = LawChange(Wanted("SEL", "83"), 3, (other, one), ())
    blocks = law_change_document(found).blocks
    assert [plain(each.inlines) for each in blocks if isinstance(each, Heading)][1:] == [
        "Hvidovre Kommune",
        "Støtte",
        "Lejre Kommune",
        "Hjemmehjælp",
    ]
    assert [each.name for each in letters(found)] == ["Hvidovre Kommune", "Lejre Kommune"]


def test_a_letter_tells_each_sentence_once_and_breaks_no_line_by_what_was_written() -> None:
    fact = Passage("fact", Place("a.yaml", 9), "To\nlinjer § 83", (), "Lov")
    same = Passage("text", Place("a.yaml", 4), "To\nlinjer § 83", (), "Lov")
    (letter,) = letters(change(passage(), same, fact))
    assert letter.text.splitlines()[4:] == [
        "1. Hjemmehjælp (lejre/a)",
        "   Hjælpen gives efter bestemmelsen.",
        f"   - I afsnittet »Lov«: »{WORDS}«",
        "   - I afsnittet »Lov«: »To linjer § 83«",
    ]
    assert letter.text.startswith(
        "Til Lejre Kommune\n\nServiceloven § 83 bliver ændret. Én af jeres kvalitetsstandarder"
    )
