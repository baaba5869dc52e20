"""OpenDocument texts: every text in reading order, or as furniture, and the words counted a second time."""

import pytest

from qstd.model.outline import LINE_BREAK, Para, Reading, Table
from qstd.readers.odt import read
from tests.readers.word_parts import codes, furniture, lines, zipped

FILE = "prøve.odt"
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "meta": "meta",
    }.items()
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def style(name: str, properties: str, family: str = "paragraph", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}><style:text-properties {properties}/></style:style>'


def level(depth: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" {more}/>'


COMMON = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" fo:language="da"/>'
    "</style:default-style>"
    + style("Standard", "")
    + style("Heading_20_1", 'fo:font-weight="bold" fo:font-size="130%"', more='style:display-name="Heading 1"')
    + style("Title", "")
    + style("Quotations", "")
    + style("Contents_20_1", "")
)
AUTOMATIC = (
    style("P1", 'fo:font-weight="bold"', more='style:parent-style-name="Standard"')
    + style("P2", "", more='style:parent-style-name="Title"')
    + style("T1", 'fo:font-weight="bold"', "text")
    + style("T2", 'fo:font-style="italic" style:text-underline-style="solid"', "text")
    + style("T3", 'text:display="none"', "text")
    + style("T4", 'fo:text-transform="uppercase"', "text")
    + style("T5", 'fo:font-weight="normal"', "text")
    + '<text:list-style style:name="L1">'
    + level(1, "1", 'style:num-suffix="."')
    + level(2, "a", 'style:num-suffix=")" text:display-levels="2"')
    + '<text:list-level-style-bullet text:level="3" text:bullet-char="\uf0a7"/></text:list-style>'
    + '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>'
    + '<text:list-level-style-image text:level="2"/></text:list-style>'
)


def odt(body: str, margins: str = "", common: str = COMMON, automatic: str = AUTOMATIC, **more: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {SPACES}><office:styles>{common}</office:styles><office:master-styles>"
        f'<style:master-page style:name="Standard">{margins}</style:master-page></office:master-styles></office:document-styles>'
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": styles} | more
    )


def read_body(body: str, **more: str) -> Reading:
    return read(odt(body, **more), FILE)


def p(content: str, name: str = "Standard") -> str:
    return f'<text:p text:style-name="{name}">{content}</text:p>'


def listing(*items: str, name: str = "L1", more: str = "") -> str:
    entries = "".join(
        item if item.startswith("<text:list-") else f"<text:list-item>{item}</text:list-item>" for item in items
    )
    return f'<text:list text:style-name="{name}" {more}>{entries}</text:list>'


def first(reading: Reading) -> Para:
    assert reading.outline is not None
    found = reading.outline.blocks[0]
    assert isinstance(found, Para)
    return found


def test_paragraphs_and_headings() -> None:
    body = (
        p("Kvalitetsstandard", "P2")
        + '<text:h text:style-name="Heading_20_1" text:outline-level="1">Formål</text:h>'
        + '<text:h text:outline-level="3">Hvem</text:h>'
        + p("")
        + p("Tekst", "P1")
        + p("Citeret", "Quotations")
    )
    reading = read_body(body)

    assert lines(reading) == ["# Kvalitetsstandard", "# **Formål**", "### Hvem", "**Tekst**", "Citeret"]
    assert reading.outline is not None
    assert reading.outline.language == "da"
    assert [
        (block.reasons, block.size, block.quote) for block in reading.outline.blocks if isinstance(block, Para)
    ] == [
        (("style",), 11.0, False),
        (("style", "bold", "size"), 14.3, False),
        (("style",), 11.0, False),
        (("bold",), 11.0, False),
        ((), 11.0, True),
    ]


def test_runs_spaces_and_breaks() -> None:
    body = p(
        'Du\n  kan<text:s text:c="2"/><text:span text:style-name="T1">søge</text:span><text:tab/>'
        '<text:span text:style-name="T2">nu</text:span><text:line-break/><text:soft-page-break/>om\u00adsorg og '
        '<text:bookmark-start text:name="b"/>hjæ<text:bookmark-end text:name="b"/>lp'
        '<text:a xlink:href="https://eksempel.dk"> her</text:a>'
    )

    assert lines(read_body(body)) == [
        f"Du kan  **søge** ___nu___{LINE_BREAK}om\u00adsorg og hjælp[ her](https://eksempel.dk)"
    ]


def test_why_a_paragraph_may_be_a_heading() -> None:
    assert first(read_body(p('<text:span text:style-name="T4">formål</text:span>'))).reasons == ("caps",)
    assert first(read_body(p('<text:span text:style-name="T2">formål</text:span>'))).reasons == ("underline",)
    assert first(read_body(p('<text:span text:style-name="T5">formål</text:span>', "P1"))).reasons == ()
    assert first(read_body(p("1.2 Formål"))).reasons == ("numbered",)


