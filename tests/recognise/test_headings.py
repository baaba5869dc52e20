"""Which lines open sections, which stand inside one, and where labels run into their text."""

from collections.abc import Sequence

import pytest

from qstd.model.outline import Block, Cell, Para, Row, Run, Table
from qstd.model.standard import Section
from qstd.recognise import Hints, recognise
from tests.recognise.outlines import cell, outline, para, table

TEXT = "Borgeren kan få støtte til at klare hverdagen i sit eget hjem."


def sections(*blocks: Block | str) -> Sequence[Section]:
    """Recognise one standard and return its sections."""
    found = recognise(outline("Kvalitetsstandard for bostøtte § 85", *blocks), Hints())
    assert found.account.status == "PASS"
    assert len(found.drafts) == 1
    return found.drafts[0].standard.sections


def said(*blocks: Block | str) -> list[tuple[str | None, str | None, str]]:
    """Return topic, number and heading of the sections."""
    return [(each.topic, each.number, each.heading) for each in sections(*blocks)]


def bold(text: str) -> Para:
    return Para((Run(text, strong=True),), reasons=("bold",))


def test_heading_styles_open_sections_and_lower_ones_stand_inside() -> None:
    found = sections(
        para("Formål", level=2), TEXT, para("Hverdagen", level=3), TEXT, para("Målgruppe", level=2), "Voksne."
    )
    assert [each.heading for each in found] == ["Formål", "Målgruppe"]
    assert found[0].body == f"{TEXT}\n\n### Hverdagen\n\n{TEXT}\n"


def test_a_lower_heading_with_a_topic_of_its_own_opens_a_section() -> None:
    found = said(
        para("1. Rammer", level=1), para("1.1 Lovgrundlag", level=2), "§ 85.", para("1.2 Formål", level=2), TEXT
    )
    assert found == [(None, "1", "Rammer"), ("legal_basis", "1.1", "Lovgrundlag"), ("purpose", "1.2", "Formål")]


def test_a_heading_inside_a_section_on_the_same_topic_stays_inside() -> None:
    found = sections(
        para("Lovgrundlag", level=2), "§ 85.", para("Klage", level=2), para("Klageadgang", level=3), "Fire uger."
    )
    assert [each.heading for each in found] == ["Lovgrundlag", "Klage"]
    assert found[1].body == "### Klageadgang\n\nFire uger.\n"


def test_bold_lines_open_sections_where_nothing_else_does() -> None:
    found = said(bold("Formål"), TEXT, bold("Det daglige"), TEXT, bold("Målgruppe"), TEXT)
    assert found == [
        ("purpose", None, "Formål"),
        ("activities", None, "Det daglige"),
        ("target_group", None, "Målgruppe"),
    ]


def test_a_bold_start_of_a_paragraph_is_its_heading() -> None:
    paragraphs = [
        Para((Run(f"{heading}\u2028", strong=True), Run(TEXT))) for heading in ("Formål", "Målgruppe", "Opfølgning")
    ]
    found = sections(*paragraphs)
    assert [each.heading for each in found] == ["Formål", "Målgruppe", "Opfølgning"]
    assert found[0].body == f"{TEXT}\n"


def test_a_bold_word_in_a_sentence_is_no_heading() -> None:
    found = sections(para("Formål", level=2), Para((Run("Bemærk ", strong=True), Run("at hjælpen er gratis."))))
    assert found[0].body == "**Bemærk** at hjælpen er gratis.\n"


def test_bare_lines_are_headings_where_they_are_known_or_ask() -> None:
    found = said("Lovgrundlag", "§ 85.", "Det praktiske", TEXT, "Hvad så?", TEXT, "Målgruppe", "Voksne.")
    assert found == [
        ("legal_basis", None, "Lovgrundlag"),
        ("activities", None, "Det praktiske"),
        ("activities", None, "Hvad så?"),
        ("target_group", None, "Målgruppe"),
    ]


def test_a_numbered_list_is_no_row_of_headings() -> None:
    found = sections("1. Lovgrundlag", "§ 85.", "2. Indhold", "1. Rengøring", "2. Madlavning", "3. Formål", TEXT)
    assert [each.number for each in found] == ["1", "2", "3"]
    assert found[1].body == "1. Rengøring\n2. Madlavning\n"


def test_automatic_numbers_are_the_numbers_of_sections() -> None:
    blocks = [
        para(heading, level=1, marker=f"{at}.", made=True)
        for at, heading in enumerate(("Lovgrundlag", "Formål", "Klage"), 1)
    ]
    assert [number for _, number, _ in said(*blocks)] == ["1", "2", "3"]


