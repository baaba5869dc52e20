"""Word files: what is not the text (furniture), and what stands beside it (notes, text boxes, drawings)."""

import pytest

from qstd.model.outline import paragraphs
from qstd.readers.docx import read
from tests.readers.word_parts import (
    DRAWING,
    codes,
    docx,
    furniture,
    lines,
    p,
    r,
    related,
    tbl,
    tr,
    unzipped,
    wrapped,
    zipped,
)

FILE = "prøve.docx"


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


def text_box(content: str) -> str:
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Boks"/>'
        f"<wps:txbx>{box}</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_boxes_are_read_once() -> None:
    body = p(r("Før ") + text_box(p("I boksen") + tbl(tr("a", "b"))) + r("efter"))

    assert lines(read(docx(body), FILE)) == ["Før efter", "(textbox) I boksen", "| (textbox) a | (textbox) b |"]


def test_the_form_with_text_is_read() -> None:
    body = p(
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('Kun her')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    assert lines(read(docx(body), FILE)) == ["(textbox) Kun her"]


def test_notes_stand_after_the_paragraph_that_refers_to_them() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" Se loven."))}{p("Og bekendtgørelsen.")}</w:footnote>'
        f'<w:footnote w:id="3">{p("Ingen nævner mig")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{p("Slutnote")}</w:endnote>'
    body = (
        p(r("Hjælp") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" gives gratis."))
        + tbl(tr(p(r("Celle") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), "nabo"))
        + p("Efter")
    )
    reading = read(docx(body, {"footnotes": notes, "endnotes": ends}), FILE)

    assert lines(reading) == [
        "Hjælp{[1]} gives gratis.",
        "(footnote) {[1] }Se loven.",
        "(footnote) Og bekendtgørelsen.",
        "| Celle{[2]} / (footnote) {[2] }Slutnote | nabo |",
        "Efter",
    ]
    assert furniture(reading) == [("hidden", "Ingen nævner mig")]
    assert reading.outline is not None
    assert [para.spot.paragraph for para in paragraphs(reading.outline.blocks)][:3] == [1, 1, 1]


def test_a_note_with_a_mark_of_its_own() -> None:
    notes = f'<w:footnote w:id="2">{p("* Se loven.")}</w:footnote>'
    body = p(r("Hjælp") + '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>')

    assert lines(read(docx(body, {"footnotes": notes}), FILE)) == ["Hjælp*", "(footnote) * Se loven."]


def test_a_note_in_deleted_text_is_deleted() -> None:
    notes = f'<w:footnote w:id="2">{p("Væk")}</w:footnote>'
    body = p(r("Hjælp") + '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>')
    reading = read(docx(body, {"footnotes": notes}), FILE)

    assert lines(reading) == ["Hjælp"]
    assert furniture(reading) == [("deleted", "Væk")]


def test_headers_footers_and_page_numbers() -> None:
    footer = p(
        r("Side ") + field("PAGE", r("3")) + r(" af ") + f'<w:fldSimple w:instr="NUMPAGES">{r("7")}</w:fldSimple>'
    )
    parts = {"header1": p("Eksempel Kommune"), "header2": p("Eksempel Kommune"), "footer1": footer}
    reading = read(docx(p("Tekst"), parts), FILE)

    assert lines(reading) == ["Tekst"]
    assert furniture(reading) == [
        ("header", "Eksempel Kommune"),
        ("header", "Eksempel Kommune"),
        ("page_number", "3 7"),
        ("footer", "Side  af"),
    ]


def test_a_page_number_never_tears_a_word() -> None:
    reading = read(docx(p("Tekst"), {"footer1": p(r("Side") + field("PAGE \\* MERGEFORMAT", r("3")))}), FILE)

    assert lines(reading) == ["Tekst"]
    assert furniture(reading) == [("footer", "Side3")]


