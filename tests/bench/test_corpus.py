"""The corpus that the measurements run on: equal seeds give equal standards, valid and different from each other."""

import random
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bench.corpus import corpus, versions
from bench.corpus.folder import NAME, as_yaml, write
from bench.corpus.versions import KINDS, Edit
from qstd import lint
from qstd.lint.rule import Around
from qstd.model.finding import Finding, Place
from qstd.model.standard import Standard
from qstd.readers import yaml_file

COUNT = 12
STANDARDS = corpus(COUNT, seed=3)


def found(standard: Standard) -> list[Finding]:
    """What the rules about the file find; what is said in it is made up, and lacks what law asks for."""
    only = frozenset("K")
    around = Around(date(2026, 1, 1), standard.municipality, None, lambda path, line: Place("x", 0, 0, path), only=only)
    return list(lint.check(standard, around))


def words(standard: Standard) -> int:
    return sum(len(f"{each.heading} {each.body}".split()) for each in standard.sections)


def test_equal_seeds_give_equal_standards() -> None:
    assert corpus(COUNT, seed=3) == STANDARDS
    assert corpus(COUNT, seed=4) != STANDARDS


def test_a_larger_corpus_begins_with_the_smaller_one() -> None:
    assert corpus(COUNT, seed=3)[:5] == corpus(5, seed=3)


def test_they_are_as_long_as_published_standards() -> None:
    assert all(850 <= words(each) <= 1010 for each in STANDARDS)
    assert all(13 <= len(each.sections) <= 15 for each in STANDARDS)


def test_they_differ_as_published_standards_do() -> None:
    headings = {section.heading for each in STANDARDS for section in each.sections if section.topic == "target_group"}
    hollow = [section for each in STANDARDS for section in each.sections if not section.body]
    shared = [
        set(one.sections[0].body.splitlines()) & set(other.sections[0].body.splitlines())
        for one, other in pairwise(STANDARDS)
    ]

    assert len(headings) > 2
    assert hollow
    assert any(shared)
    assert len({each.sections for each in STANDARDS}) == COUNT


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.municipality)
def test_no_rule_finds_a_fault(standard: Standard) -> None:
    assert found(standard) == []
    assert standard.facts


@pytest.mark.parametrize("standard", STANDARDS[:3], ids=lambda each: each.municipality)
def test_its_file_says_the_same(standard: Standard) -> None:
    source = yaml_file.read_standard(as_yaml(standard).encode(), "x.yaml", standard.municipality)

    assert source.findings == ()
    assert source.record == standard


def test_a_folder_of_them(tmp_path: Path) -> None:
    write(STANDARDS[:2], tmp_path)

    files = sorted(each.relative_to(tmp_path / "standards").as_posix() for each in tmp_path.rglob("*.yaml"))
    places = sorted(each.municipality for each in STANDARDS[:2])
    assert files == [f"{place}/{name}.yaml" for place in places for name in ("municipality", NAME)]


def test_a_version_differs_and_is_valid() -> None:
    for standard in STANDARDS:
        new = versions(standard, seed=1)

        assert new == versions(standard, seed=1)
        assert new != versions(standard, seed=2)
        assert new.sections != standard.sections
        assert [each for each in found(new) if each.severity == "error"] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.__name__)
def test_each_kind_of_edit_changes_the_text(kind: Edit) -> None:
    edited = [kind(each, random.Random(1)) for each in STANDARDS]

    assert any(each is not None and each.sections != old.sections for each, old in zip(edited, STANDARDS, strict=True))


def test_more_municipalities_than_there_are() -> None:
    with pytest.raises(ValueError, match="98"):
        corpus(99, seed=1)
