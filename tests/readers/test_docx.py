"""Word files: every text in reading order, or as furniture, and the words counted a second time."""

from qstd.model.outline import LINE_BREAK, Para, Reading, Table
from qstd.readers.docx import read
from tests.readers.word_parts import codes, docx, furniture, lines, p, r, tbl, tc, tr

FILE = "prøve.docx"


def read_body(body: str, **parts: str) -> Reading:
    return read(docx(body, parts), FILE)


def first(reading: Reading) -> Para:
    assert reading.outline is not None
    found = reading.outline.blocks[0]
    assert isinstance(found, Para)
    return found


def test_paragraphs_and_headings() -> None:
    body = (
        p("Kvalitetsstandard for ledsagelse", "Titel")
        + p("Formål", "Overskrift1")
        + p("Hvem", "Afsnit")
        + p("Hvornår", properties='<w:outlineLvl w:val="2"/>')
        + p("Ikke en overskrift", "Overskrift1", '<w:outlineLvl w:val="9"/>')
        + p("")
        + p("Tekst")
    )

    reading = read_body(body)

    assert lines(reading) == [
        "# Kvalitetsstandard for ledsagelse",
        "# **Formål**",
        "## Hvem",
        "### Hvornår",
        "**Ikke en overskrift**",
        "Tekst",
    ]
    assert reading.findings == ()
    assert reading.outline is not None
    assert reading.outline.language == "da"


def test_why_a_paragraph_may_be_a_heading() -> None:
    def reasons(paragraph: str) -> tuple[str, ...]:
        return first(read_body(paragraph + p("Almindelig tekst i samme standard."))).reasons

    assert reasons(p("Formål", "Overskrift1")) == ("style", "bold", "size")
    assert reasons(p("Formål", "Fed")) == ("bold",)
    assert reasons(p(r("Formål", "<w:u w:val='single'/>"))) == ("underline",)
    assert reasons(p(r("Formål", "<w:u w:val='none'/>"))) == ()
    assert reasons(p("FORMÅL")) == ("caps",)
    assert reasons(p(r("Formål", "<w:caps/>"))) == ("caps",)
    assert reasons(p("2.1 Formål")) == ("numbered",)
    assert reasons(p(r("Formål", "<w:b/>") + r(" og mere"))) == ()
    # Emphasis in a bold style takes the bold away again.
    assert reasons(p(r("Formål", "<w:rStyle w:val='Strk'/>"), "Fed")) == ()
    assert reasons(p(r("Formål", "<w:b w:val='0'/>"), "Fed")) == ()


def test_larger_than_the_text_around_it() -> None:
    body = tbl(tr(p(r("Formål", '<w:sz w:val="28"/>')), p("Vi hjælper dig videre."))) + p("Mere tekst.")

    reading = read_body(body)

    assert reading.outline is not None
    table, text = reading.outline.blocks
    assert isinstance(table, Table)
    assert isinstance(text, Para)
    label, content = (cell.blocks[0] for cell in table.rows[0].cells)
    assert isinstance(label, Para)
    assert isinstance(content, Para)
    assert (label.size, label.reasons) == (14.0, ("size",))
    assert (content.size, content.reasons, text.reasons) == (11.0, (), ())


def test_runs_that_look_alike_are_one() -> None:
    body = p(
        r("Du kan ") + r("søge ", "<w:lang w:val='da'/>") + r("om", "<w:b/>") + r(" hjælp", "<w:i/><w:b/>") + r(".")
    )

    assert lines(read_body(body)) == ["Du kan søge **om****_ hjælp_**."]
    assert [run.text for run in first(read_body(body)).runs] == ["Du kan søge ", "om", " hjælp", "."]


def test_breaks_hyphens_and_spaces() -> None:
    body = p(
        "<w:r><w:t>Støtte</w:t><w:noBreakHyphen/><w:t>ordning</w:t><w:tab/><w:t>om</w:t><w:softHyphen/><w:t>sorg</w:t>"
        "<w:br/><w:t>ny linje</w:t><w:cr/><w:t>a\n  b</w:t></w:r>"
    )

    assert lines(read_body(body)) == [f"Støtte\u2011ordning om\u00adsorg{LINE_BREAK}ny linje{LINE_BREAK}a   b"]


def test_composed_letters() -> None:
    assert lines(read_body(p("Ga\u030ard"))) == ["Gård"]