def test_a_table_of_contents_is_furniture() -> None:
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    instruction = '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    first = r("1 Formål") + "<w:r><w:tab/></w:r>" + field("PAGEREF _T", r("2"))
    entries = p(begin + instruction + first) + p("2 Målgruppe") + p(end)
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('Indhold')}{p('Andet')}</w:sdtContent></w:sdt>"
    )
    reading = read(docx(entries + control + p("3 Pris", "Indholdsfortegnelse1") + p("Formål")), FILE)

    assert lines(reading) == ["Formål"]
    assert furniture(reading) == [
        ("contents", text) for text in ("1 Formål 2", "2 Målgruppe", "Indhold", "Andet", "3 Pris")
    ]


def test_a_field_that_never_ends_takes_nothing_along() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>') + p("Tekst")

    assert lines(read(docx(body), FILE)) == ["Tekst"]


def test_fields_in_an_instruction_and_references() -> None:
    condition = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("MERGEFIELD x", r("skjult"))
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("vist")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    reading = read(docx(p(condition + r(", se afsnit ") + field("REF _x", r("4")))), FILE)

    assert lines(reading) == ["vist, se afsnit 4"]
    assert furniture(reading) == [("hidden", "skjult")]


def test_form_fields_show_their_value() -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="nej"/>'
        '<w:listEntry w:val="ja"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert lines(read(docx(p(box + end + r(" gratis: ") + choice + end)), FILE)) == ["{☒} gratis: {ja}"]


def test_hidden_text() -> None:
    body = p(r("Synlig") + r(" skjult", "<w:vanish/>") + r(" igen") + r(" også", '<w:rStyle w:val="Skjult"/>'))
    reading = read(docx(body + p(r("Vist", '<w:vanish w:val="0"/>'))), FILE)

    assert lines(reading) == ["Synlig igen", "Vist"]
    assert furniture(reading) == [("hidden", "skjult  også")]


def test_a_hidden_row() -> None:
    reading = read(docx(tbl(tr("vist"), tr("skjult", properties="<w:hidden/>"))), FILE)

    assert lines(reading) == ["| vist |", "|  |"]
    assert furniture(reading) == [("hidden", "skjult")]


def test_comments() -> None:
    comments = f'<w:comment w:id="4" w:author="Fagkonsulent">{p("Skal det stå her?")}{p("Nej.")}</w:comment>'
    body = p("Først") + p('<w:commentRangeStart w:id="4"/>' + r("Tekst") + '<w:r><w:commentReference w:id="4"/></w:r>')
    reading = read(docx(body, {"comments": comments}), FILE)

    assert lines(reading) == ["Først", "Tekst"]
    assert furniture(reading) == [("comment", "Skal det stå her?\nNej.")]
    assert reading.outline is not None
    assert reading.outline.furniture[0].spot.paragraph == 2


def test_pictures() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Billede 1" descr="Kort over &gt; byen"/>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    old = '<w:r><w:pict><v:shape alt="Logo"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    reading = read(docx(p(r("Se kortet ") + picture + old)), FILE)

    assert lines(reading) == ["Se kortet"]
    assert furniture(reading) == [("hidden", "Kort over > byen"), ("hidden", "Logo")]
    assert codes(reading) == ["I114"]


def test_word_art_diagrams_and_charts() -> None:
    def run(inside: str) -> str:
        return f"<w:r><w:drawing><wp:inline><a:graphic>{inside}</a:graphic></wp:inline></w:drawing></w:r>"

    data = "<a:p><a:r><a:t>Ansøg</a:t></a:r><a:r><a:t>ning</a:t></a:r></a:p><a:p><a:r><a:t>Svar</a:t></a:r></a:p>"
    model = f'<dgm:dataModel xmlns:dgm="{DRAWING}/diagram" xmlns:a="{DRAWING}/main">{data}</dgm:dataModel>'.encode()
    body = p(
        '<w:r><w:pict><v:shape><v:textpath string="UDKAST"/></v:shape></w:pict></w:r>'
        + run('<dgm:relIds r:dm="diagramData1"/>')
        + run('<c:chart r:id="c"/>')
        + r("Tekst")
    )
    reading = read(docx(body, {"diagramData1": model}), FILE)

    assert lines(reading) == ["Tekst", "(textbox) UDKAST", "(textbox) Ansøgning", "(textbox) Svar"]
    assert codes(reading) == ["I115"]


