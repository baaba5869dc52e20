"""Templates are other people's: what is wrong in one is told with its file and line, and none reaches out of its sandbox."""

from dataclasses import replace

import pytest

from qstd.model.document import Document, Heading, Text
from qstd.model.theme import Theme, ThemeError
from qstd.writers.html import Page, write
from tests.writers.html_theme import theme

DOCUMENT = Document("Titel", (Heading(1, (Text("Titel"),)), Heading(2, (Text("Afsnit"),), id="a")), kind="front")


def written(template: str, name: str = "html/front.html") -> str:
    return write(DOCUMENT, Page(), Theme({**theme().templates, name: template}, theme().assets)).decode()


@pytest.mark.parametrize(
    ("template", "place", "reason"),
    [
        ("\n{{ ''.__class__.__mro__ }}", "html/front.html:2", "unsafe"),
        ("{{ parts.__class__.__base__ }}", "html/front.html:1", "unsafe"),
        ("{{ document.__init__.__globals__ }}", "html/front.html:1", "unsafe"),
        ("{{ self._TemplateReference__context }}", "html/front.html:1", ""),
        ("x\n\n{% include '/etc/passwd' %}", "html/front.html:3", "TemplateNotFound: /etc/passwd"),
        ("{% include '../../standards/lejre/municipality.yaml' %}", "html/front.html:1", "TemplateNotFound"),
        ("\n{% extends 'html/missing-page.html' %}", "html/front.html:2", "TemplateNotFound"),
        ("\n{{ open('/etc/passwd') }}", "html/front.html:2", "undefined"),
        ("{{ [].append(1) }}", "html/front.html:1", "unsafe"),
        ("{{ range(10000000)|list }}", "html/front.html:1", "too big"),
        ("a\n{{ nothing.x }}", "html/front.html:2", "undefined"),
        ("a\n\n{% if %}", "html/front.html:3", "Expected an expression"),
        ("{{ 1 / 0 }}", "html/front.html:1", "ZeroDivisionError"),
        ("\n{{ 'a' + 1 }}", "html/front.html:2", "TypeError"),
        ("{{ page.nothing }}", "html/front.html:1", "no attribute"),
    ],
)
def test_a_fault_is_told_with_file_and_line(template: str, place: str, reason: str) -> None:
    with pytest.raises(ThemeError) as caught:
        written(template)
    assert caught.value.place == f"templates/{place}"
    assert reason in caught.value.reason


def test_a_fault_in_a_piece_is_told_where_it_is() -> None:
    with pytest.raises(ThemeError) as caught:
        written("{% macro search(address, _) %}\n{{ ''.__class__ }}\n{% endmacro %}", "html/parts.html")
    assert caught.value.place == "templates/html/parts.html:2"


def test_a_template_that_is_not_there_is_told() -> None:
    own = {name: each for name, each in theme().templates.items() if name != "html/front.html"}
    with pytest.raises(ThemeError) as caught:
        write(DOCUMENT, Page(), Theme(own, theme().assets))
    assert caught.value.place == "templates/html/front.html:0"


def test_what_a_document_says_is_no_template() -> None:
    hostile = replace(DOCUMENT, title="{{ 7 * 7 }}", blocks=(Heading(1, (Text("{{ 7 * 7 }}{% if %}"),)),))
    page = write(hostile, Page(), theme()).decode()
    assert "{{ 7 * 7 }}{% if %}" in page
    assert "49" not in page
