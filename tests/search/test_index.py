"""The index: the same bytes for the same records, in parts for a large site, and no text of a standard is markup."""

import gzip
import json
from pathlib import Path

import pytest
from lxml import html

from qstd.model.search import SearchRecord, SearchSection
from qstd.writers import search_index
from qstd.writers.search_index import SearchError, index, index_part, page, parts
from tests.search.corpus import records

FEW = records()[::9]
HOSTILE = """</p><script>alert(1)</script> & "citat" ' ]]> \x00\x08 😀 <b data-pagefind-ignore>"""


def made(text: str) -> SearchRecord:
    section = SearchSection('a"b', text, text)
    return SearchRecord(f"x/{text}", text, text, text, text, (text,), (section,), (text,), (text,))


def test_same_records_same_bytes_in_any_order() -> None:
    first = index(FEW)
    assert all(index(order) == first for order in (FEW, FEW[::-1], [*FEW[5:], *FEW[:5]]))


def test_what_readers_load_is_there_and_no_more() -> None:
    files = index(FEW)
    assert all(name.startswith("pagefind/") for name in files)
    assert {name.removeprefix("pagefind/") for name in files if name.count("/") == 1} == {
        *("LICENSE.txt", "pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "parts.json", "wasm.da.pagefind"),
        *(name.removeprefix("pagefind/") for name in files if name.endswith(".pf_meta")),
    }
    assert json.loads(files["pagefind/parts.json"]) == []
    assert sum(name.startswith("pagefind/fragment/") for name in files) == len(FEW)
    assert sum(name.startswith("pagefind/filter/") for name in files) == 3


def test_no_records_no_index() -> None:
    assert index(()) == {"pagefind/parts.json": b"[]"}


def test_large_site_has_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "PART", 5)
    shares = parts(FEW)
    assert sorted(each for share in shares for each in share) == sorted(FEW)
    assert len(shares) == 3
    files = index(FEW)
    assert json.loads(files["pagefind/parts.json"]) == ["1/", "2/"]
    assert not any(
        name.endswith((".js", ".pagefind")) for name in files if name.startswith(("pagefind/1/", "pagefind/2/"))
    )
    changed = (FEW[0]._replace(title="Et andet navn"), *FEW[1:])
    assert sum(old != new for old, new in zip(shares, parts(changed), strict=True)) == 1
    assert files.items() >= index_part(shares[1], 1).items()


def test_settings_of_the_place_do_not_reach_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = index(FEW[:3])
    (tmp_path / "pagefind.toml").write_text('force_language = "en"\nexclude_selectors = ["p"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    assert index(FEW[:3]) == expected
    assert [each.name for each in tmp_path.iterdir()] == ["pagefind.toml"]


def test_more_than_the_pipes_hold() -> None:
    text = " ".join(f"ord{number}" for number in range(4_000))
    many = [made(f"{number}")._replace(sections=(SearchSection("a", "A", text),)) for number in range(12)]
    assert sum(name.startswith("pagefind/fragment/") for name in index(many)) == 12


def test_text_is_never_markup() -> None:
    tree = html.document_fromstring(page(made(HOSTILE.replace("\x00\x08", "")), (), "da"))
    assert not tree.xpath("//script | //b")
    assert len(tree.xpath("//h2")) == len(tree.xpath("//p")) == 1


def test_hostile_text_comes_through() -> None:
    files = index([made(HOSTILE), *FEW[:2]])
    fragments = [gzip.decompress(data) for name, data in files.items() if "/fragment/" in name]
    assert f"{HOSTILE} {HOSTILE}" in [json.loads(each[each.index(b"{") :])["content"] for each in fragments]


@pytest.mark.parametrize("program", ["/bin/true", "/bin/false"])
def test_a_program_that_stops_is_an_error(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)
    with pytest.raises(SearchError):
        index(FEW)


def test_keywords_are_searched_and_not_quoted() -> None:
    tree = html.document_fromstring(page(records()[0], (), "da"))
    assert "serviceloven" in tree.xpath("string(//meta[starts-with(@data-pagefind-meta, 'ord')]/@content)")
    assert "SEL" not in tree.xpath("string(//body)")
