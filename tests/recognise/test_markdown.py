"""Blocks as the Markdown of a body."""

import pytest

from qstd import prose
from qstd.model.outline import Block, Para, Run
from qstd.recognise.inside import arranged
from qstd.recognise.markdown import body
from tests.recognise.outlines import cell, para, table


def entry(text: str, marker: str = "•", depth: int = 1) -> Para:
    return para(text, marker=marker, depth=depth)


@pytest.mark.parametrize(
    ("blocks", "markdown"),
    [
        ([para("En. To.\u2028Tre.")], "En.\nTo.\\\nTre.\n"),
        ([para("Klage", level=3), para("Fire uger.")], "### Klage\n\nFire uger.\n"),
        ([entry("en"), entry("to", depth=2), entry("tre")], "- en\n  - to\n- tre\n"),
        ([entry("en. Og to.")], "- en.\n  Og to.\n"),
        ([entry("en", "1."), entry("to", "2."), entry("ny", "1.")], "1. en\n2. to\n1) ny\n"),
        ([entry("en", "3.")], "3. en\n"),
        ([entry("en", "a)"), entry("to", "b)")], "- a) en\n- b) to\n"),
        ([entry("en"), para("mere", depth=1), entry("to")], "- en\n\n  mere\n\n- to\n"),
        ([para("Sagt er sagt.", quote=True)], "> Sagt er sagt.\n"),
        ([table(("a", "b|c"), (cell("1", "2"), ""))], "|  |  |\n| --- | --- |\n| a | b\\|c |\n| 1 2 |  |\n"),
        ([table(("a",), ("b",))], "a\n\nb\n"),
        ([para("1. maj *er* <b> & # - ikke &amp; mere")], "1\\. maj \\*er\\* \\<b> & # - ikke \\&amp; mere\n"),
        ([para("- 5 grader")], "\\- 5 grader\n"),
        ([para("# nummer #")], "\\# nummer \\#\n"),
        ([para("se [her](x)")], "se \\[her\\](x)\n"),
        ([Para((Run("Se "), Run("her", href="https://eksempel.dk")))], "Se [her](https://eksempel.dk)\n"),
        ([Para((Run("Et "), Run("vigtigt ", strong=True), Run("ord.")))], "Et **vigtigt** ord.\n"),
        ([Para((Run("ikke "), Run("farligt", href="javascript:x")))], "ikke farligt\n"),
        ([], ""),
        ([para(" \u00ad ")], ""),
    ],
)
def test_blocks_and_their_markdown(blocks: list[Block], markdown: str) -> None:
    assert body(blocks) == markdown


@pytest.mark.parametrize(
    ("texts", "markdown"),
    [
        (["• en", "• to"], "- en\n- to\n"),
        (["– en", "- to", "* tre"], "- en\n- to\n- tre\n"),
        (["\uf0b7 en", "\uf0a7to"], "- en\n- to\n"),
        (["Hjælp til: • bad• mad"], "Hjælp til:\n\n- bad\n- mad\n"),
        (["Hjælp til\u2028- bad\u2028- mad"], "Hjælp til\n\n- bad\n- mad\n"),
        (["o en", "o to"], "- en\n- to\n"),
        (["• en", "o under"], "- en\n  - under\n"),
        (["1. en", "2. to", "tekst"], "1. en\n2. to\n\ntekst\n"),
        (["a) en", "b) to"], "- a) en\n- b) to\n"),
        (["1. juni er en dag."], "1\\. juni er en dag.\n"),
        (["Kendetegn: 1. Ro. 2. Mad."], "Kendetegn:\n\n1. Ro.\n2. Mad.\n"),
        (["Kort: 1. Ro. 2. Mad. Mere kort:", "• a"], "### Kort:\n\n1. Ro.\n2. Mad.\n\n### Mere kort:\n\n- a\n"),
        (["18 – 64 år"], "18 – 64 år\n"),
        (["Støtte - og hjælp"], "Støtte - og hjælp\n"),
    ],
)
def test_typed_lists_become_lists(texts: list[str], markdown: str) -> None:
    assert body(arranged([para(each) for each in texts])) == markdown


def test_what_no_markup_can_say_is_still_said() -> None:
    text = "![x](y) `a` ``` *_*_ ~~~ \\ <!-- --> | --- |"
    assert prose.text(body([para(text)])) == text
