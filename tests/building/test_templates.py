"""Templates with faults: their own pages stay as they were, all others are built, and it is told where the fault lies."""

import pytest

from qstd.workspace import Workspace
from tests.building.small import again, order, read_site
from tests.building.test_trouble import home, more, put, told

__all__ = ["home"]

BROKEN_TEMPLATES = {
    "{% for %}\n": "templates/html/standard.html:1",
    "<p>\n{{ nobody.knows }}</p>\n": "templates/html/standard.html:2",
    "{% for i in range(1000000000) %}x{% endfor %}\n": "templates/html/standard.html:1",
    "{{ ''.__class__.__mro__ }}\n": "templates/html/standard.html:1",
    "{% include 'html/nothing.html' %}\n": "templates/html/standard.html:1",
}


@pytest.mark.parametrize("text", BROKEN_TEMPLATES)
def test_a_template_with_an_error_is_told_for_each_page_and_all_else_is_built(text: str, home: Workspace) -> None:
    again(order(home))
    before = read_site(home.root / "site")
    put(home, "templates/html/standard.html", text)
    more(home)
    built = again(order(home))
    now = read_site(home.root / "site")

    found = [each for each in told(built) if each.startswith("P002")]
    assert len(found) == 3
    assert all(BROKEN_TEMPLATES[text] in each and "Siden " in each for each in found), found
    assert "lejre/a/index.html" in "".join(found)
    assert set(now) == set(before)
    assert now["lejre/a/index.html"] == before["lejre/a/index.html"]
    assert now["lejre/a/a.json"] != before["lejre/a/a.json"]
    assert now["sammenlign/sel-97/index.html"] != before["sammenlign/sel-97/index.html"]
    assert len([each for each in told(again(order(home))) if each.startswith("P002")]) == 3, "it is not forgotten"

    (home.root / "templates/html/standard.html").unlink()
    assert told(again(order(home))) == []
    assert b"Ring til os" in (home.root / "site/lejre/a/index.html").read_bytes()


def test_a_template_that_is_not_utf8_is_told_for_each_page_and_all_else_is_built(home: Workspace) -> None:
    template = home.root / "templates" / "html" / "standard.html"
    template.parent.mkdir(parents=True)
    template.write_bytes("<p>\nPå gensyn</p>".encode("latin-1"))
    found = told(again(order(home)))
    site = read_site(home.root / "site")

    assert len(found) == 3
    assert all("templates/html/standard.html:2: filen er ikke gemt som UTF-8" in each for each in found)
    assert "lejre/a/index.html" not in site
    assert "lejre/a/a.json" in site


def test_a_fault_in_a_municipality_s_own_template_is_told_where_it_lies(home: Workspace) -> None:
    put(home, "standards/lejre/templates/html/standard.html", "{{ oops( }}")
    built = again(order(home))
    assert [each.place.file for each in built.findings] == ["standards/lejre/templates/html/standard.html"] * 2
    assert all("standards/lejre/templates/html/standard.html:1: " in each for each in told(built))


def test_the_page_stays_though_nobody_remembers_who_made_it(home: Workspace) -> None:
    again(order(home))
    put(home, "templates/html/standard.html", "{% for %}")
    for each in (home.root / "build/.cache/site").rglob("state.json"):
        each.unlink()
    again(order(home))
    assert (home.root / "site/lejre/a/index.html").exists()
    (home.root / "standards/lejre/a.yaml").unlink()
    again(order(home))
    assert not (home.root / "site/lejre/a/index.html").exists()
