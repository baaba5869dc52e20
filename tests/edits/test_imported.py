"""An imported standard as a file: what is written reads back as it was, and comments stand where they belong."""

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from qstd.edits.draft import imported
from qstd.model.standard import Section, Standard, StandardFile
from qstd.readers.yaml_file import read_standard
from tests.standards_strategies import standards

LINES = st.sampled_from(
    [
        "Hjælpen er gratis.",
        "- én",
        "### Nej: ja",
        "# tal",
        "<b>",
        "a: b",
        "»citat«",
        "| x | y |",
        "\\* stjerne",
        "  ind",
        "%",
    ]
)
TEXTS = st.lists(LINES, max_size=4).map("\n".join)


def file_of(standard: Standard) -> StandardFile:
    return StandardFile(**{each.name: getattr(standard, each.name) for each in fields(StandardFile)})


def settled(standard: StandardFile) -> StandardFile:
    return replace(standard, sections=tuple(replace(each, body=each.body.rstrip("\n")) for each in standard.sections))


@given(
    standards(), TEXTS, st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)
)
def test_what_is_written_reads_back(standard: Standard, body: str, heading: str) -> None:
    odd = Section(topic=None, heading=heading, body=body)
    wanted = replace(file_of(standard), sections=(*standard.sections, odd), title=f"T {heading}")
    said = {
        ("sections", 0): ["hele"],
        ("sections", 0, "topic"): ["emnet"],
        ("title",): ["titlen: # ny"],
        ("facts", 0): ["x"],
    }

    source = read_standard(imported(wanted, said, ["Importeret"]).encode(), "x.yaml", "lejre")

    assert source.findings == ()
    assert source.record is not None
    assert settled(file_of(source.record)) == settled(wanted)


def test_comments_stand_before_what_they_are_about() -> None:
    section = Section(topic="price", number="1", heading="Pris", body="Gratis.\n")
    standard = StandardFile(schema=1, title="Støtte", service="sel-99", status="draft", sections=(section,))
    said = {
        ("sections", 0, "topic"): ["Emnet er gættet."],
        ("sections", 0, "body"): ["Delt ord."],
        ("service",): ["Gættet."],
    }

    assert imported(standard, said, ["Fra x.docx"]) == (
        "# yaml-language-server: $schema=../../schemas/standard.schema.json\n"
        "# Fra x.docx\n"
        "schema: 1\n"
        "title: Støtte\n"
        "# gennemse: Gættet.\n"
        "service: sel-99\n"
        "language: da\n"
        "status: draft\n"
        "\n"
        "sections:\n"
        "# gennemse: Emnet er gættet.\n"
        "- topic: price\n"
        '  number: "1"\n'
        "  heading: Pris\n"
        "  # gennemse: Delt ord.\n"
        "  body: |\n"
        "    Gratis.\n"
    )
