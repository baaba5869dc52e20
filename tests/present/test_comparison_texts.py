"""Sections beside each other: shared sentences, where others write the same, paragraphs of the same words, and paper."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import Entry, compare
from qstd.model.comparison import Copy, Echo, Sentence, SharedText, TopicRow
from qstd.model.document import Blocks, Del, Document, Heading, Ins, Items, Link, Mark, Note, Paragraph, plain
from qstd.model.standard import Standard
from qstd.present.comparison import comparison_document
from tests.present.comparison_parts import (
    NOTHING,
    SENTENCES,
    SHARED,
    cells,
    names,
    of_topics,
    row,
    tables,
    text,
    walk,
    wide,
    words,
)
from tests.standards_strategies import standards

PAGE = comparison_document(SHARED)


def marks(value: object) -> list[tuple[str, str, str]]:
    found = (each for each in walk(value) if isinstance(each, Mark) and each.kind in ("shared", "near") and each.title)
    return [(each.kind, plain(each.inlines), each.title) for each in found]


def test_sentences_that_others_have_are_marked_whole() -> None:
    assert marks(row(PAGE, "afsnit-behov").cells[2]) == [
        ("shared", "Hjælpen er gratis.", "Også hos Ballerup"),
        ("near", "Du skal være fyldt 18\u00a0år.", "Næsten ens hos Ballerup"),
    ]
    assert SENTENCES in cells(PAGE, "afsnit-behov")[2]


def test_the_marks_are_explained_where_they_are() -> None:
    alone = of_topics(TopicRow("need", "some", (NOTHING, text("need", "1", "Kun her."), NOTHING)))

    assert "Fælles: sætningen står også hos en anden. Næsten fælles: en anden har næsten den samme." in words(PAGE)
    assert "Fælles" not in words(comparison_document(alone))


def test_marks_may_cut_through_emphasis_and_stand_in_any_block() -> None:
    body = "Vi **hjælper dig. Det er** gratis.\n\n- Kom *i dag*.\n- Bliv væk."
    sentences = (Sentence(0, 0, 15, same=(2,)), Sentence(0, 16, 30, same=(2,)), Sentence(2, 0, 10, near=(2,)))
    page = comparison_document(
        of_topics(TopicRow("need", "some", (NOTHING, text("need", "1", body, sentences=sentences), NOTHING)))
    )

    assert [words for _kind, words, _title in marks(page)] == ["Vi hjælper dig.", "Det er gratis.", "Bliv væk."]


def test_with_more_than_two_it_is_said_in_words_with_whom_a_text_is_shared() -> None:
    shared = (Sentence(0, 0, 18, same=(2, 3)), Sentence(0, 19, 44, same=(3,)))
    few = of_topics(
        TopicRow("need", "some", (NOTHING, text("need", "1", SENTENCES, sentences=shared), NOTHING, NOTHING))
    )
    many = replace(wide(13), facts=())
    cell = text("need", "1", SENTENCES, sentences=(Sentence(0, 0, 18, same=(2, 3, 4, 5, 6)),))
    many = replace(many, topics=(TopicRow("need", "some", (NOTHING, cell, *[NOTHING] * 11)),))

    assert "2 sætninger står også hos Ballerup og Dragør" in words(comparison_document(few))
    assert "1 sætning står også hos 5 kommuner" in words(comparison_document(many))
    assert "sætning står også" not in words(row(PAGE, "afsnit-behov"))


@pytest.mark.parametrize(
    ("confidence", "kind", "word"),
    [
        ("confirmed", "confidence-4", "(bekræftet)"),
        ("sure", "confidence-3", "(sikker)"),
        ("fairly_sure", "confidence-2", "(ret sikker)"),
        ("unsure", "confidence-1", "(usikker)"),
    ],
)
def test_an_echo_leads_to_where_it_is_and_says_how_sure_that_is(confidence: str, kind: str, word: str) -> None:
    echo = Echo(2, "need", confidence, 0.6)  # type: ignore[arg-type]  # one of the four
    texts = (text("special", "9", "Vi kommer.", echoes=(echo,)), text("need", "3", "Hjælpen er gratis."))
    rows = (
        TopicRow("need", "some", (NOTHING, NOTHING, texts[1])),
        TopicRow("special", "some", (NOTHING, texts[0], NOTHING)),
    )
    page = comparison_document(of_topics(*rows))
    pointer = next(
        each for each in walk(row(page, "afsnit-saerlige-forhold")) if getattr(each, "kind", "") == "pointer"
    )
    link, _space, mark = pointer.inlines

    assert (plain(link.inlines), link.href) == ("Tilsvarende hos Ballerup: afsnit\u00a03", "#afsnit-behov-ballerup")
    assert (mark.kind, plain(mark.inlines)) == (kind, word)


def test_the_law_is_no_municipality() -> None:
    one = text("need", "1", SENTENCES, sentences=(Sentence(0, 0, 18, same=(0, 2)), Sentence(0, 19, 44, near=(0,))))
    law = text("need", "§ 99", "Hjælpen er gratis.")
    page = comparison_document(
        of_topics(TopicRow("need", "different", (law, replace(one, echoes=(Echo(0, "need", "sure", 0.9),)), NOTHING)))
    )

    assert [title for _kind, _words, title in marks(page)] == ["Også hos Ballerup og i loven", "Næsten ens i loven"]
    assert "Tilsvarende i loven: § 99 (sikker)" in words(page)


def test_a_hole_leads_to_where_its_own_column_writes_about_it() -> None:
    assert cells(PAGE, "afsnit-saerlige-forhold")[2] == (
        "Intet afsnit om det\nAlbertslund skriver om det i afsnit 2 (bekræftet)"
    )


def test_a_section_without_number_and_heading_can_be_pointed_to() -> None:
    bare = text("need", "", "Ord.")
    bare = replace(bare, passages=(replace(bare.passages[0], heading=""),))
    rows = (
        TopicRow("need", "some", (NOTHING, bare, NOTHING)),
        TopicRow("special", "some", (NOTHING, replace(NOTHING, echoes=(Echo(1, "need", "sure", 0.9),)), NOTHING)),
    )

    assert "Albertslund skriver om det i et afsnit uden overskrift (sikker)" in words(
        comparison_document(of_topics(*rows))
    )


# ---------- The same words ----------


def same_words(document: Document) -> Blocks:
    starts = [at for at, each in enumerate(document.blocks) if isinstance(each, Heading) and each.level == 2]
    edges = [*starts, len(document.blocks)]
    sections = {plain(document.blocks[a].inlines): document.blocks[a:b] for a, b in pairwise(edges)}  # type: ignore[union-attr]  # those at the edges are headings
    return sections.get("Samme ord", ())


def test_a_shared_paragraph_stands_once_with_who_has_it_and_who_differs() -> None:
    _heading, _note, common, who, differing = same_words(PAGE)

    assert isinstance(common, Note)
    assert words(common).strip() == "Hjælpen er gratis."
    assert words(who) == "Ordlyd fra Albertslund (afsnit 2)"
    assert words(differing) == "Ballerup (afsnit 3): Hjælpen er ikke gratis."
    assert [plain(each.inlines) for each in walk(differing) if isinstance(each, Ins)] == ["ikke "]
    assert [each.href for each in walk((who, differing)[1]) if isinstance(each, Link)] == ["#afsnit-behov-ballerup"]


def test_what_is_left_out_is_shown_too() -> None:
    copy = SHARED.shared[0].copies[1]
    turned = tuple(
        each._replace(
            op="deleted" if each.op == "inserted" else each.op,
            old_start=each.new_start, old_end=each.new_end, new_start=each.old_start, new_end=each.old_end,
        )
        for each in copy.spans
    )  # fmt: skip
    text = SharedText(copy.text, (replace(copy, text=SHARED.shared[0].text, spans=turned),))
    page = comparison_document(replace(SHARED, shared=(text,)))

    assert [plain(each.inlines) for each in walk(page) if isinstance(each, Del)] == ["ikke "]


def test_after_the_first_five_they_are_folded() -> None:
    page = comparison_document(replace(SHARED, shared=SHARED.shared * 8))
    folded = [each for each in page.blocks if isinstance(each, Note) and each.kind == "same"]

    assert [plain(each.title) for each in folded] == ["3 stykker til"]
    assert len([each for each in page.blocks if isinstance(each, Items)]) == 5
    assert words(page).count("Ordlyd fra Albertslund") == 8


def test_of_three_and_more_the_number_is_said() -> None:
    three = SharedText("Ord.", (Copy(1, "need", 0, "Ord."), Copy(2, "need", 0, "Ord."), Copy(2, "special", 0, "Ord.")))
    page = comparison_document(replace(SHARED, shared=(three,)))

    assert "Ord for ord ens (3): Albertslund (afsnit 2), Ballerup (afsnit 3) og Ballerup (afsnit 9)" in words(page)


def test_nothing_shared_has_no_section() -> None:
    assert same_words(comparison_document(replace(SHARED, shared=()))) == ()


# ---------- Paper ----------


@pytest.mark.parametrize("count", [2, 4, 5, 12, 63, 98])
def test_tables_for_paper_have_four_columns_and_lose_none(count: int) -> None:
    page = comparison_document(wide(count), paper=True)
    shown = [names(each) for each in tables(page)]
    own = [name for each in shown for name in each if name not in ("Oplysning", "Emne", "Fordeling", "Loven")]

    assert max(len(each) for each in shown) <= 5
    assert len(own) == 2 * (count - 1)
    assert all("Loven" in each for each in shown if "Fordeling" not in each)
    assert sum(f"Hjælpen er nummer {at}." in words(page) for at in range(1, count, 2)) == len(range(1, count, 2))


def test_tables_say_which_columns_they_have() -> None:
    captions = [plain(each.caption) for each in tables(comparison_document(wide(9), paper=True))]

    assert captions[:4] == [
        "Fordelingen på alle 8 kolonner",
        "Kolonne 1–3 af 8: Albertslund, Ballerup og Dragør",
        "Kolonne 4–6 af 8: Furesø, Gladsaxe og Herlev",
        "Kolonne 7–8 af 8: Ishøj og Lejre",
    ]
    assert [plain(each.caption) for each in tables(comparison_document(wide(4), paper=True))] == ["", ""]


def test_the_baseline_is_repeated_like_the_law() -> None:
    page = comparison_document(replace(wide(9), baseline=3), paper=True)

    assert [names(each)[1:3] for each in tables(page)[1:5]] == [["Loven", "Dragør"]] * 4


def test_on_paper_nothing_is_folded_away_or_cut() -> None:
    page = comparison_document(wide(9), paper=True)

    assert "Mere" not in words(page).splitlines()
    assert "»inden 14 dage«" in words(page)


def test_topics_that_nobody_in_a_group_writes_about_are_named() -> None:
    page = comparison_document(wide(9), paper=True)
    rows = [[words(each.cells[0]).splitlines()[0] for each in table.body] for table in tables(page)[-3:]]

    assert rows == [["Behov"], ["Behov"], ["Behov", "Særlige forhold"]]
    assert "Hos Albertslund, Ballerup og Dragør er der intet afsnit om særlige forhold." in words(page)


@given(st.lists(standards(), min_size=1, max_size=7), st.integers(0, 6))
@settings(max_examples=25, deadline=None)
def test_each_anchor_is_there_once_and_every_link_has_its_own(made: list[Standard], at: int) -> None:
    entries = [Entry(f"k{number}/x", f"K{number}", each) for number, each in enumerate(made)]
    comparison = compare(entries, baseline=at if at < len(made) else None)
    for paper in (False, True):
        page = comparison_document(comparison, paper=paper)
        anchors = [each.id for each in walk(page) if getattr(each, "id", "")]
        targets = [each.href[1:] for each in walk(page) if isinstance(each, Link) and each.href.startswith("#")]

        assert len(anchors) == len(set(anchors))
        assert set(targets) <= set(anchors)


def test_nothing_is_said_of_texts_where_there_are_none() -> None:
    page = comparison_document(replace(SHARED, topics=(), shared=()))

    assert [plain(each.inlines) for each in page.blocks if isinstance(each, Heading)][1:] == ["Oplysninger"]
    assert not [each for each in page.blocks if isinstance(each, Paragraph) and "Fælles" in plain(each.inlines)]