def test_other_files_inside() -> None:
    assert codes(read(docx(p("Tekst") + '<w:altChunk r:id="x"/><w:subDoc r:id="y"/>'), FILE)) == ["I116"]


def test_formulas_and_ruby() -> None:
    formula = (
        "<m:oMath><m:f><m:num><m:r><m:t>15</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    ruby = f"<w:r><w:ruby><w:rt>{r('oven')}</w:rt><w:rubyBase>{r('neden')}</w:rubyBase></w:ruby></w:r>"
    reading = read(docx(p(r("Timer:") + formula + r("i alt, ") + ruby)), FILE)

    assert lines(reading) == ["Timer: 15  2 i alt, neden"]
    assert furniture(reading) == [("hidden", "oven")]


def test_title_and_language() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ledsagelse\n efter § 97</dc:title>'
        "<dc:language>DA-dk</dc:language></cp:coreProperties>"
    )
    outline = read(docx(p("Tekst"), {"docProps/core.xml": core}), FILE).outline

    assert outline is not None
    assert (outline.title, outline.language) == ("Ledsagelse efter § 97", "da")


def test_the_strict_form_of_the_format() -> None:
    body = p("Formål", "Overskrift1") + p(f'<w:hyperlink r:id="k">{r("Lov")}</w:hyperlink>')
    files = unzipped(docx(body, links=[("k", "https://eksempel.dk")]))
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in files.items()
    }

    assert lines(read(zipped(strict), FILE)) == ["# **Formål**", "[Lov](https://eksempel.dk)"]


@pytest.mark.parametrize("prefix", ["ns0", "x"])
def test_other_prefixes(prefix: str) -> None:
    files = unzipped(docx(p("Formål", "Overskrift1") + tbl(tr("a", p("b " + "c")))))
    for name in ("word/document.xml", "word/styles.xml"):
        files[name] = files[name].replace(b"xmlns:w=", b"xmlns:" + prefix.encode() + b"=")
        files[name] = files[name].replace(b"<w:", f"<{prefix}:".encode()).replace(b"</w:", f"</{prefix}:".encode())
        files[name] = files[name].replace(b" w:", f" {prefix}:".encode())

    assert lines(read(zipped(files), FILE)) == ["# **Formål**", "| a | b c |"]


def test_text_in_other_encodings_and_in_cdata() -> None:
    files = unzipped(docx(p("Første") + p("<w:r><w:t><![CDATA[2 < 3 & 4]]><!-- skjult --> i alt</w:t></w:r>")))
    files["word/document.xml"] = files["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")

    assert lines(read(zipped(files), FILE)) == ["Første", "2 < 3 & 4 i alt"]


def test_the_text_is_found_where_the_package_says() -> None:
    files = unzipped(docx(p("Her")))
    files["dokument/tekst.xml"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"dokument/tekst.xml")
    files["[Content_Types].xml"] = (
        b'<Types><Override PartName="/dokument/tekst.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.document.main+xml"/></Types>'
    )

    assert lines(read(zipped(files), FILE)) == ["Her"]


def test_a_file_that_is_another_document() -> None:
    workbook = zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": related([]), "xl/workbook.xml": "<workbook/>"})

    assert codes(read(workbook, "ark.docx")) == ["I108"]


def test_a_document_without_text() -> None:
    picture = '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'

    assert codes(read(docx(p("")), FILE)) == ["I109"]
    reading = read(docx(p(picture)), FILE)
    assert codes(reading) == ["I114", "I109"]
    assert reading.outline is None


def test_a_damaged_part_beside_the_text_is_told() -> None:
    files = unzipped(docx(p("Tekst"), {"header1": p("Hoved")}))
    files["word/header1.xml"] = wrapped("hdr", "<w:p><w:r>")

    reading = read(zipped(files), FILE)

    assert codes(reading) == ["I111"]
    assert reading.findings[0].severity == "warning"
    assert reading.outline is not None
