"""The page of two versions: every word of both is there, each place once, and the note tells what changed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from qstd.model.document import (
    Block,
    Break,
    Del,
    Heading,
    Inlines,
    Ins,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)
from qstd.model.revision import Leaf, Revision
from qstd.model.standard import Approval, ApprovedContent, Standard
from qstd.present.revision import change_note, revision_document
from qstd.present.revision_note import changes
from qstd.present.revision_page import text_blocks
from qstd.present.revision_places import TITLE, places
from qstd.present.revision_words import meta, stretch_name
from tests.compare.version_cases import standard as case
from tests.compare.version_strategies import pairs
from tests.present.revision_parts import OLD, edited, of, told, values

# ---------- Every word of both versions ----------

Words = dict[str, list[str]]


def text_of(revision: Revision) -> tuple[Block, ...]:
    where = places(revision, "da")
    return text_blocks(where, changes(where))


def shown(revision: Revision) -> Words:
    """The words that the page shows of each version, in order."""
    found: Words = {"old": [], "new": []}
    for block in text_of(revision):
        gather(block, frozenset(found), found)
    for side, version in (("old", revision.old), ("new", revision.new)):
        if revision.steps[0].kind == "same":  # the title stands at the head of the page
            found[side][:0] = version.title.split()
    return found


def gather(block: Block, sides: frozenset[str], found: Words) -> None:
    match block:
        case Heading():
            gather_heading(block, sides, found)
        case Paragraph():
            put(block.inlines if block.kind != "small" else (), sides, found)
        case Items():
            for each in (each for item in block.items for each in item.blocks):
                gather(each, sides, found)
        case Note():
            own = sides & moved_sides(plain(block.title)) if block.kind == "moved" else sides
            for each in block.blocks:
                gather(each, own, found)
        case Table():
            for row in (*block.head, *block.body):
                gather_row(row, sides, found)


def gather_heading(block: Heading, sides: frozenset[str], found: Words) -> None:
    if block.id == TITLE:
        return
    sides &= moved_sides(plain(block.tags))
    number = f"{block.number}{'.' * block.number.isdigit()} " if block.number else ""
    own = {"ins": {"new"}, "del": {"old"}}.get(block.change, set(sides))
    put((Text(number),), sides & own, found)
    put(block.inlines, sides, found)


def gather_row(row: Row, sides: frozenset[str], found: Words) -> None:
    first = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    if isinstance(first, Paragraph) and first.kind == "small":
        sides &= moved_sides(plain(first.inlines))
    for cell in row.cells:
        for each in cell.blocks:
            gather(each, sides, found)


def moved_sides(label: str) -> frozenset[str]:
    if label.startswith("Flyttet hertil"):
        return frozenset(("new",))
    return frozenset(("old",)) if label.startswith("Flyttet") else frozenset(("old", "new"))


def put(inlines: Inlines, sides: frozenset[str], found: Words) -> None:
    """Add the words of one stretch of text to the versions that have them."""
    for side in sides:
        found[side] += "".join(of_side(inlines, side)).split()


def of_side(inlines: Inlines, side: str) -> Iterator[str]:
    for each in inlines:
        if isinstance(each, Text):
            yield each.text
        elif isinstance(each, Break):
            yield "\n"
        elif isinstance(each, Mark) and each.kind == "tag":
            continue
        elif isinstance(each, Mark) and each.kind == "moved":
            yield from of_side(each.inlines, side) if side in moved_sides(plain(each.inlines)) else ()
        elif not (isinstance(each, Ins) and side == "old") and not (isinstance(each, Del) and side == "new"):
            yield from of_side(each.inlines, side)


def words(leaves: tuple[Leaf, ...]) -> list[str]:
    out = []
    for leaf in leaves:
        number = f"{leaf.number}{'.' * leaf.number.isdigit()} " if leaf.number else ""
        out += number.split()
        for cell in leaf.cells:
            out += plain(cell).split()
    return out


def is_complete(revision: Revision) -> None:
    found = shown(revision)

    # Where signs are part of a change, the words around them may stand apart: what counts is every character, in order.
    assert "".join(words(revision.old.leaves)) == "".join(found["old"])
    assert "".join(words(revision.new.leaves)) == "".join(found["new"])


@settings(max_examples=300, deadline=None)
@given(pairs())
def test_every_word_of_both_versions_stands_on_the_page_in_order(pair: tuple[Standard, Standard]) -> None:
    is_complete(of(*pair))


@settings(max_examples=200, deadline=None)
@given(pairs())
def test_every_anchor_is_there_once_and_every_link_finds_one(pair: tuple[Standard, Standard]) -> None:
    page = list(values(revision_document(of(*pair)).blocks))
    anchors = [each.id for each in page if getattr(each, "id", "")]
    targets = {each.href[1:] for each in page if isinstance(each, Link) and each.href.startswith("#")}

    assert len(anchors) == len(set(anchors))
    assert targets <= set(anchors)


@settings(max_examples=100, deadline=None)
@given(pairs())
def test_a_note_alone_leads_nowhere(pair: tuple[Standard, Standard]) -> None:
    page = values(change_note(of(*pair)).blocks)

    assert not [each for each in page if isinstance(each, Link)]


# ---------- Nothing changed ----------


def test_where_nothing_changed_that_is_said() -> None:
    page = revision_document(of(OLD, OLD))

    assert told(of(OLD, OLD)) == "Der er ingen ændringer. De to udgaver er ens, ord for ord."
    [fold] = [each for each in page.blocks if isinstance(each, Note)]
    assert (fold.kind, plain(fold.title).replace("\u00a0", " ")) == ("same", "Afsnit 1 og 2: uændret")
    assert not any(isinstance(each, Ins | Del) for each in values(page.blocks))


# ---------- Sections ----------


def headings(revision: Revision) -> list[tuple[str, str, str, str]]:
    """Of each heading of a section that is not folded: its number, words, labels and change."""
    return [
        (each.number, plain(each.inlines), plain(each.tags).replace("\u00a0", " "), each.change)
        for each in text_of(revision)
        if isinstance(each, Heading) and each.level == 2
    ]


def test_a_renamed_section_shows_both_names() -> None:
    revision = of(OLD, edited(heading="Hvor meget hjælp?", body="Der er en frist på 8 uger."))

    assert headings(revision) == [("2", "OmfangHvor meget hjælp?", "Indhold", "")]
    assert [type(each) for each in values(text_of(revision)) if isinstance(each, Ins | Del)] == [Del, Ins, Del, Ins]


def test_a_new_number_alone_stays_folded_and_says_so() -> None:
    revision = of(OLD, edited(number="3"))
    title = next(each.title for each in text_of(revision)[::-1] if isinstance(each, Note))

    assert plain(title).replace("\u00a0", " ") == "Afsnit 3: kun nummeret er ændret (før afsnit 2)"
    assert "Afsnit 2 er blevet til afsnit 3." in told(revision)
    assert "Indholdet er ikke ændret. Der er 1 nyt afsnitsnummer." in told(revision)


def test_what_only_the_old_version_has_stays_in_sight() -> None:
    revision = of(OLD, replace(OLD, sections=OLD.sections[1:]))

    assert headings(revision) == [("1", "Pris", "Udgår", "del")]
    assert "Afsnit 1 i den gamle udgave, »Pris«: afsnittet udgår\nUdgår: »Hjælpen er gratis.«" in told(revision)
    assert "1 afsnit udgår." in told(revision)


def test_an_empty_section_that_gets_text_says_so() -> None:
    empty = edited(body="")
    small = [plain(each.inlines) for each in text_of(of(empty, OLD)) if isinstance(each, Paragraph) and each.kind]

    assert small == ["Før: overskrift uden tekst."]


def test_a_moved_section_says_where_it_stands_now() -> None:
    many = case(
        "T\n" + "".join(f"## t{n} | | Nr. {n} her\nAfsnittet med nummer {n} har sine egne ord {n}.\n" for n in "abcd")
    )
    revision = of(many, replace(many, sections=(*many.sections[1:], many.sections[0])))
    tags = [tags for _number, _words, tags, change in headings(revision) if change]
    frames = [plain(each.title) for each in text_of(revision) if isinstance(each, Note) and each.kind == "moved"]

    assert tags == ["Flyttet til et andet sted", "Flyttet hertil"]
    assert frames == ["Flyttet med afsnittet", "Flyttet hertil med afsnittet"]
    assert told(revision).endswith("Der er 1 flytning.\nFlytning\n»Nr. a her« er flyttet\nSe »Nr. a her«")
    is_complete(revision)


@pytest.mark.parametrize(
    ("sections", "name"),
    [
        ([("1", "A")], "Afsnit 1"),
        ([("1", "A"), ("2", "B")], "Afsnit 1 og 2"),
        ([("1", ""), ("2", ""), ("3", ""), ("4", "")], "Afsnit 1 til 4"),
        ([("", "Pris"), ("", "Mål")], "»Pris« og »Mål«"),
        ([("§ 1", ""), ("", "")], "§ 1 og afsnittet uden overskrift"),
    ],
)
def test_stretches_have_names(sections: list[tuple[str, str]], name: str) -> None:
    assert stretch_name(sections, "da").replace("\u00a0", " ") == name


def test_a_text_that_was_changed_after_its_approval_is_not_called_approved() -> None:
    content = ApprovedContent(form=1, whole="0a" * 32, sections={})
    approval = Approval(date=dt.date(2026, 10, 5), content=content)
    old, new = (
        replace(each, approval=approval, status="in_force") for each in (OLD, edited(body="Der er en frist på 5 uger."))
    )
    said = meta(of(old, new), "da").replace("\N{NO-BREAK SPACE}", " ")
    assert "Ny: ændret siden godkendelsen den 5. oktober 2026" in said
    later = replace(new, approval=replace(approval, content=replace(content, whole="0b" * 32)))
    assert "ændret siden godkendelsen" not in meta(of(old, later), "da")
