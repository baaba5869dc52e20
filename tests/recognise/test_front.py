"""Title, approval, municipality, service, and the doubts about them."""

import datetime as dt

import pytest

from qstd.model.draft import Draft
from qstd.model.outline import Block, Furniture
from qstd.recognise import Hints, approval, place, recognise
from tests.recognise.outlines import outline, para, table

ROWS = table(("Lovgrundlag", "Lov om social service § 97."), ("Formål", "At komme ud."), ("Klage", "Fire uger."))


def draft(*blocks: Block | str, hints: Hints | None = None, furniture: tuple[Furniture, ...] = ()) -> Draft:
    """Recognise one standard."""
    found = recognise(outline(*blocks, furniture=furniture), hints or Hints())
    assert (found.account.status, found.account.unplaced) == ("PASS", ())
    assert len(found.drafts) == 1
    return found.drafts[0]


def doubts(made: Draft) -> list[str]:
    return [each.message.text.format(**each.message.values) for each in made.doubts]


@pytest.mark.parametrize(
    ("words", "date", "body"),
    [
        ("Godkendt den 5. oktober 2015", "2015-10-05", ""),
        ("Godkendt af Socialudvalget den 17. april 2023", "2023-04-17", "Socialudvalget"),
        ("Godkendt på Socialudvalgets møde den 17. april 2023", "2023-04-17", "Socialudvalget"),
        ("Vedtaget af byrådet den 24. juni 2025", "2025-06-24", "byrådet"),
        ("Vedtaget af Herning Kommunalbestyrelse den 9. december 2019", "2019-12-09", "Herning Kommunalbestyrelse"),
        ("Godkendt af kommunalbestyrelsen, Glostrup Kommune xx december 2016", None, "kommunalbestyrelsen"),
        ("GODKENDT I BYRÅDET JUNI 2012", None, "BYRÅDET"),
        ("Godkendt af Byrådet den..", None, "Byrådet"),
        ("Godkendt af Udvalget for Sundhed og Omsorg d. 3/4-2019", "2019-04-03", "Udvalget for Sundhed og Omsorg"),
        (
            "Godkendt af Social-, Ældre- og Sundhedsudvalget 1.5.2020",
            "2020-05-01",
            "Social-, Ældre- og Sundhedsudvalget",
        ),
        ("Politisk godkendt i Børne- og Familieudvalget 01-02-2018", "2018-02-01", "Børne- og Familieudvalget"),
        ("Fredericia Byråd har vedtaget denne kvalitetsstandard den 5. februar 2024", "2024-02-05", "Fredericia Byråd"),
        ("Byrådet har den 3. maj 2020 godkendt kvalitetsstandarden.", "2020-05-03", "Byrådet"),
        (
            "Kvalitetsstandarden er godkendt af Borgerrepræsentationen den 2. maj 2018.",
            "2018-05-02",
            "Borgerrepræsentationen",
        ),
        ("Dato for godkendelse: 12.05.2021", "2021-05-12", ""),
        ("Godkendt den 31. februar 2020", None, ""),
        (
            "Besluttet af Udvalget for Sundhed og Omsorg den 12. maj 2022",
            "2022-05-12",
            "Udvalget for Sundhed og Omsorg",
        ),
        ("Byrådet den 14. december 2015", "2015-12-14", "Byrådet"),
        ("Socialudvalget, 3. maj 2021", "2021-05-03", "Socialudvalget"),
        ("Vedtaget på mødet i Voksenudvalget den 3.maj 2021", "2021-05-03", "Voksenudvalget"),
        ("Vedtaget på Byrådets møde d. 3/5 2021", "2021-05-03", "Byrådet"),
        ("Behandlet i Voksenudvalget 3/5-21", "2021-05-03", "Voksenudvalget"),
        ("Politisk godkendt: 3.5.2021", "2021-05-03", ""),
        ("Godkendelsesdato: 2021-05-03", "2021-05-03", ""),
        ("Godkendt på møde den 24. nov. 2020 i Byrådet", "2020-11-24", "Byrådet"),
        ("Godkendt af: Byrådet", None, "Byrådet"),
        ("Serviceniveauet er fastsat af Byrådet d. 3. maj 2021", "2021-05-03", "Byrådet"),
        ("Tiltrådt af Social & Sundhedsudvalget den 3. maj 2021", "2021-05-03", "Social & Sundhedsudvalget"),
    ],
)
def test_the_words_of_an_approval(words: str, date: str | None, body: str) -> None:
    found = approval.event(words)
    assert approval.is_line(words)
    assert (found.date, found.body) == (dt.date.fromisoformat(date) if date else None, body)


