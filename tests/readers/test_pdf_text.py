"""Running text in PDF: words, paragraphs, lists, headings, columns, and what lies hidden in or over a page."""

import pytest

from qstd.model.outline import Para, Run
from tests.readers.pdf_parts import LEADING, LEFT, SIZE, Page, outline, pdf, tables, texts

LONG = (
    "Hjælpen gives efter en konkret og individuel vurdering af behovet hos den enkelte borger, og den "
    "kan ændres, når borgeren får det bedre."
)
WIDE = 60


def paras(*pages: Page) -> list[Para]:
    return [block for block in outline(pdf(*pages)).blocks if isinstance(block, Para)]


def joined(para: Para) -> str:
    return para.text.replace("\n", " ")


def test_lines_of_a_paragraph_end_with_a_mark_of_their_own() -> None:
    page = Page().text(LEFT, 60, "Formålet er at støtte borgeren med hen-").text(LEFT, 70, "blik på hverdagen.")
    assert texts(outline(pdf(page)).blocks) == ["Formålet er at støtte borgeren med hen-\nblik på hverdagen."]


def test_paragraphs_are_parted_by_distance() -> None:
    page = Page()
    y = page.block(LEFT, 60, LONG, WIDE)
    page.block(LEFT, y + 6, LONG, WIDE)
    assert [joined(para) for para in paras(page)] == [LONG, LONG]


def test_paragraphs_without_distance_are_parted_by_a_line_that_ends_early() -> None:
    page = Page()
    y = page.block(LEFT, 60, LONG, WIDE)
    page.block(LEFT, y, LONG, WIDE)
    assert [joined(para) for para in paras(page)] == [LONG, LONG]


def test_paragraphs_are_parted_by_the_indentation_of_their_first_line() -> None:
    page, y = Page(), 60.0
    for _ in range(2):
        page.text(LEFT + 12, y, "Støtten aftales med borgeren i god tid før hjælpens start,")
        y = page.block(LEFT, y + LEADING, "og den følger de rammer, som kommunens politikere har lagt fast.", 62)
    assert [para.text[:7] for para in paras(page)] == ["Støtten", "Støtten"]


def test_a_bullet_begins_a_paragraph_and_what_hangs_under_it_belongs_to_it() -> None:
    page = Page().text(LEFT, 60, "Hjælpen omfatter:")
    page.text(LEFT, 70, "•").text(LEFT + 12, 70, "bad, når borgeren ikke selv kan klare at").text(
        LEFT + 12, 80, "komme i bad"
    )
    page.text(LEFT, 90, "•").text(LEFT + 12, 90, "påklædning")
    assert texts(outline(pdf(page)).blocks) == [
        "Hjælpen omfatter:",
        "• bad, når borgeren ikke selv kan klare at\nkomme i bad",
        "• påklædning",
    ]


def test_a_list_inside_a_list_has_depths_and_its_bullets_are_markers() -> None:
    page, y = Page(), 60.0
    for x, bullet, text in ((0, "•", "bad"), (14, "–", "hver uge"), (14, "–", "ved behov"), (0, "•", "måltider")):
        page.text(LEFT + x, y, bullet).text(LEFT + x + 12, y, text)
        y += LEADING
    assert [(para.text, para.marker, para.depth, para.made) for para in paras(page)] == [
        ("bad", "•", 1, False),
        ("hver uge", "–", 2, False),
        ("ved behov", "–", 2, False),
        ("måltider", "•", 1, False),
    ]


def test_a_drawn_dot_before_a_line_is_read_as_a_bullet() -> None:
    page = (
        Page().text(LEFT, 60, "Hjælpen omfatter:").text(LEFT + 12, 70, "bad hver uge").text(LEFT + 12, 80, "måltider")
    )
    for y in (67.5, 77.5):
        page.drawn.append(f"{LEFT + 3} {595 - y} 3 3 re f")
    assert texts(outline(pdf(page)).blocks)[1:] == ["• bad hver uge", "• måltider"]