def test_symbols_stay_symbols() -> None:
    body = p('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> Bad</w:t></w:r>')
    body += p('<w:r><w:sym w:font="Symbol" w:char="B7"/><w:t xml:space="preserve"> Mad</w:t></w:r>')
    body += p('<w:r><w:sym w:font="Arial" w:char="00C5"/><w:t>se</w:t></w:r>')

    assert lines(read_body(body)) == ["\uf0a7 Bad", "\uf0b7 Mad", "Åse"]


def test_content_controls_at_every_level() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = (
        control(p("Hele afsnittet"))
        + p(r("Midt ") + control(r("i sætningen")) + r("."))
        + tbl(control(tr(control(tc("celle")), "anden")))
        + control(control(p("To lag")))
    )

    assert lines(read_body(body)) == ["Hele afsnittet", "Midt i sætningen.", "| celle | anden |", "To lag"]


def test_a_text_that_only_asks_for_one_is_not_text() -> None:
    body = p(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + r("Klik her for at skrive")
        + "</w:sdtContent></w:sdt>"
    )
    reading = read_body(p("Tekst") + body)

    assert lines(reading) == ["Tekst"]
    assert furniture(reading) == [("hidden", "Klik her for at skrive")]


def test_wrappers_of_words() -> None:
    body = p(f"<w:smartTag>{r('Lejre ')}<w:customXml>{r('Kom')}</w:customXml></w:smartTag><w:bdo>{r('mune')}</w:bdo>")

    assert lines(read_body(f"<w:customXml>{body}</w:customXml>")) == ["Lejre Kommune"]


def test_tracked_changes() -> None:
    body = p(
        r("Du får hjælp ")
        + f"<w:ins>{r('hver uge')}</w:ins>"
        + "<w:del><w:r><w:delText>hver</w:delText></w:r></w:del><w:del><w:r><w:delText>dag</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{r(' flyttet')}</w:moveFrom><w:moveTo>{r(' hertil')}</w:moveTo>"
    )
    reading = read_body(body)

    assert lines(reading) == ["Du får hjælp hver uge hertil"]
    assert furniture(reading) == [("deleted", "hver dag  flyttet")]
    assert codes(reading) == ["I117"]
    assert dict(reading.findings[0].message.values) == {"insertions": 1, "deletions": 3}


def test_a_deleted_paragraph_end_joins_two() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        p("Hjælpen er gra", properties=gone)
        + p("tis for dig", "Overskrift2")
        + tbl(tr(p("Sidste", properties=gone), "næste"))
    )

    assert lines(read_body(body)) == ["## Hjælpen er gratis for dig", "| Sidste | næste |"]


def test_deleted_rows_and_cells() -> None:
    table = tbl(
        tr("bliver", "også"),
        tr(p("<w:del><w:r><w:delText>væk</w:delText></w:r></w:del>"), "med", properties="<w:del w:id='1'/>"),
        tr(tc("slettet celle", "<w:cellDel/>"), "står"),
    )
    reading = read_body(table)

    assert lines(reading) == ["| bliver | også |", "|  | står |"]
    assert {kind for kind, _ in furniture(reading)} == {"deleted"}


def test_links() -> None:
    instruction = '<w:r><w:instrText> HYPERLINK "https://eksempel.dk/b" \\l "afsnit" \\o "vis" </w:instrText></w:r>'
    body = p(
        f'<w:hyperlink r:id="k1">{r("loven")}</w:hyperlink>'
        + f'<w:hyperlink w:anchor="formål">{r(" formål")}</w:hyperlink>'
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + instruction
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r(" felt")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + f'<w:fldSimple w:instr="HYPERLINK mailto:post@eksempel.dk">{r(" skriv")}</w:fldSimple>'
        + r(" uden")
    )
    reading = read(docx(body, links=[("k1", "https://eksempel.dk/a")]), FILE)

    assert [(run.text, run.href) for run in first(reading).runs] == [
        ("loven", "https://eksempel.dk/a"),
        (" formål", "#formål"),
        (" felt", "https://eksempel.dk/b#afsnit"),
        (" skriv", "mailto:post@eksempel.dk"),
        (" uden", ""),
    ]


def test_a_link_is_not_underlined_text() -> None:
    reading = read(
        docx(
            p(f'<w:hyperlink r:id="k1">{r("loven", "<w:u w:val=`single`/>".replace("`", chr(34)))}</w:hyperlink>'),
            links=[("k1", "https://eksempel.dk")],
        ),
        FILE,
    )

    assert first(reading).reasons == ()