@pytest.mark.parametrize(
    "words",
    [
        "Godkendt hjælp gives af kommunen",
        "Byrådet har vedtaget et budget",
        "Hvem har godkendt det den 1. maj 2020?",
        "Behandlet hurtigt",
        "Byrådet den 14. december 2015 vedtog at hjælpe",
        "Dato: 3. maj 2021",
        "",
    ],
)
def test_other_lines_are_no_approval(words: str) -> None:
    assert not approval.is_line(words)


def test_the_day_it_holds_from_is_no_day_of_approval() -> None:
    found = approval.event("Gældende fra 15. marts 2016")
    assert (found.date, found.effective) == (None, dt.date(2016, 3, 15))
    both = approval.event("Godkendt i Byrådet 24.06.2019. Træder i kraft den 1. juli 2019")
    assert (both.date, both.effective) == (dt.date(2019, 6, 24), dt.date(2019, 7, 1))


def test_a_line_at_the_end_is_the_approval() -> None:
    made = draft("Kvalitetsstandard for ledsagelse § 97", ROWS, "Godkendt den 5. oktober 2015").standard
    assert made.approval is not None
    assert (made.approval.text, made.status) == ("Godkendt den 5. oktober 2015", "in_force")
    assert len(made.sections) == 3


def test_two_events_are_one_approval() -> None:
    lines = ("Vedtaget af byrådet den 9. december 2019", "Revideret september 2020")
    made = draft("Kvalitetsstandard for ledsagelse § 97", *lines, ROWS).standard.approval
    assert made is not None
    assert (made.date, made.text) == (dt.date(2019, 12, 9), " ".join(lines))


def test_an_approval_in_a_section_is_quoted_and_stays_there() -> None:
    rows = table(("Lovgrundlag", "§ 97."), ("Godkendt", "Byrådet den 1. maj 2020."))
    made = draft("Kvalitetsstandard for ledsagelse", rows).standard
    assert made.approval is not None
    assert (made.approval.date, made.approval.body) == (dt.date(2020, 5, 1), "Byrådet")
    assert made.sections[1].body == "Byrådet den 1. maj 2020.\n"


def test_several_sections_may_tell_of_the_approval() -> None:
    rows = table(
        ("Formål", "At komme ud."), ("Godkendt af", "Byrådet"), ("Dato", "3/5-2021"), ("Gældende fra", "1.6.2021")
    )
    made = draft("Kvalitetsstandard for ledsagelse", rows).standard
    assert made.approval is not None
    assert made.approval.body == "Byrådet"
    assert (made.approval.date, made.approval.effective_from) == (dt.date(2021, 5, 3), dt.date(2021, 6, 1))
    assert len(made.sections) == 4


def test_a_section_that_is_no_more_than_an_approval_keeps_it() -> None:
    last = (para("Til sidst", level=2), "Gældende fra 1. januar 2023.")
    made = draft("Kvalitetsstandard for ledsagelse", para("Formål", level=2), "At komme ud.", *last).standard
    assert made.sections[-1].body == "Gældende fra 1. januar 2023.\n"


def test_a_line_with_a_date_belongs_to_the_approval_beside_it() -> None:
    made = draft("Kvalitetsstandard for ledsagelse", "Dato: 3/5 2021", "Godkendt af: Voksenudvalget", ROWS).standard
    assert made.approval is not None
    assert (made.approval.date, made.approval.body) == (dt.date(2021, 5, 3), "Voksenudvalget")
    assert len(made.sections) == 3


def test_a_line_with_the_law_goes_on_with_the_title() -> None:
    made = draft(para("Ledsageordning", level=1), "Servicelovens § 97", ROWS).standard
    assert (made.title, made.service) == ("Ledsageordning Servicelovens § 97", "sel-97")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Servicelovens § 103", True),
        ("efter § 97 i serviceloven", True),
        ("Lov om social service § 83, stk. 1", True),
        ("Støtte efter § 85", False),
        ("12", False),
    ],
)
def test_a_line_with_no_more_than_the_law(text: str, only: bool) -> None:
    assert place.is_law(text) is only


@pytest.mark.parametrize("kind", ["footer", "header"])
def test_an_approval_may_stand_in_the_margin(kind: str) -> None:
    margin = Furniture("footer" if kind == "footer" else "header", "Godkendt af Byrådet den 1. maj 2020")
    made = draft("Kvalitetsstandard for ledsagelse", ROWS, furniture=(margin,)).standard.approval
    assert made is not None
    assert made.date == dt.date(2020, 5, 1)


def test_a_blank_date_is_a_doubt_and_no_date() -> None:
    made = draft("Kvalitetsstandard for ledsagelse § 97", ROWS, "Godkendt af Byrådet den..")
    assert made.standard.approval is not None
    assert (made.standard.approval.date, made.standard.status) == (None, "draft")
    assert any("mangler en hel dato" in each for each in doubts(made))