def test_lists() -> None:
    inner = listing(p("to a"), p("to b") + listing(p("dyb"), name="", more=""), name="")
    body = listing(
        p("en") + p("mere om en"), p("to") + inner, "<text:list-header>" + p("uden") + "</text:list-header>", p("tre")
    )

    assert lines(read_body(body + listing(p("streg") + listing(p("billede"), name="L2"), name="L2"))) == [
        "1. en",
        "mere om en",
        "2. to",
        "  2.a) to a",
        "  2.b) to b",
        "    ▪ dyb",
        "uden",
        "3. tre",
        "– streg",
        "  • billede",
    ]
    reading = read_body(body)
    assert reading.outline is not None
    assert [block.depth for block in reading.outline.blocks if isinstance(block, Para)] == [1, 1, 1, 2, 2, 3, 1, 1]


def test_lists_that_go_on() -> None:
    body = (
        listing(p("a"), p("b"), more='xml:id="x"')
        + p("imellem")
        + listing(p("c"), more='text:continue-numbering="true"')
        + listing(p("ny"))
        + listing(p("d"), more='text:continue-list="x"')
        + listing('<text:list-item text:start-value="9">' + p("ni") + "</text:list-item>", p("ti"))
    )

    assert lines(read_body(body)) == ["1. a", "2. b", "imellem", "3. c", "1. ny", "4. d", "9. ni", "10. ti"]


def test_a_list_that_goes_on_inside_another() -> None:
    body = listing(p("a") + listing(p("x"), name=""), more='xml:id="x"') + p("imellem")
    body += listing(listing(p("y"), name=""), p("b"), more='text:continue-list="x"')

    assert lines(read_body(body)) == ["1. a", "  1.a) x", "imellem", "  1.b) y", "2. b"]


def test_numbered_headings() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )

    def h(depth: int, text: str, more: str = "") -> str:
        return f'<text:h text:outline-level="{depth}" {more}>{text}</text:h>'

    body = h(1, "Formål") + h(2, "Hvem") + h(2, "Hvad") + h(1, "Uden", 'text:is-list-header="true"') + h(1, "Pris")
    body += h(1, "Ny", 'text:restart-numbering="true" text:start-value="7"') + h(3, "Dyb")

    assert lines(read_body(body, common=COMMON + outline)) == [
        "# 1 Formål",
        "## 1.1 Hvem",
        "## 1.2 Hvad",
        "# Uden",
        "# 2 Pris",
        "# 7 Ny",
        "### Dyb",
    ]


def test_numbered_paragraphs_and_numbers_as_text() -> None:
    of_list = 'text:style-name="L1" text:list-id="n" text:level="1"'
    one = f"<text:numbered-paragraph {of_list}><text:p>{{}}</text:p></text:numbered-paragraph>"
    body = one.format("<text:number>1.</text:number>a") + one.format("b")

    assert lines(read_body(body)) == ["1. a", "2. b"]


def test_tables() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(content: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(content) if not content.startswith('<') else content}</table:table-cell>"

    head = row(cell("Emne"), cell("Indhold", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>")
    nested = f'<table:table table:is-sub-table="true">{row(cell("i"), cell("j"))}</table:table>'
    body = (
        '<table:table><table:title>Om tabellen</table:title><table:table-column table:number-columns-repeated="3"/>'
        + f"<table:table-header-rows>{head}"
        + "</table:table-header-rows><table:table-rows>"
        + row(cell("ned", 'table:number-rows-spanned="2"'), cell("b"), cell("c"))
        + row("<table:covered-table-cell>" + p("dækket") + "</table:covered-table-cell>", cell("d"), cell(nested))
        + row(cell("", 'table:number-columns-repeated="3"'))
        + "</table:table-rows></table:table>"
    )
    reading = read_body(body)

    assert lines(reading) == [
        "| ! Emne | ! 2x1 Indhold |",
        "| 1x2 ned | b | c |",
        "| d | | i | j | |",
        "|  |  |  |",
    ]
    assert furniture(reading) == [("hidden", "Om tabellen"), ("hidden", "dækket")]
    assert reading.outline is not None
    table = reading.outline.blocks[0]
    assert isinstance(table, Table)
    assert table.columns == 3
    assert [cell.blocks[0].spot.column for cell in table.rows[1].cells] == [1, 2, 3]


def test_notes_text_boxes_and_pictures() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('Se loven.')}{p('Og mere.')}</text:note-body></text:note>"
    )
    frame = f"<draw:frame><draw:text-box>{p('I boksen')}</draw:text-box><svg:title>Boks</svg:title></draw:frame>"
    picture = '<draw:frame><draw:image xlink:href="a.png"/><svg:desc>Kort</svg:desc></draw:frame>'
    chart = '<draw:frame><draw:object xlink:href="o"/><draw:image xlink:href="o.png"/></draw:frame>'
    shape = f"<draw:custom-shape>{p('I figuren')}</draw:custom-shape>"
    reading = read_body(shape + p(f"Hjælp{note} gives{frame}{picture}{chart} gratis."))

    assert lines(reading) == [
        "(textbox) I figuren",
        "Hjælp{[1]} gives gratis.",
        "(footnote) {[1] }Se loven.",
        "(footnote) Og mere.",
        "(textbox) I boksen",
    ]
    assert furniture(reading) == [("hidden", "Boks"), ("hidden", "Kort")]
    assert codes(reading) == ["I114", "I115"]