def test_rows_with_labels_are_sections() -> None:
    rows = table(("Emne", "Indhold"), ("1. Lovgrundlag", "§ 85."), ("3. Formål", TEXT), ("11. Betaling", ""))
    found = recognise(outline("Kvalitetsstandard for bostøtte", rows), Hints())
    assert found.account.furniture == (("header", 2),)
    made = [(each.number, each.heading, each.body) for each in found.drafts[0].standard.sections]
    assert made == [("1", "Lovgrundlag", "§ 85.\n"), ("3", "Formål", f"{TEXT}\n"), ("11", "Betaling", "")]


def test_a_row_without_label_goes_on_with_the_one_above_over_tables() -> None:
    first = table(("Lovgrundlag", "§ 85."), ("Formål", "Hjælpen skal styrke hver-"))
    second = table(("", cell("dagen for borgeren.", "Og den skal gøre glad.")), ("Klage", "Fire uger."))
    found = sections(first, second)
    assert [each.heading for each in found] == ["Lovgrundlag", "Formål", "Klage"]
    assert found[1].body == "Hjælpen skal styrke hverdagen for borgeren.\n\nOg den skal gøre glad.\n"


def test_a_number_may_have_a_column_of_its_own() -> None:
    rows = table(("1", "Lovgrundlag", "§ 85."), ("2", "Formål", TEXT), ("4", "Klage", "Fire uger."))
    assert said(rows) == [("legal_basis", "1", "Lovgrundlag"), ("purpose", "2", "Formål"), ("complaints", "4", "Klage")]


def test_a_row_over_all_columns_is_a_heading_of_its_own() -> None:
    whole = Row((Cell((para("A. Rammer"),), colspan=2),))
    rows = table(("A1 Lovgrundlag", "§ 85."), ("A2 Formål", TEXT), ("A3 Klage", "Fire uger."))
    found = said(Table((whole, *rows.rows), 2))
    assert found[0] == (None, "A", "Rammer")
    assert [number for _, number, _ in found] == ["A", "A1", "A2", "A3"]


def test_labels_that_nobody_knows_are_headings_where_their_texts_are_about_something() -> None:
    rows = table(
        ("Pengene", "Hjælpen er gratis. Du betaler selv for mad."),
        ("Bus eller bil", "Du kan få kørsel til og fra. Kørslen er gratis."),
        ("Fik du nej", "Klagen sendes til kommunen, som genvurderer sagen."),
        ("De voksne", "Alle er uddannede pædagoger eller ergoterapeuter."),
    )
    assert [heading for _, _, heading in said(rows)] == ["Pengene", "Bus eller bil", "Fik du nej", "De voksne"]


def test_a_table_of_services_stays_a_table() -> None:
    rows = table(
        ("Støvsugning", "I de rum, som borgeren bruger hver dag, hver anden uge."),
        ("Gulvvask", "I køkken, bad og entré, når der er brug for det, hver anden uge."),
        ("Tøjvask", "Borgerens eget tøj og sengetøj vaskes og hænges op hver anden uge."),
        ("Sengetøj", "Sengen redes, og sengetøjet skiftes hver anden uge."),
    )
    assert len(sections(para("Indhold", level=2), rows)) == 1


def test_a_numbered_line_below_a_heading_opens_a_section_of_its_own() -> None:
    found = said(
        para("5. Indhold", level=2), TEXT, para("5.1 Opholdsplan", level=3), TEXT, para("6. Pris", level=2), TEXT
    )
    assert [number for _, number, _ in found] == ["5", "5.1", "6"]


def test_a_table_of_prices_stays_a_table() -> None:
    found = sections(para("Betaling", level=2), table(("Ret", "Pris"), ("Hovedret", "61 kr."), ("Suppe", "30 kr.")))
    assert found[0].body == "|  |  |\n| --- | --- |\n| Ret | Pris |\n| Hovedret | 61 kr. |\n| Suppe | 30 kr. |\n"


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    cells = (Cell((para("Formål", level=2), para(TEXT))), Cell((para("Klage", level=2), para("Ja."))))
    arranged = Table((Row(cells),), 2, layout=True)
    assert [each.heading for each in sections(arranged)] == ["Formål", "Klage"]


def test_labels_that_run_into_their_text_are_parted() -> None:
    found = recognise(
        outline(
            "Kvalitetsstandard for ledsagelse",
            "LovgrundlagServiceloven § 97",
            "Målgruppe Personer over 18 år.",
            "1. Hvad er formålet med ydelsen? At komme ud.",
            "Formål er et ord.",
        ),
        Hints(),
    )
    draft = found.drafts[0]
    made = [(each.heading, each.body) for each in draft.standard.sections]
    assert made[:2] == [("Lovgrundlag", "Serviceloven § 97\n"), ("Målgruppe", "Personer over 18 år.\n")]
    assert made[2] == ("Hvad er formålet med ydelsen?", "At komme ud.\n\nFormål er et ord.\n")
    assert (found.account.status, found.account.words.joined) == ("PASS", 1)
    assert any(
        "»Lovgrundlag« og »Serviceloven«" in each.message.text.format(**each.message.values) for each in draft.doubts
    )