def test_a_bare_title_goes_on_in_the_next_line() -> None:
    made = draft("Lejre Kommune", "Kvalitetsstandard", "Ledsagelse, servicelovens § 97", ROWS)
    assert made.standard.title == "Kvalitetsstandard Ledsagelse, servicelovens § 97"
    assert (made.standard.service, made.municipality, made.slug) == ("sel-97", "lejre", "ledsagelse")
    assert [each.heading for each in made.standard.sections] == ["Lovgrundlag", "Formål", "Klage"]


def test_the_lines_of_a_cover_are_one_title() -> None:
    cover = ("KVALITETSSTANDARD", "STØTTE- OG KONTAKTPERSON", "SERVICELOVENS § 99")
    lines = [para(each, reasons=("caps",)) for each in cover]
    made = draft(para("HERLEV KOMMUNE", reasons=("caps",)), *lines, "Godkendt af Byrådet 3. marts 2015", ROWS)
    assert made.standard.title == " ".join(cover)
    assert (made.municipality, made.standard.approval is not None) == ("herlev", True)


def test_a_title_above_the_line_that_names_the_kind_wins() -> None:
    made = draft(para("Bostøtte", level=1), "Kvalitetsstandard efter § 85", para("Formål", level=2), "At bo.")
    assert made.standard.title == "Bostøtte"


def test_the_file_names_a_standard_without_title_and_says_so() -> None:
    made = draft(ROWS)
    assert made.standard.title == "fil"
    assert any("Titlen står ikke i teksten" in each for each in doubts(made))


def test_what_the_user_says_is_no_guess() -> None:
    made = draft("Kvalitetsstandard for hjælp", ROWS, hints=Hints(municipality="lejre", service="sel-85"))
    assert (made.municipality, made.standard.service) == ("lejre", "sel-85")
    assert not any("Kommunen" in each or "Ydelsen" in each for each in doubts(made))


@pytest.mark.parametrize(
    ("title", "basis", "key", "sure"),
    [
        ("Kvalitetsstandard for ledsagelse § 97", "", "sel-97", True),
        ("Kvalitetsstandard for hjemmesygepleje", "Sundhedslovens § 138.", "sul-138", True),
        ("Kvalitetsstandard for hjælp", "Lov om social service § 83 a.", "sel-83a", True),
        ("Kvalitetsstandard for ledsagelse", "", "sel-97", False),
        ("Kvalitetsstandard for noget", "", "", False),
        ("Genoptræning", "§ 140 i sundhedsloven giver ret til genoptræning.", "sul-140", False),
        ("Genoptræning", "SUL § 140", "sul-140", False),
        ("Vedligeholdende træning", "Serviceloven § 86, stk. 1, og sundhedsloven § 140.", "sel-86", True),
        ("SERVICELOVENS § 83 A", "", "sel-83a", True),
        ("Hjælp efter servicelovens paragraf 85", "", "sel-85", True),
        ("Hjælp", "Ældreloven § 9", "ael-helhedspleje", True),
    ],
)
def test_the_service(title: str, basis: str, key: str, sure: bool) -> None:
    assert place.service(title, basis, "")[0] == key
    assert not key or place.service(title, basis, "")[1] == sure or not sure


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Københavns Kommune", "koebenhavn"),
        ("Lejre Kommunes borgerrådgiver. Roskilde Kommune. Lejre Kommune.", "lejre"),
        ("HVIDOVRE KOMMUNE", "hvidovre"),
        ("Bornholms Regionskommune", "bornholm"),
        ("Anders And Kommune", ""),
    ],
)
def test_the_municipality_that_is_named_most_often(text: str, slug: str) -> None:
    assert place.municipality([text]) == slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Kvalitetsstandard for opsøgende støttekontaktperson jf. Serviceloven § 99",
            "opsoegende-stoettekontaktperson",
        ),
        ("Kvalitetsstandard § 85", "kvalitetsstandard-85"),
        ("Bostøtte", "bostoette"),
    ],
)
def test_the_name_of_the_file(title: str, name: str) -> None:
    assert place.name(title, "sel-99") == name


def test_a_line_about_the_approval_is_never_the_title() -> None:
    line = "Kvalitetsstandard godkendt af Socialudvalget den 14. september 2022"
    found = recognise(outline("Afløsning i hjemmet", line, para("Formål", level=2), "Ro."), Hints())
    standard = found.drafts[0].standard
    assert standard.title == "Afløsning i hjemmet"
    assert standard.approval is not None
    assert standard.approval.body == "Socialudvalget"


def test_the_municipality_may_stand_before_the_approval_on_its_line() -> None:
    assert approval.is_line("Hjørring Kommune Godkendt af Byrådet den 27. marts 2019")
