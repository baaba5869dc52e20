"""Changes to inlines that leave their words alone, whatever the inlines are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.model.document import Blocks, Break, Emph, Inline, Inlines, Link, Mark, Strong, Text, plain
from qstd.present.inlines import Wrap, over_blocks, rewrite, wrap, wrap_inside
from tests.strategies import BLOCKS, INLINES, stretches

CUTS = st.lists(st.integers(0, 60), max_size=8, unique=True).map(sorted)
Span = tuple[int, int, Wrap]


def marks(cuts: list[int]) -> list[Span]:
    """Stretches between every other pair of cuts, each wrapped in a mark with its number."""
    return [(start, end, mark(number)) for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False))]


def mark(number: int) -> Wrap:
    return lambda words: Mark(words, "evidence", f"m{number}")


def marked(inlines: Inlines) -> list[tuple[str, str]]:
    """All marks of ours with their words."""
    found = []
    for each in inlines:
        if isinstance(each, Mark) and each.id.startswith("m"):
            found.append((each.id, plain(each.inlines)))
        if not isinstance(each, (Text, Break)):
            found += marked(each.inlines)
    return found


@settings(max_examples=150, deadline=None)
@given(INLINES, CUTS)
def test_wrapping_keeps_the_words(inlines: Inlines, cuts: list[int]) -> None:
    assert plain(inlines) == plain(wrap(inlines, marks(cuts)))
    assert plain(inlines) == plain(wrap_inside(inlines, marks(cuts)))


@settings(max_examples=150, deadline=None)
@given(INLINES, CUTS)
def test_what_is_wrapped_holds_its_stretch(inlines: Inlines, cuts: list[int]) -> None:
    words = plain(inlines)
    wanted = {f"m{number}": words[start:end] for number, (start, end, _) in enumerate(marks(cuts)) if words[start:end]}
    found = dict(marked(wrap(inlines, marks(cuts))))

    assert found.keys() <= wanted.keys()
    if all(isinstance(each, (Text, Break)) for each in inlines):
        assert wanted == found


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), CUTS)
def test_in_one_text_each_stretch_is_wrapped_exactly(text: str, cuts: list[int]) -> None:
    spans = [each for each in marks(cuts) if each[1] <= len(text)]
    wanted = [(f"m{number}", text[start:end]) for number, (start, end, _) in enumerate(spans) if start < end]

    assert wanted == marked(wrap((Text(text),), spans))
    assert wanted == marked(wrap_inside((Strong((Text(text),)),), spans))


@settings(max_examples=100, deadline=None)
@given(INLINES)
def test_rewriting_keeps_the_words(inlines: Inlines) -> None:
    assert plain(inlines) == plain(rewrite(inlines, lambda text: (Text(text[:2]), Emph((Text(text[2:]),)))))


@settings(max_examples=80, deadline=None)
@given(BLOCKS)
def test_every_text_of_blocks_is_reached_and_kept(blocks: Blocks) -> None:
    seen: list[str] = []

    def look(inlines: Inlines) -> Inlines:
        seen.append(plain(inlines))
        return inlines

    assert blocks == over_blocks(blocks, look)
    numbers = {each for each in stretches(blocks) if each}
    assert {each for each in seen if each} <= numbers


def linked(text: str, start: int, end: int, inlines: Inlines) -> Inlines:
    return wrap_inside(inlines, [(start, end, lambda words: Link("#x", words))])


def test_no_link_inside_a_link() -> None:
    inlines: tuple[Inline, ...] = (Text("se "), Link("/a", (Text("lovens § 99"),)), Text(" og § 85"))

    assert linked("", 10, 14, inlines) == inlines
    assert linked("", 18, 22, inlines) == (*inlines[:2], Text(" og "), Link("#x", (Text("§ 85"),)))


def test_what_runs_over_an_edge_stays_as_it_is() -> None:
    inlines: tuple[Inline, ...] = (Text("efter § "), Strong((Text("99"),)))

    assert linked("", 6, 10, inlines) == inlines
