"""Word files that cannot be merged, or not whole: clear words, and nothing written."""

import time
import zipfile
from io import BytesIO

import pytest

from qstd.verbs.word_merge import Plan, named
from tests.word_merge.places import COMMON, REF, STANDARD, merged, word_file
from tests.word_merge.test_three_ways import codes, in_word

OBJECT = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object></w:r>'
PICTURE = (
    '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'
)


def refused(plan: Plan, code: str) -> None:
    assert codes(plan)[-1] == code
    assert plan.findings[-1].severity == "error"
    assert plan.findings[-1].hint is not None
    assert (plan.text, plan.edits) == (None, ())


def test_a_file_of_another_standard() -> None:
    other = word_file(ref="lejre/ledsagelse")

    refused(merged(other), "V004")
    assert named(other, "fil.docx") == "lejre/ledsagelse"
    assert named(in_word(other, without="customXml"), "fil.docx") == "lejre/ledsagelse"


OTHER = """\
schema: 1
title: Madservice
service: sel-85
status: draft
sections:
- {id: kitchen, heading: Hvem laver maden?, body: Kokkene laver varm mad hver dag.}
- {id: allergy, heading: Hvad med allergi?, body: Sig til i forvejen.}
"""


def test_a_file_with_other_words() -> None:
    refused(merged(in_word(word_file(OTHER), without="customXml")), "V005")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 but no more", b"%PDF-1.7", word_file()[:4000]])
def test_no_word_file(data: bytes) -> None:
    refused(merged(data), "V001")


def test_broken_xml() -> None:
    refused(merged(in_word(word_file(), ("</w:body>", "</w:bod>"))), "V001")


def test_a_broken_base() -> None:
    for spoilt in (b"<base xmlns='urn:qstd:base'>{</bas>", b"<base xmlns='urn:qstd:base'>{\"form\": 7}</base>"):
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(word_file())) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, spoilt if name == "customXml/item1.xml" else old.read(name))
        plan = merged(out.getvalue())
        assert plan.text == STANDARD
        assert codes(plan) in ([], ["V003"])


def test_a_standard_with_faults() -> None:
    refused(merged(word_file(), STANDARD.replace("service: sel-85", "service: [")), "V002")
    refused(merged(word_file(), STANDARD.replace("topic: follow_up", "topic: price")), "V002")


PEDAGOGUES = '<w:r><w:t xml:space="preserve">Pædagoger'


def test_three_thousand_tracked_changes() -> None:
    change = '<w:ins w:id="{at}" w:author="Anne"><w:r><w:t xml:space="preserve"> ord{at}</w:t></w:r></w:ins>'
    gone = '<w:del w:id="9{at}" w:author="Bo"><w:r><w:delText> væk{at}</w:delText></w:r></w:del>'
    many = "".join(change.format(at=at) + gone.format(at=at) for at in range(1500))
    data = in_word(word_file(), (PEDAGOGUES, many + PEDAGOGUES))

    start = time.process_time()
    plan = merged(data)

    assert time.process_time() - start < 20
    assert plan.text is not None
    assert "ord0 ord1 ord2" in plan.text
    assert "væk" not in plan.text
    assert merged(data, accepted=()).text is not None
    assert "væk1499" in (merged(data, accepted=("Anne",)).text or "")


def test_pictures_and_objects_are_told_and_not_taken() -> None:
    data = in_word(
        word_file(),
        (PEDAGOGUES, OBJECT + PICTURE + PEDAGOGUES),
    )

    plan = merged(data)

    assert plan.text == STANDARD
    assert sorted(codes(plan)) == ["I114", "V013"]


def test_a_word_file_cannot_make_the_standard_say_more_than_text() -> None:
    """Words that mean something to YAML or Markdown stay words."""
    words = "# nej: [ja] *&amp;x | &gt; - 1. `a` &lt;b&gt; \\ \" '"
    data = in_word(word_file(), ("Pædagoger med erfaring.", words))

    plan = merged(data)

    assert plan.text is not None
    again = merged(word_file(plan.text), plan.text, COMMON, ref=REF)
    assert (again.text, again.taken) == (plan.text, ())