def test_lines_that_begin_with_labels_are_parted() -> None:
    found = said("Lovgrundlag: § 85.\nFormål: At hjælpe.\nPris: Gratis.\nMålgruppe: Voksne.")
    assert [topic for topic, _, _ in found] == ["legal_basis", "purpose", "price", "target_group"]


def test_one_such_line_is_no_label() -> None:
    assert said(para("Kontakt", level=2), "Formål Hjælpen skal gøre godt.") == [("contact", None, "Kontakt")]


def test_text_before_the_first_heading_is_kept() -> None:
    found = sections("Denne kvalitetsstandard gælder for alle.", para("Formål", level=2), TEXT)
    assert (found[0].topic, found[0].heading) == ("about_standard", "")


@pytest.mark.parametrize("kind", ["bold", "underline"])
def test_headings_in_a_cell_stand_inside_the_section(kind: str) -> None:
    lead = Run("Borgerrådgiveren:", strong=kind == "bold", underline=kind == "underline")
    text = Para((lead, Run(" Der kan klages til borgerrådgiveren.")))
    found = sections(table(("Lovgrundlag", "§ 85."), ("Klage", Cell((text,))), ("Formål", TEXT)))
    assert found[1].body == "### Borgerrådgiveren:\n\nDer kan klages til borgerrådgiveren.\n"


def test_two_sections_of_one_topic_have_names_of_their_own() -> None:
    found = sections(para("Formål", level=2), TEXT, para("Formål", level=2), TEXT)
    assert [each.key for each in found] == ["purpose", "purpose-2"]


def test_a_confirmed_heading_is_sure() -> None:
    made = outline("Kvalitetsstandard for bostøtte", para("Det praktiske", level=2), TEXT)
    found = recognise(made, Hints(lexicon={"det praktiske": "special"})).drafts[0]
    assert (found.standard.sections[0].topic, found.origins[0].confidence) == ("special", 4)


def test_a_bold_line_that_leads_to_a_list_stands_inside_the_section() -> None:
    found = sections(bold("Formål"), TEXT, bold("Du kan lære:"), "• at lave mad", bold("Målgruppe"), TEXT)
    assert [each.heading for each in found] == ["Formål", "Målgruppe"]
    assert found[0].body.endswith("### Du kan lære:\n\n- at lave mad\n")


def test_questions_that_nobody_knows_are_headings_where_several_known_ones_run_into_their_text() -> None:
    found = said(
        "Hvad er ydelsens lovgrundlag? Serviceloven § 85.",
        "Hvad er formålet med ydelsen? At borgeren klarer sig selv.",
        "Kan man ringe om natten? Ja. Vagten svarer hele døgnet.",
        "Hvem kan modtage ydelsen? Voksne borgere.",
    )
    assert [heading for _, _, heading in found][2] == "Kan man ringe om natten?"
    assert len(found) == 4


def test_a_question_stays_in_the_text_where_no_labels_run_into_theirs() -> None:
    found = said(bold("Formål"), "Kan man ringe om natten? Ja. Vagten svarer.", bold("Målgruppe"), TEXT)
    assert [heading for _, _, heading in found] == ["Formål", "Målgruppe"]


def test_rows_beside_a_label_that_reaches_over_them_belong_to_its_section() -> None:
    tall = Cell((para("Formål"),), rowspan=2)
    found = sections(table(("Lovgrundlag", TEXT), (tall, TEXT), ("Borgeren får ro.",), ("Målgruppe", TEXT)))
    assert [each.heading for each in found] == ["Lovgrundlag", "Formål", "Målgruppe"]
    assert found[1].body.endswith("Borgeren får ro.\n")


def test_a_grid_of_examples_stays_a_table() -> None:
    rows = (("Område", "Eksempler", "Genbrug"), ("Transport", "Rollator", "Ja"), ("Kontakt", "Telefon", "Nej"))
    found = sections(bold("Formål"), TEXT, bold("Indhold"), TEXT, table(*rows, ("Bolig", "Greb", "Ja")))
    assert [each.heading for each in found] == ["Formål", "Indhold"]


def test_numbered_lines_of_one_level_all_open_sections_where_most_name_a_topic() -> None:
    def low(text: str) -> Para:
        return para(text, level=3)

    found = said(
        para("1 Lovgrundlag", level=2),
        TEXT,
        para("2 Formål", level=2),
        TEXT,
        para("3 Målgruppe", level=2),
        TEXT,
        *(low("3.1 Unge"), TEXT, low("3.2 Klage"), TEXT, low("3.3 Kontakt"), TEXT, low("3.4 Opfølgning"), TEXT),
    )
    assert [number for _, number, _ in found] == ["1", "2", "3", "3.1", "3.2", "3.3", "3.4"]