def test_numbered_entries_are_no_headings_but_an_outline_is() -> None:
    page = (
        Page().text(LEFT, 60, "1. Ring til kommunen").text(LEFT, 70, "2. Skriv et brev").text(LEFT, 90, "2.1 Målgruppe")
    )
    assert [(para.text, para.reasons) for para in paras(page)] == [
        ("1. Ring til kommunen", ()),
        ("2. Skriv et brev", ()),
        ("2.1 Målgruppe", ("numbered",)),
    ]


def test_a_number_that_happens_to_begin_a_line_is_no_entry() -> None:
    page = Page()
    page.text(LEFT, 60, "Ordningen er for borgere, der bor i kommunen og er mellem")
    page.text(LEFT, 70, "18 og 64 år, og som har brug for hjælp i hverdagen den")
    page.text(LEFT, 80, "1. januar, når støtten skal begynde i hjemmet hos dem.")
    assert len(paras(page)) == 1


def test_reasons_for_a_heading() -> None:
    page = Page().text(LEFT, 40, "Kvalitetsstandard", size=14, bold=True).text(LEFT, 70, "FORMÅL")
    page.text(LEFT, 90, "Hvem kan få hjælp?").rule(LEFT, 91.2, LEFT + 18 * 0.6 * SIZE, 91.2)
    y = page.block(LEFT, 105, LONG, WIDE)
    page.text(LEFT, y + 10, "Klage", bold=True)
    page.block(LEFT, y + 24, LONG, WIDE)
    assert [(para.text, para.reasons, para.size) for para in paras(page) if para.reasons] == [
        ("Kvalitetsstandard", ("bold", "size"), 14.0),
        ("FORMÅL", ("caps",), 8.0),
        ("Hvem kan få hjælp?", ("underline",), 8.0),
        ("Klage", ("bold",), 8.0),
    ]


def test_a_bold_line_is_a_paragraph_of_its_own_though_nothing_parts_it() -> None:
    page = Page().text(LEFT, 60, "Klage", bold=True)
    page.block(LEFT, 70, LONG, WIDE)
    assert [joined(para) for para in paras(page)] == ["Klage", LONG]


def test_looks_inside_a_paragraph_become_runs() -> None:
    page = Page().text(LEFT, 60, "Frist:", bold=True).text(LEFT + 7 * 0.6 * SIZE, 60, "14 dage")
    (para,) = paras(page)
    assert para.runs == (Run("Frist: ", strong=True), Run("14 dage"))


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = Page(), Page()
    y = first.block(LEFT, 60, LONG, WIDE)
    first.text(LEFT, y + 10, "Kommunen følger op på hjælpen og taler med borgeren om, hvor-")
    second.text(LEFT, 60, "dan det går.")
    assert texts(outline(pdf(first, second)).blocks)[1:] == [
        "Kommunen følger op på hjælpen og taler med borgeren om, hvor-\ndan det går."
    ]


def test_newspaper_columns_are_read_one_after_the_other() -> None:
    page, ends = Page(), []
    for number, x in enumerate((LEFT, 220.0)):
        y = 60.0
        for part in range(4):
            y = page.block(x, y, f"Spalte {number} afsnit {part}. {LONG}", 34) + 6
        ends.append(y)
    page.text(LEFT, 40, "Folder om hjælp", size=14)
    assert [joined(para)[:17] for para in paras(page)] == [
        "Folder om hjælp",
        *(f"Spalte {number} afsnit {part}"[:17] for number in range(2) for part in range(4)),
    ]


def test_a_raised_number_stands_apart_from_the_word_it_follows() -> None:
    page = Page().text(LEFT, 60, "Serviceloven § 83, stk. 1").text(LEFT + 25 * 4.8, 56.5, "2", size=5)
    page.text(LEFT + 25 * 4.8 + 3, 60, ", og loven")
    assert [para.text for para in paras(page)] == ["Serviceloven § 83, stk. 1 2, og loven"]


def test_links_lead_where_they_led() -> None:
    page = Page().text(LEFT, 60, "Se eksempel.dk i dag")
    left, right = LEFT + 3 * 4.8, LEFT + 14 * 4.8
    page.note(f"/Subtype /Link /Rect [{left} 533 {right} 545] /A << /S /URI /URI (https://eksempel.dk/hj) >>")
    (para,) = paras(page)
    assert [(run.text, run.href) for run in para.runs] == [
        ("Se ", ""),
        ("eksempel.dk ", "https://eksempel.dk/hj"),
        ("i dag", ""),
    ]


