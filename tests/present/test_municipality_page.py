"""The page of a municipality: its standards by law, what of them does not hold, and how to reach it."""

from qstd.model.document import Heading, plain
from qstd.model.municipality import Contact, Municipality
from qstd.present.municipality_page import municipality_document
from tests.present.card_parts import card, entries, lists, marks
from tests.present.standard_parts import links

LEJRE = Municipality(name="Lejre Kommune", code="0350", contact=Contact(phone="12 34 56 78", mail="post@eksempel.dk"))
CARDS = [
    card("lejre/sygepleje", title="Sygepleje", service="sul-138"),
    card("lejre/gammel", title="Gammel støtte", status="withdrawn"),
    card("lejre/stoette", title="Støtte"),
    card("lejre/hoering", title="Træning", service="sel-86", status="hearing"),
    card("lejre/egen", title="Eget tilbud", service="egen", approved=""),
]


def test_standards_stand_under_their_law_and_what_no_longer_holds_comes_last() -> None:
    blocks = municipality_document(LEJRE, "lejre", CARDS).blocks
    laws = [plain(each.inlines) for each in blocks if isinstance(each, Heading) and each.level == 3]
    assert dict(zip(laws, map(entries, lists(blocks)), strict=True)) == {
        "Serviceloven": [
            "Træning Genoptræning og vedligeholdelsestræning, § 86 I høring Ikke godkendt.",
            "Støtte Støtte- og kontaktperson, § 99 Godkendt den 5. oktober 2015.",
            "Gammel støtte Støtte- og kontaktperson, § 99 Ophævet Godkendt den 5. oktober 2015.",
        ],
        "Sundhedsloven": ["Sygepleje Hjemmesygepleje, § 138 Godkendt den 5. oktober 2015."],
        "Andre ydelser": ["Eget tilbud Dato for godkendelse er ikke oplyst."],
    }


def test_what_does_not_hold_is_marked() -> None:
    blocks = municipality_document(LEJRE, "lejre", CARDS).blocks
    assert marks(blocks) == ["I høring", "Ophævet", "Dato for godkendelse er ikke oplyst."]


def test_each_standard_the_contact_and_the_report_are_led_to() -> None:
    hrefs = [each.href for each in links(municipality_document(LEJRE, "lejre", CARDS, report="eftersyn.html"))]
    assert {f"{each.slug}/index.html" for each in CARDS} <= set(hrefs)
    assert {"tel:+4512345678", "mailto:post@eksempel.dk", "eftersyn.html"} <= set(hrefs)


def test_nothing_is_said_of_what_is_not_known() -> None:
    bare = municipality_document(Municipality(name="Lejre Kommune", code="0350"), "lejre", CARDS[:1])
    assert [each.id for each in bare.blocks if isinstance(each, Heading) and each.level == 2] == ["standarder"]
