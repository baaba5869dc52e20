"""The measurement of `qstd build`: the large corpus, what the other tools get of it, and what is held against which bar."""

import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.build import ALONE, OURS, Taken, change, flat, in_turn, judge, medians
from bench.common.child import Run
from bench.common.table import Bars
from bench.corpus.folder import as_yaml
from bench.corpus.national import Named, markdown, national, write
from bench.peers import npm_docx, sites
from bench.peers.sites import Site, hugo, mkdocs, mkdocs_short, pelican, sphinx, strictdoc
from qstd import catalogue, workspace
from qstd.model.municipality import Municipality
from qstd.present.standard import standard_document
from qstd.readers import yaml_file
from qstd.verbs import verdicts
from qstd.workspace import Workspace
from qstd.writers import docx

STANDARDS = tuple(national(99))
DONE = Run(1.0, 0.5, 40.0, 0, "", "")


def stages(cold: float, again: float = 0.0, memory: float = 40.0) -> dict[str, Taken]:
    return {"cold": Taken(cold, cold, memory), "no-op": Taken(again, again, memory)}


def test_the_smaller_corpus_is_the_beginning_of_the_larger_one() -> None:
    assert tuple(national(5)) == STANDARDS[:5]
    assert len({each.ref for each in STANDARDS}) == 99
    assert len({each.standard.service for each in STANDARDS}) == 2
    assert STANDARDS[0].standard.title == "Helhedspleje i Københavns Kommune"


def test_no_rule_about_the_file_finds_a_fault(tmp_path: Path) -> None:
    write(iter(STANDARDS[95:]), tmp_path)
    seen = verdicts.read_all(Workspace(tmp_path), use_cache=False, only=("K",))

    assert seen.checked == 4
    assert [each for each in seen.findings if each.severity == "error"] == []


def test_markdown_has_every_section_and_no_two_empty_lines() -> None:
    for each in STANDARDS[:8]:
        written = markdown(each)

        assert all(section.heading in written and section.body in written for section in each.standard.sections)
        assert "\n\n\n" not in written


@pytest.mark.parametrize(
    "make", [mkdocs, mkdocs_short, sphinx, pelican, hugo, strictdoc], ids=lambda each: each.__name__
)
def test_a_tool_gets_every_standard_and_one_can_be_changed(make: sites.Make, tmp_path: Path) -> None:
    site = make(tmp_path, STANDARDS[:3])
    texts = [each.read_text("utf-8") for each in tmp_path.rglob("*.md")]
    change(site.folder / site.one, 0)

    assert all(any(each.standard.sections[0].body.strip() in text for text in texts) for each in STANDARDS[:3])
    assert "Det er ændret for 1. gang." in (site.folder / site.one).read_text("utf-8")


def test_a_changed_standard_is_as_good_as_before(tmp_path: Path) -> None:
    one = STANDARDS[0].standard
    file = tmp_path / "x.yaml"
    file.write_text(as_yaml(one), "utf-8")
    change(file, 0)
    change(file, 1)
    source = yaml_file.read_standard(file.read_bytes(), "x.yaml", one.municipality)

    assert source.findings == ()
    assert source.record is not None
    assert "for 2. gang" in source.record.sections[0].body


def test_clearing_leaves_what_a_site_is_made_from(tmp_path: Path) -> None:
    home = tmp_path / "x"
    for _ in range(2):
        for each in ("site/a.html", "source/a.md"):
            (home / each).parent.mkdir(parents=True, exist_ok=True)
            (home / each).write_text("x", "utf-8")
        sites.clear(Site("x", home, [], [], ["site", "kept"], "source/a.md", "site/a.html"))

        assert [each.name for each in home.iterdir()] == ["source"]


def test_who_is_slow_has_one_turn_and_who_breaks_down_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    turns: dict[str, int] = {"quick": 0, "slow": 0, "broken": 0}

    def turn(name: str, run: Run) -> dict[str, Run]:
        turns[name] += 1
        return {"cold": run}

    bars = Bars()
    slow, broken = DONE._replace(seconds=61.0), DONE._replace(code=1, complaint="no")
    contenders = {
        "quick": lambda at: turn("quick", DONE._replace(seconds=float(at))),
        "slow": lambda at: turn("slow", slow),
        "broken": lambda at: turn("broken", broken),
    }
    taken = in_turn(contenders, bars, 3)

    assert turns == {"quick": 3, "slow": 1, "broken": 1}
    assert taken == {"quick": {"cold": Taken(1.0, 0.5, 40.0)}, "slow": {"cold": medians([slow])}}
    assert bars.exit_code() == 1
    assert "broke down: no" in capsys.readouterr().out


def test_times_are_judged_against_those_of_the_tools() -> None:
    bars = Bars()
    judge(1000, {OURS: stages(4.0, 0.2), "MkDocs": stages(30.0), "Hugo": stages(1.9, 1.0)}, True, bars)

    assert bars.over == ["1,000, cold, x MkDocs: 0.13, bar 0.12", "1,000, cold, x Hugo: 2.11, bar 2"]


def test_only_the_first_size_is_held_against_hugo_once_more() -> None:
    bars = Bars()
    judge(4900, {OURS: stages(1.0, 0.9), "Hugo": stages(9.0, 1.0)}, False, bars)

    assert bars.over == []


def test_memory_is_judged_from_size_to_size() -> None:
    bars = Bars()
    small = {OURS: stages(1.0, memory=40.0), ALONE: stages(1.0, memory=40.0)}
    large = {OURS: stages(5.0, memory=50.0), ALONE: stages(5.0, memory=44.0)}
    flat({4900: large, 1000: small}, bars)

    assert bars.over == ["qstd, memory of 4,900, x that of 1,000: 1.25, bar 1.15"]


@pytest.mark.parametrize("one", STANDARDS[:5], ids=lambda each: each.standard.municipality)
def test_the_other_writer_of_word_files_says_what_ours_says(one: Named) -> None:
    known = catalogue.municipalities()[one.standard.municipality]
    document = standard_document(one.standard, Municipality(name=known.display, code=known.code), "x/y")
    with zipfile.ZipFile(io.BytesIO(docx.write(document, workspace.theme(None)))) as file:
        xml = file.read("word/document.xml").decode()
    ours = html.unescape(re.sub("<[^>]+>", "", re.sub("<w:(?:tab|br)/>|</w:p>", " ", xml)))

    assert " ".join(said(npm_docx.values(document)["blocks"])).split() == ours.split()


def said(blocks: Iterable[Any]) -> Iterator[str]:
    """Yield what the blocks of the other writer say; an entry's first paragraph goes on from its label."""
    for each in blocks:
        yield words([*each.get("title", ()), *each.get("label", ()), *each.get("words", ())])
        yield from said(each.get("blocks", ()))
        yield from (one for row in each.get("rows", ()) for cell in row for one in said(cell))


def words(inlines: Iterable[Any]) -> str:
    return "".join(each["text"] if "text" in each else words(each.get("words", ())) or " " for each in inlines)
