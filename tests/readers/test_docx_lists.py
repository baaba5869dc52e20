"""Word files: lists and automatic numbers, as Word shows them."""

import pytest

from qstd.readers.docx import read
from qstd.readers.office.numerals import bullet, written
from tests.readers.word_parts import STYLES, docx, lines, p, r, tbl, tr

FILE = "prøve.docx"


def level(depth: int, form: str, text: str, more: str = "", start: int = 1, indent: int = 0) -> str:
    edge = f'<w:pPr><w:ind w:left="{indent}"/></w:pPr>' if indent else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f"{edge}</w:lvl>"
    )


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', more: str = ""
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}{nums}'


def entry(text: str, depth: int = 0, number: int = 1, style: str = "") -> str:
    return p(text, style, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def shown(body: str, definitions: str, styles: str = STYLES) -> list[str]:
    return lines(read(docx(body, {"numbering": definitions, "styles": styles}), FILE))


def test_numbers_of_several_levels() -> None:
    outline = numbering(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "upperRoman", "%1.%2 (%3)")
    )
    body = entry("en") + entry("to") + entry("to a", 1) + entry("to a i", 2) + entry("to a ii", 2) + entry("to b", 1)
    body += entry("tre") + entry("tre a", 1)

    assert shown(body, outline) == [
        "1. en",
        "2. to",
        "  a) to a",
        "    2.a (I) to a i",
        "    2.a (II) to a ii",
        "  b) to b",
        "3. tre",
        "  a) tre a",
    ]


def test_lists_that_share_their_count_and_those_that_begin_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        "</w:num>"
    )
    body = entry("a") + entry("b", number=2) + entry("c", number=3) + entry("d", number=3) + entry("e")

    assert shown(body, numbering(level(0, "decimal", "%1."), nums=nums)) == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_a_list_whose_level_is_replaced() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "upperLetter", "%1:", start=3)
        + "</w:lvlOverride></w:num>"
    )

    assert shown(entry("a") + entry("b"), numbering(level(0, "decimal", "%1."), nums=nums)) == ["C: a", "D: b"]


def test_levels_that_go_on_counting() -> None:
    never = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'))
    body = entry("a") + entry("b", 1) + entry("c") + entry("d", 1)

    assert shown(body, never) == ["1. a", "  1 b", "2. c", "  2 d"]


def test_a_level_above_that_was_skipped() -> None:
    outline = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))

    assert shown(entry("a") + entry("b", 2), outline) == ["1 a", "    1.1.1 b"]


def test_bullets_have_no_number_in_other_levels() -> None:
    outline = numbering(level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "decimal", "%1%2%3."))
    body = entry("a") + entry("b", 1) + entry("c", 2)

    assert shown(body, outline) == ["• a", "  ◦ b", "    1. c"]


def test_decimal_in_legal_style() -> None:
    outline = numbering(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))

    assert shown(entry("a") + entry("b") + entry("c", 1), outline) == ["I a", "II b", "  2.1 c"]


def test_numbered_headings_by_style() -> None:
    styles = STYLES.replace(
        '<w:name w:val="heading 1"/><w:pPr>',
        '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>',
    ).replace(
        '<w:name w:val="heading 2"/><w:pPr>',
        '<w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    )
    outline = numbering(
        level(0, "decimal", "%1", '<w:pStyle w:val="Overskrift1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Overskrift2"/>'),
    )
    body = p("Formål", "Overskrift1") + p("Hvem", "Overskrift2") + p("Mål", "Afsnit")
    body += p("Uden", "Overskrift1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + p("Pris", "Overskrift1")

    assert shown(body, outline, styles) == ["# 1 **Formål**", "## 1.1 Hvem", "## 1.2 Mål", "# **Uden**", "# 2 **Pris**"]


def test_a_style_that_names_no_level_has_that_which_names_it() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Pind"><w:name w:val="Pind"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    outline = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Pind"/>'))

    assert shown(p("a", "Pind"), outline, styles) == ["  a) a"]


def test_a_list_that_lies_in_a_style() -> None:
    more = f'<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Min"/>{level(0, "decimal", "%1)")}</w:abstractNum>'
    linked = numbering('<w:numStyleLink w:val="Min"/>', more=more)

    assert shown(entry("a"), linked) == ["1) a"]


def test_numbers_in_cells_and_deleted_entries() -> None:
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = p("<w:del><w:r><w:delText>væk</w:delText></w:r></w:del>", properties=number + gone)
    body = tbl(tr(entry("a"), "b"), tr(deleted + entry("c"), "d"), tr(entry(""), "e"), tr(entry("f"), "g"))

    assert shown(body, numbering(level(0, "decimal", "%1."))) == [
        "| 1. a | b |",
        "| 2. c | d |",
        "|  | e |",
        "| 4. f | g |",
    ]


def test_a_further_paragraph_of_an_entry() -> None:
    outline = numbering(level(0, "bullet", "•", indent=720), level(1, "bullet", "•", indent=1440))
    further = p("videre", properties='<w:ind w:left="720"/>')
    typed = p("• skrevet", properties='<w:ind w:left="720" w:hanging="360"/>')

    assert shown(entry("a") + further + p("ny") + further, outline) == ["• a", "videre", "ny", "videre"]
    reading = read(docx(entry("a") + further + p("ny") + further + entry("b", 1) + further + entry("c") + typed,
                        {"numbering": outline}), FILE)  # fmt: skip
    assert reading.outline is not None
    assert [block.depth for block in reading.outline.blocks] == [1, 1, 0, 0, 2, 0, 1, 0]  # type: ignore[union-attr]  # no tables


@pytest.mark.parametrize("number", ["9", "0", "x"])
def test_a_list_that_is_not_there(number: str) -> None:
    body = p("a", properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    assert shown(body, numbering(level(0, "decimal", "%1."))) == ["a"]


def test_typed_bullets_stay_text() -> None:
    assert shown(p("• bad") + p(r("– ") + r("mad")), "") == ["• bad", "– mad"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (7, "decimalZero", "07"),
        (3, "ordinal", "3."),
        (3, "none", ""),
        (3, "chineseCounting", "3"),
        (0, "lowerLetter", "0"),
        (99999, "upperRoman", "99999"),
    ],
)
def test_forms_of_numbers(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


@pytest.mark.parametrize(
    ("glyph", "shown"), [("\uf0b7", "•"), ("\uf0a7", "▪"), ("\uf021", "•"), ("–", "–"), (" ", "•")]
)
def test_bullets(glyph: str, shown: str) -> None:
    assert bullet(glyph) == shown
