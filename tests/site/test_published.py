"""The whole site as others judge it: PDF/UA, Open XML, HTML, accessibility, links that lead somewhere, equal bytes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from tests import checkers
from tests.conftest import ADDRESS

ROOT = Path(__file__).parents[2]


def files(site: Path, suffix: str) -> list[Path]:
    found = sorted(site.rglob(f"*{suffix}"))
    assert found
    return found


def pages(site: Path) -> list[Path]:
    """All pages; what a CMS takes in is a part of one, and has tests of its own."""
    return [each for each in files(site, ".html") if each.name != "fragment.html"]


def test_each_pdf_is_pdf_ua(site: Path) -> None:
    assert [problem for each in files(site, ".pdf") for problem in checkers.pdf_ua_problems(each)] == []


def test_each_word_file_is_open_xml(site: Path) -> None:
    assert [problem for each in files(site, ".docx") for problem in checkers.docx_problems(each)] == []


def test_each_word_file_opens_in_libreoffice(site: Path, tmp_path: Path) -> None:
    for each in files(site, ".docx"):
        words = checkers.pdf_text(checkers.docx_to_pdf(each, tmp_path)).split()
        assert "Kvalitetsstandard" in words
        assert len(words) > 400


def test_each_page_is_valid_html(site: Path) -> None:
    assert checkers.html_problems(pages(site)) == []


def test_each_page_is_accessible_at_each_width(site: Path) -> None:
    from_disk = [each for each in pages(site) if each.name != "404.html"]  # which finds its files on the web only
    assert checkers.axe_problems(from_disk) == []


def test_each_link_leads_somewhere(site: Path) -> None:
    broken = [
        f"{page.relative_to(site)}: {target}" for page in files(site, ".html") for target in inner_targets(page)
        if not leads_somewhere(site, page, target)
    ]  # fmt: skip
    assert broken == []


def inner_targets(page: Path) -> Iterator[str]:
    root = html.document_fromstring(page.read_text("utf-8"))
    for target in (*root.xpath("//@href"), *root.xpath("//@src")):
        if not urlsplit(target).scheme:
            yield str(target)


def leads_somewhere(site: Path, page: Path, target: str) -> bool:
    parts = urlsplit(target)
    way = unquote(parts.path)
    root = urlsplit(ADDRESS).path
    path = page if not way else site / way.removeprefix(root) if way.startswith(root) else (page.parent / way).resolve()
    if not path.is_file():
        return False
    ids = html.document_fromstring(path.read_text("utf-8")).xpath("//@id") if path.suffix == ".html" else []
    return not parts.fragment or unquote(parts.fragment) in ids


def test_each_source_link_of_the_key_facts_goes_to_a_sentence_or_its_section(site: Path) -> None:
    for page in site.glob("*/*/index.html"):
        if page.parent.parent.name in ("sammenlign", "ydelse"):
            continue
        root = html.document_fromstring(page.read_text("utf-8"))
        targets = [each[1:] for each in root.xpath("//section[@id='kort']//a[contains(@class,'source')]/@href")]
        assert len(targets) >= 5
        for each in targets:
            assert root.get_element_by_id(each).text_content().strip()


def test_the_same_standards_give_the_same_bytes_in_another_process(site: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, "-m", "qstd", "build", "--out", str(tmp_path), "--today", "2026-01-01"]
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, cwd=site.parent, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = {each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file()}
    assert names == {each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*") if each.is_file()}
    assert [name for name in sorted(names) if (site / name).read_bytes() != (tmp_path / name).read_bytes()] == []


def test_the_data_file_has_the_standard_with_its_facts(site: Path) -> None:
    values = json.loads((site / "lejre/stoettekontaktperson/stoettekontaktperson.json").read_text("utf-8"))
    assert (values["id"], values["municipality"]["code"]) == ("lejre/stoettekontaktperson", "0350")
    assert len(values["sections"]) == 13
    deadline = next(each for each in values["facts"] if each["kind"] == "deadline")
    assert (deadline["value"], deadline["unit"], deadline["evidence"]["section"]) == (7, "day", "case_deadline")
