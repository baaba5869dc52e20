"""The report: what a standard says of each topic, how hard it is to read, and what was found where."""

from pathlib import Path

import pytest

from qstd.model.document import Block, Heading, Items, Link, Paragraph, Text, plain
from qstd.present.report import Looked, report_document
from qstd.verbs.corpus import Corpus, read_all
from qstd.verbs.report import looked_at
from qstd.workspace import Workspace

MUNICIPALITY = 'name: Lejre Kommune\ncode: "0999"\nfragments: {fri: {body: Hjælpen er gratis.}}\n'
STANDARD = """\
schema: 1
title: Kvalitetsstandard for ledsagelse
service: sel-97
status: in_force
approval: {date: 2020-05-01, body: Byrådet}
sections:
- {topic: purpose, heading: Formål, body: Du kan komme ud. Vi træffer en afgørelse inden for 4 uger.}
- {topic: price, heading: Pris, use: fri}
- {topic: special, heading: Særligt, body: ""}
- {topic: exclusions, heading: Hvad indgår ikke?, body: Der ydes ikke hjælp til indkøb. Der ydes ikke hjælp til have.}
- {topic: obligations, heading: Pligter, body: Ingen}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A municipality with one standard that can be published and one that cannot."""
    folder = tmp_path / "standards" / "lejre"
    folder.mkdir(parents=True)
    (folder / "municipality.yaml").write_text(MUNICIPALITY, "utf-8")
    (folder / "a.yaml").write_text(STANDARD, "utf-8")
    (folder / "b.yaml").write_text(STANDARD.replace("topic: purpose", "topic: purpos"), "utf-8")
    (folder / "c.yaml").write_text("[", "utf-8")
    return read_all(Workspace(tmp_path))


@pytest.fixture
def looked(corpus: Corpus) -> tuple[Looked, ...]:
    """What there is to say of it."""
    return looked_at(corpus, corpus.findings, "lejre")


def words(blocks: tuple[Block, ...]) -> str:
    """The words of all paragraphs, headings and entries."""
    said = []
    for each in blocks:
        if isinstance(each, Heading | Paragraph):
            said.append(plain(each.inlines))
        elif isinstance(each, Items):
            said += [f"{plain(item.label)}: {words(item.blocks)}" for item in each.items]
    return "\n".join(said)


def test_each_topic_has_its_state(looked: tuple[Looked, ...]) -> None:
    topics = dict(looked[0].topics)

    assert (topics["purpose"], topics["price"], topics["special"]) == ("stated", "stated", "empty")
    assert (topics["obligations"], topics["case_deadline"], topics["contact"]) == ("none", "elsewhere", "absent")


def test_every_file_is_there_and_only_what_is_published_has_a_link(looked: tuple[Looked, ...]) -> None:
    assert [Path(each.file).name for each in looked] == ["a.yaml", "b.yaml", "c.yaml", "municipality.yaml"]
    assert [each.address for each in looked] == ["a/index.html", "", "", ""]
    assert [each.published for each in looked] == [True, False, False, True]


def test_no_finding_is_lost(corpus: Corpus, looked: tuple[Looked, ...]) -> None:
    text = words(report_document(looked, "Lejre Kommune").blocks)

    assert sum(len(each.findings) for each in looked) == len(corpus.findings)
    assert sum(text.count(f"Linje {each.place.line}") > 0 for each in corpus.findings) == len(corpus.findings)


def test_findings_of_one_rule_stand_together_with_a_link_to_each_section(looked: tuple[Looked, ...]) -> None:
    document = report_document(looked[:1], "Lejre Kommune")
    items = [item for each in document.blocks if isinstance(each, Items) for item in each.items]
    (refusals,) = [each for each in items if each.label == (Text("R003"),)]
    links = [e for each in refusals.blocks if isinstance(each, Paragraph) for e in each.inlines if isinstance(e, Link)]

    assert words(refusals.blocks).count("Her afvises hjælp på forhånd") == 2
    assert words(refusals.blocks).count("Kilde: ") == 1
    assert [each.href for each in links] == ["a/index.html#indgaar-ikke"] * 2


def test_standards_of_others_are_left_out(corpus: Corpus) -> None:
    assert looked_at(corpus, corpus.findings, "koege") == ()


def test_among_several_municipalities_each_title_says_whose_it_is(tmp_path: Path, corpus: Corpus) -> None:
    folder = tmp_path / "standards" / "koege"
    folder.mkdir()
    (folder / "municipality.yaml").write_text('name: Køge Kommune\ncode: "0259"\n', "utf-8")
    (folder / "a.yaml").write_text(STANDARD.replace("use: fri", "body: Gratis."), "utf-8")
    both = read_all(Workspace(tmp_path))
    titles = [each.title for each in looked_at(both, both.findings)]

    assert "Køge Kommune: Kvalitetsstandard for ledsagelse" in titles
    assert "Lejre Kommune: Kvalitetsstandard for ledsagelse" in titles


def test_the_report_is_in_english_too(looked: tuple[Looked, ...]) -> None:
    document = report_document(looked, "Lejre Kommune", "en")

    assert (document.language, document.kind) == ("en-GB", "report")


def test_nothing_to_tell_is_told(tmp_path: Path) -> None:
    assert "Ingen standarder at tjekke." in words(report_document((), "").blocks)