def test_what_nobody_sees_is_kept_as_hidden() -> None:
    page = Page().text(LEFT, 60, "Det ses.").text(LEFT, 80, "Det er usynligt.", mode=3).text(900, 60, "Det er udenfor.")
    page.turned(20, 300, "Det er drejet.")
    found = outline(pdf(page))
    assert texts(found.blocks) == ["Det ses."]
    assert {(each.kind, each.text) for each in found.furniture} == {
        ("hidden", "Det er usynligt."),
        ("hidden", "Det er udenfor."),
        ("hidden", "Det er drejet."),
    }


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    page = Page()
    for count, line in enumerate(("Hjælpen gives efter en", "konkret vurdering.")):
        page.turned(60 + count * LEADING, 500, line)
    page.extra = "/Rotate 90"
    assert texts(outline(pdf(page)).blocks) == ["Hjælpen gives efter en\nkonkret vurdering."]


def test_remarks_and_text_boxes_are_not_lost() -> None:
    page = Page().text(LEFT, 60, "Teksten.")
    page.note("/Subtype /Text /Rect [300 500 320 520] /Contents (Husk at rette)")
    page.note("/Subtype /FreeText /Rect [40 480 200 500] /DA (/F1 8 Tf) /Contents (Skrevet oven i)")
    found = outline(pdf(page))
    assert texts(found.blocks) == ["Teksten.", "Skrevet oven i"]
    assert [(each.kind, each.text) for each in found.furniture] == [("comment", "Husk at rette")]


def test_the_fields_of_a_form_are_read_where_they_stand() -> None:
    page = Page().grid((LEFT, 140.0, 380.0), (50.0, 70.0, 90.0)).text(44, 62, "Godkendt den").text(44, 82, "Af")
    page.text(144, 82, "Byrådet")
    page.note("/Subtype /Widget /FT /Tx /T (dato) /V (5. oktober 2015) /Rect [144 528 370 542] /DA (/F1 8 Tf)")
    catalog = "/AcroForm << /Fields [<< /FT /Tx /T (x) /V (y) >>] /DA (/F1 8 Tf) >>"
    (table,) = tables(outline(pdf(page, catalog=catalog)).blocks)
    assert [para.text for para in table.rows[0].cells[1].blocks if isinstance(para, Para)] in (["5. oktober 2015"], [])


@pytest.mark.parametrize("hyphen", ["-", "\u00ad"])
def test_a_hyphen_at_the_end_of_a_line_is_kept(hyphen: str) -> None:
    page = Page().text(LEFT, 60, f"Støtte i hver{hyphen}").text(LEFT, 70, "dagen og på arbejdet.")
    assert [para.text for para in paras(page)] == ["Støtte i hver-\ndagen og på arbejdet."]


def test_title_and_language_are_those_of_the_file() -> None:
    found = outline(pdf(Page().text(LEFT, 60, "Tekst"), catalog="/Lang (da-DK)", title="Kvalitetsstandard"))
    assert (found.format, found.title, found.language) == ("pdf", "Kvalitetsstandard", "da-DK")


def test_a_footnote_does_not_part_the_paragraph_that_goes_on_over_the_page() -> None:
    first, second = Page(), Page()
    y = first.block(LEFT, 60, LONG, WIDE)
    first.text(LEFT, y + 10, "Kommunen følger op på hjælpen og taler med borgeren om, hvor-")
    first.text(LEFT, 550, "1 Lov om social service.", size=6)
    second.text(LEFT, 60, "dan det går.")
    assert [(para.text[-12:], para.origin) for para in paras(first, second)] == [
        ("r det bedre.", "body"),
        ("dan det går.", "body"),
        ("ial service.", "footnote"),
    ]


def test_a_space_that_the_next_letter_is_drawn_over_parts_no_word() -> None:
    page = Page()
    page.drawn.append(f"BT /F1 {SIZE} Tf {LEFT} 500 Td [(Ind ) 600 (sats ) 600 (ord) 0 ( her)] TJ ET")
    assert [para.text for para in paras(page)] == ["Indsatsord her"]
