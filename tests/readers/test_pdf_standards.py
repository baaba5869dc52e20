"""The project's own standards as tables of two columns over several pages, hyphenated: every row comes back, in order."""

import re
import warnings
from functools import cache
from html import escape
from pathlib import Path

import pytest

from qstd import prose
from qstd.model.standard import Standard
from qstd.readers.yaml_file import read_standard
from tests.readers.pdf_parts import outline, rows, tables, texts

ROOT = Path(__file__).parent.parent.parent
# Its widths make a label move to the next page while its short text stays: the hardest page end there is.
FONT = ROOT / "templates" / "fonts" / "IBMPlexSans-Italic.ttf"
STYLE = """
@font-face { font-family: own; src: url("own.ttf") }
@page { size: A5; margin: 2cm 1.6cm; @top-center { content: "Kvalitetsstandarder" }
        @bottom-right { content: "Side " counter(page) " af " counter(pages) } }
body { font: 10pt own; hyphens: auto }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
td, th { padding: 3pt; vertical-align: top; text-align: left }
td:first-child { width: 32% }
p { margin: 0 0 4pt }
"""
RULES = {
    "rules": "td, th { border: 0.5pt solid #000 }",
    "across": "td, th { border-bottom: 0.5pt solid #000 }",
    "none": "",
}


@cache
def standard(name: str) -> Standard:
    read = read_standard((ROOT / "standards" / name).read_bytes(), name, name.split("/")[0])
    assert read.record is not None
    return read.record


def source(found: Standard, rules: str) -> str:
    """Lay a standard out as a table, its header printed on each page."""
    laid = "".join(
        f"<tr><td>{escape(f'{each.number}. {each.heading}')}</td>"
        f"<td>{''.join(f'<p>{escape(text)}</p>' for text in prose.block_texts(prose.blocks(each.body or '')))}</td></tr>"
        for each in found.sections
    )
    head = "<thead><tr><th>Emne</th><th>Indhold</th></tr></thead>"
    return (
        f"<html lang=da><title>{escape(found.title)}</title><style>{STYLE}{RULES[rules]}</style>"
        f"<h1>{escape(found.title)}</h1><table>{head}{laid}</table>"
    )


def printed(html: str) -> bytes:
    """Print HTML with the project's own font."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import weasyprint

        found = weasyprint.HTML(string=html.replace("own.ttf", FONT.as_uri()))
        made: bytes = found.write_pdf()
    return made


def letters(text: str) -> str:
    """Leave out what the end of a line may add or take: hyphens and spaces."""
    return re.sub(r"[-‐\s/\u00ad]", "", text)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("hvidovre/stoette-og-kontaktperson.yaml", "rules"),
        ("hvidovre/stoette-og-kontaktperson.yaml", "across"),
        ("lejre/stoettekontaktperson.yaml", "none"),
    ],
)
def test_a_standard_in_a_table_over_pages_comes_back_row_by_row(name: str, rules: str) -> None:
    known = standard(name)
    found = outline(printed(source(known, rules)))
    (table,) = tables(found.blocks)
    kinds = [each.kind for each in found.furniture]
    assert kinds.count("page_number") >= 3
    assert [letters(text) for text in texts(found.blocks)] == [letters(known.title)]
    expected = [
        ("Emne", "Indhold"),
        *((f"{each.number}. {each.heading}", prose.text(each.body or "")) for each in known.sections),
    ]
    assert [[letters(cell) for cell in row] for row in rows(table)] == [
        [letters(label), letters(text)] for label, text in expected
    ]
