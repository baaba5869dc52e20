"""The page of what changed, the page that servers show where there is none, and what downloads are for."""

from qstd.model.document import Heading, plain
from qstd.model.municipality import Colours, Municipality
from qstd.present.change_page import change_document
from qstd.present.downloads import (
    comparison_downloads,
    municipality_downloads,
    service_downloads,
    standard_downloads,
)
from qstd.present.not_found import not_found_document
from tests.present.card_parts import words
from tests.present.revision_parts import OLD, edited, of
from tests.present.standard_parts import links

BY = Municipality(name="By Kommune", code="0350", colours=Colours(brand="#2e6b4f"))


def test_the_way_back_stands_before_the_changes() -> None:
    new = edited(body="Der er en frist på 2 uger.")
    document = change_document(of(OLD, new), new, BY)
    first = links(document)[0]
    assert (first.href, plain(first.inlines), first.hint) == ("index.html", "Læs standarden, som den er nu", ": Støtte")
    assert [plain(each.inlines) for each in document.blocks[:1] if isinstance(each, Heading)] == [document.title]
    assert document.title == "Hvad er ændret siden sidst?"
    assert (document.author, document.brand.colour) == ("By Kommune", "#2e6b4f")
    assert "2 uger" in words(document.blocks)


def test_a_page_that_is_not_there_leads_on_from_any_address() -> None:
    assert [each.href for each in links(not_found_document("/hjaelp/"))] == [
        "/hjaelp/index.html#ydelser",
        "/hjaelp/index.html#kommuner",
    ]
    assert links(not_found_document()) == []
    assert "tilbageknap" in words(not_found_document().blocks)


def test_each_file_says_its_type_and_what_it_is_for() -> None:
    every = (
        *standard_downloads("stoette"),
        *municipality_downloads(),
        *comparison_downloads("sel-99", ("pdf", "docx", "xlsx", "csv", "json")),
        *service_downloads("../../sammenlign/sel-99/", "sel-99", ("xlsx",)),
    )
    assert [each for each in every if not (each.label and each.address and each.type and each.purpose)] == []
    assert [each.address for each in every] == [
        *("stoette.pdf", "stoette.docx", "stoette.json"),
        *("samlet.pdf", "samlet.docx", "standarder.json", "feed.xml"),
        *("sel-99.pdf", "sel-99.docx", "sel-99.xlsx", "sel-99.csv", "sel-99.json"),
        *("../../sammenlign/sel-99/sel-99.xlsx", "feed.xml"),
    ]


def test_files_that_there_are_not_are_not_offered() -> None:
    assert [each.address for each in comparison_downloads("sel-99", ("csv",))] == ["sel-99.csv"]