def test_changes_and_remarks() -> None:
    about = (
        "<office:change-info><dc:creator>Fagkonsulent</dc:creator><dc:date>2026-01-01</dc:date></office:change-info>"
    )
    changes = (
        '<text:tracked-changes><text:changed-region text:id="a"><text:deletion>'
        f"{about}{p('hver dag')}{p('og nat')}</text:deletion></text:changed-region>"
        f'<text:changed-region text:id="b"><text:insertion>{about}</text:insertion></text:changed-region>'
        "</text:tracked-changes>"
    )
    remark = (
        "<office:annotation><dc:creator>Fagkonsulent</dc:creator><dc:date>2026-01-01</dc:date>"
        f"{p('Skal det stå her?')}{listing(p('ja'))}</office:annotation>"
    )
    reading = read_body(
        changes + p(f'Hjæ<text:change text:change-id="a"/>lp {remark}gives<text:change-start text:change-id="b"/> nu')
    )

    assert lines(reading) == ["Hjælp gives nu"]
    assert furniture(reading) == [
        ("deleted", "hver dag"),
        ("deleted", "og nat"),
        ("comment", "Skal det stå her?\nja"),
    ]
    assert codes(reading) == ["I117"]


def test_contents_sections_and_hidden_text() -> None:
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Skabelon"
        f"</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>{p('Indhold')}"
        f"</text:index-title>{p('1 Formål<text:tab/>2')}</text:index-body></text:table-of-content>"
    )
    body = (
        contents
        + p("2 Pris", "Contents_20_1")
        + f"<text:section>{p('Afsnit')}</text:section>"
        + f'<text:section text:display="none">{p("Skjult afsnit")}</text:section>'
        + p('Synlig<text:span text:style-name="T3"> skjult</text:span> og <text:placeholder>Klik</text:placeholder>')
    )
    reading = read_body(body)

    assert lines(reading) == ["Afsnit", "Synlig og"]
    assert furniture(reading) == [
        ("contents", "Indhold"),
        ("contents", "1 Formål 2"),
        ("contents", "2 Pris"),
        ("hidden", "Skjult afsnit"),
        ("hidden", "skjult Klik"),
    ]


def test_headers_and_footers() -> None:
    margins = (
        f"<style:header>{p('Eksempel Kommune')}</style:header><style:header-left>{p('Venstre')}</style:header-left>"
        f"<style:footer>{p('Side <text:page-number>3</text:page-number> af <text:page-count>7</text:page-count>')}"
        "</style:footer>"
    )
    reading = read_body(p("Tekst"), margins=margins)

    assert lines(reading) == ["Tekst"]
    assert furniture(reading) == [
        ("header", "Eksempel Kommune"),
        ("header", "Venstre"),
        ("page_number", "3 7"),
        ("footer", "Side  af"),
    ]


def test_title_and_language() -> None:
    meta = (
        f"<office:document-meta {SPACES}><office:meta><dc:title>Ledsagelse</dc:title><dc:language>da-DK</dc:language>"
        "</office:meta></office:document-meta>"
    )
    outline = read_body(p("Tekst"), **{"meta.xml": meta}).outline

    assert outline is not None
    assert (outline.title, outline.language) == ("Ledsagelse", "da")


def test_a_password() -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"

    assert codes(read_body(p("Tekst"), **{"META-INF/manifest.xml": manifest})) == ["I102"]


def test_another_kind_of_document() -> None:
    sheet = (
        f"<office:document-content {SPACES}><office:body><office:spreadsheet/></office:body></office:document-content>"
    )

    assert codes(read(zipped({"content.xml": sheet}), FILE)) == ["I108"]
    assert codes(read_body(p(""))) == ["I109"]


@pytest.mark.parametrize("depth", [50, 240])
def test_spans_in_spans(depth: int) -> None:
    reading = read_body(p("<text:span>" * depth + "Tekst" + "</text:span>" * depth))

    assert codes(reading) in ([], ["I113"])
    assert reading.outline is None or lines(reading) == ["Tekst"]


def test_a_style_that_is_its_own_parent() -> None:
    circle = style("P9", "", more='style:parent-style-name="P9"')

    assert lines(read_body(p("Tekst", "P9"), automatic=circle)) == ["Tekst"]
