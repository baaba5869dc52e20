"""Several standards in one source."""

from qstd.model.outline import Block, Para
from qstd.recognise import Hints, recognise
from tests.recognise.outlines import outline, para, table


def _standard(name: str, level: int) -> list[Block | str]:
    return [
        para(name, level=level),
        para("Formål", level=level + 1),
        "At komme ud.",
        para("Målgruppe", level=level + 1),
        "Voksne.",
    ]


def titles(*blocks: Block | str) -> list[str]:
    found = recognise(outline(*blocks), Hints())
    assert (found.account.status, found.account.unplaced) == ("PASS", ())
    return [each.standard.title for each in found.drafts]


def test_titles_that_name_a_standard_each() -> None:
    names = ["Kvalitetsstandard for ledsagelse § 97", "Kvalitetsstandard for bostøtte § 85"]
    assert titles(*_standard(names[0], 1), *_standard(names[1], 1)) == names


def test_titles_above_tables() -> None:
    rows = table(("Lovgrundlag", "§ 97."), ("Formål", "At komme ud."), ("Klage", "Fire uger."))
    names = ["Kvalitetsstandard for ledsagelse", "Kvalitetsstandard for bostøtte"]
    assert titles(names[0], rows, names[1], rows) == names


def test_chapters_that_begin_again_and_again_alike() -> None:
    assert titles(*_standard("Ledsagelse", 1), *_standard("Bostøtte", 1)) == ["Ledsagelse", "Bostøtte"]


def test_bare_lines_that_name_a_service_each() -> None:
    lines = ["Ledsagelse (§ 97)", "Formål", "At komme ud.", "Målgruppe", "Voksne."]
    others = ["Kontaktperson for døvblinde (§ 98)", *lines[1:]]
    assert titles(*lines, *others) == [lines[0], others[0]]


def test_what_stands_before_belongs_to_the_first() -> None:
    blocks = [
        *_standard("Kvalitetsstandard for ledsagelse § 97", 2),
        *_standard("Kvalitetsstandard for bostøtte § 85", 2),
    ]
    lead: list[Block | str] = [
        para("Hjælp til voksne", level=1),
        "Kvalitetsstandarderne er godkendt af byrådet den 1. maj 2020.",
    ]
    found = recognise(outline(*lead, *blocks), Hints()).drafts
    assert [len(each.standard.sections) for each in found] == [3, 2]
    assert found[0].standard.sections[0].heading == "Hjælp til voksne"
    assert all(each.standard.approval and each.standard.approval.body == "byrådet" for each in found)


def test_one_standard_is_not_parted() -> None:
    chapters: list[Block | str] = [
        para("1. Rammer", level=1),
        para("Formål", level=2),
        "x.",
        para("2. Indhold", level=1),
        "y.",
    ]
    assert titles("Kvalitetsstandard for ledsagelse", *chapters) == ["Kvalitetsstandard for ledsagelse"]


def test_a_line_inside_a_section_that_names_a_standard_does_not_part() -> None:
    inner: list[Block | str] = [para("Kvalitetsmål", level=2), "Kvalitetsstandard i ordningen SL § 99", "At hjælpe."]
    more: list[Block | str] = [
        para("Opfølgning", level=2),
        "En gang om året.",
        para("Særlige forhold", level=2),
        "Ingen.",
    ]
    assert len(titles(*_standard("Kvalitetsstandard for SKP", 1), *inner, *more)) == 1


def test_a_title_that_a_page_says_again_is_furniture() -> None:
    title: Para = para("Kvalitetsstandard for ledsagelse")
    found = recognise(outline(title, para("Formål", level=2), "At komme ud.", title, "Og hjem."), Hints())
    assert found.account.furniture == (("repeated", 3),)
    assert len(found.drafts) == 1


def test_a_title_in_two_lines_begins_with_the_first() -> None:
    kind = para("Kvalitetsstandard", level=1)
    assert titles(kind, *_standard("Ledsagelse § 97", 1), kind, *_standard("Bostøtte § 85", 1)) == [
        "Kvalitetsstandard Ledsagelse § 97",
        "Kvalitetsstandard Bostøtte § 85",
    ]
