"""No word is lost: each source counted against its YAML, and against every format that is published from it."""

from pathlib import Path

import pytest

from qstd import workspace
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard
from qstd.present.standard import standard_document
from qstd.verbs.corpus import read
from qstd.writers import typst
from tests.words import accounts

ROOT = Path(__file__).parents[2]
REFS = {"hvidovre": "hvidovre/stoette-og-kontaktperson", "lejre": "lejre/stoettekontaktperson"}


def standard_of(name: str) -> Standard:
    home = workspace.Workspace(ROOT)
    entries = [each for each in home.entries() if each.ref == REFS[name]]
    standard = read(entries, ROOT).standards[0].standard
    assert standard is not None
    return standard


def published(site: Path, name: str, suffix: str) -> Path:
    folder = site / REFS[name]
    return folder / (f"{folder.name}{suffix}" if suffix != ".html" else "index.html")


@pytest.mark.parametrize("name", REFS)
def test_the_yaml_holds_every_word_of_its_source_in_order(name: str) -> None:
    assert accounts.source_words(name) == accounts.yaml_words(standard_of(name))


def test_a_lost_word_is_noticed() -> None:
    words = accounts.source_words("lejre")
    assert words[:40] + words[41:] != accounts.yaml_words(standard_of("lejre"))


def test_misspellings_are_kept_and_page_breaks_mended() -> None:
    words = accounts.source_words("hvidovre") + accounts.source_words("lejre")
    assert {"kontaktdordning", "forpligtigelser", "henblik"} <= set(words)
    assert "hen-" not in words


@pytest.mark.parametrize("name", REFS)
def test_the_page_holds_every_word(site: Path, name: str) -> None:
    expected = accounts.without_list_numbers(accounts.source_words(name))
    assert expected == accounts.html_words(published(site, name, ".html"))


@pytest.mark.parametrize("name", REFS)
def test_the_word_file_holds_every_word(site: Path, name: str) -> None:
    expected = accounts.without_list_numbers(accounts.source_words(name))
    assert expected == accounts.docx_words(published(site, name, ".docx"))


@pytest.mark.parametrize("name", REFS)
def test_the_pdf_holds_every_word(site: Path, name: str) -> None:
    author = {"hvidovre": "Hvidovre Kommune", "lejre": "Lejre Kommune"}[name]
    title = standard_of(name).title
    words = accounts.pdf_words(published(site, name, ".pdf"), title, "Støtte- og kontaktperson, § 99", author)
    assert accounts.source_words(name) == words


@pytest.mark.parametrize("name", REFS)
def test_the_pdf_of_the_other_press_holds_every_word(name: str, tmp_path: Path) -> None:
    author = {"hvidovre": "Hvidovre Kommune", "lejre": "Lejre Kommune"}[name]
    standard = standard_of(name)
    document = standard_document(standard, Municipality(name=author, code="0000"), REFS[name])
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(typst.write(document, workspace.theme(None)))
    words = accounts.pdf_words(path, standard.title, "Støtte- og kontaktperson, § 99", author)

    assert accounts.source_words(name) == words
